"""Search by number, words without marks, quoted phrases: provisions, those in force first, one slip forgiven."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model

from motcua.base import rows
from motcua.base.rows import stored
from motcua.base.vn.rules import fold
from motcua.legal.lawbase.choices import HOLDING, TYPES, UNIT_NAMES, EffectState, UnitKind
from motcua.legal.lawbase.models import LegalDocument, Provision, SearchRow
from motcua.legal.lawbase.queries import candidates
from motcua.legal.lawbase.queries.documents import by_number
from motcua.legal.lawbase.rules import indexing, ranking
from motcua.legal.lawbase.rules.text import latin

M = TypeVar("M", bound=Model)
PAGE, PAGES, OF_ONE_DOCUMENT, FEW_UNITS, MOST_UNITS = 20, 10, 2, 12, 200
_NUMBER = re.compile(r"\b\d[\w.]*(?:/\d{4})?[/\-][\w.&]+(?:[/\-][\w.&]+)*")
_SPACED = re.compile(r"(?<=\w)\s*/\s*(?=\w)")
_ARTICLE = re.compile(r"\bđiều\s+(\d+[a-zđ]?)\b", re.IGNORECASE)
_TYPES: dict[str, list[str]] = {}
for _type in TYPES:
    _TYPES.setdefault(fold(_type), []).append(_type)
_SHORT = {"nd": "nghi dinh", "qd": "quyet dinh", "nq": "nghi quyet", "tt": "thong tu", "kh": "ke hoach"}
_TYPES |= {short: _TYPES[name] for short, name in _SHORT.items()}
_TYPED = re.compile(
    rf"\b(?P<type>{'|'.join(sorted(_TYPES, key=len, reverse=True))}) (?:so )?(?P<number>\d[\d.]*)\b"
    r"(?: nam (?P<year>\d{4})\b)?"
)
_NOT_ISSUED, _PENALTY = 0.45, {EffectState.EXPIRED: 0.55, EffectState.SUSPENDED: 0.8, EffectState.UNFIT: 0.6}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; `on` is the day whose effect counts."""

    on: date
    type: str = ""
    issuer: str = ""
    year: int | None = None
    field: str = ""
    state: EffectState | None = None

    @property
    def marks(self) -> list[str]:
        """As marks of the rows wanted."""
        asked = {"t": self.type, "i": self.issuer, "f": self.field, "y": self.year, "s": self.state}
        return [indexing.mark(kind, value) for kind, value in asked.items() if value]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: a document, or one of its provisions, with the words found; `whole` where it holds all of them."""

    document: LegalDocument
    state: EffectState
    unit_id: str
    label: str
    heading: str
    found: frozenset[str]
    score: float
    whole: bool = True
    parts: tuple[ranking.Part, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """A document meant by its number."""

    pk: UUID
    slug: str
    is_holding: bool
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A place with its worth, before its document is read."""

    place: int
    provision: Any
    document: Any
    state: EffectState
    score: float
    whole: bool = True


def search(text: str, filters: Filters, *, page: int = 1) -> tuple[list[Hit], bool]:
    """One page of answers and whether there are more. Numbers in any spelling come first. The same on both databases.

    Two provisions of one document at most are shown, unless the search is narrowed to it by its number.
    """
    text = _SPACED.sub("/", text)
    named, rest = _named(text)
    query = ranking.query_of(rest if named else text)
    found, ranked = frozenset[str](), _of_numbers(named, filters, asked=rest)
    if query.words or query.phrases:
        narrowed = candidates.Narrowed(
            marks=tuple(filters.marks), documents=tuple(document.slug for document in named), state=filters.state,
            on=filters.on, year=filters.year,
            of_the_day=filters.state is not None and candidates.of_the_day(filters.on),
        )  # fmt: skip
        asked, rows = candidates.candidates(query, narrowed, page=page)
        found = frozenset(word for group in asked.groups for word in group)
        found |= {word for phrase in asked.phrases for word in phrase.split()}
        ranked += [_ranked(row, asked, filters) for row in rows]
    shown = _shown(ranked, every=bool(named))
    return _hits(shown[(page - 1) * PAGE : page * PAGE], found), len(shown) > page * PAGE


def _named(text: str) -> tuple[list[_Named], str]:
    """Documents meant by the numbers of a query, and the query without these."""
    if not any(mark.isdigit() for mark in text):
        return [], text
    numbers = [found for found in _NUMBER.findall(latin(text)) if any(mark.isdigit() for mark in found)]
    if not numbers and (named := _numbered(text)):
        return named, ""
    if not numbers:
        return _typed(text)
    rest = text
    for number in numbers:
        rest = latin(rest).replace(latin(number), " ")
    return [one for number in numbers for one in _numbered(number)], rest


def _typed(text: str) -> tuple[list[_Named], str]:
    """«Nghị định 118», «luật số 60», «quyết định 904 năm 2023»: a type, a bare number, perhaps the year."""
    found = _TYPED.search(fold(latin(text)))
    if found is None:
        return [], text
    year = {"issued_on__year": int(found["year"])} if found["year"] else {}
    named = _numbered(found["number"], type__in=_TYPES[found["type"]], **year)
    return (named, fold(latin(text)).replace(found[0], " ")) if named else ([], text)


