"""Time in civil status: registered on time or late, how long a certificate holds, when a book may be closed."""

from calendar import monthrange
from datetime import date

from motcua.trades.civil_status.choices import Registration

BIRTH_DAYS = 60
"""Parents register a birth within 60 days of it [60/2014/QH13, 15.1]."""
DEATH_DAYS = 15
"""A death is reported within 15 days of it [60/2014/QH13, 33.1]."""
VALID_MONTHS = 6
"""«Giấy xác nhận tình trạng hôn nhân» holds six months from its issue [123/2015/NĐ-CP, 23]."""
AGE_MAN, AGE_WOMAN = 20, 18
"""Full years from which one may marry [52/2014/QH13, 8.1.a]."""


class BookClosed(ValueError):
    """The book is closed; nothing can be entered in it any more."""


class TooEarly(ValueError):
    """A register is closed on the last day of its year, not before."""


def birth_registration(born_on: date, asked_on: date) -> Registration:
    """On time up to the 60th day after the birth."""
    return Registration.ON_TIME if (asked_on - born_on).days <= BIRTH_DAYS else Registration.LATE


def death_registration(died_on: date, asked_on: date) -> Registration:
    """On time up to the 15th day after the death."""
    return Registration.ON_TIME if (asked_on - died_on).days <= DEATH_DAYS else Registration.LATE


def valid_until(issued_on: date) -> date:
    """Last day of a certificate of marital status: the same day six months on, or the end of that month."""
    months = issued_on.year * 12 + issued_on.month - 1 + VALID_MONTHS
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(issued_on.day, monthrange(year, month)[1]))


def is_valid(issued_on: date, on: date, *, changed_on: date | None = None) -> bool:
    """Whether the certificate holds on a day; a change of marital status ends it at once."""
    return issued_on <= on <= valid_until(issued_on) and (changed_on is None or on < changed_on)


def marriageable_from(born_on: date, *, is_man: bool) -> date:
    """The birthday from which the person may marry: from there the marital status is certified."""
    year = born_on.year + (AGE_MAN if is_man else AGE_WOMAN)
    return date(year, born_on.month, min(born_on.day, monthrange(year, born_on.month)[1]))


def may_close(year: int, on: date, *, unit_ends_on: date | None = None) -> None:
    """A register is closed on the last day of the year [60/2014/QH13, 58.2], or when its agency ceases to exist.

    Refuses: TooEarly.
    """
    if on >= date(year, 12, 31) or (unit_ends_on is not None and on >= unit_ends_on):
        return
    raise TooEarly(f"Sổ năm {year} chỉ khóa vào ngày cuối cùng của năm (31/12/{year}).")
