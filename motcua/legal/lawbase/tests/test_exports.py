"""Out of the register: Akoma Ntoso that its schema accepts, PDF as of a day that can be read and printed."""

import io
import json
from collections import Counter
from datetime import date
from pathlib import Path

import docx
import pikepdf
import pytest
from lxml import etree

from motcua.house.office.rules import SYSTEM
from motcua.instruments.printing.tests.pictures import words
from motcua.legal.lawbase import acts, exports
from motcua.legal.lawbase.choices import EventKind, PatchKind
from motcua.legal.lawbase.exports import paper
from motcua.legal.lawbase.tests import samples, world

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SCHEMA = Path("tests/vendor/akn/akomantoso30.xsd").resolve()
NO_ARTICLES = "Một đoạn văn bản không có điều, khoản nào.\nĐoạn thứ hai."


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(SCHEMA))


@pytest.mark.parametrize(
    "text", [samples.DECISION, samples.AMENDING, samples.PLAN, world.TEXT, NO_ARTICLES, ""],
    ids=["attached", "amending", "plan", "articles", "no articles", "no text"],
)  # fmt: skip
def test_akoma_ntoso_is_valid_against_the_schema_of_oasis_and_loses_no_word(schema, text):
    document = world.document(SYSTEM, title="Tên <b>&amp;")
    if text:
        acts.add_version(document, text, by=SYSTEM, at=world.AT)
    root = etree.fromstring(exports.as_akoma_ntoso(document, on=world.ON))

    assert schema.validate(root), schema.error_log
    assert root.find(f".//{{{exports.NAMESPACE}}}docTitle").text == "Tên <b>&amp;"
    shown = [" ".join(words.split()) for words in root.itertext() if words.strip()]
    assert letters("".join(shown[shown.index("Tên <b>&amp;") + 1 :])) == letters(text)


SAYS = "Quy định này đang ngưng hiệu lực."
JULY = date(2024, 7, 1)


@pytest.fixture
def paused():
    """Article 2 is suspended for June 2024, clause 2 within it is told by it."""
    hoa = world.hoa()
    rule = world.with_text(hoa)
    what = acts.Happening(
        kind=EventKind.SUSPENDED, on=date(2024, 6, 1), until=date(2024, 6, 30), scope=("dieu-2",),
        scope_words="Điều 2", acting_words="Nghị quyết 1",
    )  # fmt: skip
    acts.record_event(rule, what, confirmed=True, by=hoa, at=world.AT)
    return rule


def test_a_paused_provision_says_so_in_the_word_file_at_its_place_and_only_while_it_is_paused(paused):
    def lines(on):
        return [one.text for one in docx.Document(io.BytesIO(exports.as_word(paused, on=on))).paragraphs]

    shown = lines(date(2024, 6, 30))
    assert shown[shown.index("Điều 2. Mức chi") - 1] == f"[{SAYS}]"
    assert shown[2] == "Tình trạng hiệu lực ngày 30/06/2024: Ngưng hiệu lực một phần"
    assert sum(SAYS in one for one in shown) == 1
    assert not any(SAYS in one for one in lines(JULY))


def test_a_paused_provision_is_named_in_the_json(paused):
    def named(on):
        return json.loads(exports.as_json(paused, on=on))["provisions"]

    assert named(date(2024, 6, 30)) == [{"id": "dieu-2", "name": "Điều 2", "state": "Ngưng hiệu lực"}]
    assert named(JULY) == []


def test_a_paused_provision_has_the_status_of_the_schema_and_a_remark(schema, paused):
    def found(on):
        root = etree.fromstring(exports.as_akoma_ntoso(paused, on=on))
        assert schema.validate(root), schema.error_log
        remarks = root.findall(f".//{{{exports.NAMESPACE}}}remark")
        return [(one.get("eId"), one.get("status")) for one in root.iter() if one.get("status")], len(remarks)

    assert found(date(2024, 6, 30)) == ([("dieu-2", "temporarilyRemoved"), (None, "editorial")], 1)
    assert found(JULY) == ([], 0)


def test_a_document_paused_as_a_whole_says_so_in_every_file(schema):
    hoa = world.hoa()
    rule = world.with_text(hoa)
    what = acts.Happening(kind=EventKind.STAYED, on=date(2024, 6, 1), acting_words="Quyết định 1")
    acts.record_event(rule, what, confirmed=True, by=hoa, at=world.AT)
    root = etree.fromstring(exports.as_akoma_ntoso(rule, on=JULY))
    word = docx.Document(io.BytesIO(exports.as_word(rule, on=JULY)))

    assert schema.validate(root), schema.error_log
    assert root.find(f".//{{{exports.NAMESPACE}}}body").get("status") == "temporarilyRemoved"
    assert word.paragraphs[2].text == "Tình trạng hiệu lực ngày 01/07/2024: Ngưng hiệu lực"
    assert json.loads(exports.as_json(rule, on=JULY))["state"] == "Ngưng hiệu lực"


