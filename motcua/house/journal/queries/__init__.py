"""What is on record of a thing; whether the record is whole."""

from uuid import UUID

from django.db.models import QuerySet

from motcua.house.journal.models import Chained, Entry, Look
from motcua.house.journal.queries.chains import chained_models, chains_problem, entry_digest, kind_of, thing_problem
from motcua.house.journal.queries.seals import expected_seal, last_seal, look_digest, looks_problem, seals_problem
from motcua.house.journal.queries.verification import Broken, Report, verify

__all__ = [
    "Broken",
    "Report",
    "chained_models",
    "chains_problem",
    "entry_digest",
    "expected_seal",
    "history",
    "kind_of",
    "last_seal",
    "look_digest",
    "looks_at",
    "looks_by",
    "looks_problem",
    "seals_problem",
    "thing_problem",
    "verify",
]


def history(thing: Chained) -> QuerySet[Entry]:
    """Everything done to this thing, first act first."""
    return Entry.objects.filter(thing_id=thing.pk).order_by("seq")


def looks_at(thing_kind: str, thing_id: UUID) -> QuerySet[Look]:
    """Who has seen this thing, latest first."""
    return Look.objects.filter(thing_id=thing_id, thing_kind=thing_kind).order_by("-id")


def looks_by(account_id: UUID) -> QuerySet[Look]:
    """What this account has seen, latest first."""
    return Look.objects.filter(account_id=account_id).order_by("-id")
