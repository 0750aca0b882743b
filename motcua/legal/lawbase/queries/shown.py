"""A text as a page shows it: headings apart from words, citations as links, each change told once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from motcua.legal.lawbase.choices import EffectState, UnitKind
from motcua.legal.lawbase.queries.documents import events_of
from motcua.legal.lawbase.queries.links import Link, Part, links_of, parts
from motcua.legal.lawbase.queries.texts import TextOnDay
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.pointintime import Mark, Piece, inside

_BIG = frozenset({UnitKind.ATTACHED, UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION,
                  UnitKind.APPENDIX})  # fmt: skip
_SMALL = frozenset({UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.FORM})
_TABLE = _BIG | _SMALL
_ALONE = frozenset({EffectState.NOT_YET, EffectState.SUSPENDED, EffectState.EXPIRED})


@dataclass(frozen=True, slots=True)
class Laid:
    """One piece: its tag (h2, h3, p), its heading and its words, cut at the links.

    `state`: how it stands on the day where that is not how what holds it stands, and its words do not tell.
    """

    piece: Piece
    tag: str
    head: list[Part]
    words: list[Part]
    state: EffectState | None = None


def standing(text: TextOnDay | None, *, on: date) -> dict[str, EffectState]:
    """Provisions that stand on the day otherwise than what holds them, paused, not begun or ended, by id."""
    if text is None:
        return {}
    return _states(text, [piece for piece in text.now.pieces if piece.text.strip()], on)


def laid_out(text: TextOnDay | None, *, on: date | None = None) -> list[Laid]:
    """The pieces of a text with something to read, in order; nothing for a stub. With a day, how each stands on it."""
    if text is None:
        return []
    links, pieces = links_of(text), [piece for piece in text.now.pieces if piece.text.strip()]
    states = _states(text, pieces, on) if on else {}
    return [_laid(piece, links.get(piece.id, []), states.get(piece.id)) for piece in _with_own_marks(pieces)]


def _states(text: TextOnDay, pieces: Sequence[Piece], on: date) -> dict[str, EffectState]:
    """Provisions that are paused, not begun or ended alone; of those inside one another the outermost tells."""
    events = [
        replace(one, scope=tuple(piece.id for scope in one.scope for piece in inside(pieces, scope)) or one.scope)
        for one in events_of(text.version.document)
    ]
    scopes = {scope for event in events for scope in event.scope}
    whole, found = effect.state_on(events, on), dict[str, EffectState]()
    changed = {piece.id for piece in pieces if piece.marks}
    for piece in pieces:
        around = _around(piece.id)
        if scopes.isdisjoint(around):
            continue
        state = effect.provision_state(events, piece.id, on)
        is_told = piece.is_gone or (state is EffectState.EXPIRED and not changed.isdisjoint(around))
        if state in _ALONE and state is not whole and not is_told and state not in map(found.get, around):
            found[piece.id] = state
    return found


def _around(key: str) -> list[str]:
    """The provision and all that hold it, the outermost first."""
    return list(accumulate(key.split("/"), lambda above, step: f"{above}/{step}"))


def contents(laid: Sequence[Laid]) -> list[Piece]:
    """The table of contents: chapters, articles, appendices that are not gone."""
    return [one.piece for one in laid if one.piece.kind in _TABLE and not one.piece.is_gone]


def _laid(piece: Piece, links: list[Link], state: EffectState | None) -> Laid:
    tag = "h2" if piece.kind in _BIG else "h3" if piece.kind in _SMALL else "p"
    head, words = _split(piece, tag)
    place = piece.text.find(head)
    return Laid(piece, tag, _cut(piece, head, place, links), _cut(piece, words, place + len(head), links), state)


def _cut(piece: Piece, words: str, after: int, links: list[Link]) -> list[Part]:
    """The words cut at the links; words that do not stand so in the piece have none."""
    place = piece.text.find(words, max(0, after))
    return parts(words, place, links if place >= 0 else [])


def _split(piece: Piece, tag: str) -> tuple[str, str]:
    """The heading line and the words under it; all of a short unit is words."""
    if tag == "p":
        return "", piece.text.strip("\n")
    first, _sep, rest = piece.text.strip("\n").partition("\n")
    if piece.kind in _BIG and piece.heading and rest:
        return f"{first}\n{rest}", ""
    if piece.kind is UnitKind.ARTICLE and not piece.heading:
        number, sep, words = first.partition(".")
        return f"{number}{sep}", f"{words.strip()}\n{rest}".strip("\n")
    return first, rest


def _with_own_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without the marks that stand at the unit above already: an inserted article says once who brought it."""
    marks = {piece.id: set(piece.marks) for piece in pieces}
    return [replace(one, marks=tuple(mark for mark in one.marks if mark not in _above(one, marks))) for one in pieces]


def _above(piece: Piece, marks: Mapping[str, set[Mark]]) -> set[Mark]:
    return marks.get(piece.id.rpartition("/")[0], set())
