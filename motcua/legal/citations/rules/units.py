"""Units of a provision: «các điểm a, b và đ», «từ khoản 7 đến khoản 18», «Mục 2», «Phụ lục II», with their numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from motcua.legal.citations.choices import Level, Style, Warn
from motcua.legal.citations.rules.words import GAP, MUST, TYPE, UPPER, goes_on_with, is_heading, skip, word_before

MOST = 1000
"""Numbers one list may hold."""

MOST_SPANS = 40
"""Ranges one list may hold."""

_WORDS: tuple[tuple[Level, str], ...] = (
    (Level.DASH, f"[Gg]ạch{MUST}đầu{MUST}dòng"),
    (Level.ITEM, "[Tt]iết"),
    (Level.POINT, "[Đđ]iểm|ĐIỂM"),
    (Level.CLAUSE, "[Kk]hoản|KHOẢN"),
    (Level.ARTICLE, "[Đđ]iều|ĐIỀU"),
    (Level.SUBSECTION, f"[Tt]iểu{MUST}[Mm]ục"),
    (Level.SECTION, "[Mm]ục"),
    (Level.CHAPTER, "[Cc]hương"),
    (Level.PART, "[Pp]hần"),
    (Level.FORM, f"(?:[Bb]iểu{MUST})?[Mm]ẫu(?:{MUST}số)?|[Bb]iểu{MUST}(?:mẫu{MUST})?số"),
    (
        Level.ANNEX,
        f"[Pp]hụ{MUST}[Ll]ục(?:{MUST}số)?|[Dd]anh{MUST}mục(?={MUST}[IVX0-9]{{1,4}}{MUST}(?:ban{MUST}hành{MUST})?kèm{MUST}theo)",
    ),
)
UNIT = re.compile("(?:" + "|".join(f"(?P<{level.name}>{word})" for level, word in _WORDS) + r")(?!\w)")
_LEVELS = {level.name: level for level in Level}
_LEAD = re.compile(rf"(?:(?P<range>[Tt]ừ){MUST})?(?:(?:[Cc]ác|[Nn]hững){MUST})?")

_ROMAN = r"[IVXLC]{1,7}(?:[.-]?\d{1,2})?[a-zđ]?"
_COMMA = r",\d(?!\d{0,2}(?:\s?[,;]|\s(?:và|hoặc|hay|[Đđ]iều|[Kk]hoản|của|này)(?!\w)))"
"""A comma and a figure that is no next number of a list: «1,5 triệu», not «khoản 8, 9,10 và 20»."""
_AFTER = rf"(?![\w]|[/.]\d|{_COMMA})"
_ORDINAL_WORD = rf"thứ{MUST}(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
_ID: dict[Level, re.Pattern[str]] = {
    Level.DASH: re.compile(rf"(?:{_ORDINAL_WORD}|(?:thứ{MUST})?\d{{1,2}})" + _AFTER),
    Level.ITEM: re.compile(
        r"(?:\((?:[ivx]{1,4}|[a-zđ]|\d{1,2})\)|[ivx]{1,4}(?!\w)|[a-zđ]?\d{0,2}(?:\.\d{1,2})?(?<=\w))" + _AFTER
    ),
    Level.POINT: re.compile(
        r"(?:[a-zđA-ZĐ](?: ?\([ivx]{1,4}\)|\d{0,2}|\.\d{1,2})|\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?)" + _AFTER
    ),
    Level.CLAUSE: re.compile(r"\d{1,3}(?:\.\d{1,2})?[a-zđ]?\d?" + _AFTER),
    Level.ARTICLE: re.compile(r"\d{1,12}(?:\.\d{1,2})?[a-zđA-ZĐ]?\d?(?!\w|/\d|\.\d|\.[A-ZĐ]{2}|" + _COMMA + ")"),
    Level.SUBSECTION: re.compile(rf"(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[a-zđ]?|{_ROMAN})" + _AFTER),
    Level.SECTION: re.compile(rf"(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[a-zđ]?|{_ROMAN}|[A-HĐ])" + _AFTER),
    Level.CHAPTER: re.compile(rf"(?:{_ROMAN}|\d{{1,3}}[a-zđ]?)" + _AFTER),
    Level.PART: re.compile(rf"(?:{_ROMAN}|\d{{1,3}}|[A-HĐ]|{_ORDINAL_WORD})" + _AFTER),
    Level.FORM: re.compile(
        r"(?:\d{1,3}(?:\.\d{1,2})?[a-zđA-ZĐ]?(?:[/-][A-ZĐ0-9][\wĐ]{0,9}){0,4}|[A-ZĐ]{1,8}\d{0,2}(?:[/-][A-ZĐ0-9][\wĐ]{0,9}){1,4}(?:\.\d{1,2})?)(?!\w)"
    ),
    Level.ANNEX: re.compile(
        rf"(?:{_ROMAN}(?:\.\d{{1,2}}|-[A-HĐ](?!\w))?|\d{{1,3}}(?:\.\d{{1,2}})?[a-zA-Zđ]?|[A-HĐ])(?!\w|[/,]\d|\.\d)"
    ),
}
_ORDINAL = dict(
    zip(
        ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"],
        strict=True,
    )
)
_SEPARATOR = re.compile(rf"{GAP}(?:,{GAP}(?:(?:và|hoặc|hay){MUST})?|;{GAP}|(?:và|hoặc|hay|và/hoặc){MUST})")
_TO = re.compile(rf"{GAP}(?:(?:đến|tới){MUST}(?:hết{MUST})?|[-–]{GAP})")
_FROM = re.compile(rf"từ{MUST}")
_THIS = re.compile(rf"{GAP}(?:này|nầy|NÀY)(?!\w)")
_AMOUNT = re.compile(
    rf"{GAP}(?:%|‰|(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|VNĐ|USD|người|lần|tuổi|km|m2|m²|ha|kg|tấn|giờ|phút|sao|cây|con|chỗ|trang|buổi)(?!\w))"
)
_FOLLOWS = re.compile(
    rf"{GAP}(?:$|[.,;:)\]”\"(“\n–-]|[{UPPER}]|{TYPE}|(?:điểm|khoản|điều|mục|tiểu|chương|phần|phụ|mẫu|tiết|và|hoặc|hay|của|này|"
    r"thuộc|tại|ban|kèm|đến|nêu|trên|ở|khi|nếu|để|theo|mà|là|không|đã|bị|thì|được|phải|có|quy|đối|trừ|như|trong|do|với|sau|"
    r"từ|cho|về|cũng|hoặc|nói|còn|nhưng|vào|dưới|bằng|hết|tới|bởi|sẽ|luật|bộ|nghị|thông|trước|như)(?!\w))"
)
_COMPOUNDS = {
    Level.DASH: set[str](),
    Level.ITEM: {"chi", "thời", "số"},
    Level.POINT: {
        "địa",
        "thời",
        "quan",
        "đặc",
        "trọng",
        "thí",
        "cao",
        "nhược",
        "ưu",
        "ghi",
        "số",
        "chấm",
        "thang",
        "khuyết",
        "tiêu",
        "yếu",
        "luận",
        "cực",
        "giao",
    },
    Level.CLAUSE: {"tài", "điều", "từng", "chuyển"},
    Level.ARTICLE: {"phi", "bội", "số"},
    Level.SUBSECTION: set(),
    Level.SECTION: {"danh", "hạng", "chuyên", "khoản", "đề", "tiểu", "thư", "số", "đầu", "nhãn", "toàn"},
    Level.CHAPTER: set(),
    Level.PART: {"thành", "cổ", "một", "học", "bộ", "hai", "ba", "các", "mỗi", "nửa", "đa", "quốc", "gia", "góp"},
    Level.FORM: set(),
    Level.ANNEX: set(),
}


_UPPER, _LOWER, NO_STYLE = frozenset({Style.UPPER_CASE_UNIT}), frozenset({Style.LOWER_CASE_UNIT}), frozenset[Style]()
NO_WARNINGS = frozenset[Warn]()
NO_SPANS: Mapping[int, str] = MappingProxyType({})


@dataclass(slots=True)
class Unit:
    """One level with its numbers («khoản 1, 2 và 5»); `this` for «Điều này».

    `spans`: place in `ids` → the number a range that begins there runs to; it is spread out only for the paths.
    """

    level: Level
    ids: list[str]
    start: int
    end: int
    this: bool = False
    style: frozenset[Style] = NO_STYLE
    warnings: frozenset[Warn] = NO_WARNINGS
    spans: Mapping[int, str] = field(default_factory=lambda: NO_SPANS)


def level_at(text: str, at: int) -> Level | None:
    """The level of the unit word here, «các» and «từ» before it let pass."""
    lead = _LEAD.match(text, at)
    found = UNIT.match(text, lead.end() if lead else at)
    return _LEVELS[found.lastgroup] if found and found.lastgroup else None


def read_unit(text: str, at: int) -> Unit | None:
    """The unit that begins here with all its numbers; None where the words are no unit («điều kiện», «địa điểm a»)."""
    lead = _LEAD.match(text, at)
    word_at = lead.end() if lead else at
    found = UNIT.match(text, word_at)
    if found is None or not found.lastgroup:
        return None
    level = _LEVELS[found.lastgroup]
    if Level.ARTICLE <= level <= Level.PART and is_heading(text, word_at):
        return None
    if word_at == at and is_compound(text, at, level):
        return None
    unit = Unit(level, [], at, found.end(), False, _style(level, found[0]), NO_WARNINGS, NO_SPANS)
    if this := _THIS.match(text, found.end()):
        return Unit(level, [], at, this.end(), this=True)
    begin = skip(text, found.end())
    if ranged := _FROM.match(text, begin):
        again = UNIT.match(text, ranged.end())
        begin = skip(text, again.end()) if again and again.lastgroup == found.lastgroup else ranged.end()
    number = _ID[level].match(text, begin)
    if number is None or begin == found.end() or _AMOUNT.match(text, number.end()):
        return unit if level is Level.ANNEX else None
    _read_ids(text, unit, number)
    return unit


def is_compound(text: str, at: int, level: Level) -> bool:
    """Whether the word belongs to the one before it («địa điểm a», «tài khoản 2»)."""
    return text[at - 2 : at - 1].isalpha() and word_before(text, at) in _COMPOUNDS[level]


def _style(level: Level, word: str) -> frozenset[Style]:
    if word.isupper() or level is Level.DASH:
        return NO_STYLE
    small = level <= Level.CLAUSE
    if small and word[0].isupper():
        return _UPPER
    if not small and word[0].islower() and level < Level.FORM:
        return _LOWER
    return NO_STYLE


def _read_ids(text: str, unit: Unit, number: re.Match[str]) -> None:
    """The first number and all that follow it in lists and ranges."""
    unit.ids.append(_plain(unit.level, number[0]))
    unit.end = number.end()
    while goes_on_with(text, unit.end, ",;vhđt-–"):
        if len(unit.ids) >= MOST or len(unit.spans) >= MOST_SPANS:
            unit.warnings |= {Warn.LIST_TOO_LONG}
            return
        if len(unit.ids) - 1 not in unit.spans and (after := _range_end(text, unit)) is not None:
            unit.spans = {**unit.spans, len(unit.ids) - 1: _plain(unit.level, after[0])}
        elif (after := _listed(text, unit)) is not None:
            unit.ids.append(_plain(unit.level, after[0]))
        else:
            return
        unit.end = after.end()


def _range_end(text: str, unit: Unit) -> re.Match[str] | None:
    to = _TO.match(text, unit.end)
    if to is None:
        return None
    at = to.end()
    word = UNIT.match(text, at)
    if word:
        if word.lastgroup != unit.level.name:
            return None
        return _ID[unit.level].match(text, skip(text, word.end()))
    number = _ID[unit.level].match(text, at)
    return number if number and _FOLLOWS.match(text, number.end()) else None


def _listed(text: str, unit: Unit) -> re.Match[str] | None:
    separator = _SEPARATOR.match(text, unit.end)
    if separator is None or "\n" in separator[0]:
        return None
    number = _ID[unit.level].match(text, separator.end())
    if number is None or _AMOUNT.match(text, number.end()) or not _FOLLOWS.match(text, number.end()):
        return None
    return number


def _plain(level: Level, written: str) -> str:
    """«Phần thứ nhất» → I, «gạch đầu dòng thứ nhất» → 1; a point's letter small."""
    if level is Level.DASH:
        word = written.rsplit(maxsplit=1)[-1]
        return word if word.isdigit() else str([*_ORDINAL].index(word) + 1)
    if level is Level.PART and written.startswith("thứ"):
        return _ORDINAL[written.rsplit(maxsplit=1)[-1]]
    if level is Level.POINT:
        return written.lower().replace(" (", "/").replace("(", "/").rstrip(")")
    return written.strip("()") if level is Level.ITEM else written
