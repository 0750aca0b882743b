"""The end of a document: «Nơi nhận», who signs by which power, and the name (boxes 7, 9b, 12)."""

from motcua.base.vn.rules import fold
from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.paper import Line

LONGEST_NAME = 7
"""Words of a name with the titles that should not be there."""
LONG = 90
"""A line of powers and posts is no longer."""


def name_parts(lines: list[Line], start: int, parts: dict[int, Part]) -> None:
    """Name the lines of the end. Where nothing of it is found nothing is named."""
    label = next((o for o in range(start, len(lines)) if words.key(lines[o].text) == "noinhan"), None)
    if label is not None:
        parts[label] = Part.COPIES_LABEL
        _copies(lines, label, parts)
        if not lines[label].alone and "\t" in lines[label].para.text:
            _tabbed(lines, label, parts)
        elif lines[label].para.spot.table >= 0:
            _signing_table(lines, lines[label], parts)
        else:
            _signing_lines(lines, max(start, label - 14), min(len(lines), label + 30), parts)
        return
    table = _last_signing_table(lines, start)
    if table is not None:
        _signing_table(lines, table, parts)
    else:
        _signing_lines(lines, max(start, len(lines) - 16), len(lines), parts)


def _tabbed(lines: list[Line], label: int, parts: dict[int, Part]) -> None:
    """Two columns set with tabs: copies on the left, the signature on the right of the same paragraphs."""
    right: list[int] = []
    for order in range(label, min(len(lines), label + 40)):
        line = lines[order]
        is_copy = line.text.startswith(("-", "–", "+")) or words.DRAFTER.match(line.text)
        if line.para.spot.table >= 0 or (line.alone and not is_copy and not line.para.text.startswith("\t")):
            break
        if line.order or line.para.text.startswith("\t"):
            right.append(order)
        elif order != label:
            parts[order] = Part.DRAFTER if words.DRAFTER.match(line.text) else Part.COPIES_ITEM
    for order in [order for order in right if order not in parts]:
        parts.setdefault(order, Part.OTHER)
    _signing(lines, right, parts)


def _copies(lines: list[Line], label: int, parts: dict[int, Part]) -> None:
    """Below the label: in a table the same column, row by row; else what begins with a dash."""
    here = lines[label].para.spot
    for order in range(label + 1, len(lines)):
        there, text = lines[order].para.spot, lines[order].text
        if there.table != here.table:
            break
        if here.table >= 0 and there.column != here.column:
            continue
        if here.table < 0 and not text.startswith(("-", "–", "+")):
            break
        parts[order] = Part.DRAFTER if words.DRAFTER.match(text) else Part.COPIES_ITEM


def _last_signing_table(lines: list[Line], start: int) -> Line | None:
    for line in reversed(lines[start:]):
        if line.para.spot.table >= 0 and _is_post(line.text):
            return line
    return None


def _is_post(text: str) -> bool:
    if not words.is_upper(text) or len(text) > LONG:
        return False
    return bool(words.POWER.match(text)) or fold(text).startswith(words.POSTS)


def _signing_table(lines: list[Line], anchor: Line, parts: dict[int, Part]) -> None:
    cells: dict[tuple[int, int], list[int]] = {}
    for order, line in enumerate(lines):
        spot = line.para.spot
        if spot.table == anchor.para.spot.table and order not in parts:
            cells.setdefault((0, spot.column), []).append(order)
    for orders in cells.values():
        _signing(lines, orders, parts)


def _signing(lines: list[Line], orders: list[int], parts: dict[int, Part]) -> None:
    """Powers and posts above, the name last. A post no list knows is known by its capitals above a name."""
    shown = [order for order in orders if not lines[order].text.startswith("(")]
    powers = [order for order in shown if words.POWER.match(lines[order].text.upper()) or _is_post(lines[order].text)]
    if not powers and shown and _may_be_name(lines[shown[-1]].text):
        powers = [order for order in shown[:-1] if words.is_upper(lines[order].text) and len(lines[order].text) < LONG]
        powers = powers or [order for order in shown[:-1] if fold(lines[order].text).startswith(words.POSTS)]
    if not powers:
        return
    last = shown[-1]
    if last not in powers and len(lines[last].text.split()) <= LONGEST_NAME:
        parts[last] = Part.SIGN_NAME
    previous = Part.SIGN_POST
    for order in shown:
        text = lines[order].text
        if parts.get(order, Part.OTHER) is not Part.OTHER or order > max(powers) + 2:
            continue
        if words.POWER.match(text.upper()):
            previous = Part.SIGN_POWER
        elif order in powers or _is_place(text) or fold(text).startswith(words.POSTS):
            previous = Part.SIGN_POST if not _is_place(text) else previous
        else:
            continue
        parts[order] = previous


def _may_be_name(text: str) -> bool:
    return 1 < len(text.split()) <= LONGEST_NAME and not any(map(str.isdigit, text)) and text[-1:] not in ";:,"


def _is_place(text: str) -> bool:
    return fold(text).startswith(("thanh pho", "tinh", "xa ", "phuong ", "thi xa"))


def _signing_lines(lines: list[Line], start: int, end: int, parts: dict[int, Part]) -> None:
    """Without a table: capitals set to the right, then a short name."""
    orders: list[int] = []
    for order in range(start, end):
        line = lines[order]
        if order in parts or line.para.spot.area != "body" or line.para.spot.table >= 0:
            continue
        right = line.para.align in {"center", "right"} or line.para.start > 140
        if right and (orders or _is_post(line.text)) and len(line.text) < LONG:
            orders.append(order)
        elif orders and line.para.align in {"both", "left"}:
            break
    if orders and len(orders) <= 8:
        _signing(lines, orders, parts)
