"""Two versions of a text, word by word, side by side («bản so sánh»)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|[\w]+|[^\w\s]", re.UNICODE)
NEAR = 0.4
"""How alike two paragraphs must be to be shown as one changed paragraph rather than one gone and one new."""


@dataclass(frozen=True)
class Run:
    """A stretch of words: the same on both sides, or only on this one."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Line:
    """One row of the comparison: the old paragraph, the new one; empty where there is none."""

    old: tuple[Run, ...]
    new: tuple[Run, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return not any(run.changed for run in (*self.old, *self.new))


def compare(old: str, new: str) -> tuple[Line, ...]:
    """Paragraphs aligned, and within a changed one the words that changed."""
    before, after = _paragraphs(old), _paragraphs(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    lines: list[Line] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            lines += [Line((Run(text),), (Run(text),)) for text in before[i1:i2]]
        else:
            lines += _aligned(before[i1:i2], after[j1:j2])
    return tuple(lines)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Changed paragraphs in order: each old one with the next new one that is near to it."""
    at = 0
    for text in old:
        near = next((n for n in range(at, len(new)) if _alike(text, new[n]) >= NEAR), None)
        if near is None:
            yield Line((Run(text, changed=True),), ())
            continue
        yield from (Line((), (Run(one, changed=True),)) for one in new[at:near])
        yield words(text, new[near])
        at = near + 1
    yield from (Line((), (Run(one, changed=True),)) for one in new[at:])


def _alike(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, _WORD.findall(old), _WORD.findall(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= NEAR else 0.0


def words(old: str, new: str) -> Line:
    """One paragraph on both sides, its changed words marked."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    left: list[Run] = []
    right: list[Run] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = kind == "equal"
        if i1 < i2:
            left.append(Run("".join(before[i1:i2]), changed=not same))
        if j1 < j2:
            right.append(Run("".join(after[j1:j2]), changed=not same))
    return Line(tuple(left), tuple(right))
