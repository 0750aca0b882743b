"""The graph of bases in the register: what rests on a document, level by level, and the chain in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from motcua.base.vn.rules import day
from motcua.bureau.law_review import rules
from motcua.bureau.law_review.choices import CaseState
from motcua.bureau.law_review.models import ReviewChange
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import (
    EVENT_NAMES,
    HOLDING,
    PATCH_NAMES,
    EffectState,
    EventKind,
    PatchKind,
    RelationKind,
)
from motcua.legal.lawbase.queries import bases
from motcua.legal.lawbase.rules import relations
from motcua.legal.lawbase.rules.bearings import spoken

if TYPE_CHECKING:
    from motcua.bureau.law_review.models import ReviewCase
    from motcua.legal.lawbase.models import EffectEvent, LegalDocument, TextPatch

KINDS = [kind for kind, words in relations.RELATIONS.items() if words.review]
"""Relations by which a document rests on another: «căn cứ vào», «quy định chi tiết»."""
APPLIED = HOLDING | {EffectState.NOT_YET, EffectState.SUSPENDED}


class Graph:
    """Reads the register one level at a time and remembers the documents met; two queries a level."""

    def __init__(self, changed: LegalDocument, *, on: date, without: Iterable[UUID | None] = ()) -> None:
        """From a changed document, as the register stands on the day; `without` leaves out what acted on it."""
        self.documents: dict[str, LegalDocument] = {str(changed.pk): changed}
        self._on, self._without = on, {str(key) for key in without if key}

    def links(self, level: Sequence[str]) -> list[rules.Link]:
        """What rests directly on any of these."""
        rows = bases.resting_on(level, KINDS)
        new = {source for source, *_ in rows if str(source) not in self.documents}
        self.documents |= {str(key): one for key, one in bases.by_ids(new).items()}
        return [
            rules.Link(
                above=str(target),
                below=str(source),
                words=relations.words(RelationKind(kind), incoming=False),
                is_confirmed=is_confirmed,
            )
            for source, target, kind, is_confirmed in rows
        ]

    def is_applied(self, key: str) -> bool:
        """Whether the chain goes on through this document."""
        return key not in self._without and lawbase.state_of(self.documents[key], on=self._on) in APPLIED


def chain_words(chain: rules.Chain, documents: dict[str, LegalDocument]) -> list[str]:
    """The chain as it is kept and shown: one sentence a step."""
    return [
        f"{documents[step.document].name} {step.words} {documents[step.basis].name}"
        + ("" if step.is_confirmed else " (quan hệ chưa xác nhận)")
        for step in chain
    ]


def change_words(event: EffectEvent) -> str:
    """«Nghị định số … được sửa đổi bởi Nghị định số … từ 01/01/2026 (Điều 5)»."""
    acting = event.acting.name if event.acting else event.acting_words
    words = f"{event.document.name} {EVENT_NAMES[EventKind(event.kind)]}"
    if acting:
        words += f" bởi {acting}" if event.acting else f" ({acting})"
    scope = f": {event.scope_words}" if event.scope_words else ""
    return f"{words} từ ngày {day(event.on)}{scope}"[:1000]


def patch_words(patch: TextPatch) -> str:
    """«Nghị định số … được sửa đổi bởi Nghị định số … từ ngày …: Điều 8 (thay cả điều, khoản, điểm)»."""
    place = spoken(patch.target) if patch.target else "cả văn bản"
    what = PATCH_NAMES[PatchKind(patch.kind)].lower()
    words = f"{patch.document.name} được sửa đổi bởi {patch.acting.name} từ ngày {day(patch.on)}: {place} ({what})"
    return words[:1000]


@dataclass(frozen=True, slots=True)
class Change:
    """One confirmed change of a basis: an event of effect, or a change of its words; from which day, by what."""

    words: str
    on: date
    acting: UUID | None
    event: EffectEvent | None = None
    patch: TextPatch | None = None

    def is_told(self, told: Iterable[Change]) -> bool:
        """Whether a review that names these changes names this one: an amendment and its words are one matter."""
        amends = self.patch is not None or (self.event is not None and self.event.kind in AMENDS)
        return any(
            (one.event == self.event and one.patch == self.patch)
            or (amends and one.acting is not None and one.acting == self.acting and bool(one.patch) != bool(self.patch))
            for one in told
        )


AMENDS = frozenset({EventKind.AMENDED, EventKind.SUPPLEMENTED})


def changes_of(document: LegalDocument, *, on: date) -> list[Change]:
    """Confirmed changes of a document for which what rests on it is reviewed: events first, then words.

    The end it set itself is one from its day on: until then nothing has happened that was not known from the start.
    """
    rows = bases.changes(document, rules.CHANGES, on=on)
    events = [Change(change_words(one), one.on, one.acting_id, event=one) for one in rows]
    return events + [Change(patch_words(one), one.on, one.acting_id, patch=one) for one in bases.patched(document)]


def open_changes(document: LegalDocument) -> list[ReviewChange]:
    """Changes of the document, or by it, named by reviews nobody has decided yet."""
    ours = Q()
    for one in ("event", "patch"):
        ours |= Q(**{f"{one}__document": document}) | Q(**{f"{one}__acting": document})
    rows = ReviewChange.objects.filter(ours, case__state__in=[CaseState.OPEN, CaseState.REVIEWED])
    related = ("case", *(f"{one}__{name}" for one in ("event", "patch") for name in ("document", "acting")))
    return list(rows.select_related(*related).order_by("at", "id"))


def said_of(row: ReviewChange) -> str:
    """The change as the register tells it now."""
    return change_words(row.event) if row.event else patch_words(row.patch)  # type: ignore[arg-type]


def told_in(cases: Iterable[ReviewCase]) -> list[Change]:
    """The changes these reviews name."""
    return [
        Change(row.words, (row.event or row.patch).on, (row.event or row.patch).acting_id, row.event, row.patch)  # type: ignore[union-attr]
        for case in cases
        for row in case.changes.all()
    ]


def changed_since(moment: datetime, *, on: date) -> list[LegalDocument]:
    """Documents with a change confirmed since the moment, or ended by their own term since then, up to the day."""
    return bases.changed_since(moment, rules.CHANGES, on=on)
