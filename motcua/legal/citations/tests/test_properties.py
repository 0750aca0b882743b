"""Whatever the text: offsets hold, nothing crashes, references are in order; speed is measured by bench.citations."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import grammar, references
from motcua.legal.citations.rules.cleaning import clean
from motcua.legal.citations.rules.ranges import WIDEST
from motcua.legal.citations.rules.words import LOWER

LAW = Path(__file__).resolve().parents[4] / "law"
LEXICON = lexicon(LAW)
WORDS = """điểm|khoản|Điều|các|từ|đến|và|hoặc|a|b|đ|1|2|13a|999999999|Mục|II|Chương|Phần thứ nhất|Phụ lục|Mẫu số|này|của
Luật|Luật Đất đai|Bộ luật Hình sự|BLTTDS|Nghị định|số|13/2019/NĐ-CP|07/NQ/TU|ngày 01/7/2025|năm 2015|Căn cứ|Bãi bỏ
sửa đổi, bổ sung|một số điều của|hết hiệu lực|có hiệu lực từ ngày|kèm theo|“|”|;|,|.|:|(|)|Ðiều|**|[|](http://x)|Số:
như sau:|\u00a0|\u00ad|\u200b|\u202e|\0"""
PIECES = st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\n", "\n\n"])
LEGAL = st.lists(PIECES, max_size=40).map(" ".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


CASES = [
    case["text"]
    for path in sorted((LAW / "citations").glob("cases*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["cases"]
]
SAMPLE = sorted(text for index, text in enumerate(CASES) if (index % 9 == 0 or "\n" in text) and "](" not in text)
OTHER_DRESS = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "icelandic": lambda text: text.replace("Đ", "\u00d0").replace("đ", "\u00f0"),
    "soft hyphens": lambda text: re.sub(r"(\w\w)", "\\1\u00ad", text),
    "zero width": lambda text: re.sub(r"(\w\w\w)", "\\1\u200b", text),
    "isolates": lambda text: re.sub(r"(\w+)", "\u2066\\1\u2069", text),
    "no-break": lambda text: text.replace(" ", "\u00a0"),
    "six-per-em": lambda text: text.replace(" ", "\u2006"),
    "medium mathematical": lambda text: text.replace(" ", "\u205f"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "three blanks": lambda text: text.replace(" ", "   "),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "next line": lambda text: text.replace("\n", "\x85"),
    "indented": lambda text: text.replace("\n", "\n      "),
    "lines of a PDF": lambda text: re.sub(rf"(?<=[^\s.;:!?]) (?=[{LOWER}]{{2}})", "\n", text),
    "lines after a comma": lambda text: re.sub(r"(?<=\w, )(?=\w{2})", "\n", text),
    "hyphens": lambda text: text.replace("-", "\u2010"),
    "division slash": lambda text: text.replace("/", "\u2215"),
}


def meaning(one):
    """All a reference says but where it stands."""
    document = one.document if isinstance(one.document, str) else one.document._replace(as_written=None)
    return document, one.paths, one.relation, one.warnings, one.effective, one.attached


def outer(found):
    return [one for one in found if one.relation != "in-title"]


@settings(max_examples=300)
@given(st.one_of(ANY, LEGAL, LEGAL.map(lambda text: unicodedata.normalize("NFD", text))))
def test_every_reference_is_a_stretch_of_the_original(text):
    for one in references(text, LEXICON):
        assert one.text == text[one.start : one.end]
        assert one.text
        assert one.paths


@settings(max_examples=200)
@given(LEGAL)
def test_references_stand_in_text_order_and_outer_ones_do_not_overlap(text):
    found = references(text, LEXICON)
    plain = outer(found)

    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.end <= following.start for one, following in pairwise(plain))


@settings(max_examples=100)
@given(LEGAL)
def test_decomposed_letters_change_no_meaning(text):
    composed = unicodedata.normalize("NFC", text)

    assert [(one.paths, one.relation) for one in references(unicodedata.normalize("NFD", composed), LEXICON)] == [
        (one.paths, one.relation) for one in references(composed, LEXICON)
    ]


@pytest.mark.parametrize("name", OTHER_DRESS)
def test_the_same_words_in_another_dress_mean_the_same(name):
    for plain in SAMPLE:
        text = OTHER_DRESS[name](plain)
        found = references(text, LEXICON)

        assert [meaning(one) for one in found] == [meaning(one) for one in references(plain, LEXICON)]
        assert all(one.text == text[one.start : one.end] for one in found)


@given(ANY)
def test_each_cleaned_letter_leads_back_into_the_original(text):
    cleaned = clean(text)
    places = [cleaned.back(at, at + 1) for at in range(len(cleaned.text))]

    assert cleaned.original == text
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    "text",
    ["từ Điều 1 đến Điều 999999999", "từ khoản 1 đến khoản 999 Điều 5 " * 3000, "từ Chương I đến Chương CCCCCCC"],
    ids=["one", "many", "roman"],
)
def test_ranges_cannot_explode(text):
    found = references(text, LEXICON)

    assert sum(len(one.paths) for one in found) <= 20_000 + len(text) + WIDEST


@settings(max_examples=300)
@given(LEGAL)
def test_the_short_way_reads_what_the_grammar_reads(text):
    short = references(text, LEXICON)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "read_plain", lambda *_: None)
        assert references(text, LEXICON) == short
