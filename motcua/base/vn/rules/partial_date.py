"""Dates as people know them: a full day, a month, or only a year («không rõ ngày, tháng»).

Registers of the past hold births of which only the year is known [60/2014/QH13, 16]; such a date is kept as it was
declared and never filled up with 01/01.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_VIETNAMESE = re.compile(r"(?:(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-])?(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1800, 2199


class NotADate(ValueError):
    """The text is no date; the message is a sentence for the person who typed it."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day. Compares equal only at the same precision."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise NotADate("Ngày có ngày mà không có tháng.")
        if not self._is_real():
            raise NotADate(f"Ngày {self} không có thật. Xem lại ngày, tháng, năm.")

    @classmethod
    def parse(cls, text: str, *, what: str = "Ngày") -> "PartialDate":
        """Read 2024, 05/2024, 05/11/2024 or ISO; `what` begins the sentence of NotADate («Ngày sinh»)."""
        written = text.strip()
        if match := _ISO.fullmatch(written):
            year, month, day = match.groups()
        elif match := _VIETNAMESE.fullmatch(written):
            day, month, year = match.groups()
        else:
            raise NotADate(f"{what} “{written}” chưa đúng cách ghi. Ghi như 05/11/2024, hoặc chỉ ghi năm 2024.")
        try:
            return cls(int(year), int(month) if month else None, int(day) if day else None)
        except NotADate:
            raise NotADate(f"{what} {written} không có thật. Xem lại ngày, tháng, năm.") from None

    @classmethod
    def of(cls, on: date) -> "PartialDate":
        """The full day `on`."""
        return cls(on.year, on.month, on.day)

    def iso(self) -> str:
        """2024, 2024-11 or 2024-11-05: sorts as text, read back by `parse`."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_full(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def __str__(self) -> str:
        parts = [f"{part:02}" for part in (self.day, self.month) if part is not None]
        return "/".join([*parts, f"{self.year:04}"])

    def _is_real(self) -> bool:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            return False
        if self.month is None:
            return True
        return 1 <= self.month <= 12 and (self.day is None or 1 <= self.day <= monthrange(self.year, self.month)[1])
