"""Provisions that begin on a day of their own: read where the text says so plainly, proposed, set by a person."""

from datetime import date

import pytest

from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EffectState
from motcua.legal.lawbase.models import EffectEvent
from motcua.legal.lawbase.rules.own_days import Named, day_of, own_days
from motcua.legal.lawbase.tests import world

JUNE, JANUARY = date(2024, 6, 1), date(2025, 1, 1)
NEW = {"number": "07/2024/QĐ-UBND", "issued_on": date(2024, 5, 20), "effective_on": JUNE, "title": "Mới"}
AMENDING = """Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 04/2023/QĐ-UBND
1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Vụ việc hòa giải thành: 300.000 đồng.”
2. Bãi bỏ khoản 2 Điều 2.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 6 năm 2024.
2. Riêng khoản 2 Điều 1 Quyết định này có hiệu lực thi hành kể từ ngày 01/01/2025.
"""


def read(text, *marks):
    """`marks`: cited words with the ids they name."""
    named = [Named(text.index(words), text.index(words) + len(words), ids) for words, ids in marks]
    return own_days(text, named)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Riêng Điều 5 có hiệu lực từ ngày 01/01/2025.", [("Điều 5", ("dieu-5",))]),
        (
            "1. Luật này có hiệu lực từ ngày 01/6/2024, trừ quy định tại Điều 5 có hiệu lực kể từ ngày 01/01/2025.",
            [("Luật này", ()), ("Điều 5", ("dieu-5",))],
        ),
        ("2. Các quy định tại Điều 5 có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025.", [("Điều 5", ("dieu-5",))]),
    ],
)
def test_a_sentence_that_names_provisions_gives_them_their_day(text, marks):
    assert read(text, *marks) == {"dieu-5": JANUARY}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Điều 5 Luật A có hiệu lực từ ngày 01/01/2025.", [("Điều 5 Luật A", ())]),
        ("Hồ sơ theo Điều 5 có hiệu lực từ ngày 01/01/2025.", [("Điều 5", ("dieu-5",))]),
        ("Điều 5 về mức chi có hiệu lực từ ngày 01/01/2025.", [("Điều 5", ("dieu-5",))]),
        ("Thực hiện Điều 5. Văn bản có hiệu lực từ ngày 01/01/2025.", [("Điều 5", ("dieu-5",))]),
        ("Điều 5 có hiệu lực từ ngày 31/02/2025.", [("Điều 5", ("dieu-5",))]),
    ],
)
def test_what_says_anything_else_is_left_alone(text, marks):
    assert read(text, *marks) == {}


def test_the_day_of_an_article_is_that_of_its_clauses():
    days = {"dieu-1": JUNE, "dieu-1/khoan-2": JANUARY}

    assert [day_of(one, days) for one in ("dieu-1/khoan-1", "dieu-1/khoan-2/diem-a", "dieu-2")] == [JUNE, JANUARY, None]


@pytest.mark.django_db
def test_changes_are_proposed_from_the_day_the_amending_text_gives_them():
    hoa = world.hoa()
    older, newer = world.with_text(hoa), world.with_text(hoa, AMENDING, **NEW)
    found = queries.waiting(newer)

    assert {(one.row.target, one.row.on) for one in found.patches} == {
        ("dieu-2/khoan-1", JUNE),
        ("dieu-2/khoan-2", JANUARY),
    }
    assert {(one.row.document_id, one.row.kind, one.row.on) for one in found.events} == {
        (older.pk, "amended", JUNE),
        (older.pk, "repealed", JANUARY),
        (newer.pk, "in_force", JANUARY),
    }
    acts.read_citations(queries.current_text(newer), at=world.AT)
    assert EffectEvent.objects.filter(standing="proposed").count() == 3


@pytest.mark.django_db
def test_a_person_sets_another_day_when_confirming_and_text_and_effect_follow_it():
    hoa = world.hoa()
    older, newer = world.with_text(hoa), world.with_text(hoa, AMENDING, **NEW)
    found = queries.waiting(newer)
    rows = [one.row for one in (*found.events, *found.patches) if one.row.document_id == older.pk]
    july = date(2024, 7, 1)
    acts.decide_read(
        newer, accept=True, by=hoa, at=world.AT, events=[one.pk for one in rows], patches=[one.pk for one in rows],
        days={one.pk: july for one in rows},
    )  # fmt: skip

    assert queries.text_on(older, on=date(2024, 6, 30)).now.text == world.TEXT
    assert "300.000" in queries.text_on(older, on=july).now.text
    assert queries.state_of(older, on=date(2024, 6, 30)) is EffectState.IN_FORCE
    assert queries.state_of(older, on=july) is EffectState.PARTLY_EXPIRED


@pytest.mark.django_db
def test_changes_of_a_text_without_a_day_are_listed_and_read_again_when_the_day_is_known():
    hoa = world.hoa()
    older, newer = (
        world.with_text(hoa),
        world.with_text(hoa, AMENDING.split("2. Riêng", maxsplit=1)[0], **NEW | {"effective_on": None}),
    )

    assert queries.waiting(newer).patches == ()
    assert ["Chưa có ngày có hiệu lực" in one["reason"] for one in queries.current_text(newer).unread] == [True, True]
    acts.correct(newer, {"effective_on": JUNE}, reason="ghi ngày", by=hoa, at=world.AT)
    [version] = [one for one in queries.versions_to_read(10) if one.document_id == newer.pk]
    acts.read_citations(version, at=world.AT)
    assert {one.row.document for one in queries.waiting(newer).patches} == {older}
