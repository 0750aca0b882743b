"""Word by word: what differs between two states of a text, provision by provision."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from motcua.legal.lawbase.rules.pointintime import Piece

Change = Literal["same", "out", "in"]
_WORD = re.compile(r"\s+|[^\s\w]|\w+")
_MOST_WORDS = 6000


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, went or came."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ProvisionDiff:
    """One provision in both states; `change` is in (new), out (gone), or same with different words."""

    id: str
    change: Change
    runs: tuple[Run, ...]


def words(before: str, after: str) -> tuple[Run, ...]:
    """Runs of words; all `same` and `out` give the old text, all `same` and `in` the new. Very long texts by line."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    runs: list[Run] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(old[i1:i2])))
            continue
        if i1 < i2:
            runs.append(Run("out", "".join(old[i1:i2])))
        if j1 < j2:
            runs.append(Run("in", "".join(new[j1:j2])))
    return tuple(runs)


def provisions(before: Sequence[Piece], after: Sequence[Piece]) -> list[ProvisionDiff]:
    """Provisions that differ, in the order of the later text; those that went stand where they stood."""
    old = {piece.id: piece for piece in before if not piece.is_gone}
    new = {piece.id: piece for piece in after if not piece.is_gone}
    found = []
    for key in _merged(list(old), list(new)):
        if key not in new:
            found.append(ProvisionDiff(key, "out", (Run("out", old[key].text),)))
        elif key not in old:
            found.append(ProvisionDiff(key, "in", (Run("in", new[key].text),)))
        elif old[key].text != new[key].text:
            found.append(ProvisionDiff(key, "same", words(old[key].text, new[key].text)))
    return found


def _merged(old: Sequence[str], new: Sequence[str]) -> list[str]:
    kept = set(new)
    places = {key: place for place, key in enumerate(old)}
    order: list[str] = []
    at = 0
    for key in new:
        place = places.get(key, -1)
        if place >= at:
            order += [one for one in old[at:place] if one not in kept]
            at = place + 1
        order.append(key)
    return order + [one for one in old[at:] if one not in kept]
