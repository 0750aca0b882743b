"""How well the register's search answers the labelled questions: R@1, R@5, MRR."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from motcua.legal.lawbase import queries

RECORDED = 5


@dataclass(frozen=True)
class Measured:
    """Shares of the questions, and those whose answer is not among the first five."""

    questions: int
    first: float
    five: float
    mrr: float
    missed: tuple[str, ...]


def measure(*, on: date) -> Measured:
    """Ask every question of questions.yaml on this day, or on the day it names."""
    rows = _questions()
    ranks = [(row["ask"], _rank(answers(row["ask"], row.get("day", on)), set(row["answer"]))) for row in rows]
    many = len(ranks)
    return Measured(
        questions=many,
        first=sum(rank == 1 for _, rank in ranks) / many,
        five=sum(0 < rank <= 5 for _, rank in ranks) / many,
        mrr=sum(1 / rank for _, rank in ranks if rank) / many,
        missed=tuple(f"{ask} ({rank or '–'})" for ask, rank in ranks if rank != 1),
    )


def found(*, on: date) -> list[str]:
    """A line for every question with its first answers in order, to be held against those of another database."""
    rows = _questions()
    return [f"{row['ask']} → {', '.join(answers(row['ask'], row.get('day', on))[:RECORDED])}" for row in rows]


def answers(ask: str, on: date) -> list[str]:
    """The first page: documents and provisions, as document#provision."""
    hits, _more = queries.search(ask, queries.Filters(on=on))
    return [f"{hit.document.slug}#{hit.unit_id}" if hit.unit_id else hit.document.slug for hit in hits]


def _questions() -> list[dict[str, Any]]:
    return list(yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")))


def _rank(found: list[str], right: set[str]) -> int:
    """The place of the first right answer; a provision of the document meant is right too."""
    places = (place for place, one in enumerate(found, start=1) if {one, one.partition("#")[0]} & right)
    return next(places, 0)
