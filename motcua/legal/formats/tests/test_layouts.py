"""Right documents laid out as clerks do: ends set with tabs, borders for rules, tables in tables, numbers in boxes."""

import copy
import re

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.run import Run

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.tests.drafts import Line, body, centred
from motcua.legal.formats.tests.test_right import ND30_DAY, told


def rules_as_top_borders():
    """An empty paragraph with a border above, as long as the rule should be."""
    draft = drafts.report()
    draft.change("subject", rule=0)

    def tweak(document):
        subject = next(one for one in document.paragraphs if one.text.startswith("Kết quả công tác"))
        border = (
            f'<w:p {nsdecls("w")}><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="1"/></w:pBdr>'
            '<w:ind w:left="3500" w:right="3500"/></w:pPr></w:p>'
        )
        subject._p.addnext(parse_xml(border))

    draft.tweak = tweak
    return draft


def end_set_with_tabs():
    """No table at the end: copies on the left, the signature behind a tab."""
    draft = drafts.report()

    def tweak(document):
        end = document.tables[-1]._tbl
        end.getparent().remove(end)
        for one, other in zip(*draft.end, strict=True):
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(330))
            for line, text in ((one, one.text), (other, f"\t{other.text}")):
                run = paragraph.add_run(text)
                run.bold, run.italic, run.font.size = line.bold, line.italic, Pt(line.size)

    draft.tweak = tweak
    return draft


def telegram():
    """«CHỦ TỊCH … ĐIỆN:» and whom it is sent to, line by line."""
    draft = drafts.named("CÔNG ĐIỆN", "CĐ", "Về việc ứng phó với mưa lớn trên diện rộng", first="- Như trên;")
    draft.put(centred("GIÁM ĐỐC SỞ TƯ PHÁP ĐIỆN:", "sent", before=12), after="subject")
    draft.put(Line("- Trưởng các phòng chuyên môn;", "sent1", align="left", indent=4), after="sent")
    last = "- Chủ tịch Ủy ban nhân dân các xã, phường trên địa bàn toàn tỉnh."
    return draft.put(Line(last, "sent2", align="left", indent=4), after="sent1")


def open_letter():
    """Thư công: no subject under the name."""
    draft = drafts.notice().change("kind", text="THƯ CÔNG").change("number", text="Số: 45/STP").drop("subject")
    return draft.change("text1", text="Thân gửi các hòa giải viên ở cơ sở trong toàn tỉnh!")


def head_in_a_frame():
    """The table of the head stands in the one cell of another."""
    draft = drafts.plan()

    def tweak(document):
        inner = document.tables[0]._tbl
        outer = document.add_table(rows=1, cols=1)
        inner.addprevious(outer._tbl)
        cell = outer.rows[0].cells[0]._tc
        cell.insert(1, inner)

    draft.tweak = tweak
    return draft


def head_of_a_school():
    """A post no list knows, and a degree the branch lets stand before the name."""
    draft = drafts.plan().change("parent", text="UBND XÃ AN XUÂN").change("issuer", text="TRƯỜNG TIỂU HỌC AN XUÂN")
    draft.change("number", text="Số: 45/KH-THAX").change("date", text="An Xuân, ngày 05 tháng 3 năm 2025")
    return draft.change("post1", text="HIỆU TRƯỞNG").change("signer", text="ThS. Nguyễn Văn An")


def number_in_a_box():
    """As LibreOffice writes a framed page number: in a text box set in the middle."""
    draft = drafts.report()

    def tweak(document):
        paragraph = document.sections[0].header.paragraphs[0]
        inside = copy.deepcopy(paragraph._p)
        inside.pPr.remove(inside.pPr.find(qn("w:jc")))
        box = parse_xml(
            f"<w:r {nsdecls('w', 'wp')} "
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing><wp:anchor>'
            '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
            "<wps:txbx><w:txbxContent/></wps:txbx></wp:anchor></w:drawing></w:r>"
        )
        next(box.iter(qn("w:txbxContent"))).append(inside)
        for child in list(paragraph._p):
            paragraph._p.remove(child)
        paragraph._p.append(OxmlElement("w:pPr"))
        paragraph._p.append(box)

    draft.tweak = tweak
    return draft


def units_and_citations():
    draft = drafts.letter()
    cited = "điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết số 351/2017/UBTVQH14"
    text = f"Theo {cited} ngày 17 tháng 3 năm 2017, mỗi phường 15 hồ sơ, 3 phường 5 thôn; dày 20 μm, điện trở 5 kΩ."
    return draft.put(body(text, "text3"), after="text1")


def draft_marks():
    """A draft says so above the agency, under the number, under the date."""
    draft = drafts.letter()
    (above_left, _), (under_number, under_date) = draft.head
    above_left.insert(0, centred("DỰ THẢO", "mark1", size=12, bold=True))
    under_number.append(centred("DỰ THẢO LẦN 2", "mark2", size=13, bold=True))
    under_date.append(centred("(Dự thảo ngày 01/3/2025)", "mark3", size=13, bold=True))
    return draft


