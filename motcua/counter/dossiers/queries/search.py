"""Find a dossier by code, phone, personal number or name without marks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.vn.rules import fold
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.queries.lists import PAGE, Page, keyed, readable_units
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor


def search_text(dossier: Dossier) -> str:
    """What a clerk types to find it: name without marks, phone, personal number."""
    return " ".join(filter(None, (fold(dossier.applicant_name), dossier.phone, dossier.personal_number)))


def search(text: str, actor: Actor, *, at: datetime, after: str = "") -> Page:
    """Find by code, phone, personal number or name without marks, newest first.

    Whole names are answered by an index in order; a part of a name by words (all must occur).
    """
    wanted = text.strip()
    units = readable_units(actor)
    scope = Dossier.objects.filter(Q(unit__in=units) | Q(received_unit__in=units))
    digits = wanted.replace(" ", "").replace(".", "")
    if "-" in wanted:
        return keyed(_newest(scope.filter(code__startswith=wanted.upper())), "submitted_at", at, after, descending=True)
    if digits.isdigit() and len(digits) == 12:
        return keyed(_newest(scope.filter(personal_number=digits)), "submitted_at", at, after, descending=True)
    if digits.isdigit() and len(digits) >= 9:
        return keyed(_newest(scope.filter(phone=digits)), "submitted_at", at, after, descending=True)
    return _by_name(fold(wanted), actor, at=at, after=after)


def _newest(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return rows.order_by("-submitted_at", "-id")


def _by_name(key: str, actor: Actor, *, at: datetime, after: str) -> Page:
    agencies = readable_agencies(actor)
    scope = Dossier.objects.filter(agency__in=agencies)
    exact = keyed(_newest(scope.filter(applicant_key=key)), "submitted_at", at, after, descending=True)
    if exact.rows or after or not key:
        return exact
    found = text_matches(key.split(), agencies)
    return keyed(_newest(scope.filter(pk__in=found)), "submitted_at", at, "", descending=True)


def readable_agencies(actor: Actor) -> list[UUID]:
    """Agencies (tenants) in which the actor may read dossiers."""
    directory = office.directory()
    return list({directory.agency(unit).id for unit in directory.units if actor.may("dossier.read", unit.path)})


def text_matches(words: Sequence[str], agencies: Sequence[UUID]) -> list[UUID]:
    """Newest dossiers whose name holds every word as a beginning of a word, COUNT_CAP at most."""
    rows = Dossier.objects.filter(agency__in=agencies)
    for word in words:
        rows = rows.filter(Q(applicant_key__startswith=word) | Q(applicant_key__contains=f" {word}"))
    return list(rows.order_by("-submitted_at").values_list("pk", flat=True)[: PAGE + 1])


def recalled(personal_number: str, actor: Actor) -> Dossier | None:
    """The last dossier of a person at the actor's agencies, to fill the next one in."""
    if not personal_number:
        return None
    rows = Dossier.objects.filter(personal_number=personal_number, agency__in=readable_agencies(actor))
    return rows.order_by("-submitted_at").first()
