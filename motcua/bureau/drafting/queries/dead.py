"""What a text cites of other documents and is not in force on the day of signing: the document, or the provision."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.queries.bases import number_of, registered
from motcua.legal.citations import rules as citations
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import EffectState, EventKind
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.bearings import spoken
from motcua.legal.lawbase.rules.places import place

_GONE = {EffectState.EXPIRED: "đã hết hiệu lực", EffectState.SUSPENDED: "đang ngưng hiệu lực"}
_REWORDED = frozenset({EventKind.REPLACED, EventKind.AMENDED})


def dead_references(
    source: rules.Source, found: Sequence[citations.Reference], about: rules.About
) -> Iterator[rules.Finding]:
    """Documents the text sends its reader to, and provisions named there or among the bases, that hold no longer.

    Each is told once. A transitional rule may well name an ended text: a document asks for a look only. Quoted words
    speak for another text.
    """
    known: dict[tuple[str, str, str], Any] = {}
    said: set[str] = set()
    for one in found:
        document = one.document
        if isinstance(document, str) or one.relation not in {"refer", "basis"} or source.is_quoted(one.start):
            continue
        key = (document.type, number_of(document), document.date or "")
        if key not in known:
            known[key] = registered(*key[:2], document.date)
        for words in _gone(known[key], one, on=about.signed_on) if known[key] is not None else ():
            if words not in said:
                said.add(words)
                content, name = ("B", "not_in_force") if one.relation == "basis" else ("D", "dead_reference")
                yield rules.Finding(content=content, key=name, words=words, is_wrong=content == "B", at=one.start)


def _gone(row: Any, one: citations.Reference, *, on: date) -> Iterator[str]:
    """Sentences: of the document when it is gone (a basis that is has its own check), else of its provisions."""
    events = lawbase.events_of(row)
    state = effect.state_on(events, on)
    if state in _GONE:
        if one.relation != "basis":
            yield f"Dẫn {row.name}, {_GONE[state]}{_since(events, state)}."
        return
    alone = [event for event in events if not (event.scope and event.kind in _REWORDED)]
    for path in one.paths:
        unit = place(path, root="kem-theo" if one.attached else "")
        own = effect.provision_state(alone, unit, on) if unit else None
        if unit and own in _GONE:
            yield f"Dẫn {spoken(unit)} {row.name}, quy định này {_GONE[own]}."


def _since(events: Sequence[effect.Event], state: EffectState) -> str:
    first = effect.ends_on(events) if state is EffectState.EXPIRED else None
    return f" từ ngày {first:%d/%m/%Y}" if first else ""
