"""Amending words as patches: each form of order, and what is left to a person with the reason."""

from pathlib import Path

import pytest

from motcua.base.vn.rules import nfc
from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import references
from motcua.legal.lawbase.choices import PatchKind as P
from motcua.legal.lawbase.rules.amendments import Pointed, changes
from motcua.legal.lawbase.rules.structure import parse

LAW = Path(__file__).resolve().parents[4] / "law"
HEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 902/2020/QĐ-UBND\n"


def read(text):
    found = references(text, lexicon(LAW))
    pointed = [
        Pointed(
            one.start, one.end, None if isinstance(one.document, str) else one.document.number, one.paths,
            is_self=isinstance(one.document, str), root="kem-theo" if one.attached else "",
        )
        for one in found
        if "“" not in text[: one.start] or text.rfind("”", 0, one.start) > text.rfind("“", 0, one.start)
    ]  # fmt: skip
    return changes(parse(text), pointed)


def told(order):
    made, unread = read(HEAD + f"1. {order}\n")
    assert unread == []
    return [(one.kind, one.target, one.text, one.phrase) for one in made]


def reason(order):
    made, [unread] = read(HEAD + f"1. {order}\n")
    assert made == []
    return unread.reason


def test_a_clause_is_replaced_by_the_quoted_words():
    assert told("Sửa đổi khoản 2 Điều 3 như sau:\n“2. Mức chi 5 đồng.”") == [
        (P.REPLACE, "dieu-3/khoan-2", "2. Mức chi 5 đồng.", "")
    ]


def test_an_article_is_replaced_with_all_inside():
    assert told("Sửa đổi, bổ sung Điều 5 như sau:\n“Điều 5. Lịch\n1. Sáng.\n2. Chiều.”.") == [
        (P.REPLACE, "dieu-5", "Điều 5. Lịch\n1. Sáng.\n2. Chiều.", "")
    ]


def test_the_passive_says_the_same():
    assert told("Điểm đ khoản 2 Điều 3 được sửa đổi, bổ sung như sau:\n“đ) Mới;”") == [
        (P.REPLACE, "dieu-3/khoan-2/diem-dd", "đ) Mới;", "")
    ]


def test_two_clauses_are_two_patches():
    assert told("Sửa đổi khoản 1 và khoản 2 Điều 3 như sau:\n“1. Một.\n2. Hai.”") == [
        (P.REPLACE, "dieu-3/khoan-1", "1. Một.", ""),
        (P.REPLACE, "dieu-3/khoan-2", "2. Hai.", ""),
    ]


def test_an_article_is_inserted_after_another():
    assert told("Bổ sung Điều 5a vào sau Điều 5 như sau:\n“Điều 5a. Mới\n1. Một.”") == [
        (P.INSERT_AFTER, "dieu-5", "Điều 5a. Mới\n1. Một.", "")
    ]


def test_clauses_are_inserted_one_after_the_other():
    assert told("Bổ sung khoản 3a và khoản 3b vào sau khoản 3 Điều 6 như sau:\n“3a. A.\n3b. B.”") == [
        (P.INSERT_AFTER, "dieu-6/khoan-3", "3a. A.", ""),
        (P.INSERT_AFTER, "dieu-6/khoan-3a", "3b. B.", ""),
    ]


def test_provisions_are_taken_out():
    assert told("Bãi bỏ khoản 2 Điều 3, điểm đ khoản 1 Điều 4 và Điều 9.") == [
        (P.DELETE, "dieu-3/khoan-2", "", ""),
        (P.DELETE, "dieu-4/khoan-1/diem-dd", "", ""),
        (P.DELETE, "dieu-9", "", ""),
    ]


def test_a_phrase_is_exchanged_where_it_is_said():
    assert told("Thay thế cụm từ “Phòng Tư pháp” bằng cụm từ “Sở Tư pháp” tại khoản 1 Điều 3 và Điều 5.") == [
        (P.REPLACE_PHRASE, "dieu-3/khoan-1", "Sở Tư pháp", "Phòng Tư pháp"),
        (P.REPLACE_PHRASE, "dieu-5", "Sở Tư pháp", "Phòng Tư pháp"),
    ]


