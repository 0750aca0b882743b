"""Kính gửi, nơi nhận [30/2020/NĐ-CP, Phụ lục I, phần I, II.9]."""

from collections.abc import Iterator

from motcua.base.vn.rules import fold, nfc
from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules.findings import Fault, FormatRule, check, fault
from motcua.legal.formats.rules.paper import Line
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import part_style, style_found, styled


@check("A-60")
def addressed(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A letter and a submission are addressed."""
    if (reading.is_letter or reading.kind == "TTr") and not reading.of(Part.ADDRESSEE):
        yield Fault("không thấy “Kính gửi”")


@check("A-61")
def addressee(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Look, colon, one receiver on the line, several below in a list."""
    first, items = reading.of(Part.ADDRESSEE), reading.of(Part.ADDRESSEE_ITEM)
    yield from styled([*first, *items], part_style(rule))
    for line in first:
        if not fold(line.text).startswith("kinh gui:"):
            yield fault(line, "sau từ “Kính gửi” không có dấu hai chấm")
        elif len(items) == 1 and not line.text.partition(":")[2].strip():
            yield fault(items[0], "một nơi nhận mà không ghi cùng dòng với “Kính gửi”")
    if len(items) > 1:
        yield from _list_faults(items)


def _list_faults(items: list[Line]) -> Iterator[Fault]:
    for place, line in enumerate(items, 1):
        wanted = "." if place == len(items) else ";"
        if not line.text.startswith("-"):
            yield fault(line, "đầu dòng không phải gạch nối (-)")
        if line.text.rstrip()[-1:] != wanted:
            yield fault(line, f"cuối dòng không phải “{wanted}”")


@check("A-62")
def copies_label(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«Nơi nhận:»"""
    for line in reading.of(Part.COPIES_LABEL):
        yield from styled([line], part_style(rule))
        if not line.text.rstrip().endswith(":"):
            yield fault(line, "sau từ “Nơi nhận” không có dấu hai chấm")
    if not reading.of(Part.COPIES_LABEL) and (
        reading.kind in {"QĐ", "NQ", "KH", "TB", "BC", "TTr"} or reading.is_letter
    ):
        yield Fault("không thấy “Nơi nhận”")


@check("A-63")
def copies(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Look; one a line with «- …;»; the last «- Lưu: VT, ….»."""
    items = reading.of(Part.COPIES_ITEM)
    style = part_style(rule)
    for line in items:
        own = dict(style) if line.text.startswith(("-", "–", "+")) else {**style, "align": "left"}
        found = list(style_found(line, own))
        if found:
            yield fault(line, ", ".join(text for text, _ in found), [mend for _, mends in found for mend in mends])
    starts = [line for line in items if line.text.startswith(("-", "–", "+"))]
    for place, line in enumerate(items, 1):
        follows = place < len(items) and not items[place].text.startswith(("-", "–", "+"))
        wanted = "." if place == len(items) else ";"
        if place > 1 and line not in starts and not line.text.rstrip().endswith((";", ".")):
            continue
        if line.text.startswith(("–", "+")) or (place == 1 and line not in starts):
            yield fault(line, "đầu dòng không phải gạch nối (-)")
        elif not follows and line.text.rstrip()[-1:] != wanted:
            yield fault(line, f"cuối dòng không phải “{wanted}”")
    if starts:
        yield from _kept(starts[-1])


def _kept(last: Line) -> Iterator[Fault]:
    plain = fold(last.text)
    if "luu" not in plain:
        yield fault(last, "dòng cuối không có “Lưu: VT, …”")
    elif "luu:" not in plain.replace("luu :", "luu:"):
        yield fault(last, "sau chữ “Lưu” không có dấu hai chấm")
    elif "VT" not in nfc(last.text):
        yield fault(last, "dòng lưu không có “VT”")


@check("A-64")
def as_above(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«- Như trên;» first where the document is addressed."""
    items = reading.of(Part.COPIES_ITEM)
    if reading.of(Part.ADDRESSEE) and items and "nhu tren" not in fold(items[0].text):
        yield fault(items[0], "dòng đầu không phải “- Như trên;”")
