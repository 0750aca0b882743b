"""How long a line of Times New Roman is on paper: widths of letters in thousandths of the size.

Measured from a font of the same metrics; a letter with marks is as wide as its base letter. It serves to compare a rule
(«đường kẻ ngang») with the line of text above it [30/2020/NĐ-CP, Phụ lục I], and to guess how many lines a text fills.
"""

import unicodedata

_FIRST = 32


def _widths(numbers: str) -> tuple[int, ...]:
    return tuple(int(one) for one in numbers.split())


_REGULAR = _widths(
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 "
    "500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 "
    "667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 "
    "500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541 "
)
_BOLD = _widths(
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 "
    "500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 "
    "778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 "
    "278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520 "
)
_OTHER = 500
_PLAIN = str.maketrans({"Đ": "D", "đ": "d", "Ð": "D", "“": '"', "”": '"', "–": "-"})


def width_pt(text: str, size: float, *, bold: bool = False) -> float:
    """Length in points of a text on one line."""
    table = _BOLD if bold else _REGULAR
    letters = unicodedata.normalize("NFD", text).translate(_PLAIN)
    found = (
        table[ord(letter) - _FIRST] if _FIRST <= ord(letter) < _FIRST + len(table) else _OTHER
        for letter in letters
        if not unicodedata.combining(letter)
    )
    return sum(found) * size / 1000
