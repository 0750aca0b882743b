"""Word by word: what differs between two states of a text, provision by provision."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from motcua.legal.lawbase.rules.pointintime import Piece

Change = Literal["same", "out", "in"]
_WORD = re.compile(r"\s+|\d+(?:[.,/]\d+)+|[^\s\w]|\w+")
"""A number is one word with its points: 150.000 becomes 200.000, not 200 in place of 150."""
_MOST_WORDS = 6000
_TELLING = 20


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, went or came."""

    change: Change
    text: str

    @property
    def changed(self) -> bool:
        """Whether it stands on one side only."""
        return self.change != "same"


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
    gone, come = "", ""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag == "equal" and (left.strip() or not (gone or come) or j2 == len(new)):
            runs += _changed(gone, come)
            runs.append(Run("same", left))
            gone, come = "", ""
        else:  # a space between two changed words changes with them
            gone, come = gone + left, come + right
    return (*runs, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Run]:
    return [*([Run("out", gone)] if gone else []), *([Run("in", come)] if come else [])]


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


@dataclass(frozen=True, slots=True)
class Row:
    """One provision on both sides, empty where there is none; `before`: its id on the left when that is another."""

    id: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    before: str = ""

    @property
    def is_same(self) -> bool:
        """Whether nothing changed, not even its place."""
        return not self.before and not any(run.changed for run in (*self.old, *self.new))


def side_by_side(before: Sequence[Piece], after: Sequence[Piece], *, whole: bool = False) -> list[Row]:
    """Both texts beside each other, the words that differ apart; unchanged provisions only in the `whole`.

    The same words under another number are shown as moved, not as gone and new.
    """
    old = {piece.id: piece.text for piece in before if not piece.is_gone and piece.text.strip()}
    new = {piece.id: piece.text for piece in after if not piece.is_gone and piece.text.strip()}
    moved = _moved(old, new)
    left = set(moved.values())
    rows = []
    for key in _merged(list(old), list(new)):
        if key in moved:
            rows.append(Row(key, (Run("same", old[moved[key]]),), (Run("same", new[key]),), before=moved[key]))
        elif key not in left:
            rows.append(pair(key, old.get(key), new.get(key)))
    return [row for row in rows if whole or not row.is_same]


def pair(key: str, old: str | None, new: str | None) -> Row:
    """One provision before and after; None where it is not there."""
    if old is None or new is None:
        return Row(key, () if old is None else (Run("out", old),), () if new is None else (Run("in", new),))
    if old == new:
        return Row(key, (Run("same", old),), (Run("same", new),))
    runs = words(old, new)
    return Row(key, tuple(one for one in runs if one.change != "in"), tuple(one for one in runs if one.change != "out"))


def _moved(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """New ids by the old id under which the same words, and only there, stood: short ones may be chance."""
    gone: dict[str, list[str]] = {}
    for key, text in old.items():
        if key not in new and len(text.strip()) >= _TELLING:
            gone.setdefault(" ".join(text.split()), []).append(key)
    come: dict[str, list[str]] = {}
    for key, text in new.items():
        if key not in old:
            come.setdefault(" ".join(text.split()), []).append(key)
    return {those[0]: gone[text][0] for text, those in come.items() if len(those) == 1 and len(gone.get(text, ())) == 1}


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