def test_a_paused_provision_says_so_in_the_pdf(paused):
    assert SAYS in words(exports.as_pdf(paused, on=date(2024, 6, 30)))
    assert SAYS not in words(exports.as_pdf(paused, on=JULY))


def letters(text: str) -> Counter:
    """How often each letter stands there: the schema puts the end of a decision behind what is attached to it."""
    return Counter("".join(text.split()))


def last_words(line: str) -> str:
    return " ".join(line.replace("\t", " ").split()[-3:])


def test_the_schema_refuses_what_is_not_akoma_ntoso(schema):
    root = etree.fromstring(exports.as_akoma_ntoso(world.with_text(world.hoa()), on=world.ON))
    root.find(f".//{{{exports.NAMESPACE}}}article").tag = "dieu"

    assert not schema.validate(root)


@pytest.fixture
def amended():
    hoa = world.hoa()
    rule = world.with_text(hoa)
    change = world.document(hoa, number="09/2024/QĐ-UBND", issued_on=date(2024, 5, 1), effective_on=date(2024, 5, 15))
    for target, kind, text in (
        ("dieu-2/khoan-1", PatchKind.REPLACE, "1. Vụ việc hòa giải thành: 300.000 đồng."),
        ("dieu-3", PatchKind.DELETE, ""),
    ):
        acts.patch(rule, acting=change, kind=kind, target=target, on=date(2024, 5, 15), text=text, by=hoa, at=world.AT)
    return rule


def test_the_pdf_holds_the_text_of_the_day_and_who_changed_what(amended):
    before = words(exports.as_pdf(amended, on=date(2024, 5, 14)))
    after = words(exports.as_pdf(amended, on=date(2024, 5, 15)))

    assert ("200.000 đồng" in before, "300.000 đồng" in before) == (True, False)
    assert ("200.000 đồng" in after, "300.000 đồng" in after) == (False, True)
    assert "Được sửa đổi, bổ sung bởi Quyết định số 09/2024/QĐ-UBND, từ ngày 15/05/2024" in after
    assert "Bị bãi bỏ bởi Quyết định số 09/2024/QĐ-UBND" in after
    assert "Nội dung theo ngày 15/05/2024" in after
    assert "không thay bản chính" in after
    assert f"/van-ban/{amended.slug}/" in after


def test_the_pdf_has_our_fonts_the_documents_name_and_numbered_pages():
    text = "".join(f"Điều {n}. Điều thứ {n}\nNội dung của điều này.\n" for n in range(1, 120))
    pdf = exports.as_pdf(world.with_text(world.hoa(), text), on=world.ON)

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == "Quyết định số 04/2023/QĐ-UBND"
        assert len(opened.pages) >= 4
        with opened.open_metadata() as metadata:
            assert metadata.pdfa_status == "2B"
    assert " 4 Điều" in words(pdf)


@pytest.mark.parametrize(
    ("text", "start"),
    [(samples.DECISION, "Căn cứ"), (samples.AMENDING, ""), (samples.PLAN, "I. MỤC"), (NO_ARTICLES, "")],
)
def test_every_line_of_a_text_stands_in_the_pdf_but_for_the_head_that_is_drawn_anew(text, start):
    shown = words(exports.as_pdf(world.with_text(world.hoa(), text), on=world.ON))
    body = text[text.index(start) :]

    assert [line for line in body.split("\n") if last_words(line) not in shown] == []


def test_lines_broken_by_a_page_are_joined_and_lists_are_not():
    lines = ["Điều này quy định mức chi", "hỗ trợ hòa giải viên.", "a) Một;", "b) Hai", "và ba."]

    assert paper._joined(lines) == [  # noqa: SLF001
        "Điều này quy định mức chi hỗ trợ hòa giải viên.", "a) Một;", "b) Hai và ba.",
    ]  # fmt: skip


def test_a_text_too_long_to_print_at_once_says_so(client, monkeypatch):
    document = world.with_text(world.hoa())
    monkeypatch.setattr(paper, "MOST_LETTERS", 10)

    answer = client.get(f"/van-ban/{document.slug}/tep.pdf")

    assert (answer.status_code, "Hãy tải bản Word" in answer.content.decode()) == (422, True)
