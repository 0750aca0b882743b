"""Clean-up before parsing: composed letters, single blanks, no invisible marks; places lead back to the original."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from motcua.legal.citations.rules.words import LOWER

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t\f\v\0", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("\r\u0085\u2028\u2029", "\n"),
        **dict.fromkeys("\u00d0\u0189", "\u0110"),  # Ð of Icelandic, Ɖ of Ewe
        **dict.fromkeys("\u00f0\u0256", "\u0111"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        "\u2010": "-",
        "\u2011": "-",
        **dict.fromkeys("\u2012\u2014\u2015\u2212", "\u2013"),
    }
)
_LINK_CLOSES = r"\]\((?:https?:|/|#|\.)(?:[^()\s]|\([^()\s]{0,80}\)){0,500}\)"
_LINK_OPENS = rf"\[(?=[^\[\]\n]{{1,300}}{_LINK_CLOSES})"
_INVISIBLE = r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff`]+|\*\*|(?<= ) +"
_ITEM = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*|[{LOWER}]\d?)[.)]|[-+•*#|]|(?:Điều|Chương|Mục|Phần)\s\w{{1,8}}\s?[.:\n]"
_OPEN_WORDS = "của|tại|theo|bởi|bằng|và|hoặc|với|các|từ|đến|số|về|cứ|trong|thuộc|ở|thay thế|bãi bỏ"
_WRAP = re.compile(
    rf"(?:(?<=[^\s.;:!?]) ?\n(?=[{LOWER}“(])|(?<=,) ?\n(?=\S)|(?<= )(?:{_OPEN_WORDS}) ?\n(?=[\w“]))(?!{_ITEM})"
)
"""Where a sentence runs on over the end of a line, as in text taken from a PDF."""
_SPECIAL = re.compile(
    rf"(?P<gone>{_INVISIBLE}|{_LINK_OPENS}|{_LINK_CLOSES})|[^\W\d_][\u0300-\u034e\u0350-\u036f]{{1,8}}"
)


@dataclass(frozen=True, slots=True)
class Clean:
    """The cleaned text; `back` turns a stretch of it into the stretch of the original it came from."""

    text: str
    original: str
    _starts: list[int] = field(default_factory=list)
    _sources: list[tuple[int, int]] = field(default_factory=list)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the non-empty cleaned stretch [start, end)."""
        if not self._starts:
            return start, end
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        start, length = self._sources[index]
        if length:
            return start, start + length
        at = start + offset - self._starts[index]
        return at, at + 1


def clean(original: str) -> Clean:
    """The text as the grammar reads it; the original is kept untouched beside it."""
    text = original.replace("\r\n", " \n").translate(_ONE_FOR_ONE)
    text = _WRAP.sub(lambda wrap: wrap[0].replace("\n", " "), text)
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[tuple[int, int]] = []
    done = length = 0
    for found in _SPECIAL.finditer(text):
        if found.start() > done:
            starts.append(length)
            sources.append((done, 0))
            pieces.append(text[done : found.start()])
            length += found.start() - done
        done = found.end()
        if found.lastgroup != "gone":
            composed = unicodedata.normalize("NFC", found.group())
            starts.append(length)
            sources.append((found.start(), len(found.group())))
            pieces.append(composed)
            length += len(composed)
    if not sources and not done:
        return Clean(text, original)
    starts.append(length)
    sources.append((done, 0))
    pieces.append(text[done:])
    return Clean("".join(pieces), original, starts, sources)
