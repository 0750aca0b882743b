"""Search by number, words without marks, quoted phrases: provisions, those in force first, one slip forgiven."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from motcua.legal.lawbase import search_index
from motcua.legal.lawbase.choices import HOLDING, UNIT_NAMES, EffectState, UnitKind
from motcua.legal.lawbase.models import LegalDocument, Provision, SearchWord
from motcua.legal.lawbase.queries.documents import by_number, confirmed, state_of
from motcua.legal.lawbase.rules import ranking
from motcua.legal.lawbase.rules.text import latin

CANDIDATES, PAGE, ENOUGH, SHORTEST_MENDED = 600, 20, 15, 3
_NUMBER = re.compile(r"\b\d[\w.]*(?:/\d{4})?[/\-][\w.&]+(?:[/\-][\w.&]+)*")
_SPACED = re.compile(r"(?<=\w)\s*/\s*(?=\w)")
_ARTICLE = re.compile(r"\bđiều\s+(\d+[a-zđ]?)\b", re.IGNORECASE)
_PENALTY = {EffectState.EXPIRED: 0.55, EffectState.SUSPENDED: 0.8, EffectState.UNFIT: 0.6}


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; `on` is the day whose effect counts."""

    on: date
    type: str = ""
    issuer: str = ""
    year: int | None = None
    field: str = ""
    state: EffectState | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: a document, or one of its provisions, with the words found; `whole` where it holds all of them."""

    document: LegalDocument
    state: EffectState
    unit_id: str
    label: str
    heading: str
    row: Provision
    found: frozenset[str]
    score: float
    whole: bool = True
    parts: tuple[ranking.Part, ...] = ()


def search(text: str, filters: Filters, *, page: int = 1) -> tuple[list[Hit], bool]:
    """One page of answers and whether there are more. Numbers in any spelling come first. The same on both databases.

    At most 600 rows are weighed, those in force and newest first; two provisions of one document at most are shown,
    unless the search is narrowed to it by its number.
    """
    text = _SPACED.sub("/", text)
    numbers = [found for found in _NUMBER.findall(latin(text)) if any(mark.isdigit() for mark in found)]
    if not numbers and (by_number(text).exists() or text.strip().isdigit()):
        numbers = [text]
    named = [document for number in numbers for document in by_number(number)[:PAGE]]
    rest = text
    for number in numbers:
        rest = latin(rest).replace(latin(number), " ")
    query = ranking.query_of(rest if named else text)
    hits = _worded(query, filters, within=named) if query.words or query.phrases else []
    hits = _of_numbers(named, filters, asked=rest) + hits
    seen: dict[tuple[Any, str], Hit] = {}
    many: dict[Any, int] = {}
    for hit in sorted(hits, key=_order):
        key = (hit.document.pk, hit.unit_id)
        if key not in seen and (named or many.get(hit.document.pk, 0) < 2):
            seen[key] = hit
            many[hit.document.pk] = many.get(hit.document.pk, 0) + 1
    shown = list(seen.values())[: PAGE * 10]
    return _with_parts(shown[(page - 1) * PAGE : page * PAGE]), len(shown) > page * PAGE


def _order(hit: Hit) -> tuple[bool, float, int, str, str]:
    day = hit.document.issued_on
    return (not hit.whole, -round(hit.score, 6), -(day.toordinal() if day else 0), hit.document.slug, hit.unit_id)


def _of_numbers(named: Sequence[LegalDocument], filters: Filters, *, asked: str) -> list[Hit]:
    rows = _narrowed(Provision.objects.filter(document__in=[one.pk for one in named], version__isnull=True), filters)
    article = _ARTICLE.search(latin(asked))
    found = [hit for row in rows if (hit := _hit(row, filters, frozenset(), 1000.0))]
    if article:
        wanted = Provision.objects.filter(
            document__in=[one.pk for one in named], version__is_current=True, unit_id=f"dieu-{article.group(1).lower()}"
        )
        found += [hit for row in _narrowed(wanted, filters) if (hit := _hit(row, filters, frozenset(), 2000.0))]
    return found


def _worded(query: ranking.Query, filters: Filters, *, within: Sequence[LegalDocument]) -> list[Hit]:
    groups = [group for word in query.words if (group := _known(word))]
    words = {word for group in groups for word in group} | {word for one in query.phrases for word in one.split()}
    if not groups and not query.phrases:
        return []
    counts = dict(SearchWord.objects.filter(word__in=words).values_list("word", "rows"))
    total = Provision.objects.exclude(search_text="").count()
    weights = {word: ranking.weight(counts.get(word, 0), total) for word in words}
    rows = _rows(groups, query.phrases, filters, within, every=True)
    whole = {row.pk for row in rows} if len(groups) == len(query.words) else set()
    if len(rows) < ENOUGH and len(groups) > 1 and not query.phrases:
        telling = sorted(groups, key=lambda group: -max(weights[word] for word in group))[:4]
        known = {row.pk for row in rows}
        rows += [row for row in _rows(telling, (), filters, within, every=False) if row.pk not in known]
    found = frozenset(words)
    scored = []
    for row in rows:
        title = "" if row.version_id is None else ranking.search_words(row.document.title)
        value = ranking.score(
            row.search_text.split(), heading=ranking.search_words(row.heading), title=title, groups=groups,
            weights=weights, phrases=query.phrases,
        )  # fmt: skip
        if (hit := _hit(row, filters, found, value)) is not None:
            scored.append(replace(hit, whole=row.pk in whole))
    return scored


def _rows(
    groups: list[list[str]], phrases: Sequence[str], filters: Filters, within: Sequence[LegalDocument], *, every: bool
) -> list[Provision]:
    sql, values = search_index.condition(connection, groups, list(phrases), every=every)
    rows = Provision.objects.exclude(search_text="").extra(where=[sql], params=values)  # noqa: S610  words are a-z, 0-9
    if within:
        rows = rows.filter(document__in=[one.pk for one in within])
    return list(_narrowed(rows, filters)[:CANDIDATES])


def _narrowed(rows: QuerySet[Provision], filters: Filters) -> QuerySet[Provision]:
    wanted = {
        "document__type": filters.type, "document__issuer": filters.issuer, "document__field": filters.field,
        "document__issued_on__year": filters.year,
    }  # fmt: skip
    rows = rows.filter(**{name: value for name, value in wanted.items() if value})
    documents = LegalDocument.objects.prefetch_related(confirmed())
    rows = rows.prefetch_related(Prefetch("document", queryset=documents))
    return rows.order_by("-document__is_holding", "-document__issued_on", "document__slug", "order")


def _hit(row: Provision, filters: Filters, found: frozenset[str], value: float) -> Hit | None:
    """The row as an answer, or nothing when its state on the day is not the one asked for."""
    state = state_of(row.document, on=filters.on)
    if filters.state is not None and state is not filters.state:
        return None
    penalty = 1.0 if state in HOLDING else _PENALTY.get(state, 0.9)
    label = f"{UNIT_NAMES[UnitKind(row.kind)]} {row.number}".strip() if row.unit_id else ""
    return Hit(row.document, state, row.unit_id, label, row.heading, row, found, value * penalty)


def _with_parts(hits: Sequence[Hit]) -> list[Hit]:
    """The hits of one page with their snippets: an article's text is its own and that of all units inside it."""
    wanted = Q(pk__in=[hit.row.pk for hit in hits])
    for hit in hits:
        if hit.unit_id:
            wanted |= Q(version=hit.row.version_id, unit_id__startswith=f"{hit.unit_id}/")
    texts: dict[Any, list[tuple[str, str]]] = {}
    for version, unit_id, text in (
        Provision.objects.filter(wanted).order_by("order").values_list("version_id", "unit_id", "text")
    ):
        texts.setdefault(version, []).append((unit_id, text))
    return [replace(hit, parts=ranking.snippet(_whole(hit, texts), hit.found)) for hit in hits]


def _whole(hit: Hit, texts: dict[Any, list[tuple[str, str]]]) -> str:
    if not hit.unit_id:
        return hit.row.text
    own = (hit.unit_id, f"{hit.unit_id}/")
    inside = [text for unit_id, text in texts[hit.row.version_id] if unit_id == own[0] or unit_id.startswith(own[1])]
    return "".join(inside)


def _known(word: str) -> list[str]:
    """Words of the vocabulary meant by a word: itself, else the nearest one slip away, else how it may go on."""
    if SearchWord.objects.filter(word=word, rows__gt=0).exists():
        return [word]
    if len(word) >= SHORTEST_MENDED:
        near = SearchWord.objects.filter(word__in=ranking.near_words(word), rows__gt=0).order_by("-rows", "word")
        if found := list(near.values_list("word", flat=True)[:2]):
            return found
    longer = SearchWord.objects.filter(word__startswith=word, rows__gt=0).order_by("-rows", "word")
    return list(longer.values_list("word", flat=True)[:4])
