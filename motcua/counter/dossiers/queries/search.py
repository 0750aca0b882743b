"""Find a dossier by code, phone, personal number or name without marks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from motcua.base.rows import stored
from motcua.base.vn.rules import fold
from motcua.counter.dossiers import name_index
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.queries.desks import Branch, one_of, readable_units
from motcua.counter.dossiers.queries.lists import Page, paged
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor


def search_text(dossier: Dossier) -> str:
    """What a clerk types to find it: name without marks, phone, personal number."""
    return " ".join(filter(None, (fold(dossier.applicant_name), dossier.phone, dossier.personal_number)))


def search(text: str, actor: Actor, *, at: datetime, after: str = "") -> Page:
    """Find by code, phone, personal number or name without marks, newest first, among what the actor may read.

    A whole name is answered page by page; words of a name (the last may be unfinished) by the newest holding them all.
    """
    wanted, units = text.strip(), readable_units(actor)
    digits = wanted.replace(" ", "").replace(".", "")
    if "-" in wanted and any(char.isdigit() for char in wanted):
        return _newest([_code(wanted.upper())], units, at=at, after=after)
    if digits.isdigit() and len(digits) == 12:
        # The condition of the partial index, word for word: SQLite does not conclude it from the number.
        same = Branch("personal_number = %s AND NOT (personal_number = '')", (digits,))
        return _newest([same], units, at=at, after=after)
    if digits.isdigit() and len(digits) >= 9:
        return _newest([Branch("phone = %s AND NOT (phone = '')", (digits,))], units, at=at, after=after)
    return _by_name(fold(wanted), actor, units, at=at, after=after)


def _by_name(folded: str, actor: Actor, units: Sequence[UUID], *, at: datetime, after: str) -> Page:
    agencies = readable_agencies(actor)
    same = [Branch("agency_id = %s AND applicant_key = %s", (stored(agency), folded)) for agency in agencies]
    exact = _newest(same, units, at=at, after=after)
    if exact.rows or after or not any(char.isalnum() for char in folded):
        return exact
    holding = [Branch(*name_index.condition(connection, folded, agency)) for agency in agencies]
    return Page(_newest(holding, units, at=at, after="").rows, None)


def _newest(parts: Sequence[Branch], units: Sequence[UUID], *, at: datetime, after: str) -> Page:
    """Rows of these branches that stand in one of the units, resolving or receiving."""
    if not units:
        return Page((), None)
    scope, within = one_of(("unit_id", "received_unit_id"), units)
    scoped = [Branch(f"{part.condition} AND {scope}", (*part.parameters, *within)) for part in parts]
    return paged(scoped, "submitted_at", at=at, after=after, descending=True)


def _code(start: str) -> Branch:
    """Codes that begin so, by the index of each database."""
    if connection.vendor == "postgresql":
        escaped = start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return Branch("code LIKE %s", (f"{escaped}%",))
    return Branch("code >= %s AND code < %s", (start, start + "\U0010ffff"))


def readable_agencies(actor: Actor) -> list[UUID]:
    """Agencies (tenants) in which the actor may read dossiers."""
    directory = office.directory()
    return list({directory.agency(unit).id for unit in directory.units if actor.may("dossier.read", unit.path)})


def recalled(personal_number: str, actor: Actor) -> Dossier | None:
    """The last dossier of a person at the actor's agencies, to fill the next one in."""
    if not personal_number:
        return None
    rows = Dossier.objects.filter(personal_number=personal_number, agency__in=readable_agencies(actor))
    return rows.exclude(personal_number="").order_by("-submitted_at").first()
