"""Word's automatic numbering: which list and level a paragraph is of, and what is shown before it.

Numbers come from w:numPr of the paragraph or of its style and the styles that one is based on. A list («w:num») stands
on an abstract one, straight or through a style of lists; all lists of one abstract one count on together until one
starts anew, which its first paragraph does. A level met without the one above counts that one as begun. Whatever a file
says amiss (rings of styles, lists that are not there, monstrous figures) gives no number, or a plain figure.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from motcua.base.word import rules
from motcua.base.word.loader.xml import MC, W, child_value, is_on, value, whole

LEVELS = 9
LONGEST = 255
"""Letters of a number; Word takes no more."""
SYMBOL_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(frozen=True, slots=True)
class Number:
    """What is shown before a paragraph: the number, what parts it from the words, the level it is formatted by."""

    text: str
    gap: str
    level: Any
    is_bullet: bool = False

    def before(self, words: str) -> str:
        """The number and the words as one text."""
        return f"{self.text}{self.gap}{words}" if words else self.text


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: its levels with its own in place of those of the abstract list, and where they start anew."""

    key: str
    levels: dict[int, Any]
    anew: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """The first number of a level; a level told without a start begins with 0, as the standard has it."""
        told = whole(child_value(self.levels[level], "start"), 0) if level in self.levels else 1
        return self.anew.get(level, told)


class Lists:
    """The lists of one file, moved on paragraph by paragraph in the order of the text."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.has_numbers = self.has_unread = False
        """Whether a figure was shown; whether one was whose format is not known here, as a plain figure then."""
        self._styles: dict[str, Any] = {}
        self._default = ""
        for style in styles.findall(f"{W}style") if styles is not None else ():
            name = value(style, "styleId") or ""
            self._styles[name] = style
            if value(style, "type") == "paragraph" and (value(style, "default") or "0") in {"1", "true", "on"}:
                self._default = name
        self._abstracts: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        for child in numbering if numbering is not None else ():
            if child.tag == f"{W}abstractNum":
                self._abstracts[value(child, "abstractNumId") or ""] = child
            elif child.tag == f"{W}num":
                self._nums[value(child, "numId") or ""] = child
        self._read: dict[str, _List | None] = {}
        self._of_style: dict[str, tuple[str, int | None]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, paragraph: Any) -> Number | None:
        """The number of this paragraph, counted on; None where Word shows none."""
        num, level = self._place(paragraph)
        found = self._list(num)
        if found is None or level not in found.levels or _is_unseen(paragraph):
            return None
        element = found.levels[level]
        self._count(num, found, level)
        gap = "" if child_value(element, "suff", "tab") == "nothing" else " "
        text = child_value(element, "lvlText")[:LONGEST]
        form, _ = _form(element)
        if form == "bullet":
            fonts = element.find(f"{W}rPr/{W}rFonts")
            font = ((value(fonts, "ascii") or value(fonts, "hAnsi") or "") if fonts is not None else "").lower()
            sign = rules.bullet(text, is_symbol=font.startswith(SYMBOL_FONTS))
            return Number(sign, gap, element, is_bullet=True) if sign else None
        text = re.sub("%([1-9])", lambda one: self._figure(found, int(one[1]) - 1, level), text)[:LONGEST]
        return Number(text, gap, element) if text else None

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
            told = [self._styles[name].find(f"{W}pPr/{W}numPr") for name in names]
            num = next((one for pr in told if (one := child_value(pr, "numId"))), "")
            level = next((one for pr in told if (one := child_value(pr, "ilvl"))), None)
            found = self._list(num)
            linked = {child_value(one, "pStyle"): number for number, one in found.levels.items()} if found else {}
            by_link = next((linked[name] for name in names if name in linked), None)
            self._of_style[style] = num, by_link if by_link is not None else whole(level, 0, most=LEVELS - 1)
        return self._of_style[style]

    def _bases(self, style: str) -> list[str]:
        """The style and what it stands on; a ring is cut."""
        found: dict[str, None] = {}
        while style in self._styles and style not in found:
            found[style] = None
            style = child_value(self._styles[style], "basedOn")
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
        levels, anew = _levels(self._abstracts[key]), {}
        for override in num.findall(f"{W}lvlOverride"):
            level = whole(value(override, "ilvl"), LEVELS)
            own, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
            if level < LEVELS and own is not None:
                levels[level] = own
            if level < LEVELS and start is not None:
                anew[level] = whole(value(start), 1)
        return _List(key, levels, anew)

    def _abstract(self, key: str) -> str:
        """The abstract list that counts: where it only names a style of lists, the one of that style; "" in a ring."""
        seen: set[str] = set()
        while key in self._abstracts and key not in seen:
            seen.add(key)
            link = child_value(self._abstracts[key], "numStyleLink")
            if not link:
                return key
            num = child_value(self._styles.get(link), "pPr/numPr/numId")
            own = self._nums.get(num)
            key = child_value(own, "abstractNumId") if own is not None else ""
            if key not in self._abstracts:
                linked = (name for name, one in self._abstracts.items() if child_value(one, "styleLink") == link)
                key = next(linked, "")
        return ""

    # --- counting -----------------------------------------------------------------------------
    def _count(self, num: str, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.key, {})
        for upper in range(level):
            if upper not in counts:
                counts[upper] = found.start(upper)
        anew = {} if num in self._begun else found.anew
        counts[level] = counts[level] + 1 if level in counts and level not in anew else found.start(level)
        self._begun.add(num)
        for deeper in [one for one in counts if one > level]:
            if deeper in anew or _restarts(found.levels.get(deeper), deeper, level):
                del counts[deeper]

    def _figure(self, found: _List, of: int, level: int) -> str:
        if of > level or of not in found.levels:
            return ""
        number = self._counts[found.key].get(of, found.start(of))
        form, example = _form(found.levels[of])
        legal = found.levels[level].find(f"{W}isLgl")
        if legal is not None and is_on(legal) and form not in {"none", "decimalZero"}:
            form = "decimal"
        text = rules.padded(number, example) if form == "custom" else rules.shown(number, form)
        self.has_numbers, self.has_unread = True, self.has_unread or text is None
        return str(number) if text is None else text


def _levels(abstract: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for one in abstract.findall(f"{W}lvl"):
        level = whole(value(one, "ilvl"), LEVELS)
        if level < LEVELS:
            found.setdefault(level, one)
    return found


def _form(level: Any) -> tuple[str, str]:
    """The format and, for one told by example, the example."""
    own = level.find(f"{W}numFmt")
    if own is None:
        own = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    return (value(own) or "decimal", value(own, "format") or "") if own is not None else ("decimal", "")


def _restarts(deeper: Any, at: int, level: int) -> bool:
    """Whether a paragraph of `level` lets the deeper level begin anew: always, never («0»), or only from some up."""
    told = child_value(deeper, "lvlRestart")
    after = whole(told, at) if told else at
    return level < min(after, at)


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
