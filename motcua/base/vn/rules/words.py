"""Figures and dates in words («ghi bằng chữ»), as certificates and books of certification demand.

Reading follows the school norm: linh, mươi, mốt, lăm; «hai mươi bốn», «một trăm linh năm», «không trăm».
"""

from datetime import date

from motcua.base.vn.rules.partial_date import PartialDate

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_BILLION = 1_000_000_000


def in_words(number: int) -> str:
    """The number in words: 2024 → «hai nghìn không trăm hai mươi bốn»; below zero with «âm»."""
    if number < 0:
        return f"âm {in_words(-number)}"
    return " ".join(_words(number, is_tail=False)) if number else _DIGITS[0]


def date_in_words(on: date | PartialDate) -> str:
    """«Ngày năm tháng mười một năm hai nghìn không trăm hai mươi bốn»; only the known parts of a partial date."""
    parts = [f"năm {in_words(on.year)}"]
    if on.month:
        parts.insert(0, f"tháng {'tư' if on.month == 4 else in_words(on.month)}")
    if on.day:
        parts.insert(0, f"ngày {in_words(on.day)}")
    sentence = " ".join(parts)
    return sentence[0].upper() + sentence[1:]


def _words(number: int, *, is_tail: bool) -> list[str]:
    """Words of a number; a tail (something stands before it) reads its zero hundreds."""
    words: list[str] = []
    billions, rest = divmod(number, _BILLION)
    if billions:
        words += [*_words(billions, is_tail=is_tail), "tỷ"]
    for scale, name in _SCALES:
        group, rest = divmod(rest, scale)
        if group:
            words += [*_group(group, is_tail=is_tail or bool(words)), *filter(None, [name])]
    return words


def _group(group: int, *, is_tail: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or is_tail else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    elif units and words:
        words.append("linh")
    return [*words, *_unit(tens, units)]


def _unit(tens: int, units: int) -> list[str]:
    if units == 0:
        return []
    if units == 1 and tens > 1:
        return ["mốt"]
    if units == 5 and tens:
        return ["lăm"]
    return [_DIGITS[units]]
