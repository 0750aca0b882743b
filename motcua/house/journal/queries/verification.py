"""The whole record, checked from end to end in constant memory."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from motcua.house.journal import guards
from motcua.house.journal.models import Chained, Entry, Look, Seal
from motcua.house.journal.queries.broken import Broken
from motcua.house.journal.queries.chains import chained_models, chains_problem
from motcua.house.journal.queries.seals import looks_problem, seals_problem

__all__ = ["Broken", "Report", "verify"]


@dataclass(frozen=True)
class Report:
    """How much is on record, what is broken first, which triggers are gone."""

    entries: int
    looks: int
    seals: int
    broken: Broken | None
    guards_missing: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all is wrong."""
        return self.broken is None and not self.guards_missing


def verify(*, models: Iterable[type[Chained]] | None = None, seal: str = "") -> Report:
    """Check every chain against its thing's head, every look, every seal; name the first broken row.

    `seal` is the digest of a seal noted elsewhere: it must still be in the chain, else the newest seals, and what they
    covered, could have been made anew. Rows of today are covered by chains and heads only, until the night's seal.
    """
    broken = chains_problem(chained_models() if models is None else models) or looks_problem() or seals_problem()
    if broken is None and seal and not Seal.objects.filter(digest=seal).exists():
        broken = Broken("journal.seal", seal, None, "niêm phong đã ghi lại nơi khác không còn trong chuỗi")
    return Report(
        entries=Entry.objects.count(),
        looks=Look.objects.count(),
        seals=Seal.objects.count(),
        broken=broken,
        guards_missing=guards.missing(connection),
    )
