"""What a text above gives to the body that issues the draft, and whether the draft speaks of it. Plain Python.

Only words are compared: which provision says «quy định chi tiết», which articles of the draft share its words. Whether
a point is rightly settled is the appraiser's to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from motcua.base.vn.rules import fold
from motcua.bureau.drafting.rules.machine import Finding

LEVEL_WORDS = {
    "province": r"cấp tỉnh|tỉnh, thành phố|các cấp|tỉnh\b",
    "city": r"cấp huyện|quận, huyện|các cấp|huyện\b",
    "ward": r"cấp xã|xã, phường|các cấp|xã\b",
}
_GIVES = r"(?:quy định|ban hành|quyết định|hướng dẫn)\b"
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "va cua cac co duoc theo quy dinh tai cho nay do la khi hoac ve voi trong tren den tu nhung mot so viec phai "
        "dieu khoan diem ban hanh nhan dan uy hoi dong cap xa tinh huyen chi tiet quyet noi dung",
    )
)
LEAST_SHARE, FEWEST = 0.6, 2


@dataclass(frozen=True)
class Point:
    """A provision, or a point of it, with where the draft speaks of it (articles by number; empty: nowhere seen)."""

    label: str
    text: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Delegation:
    """A provision that gives something to be settled: of which text, its points, where the draft names it.

    `is_named`: the draft itself says that it settles this provision; else it was found by its words only. `is_public`:
    the text has a page for everybody.
    """

    document: str
    slug: str
    unit_id: str
    label: str
    points: tuple[Point, ...]
    is_named: bool
    at: int | None = None
    is_public: bool = True


def gives_to(text: str, *, body: str, level: str) -> bool:
    """Whether a provision's words give this body at this level something to settle."""
    where = LEVEL_WORDS.get(level)
    if not where:
        return False
    asks = rf"(?<!Chủ tịch ){re.escape(body)}[^.;\n]{{0,30}}?(?:{where})[^.;\n]{{0,60}}?{_GIVES}"
    return re.search(asks, text, re.IGNORECASE) is not None


def articles_of(text: str) -> dict[str, frozenset[str]]:
    """The telling words of each article of a draft, by its number."""
    pieces = re.split(r"^\s*Điều\s+(\d+[a-zđ]?)\.", text, flags=re.MULTILINE)
    return {number: telling(words) for number, words in zip(pieces[1::2], pieces[2::2], strict=True)}


def telling(text: str) -> frozenset[str]:
    """Words that tell what a text is about, without marks."""
    return frozenset(word for word in re.findall(r"\w+", fold(text)) if len(word) > 1) - _SMALL


def spoken_of(text: str, articles: dict[str, frozenset[str]]) -> tuple[str, ...]:
    """Articles that hold most of the telling words of a point."""
    wanted = telling(text)
    if len(wanted) < FEWEST:
        return ()
    return tuple(number for number, there in articles.items() if len(wanted & there) / len(wanted) >= LEAST_SHARE)


def delegated_findings(delegations: Sequence[Delegation]) -> list[Finding]:
    """Points of the provisions the draft says it settles, of which no article seems to speak."""
    found = []
    for one in delegations:
        if not one.is_named:
            continue
        for point in one.points:
            if len(telling(point.text)) >= FEWEST and not point.articles:
                flat = " ".join(point.text.split())
                short = flat if len(flat) <= 140 else f"{flat[:140].rstrip()}…"
                words = f"{point.label} {one.document} giao “{short}”: chưa thấy điều nào của dự thảo nhắc tới."
                found.append(Finding(content="E", key="delegated", words=words, is_wrong=False, at=one.at))
    return found
