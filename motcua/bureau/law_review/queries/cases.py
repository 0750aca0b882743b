"""Reviews for lists and pages; yearly lists and rounds with how near their days are."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.bureau.law_review import loader, rules
from motcua.bureau.law_review.choices import CaseState, Proposal, RoundState, YearState
from motcua.bureau.law_review.models import Announced, ExpiryList, ReviewCase, Systematisation
from motcua.house.office import queries as office
from motcua.house.office.rules import UnitRow
from motcua.legal.lawbase.choices import EventStanding
from motcua.legal.lawbase.queries import bases

if TYPE_CHECKING:
    from motcua.legal.lawbase.models import LegalDocument

PAGE = 30


def cases(units: Sequence[UUID], *, state: str = "", field: str = "") -> QuerySet[ReviewCase]:
    """Reviews of these units, those to act on first, then the oldest."""
    rows = ReviewCase.objects.filter(unit__in=units).select_related("document")
    if state:
        rows = rows.filter(state=state)
    if field:
        rows = rows.filter(document__field=field)
    return rows.order_by("created_at", "id")


@dataclass(frozen=True, slots=True)
class CasePage:
    """Reviews of one page, and the position after which the next begins ("" at the end)."""

    rows: tuple[ReviewCase, ...]
    after: str


def case_page(rows: QuerySet[ReviewCase], *, after: str = "") -> CasePage:
    """One page by key, oldest first; ids are made in the order of time."""
    with suppress(ValueError):
        rows = rows.filter(id__gt=UUID(after)) if after else rows
    found = list(rows.order_by("id")[: PAGE + 1])
    return CasePage(tuple(found[:PAGE]), str(found[PAGE - 1].pk) if len(found) > PAGE else "")


def reasons(case: ReviewCase) -> list[str]:
    """Why it is reviewed: every change of the basis it names, else what was written when it began."""
    return list(case.changes.order_by("at", "id").values_list("words", flat=True)) or [case.reason]


def taken_back(case: ReviewCase) -> list[str]:
    """Changes the register no longer holds for confirmed («xem xét lại»): the review may have lost its reason."""
    rows = case.changes.select_related("event", "patch").order_by("at", "id")
    return [row.words for row in rows if (row.event or row.patch).standing != EventStanding.CONFIRMED]  # type: ignore[union-attr]


def counts(units: Sequence[UUID]) -> dict[str, int]:
    """How many reviews stand in each state."""
    states = ReviewCase.objects.filter(unit__in=units).values_list("state", flat=True)
    return {state.value: sum(one == state for one in states) for state in CaseState}


def to_handle(units: Sequence[UUID]) -> list[ReviewCase]:
    """Decided reviews whose proposal is not carried out yet, by the day it is due."""
    rows = ReviewCase.objects.filter(unit__in=units, state=CaseState.DECIDED).exclude(proposal=Proposal.KEEP)
    return list(rows.select_related("document").order_by("due_on", "id"))


def year_lists(units: Sequence[UUID]) -> list[ExpiryList]:
    """Yearly lists of these units, newest first."""
    return list(ExpiryList.objects.filter(unit__in=units).order_by("-year", "id"))


def systematisations(units: Sequence[UUID]) -> list[Systematisation]:
    """Systematisations of these units, newest first."""
    return list(Systematisation.objects.filter(unit__in=units).order_by("-cut_off", "id"))


@dataclass(frozen=True, slots=True)
class Reminder:
    """A publication that is due: which, the last day, days left (negative when late), the row if it is begun."""

    code: str
    words: str
    due_on: date
    left: int
    row: Announced | None
    year: int = 0


def reminders(units: Sequence[UUID], agency: UnitRow | None, *, on: date) -> list[Reminder]:
    """What must be published: last year's list until it is, and every round that is cut off; the next days ahead."""
    found = [_round(row, on) for row in systematisations(units) if row.state != RoundState.RELEASED]
    lists = year_lists(units)
    found += [_year(row.year, row, on) for row in lists if row.state != YearState.PUBLISHED]
    if agency is not None:
        begun = {row.year for row in lists if office.directory().unit(row.agency_id).code == agency.code}
        if on.year - 1 not in begun and agency.valid_from.year < on.year:
            found.append(_year(on.year - 1, None, on))
        ahead = rules.next_cut_off(loader.cut_offs(), on)
        if not any(isinstance(one.row, Systematisation) and one.row.cut_off == ahead.on for one in found):
            due = rules.round_due(loader.regimes(), ahead.on)
            found.append(
                Reminder(f"Kỳ {ahead.on:%d/%m/%Y}", "Kết quả hệ thống hóa văn bản", due, (due - on).days, None)
            )
    return sorted(found, key=lambda one: (one.due_on, one.code))


def _year(year: int, row: ExpiryList | None, on: date) -> Reminder:
    due = rules.yearly_due(loader.regimes(), year)
    return Reminder(f"Năm {year}", "Danh mục văn bản hết hiệu lực, ngưng hiệu lực", due, (due - on).days, row, year)


def _round(row: Systematisation, on: date) -> Reminder:
    due = rules.round_due(loader.regimes(), row.cut_off)
    return Reminder(f"Kỳ {row.cut_off:%d/%m/%Y}", "Kết quả hệ thống hóa văn bản", due, (due - on).days, row)


def published() -> list[Announced]:
    """Everything published, newest first, for everybody."""
    rows: list[Announced] = [
        *ExpiryList.objects.filter(published_on__isnull=False),
        *Systematisation.objects.filter(published_on__isnull=False),
    ]
    return sorted(rows, key=lambda one: (one.published_at, one.slug), reverse=True)


def reviewable(units: Sequence[UUID], *, field: str = "", words: str = "") -> QuerySet[LegalDocument]:
    """Documents of these owners that are applied, of a field or with these words in number or title."""
    rows = bases.of_units(units).filter(is_holding=True)
    if field:
        rows = rows.filter(field=field)
    if words:
        rows = rows.filter(Q(number__icontains=words) | Q(title__icontains=words))
    return rows.order_by("-issued_on", "id")


def fields(units: Sequence[UUID]) -> list[str]:
    """Fields («lĩnh vực») of these owners' documents."""
    rows = reviewable(units).exclude(field="").order_by("field")
    return list(rows.values_list("field", flat=True).distinct())
