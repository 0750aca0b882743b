"""Stretches of a text where every document is a basis («Căn cứ …») or a proposal («Theo đề nghị …», «Xét Tờ trình …»)."""

import re
from bisect import bisect_right

from motcua.legal.citations.choices import Relation
from motcua.legal.citations.rules.words import MUST, UPPER

_MARK = re.compile(
    rf"(?:^|(?<=[\n.;:“(>*]))[ ]*(?:[-+•*][ ]*|\d{{1,2}}\.[ ]*)?(?:(?P<basis>Căn{MUST}cứ|CĂN{MUST}CỨ)"
    rf"|(?P<proposal>Theo{MUST}đề{MUST}nghị|Xét{MUST}(?:đề{MUST}nghị|Tờ{MUST}trình|Báo{MUST}cáo|Công{MUST}văn)))(?!\w)"
    rf"|(?P<end>\n[ ]*\n|(?<!TP)(?<!Tp)(?<!TX)(?<!\d)\.(?=\s*$|\s+[{UPPER}])|(?<=\d)\.(?=\s*$|\s*\n)"
    r"|\n[ ]*(?=Điều[ ]\d|QUYẾT|NGHỊ|[-+•]|\d{1,2}\.|[a-zđ]\)|Theo|Xét))"
)


class Scopes:
    """Where such stretches begin and end, found in one pass."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._kinds: list[Relation | None] = []
        for mark in _MARK.finditer(text):
            kind = {"basis": Relation.BASIS, "proposal": Relation.PROPOSAL}.get(mark.lastgroup or "")
            if kind or (self._kinds and self._kinds[-1]):
                self._starts.append(mark.start())
                self._kinds.append(kind)

    def at(self, place: int) -> Relation | None:
        """The kind of the stretch the place lies in."""
        index = bisect_right(self._starts, place) - 1
        return self._kinds[index] if index >= 0 else None
