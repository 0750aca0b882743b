"""References whose document stands elsewhere: amending articles and their quotations, notes of the codified law."""

import re
from bisect import bisect_right
from itertools import pairwise

from motcua.legal.citations.choices import ATTACHED_TYPES, Level, Relation, Warn
from motcua.legal.citations.rules.attachment import paths
from motcua.legal.citations.rules.found import Found
from motcua.legal.citations.rules.quotations import quotations
from motcua.legal.citations.rules.words import MUST, one_of

_NOTE = re.compile(rf"có{MUST}nội{MUST}dung{MUST}liên{MUST}quan{MUST}đến[^\n]*")
_TITLE = re.compile(r"\.? (?=\w)")
_OWNED = re.compile(r"\bcủa\s+$")
_CARRIES = re.compile(
    rf"\s*[;,]?\s*(?:và\s+)?(?:vào\s+)?(?:(?:sau|trước)\s*"
    rf"|(?:(?:sửa{MUST}đổi|bổ{MUST}sung|bãi{MUST}bỏ|thay{MUST}thế)[\s,]*(?:và\s+)?){{1,4}})$"
)
_AND_OTHERS = re.compile(
    rf"\s*,?\s*(?:và\s+)?(?:những|các){MUST}(?:quy{MUST}định|nội{MUST}dung)(?!\w)[^.;:“”\n]{{0,120}}?\s(?:tại|của|trong)\s+(?:các\s+)?"
)
_AND_SOME = re.compile(
    rf"\s*[,;]?\s*(?:và\s+)?(?:(?:sửa{MUST}đổi|bổ{MUST}sung|bãi{MUST}bỏ|thay{MUST}thế)[\s,]*(?:và\s+)?){{1,4}}"
    rf"một{MUST}số{MUST}điều\s+(?:của\s+)?"
)
GETS = re.compile(rf"\s+(?:đã\s+)?được\s+(?:sửa{MUST}đổi,?\s+)?bổ{MUST}sung\s+(?:thêm\s+)?")
"""«Điều 50 được bổ sung khoản 8»: between the article and what it gets."""
_PLACED = re.compile(r"\s*(?:vào\s+)?(?:sau|trước)\s*")
_ISSUED_WITH = re.compile(rf"(?P<kind>{one_of(*ATTACHED_TYPES)})(?!\w)[^.;:\n]{{0,200}}?\skèm{MUST}theo\s+$")
_CHANGES = {Relation.AMEND, Relation.REPEAL, Relation.REPLACE}
_PARTS_FOLLOW = re.compile(r"[^.;:“\n]{0,200}:")
_AS_FOLLOWS = re.compile(r"[^.;\n]{0,120}?như sau\s*:")
_ARTICLE = re.compile(r"^[ #*]*Điều \d+\w?\s*[.:]", re.MULTILINE)


def _speaks_of(one: Found, amended: Found) -> bool:
    """Whether quoted words stay within the amended text: «Điều này», or «Nghị định này» where that is a decree."""
    if one.document is None:
        return True
    own = {amended.attached, amended.document.kind if amended.document else None}
    return one.is_self and one.document.kind in own


def settle_amended(text: str, found: list[Found]) -> None:
    """Give provisions without document, in an amending article and its quotations, the document they amend."""
    quotes = quotations(text)
    headings = [heading.start() for heading in _ARTICLE.finditer(text)]
    starts = [start for start, _ in quotes]
    amended: Found | None = None
    within: str | None = None
    article = -1
    last: Found | None = None
    for one in found:
        index = bisect_right(starts, one.start) - 1
        quoted = index >= 0 and one.start < quotes[index][1]
        here = bisect_right(headings, one.start)
        if not quoted and here != article:
            amended, within, article = None, None, here
        if not quoted and one.document is None and last and _PLACED.fullmatch(text[last.end : one.start][:40]):
            one.document, one.attached = last.document, last.attached
            _within(text, one, within)
        elif quoted and amended and _speaks_of(one, amended):
            one.document, one.attached = amended.document, amended.attached
        elif not quoted and one.relation in _CHANGES and not one.is_nested:
            if one.document is None:
                if amended:
                    one.document, one.attached = amended.document, amended.attached
                within = _within(text, one, within)
            elif not one.is_self and one.relation is Relation.AMEND:
                one.attached = one.attached or _issued_with(text, one)
                amended, within = one, _within(text, one, None)
            elif not one.is_self and one.paths == ["*"] and _PARTS_FOLLOW.match(text, one.end):
                amended, within = one, None
        last = one if one.relation is Relation.AMEND and not quoted else None


