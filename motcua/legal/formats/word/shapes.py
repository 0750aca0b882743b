"""Drawn things of a paragraph: lines and boxes, with their length in points, from DrawingML and from VML."""

import re
from collections.abc import Iterator
from typing import Any

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
EMU = 12700
FLAT_PT = 3.0
"""A line may be drawn a little aslant."""
UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "": 0.75}


def shapes_of(paragraph: Any) -> Iterator[tuple[float, bool]]:
    """(length in points, whether it is a line) of each; the old copy of a drawing is left out."""
    for extent in paragraph.iter(f"{WP}extent"):
        if _belongs(extent, paragraph):
            wide, high = int(extent.get("cx", 0)) / EMU, int(extent.get("cy", 0)) / EMU
            geometry = next(extent.getparent().iter(f"{A}prstGeom"), None)
            kind = geometry.get("prst", "") if geometry is not None else ""
            yield wide, high <= FLAT_PT or "line" in kind.lower() or "connector" in kind.lower()
    for tag in ("line", "shape", "rect"):
        for shape in paragraph.iter(f"{VML}{tag}"):
            if _belongs(shape, paragraph) and not any(one.tag == f"{MC}Fallback" for one in shape.iterancestors()):
                yield from _vml(shape, tag)


def _belongs(element: Any, paragraph: Any) -> bool:
    """Not of a paragraph inside a text box of this one."""
    for parent in element.iterancestors():
        if parent is paragraph:
            return True
        if parent.tag.endswith("}txbxContent"):
            return False
    return False


def _vml(shape: Any, tag: str) -> Iterator[tuple[float, bool]]:
    if tag == "line":
        start, end = _point(shape.get("from", "0,0")), _point(shape.get("to", "0,0"))
        yield abs(end[0] - start[0]), abs(end[1] - start[1]) <= FLAT_PT
        return
    style = dict(one.split(":", 1) for one in shape.get("style", "").split(";") if ":" in one)
    wide, high = _length(style.get("width", "0")), _length(style.get("height", "0"))
    yield wide, high <= FLAT_PT or shape.get("type") == "#_x0000_t32"


def _point(text: str) -> tuple[float, float]:
    first, _, second = text.partition(",")
    return _length(first), _length(second)


def _length(text: str) -> float:
    found = re.match(r"\s*(-?[\d.]+)\s*([a-z]*)", text)
    return float(found[1]) * UNITS.get(found[2], 1.0) if found else 0.0
