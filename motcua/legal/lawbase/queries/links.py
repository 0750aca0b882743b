"""Citations of a shown text as places to go to: the provision meant when the register has it, else its document."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from uuid import UUID

from motcua.base.vn.rules import nfc
from motcua.legal.lawbase.models import Provision
from motcua.legal.lawbase.queries.documents import published
from motcua.legal.lawbase.queries.reading import cited_in
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


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation of a shown piece: letters start–end of it, the document meant ("" the same text), its provision."""

    piece: str
    start: int
    end: int
    target: str
    slug: str
    unit: str
    is_vague: bool


def links_of(text: TextOnDay) -> dict[str, list[Link]]:
    """Links by piece, in order, none within another. Words an amendment brought are read when they are shown.

    Two statements, and three more for words brought by amendments, on however many days.
    """
    shown = {piece.id: piece for piece in text.now.pieces if not piece.is_gone}
    cited = [*_stored(text, shown), *_brought(text, shown)]
    known = _known(cited)
    found: dict[str, list[Link]] = {}
    done: dict[str, int] = {}
    for one in sorted(cited, key=lambda one: (one.piece, one.start, -one.end)):
        if one.start < done.get(one.piece, 0):
            continue
        link = _link(one, shown, known)
        if link is not None:
            found.setdefault(one.piece, []).append(link)
            done[one.piece] = one.end
    return found


def _stored(text: TextOnDay, shown: Mapping[str, Piece]) -> Iterator[_Cited]:
    """Citations read when the text was entered, in the pieces that still say the same."""
    rows = text.version.citations.filter(standing__in=["self", "known"]).select_related("target")
    asked = ("start", "end", "words", "places", "standing", "version", "target", "target__slug", "target__is_public")
    rows = rows.only(*asked)
    starts = list(accumulate((len(piece.text) for piece in text.before), initial=0))
    for row in rows:
        place = bisect_right(starts, row.start) - 1
        if place >= len(text.before) or row.end > starts[place + 1] or (row.target and not row.target.is_public):
            continue
        piece, begin = text.before[place], starts[place]
        if piece.id in shown and shown[piece.id].text == piece.text:
            key, slug = (str(row.target_id), row.target.slug) if row.target else ("", "")
            yield _Cited(
                piece.id, row.start - begin, row.end - begin, key, slug, row.places[0] if row.places else "",
                "này" in nfc(row.words),
            )  # fmt: skip


def _brought(text: TextOnDay, shown: Mapping[str, Piece]) -> Iterator[_Cited]:
    """Citations in words that amendments brought, as of the day of each: a short name means the law of that day."""
    before = {piece.id: piece.text for piece in text.before}
    by_day: dict[date, list[Piece]] = {}
    for piece in shown.values():
        if piece.marks and before.get(piece.id) != piece.text:
            by_day.setdefault(piece.marks[-1].on, []).append(piece)
    found = []
    words = {on: [(piece.id, piece.text) for piece in pieces] for on, pieces in by_day.items()}
    for on, cited in cited_in(text.version.document, words):
        pieces = by_day[on]
        starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))
        for one in cited:
            place = bisect_right(starts, one.start) - 1
            if one.standing in {"self", "known"} and one.end <= starts[place + 1]:
                found.append((pieces[place].id, one.start - starts[place], one.end - starts[place], one))
    keys = sorted({one.target for *_, one in found if one.target})
    slugs = dict(published().filter(pk__in=keys).values_list("pk", "slug")) if keys else {}
    for piece_id, start, end, one in found:
        if one.target and UUID(one.target) not in slugs:
            continue
        slug = slugs.get(UUID(one.target), "") if one.target else ""
        unit = one.places[0] if one.places else ""
        yield _Cited(piece_id, start, end, one.target or "", slug, unit, "này" in nfc(one.words))


def parts(words: str, at: int, links: list[Link]) -> list[Part]:
    """The words, which begin at letter `at` of their piece, cut at the links; joined they are the same words."""
    inside = [link for link in links if at <= link.start and link.end <= at + len(words)]
    cuts = [0, *(cut - at for link in inside for cut in (link.start, link.end)), len(words)]
    by_start = {link.start - at: link for link in inside}
    return [Part(words[a:b], by_start.get(a)) for a, b in pairwise(cuts) if a < b]


def _known(cited: Sequence[_Cited]) -> set[tuple[str, str]]:
    """Which of the provisions meant in other documents their current texts have."""
    wanted = {(one.target, one.unit) for one in cited if one.target and one.unit}
    if not wanted:
        return set()
    rows = Provision.objects.filter(
        version__is_current=True,
        document__in=sorted({key for key, _ in wanted}),
        unit_id__in=sorted({unit for _, unit in wanted}),
    )
    return {(str(key), unit) for key, unit in rows.values_list("document_id", "unit_id")} & wanted


def _link(one: _Cited, shown: Mapping[str, Piece], known: set[tuple[str, str]]) -> Link | None:
    if not one.target:
        return Link(one.start, one.end, "", one.unit) if one.unit in shown else None
    if (one.target, one.unit) in known:
        return Link(one.start, one.end, one.slug, one.unit)
    return None if one.is_vague else Link(one.start, one.end, one.slug, "")
