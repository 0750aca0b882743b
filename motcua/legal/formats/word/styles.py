"""Formatting in force: run → character style → paragraph style and its bases → table style → defaults → theme fonts.

Bold, italic and capitals set in both a paragraph and a character style cancel each other out, as in Word.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from motcua.base.word.loader import OFF, W, is_on, value

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TOGGLES = ("b", "i", "caps")
FONT_SLOTS = ("ascii", "hAnsi")
DEEPEST = 64
"""Styles that a style stands on, one behind the other; Word takes fewer."""
Props = dict[str, Any]


def _run_size(child: Any) -> Props:
    return {"sz": float(value(child) or 20) / 2}


def _run_fonts(child: Any) -> Props:
    found: Props = {}
    for slot in FONT_SLOTS:
        if theme := value(child, f"{slot}Theme"):
            found[slot] = ("theme", theme)
        elif own := value(child, slot):
            found[slot] = ("font", own)
    return found


def _run_colour(child: Any) -> Props:
    own = (value(child) or "auto").upper()
    is_black = own == "AUTO" or value(child, "themeColor") in {"text1", "dark1", "tx1"}
    return {"color": "" if is_black else own}


RUN_READERS: dict[str, Callable[[Any], Props]] = {
    **{name: (lambda child, name=name: {name: is_on(child)}) for name in TOGGLES},  # type: ignore[misc]
    "sz": _run_size,
    "rFonts": _run_fonts,
    "color": _run_colour,
    "u": lambda child: {"u": (value(child) or "single") != "none"},
    "vertAlign": lambda child: {"raised": value(child) in {"superscript", "subscript"}},
    "rStyle": lambda child: {"rStyle": value(child)},
    "vanish": lambda child: {"hidden": is_on(child)},
}


def _read(parent: Any, readers: dict[str, Callable[[Any], Props]]) -> Props:
    found: Props = {}
    for child in parent if parent is not None else ():
        name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
        if reader := readers.get(name):
            found |= reader(child)
    return found


def run_props(rpr: Any) -> Props:
    """What one rPr sets, by our own names; what it does not set is absent."""
    return _read(rpr, RUN_READERS)


def para_props(ppr: Any) -> Props:
    """What one pPr sets: alignment, indents and spacing in twips, numbering."""
    return _read(ppr, PARA_READERS)


def _spacing(child: Any) -> Props:
    found: Props = {key: value(child, key) for key in ("before", "after", "line", "lineRule") if value(child, key)}
    for side in ("before", "after"):
        if (value(child, f"{side}Autospacing") or "0").lower() not in OFF:
            found[side] = "280"
    return found


def _border(child: Any) -> Props:
    found: Props = {}
    for side, name in (("bottom", "border"), ("top", "border_top")):
        if (edge := child.find(f"{W}{side}")) is not None:
            found[name] = value(edge) not in {None, "nil", "none"}
    return found


def _numbered(child: Any) -> Props:
    num = child.find(f"{W}numId")
    return {} if num is None else {"numId": value(num)}


def _tabs(child: Any) -> Props:
    return {"tabs": [(float(value(tab, "pos") or 0), value(tab)) for tab in child if value(tab) != "clear"]}


def _indents(child: Any) -> Props:
    found: Props = {}
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if value(child, name):
                found[key] = value(child, name)
    if value(child, "hanging"):
        found["first"] = str(-float(value(child, "hanging") or 0))
    elif value(child, "firstLine"):
        found["first"] = value(child, "firstLine")
    return found


PARA_READERS: dict[str, Callable[[Any], Props]] = {
    "jc": lambda child: {"jc": value(child)},
    "ind": _indents,
    "spacing": _spacing,
    "contextualSpacing": lambda child: {"contextual": is_on(child)},
    "pBdr": _border,
    "numPr": _numbered,
    "tabs": _tabs,
}


class Styles:
    """The style sheet of one file with its theme."""

    def __init__(self, sheet: Any, theme: Any) -> None:
        self.by_id: dict[str, Any] = {}
        self.defaults: dict[str, str] = {}
        self.run_default: Props = {}
        self.para_default: Props = {}
        if sheet is not None:
            for style in sheet.findall(f"{W}style"):
                self.by_id[value(style, "styleId") or ""] = style
                if (value(style, "default") or "0") in {"1", "true"}:
                    self.defaults[value(style, "type") or ""] = value(style, "styleId") or ""
            base = sheet.find(f"{W}docDefaults")
            if base is not None:
                self.run_default = run_props(base.find(f"{W}rPrDefault/{W}rPr"))
                self.para_default = para_props(base.find(f"{W}pPrDefault/{W}pPr"))
        self.fonts = {
            name: face.get("typeface")
            for name, tag in (("minor", "minorFont"), ("major", "majorFont"))
            if theme is not None and (face := theme.find(f".//{A}{tag}/{A}latin")) is not None
        }
        self.chain = lru_cache(maxsize=512)(self._chain)
        self.toggle_chain = lru_cache(maxsize=512)(self._run_chain)

    def _bases(self, style_id: str) -> list[Any]:
        """The style and what it stands on, the furthest first; a ring is cut."""
        found: list[Any] = []
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen and len(seen) < DEEPEST:
            seen.add(style_id)
            style = self.by_id[style_id]
            found.append(style)
            based = style.find(f"{W}basedOn")
            style_id = (value(based) or "") if based is not None else ""
        return found[::-1]

    def _run_chain(self, style_id: str) -> Props:
        merged: Props = {}
        for style in self._bases(style_id):
            merged |= run_props(style.find(f"{W}rPr"))
        return merged

    def _chain(self, style_id: str) -> Props:
        """Paragraph settings of a style with its bases."""
        merged: Props = {}
        for style in self._bases(style_id):
            merged |= para_props(style.find(f"{W}pPr"))
        return merged

    def run(self, para_style: str, table_style: str, rpr: Any, over: Any = None) -> Props:
        """What a run looks like; `over`: what its level sets over the number of a paragraph."""
        direct = run_props(rpr) | run_props(over)
        under = self.toggle_chain(para_style or self.defaults.get("paragraph", ""))
        beside = self.toggle_chain(str(direct.get("rStyle") or self.defaults.get("character", "")))
        table = self.toggle_chain(table_style) if table_style else {}
        merged = self.run_default | table | under | beside | direct
        for name in TOGGLES:
            if name not in direct:
                merged[name] = bool(under.get(name)) ^ bool(beside.get(name)) ^ bool(table.get(name))
                merged[name] |= bool(self.run_default.get(name))
        return merged

    def para(self, style: str, table_style: str, ppr: Any, level: Props) -> Props:
        """What a paragraph looks like; `level` are the indents of its numbering."""
        direct = para_props(ppr)
        own = self.chain(style or self.defaults.get("paragraph", ""))
        table = self.chain(table_style) if table_style else {}
        from_style = "numId" in own and "numId" not in direct
        numbered = level | own if from_style else own | level
        return self.para_default | table | numbered | direct

    def font(self, found: Any) -> str:
        """The face behind a font setting; Word's own default where nothing is set."""
        if not found:
            return "Times New Roman"
        kind, name = found
        if kind == "font":
            return str(name)
        return str(self.fonts.get("major" if str(name).startswith("major") else "minor") or "Times New Roman")
