"""Mend a Word file: formatting only. The letters are compared before and after; a difference stops the work."""

import io
from collections.abc import Callable, Iterable
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from motcua.base.word.loader import W
from motcua.legal.formats.rules.findings import Finding, Mend
from motcua.legal.formats.rules.paper import LABEL
from motcua.legal.formats.word.letters import letters_of
from motcua.legal.formats.word.read import Word, read_word

ROUNDS = 5
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
AFTER_NUMBERS = (
    *("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection"),
    *("bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
)
SETTINGS = {"size": "sz", "bold": "b", "italic": "i", "caps": "caps", "colour": "color", "font": "rFonts"}
"""What each mend of a run is in the file."""
Look = Callable[[Word], list[Finding]]


class LettersChanged(RuntimeError):
    """Mending would have changed the text: nothing is handed out."""


def mend(content: bytes, look: Look) -> tuple[bytes, list[Finding]]:
    """The file with everything mendable mended, and what is still found. Refuses: Unusable, LettersChanged."""
    before = letters_of(content)
    for _ in range(ROUNDS):
        word = read_word(content)
        found = look(word)
        mends = [one for finding in found for one in finding.fault.mends]
        if not mends:
            return content, found
        apply(word, mends)
        content = saved(word)
        if letters_of(content) != before:
            raise LettersChanged("Sửa sẽ làm thay đổi chữ của văn bản nên không sửa.")
    return content, look(read_word(content))


def saved(word: Word) -> bytes:
    """The file as bytes."""
    out = io.BytesIO()
    word.document.save(out)
    return out.getvalue()


def apply(word: Word, mends: Iterable[Mend]) -> None:
    """Carry out the changes, each once; those that take paragraphs away come last."""
    for one in sorted(dict.fromkeys(mends), key=lambda one: one.target == "page_number"):
        if one.target == "run" and 0 <= one.run < len(word.runs[one.uid]):
            _run(Run(word.runs[one.uid][one.run], None), one)
        elif one.target == "run" and one.run == LABEL:
            _label(word, one)
        elif one.target == "para":
            _para(word.paras[one.uid], one)
        elif one.target == "section":
            _section(word.sections[one.uid], one)
        elif one.target == "page_number":
            _page_number(word, one)


def _run(run: Run, one: Mend) -> None:
    value: Any = one.value
    font = run.font
    if one.name == "size":
        font.size = Pt(float(value))
    elif one.name == "bold":
        font.bold = bool(value)
    elif one.name == "italic":
        font.italic = bool(value)
    elif one.name == "caps":
        font.all_caps = bool(value)
    elif one.name == "colour":
        font.color.rgb = RGBColor.from_string(str(value))
        for name in ("themeColor", "themeTint", "themeShade"):
            run._element.rPr.find(qn("w:color")).attrib.pop(qn(f"w:{name}"), None)
    elif one.name == "font":
        font.name = str(value)
        fonts = run._element.rPr.find(qn("w:rFonts"))
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.attrib.pop(qn(f"w:{slot}Theme"), None)
            fonts.set(qn(f"w:{slot}"), str(value))
        fonts.attrib.pop(qn("w:cstheme"), None)


def _label(word: Word, one: Mend) -> None:
    """A number Word sets looks like the mark of its paragraph, but for what its level says itself."""
    ppr = word.paras[one.uid].get_or_add_pPr()
    holder, mark = OxmlElement("w:r"), ppr.find(qn("w:rPr"))
    if mark is not None:
        holder.append(mark)
    _run(Run(holder, None), one)
    later = [child for child in ppr if child.tag in {f"{W}sectPr", f"{W}pPrChange"}]
    later[0].addprevious(holder.rPr) if later else ppr.append(holder.rPr)
    look = word.looks[one.uid]
    for setting in look.findall(f"{W}{SETTINGS[one.name]}") if look is not None else ():
        look.remove(setting)


def _para(element: Any, one: Mend) -> None:
    value: Any = one.value
    shape = Paragraph(element, None).paragraph_format
    if one.name == "align":
        shape.alignment = ALIGN[str(value)]
        if (frame := element.find(f"{W}pPr/{W}framePr")) is not None:
            frame.set(qn("w:xAlign"), str(value))
    elif one.name == "left":
        shape.left_indent = Pt(float(value))
    elif one.name == "first":
        _first(element, shape, float(value))
    elif one.name == "before":
        shape.space_before = Pt(float(value))
        _spacing_by_hand(element)
    elif one.name == "line":
        shape.line_spacing = float(value)


def _first(element: Any, shape: Any, points: float) -> None:
    """A paragraph that begins with a tab keeps it (it is a letter of the text): the tab stop moves instead."""
    begins = next((child for child in element.iter(f"{W}t", f"{W}tab") if child.getparent().tag == f"{W}r"), None)
    if begins is not None and begins.tag == f"{W}tab" and points > 0:
        shape.first_line_indent = Pt(0)
        for stop in list(shape.tab_stops):
            if stop.position <= Pt(points):
                del shape.tab_stops[list(shape.tab_stops).index(stop)]
        shape.tab_stops.add_tab_stop(Pt(points))
    else:
        shape.first_line_indent = Pt(points)


def _spacing_by_hand(element: Any) -> None:
    spacing = element.pPr.find(qn("w:spacing"))
    for name in ("beforeAutospacing", "beforeLines"):
        spacing.attrib.pop(qn(f"w:{name}"), None)
    spacing.set(qn("w:beforeAutospacing"), "0")
    own = element.pPr.find(qn("w:contextualSpacing"))
    if own is None:
        own = OxmlElement("w:contextualSpacing")
        anchor = element.pPr.find(qn("w:ind"))
        (anchor if anchor is not None else spacing).addnext(own)
    own.set(qn("w:val"), "0")


def _section(element: Any, one: Mend) -> None:
    value: Any = one.value
    if one.name in {"width", "height"}:
        setattr(element, f"page_{one.name}", Mm(float(value)))
    elif one.name == "left":
        element.left_margin = Mm(float(value)) - (element.gutter or 0)
    elif one.name in {"top", "bottom", "right"}:
        setattr(element, f"{one.name}_margin", Mm(float(value)))
    elif one.name == "turn":
        element.page_width, element.page_height = element.page_height, element.page_width
        element.find(qn("w:pgSz")).attrib.pop(qn("w:orient"), None)
    elif one.name in {"number_format", "number_start"}:
        numbering = element.find(qn("w:pgNumType"))
        if numbering is None:
            numbering = OxmlElement("w:pgNumType")
            later = [child for child in element if child.tag.removeprefix(W) in AFTER_NUMBERS]
            later[0].addprevious(numbering) if later else element.append(numbering)
        numbering.set(qn("w:fmt" if one.name == "number_format" else "w:start"), str(value))


# --- page numbers ------------------------------------------------------------------------
def _page_number(word: Word, one: Mend) -> None:
    if one.name == "hide_first":
        word.sections[one.uid].titlePg_val = True
    elif one.name == "add":
        word.sections[one.uid].titlePg_val = True
        _add_number(Section(word.sections[one.uid], word.document.part).header, float(str(one.value)))
    elif one.name in {"move_up", "take_out"}:
        element = word.paras[one.uid]
        if element.getparent() is None or not _has_number(element):
            return
        for child in [child for child in element if child.tag != f"{W}pPr"]:
            element.remove(child)
        if one.name == "move_up":
            header = Section(word.sections[0], word.document.part).header
            if header.is_linked_to_previous or not any(_has_number(para._element) for para in header.paragraphs):
                word.sections[0].titlePg_val = True
                _add_number(header, 13.0)


def _has_number(element: Any) -> bool:
    told = "".join(one.text or "" for one in element.iter(f"{W}instrText"))
    told += "".join(one.get(qn("w:instr")) or "" for one in element.iter(f"{W}fldSimple"))
    return "PAGE" in told


def _add_number(header: Any, size: float) -> None:
    """A field without a stored figure: Word writes it when it lays the pages out."""
    header.is_linked_to_previous = False
    empty = [para for para in header.paragraphs if not para.text.strip() and not para.runs]
    paragraph = empty[0] if empty else header.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(size)
        run.font.name = "Times New Roman"
        run.font.italic = False
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._element.append(mark)
