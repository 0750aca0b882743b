"""A .docx into a `Paper`: paragraphs in reading order with the formatting in force, and the elements they came from.

Letters in tables, text boxes, headers, footers and notes are read; the old copy of a text box (mc:Fallback), deleted
text and hidden text are not.
"""

import io
import re
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from motcua.base.word.loader import Lists, Number, W, part_of, value
from motcua.legal.formats.rules.paper import LABEL, PageNumber, Paper, Para, Run, Section, Shape, Spot
from motcua.legal.formats.word.guard import Unusable, check_word
from motcua.legal.formats.word.shapes import WP, shapes_of
from motcua.legal.formats.word.styles import Props, Styles, para_props

MM, PT = 56.6929, 20.0
SINGLE = 1.15
"""A single line of Times New Roman is so many times its size."""
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SKIPPED = {
    f"{MC}Fallback",
    f"{W}del",
    f"{W}moveFrom",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}sectPr",
    f"{W}instrText",
    f"{W}delText",
}
COLUMNS = 2
"""A table inside a cell that has so many columns is a table of its own; one of fewer is a frame within the cell."""
BREAKS = {f"{W}br", f"{W}cr"}


@dataclass
class Word:
    """The file opened: its paper, and by uid the elements a mend or a comment goes to; `looks`: of numbers (w:rPr)."""

    document: Any
    paper: Paper = field(default_factory=lambda: Paper((), ()))
    paras: dict[int, Any] = field(default_factory=dict)
    runs: dict[int, list[Any]] = field(default_factory=dict)
    looks: dict[int, Any] = field(default_factory=dict)
    sections: list[Any] = field(default_factory=list)


def read_word(content: bytes) -> Word:
    """Open and read. Refuses: Unusable."""
    check_word(content)
    try:
        document = docx.Document(io.BytesIO(content))
        return _Reader(document).read()
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, TypeError, IndexError) as problem:
        raise Unusable("Không đọc được tệp: cấu trúc bên trong hỏng. Mở bằng Word, lưu lại rồi gửi lại.") from problem


@dataclass
class _Place:
    """Where the reader is."""

    area: str = "body"
    section: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    width: float = 0.0
    table_style: str = ""


