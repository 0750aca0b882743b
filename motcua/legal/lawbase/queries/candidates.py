"""Which rows a search weighs: few, and the same on both databases.

A question to the index is answered with its first places: documents that hold first, then the newest. Asked one after
another until there are enough: all words in a heading, all neighbouring words, all words, all but one, two of the
most telling. What fits but is not weighed follows in the order of places.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from django.db import connection
from django.db.models import Q

from motcua.base.rows import among
from motcua.legal.lawbase.choices import HOLDING, EffectState
from motcua.legal.lawbase.models import SearchWord
from motcua.legal.lawbase.queries.places import Group, Question, first_places, needs_years
from motcua.legal.lawbase.rules import indexing, ranking

HEADS, PAIRS, WORDS, PARTLY, ENOUGH, AROUND = 40, 50, 60, 60, 15, 3
SHORTEST_MENDED, MOST_TELLING, FOLLOWING, LETTERS, MANY = 3, 4, 60, 8_000, 1_000_000
"""`FOLLOWING`: rows in the order of places for each page after the first; `LETTERS` of a row are weighed;
`MANY`: rows of what is not counted."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What else must be so: marks of the row, one of some documents, a state on a day.

    `of_the_day`: that for which all places were given, so that they tell which documents hold.
    """

    marks: tuple[str, ...]
    documents: tuple[str, ...]
    state: EffectState | None
    on: date
    year: int | None = None
    of_the_day: bool = False

    def question(self, either: Iterable[tuple[Group, ...]], fewest: int, rows: Mapping[str, int]) -> Question:
        """The same question among these only."""
        always: list[Group] = [(mark,) for mark in self.marks]
        if self.documents:
            always.append(tuple(indexing.mark("d", slug) for slug in self.documents))
        counted, letters = indexing.years_counted(self.state or ""), indexing.YEARS_LETTERS
        years = {word[-letters:]: many for word, many in rows.items() if word.startswith(counted)}
        if self.year:
            years = {word: many for word, many in years.items() if word.endswith(f"{self.year:04}")}
        fewest = min(fewest, sum(years.values())) if years else fewest
        question = Question(tuple(either), tuple(always), 0 if self.documents else fewest, years=years)
        if self.state is None:
            return question
        issued = self.state not in {EffectState.NOT_YET, EffectState.UNKNOWN}
        within = indexing.issued_by(self.on) if issued else question.within
        if issued and self.of_the_day:
            within = within[:1] if self.state in HOLDING else within[1:]
        return replace(question, state=self.state, on=self.on, within=within)


@dataclass(frozen=True, slots=True)
class Row:
    """A row to weigh; those that only follow have an `order` instead."""

    place: int
    document: Any
    provision: Any
    title: str
    head: str
    words: str
    state: EffectState
    is_whole: bool = True
    order: int | None = None


def candidates(query: ranking.Query, narrowed: Narrowed, *, page: int) -> tuple[ranking.Asked, list[Row]]:
    """The query as understood, and the rows to weigh for this page."""
    asked, rows = understood(query, narrowed.state)
    phrased = {word for phrase in asked.phrases for word in phrase.split()}
    if not asked.groups or not phrased <= rows.keys():
        return asked, []
    known = len(asked.groups) == len({*query.words, *phrased})
    fewest = min(sum(rows.get(word, 0) for word in group) for group in asked.groups)
    whole, follows = _whole(asked, rows, narrowed, fewest, page)
    partly = [] if len(whole) >= ENOUGH or asked.phrases else _partly(asked, rows, narrowed, set(whole))
    order = {place: number for number, place in enumerate(whole)}
    return asked, [
        replace(row, is_whole=known and row.place in order, order=order[row.place] if row.place in follows else None)
        for row in rows_at([*whole, *partly], on=narrowed.on, letters=LETTERS)
    ]


def _whole(
    asked: ranking.Asked, rows: dict[str, int], narrowed: Narrowed, fewest: int, page: int
) -> tuple[list[int], set[int]]:
    """Places with all words, the likeliest first, each once; and those of them that only follow."""
    tight = tuple((term,) for phrase in asked.phrases for term in _phrase(phrase))
    long = tuple(phrase for phrase in asked.phrases if phrase.count(" ") > 1)
    groups = tuple(sorted(asked.groups, key=lambda group: sum(rows.get(word, 0) for word in group)))
    heads = tuple(tuple(f"_{word}" for word in group) for group in groups)
    near = tuple(tuple(f"{a}_{b}" for a in first for b in second) for first, second in pairwise(asked.groups))

    def ask(way: tuple[Group, ...], most: int) -> list[int]:
        return first_places(replace(narrowed.question([way], fewest, rows), phrases=long), most)

    first = ask((*tight, *groups), WORDS + (page - 1) * FOLLOWING)
    if len(first) < WORDS:
        return first, set()
    likely = ask((*tight, *heads), HEADS)
    if len(likely) == HEADS:
        many = len(groups)
        likely += ask(
            (*tight, *heads, tuple(indexing.length_mark(words) for words in range(many, many + AROUND + 1))), HEADS
        )
    likely += ask((*tight, *near), PAIRS) if near and not tight else []
    return list(dict.fromkeys([*likely, *first])), set(first[WORDS:]) - set(likely)


def _partly(asked: ranking.Asked, rows: dict[str, int], narrowed: Narrowed, known: set[int]) -> list[int]:
    """Places with some of the words, until there are enough: without those that only ask; without one, without two;
    with two of the pairs of neighbours; with two of the most telling words; with any of two.
    """
    content = [group for group in asked.groups if not ranking.ASKING.issuperset(group)]
    groups = content if len(content) > 1 else list(asked.groups)
    near = [tuple(f"{a}_{b}" for a in first for b in second) for first, second in pairwise(groups)]
    groups = sorted(groups, key=lambda group: sum(rows.get(word, 0) for word in group))
    telling, many = groups[:MOST_TELLING], len(groups)
    ways: list[list[tuple[Group, ...]]] = [[tuple(groups)]] if many < len(asked.groups) else []
    ways += [list(combinations(groups, many - 1))] if many > 3 else []
    ways += [list(combinations(groups, many - 2))] if 5 < many < 9 else []
    ways += [list(combinations(near, 2))] if many > 3 else []
    ways += [list(combinations(telling, 2))] if many > 2 else []
    ways += [[(group,) for group in telling]] if many == 2 else []
    found: dict[int, None] = {}
    for way in ways:
        fewest = sum(min(sum(rows.get(word, MANY) for word in group) for group in one) for one in way)
        places = first_places(narrowed.question(way, fewest, rows), PARTLY + len(known))
        found.update(dict.fromkeys(place for place in places if place not in known))
        if len(found) >= ENOUGH:
            break
    return list(found)


def _phrase(phrase: str) -> list[str]:
    words = phrase.split()
    return words if len(words) == 1 else [f"{a}_{b}" for a, b in pairwise(words)]


def with_marks(marks: Sequence[str], slugs: Sequence[str]) -> list[int]:
    """Places of these documents that bear all the marks."""
    always = tuple((mark,) for mark in marks)
    documents = tuple(indexing.mark("d", slug) for slug in slugs)
    return first_places(Question((), (*always, documents)), 100_000)


def rows_at(places: Sequence[int], *, on: date, letters: int = 1) -> list[Row]:
    """The rows at these places with the states of their documents on the day; `letters` of their words, 0 for all."""
    if not places:
        return []
    words = f"substr(words, 1, {letters:d})" if letters else "words"
    there, values = among("place", places)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT place, lawbase_searchrow.document_id, provision_id, title, head, {words}, state"  # noqa: S608
            " FROM lawbase_searchrow LEFT JOIN lawbase_effectspan ON since <= %s AND until > %s"
            f" AND lawbase_effectspan.document_id = lawbase_searchrow.document_id WHERE {there}",
            [on, on, *values],
        )
        return [
            Row(place, document, provision, title, head, text, EffectState(state or EffectState.UNKNOWN))
            for place, document, provision, title, head, text, state in cursor.fetchall()
        ]


def of_the_day(on: date) -> bool:
    """Whether the register stands at this day: the states of no document are kept for another."""
    days = "FROM lawbase_legaldocument"
    with connection.cursor() as cursor:  # one aggregate a question: each is then an end of the index
        cursor.execute(f"SELECT (SELECT MIN(state_on) {days}) = %s AND (SELECT MAX(state_on) {days}) = %s", [on, on])
        return bool(cursor.fetchone()[0])


def understood(query: ranking.Query, state: EffectState | None = None) -> tuple[ranking.Asked, dict[str, int]]:
    """The query's words as words that occur, with their weights and in how many rows they stand."""
    phrased = [word for phrase in query.phrases for word in phrase.split()]
    said = tuple(dict.fromkeys([*query.words, *phrased]))
    asked = Q(word__in=["", *said])
    if needs_years():
        asked |= Q(word__startswith=indexing.years_counted(state or ""))
    rows = dict(SearchWord.objects.filter(asked, rows__gt=0).values_list("word", "rows"))
    unknown = [word for word in query.words if word not in rows]
    meant = _meant(unknown, rows) if unknown else {}
    groups = tuple(group for word in said if (group := (word,) if word in rows else meant.get(word, ())))
    words = {word for group in groups for word in group}
    weights = {word: ranking.weight(rows.get(word, 0), rows.get("", 0)) for word in words}
    return ranking.Asked(groups, weights, query.phrases), rows


