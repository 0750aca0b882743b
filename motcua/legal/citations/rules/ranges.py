"""Ranges: «từ điểm a đến điểm k» in the order of the letters, «từ Điều 13a đến Điều 15», never wider than a code."""

import re

from motcua.legal.citations.choices import POINT_LETTERS, Level, Warn

WIDEST = 1000
_ARAB = re.compile(r"(\d{1,6})([a-zđ]?)")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMANS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def spread(level: Level, first: str, last: str, *, most: int = WIDEST) -> tuple[list[str], Warn | None]:
    """All numbers from the first to the last; both ends and a warning where they cannot be counted."""
    if level is Level.POINT and len(first) == len(last) == 1 and not first.isdigit():
        return _letters(first, last)
    if level in {Level.CHAPTER, Level.PART, Level.SECTION, Level.ANNEX} and _is_roman(first) and _is_roman(last):
        ids, warning = _figures((_arab(first), ""), (_arab(last), ""))
        return ([first, last] if warning else [_roman(int(one)) for one in ids]), warning
    begin, end = _ARAB.fullmatch(first), _ARAB.fullmatch(last)
    if begin and end and int(end[1]) - int(begin[1]) > min(most, WIDEST):
        return [first, last], Warn.RANGE_TOO_WIDE
    if begin is None or end is None:
        digits = first.isdigit() and last.isdigit()
        return [first, last], Warn.RANGE_TOO_WIDE if digits else Warn.RANGE_NOT_EXPANDED
    ids, warning = _figures((int(begin[1]), begin[2]), (int(end[1]), end[2]))
    if warning:
        return [first, last], warning
    width = len(begin[1]) if begin[1].startswith("0") else 0
    return [one.zfill(width) if one.isdigit() else one for one in ids], None


def _letters(first: str, last: str) -> tuple[list[str], Warn | None]:
    if first not in POINT_LETTERS or last not in POINT_LETTERS:
        return [first, last], Warn.RANGE_NOT_EXPANDED
    begin, end = POINT_LETTERS.index(first), POINT_LETTERS.index(last)
    if begin >= end:
        return [first, last], Warn.BAD_RANGE
    return list(POINT_LETTERS[begin : end + 1]), None


def _figures(first: tuple[int, str], last: tuple[int, str]) -> tuple[list[str], Warn | None]:
    (low, low_letter), (high, high_letter) = first, last
    if high < low or (high == low and high_letter <= low_letter):
        return [], Warn.BAD_RANGE
    if high == low:
        letters, warning = _letters(low_letter, high_letter) if low_letter else _letters("a", high_letter)
        if high_letter == "a":
            letters, warning = ["a"], None
        return ([] if low_letter else [str(low)]) + [f"{low}{letter}" for letter in letters], warning
    whole = [str(number) for number in range(low + bool(low_letter), high + 1)]
    return ([f"{low}{low_letter}"] if low_letter else []) + whole + (
        [f"{high}{high_letter}"] if high_letter else []
    ), None


def _is_roman(written: str) -> bool:
    return bool(written) and all(letter in _VALUES for letter in written)


def _arab(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMANS:
        while number >= value:
            written += letters
            number -= value
    return written
