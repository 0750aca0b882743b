"""An officer's view of a text: as of a day with marks and links, as entered, two days and two texts side by side."""

from datetime import date

import pytest
from django.urls import reverse

from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EventKind, PatchKind, UnitKind
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules import diff
from motcua.legal.lawbase.rules.pointintime import Piece
from motcua.legal.lawbase.tests import world

JUNE = date(2024, 6, 1)
NEW = {"number": "07/2024/QĐ-UBND", "issued_on": date(2024, 5, 20), "effective_on": JUNE, "title": "Mới"}


@pytest.fixture
def hoa(settings, db):
    settings.DEMO = True
    settings.CLOCK = world.AT
    return people.hoa()


@pytest.fixture
def amended(hoa):
    actor = people.actor(hoa)
    rule, change = world.with_text(actor), world.document(actor, **NEW)
    acts.patch(
        rule, acting=change, kind=PatchKind.REPLACE, target="dieu-2/khoan-1", on=JUNE, by=actor, at=world.AT,
        text="1. Vụ việc hòa giải thành: 300.000 đồng theo Điều 3 Quyết định này và Quyết định số 07/2024/QĐ-UBND.",
    )  # fmt: skip
    return rule


def page(client, who, name, document, **asked):
    return people.enter(client, who).get(reverse(f"lawbase:{name}", args=[document.pk]), asked).content.decode()


def test_the_text_is_shown_as_of_a_day_with_who_changed_what(client, hoa, amended):
    before, after = (page(client, hoa, "text", amended, ngay=day) for day in ("2024-05-31", "2024-06-01"))

    assert ("200.000" in before, "300.000" in before) == (True, False)
    assert ("200.000" in after, "300.000" in after) == (False, True)
    assert "từ ngày 01/06/2024" in after


def test_words_brought_by_an_amendment_carry_links_of_their_own(amended):
    found = queries.links_of(queries.text_on(amended, on=JUNE))

    assert [(link.slug, link.unit) for link in found["dieu-2/khoan-1"]] == [
        ("", "dieu-3"),
        ("quyet-dinh-7-2024-qd-ubnd", ""),
    ]


def test_two_days_stand_side_by_side_and_numbers_differ_whole(client, hoa, amended):
    found = page(client, hoa, "compare", amended, tu="2024-05-31", den="2024-06-01")

    assert "<del>200.000</del>" in found
    assert "<ins>300.000</ins>" in found
    assert "Nguồn kinh phí" not in found
    assert "Nguồn kinh phí" in page(client, hoa, "compare", amended, tu="2024-05-31", den="2024-06-01", ca="1")
    assert "có câu chữ giống nhau" in page(client, hoa, "compare", amended, tu="2024-06-01", den="2024-06-02")


def test_two_entered_texts_stand_side_by_side_without_the_amendments(client, hoa, amended):
    mended = world.TEXT.replace("Ngân sách thành phố", "Ngân sách địa phương")
    acts.add_version(amended, mended, by=people.actor(hoa), at=world.AT)
    found = page(client, hoa, "compare", amended, **{"ban-cu": "1", "ban-moi": "2"})

    assert "<del>thành phố</del>" in found
    assert "<ins>địa phương</ins>" in found
    assert "300.000" not in found
    assert "đã được thay bằng bản sau" in page(client, hoa, "text", amended, ban="1")


def test_what_is_not_there_and_what_is_odd(client, hoa, amended):
    desk = people.enter(client, hoa)
    stub = world.document(people.actor(hoa), number="31/2024/QĐ-UBND")
    text, compare = (reverse(f"lawbase:{name}", args=[amended.pk]) for name in ("text", "compare"))

    assert desk.get(text, {"ban": "9"}).status_code == 404
    assert desk.get(compare, {"ban-cu": "1", "ban-moi": "9"}).status_code == 404
    assert desk.get(text, {"ngay": "hôm qua", "ban": "x"}).status_code == 200
    assert "Chưa có toàn văn" in page(client, hoa, "text", stub)
    assert "Chưa có toàn văn" in page(client, hoa, "compare", stub)
    assert people.enter(client, people.tuan()).get(text).status_code == 404


