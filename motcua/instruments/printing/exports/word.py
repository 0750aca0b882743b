"""Lists and reports as editable Word files («.docx»), laid out as on paper after [30/2020/NĐ-CP, Phụ lục I]."""

import io
from collections.abc import Sequence
from typing import Any, cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from motcua.base.vn.rules import day
from motcua.instruments.printing.exports.text import plain
from motcua.instruments.printing.rules import LawWatchReport, LegalLists, Letterhead, Signatory

CENTRE, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
FONT = "Times New Roman"
DEMO_MARK = "BẢN THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
PADDED = 2
"""January and February are written 01 and 02, later months as they are [30/2020/NĐ-CP, Phụ lục I]."""


def lists_as_word(paper: LegalLists) -> bytes:
    """The lists as one .docx on landscape pages, a list a page, each under the words of its form."""
    made = _document(size=12)
    _wide(made.sections[0])
    for no, one in enumerate(paper.lists):
        if no:
            made.add_page_break()
        left, right = _pair(made, (14, 12))
        _office(left, paper.letterhead)
        _line(right, one.form, bold=True, at=WD_ALIGN_PARAGRAPH.RIGHT)
        _line(made, one.title.upper(), bold=True, size=14, at=CENTRE, heading=True)
        _line(made, paper.subject, bold=True, at=CENTRE)
        _line(made, _attached("Quyết định", paper.number, paper, paper.owner), italic=True, at=CENTRE)
        _table(made, one.head, one.rows)
        _line(made, f"Tổng số: {len(one.rows)} văn bản.")
    _line(made, f"Lập theo {paper.regime}.", italic=True, size=11)
    _sign(_pair(made, (14, 12))[1], paper.signatory)
    return _saved(made, paper.heading, is_demo=paper.demo)


def report_as_word(paper: LawWatchReport) -> bytes:
    """The report as an editable .docx: outline in portrait, annexes on landscape pages."""
    made = _document(size=14)
    left, right = _pair(made, (7, 10))
    _office(left, paper.letterhead)
    _line(left, f"Số: {paper.number or '        '}", at=CENTRE, size=13)
    _country(right)
    _line(right, f"{paper.letterhead.place}, {_long(paper)}", italic=True, size=13, at=CENTRE)
    _line(made, paper.heading.upper(), bold=True, size=14, at=CENTRE)
    _line(made, paper.subject, bold=True, size=14, at=CENTRE)
    for section in paper.sections:
        _line(made, section.heading, bold=True, heading=True)
        for words in section.paragraphs:
            _line(made, words, at=WD_ALIGN_PARAGRAPH.JUSTIFY, indent=True)
    copies, signed = _pair(made, (8, 9))
    _line(copies, "Nơi nhận:", bold=True, italic=True, size=12)
    for no, name in enumerate(paper.copies_to, start=1):
        _line(copies, f"- {name}{'.' if no == len(paper.copies_to) else ';'}", size=11)
    _sign(signed, paper.signatory)
    if paper.annexes:
        _wide(made.add_section())
    for no, annex in enumerate(paper.annexes):
        if no:
            made.add_page_break()
        _line(made, annex.number.upper(), bold=True, at=CENTRE, heading=True)
        _line(made, annex.title, bold=True, at=CENTRE)
        words = _attached("Báo cáo", paper.number, paper, paper.letterhead.office)
        _line(made, words, italic=True, size=12, at=CENTRE)
        _table(made, annex.head, annex.rows)
    return _saved(made, paper.heading, is_demo=paper.demo)


def _attached(what: str, number: str, paper: LegalLists | LawWatchReport, owner: str) -> str:
    return f"(Kèm theo {what} số {number or '        '} {_long(paper)} của {owner})"


def _long(paper: LegalLists | LawWatchReport) -> str:
    number, month, year = day(paper.on).split("/")
    month = month if int(month) <= PADDED else month.lstrip("0")
    return f"ngày {number} tháng {month} năm {year}"


def _document(*, size: int) -> Document:
    made = docx.Document()
    style = cast("Any", made.styles["Normal"])
    style.font.name, style.font.size = FONT, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(4)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    return made


def _wide(section: Section) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)


def _line(
    where: Document | _Cell, words: str, *, bold: bool = False, italic: bool = False, size: float = 0,
    at: WD_ALIGN_PARAGRAPH = LEFT, indent: bool = False, heading: bool = False,
) -> None:  # fmt: skip
    """One paragraph; in a fresh cell, the one that is there already."""
    empty = isinstance(where, _Cell) and len(where.paragraphs) == 1 and not where.paragraphs[0].text
    made = where.paragraphs[0] if empty else where.add_paragraph()
    made.alignment = at
    made.paragraph_format.keep_with_next = heading
    if indent:
        made.paragraph_format.first_line_indent = Mm(10)
    run = made.add_run(plain(words))
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)


def _pair(made: Document, parts: tuple[int, int]) -> tuple[_Cell, _Cell]:
    """Two columns side by side without lines, in this proportion."""
    pair = made.add_table(rows=1, cols=2)
    section = made.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    left, right = pair.rows[0].cells
    for cell, part in ((left, parts[0]), (right, parts[1])):
        cell.width = int(width * part / sum(parts))
    return left, right


def _office(where: _Cell, head: Letterhead) -> None:
    if head.parent:
        _line(where, head.parent.upper(), size=12, at=CENTRE)
    _line(where, head.office.upper(), bold=True, size=12, at=CENTRE)
    _line(where, "–––––––", size=12, at=CENTRE)


def _country(where: _Cell) -> None:
    _line(where, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12, at=CENTRE)
    _line(where, "Độc lập - Tự do - Hạnh phúc", bold=True, size=13, at=CENTRE)
    _line(where, "––––––––––––––––––", size=12, at=CENTRE)


def _sign(where: _Cell, who: Signatory) -> None:
    for words in (*who.authority, who.title):
        _line(where, words.upper(), bold=True, at=CENTRE)
    for _ in range(3):
        where.add_paragraph()
    _line(where, who.name, bold=True, at=CENTRE)


def _table(made: Document, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A ruled table whose head comes again on every page."""
    if not rows:
        _line(made, "Không có văn bản." if "STT" in head else "Không có.")
        return
    ruled = made.add_table(rows=1, cols=len(head))
    ruled.style = "Table Grid"
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    ruled.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  python-docx has no name for it
    for cell, words in zip(ruled.rows[0].cells, head, strict=True):
        _line(cell, words, bold=True, size=11, at=CENTRE)
    for row in rows:
        for cell, words in zip(ruled.add_row().cells, row, strict=True):
            _line(cell, words, size=11)
    _set_widths(made, ruled, len(head))


def _set_widths(made: Document, ruled: WordTable, columns: int) -> None:
    """A narrow column for the running number, the others alike."""
    section = made.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    narrow = int(Mm(12))
    rest = int((width - narrow) / max(columns - 1, 1))
    ruled.autofit = False
    for no, column in enumerate(ruled.columns):
        column.width = narrow if no == 0 else rest
        for cell in column.cells:
            cell.width = narrow if no == 0 else rest


def _saved(made: Document, title: str, *, is_demo: bool) -> bytes:
    made.core_properties.title, made.core_properties.language = title, "vi"
    made.core_properties.author = ""
    if is_demo:
        for section in made.sections:
            section.header.paragraphs[0].text = DEMO_MARK
            section.header.paragraphs[0].alignment = CENTRE
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
