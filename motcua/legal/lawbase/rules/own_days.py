"""Provisions with a day of their own: «Quyết định này có hiệu lực từ …, riêng khoản 2 Điều 1 có hiệu lực từ …».

Only a sentence that names provisions of its own text and nothing else is read; any other word, and it is left alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_FROM = re.compile(
    r"có hiệu lực(?:\s+thi hành)?(?:\s+kể)?\s+từ\s+(?:ngày\s+)?(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})"
    r"(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4})",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;\n](?=\s|$)|\n")
_HEAD = re.compile(
    r"(?:[\s,]|\d+[.)]|[a-zđ]\)|riêng|trừ|và|các|những|quy định|nội dung|tại|ở|của)*", re.IGNORECASE
)  # fmt: skip
_BETWEEN = re.compile(r"(?:[\s,;]|và|các|quy định|nội dung|tại|của)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A citation in the text: the ids of its own provisions it names; none when it names another text or the whole."""

    start: int
    end: int
    ids: tuple[str, ...]


def own_days(text: str, named: Sequence[Named]) -> dict[str, date]:
    """The first day of each provision the text gives one to; `named` in the order of the text."""
    found: dict[str, date] = {}
    done = 0
    for said in _FROM.finditer(text):
        stops = [one.end() for one in _STOP.finditer(text, done, said.start())]
        begin = max([done, *stops])
        done = said.end()
        inside = [one for one in named if begin <= one.start and one.end <= said.start()]
        day = _day(said)
        if day is not None and inside and all(one.ids for one in inside) and _says_only(text, begin, inside, said):
            found |= {key: day for one in inside for key in one.ids}
    return found


def day_of(origin: str, days: Mapping[str, date]) -> date | None:
    """The day of the provision itself or of the nearest one that holds it; None: that of the whole text."""
    steps = origin.split("/")
    for many in range(len(steps), 0, -1):
        if (day := days.get("/".join(steps[:many]))) is not None:
            return day
    return None


def _says_only(text: str, begin: int, inside: Sequence[Named], said: re.Match[str]) -> bool:
    gaps = [text[one.end : other.start] for one, other in pairwise(inside)]
    gaps.append(text[inside[-1].end : said.start()])
    return bool(_HEAD.fullmatch(text[begin : inside[0].start])) and all(map(_BETWEEN.fullmatch, gaps))


def _day(said: re.Match[str]) -> date | None:
    try:
        return date(int(said["y"]), int(said["m"]), int(said["d"]))
    except ValueError:
        return None