def _numbered(number: str, **narrowed: Any) -> list[_Named]:
    """Documents of this number, those that hold first, then the newest. Put in order here: few have one number."""
    rows = by_number(number).filter(**narrowed).order_by()
    found = [_Named(*row) for row in rows.values_list("pk", "slug", "is_holding", "issued_on")]
    return sorted(found, key=lambda one: (not one.is_holding, -(one.issued_on or date.min).toordinal(), one.slug))[
        :PAGE
    ]


def _of_numbers(named: Sequence[_Named], filters: Filters, *, asked: str) -> list[_Ranked]:
    if not named:
        return []
    article = _ARTICLE.search(latin(asked))
    units = ["", f"dieu-{article.group(1).lower()}"] if article else [""]
    rows = SearchRow.objects.filter(document__in=[one.pk for one in named], provision__unit_id__in=units)
    if filters.marks:
        rows = rows.filter(place__in=candidates.with_marks(filters.marks, [one.slug for one in named]))
    places = {place: (2000.0 if unit else 1000.0) for place, unit in rows.values_list("place", "provision__unit_id")}
    found = candidates.rows_at(list(places), on=filters.on)
    return [
        _Ranked(row.place, row.provision, row.document, row.state, places[row.place] * _worth(row, filters))
        for row in found
        if filters.state in {None, row.state}
    ]


def _ranked(row: candidates.Row, asked: ranking.Asked, filters: Filters) -> _Ranked:
    value = -1.0 - (row.order or 0)
    if row.order is None:
        value = ranking.score(asked, words=row.words, head=row.head, title=row.title) * _worth(row, filters)
    return _Ranked(row.place, row.provision, row.document, row.state, value, row.is_whole)


def _worth(row: candidates.Row, filters: Filters) -> float:
    """What is in force on the day counts whole; what was not even issued then, least."""
    if row.state in HOLDING:
        return 1.0
    return _NOT_ISSUED if indexing.day_of(row.place) > filters.on else _PENALTY.get(row.state, 0.9)


def _shown(ranked: Iterable[_Ranked], *, every: bool) -> list[_Ranked]:
    """In order, each once, two of a document at most."""
    seen: set[int] = set()
    many: dict[Any, int] = {}
    shown = []
    for one in sorted(ranked, key=lambda one: (not one.whole, -round(one.score, 6), one.place)):
        if one.place not in seen and (every or many.get(one.document, 0) < OF_ONE_DOCUMENT):
            seen.add(one.place)
            many[one.document] = many.get(one.document, 0) + 1
            shown.append(one)
    return shown[: PAGE * PAGES + 1]


def _hits(shown: Sequence[_Ranked], found: frozenset[str]) -> list[Hit]:
    """The answers of one page with their documents and snippets."""
    documents = {one.pk: one for one in _by_keys(LegalDocument, {_id(one.document) for one in shown})}
    provisions = {row.pk: row for row in _by_keys(Provision, {_id(one.provision) for one in shown})}
    inside = _inside([row for row in provisions.values() if row.unit_id])
    hits = []
    for one in shown:
        row = provisions[_id(one.provision)]
        label = f"{UNIT_NAMES[UnitKind(row.kind)]} {row.number}".strip() if row.unit_id else ""
        parts = ranking.snippet(row.text + inside.get(row.pk, ""), found)
        hits.append(
            Hit(
                documents[row.document_id],
                one.state,
                row.unit_id,
                label,
                row.heading,
                found,
                one.score,
                one.whole,
                parts,
            )
        )
    return hits


def _by_keys(model: type[M], keys: Collection[UUID]) -> list[M]:
    there, values = rows.among("id", keys)
    return rows.rows(model, there, *values) if keys else []


def _id(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _inside(rows: Sequence[Any]) -> dict[UUID, str]:
    """The text of the units inside each: they follow it. A few are read of each, many of those that go on."""
    units: dict[tuple[Any, int], tuple[str, str]] = {}
    long = _read(rows, 0, FEW_UNITS, units)
    _read(long, FEW_UNITS, MOST_UNITS, units)
    return {row.pk: "".join(text for _, text in _following(row, units)) for row in rows}


def _read(rows: Sequence[Any], after: int, most: int, units: dict[tuple[Any, int], tuple[str, str]]) -> list[Any]:
    """Add the units that stand so far behind each row; the rows that all of them belong to."""
    if not rows:
        return []
    one = '(document_id = %s AND "order" > %s AND "order" <= %s)'
    values = [value for row in rows for value in (stored(row.document_id), row.order + after, row.order + most)]
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT version_id, "order", unit_id, text FROM lawbase_provision'  # noqa: S608  marks only
            f" WHERE version_id IS NOT NULL AND ({' OR '.join([one] * len(rows))})",
            values,
        )
        units.update({(row[0], row[1]): (row[2], row[3]) for row in cursor.fetchall()})
    return [row for row in rows if sum(1 for _ in _following(row, units)) == most]


def _following(row: Any, units: dict[tuple[Any, int], tuple[str, str]]) -> Iterator[tuple[str, str]]:
    version, order, inside = stored(row.version_id), row.order + 1, f"{row.unit_id}/"
    while (unit := units.get((version, order))) and unit[0].startswith(inside):
        yield unit
        order += 1
