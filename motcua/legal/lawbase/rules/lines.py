"""What a line of a legal text opens: a chapter, an article, a clause, an appendix, the footer, or nothing."""

import re
from dataclasses import dataclass

from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.text import is_upper, latin

_LONGEST_LOOK = 400
_ORDINALS = {
    "nhất": "i", "hai": "ii", "ba": "iii", "tư": "iv", "bốn": "iv", "năm": "v", "sáu": "vi", "bảy": "vii",
    "bẩy": "vii", "tám": "viii", "chín": "ix", "mười": "x",
}  # fmt: skip
_N = r"([IVXLCivxlc]{1,7}[abdđeg]?|\d{1,3}[a-zđ]?)"
_BIG = (
    (UnitKind.PART, re.compile(rf"phần\s+(?:thứ\s+(\w+)|{_N})(?=$|[\s.:\-])(.*)", re.IGNORECASE | re.DOTALL)),
    (UnitKind.CHAPTER, re.compile(rf"(ch)ương\s+(?:thứ\s+)?{_N}(?=$|[\s.:\-])(.*)", re.IGNORECASE | re.DOTALL)),
    (UnitKind.SUBSECTION, re.compile(rf"(ti)ểu\s+mục\s+{_N}(?=$|[\s.:\-])(.*)", re.IGNORECASE | re.DOTALL)),
    (UnitKind.SECTION, re.compile(rf"(m)ục\s+{_N}(?=$|[\s.:\-])(.*)", re.IGNORECASE | re.DOTALL)),
)
_ARTICLE = re.compile(r"điều\s+(\d{1,4})\s?([a-zđ]?\d?)(?![\w/])\s*([.:\-]?)\s*(.*)", re.IGNORECASE | re.DOTALL)
_CLAUSE = re.compile(r"(\d{1,3}[a-zđ]?\d?)\s?[.\-](?!\d)\s*(.*)", re.DOTALL)
_SUBCLAUSE = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(.*)", re.DOTALL)
_POINT = re.compile(r"([a-zđ]\d{0,2})\s?[).](?!\w)\s*(.*)", re.DOTALL)
_ROMAN_LINE = re.compile(r"([IVXLC]{1,7})\s?[.\-](?!\w)\s*(.*)", re.DOTALL)
_ITEM = re.compile(r"[-+•*]\s*(.*)|(\([ivx]{1,5}\)|[a-zđ]\.\d{1,2}\)|[a-zđ]\([ivx]{1,5}\))\s*(.*)", re.DOTALL)
_LOOSE = re.IGNORECASE | re.DOTALL
_APPENDIX = re.compile(r"phụ\s+lục\s*(?:số\s*)?([IVXLC]{1,6}|\d{1,3}[a-zA-ZđĐ]?|[A-Z])?(?=$|[\s.:\-(])(.*)", _LOOSE)
_FORM = re.compile(r"(?:mẫu|biểu)(?:\s+số)?\s*:?\s*(\d{1,3}[a-zđ]?(?:[/\-][\w\-.]{1,20})?)\s*[.:]?\s*(.*)", _LOOSE)
_FOOTER = re.compile(r"nơi nhận\s*:?|(TM|KT|TL|TUQ|Q)\s?\.\s*[A-ZĐÀ-Ỹ]{2}|(QUYỀN )?CHỦ TỊCH( QUỐC HỘI)?$")
_ATTACHED = re.compile(r"(QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|DANH MỤC)\b")
_CITED = re.compile(
    r"(luật|bộ luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh|hiến pháp|chương|mục|phần|điều|và|của|hoặc)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line may open: its kind, number as an id wants it, number as written, and the words after it."""

    kind: UnitKind
    number: str
    shown: str
    rest: str


def marks_of(line: str) -> tuple[Mark, ...]:
    """Everything the line may open, the likeliest first; nothing for running text."""
    text = " ".join(latin(line[:_LONGEST_LOOK]).split())
    text = text.lstrip("*_# ") if text[:1] in "*_#" else text
    if not text:
        return ()
    found = [_big(text), _article(text), _appendix(text), _footer(text), _form(text)]
    sure = [mark for mark in found if mark]
    return tuple(sure[:1]) if sure else tuple(mark for mark in (_small(text)) if mark)


def is_title(line: str) -> bool:
    """Whether the line can be the title under «Chương II»: no numbered unit, in capitals or without a full stop."""
    text = " ".join(latin(line[:_LONGEST_LOOK]).split())
    if not text or len(text) > 300 or marks_of(line):
        return False
    return is_upper(text) or text[-1] not in ".;:,"


def attached_title(line: str) -> bool:
    """Whether the line is the title of a text issued with the decision: QUY CHẾ, QUY ĐỊNH … in capitals."""
    text = " ".join(latin(line[:_LONGEST_LOOK]).split())
    return bool(_ATTACHED.match(text)) and is_upper(text) and not text.endswith(":")


def _big(text: str) -> Mark | None:
    for kind, pattern in _BIG:
        if (match := pattern.match(text)) is None:
            continue
        ordinal, number, rest = match.group(1), match.group(2), match.group(3)
        shown = number or ordinal
        plain = _ORDINALS.get((ordinal or "").lower(), "") if number is None else number.lower()
        if plain and _stands_alone(rest):
            return Mark(kind, plain, shown, rest.lstrip(" .:-"))
    return None


def _stands_alone(rest: str) -> bool:
    """Nothing more on the line, a separator, or a title in capitals."""
    rest = rest.strip()
    if not rest:
        return True
    if rest[0] in ".:-":
        return not _CITED.match(rest[1:].strip()) or is_upper(rest)
    return is_upper(rest)


def _article(text: str) -> Mark | None:
    if (match := _ARTICLE.match(text)) is None or text[0] not in "ĐđD":
        return None
    number, letter, separator, rest = match.groups()
    if not separator and rest and (not rest[0].isupper() or len(rest) > 200 or _CITED.match(rest) or rest[-1] in ";,"):
        return None
    if separator == "-" and rest[:1].islower():
        return None
    return Mark(UnitKind.ARTICLE, f"{int(number)}{letter.lower()}", number + letter, rest)


def _appendix(text: str) -> Mark | None:
    match = _APPENDIX.match(text) if len(text) <= 200 else None
    if match is None or text[0] != "P":
        return None
    number, rest = match.group(1) or "", match.group(2).strip()
    if rest and rest[0] not in ".:-(" and not is_upper(rest):
        return None
    return Mark(UnitKind.APPENDIX, number.lower(), number, rest.lstrip(" .:-"))


def _form(text: str) -> Mark | None:
    match = _FORM.match(text) if len(text) <= 200 else None
    if match is None or not text[0].isupper() or (match.group(2) and not match.group(2)[0].isupper()):
        return None
    number = match.group(1)
    return Mark(UnitKind.FORM, number.lower().replace("/", "-").replace(".", "-"), number, match.group(2))


def _footer(text: str) -> Mark | None:
    found = _FOOTER.match(text) or (_FOOTER.match(text[:12].lower()) if text[:1] == "N" else None)
    return Mark(UnitKind.FOOTER, "", "", "") if found and len(text) < 200 else None


def _small(text: str) -> list[Mark | None]:
    """Numbers of clauses and points; a line may be read in more than one way («I.» is Roman one, or a heading)."""
    found: list[Mark | None] = []
    if match := _ROMAN_LINE.match(text):
        found.append(Mark(UnitKind.HEADING, match.group(1).lower(), match.group(1), match.group(2)))
    if match := _CLAUSE.match(text):
        number = match.group(1)
        found.append(Mark(UnitKind.CLAUSE, number.lstrip("0").lower() or "0", number, match.group(2)))
    elif match := _SUBCLAUSE.match(text):
        found.append(Mark(UnitKind.TEXT, match.group(1), match.group(1), match.group(2)))
    if match := _POINT.match(text):
        found.append(Mark(UnitKind.POINT, match.group(1), match.group(1), match.group(2)))
    elif match := _ITEM.match(text):
        found.append(Mark(UnitKind.ITEM, "", match.group(2) or "", match.group(1) or match.group(3) or ""))
    return found
