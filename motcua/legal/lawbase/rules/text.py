"""Clean-up before a text is read or compared: what keyboards, scanners and web pages leave in legal texts."""

from bisect import bisect_left

from motcua.base.vn.rules import fold, nfc

_SAME: dict[int, str | None] = {
    0xD0: "Đ", 0xF0: "đ", 0xA0: " ", 0x2007: " ", 0x202F: " ", 0x3000: " ", 0xAD: None, 0x200B: None, 0x200C: None,
    0x200D: None, 0x2060: None, 0xFEFF: None, 0x2010: "-", 0x2011: "-", 0x0131: "i",
}  # fmt: skip
# Cyrillic and Greek capitals that look like Latin ones and come from keyboards and scans.
_LOOK = str.maketrans("АВЕКМНОРСТХІаеорсхіΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXIaeopcxiABEHIKMNOPTX")
_QUOTE_OPEN, _QUOTE_CLOSE = "“„", "”‟"
_MARKS = frozenset(_QUOTE_OPEN + _QUOTE_CLOSE + chr(34))
# Letters keep their places: «ơ» is one letter in search as in the text.
_STROKES = str.maketrans("–—−", "---")


def clean(text: str) -> str:
    """The text in NFC with plain spaces, Đ for its look-alikes, without invisible characters; line ends alike."""
    return nfc(text).translate(_SAME).replace("\r\n", "\n").replace("\r", "\n")


def latin(text: str) -> str:
    """The same, Cyrillic and Greek look-alikes as Latin, long dashes as hyphens: to compare, not to keep."""
    return clean(text).translate(_LOOK).translate(_STROKES)


def searchable(text: str) -> str:
    """Folded words for search: no marks, one space."""
    return fold(latin(text))


def is_upper(text: str) -> bool:
    """Whether the line is set in capitals, as titles are."""
    letters = [mark for mark in text if mark.isalpha()]
    return bool(letters) and sum(mark.isupper() for mark in letters) >= 0.9 * len(letters)


def quoted_lines(text: str) -> list[tuple[int, int]]:
    """Spans of quoted replacement text that run over line ends, as (start, end), in order, outermost only.

    A span counts when it begins a line or follows a colon («như sau: “…”»); a lone opening mark opens nothing.
    """
    spans: list[tuple[int, int]] = []
    ends = [place for place, mark in enumerate(text) if mark == "\n"]
    stack: list[int] = []
    for place, mark in enumerate(text):
        if mark not in _MARKS:
            continue
        if _opens(text, place, mark, open_marks=len(stack)):
            stack.append(place)
        elif stack:
            start = stack.pop()
            if bisect_left(ends, start) != bisect_left(ends, place) and _introduced(text, start):
                while spans and spans[-1][0] > start:
                    spans.pop()
                spans.append((start, place + 1))
    return spans


def _opens(text: str, place: int, mark: str, *, open_marks: int) -> bool:
    if mark in _QUOTE_CLOSE:
        return False
    before = text[place - 1] if place else "\n"
    after = text[place + 1] if place + 1 < len(text) else "\n"
    fits = (before.isspace() or before in "(:[") and not after.isspace()
    return fits or (mark in _QUOTE_OPEN and not open_marks and not after.isspace())


def _introduced(text: str, start: int) -> bool:
    place = start - 1
    while place >= 0 and text[place] in " \t\xa0":
        place -= 1
    return place < 0 or text[place] in ":\n\r"
