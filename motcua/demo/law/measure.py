"""How well the register's search answers the labelled questions: R@1, R@5, MRR."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from motcua.legal.lawbase import queries


@dataclass(frozen=True)
class Measured:
    """Shares of the questions, and those whose answer is not among the first five."""

    questions: int
    first: float
    five: float
    mrr: float
    missed: tuple[str, ...]


def measure(*, on: date) -> Measured:
    """Ask every question of questions.yaml on this day."""
    rows = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))
    ranks = {row["ask"]: _rank(row["ask"], set(row["answer"]), on) for row in rows}
    many = len(ranks)
    return Measured(
        questions=many,
        first=sum(rank == 1 for rank in ranks.values()) / many,
        five=sum(0 < rank <= 5 for rank in ranks.values()) / many,
        mrr=sum(1 / rank for rank in ranks.values() if rank) / many,
        missed=tuple(f"{ask} ({rank or '–'})" for ask, rank in ranks.items() if rank != 1),
    )


def _rank(ask: str, right: set[str], on: date) -> int:
    hits, _more = queries.search(ask, queries.Filters(on=on))
    for place, hit in enumerate(hits, start=1):
        slug = hit.document.slug
        if (f"{slug}#{hit.unit_id}" if hit.unit_id else slug) in right or (slug in right and hit.unit_id):
            return place
    return 0
