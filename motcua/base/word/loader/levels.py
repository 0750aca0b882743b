"""One level of a list, read once: its format, its text, where it starts, after which level it starts anew, its look."""

from dataclasses import dataclass
from typing import Any

from motcua.base.word import rules
from motcua.base.word.loader.xml import MC, W, child_value, is_on, value, whole

LEVELS = 9
LONGEST = 255
"""Letters of a number; Word takes no more."""
SYMBOL_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(frozen=True, slots=True)
class Level:
    """A w:lvl. `after`: it starts anew behind levels above this one; `look`, `shape`: its w:rPr and w:pPr."""

    form: str
    example: str
    text: str
    gap: str
    start: int
    after: int
    is_legal: bool
    style: str
    look: Any
    shape: Any

    def figure(self, number: int, *, is_legal: bool) -> str | None:
        """A number of this level; None where its format is not known here."""
        if is_legal and self.form not in {"none", "decimalZero"}:
            return str(number)
        return rules.padded(number, self.example) if self.form == "custom" else rules.shown(number, self.form)

    def sign(self) -> str:
        """Its bullet."""
        fonts = self.look.find(f"{W}rFonts") if self.look is not None else None
        font = ((value(fonts, "ascii") or value(fonts, "hAnsi") or "") if fonts is not None else "").lower()
        return rules.bullet(self.text, is_symbol=font.startswith(SYMBOL_FONTS))


def levels_of(parent: Any) -> dict[int, Level]:
    """The levels of an abstract list, or the one of a w:lvlOverride; of twins the first."""
    found: dict[int, Level] = {}
    for one in parent.findall(f"{W}lvl"):
        at = whole(value(one, "ilvl"), LEVELS)
        if at < LEVELS and at not in found:
            found[at] = _level(one, at)
    return found


def _level(element: Any, at: int) -> Level:
    """A level told without a start begins with 0, as the standard has it."""
    form = element.find(f"{W}numFmt")
    if form is None:
        form = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    legal, after = element.find(f"{W}isLgl"), child_value(element, "lvlRestart")
    return Level(
        form=(value(form) or "decimal") if form is not None else "decimal",
        example=(value(form, "format") or "") if form is not None else "",
        text=child_value(element, "lvlText")[:LONGEST],
        gap="" if child_value(element, "suff", "tab") == "nothing" else " ",
        start=whole(child_value(element, "start"), 0),
        after=min(whole(after, at), at) if after else at,
        is_legal=legal is not None and is_on(legal),
        style=child_value(element, "pStyle"),
        look=element.find(f"{W}rPr"),
        shape=element.find(f"{W}pPr"),
    )
