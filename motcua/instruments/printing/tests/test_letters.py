"""What people typed stands on the paper letter by letter, and can never act as markup."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from motcua.instruments.printing import loader, queries
from motcua.instruments.printing.rules.content import letters
from motcua.instruments.printing.tests import samples
from motcua.instruments.printing.tests.pictures import pages, words

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
MARKUP = [
    '#import "x.typ"',
    "#sys.inputs",
    "$x^2$",
    "*đậm*",
    "_nghiêng_",
    "@nhãn",
    "\\\\ xuống \\ dòng",
    "<a>",
    "= Tiêu đề",
    "- gạch",
    "`mã`",
    "// chú thích",
    "/* */",
    "~",
    "[ngoặc]",
    "{khối}",
    "https://example.vn",
    '"nháy"',
    "--- ...",
    "#",
    "1. một",
]


def with_name(name):
    return replace(samples.REFUSAL, applicant=replace(samples.APPLICANT, name=name))


@pytest.mark.parametrize("text", MARKUP)
def test_markup_typed_by_a_citizen_is_printed_as_typed(text):
    printed = words(queries.render(with_name(f"Lan {text} Lan")))

    assert f"Lan {text} Lan" in printed


def test_every_vietnamese_letter_is_drawn_and_can_be_read_back():
    lower = ["đ", *VOWELS, *(letters(v + t, loader.drawable()) for v in VOWELS for t in TONES)]
    alphabet = " ".join(letter + letter.upper() for letter in lower)

    printed = words(queries.render(replace(samples.REFUSAL, reason=alphabet)))

    assert len(lower) == 73
    assert alphabet in printed


def test_letters_in_parts_are_printed_as_whole_letters():
    assert letters("Nguye\u0302\u0303n", loader.drawable()) == "Nguyễn"


def test_names_of_the_highlands_keep_their_marks():
    """A letter drawn from two glyphs is drawn once, but read back twice: typst 0.15 names it on both glyphs."""
    name = "Rơ\u0306 Châm H'Blŭk Čư\u0306"

    printed = words(queries.render(with_name(name)))

    assert name in re.sub("(.\u0306)\\1", "\\1", printed)


def test_marks_piled_up_are_cut():
    assert letters("q" + "\u0301" * 50, loader.drawable()) == "q" + "\u0301" * 2


def test_what_the_font_lacks_becomes_a_box_and_turning_marks_are_dropped():
    assert letters("Lan 😀 \u202egnod\u202c\u200b 越", loader.drawable()) == "Lan □ gnod □"


@pytest.mark.parametrize("text", ["😀👩‍👩‍👧", "محمد", "שלום", "\x00\x07", "\ufffe", "x\u0301\u0301\u0301", "a\nb"])
def test_any_text_makes_a_paper(text):
    with pikepdf.open(BytesIO(queries.render(with_name(text)))) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("name", ["Ư" * 500, "Nguyễn " * 72, "H47.15-" * 71])
@pytest.mark.parametrize("paper", ["refusal", "receipt", "birth_certificate", "tracking_book", "control_slip"])
def test_a_name_of_five_hundred_letters_wraps_inside_the_page(paper, name):
    pdf = queries.render(_named(samples.ALL[paper], name.strip()))

    printed = words(pdf)
    assert all(printed.count(letter) >= name.count(letter) for letter in set(name) - {" "})
    edges = [page.crop((page.width - 24, 0, page.width, page.height)) for page in pages(pdf)]
    assert paper == "birth_certificate" or [edge.getextrema() for edge in edges] == [(255, 255)] * len(edges)


def _named(paper, name):
    if paper.layout == "birth_certificate":
        return replace(paper, declarant=name)
    if paper.layout == "tracking_book":
        return replace(paper, lines=(replace(paper.lines[0], applicant=name),))
    if paper.layout == "control_slip":
        return replace(paper, applicant=name)
    return replace(paper, applicant=replace(paper.applicant, name=name))
