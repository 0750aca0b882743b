"""The places that fit a question: its first so many, in order, so that there is one answer on either database.

SQLite reads FTS5 in the order of places and ends when there are enough. PostgreSQL's GIN has no order: it is asked year
by year, from the first places on, as far as is needed; each year's rows have lists of terms of their own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from motcua.legal.lawbase.rules import indexing
from motcua.legal.lawbase.search_index import VECTOR

Group = tuple[str, ...]
"""Terms of which one must be there."""
_FEW = 2_000
"""PostgreSQL reads all rows of a term that has no more; of others those of the first years, and more if need be."""


@dataclass(frozen=True, slots=True)
class Question:
    """Rows with every one of `always` and all groups of one of `either`.

    `fewest`: as many may fit, as far as is known; `years`: how many rows bear each mark of years;
    `phrases`: words in this order, where pairs of neighbours do not tell it.
    """

    either: tuple[tuple[Group, ...], ...]
    always: tuple[Group, ...] = ()
    fewest: int = 0
    state: str = ""
    on: date = date.max
    within: tuple[tuple[int, int], ...] = ((0, indexing.LAST),)
    years: Mapping[str, int] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()


def first_places(question: Question, most: int) -> list[int]:
    """The first `most` places that fit, in order."""
    return _in_order(question, most, _postgres if connection.vendor == "postgresql" else _sqlite)


def _in_order(
    question: Question, most: int,
    ask: Callable[[Question, int, tuple[int, int]], list[int]],
) -> list[int]:  # fmt: skip
    found: list[int] = []
    for within in question.within:
        if len(found) < most:
            found += ask(question, most - len(found), within)
    return found


def _sqlite(question: Question, most: int, within: tuple[int, int]) -> list[int]:
    """Read in the order of places, so that it ends when there are enough."""
    join, more, values = _narrowing(question)
    if join or more:
        quick = "" if question.phrases else " INDEXED BY search_rows_document_at"
        join = f" JOIN lawbase_searchrow{quick} ON place = lawbase_terms.rowid{join}"
    sql = (
        f"SELECT lawbase_terms.rowid FROM lawbase_terms{join} WHERE lawbase_terms MATCH %s"  # noqa: S608  fixed words
        f" AND lawbase_terms.rowid >= %s AND lawbase_terms.rowid < %s{more} ORDER BY lawbase_terms.rowid LIMIT %s"
    )
    return _column(sql, [_said(question, [], " AND ", " OR ", '"'), *within, *values, most])


def _postgres(question: Question, most: int, within: tuple[int, int]) -> list[int]:
    """One year after the other is read and put in order, each only when those before it did not give enough; where few
    can fit, all years at once. States and phrases are asked of one row after another, till there are enough.

    `+ 0` keeps the planner from walking the places and computing each row's terms anew. Where places end is told by
    marks: a second condition, and the planner would expect so few rows that it thought the question dear (JIT).
    """
    years = [one for one in sorted(question.years, key=_in_place) if indexing.years_meet(one, *within)]
    half: list[Group] = []
    if question.fewest <= _FEW or not question.years:
        years, half = [""], [(mark,) for mark in indexing.halves(*within)]
    said = _said(question, half, " & ", " | ", "'", before="%")
    asked = [said.replace("%", one) for one in years]
    kept, values = _kept(question)
    sql = (
        "SELECT found.place FROM unnest(CAST(%s AS tsquery[])) AS asked CROSS JOIN LATERAL (SELECT place FROM"  # noqa: S608
        f" (SELECT place, document_id, words FROM lawbase_searchrow WHERE {VECTOR} @@ asked"
        f" AND place + 0 >= %s ORDER BY place + 0) AS one{kept} LIMIT %s) AS found LIMIT %s"
    )
    return _column(sql, [asked, within[0], *values, most, most]) if asked else []


def needs_years() -> bool:
    """Whether this database is quicker with them."""
    return connection.vendor == "postgresql"


def _in_place(years: str) -> tuple[str, int]:
    return years[:3], -int(years[3:])


def _narrowing(question: Question) -> tuple[str, str, list[Any]]:
    """Tables, conditions and values for a state on a day and for long phrases."""
    join, more, values = "", "", list[Any]()
    if question.state:
        join = " JOIN lawbase_effectspan ON lawbase_effectspan.document_id = lawbase_searchrow.document_id"
        more = " AND state = %s AND since <= %s AND until > %s"
        values += [question.state, question.on, question.on]
    for phrase in question.phrases:
        more += " AND instr(' ' || words || ' ', %s) > 0"
        values.append(f" {phrase} ")
    return join, more, values


def _kept(question: Question) -> tuple[str, list[Any]]:
    """The same for PostgreSQL, as conditions it can ask of one row after another."""
    kept, values = [], list[Any]()
    if question.state:
        kept.append(
            "(SELECT state = %s FROM lawbase_effectspan AS span WHERE span.document_id = one.document_id"
            " AND since <= %s AND until > %s LIMIT 1)"
        )
        values += [question.state, question.on, question.on]
    for phrase in question.phrases:
        kept.append("strpos(' ' || words || ' ', %s) > 0")
        values.append(f" {phrase} ")
    return f" WHERE {' AND '.join(kept)}" if kept else "", values


def _said(question: Question, more: list[Group], both: str, one: str, quote: str, *, before: str = "") -> str:
    """The question in the index's own words; terms hold a–z, 0–9, `_` and `@` only. `before` each: a mark of years."""

    def of(group: Group) -> str:
        return "(" + one.join(f"{quote}{before}{term}{quote}" for term in group) + ")"

    ways = one.join("(" + both.join(map(of, way)) + ")" for way in question.either if way)
    always = [of(group) for group in (*question.always, *more)]
    return both.join([*([f"({ways})"] if ways else []), *always])


def _column(sql: str, values: Sequence[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]
