"""Which entry a person means: by number and book, or by person and date, never by number alone.

A number typed wrongly must not open the entry of a stranger: the name has to agree in every case.
"""

from dataclasses import dataclass

from motcua.base.vn.rules import fold


class NotInRegister(ValueError):
    """The entry is not in the digital register, or several fit: an officer chooses it or copies it from the book."""


@dataclass(frozen=True)
class Wanted:
    """What the applicant said of the entry. `born`, `registered_on` are ISO; `book` is «01/2015»; all may be empty."""

    name: str
    born: str = ""
    second_name: str = ""
    number: str = ""
    book: str = ""
    registered_on: str = ""
    personal_number: str = ""

    @property
    def number_and_year(self) -> tuple[int, int] | None:
        """Number and year, from «152», «152/2024» or the year of the book or day; None when either is not said."""
        number, _, own_year = self.number.replace(" ", "").partition("/")
        year = own_year[:4] or self.book.rpartition("/")[2].strip() or self.registered_on[:4]
        if number.isdecimal() and year.isdecimal() and len(year) == 4:
            return int(number), int(year)
        return None


def name_matches(typed: str, *names: str) -> bool:
    """Whether the name is one of these, whatever the marks and spaces."""
    return bool(typed) and fold(typed) in {fold(name) for name in names if name}


def is_meant(
    wanted: Wanted, *, name: str, second_name: str, born: str, number: int, year: int, personal_number: str
) -> bool:
    """Whether this entry is the one: the name agrees, and number with year, or birth date, or personal number."""
    if not name_matches(wanted.name, name, second_name):
        return False
    if wanted.second_name and not name_matches(wanted.second_name, name, second_name):
        return False
    if wanted.personal_number and personal_number and name_matches(wanted.name, name):
        return wanted.personal_number == personal_number
    if wanted.number_and_year is not None:
        return wanted.number_and_year == (number, year)
    if wanted.second_name and wanted.registered_on:
        return wanted.registered_on[:4] == str(year)
    return bool(wanted.born and born) and _same_date(wanted.born, born) and name_matches(wanted.name, name)


def _same_date(one: str, other: str) -> bool:
    """Equal as far as both are known: 1956 agrees with 1956-03-08."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)
