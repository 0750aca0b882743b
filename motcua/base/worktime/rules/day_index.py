"""Days in order, counted once: the n-th day after a day in one look instead of a walk."""

from collections.abc import Iterable
from datetime import date


class DayIndex:
    """Sorted days of a calendar's span, as ordinals; `rank` tells how many lie before a day."""

    __slots__ = ("_first", "_rank", "days")

    def __init__(self, first: date, last: date, days: Iterable[date]) -> None:
        """Count once; `days` lie within the span."""
        self.days = tuple(sorted(day.toordinal() for day in days))
        self._first = first.toordinal()
        members, before, rank = set(self.days), 0, []
        for ordinal in range(self._first, last.toordinal() + 2):
            rank.append(before)
            before += ordinal in members
        self._rank = rank

    def rank(self, ordinal: int) -> int:
        """How many of the days lie before this one; also the place of the first that does not. Raises IndexError."""
        place = ordinal - self._first
        if place < 0:
            raise IndexError(ordinal)
        return self._rank[place]
