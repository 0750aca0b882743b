"""Numbers Word sets by itself are held against the rules as typed ones are; mending keeps them with the letters."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from motcua.base.word.tests.made import word
from motcua.base.word.tests.shapes import SHAPES
from motcua.base.word.tests.test_lists import HOSTILE
from motcua.base.word.tests.typed import automatic, automatic_file
from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.rules.parts import read
from motcua.legal.formats.tests import drafts, spoiled
from motcua.legal.formats.tests.test_right import ND30_DAY, NEW_DAY, RIGHT, told
from motcua.legal.formats.word import mend
from motcua.legal.formats.word.letters import NUMBERS, letters_of
from motcua.legal.formats.word.read import read_word

SPOILED = {"A-41", "A-42", "A-43", "A-44", "A-45", "A-46", "A-52", "A-63", "Q-14", "Q-15"}
CASES = [case for case in (*spoiled.ND30, *spoiled.QPPL) if case.rule in SPOILED]
BOLD_OFF, ITALIC, SMALL, RED = '<w:b w:val="0"/>', "<w:i/>", '<w:sz w:val="20"/>', '<w:color w:val="FF0000"/>'


def lines_of(content):
    return [(line.text, line.part) for line in read(read_word(content).paper).lines]


def counted(draft, *, look=""):
    """The draft with automatic numbers, and how many."""
    made, before = [], draft.tweak

    def tweak(document):
        if before:
            before(document)
        made.append(automatic(document, look=look))

    draft.tweak = tweak
    content = draft.docx()
    return content, made[0]


@pytest.mark.parametrize(
    ("draft", "profile", "on", "kind"), RIGHT, ids=[getattr(row[0], "__name__", "old") for row in RIGHT]
)
def test_a_right_document_with_automatic_numbers_gets_no_finding(draft, profile, on, kind):
    content, made = counted(draft())

    assert told(queries.check(content, profile=profile, on=on)) == []
    assert lines_of(content) == lines_of(draft().docx())
    assert made > 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_wrong_one_gets_the_findings_of_the_typed_one(case):
    typed = queries.check(case.draft().docx(), profile=case.profile, on=case.on)

    content, _ = counted(case.draft())

    assert told(queries.check(content, profile=case.profile, on=case.on)) == told(typed)
    assert told(typed) != []


@pytest.mark.parametrize(
    ("look", "rule", "found"),
    [
        (BOLD_OFF, "Q-14", "không đậm"), (ITALIC, "Q-14", "nghiêng"), (SMALL, "Q-15", "cỡ chữ 10"),
        (RED, "K-05", "chữ màu FF0000"),
    ],
)  # fmt: skip
def test_the_look_of_a_number_is_that_of_its_level_and_is_mended_there(look, rule, found):
    content, _ = counted(drafts.legal_decision(), look=look)
    report = queries.check(content, profile=Profile.QPPL, on=NEW_DAY)
    assert found in {one.fault.found for one in report.findings if one.rule.id == rule}

    copy, left = queries.mended(content, profile=Profile.QPPL, on=NEW_DAY)

    assert left == ()
    assert letters_of(copy) == letters_of(content)


def test_a_bullet_is_no_hyphen_before_who_gets_copies():
    draft = drafts.decision()
    draft.change("copy_first", text="• Như Điều 3;")
    typed = told(queries.check(draft.docx(), profile=Profile.ND30, on=ND30_DAY))
    content, _ = counted(drafts.decision())
    document = Document(io.BytesIO(content))
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        if level.find(qn("w:numFmt")).get(qn("w:val")) == "bullet":
            level.find(qn("w:lvlText")).set(qn("w:val"), "•")
    out = io.BytesIO()
    document.save(out)

    found = told(queries.check(out.getvalue(), profile=Profile.ND30, on=ND30_DAY))

    assert [one[:2] for one in typed] == [("A-63", "đầu dòng không phải gạch nối (-)")]
    assert typed[0][:2] in [one[:2] for one in found]


def test_the_letters_of_word_are_not_those_of_the_law():
    draft = drafts.issuing_decision().change("point_dd", text="e) Trả kết quả.")

    content, _ = counted(draft)

    [finding] = queries.check(content, profile=Profile.ND30, on=ND30_DAY).findings
    assert (finding.rule.id, finding.fault.found) == ("A-46", "điểm e đứng sau điểm d")


LEFT = {"the mark deleted": "paragraphs are not joined here", "deleted": "an emptied paragraph stays"}
REFUSED = {"a text of a million": "swells when it is unpacked"}


@pytest.mark.parametrize("name", [name for name in SHAPES if name not in LEFT])
def test_every_shape_of_list_is_read_here_as_everywhere(name):
    content, lines = SHAPES[name]

    assert [para.text for para in queries.paragraphs(content)] == lines


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in REFUSED])
def test_a_hostile_list_harms_no_check(name):
    body, lists, styles, lines = HOSTILE[name]
    content = word(body, lists, styles)

    assert [para.text for para in queries.paragraphs(content)] == lines
    assert queries.check(content, profile=Profile.ND30, on=ND30_DAY).file_kind == "docx"
    assert letters_of(content).keys() <= {"word/document.xml", NUMBERS}


# --- the proof ------------------------------------------------------------------------------------
def test_the_numbers_shown_are_part_of_what_must_stay():
    letters = letters_of(counted(drafts.legal_decision())[0])

    assert letters[NUMBERS].split("\n")[:4] == ["Điều 1. ", "1. ", "a) ", "b) "]
    assert NUMBERS not in letters_of(drafts.legal_decision().docx())


def lose_a_list(word):
    numbered = next(word.document.element.body.iter(qn("w:numPr")))
    numbered.getparent().remove(numbered)


def count_from_two(word):
    for level in word.document.part.numbering_part.element.iter(qn("w:start")):
        level.set(qn("w:val"), "2")


def number_the_rest(word):
    plain = word.document.add_paragraph()
    plain._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 900


@pytest.mark.parametrize("careless", [lose_a_list, count_from_two, number_the_rest])
def test_a_change_of_a_number_stops_the_mending(careless, monkeypatch):
    content, _ = counted(drafts.decision().change("article2", size=11))
    real = mend.apply

    def applied(word, mends):
        real(word, mends)
        careless(word)

    monkeypatch.setattr(mend, "apply", applied)

    with pytest.raises(mend.LettersChanged, match="thay đổi chữ"):
        queries.mended(content, profile=Profile.ND30, on=ND30_DAY)


def test_the_marked_copy_keeps_its_numbers():
    content = automatic_file(drafts.legal_decision().change("text2", font="Arial").docx())
    report = queries.check(content, profile=Profile.QPPL, on=NEW_DAY)

    copy = queries.marked(content, report)

    assert letters_of(copy) == letters_of(content)
    assert told(queries.check(copy, profile=Profile.QPPL, on=NEW_DAY)) == told(report) != []
