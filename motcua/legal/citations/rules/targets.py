"""Targets: units chained from the smallest to the largest («điểm a khoản 2 Điều 103»), and lists of such chains."""

import re
from dataclasses import dataclass, field

from motcua.legal.citations.choices import Level
from motcua.legal.citations.rules.units import Unit, level_at, read_unit
from motcua.legal.citations.rules.words import GAP, MUST, goes_on_with, is_heading, skip

MOST = 500
"""Targets one citation may list."""

_EXCEPT = rf"(?:{GAP}\((?:ngoại{MUST})?trừ{MUST}[^()\n]{{1,160}}\))?"
_INTO = re.compile(rf"{GAP}(?P<comma>,?){GAP}(?:(?:của|tại|thuộc|trong|ở|vào){MUST})?")
_INSIDE = re.compile(rf"{GAP}\(GAP?(?=[Kk]hoản|[Đđ]iểm|các{MUST}(?:khoản|điểm))".replace("GAP?", GAP))
_NEXT = re.compile(
    rf"{_EXCEPT}{GAP}(?P<mark>[,;/]?){GAP}(?P<word>(?:và/hoặc|và|hoặc|hay|cùng|đến|tới|VÀ|(?:bao{MUST})?gồm)(?!\w))?{GAP}(?:(?:tại|của|hết|quy{MUST}định{MUST}tại|vào{MUST}cuối|tên(?:{MUST}điều{GAP}(?:,|{MUST}và))?){MUST})?"
)
_LARGE = r"(?:[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần)"
_LARGE_LIST = re.compile(
    rf"(?P<word>{_LARGE}) [\w.]{{1,8}}(?: {_LARGE} [\w.]{{1,8}}){{0,3}} ?"
    rf"(?:(?:, ?(?:và |hoặc )?|; ?|và |hoặc )(?:các )?(?P=word)|(?:và|hoặc) (?:các )?[Pp]hụ [Ll]ục)(?!\w)"
)
"""«Điều 5, Mục 1 và Mục 2 Chương III» is a list; «khoản 2, Điều 10, Chương II» is one provision."""
_UPWARD = ",cđĐkKtTmMCpPbBnov"
"""Letters that a larger unit, or the word before it, may begin with."""
_WITHIN_FORM = {Level.SECTION, Level.PART, Level.CHAPTER, Level.ANNEX}


@dataclass(slots=True)
class Target:
    """One chain of units in the order of the levels, small first; `before`: what separates it from the one before."""

    units: dict[Level, Unit] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    before: str = ""

    @property
    def lowest(self) -> Level:
        """The smallest level named."""
        return min(self.units)

    @property
    def top(self) -> Level:
        """The largest level named."""
        return max(self.units)

    @property
    def is_relative(self) -> bool:
        """Whether it stands on «Điều này», «khoản này» … and so belongs to the citing text."""
        return any(unit.this for unit in self.units.values())

    @property
    def says_nothing(self) -> bool:
        """«Điều này», «khoản này» alone: noise."""
        (unit, *more) = self.units.values()
        return unit.this and not more and unit.level <= Level.ARTICLE

    def add(self, unit: Unit) -> None:
        """One more unit of the chain."""
        self.units[unit.level] = unit
        self.end = max(self.end, unit.end)


def read_target(text: str, at: int) -> Target | None:
    """The chain that begins here."""
    first = read_unit(text, at)
    if first is None:
        return None
    target = Target({first.level: first}, first.start, first.end)
    last = first.level
    while (unit := _following(text, target, last)) is not None:
        last = unit.level
        target.add(unit)
    if target.units.keys() == {Level.ARTICLE}:
        _inside(text, target)
    return target


def _inside(text: str, target: Target) -> None:
    """What brackets name of one article: «Điều 12 (khoản 1, 2)»."""
    opened = _INSIDE.match(text, target.end) if text[target.end : target.end + 2].lstrip().startswith("(") else None
    inner = read_target(text, opened.end()) if opened and len(target.units[Level.ARTICLE].ids) == 1 else None
    if inner is None or inner.top >= Level.ARTICLE or text[inner.end : inner.end + 1] != ")":
        return
    for unit in inner.units.values():
        target.add(unit)
    target.end = inner.end + 1


def _following(text: str, target: Target, last: Level) -> Unit | None:
    """The next unit of the chain: larger, or smaller where nothing stands between («Điều 5 khoản 2»)."""
    if target.units[last].this and last >= Level.ARTICLE:
        return None
    if not goes_on_with(text, target.end, _UPWARD):
        return None
    into = _INTO.match(text, target.end)
    at = into.end() if into else target.end
    level = level_at(text, at)
    if level is None or level in target.units or is_heading(text, at):
        return None
    if into and into["comma"] and level > Level.ARTICLE and _LARGE_LIST.match(text, at):
        return None
    upward = level > last or (last is Level.FORM and level in _WITHIN_FORM)
    downward = level < target.lowest and into is not None and not into[0].strip(" \n")
    if not upward and not downward:
        return None
    unit = read_unit(text, at)
    return unit if unit and (unit.ids or unit.this or level is Level.ANNEX) else None


def read_targets(text: str, at: int) -> list[Target]:
    """The list of chains that begins here, separated by «,», «;», «và», «hoặc»; empty where there is none."""
    targets: list[Target] = []
    target = read_target(text, at)
    while target is not None and len(targets) < MOST:
        targets.append(target)
        if target.is_relative or not goes_on_with(text, target.end, ",;/vhcđtbgV("):
            break
        separator = _NEXT.match(text, target.end)
        if separator is None or not (separator["mark"] or separator["word"]):
            break
        begin = skip(text, separator.end())
        if level_at(text, begin) is None or ("\n" in text[target.end : begin] and separator["mark"] == ";"):
            break
        target = read_target(text, begin)
        if target is not None:
            target.before = separator["word"] or separator["mark"]
            if target.says_nothing:
                break
    return targets
