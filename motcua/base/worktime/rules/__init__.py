"""What the law says of time: working days, sessions, time limits and due moments. Plain Python, no clock, no files."""

from motcua.base.worktime.rules.calendar import (
    VN,
    Calendar,
    CalendarDay,
    CalendarMissing,
    next_working_day,
    working_day_after,
    working_days_between,
)
from motcua.base.worktime.rules.due import CUT_OFF, AlreadyExtended, Due, Pause, due_moment, extend, restart
from motcua.base.worktime.rules.explain import Step
from motcua.base.worktime.rules.hours import Hours, HoursMissing, Period, Session
from motcua.base.worktime.rules.limit import Limit, NotALimit, Stage
from motcua.base.worktime.rules.timeline import add_worktime, minutes_between

__all__ = [
    "CUT_OFF",
    "VN",
    "AlreadyExtended",
    "Calendar",
    "CalendarDay",
    "CalendarMissing",
    "Due",
    "Hours",
    "HoursMissing",
    "Limit",
    "NotALimit",
    "Pause",
    "Period",
    "Session",
    "Stage",
    "Step",
    "add_worktime",
    "due_moment",
    "extend",
    "minutes_between",
    "next_working_day",
    "restart",
    "working_day_after",
    "working_days_between",
]
