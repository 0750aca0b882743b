"""Numbers of documents: written, compared, searched."""

import unicodedata

import pytest

from motcua.legal.lawbase.rules import identity
from motcua.legal.lawbase.rules.issuers import issuer_said


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("04 /2025/QĐ-UBND", "04/2025/QĐ-UBND"),
        ("số số: 9008 / QĐ – UBND", "9008/QĐ-UBND"),
        ("11/2017/QĐTTg", "11/2017/QĐ-TTg"),
        ("27/2024/NĐ-\nCP", "27/2024/NĐ-CP"),
        ("09/2026NQ-HĐND", "09/2026/NQ-HĐND"),
        ("09/2026/NQ_HĐND", "09/2026/NQ-HĐND"),
        ("07/NQ/TU", "07-NQ/TU"),
        ("12/2021/QÐ-UBND", "12/2021/QĐ-UBND"),
        ("12/2021/QĐ-UВND", "12/2021/QĐ-UBND"),
        ("30a/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("66.14/2026/NQ-CP", "66.14/2026/NQ-CP"),
    ],
)
def test_a_number_is_mended_as_it_should_have_been_written(written, canonical):
    assert identity.canonical_number(written) == canonical
    assert identity.canonical_number(unicodedata.normalize("NFD", written)) == canonical


def test_leading_zeros_stay_in_the_number_and_do_not_count_in_comparison():
    assert identity.canonical_number("043/2025/QĐ-UBND") == "043/2025/QĐ-UBND"
    assert identity.number_key("043/2025/QĐ-UBND") == identity.number_key("43/2025/qđ-ubnd") == "43/2025/qd-ubnd"


def test_the_type_is_part_of_the_comparison():
    assert identity.comparison_key("Quyết định", "01/2020/X") != identity.comparison_key("Nghị quyết", "01/2020/X")


@pytest.mark.parametrize(
    ("query", "found"),
    [("9008", True), ("09008", True), ("9008/qd-ubnd", True), ("số 9008/QĐ-UBND", True), ("900", False), ("90", False)],
)
def test_a_number_in_any_spelling_finds_its_document(query, found):
    assert identity.matches(identity.match_key(query), identity.number_key("9008/QĐ-UBND")) is found


def test_words_are_no_number():
    assert (identity.match_key("tiếp công dân"), identity.match_key("khoản 2 Điều 3")) == ("", "")


def test_the_year_in_the_number_tells_rules_for_all_from_single_decisions():
    assert identity.is_normative("12/2021/QĐ-UBND")
    assert not identity.is_normative("9008/QĐ-UBND")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("80/2015/QH13", "Luật"), ("30/2020/NĐ-CP", "Nghị định"), ("9008/QĐ-UBND", "Quyết định"),
        ("20/2013/TTLT-BYT-BCT", "Thông tư liên tịch"), ("45/TTr-STNMT", "Tờ trình"), ("777/UBND-NV", ""),
    ],
)  # fmt: skip
def test_the_symbol_tells_the_type(number, kind):
    assert identity.type_from_number(number) == kind


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        ("ỦY BAN NHÂN DÂN PHƯỜNG TAM KỲ", "45/2026/QĐ-UBND", "Ủy ban nhân dân phường Tam Kỳ"),
        ("UỶ BAN NHÂN DÂN THỊ XÃ HƯƠNG TRÀ TỈNH QUẢNG NAM", "", "Ủy ban nhân dân thị xã Hương Trà tỉnh Quảng Nam"),
        ("HỘI ĐỒNG NHÂN DÂN", "", "Hội đồng nhân dân"),
        ("BỘ TƯ PHÁP", "04/2020/TT-BTP", "Bộ Tư pháp"),
        ("CHI CỤC DÂN SỐ", "", "CHI CỤC DÂN SỐ"),
        ("Ủy ban nhân dân phường Tam Kỳ", "", "Ủy ban nhân dân phường Tam Kỳ"),
        ("", "", ""),
    ],
)
def test_an_issuer_in_capitals_is_written_as_in_a_sentence_unless_that_is_a_guess(name, number, said):
    assert issuer_said(name, number) == said