def _meant(unknown: Sequence[str], rows: dict[str, int]) -> dict[str, Group]:
    """For words that do not occur: the nearest that do, one slip away, the commonest first; else how they may go on."""
    near = {word: ranking.near_words(word) for word in unknown if len(word) >= SHORTEST_MENDED}
    found = _known(sorted(set().union(*near.values())))
    meant: dict[str, Group] = {}
    for word in unknown:
        close = sorted(near.get(word, set()) & found.keys(), key=lambda one: (-found[one], one))[:2]
        longer = {} if close else _longer(word)
        found |= longer
        meant[word] = tuple(close or longer)
        rows.update({one: found[one] for one in meant[word]})
    return meant


def _known(words: Sequence[str]) -> dict[str, int]:
    """Those of the words that occur, with the number of their rows."""
    if not words:
        return {}
    there, values = among("word", words)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT word, "rows" FROM lawbase_searchword WHERE "rows" > 0 AND {there}', values)  # noqa: S608
        return dict(cursor.fetchall())


def _longer(word: str) -> dict[str, int]:
    """How the word may go on, the commonest first; the last letter makes it a range the primary key answers."""
    rows = SearchWord.objects.filter(word__startswith=word, rows__gt=0)
    if connection.vendor != "postgresql":
        rows = rows.filter(word__gte=word, word__lt=f"{word}{{")
    return dict(rows.order_by("-rows", "word").values_list("word", "rows")[:4])
