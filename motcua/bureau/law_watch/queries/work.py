"""Observations, inspections, proposals: lists, and what waits for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.bureau.law_watch import rules
from motcua.bureau.law_watch.choices import ProposalState
from motcua.bureau.law_watch.models import (
    FigureSheet,
    Inspection,
    InspectionFinding,
    Observation,
    Proposal,
    Survey,
    WatchReport,
)

PAGE = 25


@dataclass(frozen=True)
class ObservationPage:
    """Observations of one page, and the position after which the next begins ("" at the end)."""

    rows: tuple[Observation, ...]
    after: str


def observations(units: Sequence[UUID], *, source: str = "", after: str = "") -> ObservationPage:
    """Observations of these units, newest first, of one source when named."""
    rows = Observation.objects.filter(unit__in=units).order_by("-received_on", "-id")
    if source:
        rows = rows.filter(source=source)
    if edge := _edge(after):
        rows = rows.filter(Q(received_on__lt=edge[0]) | Q(received_on=edge[0], id__lt=edge[1]))
    found = list(rows[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return ObservationPage(tuple(found[:PAGE]), f"{last.received_on.isoformat()}_{last.pk}" if last else "")


def _edge(after: str) -> tuple[date, UUID] | None:
    day, _, key = after.partition("_")
    try:
        return date.fromisoformat(day), UUID(key)
    except ValueError:
        return None


@dataclass(frozen=True)
class ProposalRow:
    """A proposal with how late its answer is on the day; 0 when in time or answered."""

    proposal: Proposal
    late: int


def proposals(units: Sequence[UUID], *, on: date, state: str = "") -> tuple[ProposalRow, ...]:
    """Proposals of these units: unanswered first, the oldest due day on top, then the rest."""
    rows = Proposal.objects.filter(unit__in=units)
    if state:
        rows = rows.filter(state=state)
    found = sorted(rows, key=lambda one: (one.state != ProposalState.SENT, one.due_on, one.number))
    return tuple(ProposalRow(one, _late(one, on)) for one in found)


def unanswered(units: Sequence[UUID], *, on: date) -> tuple[ProposalRow, ...]:
    """Proposals nobody answered yet, the most overdue first."""
    return proposals(units, on=on, state=ProposalState.SENT)


def to_judge(units: Sequence[UUID]) -> QuerySet[Proposal]:
    """Proposals that were answered or judged and are not closed, by day of the answer."""
    waiting = [ProposalState.ANSWERED, ProposalState.ACCEPTED, ProposalState.REJECTED]
    return Proposal.objects.filter(unit__in=units, state__in=waiting).order_by("answered_on", "number")


def _late(proposal: Proposal, on: date) -> int:
    return rules.days_late(proposal.due_on, on) if proposal.state == ProposalState.SENT else 0


def proposals_of(inspection: Inspection) -> QuerySet[Proposal]:
    """Proposals made from an inspection's findings, by day."""
    return Proposal.objects.filter(finding__inspection=inspection).select_related("finding").order_by("sent_on", "id")


def inspections(units: Sequence[UUID]) -> QuerySet[Inspection]:
    """Inspections of these units with how many findings each has, newest first."""
    return Inspection.objects.filter(unit__in=units).annotate(found=Count("findings")).order_by("-decided_on", "-id")


def findings(inspection: Inspection) -> QuerySet[InspectionFinding]:
    """What was found, by number."""
    return inspection.findings.order_by("number")


def finding(key: UUID) -> InspectionFinding | None:
    """One finding with its inspection."""
    return InspectionFinding.objects.select_related("inspection").filter(pk=key).first()


def surveys(units: Sequence[UUID]) -> QuerySet[Survey]:
    """Surveys of these units with how many sheets came in, newest first."""
    return Survey.objects.filter(unit__in=units).annotate(sheets=Count("replies")).order_by("-from_on", "-id")


def sheets(units: Sequence[UUID]) -> QuerySet[FigureSheet]:
    """Sheets of figures of these units with how many numbers each holds, newest period first."""
    rows = FigureSheet.objects.filter(unit__in=units).annotate(entered=Count("figures"))
    return rows.order_by("-to_on", "-from_on", "-id")


def reports(units: Sequence[UUID]) -> QuerySet[WatchReport]:
    """Reports of these units, newest period first."""
    return WatchReport.objects.filter(unit__in=units).order_by("-to_on", "-from_on", "-id")
