"""The working calendar: Monday to Friday, less the days off, plus the days worked instead («làm bù»).

Legal basis: [45/2019/QH14, 111–112]; the days of Tết, the second day of 2/9 and swaps are announced each year. A year
that has not been announced is not guessed: asking for one of its days raises `CalendarMissing`.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from motcua.base.worktime.rules.day_index import DayIndex

VN = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
SATURDAY = 5


class CalendarMissing(LookupError):
    """A day lies in a year whose calendar is not announced or not kept; the message says which file to fill in."""

    def __init__(self, year: int) -> None:
        """Name the year."""
        self.year = year
        super().__init__(
            f"Chưa có lịch nghỉ, làm bù chính thức của năm {year}, nên không tính được ngày hẹn trả. "
            f"Ghi lịch đã công bố vào tệp law/calendar/{year}.yaml."
        )


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One announced day: off, or worked though it is a weekend (then `instead_of` is the day it replaces)."""

    on: date
    kind: Literal["off", "worked"]
    name: str
    instead_of: date | None = None
    by: str = ""
    source: str = ""
    sure: str = "high"


@dataclass(frozen=True, eq=False)
class Calendar:
    """All announced days from `first` to `last`, without a gap between."""

    first: date
    last: date
    days: tuple[CalendarDay, ...]

    @classmethod
    def of_years(cls, known_until: Mapping[int, date], days: Iterable[CalendarDay]) -> "Calendar":
        """The calendar of announced years, each known up to a day of it. Refuses (ValueError) none, and a gap."""
        years = sorted(known_until)
        if not years:
            raise ValueError("chưa có năm nào được công bố lịch nghỉ")
        for year in years[:-1]:
            if known_until[year] != date(year, 12, 31) or year + 1 not in known_until:
                raise ValueError(f"lịch bị đứt quãng sau năm {year}; phải đủ từng năm từ {years[0]} đến {years[-1]}")
        first, last = date(years[0], 1, 1), known_until[years[-1]]
        return cls(first, last, tuple(sorted((row for row in days if row.on <= last), key=lambda row: row.on)))

    @cached_property
    def by_day(self) -> dict[date, CalendarDay]:
        """The announced days by date."""
        return {row.on: row for row in self.days}

    @cached_property
    def version(self) -> str:
        """Fingerprint of what decides a due moment; kept beside it, changes when a day of the calendar changes."""
        rows = "\n".join(f"{row.on} {row.kind} {row.instead_of}" for row in self.days)
        return hashlib.sha256(f"{self.first} {self.last}\n{rows}".encode()).hexdigest()[:12]

    @cached_property
    def working(self) -> DayIndex:
        """All working days, counted."""
        return DayIndex(self.first, self.last, (on for on in self.every_day() if self.is_working(on)))

    @property
    def missing_after(self) -> CalendarMissing:
        """What to raise for a day past the last announced one."""
        return CalendarMissing((self.last + timedelta(days=1)).year)

    def require(self, on: date) -> None:
        """Refuse (CalendarMissing) a day of a year that is not kept."""
        if not self.first <= on <= self.last:
            raise CalendarMissing(on.year)

    def is_working(self, on: date) -> bool:
        """Whether it is a working day in the sense of the law. Raises CalendarMissing."""
        self.require(on)
        row = self.by_day.get(on)
        return row.kind == "worked" if row else on.weekday() < SATURDAY

    def reason(self, on: date) -> str:
        """Why the day is off, or worked, in Vietnamese: «Giỗ Tổ Hùng Vương», «làm bù …», «Thứ Bảy», or nothing."""
        row = self.by_day.get(on)
        if row:
            return row.name
        return WEEKDAYS[on.weekday()] if on.weekday() >= SATURDAY else ""

    def with_day(self, row: CalendarDay) -> "Calendar":
        """The same calendar with one day set: to see what a new holiday would move."""
        others = [kept for kept in self.days if kept.on != row.on]
        return Calendar(self.first, self.last, tuple(sorted([*others, row], key=lambda kept: kept.on)))

    def every_day(self) -> Iterable[date]:
        """Each date from first to last."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


def next_working_day(on: date, calendar: Calendar) -> date:
    """The first working day after `on`. Raises CalendarMissing."""
    return working_day_after(on, 1, calendar)


def working_day_after(on: date, count: int, calendar: Calendar) -> date:
    """The working day `count` working days after `on`, which is not counted itself. Raises CalendarMissing."""
    calendar.require(on)
    place = calendar.working.rank(on.toordinal() + 1) + count - 1
    if place >= len(calendar.working.days):
        raise calendar.missing_after
    return date.fromordinal(calendar.working.days[place])


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Working days after `start` up to and with `end`; below zero when `end` is earlier. Raises CalendarMissing."""
    calendar.require(start)
    calendar.require(end)
    rank = calendar.working.rank
    return rank(end.toordinal() + 1) - rank(start.toordinal() + 1)
