"""Word's automatic numbering: which list and level a paragraph is of, and what is shown before it.

Numbers come from w:numPr of the paragraph or of its style and the styles that one is based on. A list («w:num») stands
on an abstract one, straight or through a style of lists; all lists of one abstract one count on together until one
starts anew, which its first paragraph does. A level met without the one above counts that one as begun. Whatever a file
says amiss (rings of styles, lists that are not there, monstrous figures) gives no number, or a plain figure.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from motcua.base.word.loader.levels import LEVELS, LONGEST, Level, levels_of
from motcua.base.word.loader.xml import W, child_value, is_on, value, whole

DEEPEST = 64
"""Styles that a style stands on, one behind the other; Word takes fewer."""


@dataclass(frozen=True, slots=True)
class Number:
    """What is shown before a paragraph: the number, what parts it from the words, what its level sets (rPr, pPr)."""

    text: str
    gap: str
    look: Any
    shape: Any
    is_bullet: bool = False

    def before(self, words: str) -> str:
        """The number and the words as one text."""
        return f"{self.text}{self.gap}{words}" if words else self.text


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says itself: its list, its level, the style it is based on."""

    num: str
    level: str
    based: str


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: its levels with its own in place of those of the abstract list, and where they start anew."""

    key: str
    levels: dict[int, Level]
    anew: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.anew.get(level, self.levels[level].start if level in self.levels else 1)


class Lists:
    """The lists of one file, moved on paragraph by paragraph in the order of the text."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.has_numbers = self.has_unread = False
        """Whether a figure was shown; whether one was whose format is not known here, as a plain figure then."""
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for style in styles.findall(f"{W}style") if styles is not None else ():
            name = value(style, "styleId") or ""
            num, level = child_value(style, "pPr/numPr/numId"), child_value(style, "pPr/numPr/ilvl")
            self._styles[name] = _Style(num, level, child_value(style, "basedOn"))
            if value(style, "type") == "paragraph" and (value(style, "default") or "0") in {"1", "true", "on"}:
                self._default = name
        self._abstracts: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        for child in numbering if numbering is not None else ():
            if child.tag == f"{W}abstractNum":
                self._abstracts[value(child, "abstractNumId") or ""] = child
            elif child.tag == f"{W}num":
                self._nums[value(child, "numId") or ""] = child
        self._levels: dict[str, dict[int, Level]] = {}
        self._read: dict[str, _List | None] = {}
        self._of_style: dict[str, tuple[str, int | None]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, paragraph: Any) -> Number | None:
        """The number of this paragraph, counted on; None where Word shows none."""
        num, at = self._place(paragraph)
        found = self._list(num)
        if found is None or at not in found.levels or _is_unseen(paragraph):
            return None
        level = found.levels[at]
        self._count(num, found, at)
        if level.form == "bullet":
            sign = level.sign()
            return Number(sign, level.gap, level.look, level.shape, is_bullet=True) if sign else None
        text = re.sub("%([1-9])", lambda one: self._figure(found, int(one[1]) - 1, at), level.text)[:LONGEST]
        return Number(text, level.gap, level.look, level.shape) if text else None

    # --- which list, which level --------------------------------------------------------------
    def _place(self, paragraph: Any) -> tuple[str, int]:
        ppr = paragraph.find(f"{W}pPr")
        style = child_value(ppr, "pStyle", self._default)
        num, level = child_value(ppr, "numPr/numId"), child_value(ppr, "numPr/ilvl")
        of_style, style_level = self._style_place(style if style in self._styles else self._default)
        return num or of_style, whole(level, style_level or 0, most=LEVELS - 1)

    def _style_place(self, style: str) -> tuple[str, int | None]:
        """The list a style brings, its own or that of a style it is based on, and the level linked to the style."""
        if style not in self._of_style:
            names = self._bases(style)
            told = [self._styles[name] for name in names]
            num = next((one.num for one in told if one.num), "")
            level = next((one.level for one in told if one.level), None)
            found = self._list(num)
            linked = {one.style: at for at, one in found.levels.items()} if found else {}
            by_link = next((linked[name] for name in names if name in linked), None)
            self._of_style[style] = num, by_link if by_link is not None else whole(level, 0, most=LEVELS - 1)
        return self._of_style[style]

    def _bases(self, style: str) -> list[str]:
        """The style and what it stands on; a ring is cut."""
        found: dict[str, None] = {}
        while style in self._styles and style not in found and len(found) < DEEPEST:
            found[style] = None
            style = self._styles[style].based
        return list(found)

    def _list(self, num: str) -> _List | None:
        if num not in self._read:
            element = self._nums.get(num) if num != "0" else None
            self._read[num] = self._made(element) if element is not None else None
        return self._read[num]

    def _made(self, num: Any) -> _List | None:
        key = self._abstract(child_value(num, "abstractNumId"))
        if not key:
            return None
        if key not in self._levels:
            self._levels[key] = levels_of(self._abstracts[key])
        levels, anew = dict(self._levels[key]), dict[int, int]()
        for override in num.findall(f"{W}lvlOverride"):
            at, start = whole(value(override, "ilvl"), LEVELS), override.find(f"{W}startOverride")
            if at == LEVELS:
                continue
            for own in levels_of(override).values():
                levels[at] = own
            if start is not None:
                anew[at] = whole(value(start), 1)
        return _List(key, levels, anew)

    def _abstract(self, key: str) -> str:
        """The abstract list that counts: where it only names a style of lists, the one of that style; "" in a ring."""
        for _ in range(LEVELS):
            if key not in self._abstracts:
                return ""
            link = child_value(self._abstracts[key], "numStyleLink")
            if not link:
                return key
            own = self._nums.get(self._styles[link].num) if link in self._styles else None
            key = child_value(own, "abstractNumId") if own is not None else ""
            key = key if key in self._abstracts else self._of_link.get(link, "")
        return ""

    @cached_property
    def _of_link(self) -> dict[str, str]:
        """The abstract list of each style of lists."""
        return {child_value(one, "styleLink"): key for key, one in reversed(self._abstracts.items())}

    # --- counting -----------------------------------------------------------------------------
    def _count(self, num: str, found: _List, at: int) -> None:
        counts = self._counts.setdefault(found.key, {})
        for upper in range(at):
            if upper not in counts:
                counts[upper] = found.start(upper)
        anew = {} if num in self._begun else found.anew
        counts[at] = counts[at] + 1 if at in counts and at not in anew else found.start(at)
        self._begun.add(num)
        for deeper in [one for one in counts if one > at]:
            if deeper in anew or deeper not in found.levels or at < found.levels[deeper].after:
                del counts[deeper]

    def _figure(self, found: _List, of: int, at: int) -> str:
        if of > at or of not in found.levels:
            return ""
        number = self._counts[found.key].get(of, found.start(of))
        text = found.levels[of].figure(number, is_legal=found.levels[at].is_legal)
        self.has_numbers, self.has_unread = True, self.has_unread or text is None
        return str(number) if text is None else text


def _is_unseen(paragraph: Any) -> bool:
    """Its mark is deleted in tracked changes, or there are no words and the mark is hidden or a section's end."""
    ppr = paragraph.find(f"{W}pPr")
    if ppr is None:
        return False
    mark = ppr.find(f"{W}rPr")
    if mark is not None and any(mark.find(W + tag) is not None for tag in ("del", "moveFrom")):
        return True
    hidden = mark.find(f"{W}vanish") if mark is not None else None
    if (hidden is None or not is_on(hidden)) and ppr.find(f"{W}sectPr") is None:
        return False
    return not any(one.text for one in paragraph.iter(f"{W}t") if not _is_hidden(one.getparent()))


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and is_on(hidden)
