"""Figures and dates in words, and how values are shown."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.base.keys import new_id
from motcua.base.vn.rules import (
    PartialDate,
    date_in_words,
    day,
    in_words,
    mask_id,
    mask_phone,
    moment,
    money,
    personal_number_problem,
)

DIGITS = {
    word: n for n, word in enumerate(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"))
} | {"mốt": 1, "lăm": 5}
SCALES = {"nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1005, "một nghìn không trăm linh năm"),
        (2024, "hai nghìn không trăm hai mươi bốn"),
        (8000, "tám nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-3, "âm ba"),
    ],
)
def test_a_number_is_read_as_at_school(number, words):
    assert in_words(number) == words


def spoken(words: str) -> int:
    """Hear a number below a thousand billion back: an independent reading of the words."""
    total = group = 0
    for word in words.split():
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            group = group // 100 * 100 + group % 100 * 10 if group % 100 else group
        elif word == "mười":
            group += 10
        elif word != "linh":
            group += DIGITS[word]
    return total + group


@settings(deadline=None)
@given(st.integers(0, 999_999_999_999))
def test_the_words_say_the_number(number):
    assert spoken(in_words(number)) == number


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2024, 11, 5), "Ngày năm tháng mười một năm hai nghìn không trăm hai mươi bốn"),
        (date(1995, 4, 21), "Ngày hai mươi mốt tháng tư năm một nghìn chín trăm chín mươi lăm"),
        (PartialDate(2024, 5), "Tháng năm năm hai nghìn không trăm hai mươi bốn"),
        (PartialDate(2000), "Năm hai nghìn"),
    ],
)
def test_a_date_is_written_out(on, words):
    assert date_in_words(on) == words


def test_days_moments_and_money_are_shown_as_people_write_them():
    assert day(date(2024, 11, 5)) == "05/11/2024"
    assert moment(datetime(2024, 11, 5, 9, 30, tzinfo=UTC)) == "16:30 05/11/2024"
    assert day(datetime(2024, 11, 5, 18, 0, tzinfo=UTC)) == "06/11/2024"
    assert [money(0), money(8000), money(1_250_000)] == ["0 đ", "8.000 đ", "1.250.000 đ"]


def test_masks_hide_the_middle_and_short_numbers_whole():
    assert mask_phone("0905000123") == "0905 ··· 123"
    assert mask_phone("0905 000 123") == "0905 ··· 123"
    assert mask_id("000224000001") == "000 ··· 001"
    assert mask_phone("113") == mask_id("") == "···"


@pytest.mark.parametrize("number", ["049224000001", "001099000001", "096199000001", "000324000001", "099224000001"])
def test_a_number_of_the_right_shape_has_no_problem(number):
    assert personal_number_problem(number) is None


@pytest.mark.parametrize(
    ("number", "facts", "words"),
    [
        ("", {}, "đúng 12 chữ số"),
        ("04922400000", {}, "đúng 12 chữ số"),
        ("04922400000a", {}, "đúng 12 chữ số"),
        ("٠٤٩٢٢٤٠٠٠٠٠١", {}, "đúng 12 chữ số"),
        ("097224000001", {}, "không phải mã tỉnh"),
        ("049224000001", {"born_on": date(2023, 1, 1)}, "ghi năm sinh 2024, khác năm sinh đã khai 2023"),
        ("049124000001", {"born_on": PartialDate(2024)}, "ghi năm sinh 1924"),
        ("049224000001", {"sex": "female"}, "ghi giới tính nam"),
        ("049324000001", {"sex": "male"}, "ghi giới tính nữ"),
    ],
)
def test_a_number_that_cannot_be_is_named(number, facts, words):
    assert words in (personal_number_problem(number, **facts) or "")


def test_a_number_agrees_with_the_birth_and_the_sex():
    assert personal_number_problem("049324000001", born_on=date(2024, 5, 5), sex="female") is None


def test_new_keys_are_of_version_seven_and_sort_by_time():
    keys = [new_id() for _ in range(1000)]

    assert {key.version for key in keys} == {7}
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
