"""A text as a page shows it: headings apart from words, citations as links, each change told once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.queries.links import Link, Part, links_of, parts
from motcua.legal.lawbase.queries.texts import TextOnDay
from motcua.legal.lawbase.rules.pointintime import Mark, Piece

_BIG = frozenset({UnitKind.ATTACHED, UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION,
                  UnitKind.APPENDIX})  # fmt: skip
_SMALL = frozenset({UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.FORM})
_TABLE = _BIG | _SMALL


@dataclass(frozen=True, slots=True)
class Laid:
    """One piece: its tag (h2, h3, p), its heading and its words, cut at the links."""

    piece: Piece
    tag: str
    head: list[Part]
    words: list[Part]


def laid_out(text: TextOnDay | None) -> list[Laid]:
    """The pieces of a text with something to read, in order; nothing for a stub."""
    if text is None:
        return []
    links = links_of(text)
    pieces = _with_own_marks([piece for piece in text.now.pieces if piece.text.strip()])
    return [_laid(piece, links.get(piece.id, [])) for piece in pieces]


def contents(laid: Sequence[Laid]) -> list[Piece]:
    """The table of contents: chapters, articles, appendices that are not gone."""
    return [one.piece for one in laid if one.piece.kind in _TABLE and not one.piece.is_gone]


def _laid(piece: Piece, links: list[Link]) -> Laid:
    tag = "h2" if piece.kind in _BIG else "h3" if piece.kind in _SMALL else "p"
    head, words = _split(piece, tag)
    place = piece.text.find(head)
    return Laid(piece, tag, _cut(piece, head, place, links), _cut(piece, words, place + len(head), links))


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
