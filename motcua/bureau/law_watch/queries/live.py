"""Figures the system counts by itself for a period: dossiers, petitions, inspections. None: it has nothing to count."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from uuid import UUID

from motcua.bureau.law_watch import rules
from motcua.bureau.law_watch.choices import Grade, InspectionState, Live, ProposalState, Source
from motcua.bureau.law_watch.models import Inspection, InspectionFinding, Observation
from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office

Period = tuple[UUID, date, date]
Counted = dict[Live, int]


def live_values(inputs: Iterable[rules.Input], agency_id: UUID, first: date, last: date) -> dict[str, int]:
    """Numbers by key of the input; an input whose kind the system has nothing of in the period is absent."""
    wanted = [one for one in inputs if one.live]
    found: Counted = {}
    for count in {COUNTS[Live(one.live)] for one in wanted}:
        found |= count((agency_id, first, last))
    return {one.key: found[Live(one.live)] for one in wanted if Live(one.live) in found}


def _dossiers(period: Period) -> Counted:
    rows = dossiers.settled_by_field(*period)
    if not rows:
        return {}
    return {
        Live.DOSSIERS_ON_TIME: sum(one.in_time for one in rows),
        Live.DOSSIERS_LATE: sum(one.late for one in rows),
    }


def _petitions(period: Period) -> Counted:
    agency, first, last = period
    rows = Observation.objects.filter(agency_id=agency, source=Source.PETITION, received_on__range=(first, last))
    grades = list(rows.values_list("grade", flat=True))
    return {Live.PETITIONS_RECEIVED: len(grades), Live.PETITIONS_ASSESSED: sum(map(bool, grades))} if grades else {}


def _inspections(period: Period) -> Counted:
    agency, first, last = period
    count = Inspection.objects.filter(agency_id=agency, decided_on__range=(first, last)).count()
    return {Live.INSPECTIONS: count} if count else {}


def _conclusions(period: Period) -> Counted:
    """Findings that want something done; done where a proposal made from one was taken up."""
    agency, first, last = period
    concluded = Inspection.objects.filter(
        agency_id=agency, state=InspectionState.CONCLUDED, concluded_on__range=(first, last)
    )
    rows = InspectionFinding.objects.filter(inspection__in=concluded).exclude(grade=Grade.GOOD)
    found = list(rows.prefetch_related("proposals"))
    done = [row for row in found if any(_is_taken_up(one.state, one.answer) for one in row.proposals.all())]
    return {Live.CONCLUSIONS_DUE: len(found), Live.CONCLUSIONS_DONE: len(done)} if concluded.exists() else {}


def late_dossiers(agency_id: UUID, *, at: datetime) -> list[dossiers.LateRow]:
    """The agency's dossiers that are or were late and that no information names yet, newest first."""
    directory = office.directory()
    units = [unit.id for unit in directory.units if directory.agency(unit).id == agency_id]
    rows = dossiers.public_late_list(at=at, of_units=units)
    told = set(
        Observation.objects.filter(agency_id=agency_id, dossier_code__in=[row.code for row in rows]).values_list(
            "dossier_code", flat=True
        )
    )
    return [row for row in rows if row.code not in told]


def _is_taken_up(state: str, answer: str) -> bool:
    return state == ProposalState.ACCEPTED or (state == ProposalState.CLOSED and bool(answer))


COUNTS: dict[Live, Callable[[Period], Counted]] = {
    Live.DOSSIERS_ON_TIME: _dossiers,
    Live.DOSSIERS_LATE: _dossiers,
    Live.PETITIONS_RECEIVED: _petitions,
    Live.PETITIONS_ASSESSED: _petitions,
    Live.INSPECTIONS: _inspections,
    Live.CONCLUSIONS_DUE: _conclusions,
    Live.CONCLUSIONS_DONE: _conclusions,
}
