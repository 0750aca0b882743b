"""The first day of effect a text gives itself: «Quyết định này có hiệu lực từ ngày …, sau 10 ngày kể từ ngày ký».

Only the text's own sentence counts, and only when it gives one day: quoted words and what is attached are left out. A
day counted from the gazette («sau 15 ngày, kể từ ngày đăng Công báo») is known only with the gazette's day.
"""

import re
from datetime import date, timedelta

from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.structure import Tree

_SELF = re.compile(
    r"\b(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư(?:\s+liên tịch)?|chỉ thị|kế hoạch|quy định)"
    r"\s+này\s+(?:chính thức\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?P<rest>[^.;\n]{2,120})",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?:kể\s+)?từ\s+(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"sau\s+(\d{1,3})\s+(?:\([^)]{1,40}\)\s+)?ngày\s*,?\s*(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành)\b", re.IGNORECASE
)
_GAZETTE = re.compile(
    r"(?:sau\s+(\d{1,3})\s+(?:\([^)]{1,40}\)\s+)?ngày\s*,?\s*)?(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?đăng\s+(?:trên\s+)?công\s+báo\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”")
_APART = frozenset({UnitKind.ATTACHED, UnitKind.APPENDIX, UnitKind.FORM})


def first_day(tree: Tree, issued_on: date | None) -> date | None:
    """The day, or None where the text gives none, more than one, or one before its issue."""
    said = {day for rest in _said(tree) if (day := _day_of(rest, issued_on))}
    day = said.pop() if len(said) == 1 else None
    return None if day is None or (issued_on and day < issued_on) else day


def gazette_days(tree: Tree) -> int | None:
    """How many days after its day in the gazette the text takes effect; None where it does not count from that day."""
    said = {int(found.group(1) or 0) for rest in _said(tree) if (found := _GAZETTE.match(rest))}
    return said.pop() if len(said) == 1 else None


def gazette_words(days: int) -> str:
    """«có hiệu lực sau 15 ngày kể từ ngày đăng Công báo»."""
    return f"có hiệu lực {f'sau {days} ngày kể ' if days else ''}từ ngày đăng Công báo"


def _said(tree: Tree) -> list[str]:
    """What follows «… này có hiệu lực» in the text's own sentences."""
    end = min((unit.start for unit in tree.walk() if unit.kind in _APART), default=len(tree.text))
    return [found.group("rest") for found in _SELF.finditer(_QUOTED.sub(" ", tree.text[:end]))]


def _day_of(rest: str, issued_on: date | None) -> date | None:
    if found := _ON.match(rest):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None
    if issued_on is not None and (found := _AFTER.match(rest)):
        return issued_on + timedelta(days=int(found.group(1)))
    return issued_on if _SIGNED.match(rest) else None