def test_a_phrase_is_taken_out():
    assert told("Bỏ cụm từ “và Phòng Nội vụ” tại Điều 5.") == [(P.DELETE_PHRASE, "dieu-5", "", "và Phòng Nội vụ")]


def test_points_under_a_clause_that_opens_a_list_are_orders_of_their_own():
    made, unread = read(
        HEAD + "1. Sửa đổi, bổ sung một số điểm của Điều 10 như sau:\n"
        "a) Sửa đổi điểm a khoản 3 như sau:\n“a) Mới;”\nb) Bãi bỏ điểm b khoản 3.\n"
    )

    assert unread == []
    assert [(one.kind, one.target, one.origin) for one in made] == [
        (P.REPLACE, "dieu-10/khoan-3/diem-a", "dieu-1/khoan-1/diem-a"),
        (P.DELETE, "dieu-10/khoan-3/diem-b", "dieu-1/khoan-1/diem-b"),
    ]


def test_an_attached_text_is_amended_in_its_own_articles():
    made, unread = read(
        "Điều 1. Sửa đổi Quy chế ban hành kèm theo Quyết định số 05/2019/QĐ-UBND ngày 01/02/2019 của Ủy ban nhân dân "
        "thành phố Tam Kỳ\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mới\n1. A.”\n"
        "2. Bổ sung khoản 3 vào sau khoản 2 Điều 6 như sau:\n“3. B.”\n"
    )

    assert unread == []
    assert [(one.document, one.target) for one in made] == [
        ("05/2019/QĐ-UBND", "kem-theo/dieu-5"),
        ("05/2019/QĐ-UBND", "kem-theo/dieu-6/khoan-2"),
    ]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("Sửa đổi khoản 2 Điều 3.", "dấu ngoặc kép"),
        ("Sửa đổi tên Điều 3 như sau:\n“Điều 3. Tên mới”", "một phần"),
        ("Sửa đổi đoạn mở đầu khoản 1 Điều 3 như sau:\n“1. Mới:”", "một phần"),
        ("Sửa đổi khoản 2 Điều 3 như sau:\n“3. Số khác.”", "không khớp"),
        ("Sửa đổi khoản 2 như sau:\n“2. Điều nào?”", "Chưa rõ điều"),
        ("Bổ sung khoản 5 Điều 3 như sau:\n“5. Mới.”", "vào sau"),
        ("Bổ sung điểm c vào sau khoản 2 Điều 3 như sau:\n“c) Mới.”", ""),
        ("Bãi bỏ Chương II.", "chương, mục"),
        ("Bãi bỏ tên Điều 4.", "một phần"),
        ("Thay thế cụm từ “a” bằng cụm từ “b”.", "tại điều, khoản nào"),
        ("Thay thế cụm từ “a” tại Điều 5.", "bằng cụm từ nào"),
        ("Thay thế cụm từ “a”, “b” bằng cụm từ “c” tại Điều 5.", "hết các cụm từ"),
        ("Thay thế cụm từ “a” bằng cụm từ “b” tại Điều 5, trừ khoản 2 Điều 5.", "ngoại lệ"),
    ],
)
def test_what_is_not_said_exactly_is_left_to_a_person(order, words):
    assert words in reason(order)


def test_without_a_known_document_nothing_is_proposed():
    made, [unread] = read("Điều 1. Bãi bỏ khoản 2 Điều 3.\n")

    assert (made, unread.origin) == ([], "dieu-1")
    assert "Chưa rõ văn bản" in unread.reason


def test_whole_documents_lose_effect_without_a_change_of_words():
    assert read("Điều 1. Bãi bỏ Quyết định số 902/2020/QĐ-UBND.\nĐiều 2. Hiệu lực\nTừ ngày ký.\n") == ([], [])


def test_an_ordinary_text_orders_nothing():
    assert read("Điều 1. Phạm vi\n1. Quyết định này quy định mức chi theo khoản 2 Điều 3.\n") == ([], [])


def test_marks_that_never_close_are_no_order():
    made, unread = read(HEAD + "1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Không đóng\n2. Bãi bỏ khoản 4 Điều 3.\n")

    assert [one.target for one in made] in ([], ["dieu-3/khoan-4"])
    assert len(unread) >= 1
    assert nfc(unread[0].words).startswith("Sửa đổi khoản 2 Điều 3")
