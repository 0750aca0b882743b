"""Documents made in code: lines, the two columns of head and end, pages and their numbers; ways to change one line."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor

from motcua.legal.formats.rules.widths import width_pt

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
LONG = (
    "Cơ quan chuyên môn tổ chức thực hiện đầy đủ các nội dung đã được phê duyệt, theo dõi tiến độ hằng tháng và "
    "báo cáo kết quả với cấp có thẩm quyền trước khi kết thúc quý theo đúng quy định."
)


@dataclass(frozen=True)
class Line:
    """One paragraph of a draft. `lead`: so many first letters are bold; `rule`: a drawn line of this share below."""

    text: str
    name: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "both"
    indent: float = 0.0
    before: float = 0
    line: float = 1.0
    font: str = "Times New Roman"
    colour: str = ""
    lead: int = 0
    rule: float = 0


@dataclass
class Draft:
    """A document to be: the head's two columns row by row, the text, the end's two columns, what is attached."""

    head: list[tuple[list[Line], list[Line]]] = field(default_factory=list)
    main: list[Line] = field(default_factory=list)
    end: tuple[list[Line], list[Line]] = ((), ())  # type: ignore[assignment]
    after: list[Line] = field(default_factory=list)
    page: dict[str, float] = field(
        default_factory=lambda: {"wide": 210, "high": 297, "top": 20, "bottom": 20, "left": 30, "right": 15}
    )
    number: dict[str, object] = field(
        default_factory=lambda: {
            "place": "header",
            "align": "center",
            "size": 13,
            "italic": False,
            "fmt": "",
            "start": None,
            "first": True,
        }
    )
    own_pages: bool = True
    foot: Line | None = None
    tweak: Callable[[object], None] | None = None

    def _lists(self) -> list[list[Line]]:
        return [*[cell for row in self.head for cell in row], self.main, *self.end, self.after]

    def line(self, name: str) -> Line:
        return next(line for lines in self._lists() for line in lines if line.name == name)

    def change(self, name: str, **changes: object) -> "Draft":
        for lines in self._lists():
            for place, line in enumerate(lines):
                if line.name == name:
                    lines[place] = replace(line, **changes)
                    return self
        raise KeyError(name)

    def drop(self, name: str) -> "Draft":
        for lines in self._lists():
            lines[:] = [line for line in lines if line.name != name]
        return self

    def put(self, line: Line, *, after: str) -> "Draft":
        for lines in self._lists():
            for place, one in enumerate(lines):
                if one.name == after:
                    lines.insert(place + 1, line)
                    return self
        raise KeyError(after)

    # --- building ---------------------------------------------------------------------
    def docx(self) -> bytes:
        document = Document()
        document.element.body.remove(document.paragraphs[0]._element) if document.paragraphs else None
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        _set_up(document.sections[0], self.page)
        _numbered(document.sections[0], self.number)
        if self.head:
            _table(document, self.head, (Mm(68), Mm(97)))
        for line in self.main:
            write(document.add_paragraph(), line)
        if self.end[0] or self.end[1]:
            _table(document, [self.end], (Mm(80), Mm(85)))
        if self.after:
            if self.own_pages:
                section = document.add_section()
                restart(section)
            for line in self.after:
                write(document.add_paragraph(), line)
        if self.foot:
            footer = document.sections[0].first_page_footer
            footer.is_linked_to_previous = False
            write(footer.paragraphs[0], self.foot)
        if self.tweak:
            self.tweak(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _set_up(section, page: dict[str, float]) -> None:
    section.page_width, section.page_height = Mm(page["wide"]), Mm(page["high"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.left_margin, section.right_margin = Mm(page["left"]), Mm(page["right"])


def restart(section, number: str = "1") -> None:
    old = section._sectPr.find(qn("w:pgNumType"))
    if old is not None:
        section._sectPr.remove(old)
    element = OxmlElement("w:pgNumType")
    element.set(qn("w:start"), number)
    section._sectPr.find(qn("w:cols")).addprevious(element)


def _numbered(section, number: dict[str, object]) -> None:
    if not number["place"]:
        return
    section.different_first_page_header_footer = bool(number["first"])
    part = section.header if number["place"] == "header" else section.footer
    part.is_linked_to_previous = False
    paragraph = part.paragraphs[0]
    paragraph.alignment = ALIGN[str(number["align"])]
    for kind in ("begin", "instr", "separate", "2", "end"):
        run = paragraph.add_run("2" if kind == "2" else None)
        run.font.size, run.font.italic, run.font.name = (
            Pt(float(number["size"])),
            bool(number["italic"]),
            "Times New Roman",
        )
        if kind == "instr":
            run._element.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>'))
        elif kind != "2":
            run._element.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
    if number["fmt"] or number["start"] is not None:
        restart(section, str(number["start"] if number["start"] is not None else 1))
        if number["fmt"]:
            section._sectPr.find(qn("w:pgNumType")).set(qn("w:fmt"), str(number["fmt"]))


def _table(document, rows, widths) -> None:
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for left, right in rows:
        cells = table.add_row().cells
        for cell, lines, width in zip(cells, (left, right), widths, strict=True):
            cell.width = width
            for place, line in enumerate(lines):
                write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), line)


def write(paragraph, line: Line) -> None:
    shape = paragraph.paragraph_format
    paragraph.alignment = ALIGN[line.align]
    shape.space_before, shape.space_after = Pt(line.before), Pt(0)
    shape.line_spacing = line.line
    if line.indent:
        shape.first_line_indent = Cm(line.indent)
    pieces = (
        [(line.text[: line.lead], True), (line.text[line.lead :], line.bold)] if line.lead else [(line.text, line.bold)]
    )
    for text, bold in pieces:
        if not text:
            continue
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, line.italic
        run.font.size, run.font.name = Pt(line.size), line.font
        run._element.rPr.rFonts.set(qn("w:hAnsi"), line.font)
        if line.caps:
            run.font.all_caps = True
        if line.colour:
            run.font.color.rgb = RGBColor.from_string(line.colour)
    if line.rule:
        shown = line.text.upper() if line.caps else line.text
        length = line.rule * width_pt(shown, line.size, bold=line.bold)
        pict = (
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<v:line style="position:absolute" from="50pt,20pt" to="{50 + length:.1f}pt,20pt"/></w:pict>'
        )
        paragraph.add_run()._element.append(parse_xml(pict))
