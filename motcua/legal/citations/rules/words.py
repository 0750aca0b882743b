"""Pieces of pattern that the other files share: gaps, kinds of document, words that open a unit."""

import re
from collections.abc import Container

from motcua.legal.citations.choices import TYPES

GAP = r"[ ]*+(?:\n[ ]*+)?+"
"""Between two words of one citation: blanks and at most one line break."""
UPPER = "A-Z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
"""Capital letters, for a set in square brackets."""
LOWER = "a-z" + "".join(chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).islower())
"""Small letters, for a set in square brackets."""
SPACE = re.compile(GAP)
MUST = r"(?:[ ]++(?:\n[ ]*+)?+|\n[ ]*+)"


def either_case(phrase: str) -> str:
    """A pattern for the words with any capital first letters, or all in capitals."""
    words = phrase.split()
    mixed = MUST.join(f"[{word[0].upper()}{word[0].lower()}]{word[1:]}" for word in words)
    return f"(?:{mixed}|{MUST.join(word.upper() for word in words)})"


TYPE = "(?:" + "|".join(either_case(one) for one in TYPES) + r")(?!\w)"
TYPE_WORD = re.compile(TYPE)
SHORT_TYPES = {
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị",
    "CV": "Công văn",
    "KH": "Kế hoạch",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
}
"""Kinds as letters and notes of officers shorten them; they count before a number only («Điều 5 NĐ 123/2015/NĐ-CP»)."""
SHORT_TYPE = rf"(?:{'|'.join(sorted(SHORT_TYPES, key=len, reverse=True))})(?={MUST}(?:số{GAP})?\d{{1,5}}[a-zđ]?[/-])"
SHORT_TYPE_WORD = re.compile(SHORT_TYPE)
_BY_LOWER = {one.lower(): one for one in TYPES}


def type_named(written: str) -> str:
    """The kind as the list writes it: «NGHỊ ĐỊNH», «Nghị Định» → «Nghị định»."""
    return SHORT_TYPES.get(written) or _BY_LOWER[" ".join(written.split()).lower()]


def skip(text: str, at: int) -> int:
    """The place after the gap."""
    if at >= len(text) or text[at] not in " \n":
        return at
    found = SPACE.match(text, at)
    return found.end() if found else at


def word_before(text: str, at: int) -> str:
    """The word that ends just before the place, in lower case; empty at the start of a clause."""
    stretch = text[max(0, at - 24) : at].rstrip()
    begin = len(stretch)
    while begin and (stretch[begin - 1].isalnum() or stretch[begin - 1] == "_"):
        begin -= 1
    return stretch[begin:].lower()


def goes_on_with(text: str, at: int, marks: Container[str]) -> bool:
    """Whether the next letter after the gap is one of these: a cheap look before a dear pattern."""
    place = skip(text, at)
    return place < len(text) and text[place] in marks


HEADING = re.compile(
    r"(?:Điều|ĐIỀU)\s+\d+\w?\s*[.:](?!\d)|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+\w+(?:\s*(?:[.:]|\n|$)|\s+["
    + UPPER
    + r"]{2,}\s+["
    + UPPER
    + r"]{2})"
)


def starts_line(text: str, at: int) -> bool:
    """Whether only blanks (or marks of a Markdown heading) stand before the place on its line."""
    if at and text[at - 1] in ".;”":
        return True
    line = text.rfind("\n", max(0, at - 12), at)
    if line < 0 and at > 12:
        return False
    return not text[line + 1 : at].strip(' #*>“"')


def is_heading(text: str, at: int) -> bool:
    """Whether a heading of the text itself stands here («Điều 5. Phạm vi»), which cites nothing."""
    return starts_line(text, at) and HEADING.match(text, at, at + 40) is not None


def one_of(*words: str) -> str:
    """A pattern for any of the phrases, longest first, blanks of any kind between their words."""
    return "(?:" + "|".join(word.replace(" ", MUST) for word in sorted(words, key=len, reverse=True)) + ")"
