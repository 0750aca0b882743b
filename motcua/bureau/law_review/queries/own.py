"""Whose documents are whose on a day: the agency that issued them, or that carries on its work."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from motcua.house.office import queries as office
from motcua.house.office.rules import UnitRow
from motcua.legal.lawbase.queries import bases

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.legal.lawbase.models import LegalDocument


def owners(agency: UnitRow, on: date) -> list[UUID]:
    """Units whose documents are the agency's on the day: its own, and those it succeeded."""
    directory = office.directory()
    return [unit.id for unit in directory.units if directory.agency(directory.continuing(unit, on)).code == agency.code]


def agency_of(document: LegalDocument, on: date) -> UnitRow | None:
    """The agency that answers for a document on the day; None for documents of others (Quốc hội, Chính phủ …)."""
    owner = document.responsible_unit_id or document.issuer_unit_id
    if owner is None:
        return None
    directory = office.directory()
    return directory.agency(directory.continuing(directory.unit(owner), on))


def documents_of(agency: UnitRow, on: date) -> QuerySet[LegalDocument]:
    """Rules for all that the agency answers for on the day, with their confirmed events."""
    return bases.normative_of(owners(agency, on))


def working_unit(document: LegalDocument, agency: UnitRow, on: date) -> UnitRow:
    """The unit that reviews a document: the one that keeps it, while it belongs to the agency; else the agency."""
    directory = office.directory()
    keeper = directory.continuing(directory.unit(document.keeper_id), on)
    return keeper if directory.agency(keeper).code == agency.code else agency
