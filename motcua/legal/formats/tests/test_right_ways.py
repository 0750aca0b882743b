"""Right documents of offices that use styles, theme fonts, delegations, annexes, attached texts: no finding."""

from datetime import date

import pytest
from docx.oxml.ns import qn

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.tests import drafts, spoiled
from motcua.legal.formats.tests.drafts import LONG, article, body, centred
from motcua.legal.formats.tests.test_right import ND30_DAY, NEW_DAY, OLD_DAY, told


def by_theme_fonts():
    """No font of its own anywhere: «Times New Roman» is the theme's."""
    draft = drafts.report()

    def tweak(document):
        for fonts in document.element.iter(qn("w:rFonts")):
            fonts.attrib.clear()
        fonts = document.styles["Normal"].element.rPr.rFonts
        fonts.attrib.clear()
        fonts.set(qn("w:asciiTheme"), "minorHAnsi")
        fonts.set(qn("w:hAnsiTheme"), "minorHAnsi")
        theme = next(one.target_part for one in document.part.rels.values() if one.reltype.endswith("/theme"))
        words = theme.blob.decode()
        head, minor, tail = words.partition("<a:minorFont>")
        latin = tail.index('typeface="') + len('typeface="')
        theme._blob = (head + minor + tail[:latin] + "Times New Roman" + tail[tail.index('"', latin) :]).encode()

    draft.tweak = tweak
    return draft


def to_the_superior():
    draft = drafts.report()
    draft.put(centred("Kính gửi: Ủy ban nhân dân tỉnh Quảng Nam", "addressee", before=12), after="subject")
    return draft.change("copy_first", text="- Như trên;")


def delegated():
    return drafts.decision().change("post1", text="TUQ. GIÁM ĐỐC").change("post2", text="CHÁNH VĂN PHÒNG")


def of_the_committee():
    draft = (
        drafts.decision().change("parent", text="ỦY BAN NHÂN DÂN", bold=True).change("issuer", text="TỈNH QUẢNG NAM")
    )
    draft.change("number", text="Số: 1215/QĐ-UBND").change("authority", text="ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM")
    return draft.change("post1", text="TM. ỦY BAN NHÂN DÂN").change("post2", text="CHỦ TỊCH")


def of_the_largest_city():
    draft = drafts.plan().change("parent", text="UBND THÀNH PHỐ HỒ CHÍ MINH")
    return draft.change("date", text="Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2025")


def of_many_pages():
    draft = drafts.report()
    for place in range(60):
        draft.put(body(LONG, f"more{place}"), after="clause2")
    return draft


def of_four_parts():
    draft = drafts.plan().put(body("III. KINH PHÍ THỰC HIỆN", "roman3", bold=True), after="roman2")
    return draft.put(body("IV. HIỆU LỰC", "roman4", bold=True), after="roman3")


def issuing_many_articles():
    """The act's own articles have no titles, those of the rules it issues have."""
    draft = drafts.issuing_decision()
    last = "own3_text"
    for number in range(4, 16):
        draft.put(article(number, "Trách nhiệm của đơn vị", f"own{number}", bold=True, lead=0), after=last)
        draft.put(body(LONG, f"text{number}"), after=f"own{number}")
        last = f"text{number}"
    return draft


def amending():
    draft = drafts.decision()
    draft.change("article1", text="Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc như sau:")
    quoted = ("“Điều 5. Chế độ báo cáo", "1. Các đơn vị báo cáo hằng tháng theo quy định.", "7. Văn phòng tổng hợp.”")
    for place, text in enumerate(quoted):
        draft.put(body(text, f"quoted{place}"), after=f"quoted{place - 1}" if place else "article1")
    return draft


def of_a_commune():
    draft = drafts.legal_decision().change("issuer", text="ỦY BAN NHÂN DÂN XÃ AN XUÂN")
    return draft.change("date", text="An Xuân, ngày 05 tháng 3 năm 2026")


def resolution_of_the_old_template():
    return drafts.resolution().change("enacts", text="QUYẾT NGHỊ:", align="center", bold=True, indent=0.0)


def with_attached_chapters():
    draft = spoiled.right_attached()
    draft.after += [
        centred("Chương I", "chapter1", bold=True),
        centred("QUY ĐỊNH CHUNG", "title1", bold=True),
        article(1, "Phạm vi", "attached1", bold=True, lead=0),
        body(LONG),
        article(2, "Đối tượng", "attached2", bold=True, lead=0),
        body("1. " + LONG),
        body("2. " + LONG),
    ]
    return draft


ADMINISTRATIVE = [
    by_theme_fonts, to_the_superior, delegated, of_the_committee, of_the_largest_city, of_many_pages, of_four_parts,
    issuing_many_articles, amending,
]  # fmt: skip
LEGAL = [(of_a_commune, NEW_DAY), (resolution_of_the_old_template, OLD_DAY), (with_attached_chapters, NEW_DAY)]


@pytest.mark.parametrize("draft", ADMINISTRATIVE, ids=lambda made: made.__name__)
def test_a_right_administrative_document_gets_no_finding(draft):
    report = queries.check(draft().docx(), profile=Profile.ND30, on=ND30_DAY)

    assert told(report) == []


@pytest.mark.parametrize(("draft", "on"), LEGAL, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_right_legal_document_gets_no_finding(draft, on):
    report = queries.check(draft().docx(), profile=Profile.QPPL, on=on)

    assert told(report) == []


def test_margins_of_fifteen_are_wrong_before_the_new_decree_and_right_after():
    draft = drafts.legal_decision(old=True)
    draft.page |= {"top": 15, "bottom": 15}

    assert {one[0] for one in told(queries.check(draft.docx(), profile=Profile.QPPL, on=OLD_DAY))} == {"Q-02"}
    assert {one[0] for one in told(queries.check(draft.docx(), profile=Profile.QPPL, on=date(2026, 3, 5)))} == {"Q-10"}
