"""The office's open time laid end to end: a calendar and hours counted once, then asked in constant time.

Every moment has a place on it: how many open seconds lie before. Adding working time, and counting it, is adding and
subtracting places.
"""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate

from motcua.base.worktime.rules.calendar import VN, Calendar, CalendarMissing
from motcua.base.worktime.rules.day_index import DayIndex
from motcua.base.worktime.rules.hours import Hours, HoursMissing

MINUTE = 60
WHOLE_DAY = 24 * 60


class Timeline:
    """One calendar with one office's hours; made once for each pair, see `timeline`."""

    def __init__(self, calendar: Calendar, hours: Hours) -> None:
        """Count all days. Raises HoursMissing where a working day has no hours written."""
        self.calendar = calendar
        self.first = calendar.first.toordinal()
        dates = list(calendar.every_day())
        for on in dates:
            if calendar.is_working(on) and hours.period(on) is None:
                raise HoursMissing(on)
        self.sessions = [hours.sessions(on, calendar) for on in dates]
        self.working = calendar.working
        self.open = DayIndex(
            calendar.first, calendar.last, (on for on, today in zip(dates, self.sessions, strict=True) if today)
        )
        self.closing = [
            datetime.combine(on, time(), VN) + timedelta(minutes=today[-1].end if today else WHOLE_DAY)
            for on, today in zip(dates, self.sessions, strict=True)
        ]
        lengths = (MINUTE * sum(session.minutes for session in today) for today in self.sessions)
        self.before = list(accumulate(lengths, initial=0))

    def nth(self, days: DayIndex, place: int) -> int:
        """The ordinal of the day at a place among `days`. Raises CalendarMissing past the last announced day."""
        if place >= len(days.days):
            raise self.calendar.missing_after
        return days.days[place]

    def closed_by(self, days: DayIndex, at: datetime) -> int:
        """How many of `days` had ended by the moment."""
        return days.rank(self.first_not_closed(at))

    def first_not_closed(self, at: datetime) -> int:
        """The ordinal of the day, or of the next one once the day's last session has ended."""
        ordinal = self._within(at)
        return ordinal + (self.closing[ordinal - self.first] <= at)

    def end_of(self, ordinal: int) -> datetime:
        """The end of the day's last session; of a day without sessions, of the next day that has some."""
        place = ordinal - self.first
        if place < len(self.sessions) and self.sessions[place]:
            return self.closing[place]
        self._require(ordinal)
        return self.closing[self.nth(self.open, self.open.rank(ordinal)) - self.first]

    def opening(self, at: datetime) -> datetime:
        """The moment itself if the office is open, else the start of the next session."""
        ordinal = self._within(at)
        second = at.hour * 3600 + at.minute * MINUTE + at.second
        for session in self.sessions[ordinal - self.first]:
            if second <= session.end * MINUTE:
                return at if second >= session.start * MINUTE else _moment(ordinal, session.start * MINUTE)
        later = self.nth(self.open, self.open.rank(ordinal + 1))
        return _moment(later, self.sessions[later - self.first][0].start * MINUTE)

    def place(self, at: datetime) -> int:
        """Open seconds before the moment."""
        ordinal = self._within(at)
        second = at.hour * 3600 + at.minute * MINUTE + at.second
        today = self.sessions[ordinal - self.first]
        passed = sum(max(0, min(second, s.end * MINUTE) - s.start * MINUTE) for s in today)
        return self.before[ordinal - self.first] + passed

    def moment(self, place: int) -> datetime:
        """The first moment, on a full minute, with so many open seconds before. Raises CalendarMissing."""
        if place > self.before[-1]:
            raise self.calendar.missing_after
        index = max(0, bisect_left(self.before, place) - 1)
        rest = place - self.before[index]
        for session in self.sessions[index]:
            if rest <= session.minutes * MINUTE:
                return _moment(self.first + index, session.start * MINUTE + -(-rest // MINUTE) * MINUTE)
            rest -= session.minutes * MINUTE
        return _moment(self.first + index, 0)

    def _within(self, at: datetime) -> int:
        ordinal = at.toordinal()
        self._require(ordinal)
        return ordinal

    def _require(self, ordinal: int) -> None:
        if not 0 <= ordinal - self.first < len(self.sessions):
            raise CalendarMissing(date.fromordinal(ordinal).year)


@lru_cache(maxsize=256)
def timeline(calendar: Calendar, hours: Hours) -> Timeline:
    """The counted timeline of a calendar and hours; both are compared by identity."""
    return Timeline(calendar, hours)


def local(at: datetime) -> datetime:
    """The same moment in Viet Nam's time; refuses (ValueError) one without a time zone."""
    if at.tzinfo is VN:
        return at
    if at.tzinfo is None:
        raise ValueError("Thời điểm phải có múi giờ.")
    return at.astimezone(VN)


def add_worktime(start: datetime, minutes: int, *, calendar: Calendar, hours: Hours) -> datetime:
    """The moment after so many open minutes; zero gives the start, or the next opening. Raises CalendarMissing."""
    if minutes < 0:
        raise ValueError("Số phút làm việc không được âm.")
    line = timeline(calendar, hours)
    opened = line.opening(local(start))
    return line.moment(line.place(opened) + minutes * MINUTE) if minutes else opened


def minutes_between(start: datetime, end: datetime, *, calendar: Calendar, hours: Hours) -> int:
    """Whole open minutes from one moment to another; below zero when `end` is earlier. Raises CalendarMissing."""
    line = timeline(calendar, hours)
    seconds = line.place(local(end)) - line.place(local(start))
    return seconds // MINUTE if seconds >= 0 else -(-seconds // MINUTE)


def _moment(ordinal: int, second: int) -> datetime:
    hour, rest = divmod(second, 3600)
    return datetime.combine(date.fromordinal(ordinal), time(hour, *divmod(rest, MINUTE)), VN)
