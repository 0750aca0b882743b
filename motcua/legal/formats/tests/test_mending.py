"""The mended copy has every letter of the text; the marked copy has real Word comments."""

import io

import pytest
from docx import Document

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.rules.findings import Fault, Finding
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.tests.test_right import ND30_DAY, NEW_DAY, told
from motcua.legal.formats.word import mend
from motcua.legal.formats.word.letters import letters_of


def wrong_all_over() -> drafts.Draft:
    draft = drafts.decision()
    draft.page = {"wide": 215.9, "high": 279.4, "top": 12, "bottom": 12, "left": 20, "right": 25}
    draft.number |= {"place": "footer", "align": "right", "size": 10, "first": False}
    draft.change("motto", font="Arial", colour="FF0000", bold=False, italic=True)
    for name in ("national", "parent", "issuer", "number", "date", "kind", "subject", "article1", "signer"):
        draft.change(name, font="Arial", size=11, colour="FF0000", bold=name == "parent", italic=name != "date")
    draft.change("kind", text="Quyết định", align="left")
    draft.change("article2", font="Calibri", size=12, align="left", indent=0, before=0, line=2.0)
    return draft


def mended(content: bytes):
    return queries.mended(content, profile=Profile.ND30, on=ND30_DAY)


def test_everything_mechanical_is_mended_and_the_letters_stay():
    content = wrong_all_over().docx()
    assert len({one.rule.id for one in queries.check(content, profile=Profile.ND30, on=ND30_DAY).findings}) > 15

    copy, left = mended(content)

    assert letters_of(copy) == letters_of(content)
    assert told(queries.check(copy, profile=Profile.ND30, on=ND30_DAY)) == []
    assert left == ()


def test_a_legal_document_gets_its_text_and_its_signature_back():
    draft = drafts.legal_decision()
    for name in ("text2", "clause1", "point_a", "post1", "post2", "signer", "basis_law", "article2", "copy_first"):
        draft.change(name, font="Arial", size=11 if name != "copy_first" else 14, bold=False, italic=True, align="left")

    content, left = queries.mended(draft.docx(), profile=Profile.QPPL, on=NEW_DAY)

    assert letters_of(content) == letters_of(draft.docx())
    assert told(queries.check(content, profile=Profile.QPPL, on=NEW_DAY)) == []
    assert left == ()


def test_a_right_document_is_handed_back_as_it_came():
    content = drafts.decision().docx()

    assert mended(content) == (content, ())


def test_a_page_number_moves_from_the_footer_to_the_top_and_leaves_page_one():
    draft = drafts.plan()
    draft.number |= {"place": "footer", "first": False}

    paper = Document(io.BytesIO(mended(draft.docx())[0]))

    section = paper.sections[0]
    assert section.different_first_page_header_footer is True
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.footer._element.xml


def test_a_page_number_among_words_is_left_to_the_hand():
    draft = drafts.plan()
    draft.number |= {"place": "footer"}
    draft.tweak = lambda document: document.sections[0].footer.paragraphs[0].add_run(" của văn bản")

    report = queries.check(draft.docx(), profile=Profile.ND30, on=ND30_DAY)

    assert [(one.rule.id, one.can_be_mended) for one in report.findings] == [("A-10", False)]


def test_a_title_in_small_letters_gets_capitals_as_formatting():
    draft = drafts.decision().change("kind", text="Quyết định")

    copy = Document(io.BytesIO(mended(draft.docx())[0]))

    [title] = [para for para in copy.paragraphs if para.text == "Quyết định"]
    assert title.runs[0].font.all_caps is True


def test_old_coded_fonts_are_told_but_not_mended():
    draft = drafts.decision().change("article2", font=".VnTime")

    report = queries.check(draft.docx(), profile=Profile.ND30, on=ND30_DAY)

    assert [(one.rule.id, one.can_be_mended) for one in report.findings] == [("A-06", False)]


def test_a_change_of_a_letter_stops_the_mending(monkeypatch):
    real = mend.apply

    def careless(word, mends):
        real(word, mends)
        word.document.paragraphs[0].add_run("!")

    monkeypatch.setattr(mend, "apply", careless)

    with pytest.raises(mend.LettersChanged, match="thay đổi chữ"):
        mended(wrong_all_over().docx())


def test_each_finding_is_a_word_comment_at_its_place():
    content = drafts.decision().change("signer", text="ThS. Nguyễn Văn An").change("article2", font="Arial").docx()
    report = queries.check(content, profile=Profile.ND30, on=ND30_DAY)

    copy = queries.marked(content, report)

    comments = [comment.text for comment in Document(io.BytesIO(copy)).comments]
    assert len(comments) == len(report.findings) == 2
    assert "Phông chữ (A-06): phông Arial." in comments[0]
    assert "Nguồn: 30/2020/NĐ-CP, Phụ lục I, phần I, II.7.c" in comments[1]
    marked_text = next(
        p for p in Document(io.BytesIO(copy)).element.body.iter() if p.tag.endswith("}commentRangeStart")
    )
    assert "Điều 2." in "".join(marked_text.getparent().itertext())
    assert letters_of(copy) == letters_of(content)


def test_a_finding_of_the_whole_document_is_told_at_its_beginning():
    content = drafts.plan().docx()
    report = queries.check(content, profile=Profile.ND30, on=ND30_DAY)
    rule = queries.rules_on(Profile.ND30, ND30_DAY)[0]

    copy = queries.mark(content, [*report.findings, Finding(rule, Fault("khổ 1 × 1 mm", section=0))])

    [comment] = Document(io.BytesIO(copy)).comments
    assert comment.text.startswith("[thiết lập trang] Sai quy định – Khổ giấy (A-01): khổ 1 × 1 mm.")


def test_the_marked_copy_can_be_checked_again_with_the_same_findings():
    content = wrong_all_over().docx()
    report = queries.check(content, profile=Profile.ND30, on=ND30_DAY)

    again = queries.check(queries.marked(content, report), profile=Profile.ND30, on=ND30_DAY)

    assert told(again) == told(report)
