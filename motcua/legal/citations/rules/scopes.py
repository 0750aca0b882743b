"""Stretches of a text where every document is a basis («Căn cứ …») or a proposal («Theo đề nghị …»), and lists."""

import re
from bisect import bisect_right

from motcua.legal.citations.choices import Relation
from motcua.legal.citations.rules.words import MUST, UPPER

_BASIS = rf"Căn{MUST}cứ(?!{MUST}(?:xác|để|tính|chấm|thực|áp)(?!\w))|CĂN{MUST}CỨ"
_MARK = re.compile(
    rf"(?:^|(?<=[\n.;:“(>*]))[ ]*(?:[-+•*][ ]*|\d{{1,2}}\.[ ]*)?(?:(?P<basis>{_BASIS})"
    rf"|(?P<proposal>Theo{MUST}đề{MUST}nghị|Xét{MUST}(?:đề{MUST}nghị|Tờ{MUST}trình|Báo{MUST}cáo|Công{MUST}văn)))(?!\w)"
    rf"|(?P<end>\n[ ]*\n|(?<!TP)(?<!Tp)(?<!TX)(?<!\d)\.(?=\s*$|\s+[{UPPER}])|(?<=\d)\.(?=\s*$|\s*\n)"
    r"|(?<=như sau):|\n(?=[ ]*(?:Điều[ ]\d|QUYẾT|NGHỊ|[-+•]|\d{1,2}\.|[a-zđ]\)|Theo|Xét)))"
)
_ACTS = {
    "bãi": Relation.REPEAL,
    "hủy": Relation.REPEAL,
    "huỷ": Relation.REPEAL,
    "thay": Relation.REPLACE,
    "hết": Relation.REPEAL,
}
_LIST = re.compile(
    rf"(?:(?:Bãi|Hủy|Huỷ){MUST}bỏ|Thay{MUST}thế|(?<=này )(?:bãi{MUST}bỏ|thay{MUST}thế)|hết{MUST}hiệu{MUST}lực)(?!\w)"
    r"[^.;:\n]{0,120}:[ ]*\n\s*(?=\d|[a-zđ]\)|[-+•])"
    rf"|hết{MUST}hiệu{MUST}lực(?!\w)[^.;:\n]{{0,120}}:[ ]*(?=[^ \n“])"
)
_ITEM = r"(?:\d{1,2}[.)]|[a-zđ]\)|[-+•])"
_LIST_ENDS = re.compile(rf"\n(?=\s*\S)(?!\s*{_ITEM})")
_BEFORE_ITEM = re.compile(rf"(?:^|\n)\s*{_ITEM}\s*(?:Các\s+)?$")


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
        self._text = text
        self._lists: list[tuple[int, int, Relation]] = []
        at = 0
        while opening := _LIST.search(text, at):
            end = _LIST_ENDS.search(text, opening.end())
            at = end.start() if end else len(text)
            self._lists.append((opening.end(), at, _ACTS[opening[0].split()[0].lower()]))

    def at(self, place: int) -> Relation | None:
        """The kind of the stretch the place lies in."""
        index = bisect_right(self._starts, place) - 1
        return self._kinds[index] if index >= 0 else None

    def of_item(self, place: int) -> Relation | None:
        """What is done to each document that begins an item of a list («Bãi bỏ các văn bản sau đây: 1. …»)."""
        index = bisect_right(self._lists, (place, len(self._text) + 1, Relation.SELF)) - 1
        if index < 0 or place >= self._lists[index][1]:
            return None
        start = max(self._lists[index][0], place - 20)
        first = start == self._lists[index][0]
        before = "\n" + self._text[start:place] if first else self._text[start:place]
        if first and before.strip() in {"", "Các", "các"}:
            return self._lists[index][2]
        return self._lists[index][2] if _BEFORE_ITEM.search(before) else None
