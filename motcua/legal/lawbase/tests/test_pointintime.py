"""The text on a day: patches applied in order, marked; what does not fit is told; differences word by word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.legal.lawbase.choices import PatchKind as P
from motcua.legal.lawbase.rules import diff
from motcua.legal.lawbase.rules.pointintime import Patch, consolidated, pieces_of
from motcua.legal.lawbase.rules.relations import RELATIONS, cascade, circles
from motcua.legal.lawbase.rules.structure import parse

TEXT = """Điều 1. Mức chi
1. Mức chi là 100.000 đồng.
2. Không chi cho người hưởng lương.
Điều 2. Hiệu lực
Từ ngày ký.
"""
TREE = parse(TEXT)
JAN, MAR, JUN, SEP = date(2025, 1, 1), date(2025, 3, 1), date(2025, 6, 1), date(2025, 9, 1)


def after(*patches, on=SEP):
    return consolidated(TREE, patches, on)


def test_without_patches_the_text_is_unchanged():
    assert after().text == TEXT


def test_a_patch_counts_from_its_day():
    patch = Patch(P.REPLACE, "dieu-1/khoan-1", JUN, "05/2025/QĐ-UBND", "1. Mức chi là 150.000 đồng.")

    assert after(patch, on=MAR).text == TEXT
    assert after(patch, on=JUN).text == TEXT.replace("100.000", "150.000")


def test_an_article_is_inserted_after_another_with_all_inside_it():
    found = after(Patch(P.INSERT_AFTER, "dieu-1", JUN, "X", "Điều 1a. Nguồn chi\n1. Ngân sách.\n2. Tài trợ."))

    assert [piece.id for piece in found.pieces] == [
        "dieu-1", "dieu-1/khoan-1", "dieu-1/khoan-2", "dieu-1a", "dieu-1a/khoan-1", "dieu-1a/khoan-2", "dieu-2",
    ]  # fmt: skip
    assert found.pieces[3].marks[0].by == "X"


def test_a_later_patch_finds_what_an_earlier_one_brought_in_whatever_their_order_in_the_list():
    found = after(
        Patch(P.REPLACE_PHRASE, "dieu-1a", SEP, "Y", "Tài trợ hợp pháp", "Tài trợ"),
        Patch(P.INSERT_AFTER, "dieu-1", JUN, "X", "Điều 1a. Nguồn chi\n1. Ngân sách.\n2. Tài trợ."),
    )

    assert "2. Tài trợ hợp pháp." in found.text
    assert found.unapplied == ()


def test_two_acts_that_count_from_one_day_are_applied_one_after_the_other_as_they_were_issued():
    found = after(
        Patch(P.REPLACE_PHRASE, "dieu-2", JUN, "A", "10 ngày kể từ ngày ký", "ngày ký", order=0, issued=MAR),
        Patch(P.REPLACE, "dieu-1/khoan-1", JUN, "Z", "1. Mức chi là 120.000 đồng.", order=1, issued=JAN),
        Patch(P.REPLACE_PHRASE, "dieu-1/khoan-1", JUN, "A", "130.000", "120.000", order=1, issued=MAR),
        Patch(P.DELETE, "dieu-1/khoan-2", JUN, "Z", order=2, issued=JAN),
    )

    assert "1. Mức chi là 130.000 đồng." in found.text
    assert [mark.by for mark in found.pieces[1].marks] == ["Z", "A"]
    assert found.unapplied == ()


def test_what_is_deleted_is_kept_with_its_mark_and_not_in_the_text():
    found = after(Patch(P.DELETE, "dieu-1/khoan-2", JUN, "X"))
    gone = [piece for piece in found.pieces if piece.is_gone]

    assert [piece.id for piece in gone] == ["dieu-1/khoan-2"]
    assert "hưởng lương" not in found.text


CHAPTERS = """Chương I
CHUNG
Điều 1. A
Chương II
CHI
Mục 1
ĐI LẠI
Điều 2. B
Mục 2
ĂN Ở
Điều 3. C
Chương III
THI HÀNH
Điều 4. D
"""


@pytest.mark.parametrize(
    ("patch", "left"),
    [
        (Patch(P.DELETE, "chuong-ii", JUN, "X"), ["chuong-i", "dieu-1", "chuong-iii", "dieu-4"]),
        (Patch(P.DELETE, "chuong-iii", JUN, "X"),
         ["chuong-i", "dieu-1", "chuong-ii", "chuong-ii/muc-1", "dieu-2", "chuong-ii/muc-2", "dieu-3"]),
        (Patch(P.DELETE, "chuong-ii/muc-1", JUN, "X"),
         ["chuong-i", "dieu-1", "chuong-ii", "chuong-ii/muc-2", "dieu-3", "chuong-iii", "dieu-4"]),
        (Patch(P.REPLACE, "chuong-ii", JUN, "X", "Chương II\nMỚI\nĐiều 2. E"),
         ["chuong-i", "dieu-1", "chuong-ii", "dieu-2", "chuong-iii", "dieu-4"]),
        (Patch(P.INSERT_AFTER, "chuong-i", JUN, "X", "Chương Ia\nTHÊM\nĐiều 1a. F"),
         ["chuong-i", "dieu-1", "chuong-ia", "dieu-1a", "chuong-ii", "chuong-ii/muc-1", "dieu-2", "chuong-ii/muc-2",
          "dieu-3", "chuong-iii", "dieu-4"]),
    ],
)  # fmt: skip
def test_a_chapter_is_taken_out_replaced_or_followed_with_all_its_articles(patch, left):
    found = consolidated(parse(CHAPTERS), [patch], SEP)

    assert found.unapplied == ()
    assert [piece.id for piece in found.pieces if not piece.is_gone] == left


def test_a_phrase_is_taken_out_within_its_scope_only():
    found = after(Patch(P.DELETE_PHRASE, "dieu-1", JUN, "X", phrase="là"))

    assert "1. Mức chi 100.000 đồng." in found.text


@pytest.mark.parametrize(
    ("patch", "words"),
    [
        (Patch(P.REPLACE, "dieu-9", JUN, "X", "Điều 9. A"), "Không tìm thấy quy định"),
        (Patch(P.REPLACE, "dieu-1", JUN, "X", "Điều 3. A"), "mang số khác"),
        (Patch(P.REPLACE, "dieu-1", JUN, "X", "chữ không số"), "không bắt đầu bằng"),
        (Patch(P.REPLACE, "dieu-1", JUN, "X", " "), "Chưa có nội dung mới"),
        (Patch(P.REPLACE_PHRASE, "", JUN, "X", "b", "không hề có"), "Không tìm thấy cụm từ"),
        (Patch(P.INSERT_AFTER, "dieu-1", JUN, "X", "Điều 2. A"), "Đã có quy định"),
        (Patch(P.DELETE, "", JUN, "X"), "Chưa ghi điều"),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(patch, words):
    found = after(patch)

    assert words in found.unapplied[0].reason
    assert found.text == TEXT


def test_a_provision_is_not_deleted_twice():
    found = after(Patch(P.DELETE, "dieu-2", JUN, "X"), Patch(P.DELETE, "dieu-2", SEP, "Y"))

    assert [one.patch.by for one in found.unapplied] == ["Y"]


def test_differences_are_told_word_by_word_and_provision_by_provision():
    now = after(
        Patch(P.REPLACE, "dieu-1/khoan-1", JUN, "X", "1. Mức chi là 150.000 đồng."), Patch(P.DELETE, "dieu-2", JUN, "X")
    )
    found = diff.provisions(pieces_of(TREE), now.pieces)

    assert [(one.id, one.change) for one in found] == [("dieu-1/khoan-1", "same"), ("dieu-2", "out")]
    assert [run.text for run in found[0].runs if run.change != "same"] == ["100.000", "150.000"]


@given(some.text(max_size=80), some.text(max_size=80))
def test_the_runs_give_both_texts_back(before, now):
    runs = diff.words(before, now)

    assert "".join(run.text for run in runs if run.change != "in") == before
    assert "".join(run.text for run in runs if run.change != "out") == now


def test_there_are_fifteen_relations_and_six_touch_effect():
    assert len(RELATIONS) == 15
    assert len([one for one in RELATIONS.values() if one.event]) == 6


def test_a_cascade_walks_a_circle_of_documents_once():
    details = {"luat": ["nghi-dinh"], "nghi-dinh": ["thong-tu", "luat"]}

    assert cascade(["luat"], details) == [("nghi-dinh", "luat"), ("thong-tu", "nghi-dinh")]


def test_documents_that_replace_each_other_in_a_circle_are_found():
    assert circles([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]) == ["a", "b", "c"]
    assert circles([("a", "b"), ("b", "c")]) == []