def margin_made_of_a_gutter():
    draft = drafts.report()
    draft.page |= {"left": 20}

    def tweak(document):
        document.sections[0].gutter = Mm(10)

    draft.tweak = tweak
    return draft


def rules_hung_behind_the_head():
    """Both lines are drawn in the empty paragraph below the table of the head."""
    draft = drafts.letter().change("issuer", rule=0).change("motto", rule=0)
    lines = "".join(f'<v:line from="0,0" to="{length}pt,0"/>' for length in (31, 172))

    def tweak(document):
        drawn = f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>{lines}</w:pict></w:r></w:p>'
        document.tables[0]._tbl.addnext(parse_xml(drawn))

    draft.tweak = tweak
    return draft


def rule_of_underlined_blanks():
    draft = drafts.report().change("subject", rule=0)

    def tweak(document):
        below = next(one for one in document.paragraphs if one.text.startswith("Cơ quan chuyên môn"))
        below.insert_paragraph_before().add_run(" " * 30).underline = True

    draft.tweak = tweak
    return draft


def underlined_subject(words="tư pháp quý I"):
    """The rule is the middle of the line underlined."""
    draft = drafts.report().change("subject", rule=0)

    def tweak(document):
        subject = next(one for one in document.paragraphs if one.text.startswith("Kết quả công tác"))
        run = subject.runs[0]
        for text in re.split(f"({words})", run.text):
            piece = copy.deepcopy(run._r)
            run._r.addprevious(piece)
            Run(piece, subject).text = text
            Run(piece, subject).underline = text == words
        subject._p.remove(run._r)

    draft.tweak = tweak
    return draft


def table_of_forms():
    """«Kính gửi» in a table of the text is a cell, no addressee."""
    draft = drafts.plan()

    def tweak(document):
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].paragraphs[0].add_run("Kính gửi")
        document.tables[-2]._tbl.addprevious(table._tbl)

    draft.tweak = tweak
    return draft


def end_in_rows():
    """Label and post in one row, the copies in the next, the name in the last."""
    draft = drafts.report()

    def tweak(document):
        left, right = document.tables[-1].rows[0].cells
        for column, cell in enumerate((left, right)):
            for place, paragraph in enumerate(cell.paragraphs[1:]):
                row = 1 if column == 0 or place + 2 < len(cell.paragraphs) else 2
                while len(document.tables[-1].rows) <= row:
                    document.tables[-1].add_row()
                document.tables[-1].rows[row].cells[column]._tc.append(paragraph._p)

    draft.tweak = tweak
    return draft


LAYOUTS = [
    rules_as_top_borders, end_set_with_tabs, telegram, open_letter, head_in_a_frame, head_of_a_school,
    number_in_a_box, units_and_citations, draft_marks, margin_made_of_a_gutter, rules_hung_behind_the_head,
    rule_of_underlined_blanks, underlined_subject, table_of_forms, end_in_rows,
]  # fmt: skip


@pytest.mark.parametrize("draft", LAYOUTS, ids=lambda made: made.__name__)
def test_a_right_document_of_another_layout_gets_no_finding(draft):
    report = queries.check(draft().docx(), profile=Profile.ND30, on=ND30_DAY)

    assert told(report) == []


@pytest.mark.parametrize(
    ("draft", "name", "changes", "rule"),
    [
        (end_set_with_tabs, "post1", {"bold": False}, "A-54"),
        (end_set_with_tabs, "copy_first", {"size": 13}, "A-63"),
        (head_in_a_frame, "issuer", {"italic": True}, "A-19"),
        (head_of_a_school, "post1", {"bold": False}, "A-54"),
        (head_of_a_school, "signer", {"size": 12}, "A-55"),
        (drafts.plan, "national", {"text": "CỘNG HÒA XÃ HỘI \u200bCHỦ NGHĨA VIỆT NAM"}, "K-03"),
        (end_in_rows, "copy_middle", {"size": 13}, "A-63"),
        (rules_hung_behind_the_head, "issuer", {"text": "TRUNG TÂM TRỢ GIÚP PHÁP LÝ"}, "A-21"),
        (telegram, "sent1", {"text": "- Trưởng các phòng chuyên môn."}, "A-61"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_such_a_layout_hides_no_fault(draft, name, changes, rule):
    spoiled = draft().change(name, **changes)

    report = queries.check(spoiled.docx(), profile=Profile.ND30, on=ND30_DAY)

    assert {one.rule.id for one in report.findings} == {rule}, told(report)


def test_a_subject_underlined_whole_has_a_rule_too_long():
    draft = underlined_subject("Kết quả công tác tư pháp quý I năm 2025")

    report = queries.check(draft.docx(), profile=Profile.ND30, on=ND30_DAY)

    assert told(report) == [("A-33", "đường kẻ dài 100 % dòng chữ", "Kết quả công tác tư pháp quý I năm 2025")]


def test_a_margin_is_mended_with_its_gutter():
    draft = margin_made_of_a_gutter()
    draft.page |= {"left": 10}

    mended, left = queries.mended(draft.docx(), profile=Profile.ND30, on=ND30_DAY)

    assert left == ()
    assert told(queries.check(mended, profile=Profile.ND30, on=ND30_DAY)) == []
