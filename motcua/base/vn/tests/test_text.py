"""Search text, alphabetical order, names."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.base.vn.rules import NotAName, basis, clean_name, fold, name_sort_key, nfc, sort_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = "aăâeêioôơuưyAĂÂÊÔƠƯ"
SYLLABLES = st.lists(
    st.one_of(st.sampled_from(LETTERS), st.builds(str.__add__, st.sampled_from(VOWELS), st.sampled_from(TONES))),
    min_size=1,
    max_size=6,
).map("".join)
VIETNAMESE = st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join)


@settings(deadline=None)
@given(st.one_of(VIETNAMESE, st.text()))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.one_of(VIETNAMESE, st.text()))
def test_both_forms_of_unicode_fold_and_sort_alike(text):
    composed, taken_apart = nfc(text), unicodedata.normalize("NFD", text)

    assert fold(composed) == fold(taken_apart)
    assert sort_key(composed) == sort_key(taken_apart)


@settings(deadline=None)
@given(VIETNAMESE)
def test_folded_vietnamese_is_plain_lower_case_letters(text):
    assert set(fold(text)) <= set("abcdefghijklmnopqrstuvwxyz ")


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("HOÀ  BÌNH", "Hòa Bình")])
def test_where_the_tone_mark_stands_does_not_matter(one, other):
    assert fold(one) == fold(other)
    assert sort_key(one) == sort_key(other)


def test_folding_takes_marks_crossed_d_and_spaces():
    assert fold("  Đăng ký\tKHAI SINH – Trưởng  ấp ") == "dang ky khai sinh – truong ap"


def test_words_stand_in_the_order_of_the_dictionary():
    ordered = list("aàảãáạâbdđeêoôơuưy")

    by_code_point = sorted(ordered)
    assert by_code_point != ordered
    by_code_point.sort(key=sort_key)
    assert by_code_point == ordered
    assert sorted(["ban", "bà", "bán", "ba", "băn"], key=sort_key) == ["ba", "bà", "ban", "bán", "băn"]


def test_people_are_listed_by_given_name_first():
    people = ["Trần Văn Ánh", "Nguyễn Thị Lan", "Lê An", "Đỗ An", "Nguyễn Minh"]

    assert sorted(people, key=name_sort_key) == ["Đỗ An", "Lê An", "Trần Văn Ánh", "Nguyễn Thị Lan", "Nguyễn Minh"]


@settings(deadline=None)
@given(VIETNAMESE)
def test_a_cleaned_name_stays_as_it_is(text):
    name = clean_name(text)

    assert clean_name(name) == name
    assert unicodedata.is_normalized("NFC", name)


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Lan", "Y-Bhô Niê", "O’Brien", "John F. Smith", "Müller", "H’Bik Mlô", "Y Blê\u0306"]
)
def test_names_of_all_peoples_in_latin_letters_are_accepted(name):
    assert clean_name(f"  {name} ") == name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Chưa ghi họ, chữ đệm, tên"),
        (" \t ", "Chưa ghi họ, chữ đệm, tên"),
        ("Lan 2", "không có chữ số “2”"),
        ("Lan ٣", "không có chữ số “٣”"),
        ("Lan 😀", "“😀” không dùng trong tên người"),
        ("Lan\x07", "ký tự ẩn"),
        ("Lan\u202e", "ký tự ẩn"),
        ("L\u200ban", "ký tự ẩn"),
        ("لان", "không dùng trong tên người"),
        ("Аnna", "không dùng trong tên người"),
        ("<b>Lan", "“<” không dùng trong tên người"),
        ("\u0301Lan", "không dùng trong tên người"),
        ("La\u0306\u0336\u0335\u0336n", "không dùng trong tên người"),
        ("...", "phải có chữ cái"),
        ("a" * 101, "dài 101 ký tự"),
    ],
)
def test_what_is_no_name_is_refused_with_a_sentence(name, words):
    with pytest.raises(NotAName, match=words):
        clean_name(name)


def test_the_crossed_d_of_old_keyboards_becomes_ours():
    assert clean_name("\u00d0ặng Lan") == "Đặng Lan"
    assert fold("\u00d0ặng") == fold("Đặng") == "dang"


def test_a_hundred_letters_are_still_a_name():
    assert clean_name("ạ" * 100) == "ạ" * 100


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("64/2025/QH15, 53", "Điều 53, 64/2025/QH15"),
        ("79/2025/NĐ-CP, 12.6", "khoản 6 Điều 12, 79/2025/NĐ-CP"),
        ("80/2015/QH13; 64/2025/QH15, 4.1.a", "80/2015/QH13; điểm a khoản 1 Điều 4, 64/2025/QH15"),
        ("78/2025/NĐ-CP, Phụ lục I (Q-09)", "78/2025/NĐ-CP, Phụ lục I (Q-09)"),
        ("", ""),
    ],
)
def test_a_basis_is_said_as_a_clerk_says_it(by, said):
    assert basis(by) == said