def test_the_same_words_under_another_number_are_moved_not_gone_and_new():
    def piece(key, text):
        return Piece(key, UnitKind.CLAUSE, "", "", text)

    before = [piece("dieu-1/khoan-1", "Cơ quan chủ trì gửi báo cáo."), piece("dieu-2", "Có hiệu lực.")]
    after = [piece("dieu-2", "Có hiệu lực."), piece("dieu-3/khoan-1", "Cơ quan chủ trì gửi báo cáo.")]

    assert [(row.id, row.before, row.is_same) for row in diff.side_by_side(before, after)] == [
        ("dieu-3/khoan-1", "dieu-1/khoan-1", False)
    ]
    assert len(diff.side_by_side(before, after, whole=True)) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [("một hai ba", "bốn năm ba"), ("a b c", "a c"), ("", "x y"), ("1.000 đồng", "1.500 đồng"), ("a  b", "c  b")],
)
def test_runs_of_words_give_both_texts_back(before, after):
    runs = diff.words(before, after)

    assert "".join(run.text for run in runs if run.change != "in") == before
    assert "".join(run.text for run in runs if run.change != "out") == after


def test_words_that_changed_beside_each_other_are_one_run():
    assert [(run.change, run.text) for run in diff.words("nộp tại phường", "gửi qua mạng")] == [
        ("out", "nộp tại phường"),
        ("in", "gửi qua mạng"),
    ]


CHAPTERS = "Chương I\nCHUNG\nĐiều 1. A\n1. Một.\n2. Hai.\nChương II\nCHI\nĐiều 2. B\nBa.\nĐiều 3. C\nBốn.\n"


def recorded(rule, kind, on, *scope, **more):
    what = acts.Happening(kind=kind, on=on, scope=scope, acting_words="Quyết định số 9/QĐ-UBND", **more)
    acts.record_event(rule, what, by=SYSTEM, at=world.AT, confirmed=True)


def stands(rule, on):
    laid = queries.laid_out(queries.text_on(rule, on=on), on=on)
    return {one.piece.id: str(one.state) for one in laid if one.state}


def test_a_provision_that_is_paused_begins_later_or_ended_alone_says_so_once_with_all_inside(db):
    rule = world.with_text(SYSTEM, CHAPTERS)
    recorded(rule, EventKind.IN_FORCE, date(2023, 7, 1), "dieu-1/khoan-2")
    recorded(rule, EventKind.SUSPENDED, JUNE, "chuong-ii", until=date(2024, 6, 30))
    recorded(rule, EventKind.REPEALED, date(2024, 8, 1), "dieu-1")

    assert stands(rule, date(2023, 6, 30)) == {"dieu-1/khoan-2": "not_yet"}
    assert stands(rule, date(2023, 7, 1)) == {}
    assert stands(rule, JUNE).keys() == {"chuong-ii", "dieu-2", "dieu-3"}
    assert stands(rule, date(2024, 7, 1)) == {}
    assert stands(rule, date(2024, 8, 1)) == {"dieu-1": "expired"}


def test_what_its_words_tell_already_is_not_told_twice_and_an_old_text_says_nothing(client, hoa, amended):
    change = LegalDocument.objects.get(number_key="7/2024/qd-ubnd")
    recorded(amended, EventKind.REPLACED, JUNE, "dieu-2/khoan-1")
    recorded(amended, EventKind.REPEALED, JUNE, "dieu-3")
    told = "Quy định này không còn hiệu lực."

    assert stands(amended, JUNE) == {"dieu-3": "expired"}
    assert page(client, hoa, "text", amended, ngay="2024-06-01").count(told) == 1
    assert told not in page(client, hoa, "text", amended, ban="1")
    acts.patch(amended, acting=change, kind=PatchKind.DELETE, target="dieu-3", on=JUNE, by=SYSTEM, at=world.AT)
    assert stands(amended, JUNE) == {}


@pytest.mark.parametrize("many", [1, 6])
def test_words_brought_on_many_days_are_linked_with_as_many_statements_as_on_one(
    db, django_assert_max_num_queries, many
):
    lines = "".join(f"{n}. Câu {n}.\n" for n in range(1, 8))
    rule = world.with_text(SYSTEM, f"Điều 1. A\n{lines}")
    for n in range(1, many + 1):
        change = world.document(SYSTEM, number=f"1{n}/2024/QĐ-UBND", title="Mới")
        acts.patch(
            rule, acting=change, kind=PatchKind.REPLACE, target=f"dieu-1/khoan-{n}", on=date(2024, n, 1), by=SYSTEM,
            at=world.AT, text=f"{n}. Theo Luật Đất đai và Quyết định số 1{n}/2024/QĐ-UBND.",
        )  # fmt: skip
    text = queries.text_on(rule, on=date(2024, 12, 1))

    with django_assert_max_num_queries(4):
        links = queries.links_of(text)
    assert {key: [one.slug for one in links[key]] for key in links} == {
        f"dieu-1/khoan-{n}": [f"quyet-dinh-1{n}-2024-qd-ubnd"] for n in range(1, many + 1)
    }
