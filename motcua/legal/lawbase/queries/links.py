"""Citations of a shown text as places to go to: the provision meant when the register has it, else its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from motcua.base.vn.rules import nfc
from motcua.legal.lawbase.models import Citation, Provision
from motcua.legal.lawbase.queries.texts import TextOnDay
from motcua.legal.lawbase.rules.pointintime import Piece


@dataclass(frozen=True, slots=True)
class Link:
    """Letters start–end of a piece lead to a unit (`unit`, "" the whole) of a document (`slug`, "" the same text)."""

    start: int
    end: int
    slug: str
    unit: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words, with where it leads."""

    text: str
    link: Link | None = None


def links_of(text: TextOnDay) -> dict[str, list[Link]]:
    """Links by piece, in order, none within another; two statements. Pieces with changed words have none."""
    rows = text.version.citations.filter(standing__in=["self", "known"]).select_related("target")
    rows = rows.only("start", "end", "words", "places", "standing", "version", "target", "target__slug")
    cited = sorted(rows, key=lambda row: (row.start, -row.end))
    shown = {piece.id: piece for piece in text.now.pieces if not piece.is_gone}
    known = _known(cited)
    found: dict[str, list[Link]] = {}
    places = iter(cited)
    row = next(places, None)
    begin = 0
    for piece in text.before:
        end = begin + len(piece.text)
        done = begin
        while row is not None and row.start < end:
            if row.start >= done and row.end <= end and _is_unchanged(piece, shown):
                link = _link(row, begin, shown, known)
                if link is not None:
                    found.setdefault(piece.id, []).append(link)
                    done = row.end
            row = next(places, None)
        begin = end
    return found


def parts(words: str, at: int, links: list[Link]) -> list[Part]:
    """The words, which begin at letter `at` of their piece, cut at the links; joined they are the same words."""
    inside = [link for link in links if at <= link.start and link.end <= at + len(words)]
    cuts = [0, *(cut - at for link in inside for cut in (link.start, link.end)), len(words)]
    by_start = {link.start - at: link for link in inside}
    return [Part(words[a:b], by_start.get(a)) for a, b in pairwise(cuts) if a < b]


def _known(cited: list[Citation]) -> set[tuple[str, str]]:
    """Which of the provisions meant in other documents their current texts have."""
    wanted = {(str(row.target_id), row.places[0]) for row in cited if row.target_id and row.places}
    if not wanted:
        return set()
    rows = Provision.objects.filter(
        version__is_current=True,
        document__in=sorted({key for key, _ in wanted}),
        unit_id__in=sorted({unit for _, unit in wanted}),
    )
    return {(str(key), unit) for key, unit in rows.values_list("document_id", "unit_id")} & wanted


def _is_unchanged(piece: Piece, shown: Mapping[str, Piece]) -> bool:
    return piece.id in shown and shown[piece.id].text == piece.text


def _link(row: Citation, begin: int, shown: Mapping[str, Piece], known: set[tuple[str, str]]) -> Link | None:
    start, end = row.start - begin, row.end - begin
    unit = row.places[0] if row.places else ""
    if row.target is None:
        return Link(start, end, "", unit) if unit in shown else None
    if (str(row.target_id), unit) in known:
        return Link(start, end, row.target.slug, unit)
    return None if "này" in nfc(row.words) else Link(start, end, row.target.slug, "")
