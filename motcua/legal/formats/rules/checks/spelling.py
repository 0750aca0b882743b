"""Capitals [30/2020/NĐ-CP, Phụ lục II]: only where the words leave no doubt; all else is for the eye."""

import re
from collections.abc import Iterator

from motcua.base.vn.rules import nfc
from motcua.legal.formats.choices import PROSE, Part
from motcua.legal.formats.rules.findings import Fault, FormatRule, check, fault
from motcua.legal.formats.rules.parts import Reading

LOW_ARTICLE = re.compile(
    r"(?<=[\w;,] )(?<!Tiểu )(điều|chương|mục|tiểu mục|phần) (\d+|"
    r"[IVXLC]+)(?= (của|Mục|Chương|Nghị|Luật|Bộ luật|Thông|Quyết))|(?<=\d )điều \d+(?=[.,;]|$| (Nghị|Luật|này))"
)
HIGH_CLAUSE = re.compile(r"(?<=[a-zđà-ỹ;,] )(Khoản|Điểm) (\d+|[a-zđ])(?= (khoản|Khoản|Điều|điều))")
PLACES = (
    (
        re.compile(
            r"(?<!\w)(?<!\d )(?<!mỗi )(?<!các )(quận|phường) (\d{1,2})\b"
            r"(?!%|[.,]\d| (của|trên|trong (số|các|tổng)|hồ sơ|vụ|việc|người|hộ|thôn)\b)"
        ),
        "viết hoa Quận, Phường đi với chữ số",
    ),
    (re.compile(r"thủ đô Hà Nội"), "viết “Thủ đô Hà Nội”"),
    (re.compile(r"thành phố Hồ Chí Minh"), "viết “Thành phố Hồ Chí Minh”"),
    (re.compile(r"(?<=[a-zđà-ỹ,] )Tỉnh (?=[A-ZĐ][a-zà-ỹ]+ [A-ZĐ])"), "danh từ chung “tỉnh” viết thường"),
)
AGENCIES = (
    (re.compile(r"(?:[Uu][ỷỉ]|[Ủủ]y) [Bb]an [Nn]hân [Dd]ân"), ""),
    (re.compile(r"[Hh]ội [Đđ]ồng [Nn]hân [Dd]ân"), ""),
    (re.compile(r"\b(Sở|Bộ) (tư pháp|tài chính|nội vụ|y tế|xây dựng|công an|quốc phòng)\b"), ""),
    (re.compile(r"(?<=[a-zđà-ỹ,] )(sở|bộ) (Tư pháp|Tài chính|Nội vụ|Y tế|Xây dựng|Công an|Quốc phòng)\b"), ""),
)
POSTS = re.compile(r"(?<=[a-zđà-ỹ,] )(chủ tịch (Quốc hội|nước|Ủy ban nhân dân|UBND)|thủ tướng Chính phủ|bộ trưởng Bộ)")
NAMES = re.compile(
    r"\b(bộ luật (Hình sự|Dân sự|Lao động)|luật (Hộ tịch|Tổ chức|Ban hành|Đất đai|Cán bộ)|"
    r"Bộ luật (hình sự|dân sự|lao động)|Bộ Luật (Hình sự|Dân sự)|"
    r"Luật (hộ tịch|tổ chức chính quyền|tổ chức Quốc hội|đất đai|cán bộ))\b"
)
OLD_TONE = re.compile(r"^[Uu]ỷ ban nhân dân$")


def _told(reading: Reading, shape: re.Pattern[str], wanted: str) -> Iterator[Fault]:
    for line in reading.of(Part.BASIS, *PROSE):
        if found := shape.search(nfc(line.text)):
            yield fault(line, f"“{found[0].strip()}”", wanted=wanted)


@check("A-78")
def cited_units(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«điểm a khoản 2 Điều 103 Mục 5 Chương XII»."""
    yield from _told(reading, LOW_ARTICLE, rule.demands)
    yield from _told(reading, HIGH_CLAUSE, rule.demands)


@check("A-79")
def places(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Quận 1, Thủ đô Hà Nội, tỉnh Nam Định."""
    for shape, wanted in PLACES:
        yield from _told(reading, shape, wanted)


@check("A-80")
def agencies(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Ủy ban nhân dân, Hội đồng nhân dân, Sở Tài chính. Where the tone mark stands is a habit, not a fault."""
    for line in reading.of(Part.BASIS, *PROSE):
        text = nfc(line.text)
        for shape, _ in AGENCIES:
            wrong = next((one[0] for one in shape.finditer(text) if not _is_right(one[0])), None)
            if wrong:
                yield fault(line, f"“{wrong}”", wanted=rule.demands)


def _is_right(words: str) -> bool:
    return words in {"Uỷ ban nhân dân", "Ủy ban nhân dân", "Hội đồng nhân dân"}


@check("A-81")
def posts(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Chủ tịch Quốc hội, Thủ tướng Chính phủ."""
    yield from _told(reading, POSTS, rule.demands)


@check("A-83")
def document_names(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Bộ luật Hình sự, Luật Tổ chức Quốc hội."""
    yield from _told(reading, NAMES, rule.demands)
