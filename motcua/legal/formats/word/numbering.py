"""Numbers Word sets by itself («Điều 1.», «a)»): the text before a paragraph, and the indents of its level."""

from typing import Any

from motcua.legal.formats.word.styles import Props, W, para_props, value

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(number: int) -> str:
    """4 → IV."""
    text = ""
    for worth, letters in ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def letter(number: int) -> str:
    """1 → a, 27 → aa, as Word counts (with f, j, w, z)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def shown(number: int, form: str) -> str:
    """A number in Word's format."""
    forms = {
        "upperRoman": roman(number),
        "lowerRoman": roman(number).lower(),
        "upperLetter": letter(number).upper(),
        "lowerLetter": letter(number),
        "none": "",
    }
    return forms.get(form, f"{number:02}" if form == "decimalZero" else str(number))


class Numbering:
    """Counters of every list of a file, moved on paragraph by paragraph."""

    def __init__(self, part: Any) -> None:
        self.levels: dict[tuple[str, int], Any] = {}
        self.abstract: dict[str, str] = {}
        self.counts: dict[tuple[str, int], int] = {}
        if part is None:
            return
        abstracts = {value(one, "abstractNumId"): one for one in part.findall(f"{W}abstractNum")}
        for num in part.findall(f"{W}num"):
            num_id = value(num, "numId") or ""
            link = num.find(f"{W}abstractNumId")
            base = abstracts.get(value(link)) if link is not None else None
            self.abstract[num_id] = (value(link) or "") if link is not None else ""
            for level in base.findall(f"{W}lvl") if base is not None else ():
                self.levels[num_id, int(value(level, "ilvl") or 0)] = level
            for override in num.findall(f"{W}lvlOverride"):
                own = override.find(f"{W}lvl")
                if own is not None:
                    self.levels[num_id, int(value(override, "ilvl") or 0)] = own

    def indents(self, num_id: str, level: int) -> Props:
        """Indents the level brings."""
        found = self.levels.get((num_id, level))
        props = para_props(found.find(f"{W}pPr")) if found is not None else {}
        return {key: props[key] for key in ("left", "right", "first") if key in props}

    def label(self, num_id: str, level: int) -> str:
        """The next number of this list at this level; bullets give «-»."""
        found = self.levels.get((num_id, level))
        if found is None or num_id == "0":
            return ""
        form = self._of(found, "numFmt", "decimal")
        if form == "bullet":
            return "-"
        key = self.abstract.get(num_id, num_id)
        self.counts[key, level] = self.counts.get((key, level), int(self._of(found, "start", "1")) - 1) + 1
        for deeper in [one for one in self.counts if one[0] == key and one[1] > level]:
            del self.counts[deeper]
        text = self._of(found, "lvlText", "")
        for upper in range(level + 1):
            other = self.levels.get((num_id, upper))
            own_form = self._of(other, "numFmt", "decimal") if other is not None else "decimal"
            start = int(self._of(other, "start", "1")) if other is not None else 1
            text = text.replace(f"%{upper + 1}", shown(self.counts.get((key, upper), start), own_form))
        return text

    @staticmethod
    def _of(level: Any, name: str, default: str) -> str:
        child = level.find(f"{W}{name}")
        return (value(child) or default) if child is not None else default
