"""The formatting in force: runs, styles and their bases, defaults, theme, numbering, boxes, sections, page numbers."""

import io

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules.parts import read
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.word.read import read_word

NAMES = nsdecls("w")


@pytest.fixture
def document():
    made = Document()
    made.styles["Normal"].font.name = "Times New Roman"
    return made


def read_back(document):
    out = io.BytesIO()
    document.save(out)
    return read_word(out.getvalue()).paper


def style(document, name, base="Normal", kind=WD_STYLE_TYPE.PARAGRAPH):
    made = document.styles.add_style(name, kind)
    if kind == WD_STYLE_TYPE.PARAGRAPH:
        made.base_style = document.styles[base]
    return made


def test_a_run_inherits_through_the_chain_of_styles(document):
    style(document, "One").font.size = Pt(13)
    style(document, "Two", "One").font.bold = True
    document.add_paragraph("Chữ", style="Two")

    run = read_back(document).paras[0].runs[0]

    assert (run.size, run.bold, run.fonts) == (13.0, True, ("Times New Roman",))


def test_a_direct_setting_wins_over_every_style(document):
    style(document, "One").font.bold = True
    run = document.add_paragraph(style="One").add_run("Chữ")
    run.bold, run.font.size = False, Pt(15)

    found = read_back(document).paras[0].runs[0]

    assert (found.bold, found.size) == (False, 15.0)


def test_bold_in_paragraph_and_character_style_cancels_out_as_in_word(document):
    style(document, "One").font.bold = True
    style(document, "Char", kind=WD_STYLE_TYPE.CHARACTER).font.bold = True
    document.add_paragraph(style="One").add_run("Chữ", style="Char")

    assert read_back(document).paras[0].runs[0].bold is False


def test_a_theme_font_is_the_face_the_theme_names(document):
    run = document.add_paragraph().add_run("Chữ Việt")
    run._element.get_or_add_rPr().append(
        parse_xml(f'<w:rFonts {NAMES} w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>')
    )

    assert set(read_back(document).paras[0].runs[0].fonts) == {"Cambria", "Calibri"}


def test_the_size_of_the_document_defaults_holds_where_nothing_is_set(document):
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.find(qn("w:sz")).set(qn("w:val"), "26")
    document.add_paragraph("Chữ")

    assert read_back(document).paras[0].runs[0].size == 13.0


def test_capitals_as_formatting_are_capitals_on_paper(document):
    document.add_paragraph().add_run("Quyết định").font.all_caps = True

    assert read_back(document).paras[0].text == "QUYẾT ĐỊNH"


def test_spacing_and_indents_come_from_the_style(document):
    own = style(document, "One").paragraph_format
    own.space_before, own.line_spacing, own.first_line_indent = Pt(6), 1.5, Cm(1.27)
    document.add_paragraph("Chữ", style="One")

    para = read_back(document).paras[0]

    assert (para.before, para.line, round(para.start)) == (6.0, 1.5, 36)


def test_an_exact_spacing_is_counted_in_single_lines(document):
    paragraph = document.add_paragraph()
    paragraph.add_run("Chữ").font.size = Pt(14)
    paragraph.paragraph_format.line_spacing = Pt(18)

    assert 1.1 < read_back(document).paras[0].line < 1.15


def test_a_tab_at_the_beginning_is_an_indent(document):
    document.add_paragraph("\tChữ đầu dòng")

    assert read_back(document).paras[0].start == 36.0


def test_an_optional_hyphen_is_in_the_letters_and_not_in_what_the_eye_reads(document):
    run = document.add_paragraph().add_run("phối")
    run._element.append(parse_xml(f"<w:softHyphen {NAMES}/>"))
    run.add_text("hợp")

    paper = read_back(document)

    assert (paper.paras[0].text, read(paper).lines[0].text) == ("phối\u00adhợp", "phốihợp")


def test_deleted_and_hidden_text_is_not_read_and_inserted_text_is(document):
    paragraph = document.add_paragraph("một ")
    paragraph._p.append(
        parse_xml(f'<w:del {NAMES} w:id="1" w:author="a"><w:r><w:delText>hai</w:delText></w:r></w:del>')
    )
    paragraph._p.append(parse_xml(f'<w:ins {NAMES} w:id="2" w:author="a"><w:r><w:t>ba</w:t></w:r></w:ins>'))
    paragraph.add_run(" bốn").font.hidden = True

    para = read_back(document).paras[0]

    assert (para.text, para.changed) == ("một ba", True)


def test_numbers_word_sets_itself_are_read(document):
    level = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in ((0, "decimal", "Điều %1."), (1, "lowerLetter", "%2)"))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="77">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NAMES} w:numId="88"><w:abstractNumId w:val="77"/></w:num>'))
    for text, deep in (("Phạm vi", 0), ("Một", 1), ("Hai", 1), ("Đối tượng", 0), ("Ba", 1)):
        ppr = document.add_paragraph(text)._p.get_or_add_pPr()
        ppr.append(parse_xml(f'<w:numPr {NAMES}><w:ilvl w:val="{deep}"/><w:numId w:val="88"/></w:numPr>'))

    texts = [para.text for para in read_back(document).paras]

    assert texts == ["Điều 1. Phạm vi", "a) Một", "b) Hai", "Điều 2. Đối tượng", "a) Ba"]


def boxed(text: str) -> str:
    return (
        f'<w:r {NAMES} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once(document):
    document.add_paragraph("Thân")._p.append(parse_xml(boxed("MẬT")))

    paras = read_back(document).paras

    assert [(para.spot.area, para.text) for para in paras] == [("body", "Thân"), ("box", "MẬT")]


def test_a_head_set_with_tabs_is_recognised(document):
    document.add_paragraph("UBND XÃ AN XUÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    document.add_paragraph("VĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc")
    document.add_paragraph("Số: 05/TB-VP\tAn Xuân, ngày 05 tháng 3 năm 2025")
    document.add_paragraph("THÔNG BÁO")

    parts = [line.part for line in read(read_back(document)).lines]

    assert {Part.NATIONAL_TITLE, Part.MOTTO, Part.NUMBER, Part.PLACE_DATE, Part.KIND, Part.ISSUER} <= set(parts)


def test_every_part_of_a_decision_is_recognised():
    reading = read(read_word(drafts.issuing_decision().docx()).paper)

    wanted = {
        *(Part.NATIONAL_TITLE, Part.MOTTO, Part.PARENT, Part.ISSUER, Part.NUMBER, Part.PLACE_DATE, Part.KIND),
        *(Part.SUBJECT, Part.AUTHORITY, Part.BASIS, Part.RESOLVE, Part.ARTICLE, Part.CLAUSE, Part.POINT, Part.BODY),
        *(Part.DIVISION, Part.DIVISION_TITLE, Part.SUBDIVISION, Part.SUBDIVISION_TITLE, Part.SIGN_POWER),
        *(Part.SIGN_POST, Part.SIGN_NAME, Part.COPIES_LABEL, Part.COPIES_ITEM),
        *(Part.ATTACHED_TITLE, Part.ATTACHED_REFERENCE),
    }
    assert {line.part for line in reading.lines} == wanted


def test_sections_pages_and_their_numbers():
    draft = drafts.issuing_decision()
    draft.page |= {"left": 32}

    paper = read_word(draft.docx()).paper

    first, second = paper.sections
    assert (round(first.width_mm), round(first.height_mm), round(first.margins["left"])) == (210, 297, 32)
    assert [(one.top, one.align, one.size) for one in first.numbers] == [(True, "center", 13.0)]
    assert (first.first_differs, first.number_start, second.number_start) == (True, None, 1)
