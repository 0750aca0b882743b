"""Dates in citations: «ngày 08 tháng 8 năm 2014», «ngày 15/7/2021», «năm 2013», and when a document takes effect."""

import re
from dataclasses import dataclass
from datetime import date

from motcua.legal.citations.rules.words import GAP, MUST

_DAY = (
    rf"(?:(?:ngày|NGÀY){GAP})?(?:(?P<d>\d{{1,2}}){MUST}(?:tháng|THÁNG){MUST}(?P<m>\d{{1,2}}){MUST}(?:năm|NĂM){MUST}(?P<y>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}}){GAP}(?P<mark>[/.-]){GAP}(?P<m2>\d{{1,2}}){GAP}(?P=mark){GAP}(?P<y2>\d{{4}}))(?!\w)"
)
DATE = re.compile(_DAY)
YEAR = re.compile(rf"(?:(?:năm|NĂM){MUST})?(?P<y>(?:19|20)\d\d)(?![\w/]|[-–]\d|\.\d)")
_ANY_DAY = _DAY.replace("?P<mark>", "").replace("(?P=mark)", "[/.-]")
_EFFECT = rf"có{MUST}hiệu{MUST}lực(?:{MUST}thi{MUST}hành)?(?:{MUST}kể)?{MUST}từ{MUST}(?={_ANY_DAY})"
EFFECT = re.compile(re.sub(r"\?P<\w+>", "", _EFFECT))


@dataclass(frozen=True, slots=True)
class Day:
    """A date or a year, ISO; `iso` is None where the calendar has no such day."""

    iso: str | None
    end: int

    @property
    def year(self) -> int | None:
        """The year, where the day is one."""
        return int(self.iso[:4]) if self.iso else None


def read_date(text: str, at: int) -> Day | None:
    """The date that begins here, with or without «ngày»."""
    found = DATE.match(text, at)
    if found is None:
        return None
    day, month, year = (int(found[name] or found[f"{name}2"]) for name in ("d", "m", "y"))
    try:
        return Day(date(year, month, day).isoformat(), found.end())
    except ValueError:
        return Day(None, found.end())


def read_year(text: str, at: int) -> Day | None:
    """«năm 2013» or a bare «2013»."""
    found = YEAR.match(text, at)
    return Day(found["y"], found.end()) if found else None


def read_effect(text: str, at: int) -> Day | None:
    """«có hiệu lực thi hành kể từ ngày …» that begins here: the day."""
    found = EFFECT.match(text, at)
    return read_date(text, found.end()) if found else None
