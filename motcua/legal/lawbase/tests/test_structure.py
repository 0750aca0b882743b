"""The tree of a text: ids, what is kept apart, what is not mistaken, and what always holds."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.chains import chain, letter_key, number_key, roman_key
from motcua.legal.lawbase.rules.header import header_of
from motcua.legal.lawbase.rules.structure import fragment, parse
from motcua.legal.lawbase.tests.samples import AMENDING, DECISION, PLAN


def ids(text: str, *kinds: UnitKind) -> list[str]:
    return [unit.id for unit in parse(text).walk() if not kinds or unit.kind in kinds]


def test_a_decision_with_an_attached_regulation_has_two_countings_of_articles():
    assert ids(DECISION, UnitKind.ARTICLE) == [
        "dieu-1",
        "dieu-2",
        "kem-theo/dieu-1",
        "kem-theo/dieu-2",
        "kem-theo/dieu-3",
    ]


def test_clauses_and_points_stand_below_their_article_and_d_differs_from_dd():
    below = [unit.id for unit in parse(DECISION).find("kem-theo/dieu-2").walk()]

    assert below == [
        "kem-theo/dieu-2",
        "kem-theo/dieu-2/khoan-1",
        "kem-theo/dieu-2/khoan-1/diem-a",
        "kem-theo/dieu-2/khoan-1/diem-b",
        "kem-theo/dieu-2/khoan-1/diem-c",
        "kem-theo/dieu-2/khoan-1/diem-d",
        "kem-theo/dieu-2/khoan-1/diem-dd",
        "kem-theo/dieu-2/khoan-2",
    ]


def test_chapters_carry_the_title_under_them_and_old_headings_with_a_colon_are_read():
    tree = parse(DECISION)

    assert (tree.find("kem-theo/chuong-ii").heading, tree.find("kem-theo/dieu-3").heading) == (
        "TỔ CHỨC THỰC HIỆN",
        "Trách nhiệm",
    )
    assert [unit.id for unit in tree.find("kem-theo/dieu-3").children] == [
        "kem-theo/dieu-3/tiet-1",
        "kem-theo/dieu-3/tiet-2",
    ]


def test_the_appendix_and_its_form_stand_by_themselves():
    assert ids(DECISION, UnitKind.APPENDIX, UnitKind.FORM) == ["phu-luc-ii", "phu-luc-ii/mau-so-01"]


def test_the_footer_is_kept_apart_from_the_last_article():
    tree = parse(DECISION)

    assert tree.own(tree.find("phan-cuoi")).startswith("Nơi nhận:")
    assert "Nơi nhận" not in tree.whole(tree.find("dieu-2"))


def test_the_head_tells_issuer_number_place_day_type_abstract_and_bases():
    head = header_of(parse(DECISION))

    assert (head.issuer, head.number, head.place, head.issued_on, head.type) == (
        "ỦY BAN NHÂN DÂN PHƯỜNG BÀN THẠCH",
        "04/2025/QĐ-UBND",
        "Bàn Thạch",
        date(2025, 8, 13),
        "Quyết định",
    )
    assert head.abstract == "Ban hành Quy chế tiếp công dân của Ủy ban nhân dân phường"
    assert [basis.split()[0] for basis in head.bases] == ["Căn", "Căn", "Theo"]


def test_quoted_replacement_text_does_not_become_the_amending_texts_own():
    assert ids(AMENDING, UnitKind.ARTICLE, UnitKind.CLAUSE) == [
        "dieu-1",
        "dieu-1/khoan-1",
        "dieu-1/khoan-2",
        "dieu-1/khoan-3",
        "dieu-2",
    ]


def test_a_plan_is_read_by_its_own_numbering():
    assert ids(PLAN)[1:] == [
        "muc-i",
        "muc-i/khoan-1",
        "muc-i/khoan-1/diem-a",
        "muc-i/khoan-1/diem-b",
        "muc-i/khoan-2",
        "muc-i/khoan-2/tiet-1",
        "muc-i/khoan-2/tiet-2",
        "muc-ii",
        "muc-ii/khoan-1",
        "muc-ii/khoan-1/doan-1-1",
        "muc-ii/khoan-1/doan-1-2",
        "muc-iii",
    ]


@pytest.mark.parametrize(
    ("line", "opened"),
    [
        ("Điều 13a. Quy định mới", "dieu-13a"),
        ("Ðiều 13a. Chữ Ð viết nhầm", "dieu-13a"),
        ("Điều 13 Không có dấu chấm", "dieu-13"),
        ("ĐIỀU 13. PHẠM VI", "dieu-13"),
        ("Điều 13 của Luật này được áp dụng", None),
        ("Điều 13, Điều 14 và Điều 15", None),
        ("điều 13 nói trên", None),
        ("Điều tiết 13.", None),
    ],
)
def test_a_heading_opens_an_article_and_running_text_does_not(line, opened):
    assert ids(f"{line}\nNội dung.\n", UnitKind.ARTICLE) == ([opened] if opened else [])


def test_nfd_text_is_read_like_nfc():
    assert ids(unicodedata.normalize("NFD", DECISION)) == ids(DECISION)


def test_the_first_part_is_called_in_words_too():
    assert ids("PHẦN THỨ NHẤT\nQUY ĐỊNH CHUNG\nĐiều 1. A\nPHẦN THỨ HAI\nRIÊNG\nĐiều 2. B", UnitKind.PART) == [
        "phan-i",
        "phan-ii",
    ]


def test_a_piece_is_numbered_below_what_it_is_put_into():
    assert [unit.id for unit in fragment("2. Mới:\na) một;\nb) hai.\n", under="dieu-4").walk()] == [
        "dieu-4/khoan-2",
        "dieu-4/khoan-2/diem-a",
        "dieu-4/khoan-2/diem-b",
    ]


def test_a_chain_goes_on_by_one_and_leaves_out_what_jumps_in():
    keys = [number_key(text) for text in ("1", "2", "15", "16", "3", "3a", "4", "1", "2")]

    assert chain(keys) == [0, 1, 4, 5, 6]


def test_letters_follow_the_vietnamese_order_and_romans_their_value():
    assert sorted("đdeabc", key=letter_key) == list("abcdđe")
    assert [roman_key(text)[0] for text in ("i", "iv", "ix", "xl", "xiv", "q")] == [1, 4, 9, 40, 14, 0]


LINES = some.sampled_from(
    [
        "Điều 1. A", "Điều 2. B", "Điều 13a. C", "1. một", "2. hai", "a) x", "đ) y", "- z", "“Điều 5. mở", "đóng.”",
        '"', "Chương II", "QUY CHẾ", "(kèm theo)", "Phụ lục I", "Mẫu số 01", "Nơi nhận:", "I. MỤC", "", "Mục 1", "chữ",
    ]
)  # fmt: skip


@given(some.lists(LINES | some.text(max_size=30), max_size=40).map("\n".join))
def test_every_character_belongs_to_one_unit_and_ids_are_unique(text):
    tree = parse(text)
    units = list(tree.walk())

    assert "".join(tree.own(unit) for unit in units) == text
    assert len({unit.id for unit in units}) == len(units)
    assert all(parent.start <= child.start < child.stop <= parent.stop for parent in units for child in parent.children)


@pytest.mark.parametrize(
    "noise", ["“" * 100_000, '"a ' * 60_000, "1. \n" * 60_000, "- \n" * 60_000, "Điều 1. \n" * 30_000]
)
def test_a_hostile_text_is_read_in_the_time_of_its_length(noise):
    assert "".join(parse(noise).own(unit) for unit in parse(noise).walk()) == noise
