"""The office's hours: sessions of each weekday, by period, as the office has written them.

A session is open from its start to its end, both included. A Saturday desk may have sessions of its own: it then
receives and its minutes count, but the day does not become a working day of the law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from motcua.base.worktime.rules.calendar import SATURDAY, Calendar

FRIDAY = 4


class HoursMissing(LookupError):
    """The office has written no hours for a working day; the message says which file to fill in."""

    def __init__(self, on: date) -> None:
        """Name the day."""
        super().__init__(f"Chưa ghi giờ làm việc cho ngày {on:%d/%m/%Y}. Ghi vào tệp office/hours.yaml.")


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """One stretch of opening, in minutes from midnight."""

    start: int
    end: int

    @classmethod
    def of(cls, start: time, end: time) -> "Session":
        """The session between two times of a day; refuses (ValueError) an end that is not after the start."""
        session = cls(start.hour * 60 + start.minute, end.hour * 60 + end.minute)
        if session.start >= session.end:
            raise ValueError(f"giờ đóng {end:%H:%M} phải sau giờ mở {start:%H:%M}")
        return session

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.end - self.start

    def __str__(self) -> str:
        return f"{_clock(self.start)}–{_clock(self.end)}"


@dataclass(frozen=True, slots=True)
class Period:
    """Sessions by weekday (0 = Monday) that hold from one day to another (None: until further notice)."""

    from_on: date
    to_on: date | None
    week: Mapping[int, tuple[Session, ...]]
    sure: str = "high"

    def holds(self, on: date) -> bool:
        """Whether the period covers the day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, eq=False)
class Hours:
    """Periods of one office, the more particular first: the first that holds on a day decides."""

    periods: tuple[Period, ...]

    def period(self, on: date) -> Period | None:
        """The period in force, or None where the office has written nothing."""
        return next((period for period in self.periods if period.holds(on)), None)

    def sessions(self, on: date, calendar: Calendar) -> tuple[Session, ...]:
        """The day's open sessions: none on a day off; on a day worked instead, those of the weekday it replaces."""
        period, row = self.period(on), calendar.by_day.get(on)
        if period is None or (row and row.kind == "off"):
            return ()
        weekday = on.weekday()
        if row and weekday >= SATURDAY:
            weekday = row.instead_of.weekday() if row.instead_of else FRIDAY
        return period.week.get(weekday, ())

    def is_sure(self, on: date) -> bool:
        """Whether the hours of the day are confirmed; unconfirmed ones are shown as «cần xác nhận»."""
        period = self.period(on)
        return period is not None and period.sure == "high"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
