"""The one way a dossier changes: state, step, due moment of the step, journal row, saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import DateTimeField, F, Value
from django.db.models.functions import Greatest

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.counter.dossiers import access, queries, rules
from motcua.counter.dossiers.choices import Act, State
from motcua.counter.dossiers.models import Dossier, DossierStep, DueChange
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office import queries as office
from motcua.instruments.jobs import acts as jobs

if TYPE_CHECKING:
    from datetime import datetime

    from motcua.house.office.models import Officer
    from motcua.house.office.rules import Actor

TOLD_ACTS = frozenset(
    {
        *(Act.ASK_BEFORE, Act.ASK_SUPPLEMENT, Act.DECLINE, Act.REFUSE),
        *(Act.SEND_DRAFT, Act.RELEASE, Act.RETURN_RESULT, Act.APOLOGISE),
    }
)
"""Acts the applicant is told of by mail, phone or in the portal."""
_MOVED = ("state", "step_no", "step_role", "step_name", "step_due_at", "desk_unit", "is_open", "officer", "settled_at")


def move(
    dossier: Dossier,
    act: Act,
    *,
    by: Actor,
    at: datetime,
    step_no: int | None = None,
    fields: tuple[str, ...] = (),
    **facts: Any,
) -> Dossier:
    """Do `act`: check the right and the table, pass the step on, write the journal row, save.

    `fields` are further columns the caller has set. Refuses: NotAllowed, ActNotOpen. Call inside a transaction on a
    locked row.
    """
    access.require(by, act, dossier)
    before = State(dossier.state)
    dossier.state = rules.next_state(before, act)
    pass_step(dossier, by=by, at=at, step_no=step_no)
    dossier.is_open = State(dossier.state) not in rules.CLOSED
    if State(dossier.state) in rules.SETTLED and dossier.settled_at is None:
        dossier.settled_at = at
    journal.write(dossier, act=act.value, by=by, at=at, state=dossier.state, **facts)
    dossier.save(update_fields=sorted({*_MOVED, *fields, *CHAIN}))
    if act in TOLD_ACTS and (dossier.account_id or dossier.email or dossier.phone):
        later("tell_applicant", dossier_id=str(dossier.pk), act=act.value)
    return dossier


def later(name: str, **values: str) -> None:
    """Queue work of `jobs` in this transaction; named, because jobs stand above acts."""
    jobs.enqueue(f"motcua.counter.dossiers.jobs.{name}", kwargs=values)


def pass_step(dossier: Dossier, *, by: Actor, at: datetime, step_no: int | None = None) -> None:
    """Close the open step and open the next one when the state belongs to another step of the internal process."""
    process = queries.process_of(dossier)
    wanted = rules.step_no(process, State(dossier.state), current=dossier.step_no) if step_no is None else step_no
    closed = State(dossier.state) in rules.CLOSED
    if wanted == dossier.step_no and not closed:
        return
    # A clock set backwards must not stop the office: a step ends no earlier than it began.
    ended = Greatest(F("started_at"), Value(at, output_field=DateTimeField()))
    DossierStep.objects.filter(dossier=dossier, finished_at__isnull=True).update(finished_at=ended)
    if wanted != dossier.step_no:
        dossier.step_no = wanted
        place_step(dossier)
        if not closed:
            open_step(dossier, by=by, at=at).save(force_insert=True)


def place_step(dossier: Dossier) -> None:
    """Put the columns of the present step on the dossier: name, role, desk, due moment."""
    process = queries.process_of(dossier)
    step = process[dossier.step_no]
    dossier.step_name, dossier.step_role = step.name, step.role
    dossier.desk_unit_id = dossier.unit_id
    if step.role == rules.COUNTER_ROLE:
        dossier.desk_unit_id = dossier.received_unit_id
    elif step.level and step.level != dossier.level:
        dossier.desk_unit_id = dossier.agency_id
    dossier.step_due_at = _step_due(dossier)


def open_step(dossier: Dossier, *, by: Actor, at: datetime, officer: Officer | None = None) -> DossierStep:
    """An unsaved row for the step the dossier stands at."""
    return DossierStep(
        dossier=dossier,
        no=dossier.step_no,
        name=dossier.step_name,
        role=dossier.step_role,
        unit_id=dossier.desk_unit_id,
        handed_by=by.name,
        officer=officer,
        started_at=at,
        due_at=dossier.step_due_at,
    )


def unit_code(dossier: Dossier) -> str:
    """Code of the resolving unit, whose hours count."""
    return office.directory().unit(dossier.unit_id).code


def _step_due(dossier: Dossier) -> datetime | None:
    """When the present step should be over: its share of the working time between receipt and due moment."""
    if dossier.due_at is None or dossier.received_at is None:
        return None
    process = queries.process_of(dossier)
    calendar, hours = worktime_files.calendar(), worktime_files.hours(unit_code(dossier))
    whole = worktime.minutes_between(dossier.received_at, dossier.due_at, calendar=calendar, hours=hours)
    used = int(whole * rules.shares_until(process, dossier.step_no))
    if used >= whole:
        return dossier.due_at
    return min(dossier.due_at, worktime.add_worktime(dossier.received_at, used, calendar=calendar, hours=hours))


def due_change(
    dossier: Dossier,
    *,
    due_at: datetime,
    counted_from: datetime,
    limit: str,
    reason: str,
    by: Actor,
    at: datetime,
    words: str = "",
) -> DueChange:
    """An unsaved row of the due-moment history; the caller sets `due_at` on the dossier."""
    return DueChange(
        dossier=dossier,
        at=at,
        due_at=due_at,
        counted_from=counted_from,
        limit=limit,
        reason=reason,
        words=words,
        by_name=by.name,
        calendar_version=worktime_files.calendar().version,
    )


def due_from(dossier: Dossier, *, counted_from: datetime, limit: str) -> datetime:
    """Due moment by the office's calendar and hours. Refuses: CalendarMissing."""
    return worktime.due_moment(
        counted_from,
        worktime.Limit.parse(limit),
        calendar=worktime_files.calendar(),
        hours=worktime_files.hours(unit_code(dossier)),
    ).at
