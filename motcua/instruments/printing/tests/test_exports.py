"""Office files: every cell is text, heads come again, words are those of the paper, strange signs do no harm."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from motcua.instruments.printing import exports
from motcua.instruments.printing.tests import samples_law_review, samples_law_watch

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ACTIVE = ("=1+1", "+84", "-1", "@sum", "\t=2", '=HYPERLINK("http://x.invalid")', "https://x.invalid/a")


def workbook(*rows, name="Còn hiệu lực", title="Danh mục"):
    sheet = exports.Sheet(name=name, title=title, notes=("Năm 2025",), head=("STT", "Tên"), rows=rows)
    return zipfile.ZipFile(io.BytesIO(exports.as_workbook([sheet, replace(sheet, title="=đầu")])))


def texts(book):
    root = etree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(one.itertext()) for one in root.iter(f"{MAIN}si")]


@pytest.mark.parametrize("words", ACTIVE)
def test_what_a_spreadsheet_would_run_stays_text(words):
    book = workbook(("1", words))
    root = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))

    assert words in texts(book)
    assert (list(root.iter(f"{MAIN}f")), list(root.iter(f"{MAIN}hyperlink"))) == ([], [])


def test_tabs_have_names_of_their_own_and_the_head_comes_again_on_every_page():
    book = workbook(("1", "Quyết định"), name="Danh mục [hết]/hiệu lực một phần: rất dài dòng")
    root = etree.fromstring(book.read("xl/workbook.xml"))

    assert [one.get("name") for one in root.iter(f"{MAIN}sheet")] == [
        "Danh mục  hết  hiệu lực một phầ", "Danh mục  hết  hiệu lực một (2)",
    ]  # fmt: skip
    assert {one.get("name") for one in root.iter(f"{MAIN}definedName")} >= {"_xlnm.Print_Titles"}


def test_signs_xml_does_not_know_and_endless_cells_do_no_harm():
    book = workbook(("1", "a\x0bb\x00c"), ("2", "x" * 40_000))

    assert "abc" in texts(book)
    assert max(map(len, texts(book))) == 32_000


def test_lists_in_word_are_landscape_with_every_line_and_the_words_of_the_decision():
    paper = samples_law_review.LISTS
    made = docx.Document(io.BytesIO(exports.lists_as_word(paper)))
    said = "\n".join(one.text for one in made.paragraphs)
    ruled = [one for one in made.tables if one.style.name == "Table Grid"]

    assert [len(one.rows) - 1 for one in ruled] == [len(one.rows) for one in paper.lists if one.rows]
    assert [cell.text for cell in ruled[0].rows[1].cells] == list(paper.lists[0].rows[0])
    assert f"(Kèm theo Quyết định số {paper.number} " in said
    assert made.sections[0].page_width > made.sections[0].page_height


def test_a_report_in_word_has_its_outline_and_its_annexes():
    paper = replace(samples_law_watch.WATCH, demo=True)
    made = docx.Document(io.BytesIO(exports.report_as_word(paper)))
    said = [one.text for one in made.paragraphs]

    assert [one.heading for one in paper.sections] == [
        one for one in said if one in {s.heading for s in paper.sections}
    ]
    assert {one.title for one in paper.annexes} <= set(said)
    assert [one.page_width > one.page_height for one in made.sections] == [False, True]
    assert made.sections[0].header.paragraphs[0].text == "BẢN THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def test_strange_signs_do_not_break_a_word_file():
    section = replace(samples_law_watch.WATCH.sections[0], paragraphs=("a\x00b",))
    made = docx.Document(io.BytesIO(exports.report_as_word(replace(samples_law_watch.WATCH, sections=(section,)))))

    assert "ab" in [one.text for one in made.paragraphs]
