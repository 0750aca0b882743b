"""Closing of certification books and their months [23/2015/NĐ-CP, 13.1, 13.3]."""

from calendar import monthrange
from datetime import date


class BookClosed(ValueError):
    """The book is closed; nothing can be entered in it any more."""


class TooEarly(ValueError):
    """A book is closed when its year is over, not before."""


def may_close(year: int, on: date, *, unit_ends_on: date | None = None) -> None:
    """Books are closed at the end of the year, or when their agency ceases to exist. Refuses: TooEarly."""
    if on >= date(year, 12, 31) or (unit_ends_on is not None and on >= unit_ends_on):
        return
    raise TooEarly(f"Sổ chứng thực năm {year} chỉ khóa khi hết năm (31/12/{year}).")


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of the month whose lines are printed and bound."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