class _Reader:
    def __init__(self, document: Any) -> None:
        self.document, self.word = document, Word(document)
        self.styles = Styles(part_of(document, "/styles"), part_of(document, "/theme"))
        self.lists = Lists(part_of(document, "/numbering"), part_of(document, "/styles"))
        settings = part_of(document, "/settings")
        stop = settings.find(f"{W}defaultTabStop") if settings is not None else None
        self.tab = float((value(stop) if stop is not None else None) or 720) / PT
        self.found: list[Para] = []
        self.tables = self.page = 0
        self.has_pages = self.tracked = False

    def read(self) -> Word:
        body = self.document.element.body
        self.word.sections = list(body.iter(f"{W}sectPr"))
        self.has_pages = next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None
        self.page = 1
        self._block(body, _Place(width=self._column(0)))
        sections = self._sections()
        pages = max(self.page, self._told_pages())
        self.word.paper = Paper(tuple(sections), tuple(self.found), pages, tracked=self.tracked)
        return self.word

    def _told_pages(self) -> int:
        """Page breaks seen; the number in the file's properties is of another day and not believed alone."""
        return sum(1 for _ in self.document.element.body.iter(f"{W}lastRenderedPageBreak")) + 1

    # --- blocks -----------------------------------------------------------------------
    def _block(self, parent: Any, place: _Place) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._para(child, place)
                if place.area == "body" and child.find(f"{W}pPr/{W}sectPr") is not None:
                    place.section += 1
                    place.width = self._column(place.section)
            elif child.tag == f"{W}tbl":
                self._table(child, place)
            elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}footnote", f"{W}endnote"}:
                self._block(child, place)

    def _table(self, table: Any, place: _Place) -> None:
        number = self.tables
        self.tables += 1
        style = table.find(f"{W}tblPr/{W}tblStyle")
        style_id = (value(style) or "") if style is not None else self.styles.defaults.get("table", "")
        widths = [float(value(column, "w") or 0) / PT for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        for row_number, row in enumerate(table.iterfind(f".//{W}tr")):
            if row.getparent() is not table and row.getparent().tag != f"{W}sdtContent":
                continue
            column = 0
            for cell in row.iterfind(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                width = cell.find(f"{W}tcPr/{W}tcW")
                wide = int(value(span) or 1) if span is not None else 1
                told = float(value(width, "w") or 0) / PT if width is not None and value(width, "type") == "dxa" else 0
                room = told or sum(widths[column : column + wide])
                inside = _Place(place.area, place.section, number, row_number, column, max(room - 10.8, 0), style_id)
                if place.table >= 0 and len(widths) < COLUMNS:
                    inside.table, inside.row, inside.column = place.table, place.row, place.column
                self._block(cell, inside)
                column += wide

    def _column(self, section: int) -> float:
        """Width of the text of a section in points."""
        if section >= len(self.word.sections):
            return 0.0
        found = self.word.sections[section]
        size, edge = found.find(f"{W}pgSz"), found.find(f"{W}pgMar")
        if size is None or edge is None:
            return 0.0
        return (float(value(size, "w") or 0) - float(value(edge, "left") or 0) - float(value(edge, "right") or 0)) / PT

    # --- one paragraph --------------------------------------------------------------------
    def _para(self, element: Any, place: _Place) -> int:
        uid = len(self.found)
        ppr = element.find(f"{W}pPr")
        direct_style = element.find(f"{W}pPr/{W}pStyle")
        style = (value(direct_style) or "") if direct_style is not None else ""
        number = self.lists.next(element)
        props = self.styles.para(style, place.table_style, ppr, _indents(number))
        self.found.append(Para(uid, Spot()))
        self.word.paras[uid] = element
        self.word.runs[uid] = []
        page = self.page if place.area == "body" else None
        boxes: list[Any] = []
        runs = self._runs(element, uid, style, place.table_style, boxes)
        if number is not None:
            self.word.looks[uid] = number.look
            has_words = any(run.text for run in runs)
            runs.insert(0, self._label(number, style, place.table_style, ppr, has_words=has_words))
        spot = Spot(
            place.area,
            place.section,
            page if self.has_pages else None,
            place.table,
            place.row,
            place.column,
            place.width,
        )
        self.found[uid] = self._formed(
            uid, spot, runs, props, element, style or self.styles.defaults.get("paragraph", "")
        )
        for box in boxes:
            self._block(box, _Place("box" if place.area == "body" else place.area, place.section))
        return uid

    def _formed(self, uid: int, spot: Spot, runs: list[Run], props: Props, element: Any, style: str) -> Para:
        size = max((run.size for run in runs if run.text.strip()), default=14.0)
        tabs = [stop for stop in props.get("tabs", []) if stop[0] > 0]
        align = {"start": "left", "end": "right", "distribute": "both", None: "left"}.get(
            props.get("jc"), props.get("jc")
        )
        changed = any(next(element.iter(W + tag), None) is not None for tag in ("ins", "del", "moveFrom", "moveTo"))
        self.tracked = self.tracked or changed
        return Para(
            uid, spot, tuple(runs), str(align),
            left=_points(props.get("left")), right=_points(props.get("right")), first=_points(props.get("first")),
            before=_points(props.get("before")), after=_points(props.get("after")), line=_lines(props, size),
            tab_pt=tabs[0][0] / PT if tabs else self.tab, border_below=bool(props.get("border")),
            border_above=bool(props.get("border_top")),
            shapes=tuple(Shape(length, line) for length, line in shapes_of(element)), changed=changed, style=style,
            contextual=bool(props.get("contextual")),
        )  # fmt: skip

    def _runs(self, element: Any, uid: int, style: str, table_style: str, boxes: list[Any]) -> list[Run]:
        found: list[Run] = []
        for run in self._run_elements(element):
            text = self._letters(run, boxes)
            props = self.styles.run(style, table_style, run.find(f"{W}rPr"))
            if props.get("hidden"):
                text = ""
            found.append(self._run(len(self.word.runs[uid]), text, props))
            self.word.runs[uid].append(run)
        return found

    def _label(self, number: Number, style: str, table_style: str, ppr: Any, *, has_words: bool) -> Run:
        """The number as a run: it looks as its level says, else as the paragraph's mark; a bullet's font is its own."""
        mark = ppr.find(f"{W}rPr") if ppr is not None else None
        props = self.styles.run(style, table_style, mark, number.look)
        run = self._run(LABEL, number.text + (number.gap if has_words else ""), props)
        return replace(run, fonts=("Times New Roman",)) if number.is_bullet else run

    def _run(self, index: int, text: str, props: Props) -> Run:
        return Run(
            index,
            text,
            self._fonts(text, props),
            float(props.get("sz", 10.0)),
            bool(props.get("b")),
            bool(props.get("i")),
            bool(props.get("caps")),
            bool(props.get("u")),
            str(props.get("color", "")),
            bool(props.get("raised")),
        )

    def _run_elements(self, element: Any) -> list[Any]:
        found = []
        for child in element:
            if child.tag == f"{W}r":
                found.append(child)
            elif child.tag not in SKIPPED and child.tag != f"{W}p" and isinstance(child.tag, str):
                found.extend(self._run_elements(child))
        return found

    def _fonts(self, text: str, props: Props) -> tuple[str, ...]:
        slots = [slot for slot, has in (("ascii", _has_ascii(text)), ("hAnsi", not text.isascii())) if has]
        return tuple(dict.fromkeys(self.styles.font(props.get(slot)) for slot in slots)) or ("Times New Roman",)

    def _letters(self, run: Any, boxes: list[Any]) -> str:
        text = ""
        for child in run:
            if child.tag == f"{W}t":
                text += child.text or ""
            elif child.tag in {f"{W}tab", f"{W}ptab"}:
                text += "\t"
            elif child.tag in BREAKS:
                if value(child, "type") == "page":
                    self.page += 1 if not self.has_pages else 0
                else:
                    text += "\n"
            elif child.tag == f"{W}noBreakHyphen":
                text += "-"
            elif child.tag == f"{W}softHyphen":
                text += "\u00ad"
            elif child.tag == f"{W}lastRenderedPageBreak":
                self.page += 1
            elif child.tag not in {f"{W}rPr", f"{W}instrText", f"{W}fldChar", f"{W}sym"}:
                boxes.extend(box for box in child.iter(f"{W}txbxContent") if not _in_fallback(box))
        return text

    # --- sections, headers ------------------------------------------------------------------
    def _sections(self) -> list[Section]:
        uids: dict[str, list[PageNumber]] = {}
        kept: dict[tuple[str, str], Any] = {}
        sections = []
        for index, element in enumerate(self.word.sections):
            for tag in ("header", "footer"):
                for reference in element.findall(f"{W}{tag}Reference"):
                    kept[tag, value(reference, "type") or "default"] = reference
            first = element.find(f"{W}titlePg")
            first_differs = first is not None and (value(first) or "1").lower() not in {"0", "false", "off"}
            numbers: list[PageNumber] = []
            for (tag, kind), reference in kept.items():
                if kind == "first" and not first_differs:
                    continue
                numbers += self._header(reference.get(R_ID), tag, kind, index, uids)
            sections.append(self._section(index, element, tuple(numbers), first_differs=first_differs))
        return sections

    def _header(
        self, link: str, tag: str, kind: str, section: int, known: dict[str, list[PageNumber]]
    ) -> list[PageNumber]:
        if link in known:
            return known[link]
        known[link] = []
        if link not in self.document.part.rels:
            return []
        part = self.document.part.rels[link].target_part
        start = len(self.found)
        self._block(part.element, _Place(tag, section))
        for para in self.found[start:]:
            if one := self._page_number(para, tag, kind):
                known[link].append(one)
        return known[link]

    def _page_number(self, para: Para, tag: str, kind: str) -> PageNumber | None:
        element = self.word.paras[para.uid]
        told = "".join(one.text or "" for one in element.iter(f"{W}instrText") if _is_own(one, element))
        told += "".join(value(one, "instr") or "" for one in element.iter(f"{W}fldSimple") if _is_own(one, element))
        if not re.search(r"\bPAGE\b", told):
            return None
        digits = [run for run in para.runs if any(map(str.isdigit, run.text))] or list(para.runs)
        run = digits[0] if digits else Run(-1, "")
        frame = element.find(f"{W}pPr/{W}framePr")
        align = para.align if frame is None else value(frame, "xAlign") or para.align
        if para.text.startswith("\t") and para.text.count("\t") == 1:
            align = "center"
        if (box := _box_of(element)) is not None:
            align = _box_align(box)
        return PageNumber(para.uid, run.index, tag == "header", align, run.size, run.bold, run.italic, kind)

    def _section(self, index: int, element: Any, numbers: tuple[PageNumber, ...], *, first_differs: bool) -> Section:
        size, edge = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
        numbering = element.find(f"{W}pgNumType")
        start = value(numbering, "start") if numbering is not None else None
        sides = ("top", "bottom", "left", "right")
        wide = float((value(size, "w") if size is not None else None) or 12240)
        high = float((value(size, "h") if size is not None else None) or 15840)
        margins = {side: abs(float((value(edge, side) if edge is not None else None) or 1440)) / MM for side in sides}
        gutter = float((value(edge, "gutter") if edge is not None else None) or 0) / MM
        margins["left"] += gutter
        return Section(
            index, wide / MM, high / MM, margins, numbers,
            (value(numbering, "fmt") if numbering is not None else None) or "decimal",
            int(start) if start is not None else None, first_differs,
            self._column(index),
        )  # fmt: skip


def _has_ascii(text: str) -> bool:
    return any(letter.isascii() and letter.isalnum() for letter in text)


def _in_fallback(element: Any) -> bool:
    return any(parent.tag == f"{MC}Fallback" for parent in element.iterancestors())


def _indents(number: Number | None) -> Props:
    """What the level brings of them."""
    props = para_props(number.shape) if number is not None else {}
    return {key: props[key] for key in ("left", "right", "first") if key in props}


def _box_of(element: Any) -> Any:
    """The text box a paragraph stands in."""
    return next((parent for parent in element.iterancestors() if parent.tag == f"{W}txbxContent"), None)


def _is_own(field: Any, element: Any) -> bool:
    """Of the paragraph itself, not of a text box hung on it."""
    return _box_of(field) is _box_of(element)


def _box_align(box: Any) -> str:
    """Where a text box stands across the page; "" where the file gives a distance only."""
    told = next((one.text for up in box.iterancestors() for one in up.findall(f"{WP}positionH/{WP}align")), None)
    return told or ""


def _points(twips: Any) -> float:
    return float(twips) / PT if twips else 0.0


def _lines(props: Props, size: float) -> float:
    """Line spacing in single lines."""
    told = float(props.get("line") or 240)
    rule = props.get("lineRule") or "auto"
    if rule == "auto":
        return told / 240
    lines = told / PT / (size * SINGLE)
    return lines if rule == "exact" else max(lines, 1.0)