def _issued_with(text: str, one: Found) -> str | None:
    """«Sửa đổi Quy chế … ban hành kèm theo Quyết định …»: what is amended is attached to the document named."""
    if not text[max(0, one.start - 12) : one.start].rstrip().endswith("theo"):
        return None
    found = _ISSUED_WITH.search(text, max(0, one.start - 260), one.start)
    return " ".join(found["kind"].split()) if found else None


def _within(text: str, one: Found, within: str | None) -> str | None:
    """The article an amending clause works in: «… khoản 3 và khoản 5 Điều 10 như sau: a) Sửa đổi điểm a khoản 3»."""
    if one.paths[0].startswith("@art/") and within and not any(t.is_relative for t in one.targets):
        one.paths = [path.replace("@art", within, 1) for path in one.paths]
        return within
    articles = {path.split("/")[0] for path in one.paths}
    follows = _AS_FOLLOWS.match(text, one.end) if len(articles) == 1 else None
    if follows is None or text[follows.end() : follows.end() + 4].lstrip()[:1] in {"“", '"'}:
        return None
    (article,) = articles
    return article if article[0].isdigit() else None


def settle_notes(text: str, found: list[Found]) -> None:
    """Notes of the codified law on related articles: «Điều 2. Đối tượng; Điều 3. Chính sách của Quyết định …»."""
    for note in _NOTE.finditer(text):
        index = _first(found, note.start())
        waiting: list[Found] = []
        while index < len(found) and found[index].start < note.end():
            one = found[index]
            if one.document is None and _TITLE.match(text, one.end):
                waiting.append(one)
            elif one.document and not one.is_self and _OWNED.search(text, max(0, one.start - 8), one.start):
                for earlier in waiting:
                    earlier.document = one.document
                waiting = []
            index += 1


def _first(found: list[Found], place: int) -> int:
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if found[middle].start < place else (low, middle)
    return low


def _shares(gap: str, one: Found, following: Found) -> bool:
    """«Bổ sung Điều 5a vào sau Điều 5 Nghị định …»; «khoản 1 Điều 2 và người … tại khoản 3 Điều 2 của Luật …»."""
    if len(gap) <= 40 and _PLACED.fullmatch(gap):
        return True
    if following.is_self or len(gap) > 90:
        return False
    if _CARRIES.fullmatch(gap):
        return True
    if not gap.startswith((" và ", " hoặc ", ", ")) or set(gap) & set(".;\n“”"):
        return False
    mine, theirs = one.targets[-1].units.get(Level.ARTICLE), following.targets[0].units.get(Level.ARTICLE)
    return mine is not None and theirs is not None and not mine.this and mine.ids == theirs.ids


def _take_articles(text: str, outer: list[Found]) -> None:
    """«Điều 50 Nghị định … được bổ sung khoản 8»: the clause is one of that article."""
    for one, following in pairwise(outer):
        if not one.targets or not following.targets or following.document is not None:
            continue
        target, top = following.targets[-1], max(following.targets[-1].units)
        larger = {level: unit for level, unit in one.targets[-1].units.items() if level > top}
        if target.is_relative or not larger or not GETS.fullmatch(text[one.end : min(following.start, one.end + 40)]):
            continue
        target.units.update(larger)
        following.document, following.attached = one.document, one.attached
        following.paths, following.warnings = paths(following.targets, document_named=one.document is not None)


def carry_articles(text: str, found: list[Found]) -> None:
    """«Bổ sung khoản 1a vào sau khoản 1; sửa đổi khoản 3 Điều 4»: the article named last holds for all."""
    outer = [one for one in found if not one.is_nested]
    _take_articles(text, outer)
    for one, following in zip(reversed(outer[:-1]), reversed(outer[1:]), strict=True):
        if not one.targets or one.document is not None:
            continue
        gap = text[one.end : min(following.start, one.end + 160)]
        if following.document and (_AND_SOME.fullmatch(gap) or _AND_OTHERS.fullmatch(gap)):
            one.document = following.document
        if not following.targets:
            continue
        if following.document and _shares(text[one.end : following.start], one, following):
            one.document, one.attached = following.document, following.attached
        if max(one.targets[-1].units) >= Level.ARTICLE:
            continue
        last = following.targets[-1]
        top = max(one.targets[-1].units)
        if max(last.units) <= top or following.start - one.end > 60:
            continue
        if _CARRIES.fullmatch(text[one.end : following.start]) is None:
            continue
        one.targets[-1].units.update({level: unit for level, unit in last.units.items() if level > top})
        one.document = following.document
        one.paths, warnings = paths(one.targets, document_named=one.document is not None)
        one.warnings = (one.warnings - {Warn.MISSING_ARTICLE}) | warnings
