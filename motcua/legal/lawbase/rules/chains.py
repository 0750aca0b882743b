"""Which of many numbered lines are the text's own: the best rising chain, where each follows the one before it.

Numbering that restarts, or jumps into a quotation without quotation marks, loses against the chain that goes on by one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Order of points: a b c d đ e g h i k l m n o p q r s t u v x y [30/2020/NĐ-CP, phụ lục I]."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = re.compile(r"(\d{1,6})([a-zđ]{0,2})(\d{0,2})")
_STEP, _JUMP = 1.0, 0.1

Key = tuple[int, int, int]


def number_key(text: str) -> Key:
    """(number, inserted letter, further digit): 13 < 13a < 13b < 14."""
    match = _NUMBER.fullmatch(text.lower())
    if match is None:
        return (0, 0, 0)
    whole, letters, more = match.groups()
    place = 0
    for letter in letters:
        place = place * 30 + LETTERS.find(letter) + 1
    return (int(whole), place, int(more or 0))


def letter_key(text: str) -> Key:
    """Place of a point in the Vietnamese order; «a1» stands after «a»."""
    place = LETTERS.find(text[:1].lower()) + 1
    return (place, int(text[1:]) if text[1:].isdigit() else 0, 0)


def roman_key(text: str) -> Key:
    """Value of a Roman number; 0 for what is none."""
    total, before = 0, 0
    for letter in reversed(text.lower()):
        value = _ROMAN.get(letter, 0)
        total += value if value >= before else -value
        before = max(before, value)
    return (total, 0, 0)


def chain(keys: Sequence[Key]) -> list[int]:
    """Indexes of the best rising chain. A step to the next number counts ten times a jump. O(n log n)."""
    order = sorted(set(keys))
    best = _Best(len(order))
    score: list[float] = []
    before: list[int] = []
    last_of: dict[Key, int] = {}
    for index, key in enumerate(keys):
        place = bisect_left(order, key)
        value, came = best.below(place)
        value += _JUMP if came >= 0 or key[0] > 1 else _STEP
        for earlier in _predecessors(key):
            found = last_of.get(earlier, -1)
            if found >= 0 and score[found] + _STEP > value:
                value, came = score[found] + _STEP, found
        score.append(value)
        before.append(came)
        if key not in last_of or value > score[last_of[key]]:
            last_of[key] = index
        best.put(place, value, index)
        if key[0] and (whole := (key[0], -1, -1)) and (whole not in last_of or value >= score[last_of[whole]]):
            last_of[whole] = index
    return _walk(score, before)


def _predecessors(key: Key) -> list[Key]:
    whole, letter, more = key
    if more:
        return [(whole, letter, more - 1)]
    if letter:
        return [(whole, letter - 1, 0), (whole, -1, -1)]
    return [(whole - 1, -1, -1)]


def _walk(score: list[float], before: list[int]) -> list[int]:
    if not score:
        return []
    at = max(range(len(score)), key=lambda index: (score[index], -index))
    found = []
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


class _Best:
    """The best score among smaller keys (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        found = (0.0, -1)
        while place > 0:
            found = max(found, self._tree[place])
            place -= place & -place
        return found

    def put(self, place: int, value: float, index: int) -> None:
        place += 1
        while place < len(self._tree):
            self._tree[place] = max(self._tree[place], (value, index))
            place += place & -place
