"""Right documents written in other right ways: precision is tried on layouts people really use."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.tests.drafts import LONG, Line, body, centred
from motcua.legal.formats.tests.test_right import ND30_DAY, told


def commune_decision():
    """UBND xã: agency on two lines, no superior, signed for the committee."""
    draft = drafts.decision()
    draft.change("parent", text="ỦY BAN NHÂN DÂN", bold=True).change("issuer", text="XÃ AN XUÂN")
    draft.change("number", text="Số: 215/QĐ-UBND").change("authority", text="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN XUÂN")
    return draft.change("post1", text="CHỦ TỊCH").drop("post2")


def two_line_subject():
    draft = drafts.plan()
    draft.change("subject", rule=0)
    return draft.put(centred("trên địa bàn tỉnh Quảng Nam", "subject2", bold=True, rule=0.4), after="subject")


def one_receiver():
    draft = drafts.letter().drop("to1").drop("to2")
    return draft.change("addressee", text="Kính gửi: Ủy ban nhân dân tỉnh Quảng Nam.")


def number_still_blank():
    """The registry gives number and date."""
    draft = drafts.decision().change("number", text="Số:      /QĐ-STP")
    return draft.change("date", text="Quảng Nam, ngày      tháng      năm 2025")


def underscored_rules():
    draft = drafts.decision().change("issuer", rule=0).change("motto", rule=0)
    draft.put(centred("______", "rule1", size=13), after="issuer")
    return draft.put(centred("_" * 28, "rule2", size=13), after="motto")


def dashes_and_headings():
    draft = drafts.report()
    dashes = (
        "- Số hồ sơ tiếp nhận trong quý là một trăm hai mươi hồ sơ, tăng so với cùng kỳ;",
        "+ Đã giải quyết đúng hạn toàn bộ hồ sơ tiếp nhận trong kỳ báo cáo này của Sở;",
    )
    for text in dashes:
        draft.put(body(text, text[:8]), after="point_b")
    return draft.put(body("1.1. Kết quả cụ thể", "sub", bold=True), after="clause1")


def bold_titles_of_clauses():
    return drafts.report().change("clause1", text="1. Công tác hộ tịch", bold=True)


def with_table_of_small_letters():
    draft = drafts.report()

    def tweak(document):
        table = document.add_table(rows=2, cols=2)
        document.paragraphs[6]._p.addnext(table._tbl)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.paragraphs[0].add_run("12.345").font.size = drafts.Pt(11)

    draft.tweak = tweak
    return draft


def amending_quotes():
    """Inside “…” numbering starts anew and says nothing about the text around."""
    draft = drafts.issuing_decision()
    draft.put(
        body("“5. Cơ quan chuyên môn tổ chức thực hiện các nhiệm vụ được giao theo quy định này.”", "q"),
        after="clause1",
    )
    return draft


def indented_by_one_centimetre():
    draft = drafts.plan()
    for name in ("text1", "roman1", "clause1", "point_a", "point_b", "clause2", "roman2", "text2"):
        draft.change(name, indent=1.0)
    return draft


def lines_and_a_half():
    return drafts.plan().change("text1", line=1.5).change("text2", line=1.15)


def smaller_set_of_sizes():
    """12, 13, 13 and a body of 13."""
    draft = drafts.letter().change("national", size=12).change("motto", size=13).change("date", size=13)
    for name in ("text1", "text2"):
        draft.change(name, size=13)
    return draft.change("parent", size=12).change("issuer", size=12).change("letter_subject", size=12)


def unit_and_copies_in_the_archive_line():
    return drafts.decision().change("copy_last", text="- Lưu: VT, HCTP.05.")


def deputy_by_order():
    return (
        drafts.letter()
        .change("post1", text="TL. GIÁM ĐỐC")
        .put(centred("CHÁNH VĂN PHÒNG", "post2", bold=True), after="post1")
    )


def old_place_of_the_tone_mark():
    return drafts.decision().change("national", text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def soft_breaks_in_the_head():
    """Agency and superior, Quốc hiệu and Tiêu ngữ as lines of one paragraph each."""
    draft = drafts.decision()

    def tweak(document):
        for cell in document.tables[0].rows[0].cells:
            first, second = cell.paragraphs[:2]
            first.add_run().add_break()
            for run in list(second.runs):
                first._p.append(run._r)
            second._p.getparent().remove(second._p)

    draft.tweak = tweak
    return draft


def with_hyperlink_and_bookmark():
    draft = drafts.plan()

    def tweak(document):
        link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="a"/>')
        run = document.paragraphs[2].runs[0]._r
        run.addprevious(link)
        link.append(run)

    draft.tweak = tweak
    return draft


def lying_table_that_counts_on():
    """A wide table on a lying page whose margins turned with it; its numbers go on."""
    draft = drafts.plan()

    def tweak(document):
        section = document.add_section()
        section.page_width, section.page_height = section.page_height, section.page_width
        section.top_margin, section.left_margin, section.right_margin = drafts.Mm(30), drafts.Mm(20), drafts.Mm(20)
        drafts.restart(section, "3")
        document.add_table(rows=1, cols=2)

    draft.tweak = tweak
    return draft


VARIANTS = [
    commune_decision, two_line_subject, one_receiver, number_still_blank, underscored_rules, dashes_and_headings,
    bold_titles_of_clauses, with_table_of_small_letters, amending_quotes, indented_by_one_centimetre, lines_and_a_half,
    smaller_set_of_sizes, unit_and_copies_in_the_archive_line, deputy_by_order, old_place_of_the_tone_mark,
    lying_table_that_counts_on, soft_breaks_in_the_head, with_hyperlink_and_bookmark,
]  # fmt: skip


@pytest.mark.parametrize("draft", VARIANTS, ids=lambda made: made.__name__)
def test_a_right_document_written_another_way_gets_no_finding(draft):
    report = queries.check(draft().docx(), profile=Profile.ND30, on=ND30_DAY)

    assert told(report) == []


def test_an_unknown_document_is_not_judged_as_if_it_were_known():
    document = Document()
    document.add_paragraph("Đơn xin xác nhận")
    document.add_paragraph(LONG)
    out = io.BytesIO()
    document.save(out)

    report = queries.check(out.getvalue(), profile=Profile.ND30, on=date(2025, 3, 5))

    page_and_letters = {"A-01", "A-03", "A-04", "A-05", "A-06"}
    body_rules = {"A-47", "A-48", "A-49", "A-50"}
    assert {one.rule.id for one in report.findings} <= page_and_letters | body_rules


def test_lines_of_a_draft_are_right_only_as_long_as_they_are_wide():
    draft = drafts.decision().change("subject", rule=0.9)

    assert [one[0] for one in told(queries.check(draft.docx(), profile=Profile.ND30, on=ND30_DAY))] == ["A-33"]
    assert isinstance(draft.line("subject"), Line)
