"""Quoted words of amending articles («… như sau: “…”»): where they begin and end, quotations within them let pass."""

import re

_MARK = re.compile(r"[“”\"]")
_OPENS = re.compile(r":\s*$")


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches quoted after a colon, in text order, the outermost only; texts mix curly and straight marks."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    for found in _MARK.finditer(text):
        at, mark = found.start(), found[0]
        if mark == "“" or (mark == '"' and _is_opening(text, at)):
            waiting.append(at)
        elif waiting:
            pairs.append((waiting.pop() + 1, at))
    quoted: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if (not quoted or start > quoted[-1][1]) and _OPENS.search(text, max(0, start - 12), start - 1):
            quoted.append((start, end))
    return quoted


def _is_opening(text: str, at: int) -> bool:
    """Whether the straight mark opens: nothing but a gap or a bracket before it, and words after it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "(:") and bool(after) and after not in ".;,)\n"
