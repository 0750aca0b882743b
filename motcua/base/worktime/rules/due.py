"""The moment a result must be returned («ngày hẹn trả»), with pauses, restart and the one re-appointment.

Legal basis: received after 15:00, a same-day matter is returned the next working day [123/2015/NĐ-CP, 19;
23/2015/NĐ-CP, 7]; the limit restarts from zero with the complete dossier [61/2018/NĐ-CP, 19.4]; re-appointment at
most once [61/2018/NĐ-CP, 19.9]. Failures of the office itself never pause the clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cached_property

from motcua.base.worktime.rules.calendar import Calendar
from motcua.base.worktime.rules.explain import Step, explain
from motcua.base.worktime.rules.hours import Hours
from motcua.base.worktime.rules.limit import Limit
from motcua.base.worktime.rules.stage import Run, Waits, run_stage
from motcua.base.worktime.rules.timeline import local, timeline

CUT_OFF = time(15)
Pause = tuple[datetime, datetime]


class AlreadyExtended(ValueError):
    """The one re-appointment the decree allows has been used."""


@dataclass(frozen=True)
class Due:
    """A due moment with all it was computed from; the day-by-day explanation is made only when asked for."""

    at: datetime
    received_at: datetime
    limit: Limit
    runs: tuple[Run, ...] = field(repr=False)
    waits: Waits
    cut_off: time
    calendar: Calendar = field(repr=False, compare=False)
    hours: Hours = field(repr=False, compare=False)
    extended_by: Limit | None = None

    @property
    def calendar_version(self) -> str:
        """The fingerprint of the calendar, kept beside the moment."""
        return self.calendar.version

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Day by day, in Vietnamese, which days count and why the others do not."""
        own = len(self.limit.stages)
        return tuple(
            explain(
                timeline(self.calendar, self.hours),
                received_at=self.received_at,
                runs=self.runs,
                waits=self.waits,
                cut_off=self.cut_off,
                extension_from=own if self.extended_by else None,
            )
        )


def due_moment(
    received_at: datetime,
    limit: Limit,
    *,
    calendar: Calendar,
    hours: Hours,
    cut_off: time = CUT_OFF,
    pauses: Sequence[Pause] = (),
) -> Due:
    """When the result of a dossier received then is due; `pauses` are waits for the citizen, each (from, to).

    The end of the last session of the due day; of an hours limit, the exact minute. A receipt outside the sessions
    counts from the next one. Raises CalendarMissing, HoursMissing; ValueError for a moment without a time zone.
    """
    received = local(received_at)
    waits = _merged(pauses) if pauses else ()
    runs = _run(received, limit, calendar, hours, cut_off, waits)
    return Due(runs[-1].due, received, limit, runs, waits, cut_off, calendar, hours)


def restart(due: Due, *, completed_at: datetime) -> Due:
    """The due moment counted from zero, once the complete dossier has come in; former waits no longer matter."""
    return due_moment(completed_at, due.limit, calendar=due.calendar, hours=due.hours, cut_off=due.cut_off)


def extend(due: Due, by: Limit) -> Due:
    """The re-appointed moment: `by` counted on from the promised one. Refuses a second time: AlreadyExtended."""
    if due.extended_by is not None:
        raise AlreadyExtended("Hồ sơ đã được hẹn lại một lần; không được hẹn lại lần nữa.")
    more = _run(due.at, by, due.calendar, due.hours, due.cut_off, due.waits)
    return Due(
        more[-1].due,
        due.received_at,
        due.limit,
        (*due.runs, *more),
        due.waits,
        due.cut_off,
        due.calendar,
        due.hours,
        extended_by=by,
    )


def _run(
    start: datetime, limit: Limit, calendar: Calendar, hours: Hours, cut_off: time, waits: Waits
) -> tuple[Run, ...]:
    line = timeline(calendar, hours)
    runs: list[Run] = []
    for stage in limit.stages:
        run = run_stage(line, stage, line.opening(start), cut_off, waits)
        runs.append(run)
        start = run.due
    return tuple(runs)


def _merged(pauses: Sequence[Pause]) -> Waits:
    """Waits in order, overlapping ones joined, empty ones dropped."""
    merged: list[Pause] = []
    for begin, end in sorted((local(begin), local(end)) for begin, end in pauses):
        if end <= begin:
            continue
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return tuple(merged)
