"""One stage of a time limit, from its start to its end: the arithmetic under `due.py`.

Days: the day of receipt is not counted [91/2015/QH13, 147]; a last day that is off moves to the next working day
[91/2015/QH13, 148]. Time in which the office waits for the citizen is taken out: a day is taken out when its last
session (a day off: its midnight) ends while the office waits; of hours, the exact seconds.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from motcua.base.worktime.rules.limit import Stage
from motcua.base.worktime.rules.timeline import MINUTE, Timeline

Waits = tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stage as it ran: counting may begin on `first`; `last` is the last counted day, before any roll."""

    stage: Stage
    start: datetime
    due: datetime
    first: int
    last: int


def run_stage(line: Timeline, stage: Stage, start: datetime, cut_off: time, waits: Waits) -> Run:
    """Run one stage from an open moment. `waits` are sorted and do not overlap. Raises CalendarMissing."""
    if stage.unit == "h":
        return _hours(line, stage, start, waits)
    if stage.unit in {"d", "m"}:
        return _calendar_days(line, stage, start, waits)
    return _working_days(line, stage, start, cut_off, waits)


def is_in_time(start: datetime, cut_off: time) -> bool:
    """Whether a same-day dossier is still of that day: 15:00 sharp is («sau 15 giờ» is the next working day)."""
    return start.time().replace(microsecond=0) <= cut_off


def _working_days(line: Timeline, stage: Stage, start: datetime, cut_off: time, waits: Waits) -> Run:
    same_day = stage.unit == "same_day"
    days = line.open if same_day else line.working
    first = start.toordinal() + (0 if same_day and is_in_time(start, cut_off) else 1)
    floor = days.rank(first)
    place = floor + stage.count - 1
    for begin, end in waits:
        if begin >= line.end_of(line.nth(days, place)):
            break
        closed = max(floor, line.closed_by(days, max(begin, start)))
        place = max(place, closed) + max(floor, line.closed_by(days, end)) - closed
    last = line.nth(days, place)
    return Run(stage, start, line.end_of(last), first, last)


def _calendar_days(line: Timeline, stage: Stage, start: datetime, waits: Waits) -> Run:
    first = start.toordinal() + 1
    last = first - 1 + stage.count if stage.unit == "d" else _months_after(start.date(), stage.count).toordinal()
    rolled = _rolled(line)
    for begin, end in waits:
        if begin >= line.end_of(rolled(last)):
            break
        closed = max(first, line.first_not_closed(max(begin, start)))
        last = max(last, closed) + max(first, line.first_not_closed(end)) - closed
    return Run(stage, start, line.end_of(rolled(last)), first, last)


def _rolled(line: Timeline) -> Callable[[int], int]:
    def rolled(ordinal: int) -> int:
        line.end_of(ordinal)
        return line.nth(line.working, line.working.rank(ordinal))

    return rolled


def _hours(line: Timeline, stage: Stage, start: datetime, waits: Waits) -> Run:
    place = line.place(start) + stage.count * 60 * MINUTE
    for begin, end in waits:
        if begin >= line.moment(place):
            break
        place += max(0, line.place(end) - line.place(max(begin, start)))
    due = line.moment(place)
    return Run(stage, start, due, start.toordinal(), due.toordinal())


def _months_after(on: date, count: int) -> date:
    """The same day so many months on, or the last day of a month that lacks it [91/2015/QH13, 147–148]."""
    years, month = divmod(on.month - 1 + count, 12)
    year, month = on.year + years, month + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))
