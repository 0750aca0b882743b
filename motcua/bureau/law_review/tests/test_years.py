"""The yearly list: computed from the register, checked, approved while the register says the same, published."""

from datetime import date, datetime

import pytest

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts, queries, rules
from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.instruments.printing.tests.pictures import words
from motcua.instruments.vault import queries as vault
from motcua.legal.lawbase.choices import EventKind


def cells(row, name):
    return next(one.rows for one in queries.tables(row) if one.key == name)


def test_the_list_holds_what_ended_in_the_year_wholly_and_in_part_and_nothing_else(writes):
    world.year_of_ends()
    elsewhere = world.own("08/2025/QĐ-UBND", date(2025, 8, 1), unit=world.ELSEWHERE)
    before = world.own("01/2020/QĐ-UBND", date(2020, 1, 2), unit=world.CITY)
    after = world.own("04/2025/QĐ-UBND", date(2025, 8, 1))
    world.happen(elsewhere, EventKind.REPEALED, date(2025, 10, 1))
    world.happen(before, EventKind.REPEALED, date(2024, 12, 31))
    world.happen(after, EventKind.REPEALED, date(2026, 1, 1))
    world.happen(after, EventKind.REPEALED, date(2025, 12, 1), confirmed=False)
    row = world.computed(writes)

    reason = "bởi Quyết định số 06/2025/QĐ-UBND ngày 01/09/2025"
    assert cells(row, ListName.WHOLE) == (
        ("1", "Quyết định", "02/2021/QĐ-UBND ngày 04/03/2021", "Quy chế tiếp công dân", f"Bị thay thế {reason}",
         "11/09/2025"),
    )  # fmt: skip
    assert cells(row, ListName.PART) == (
        ("1", "Quyết định", "03/2025/QĐ-UBND ngày 10/07/2025", "Quy định trợ giúp. Điều 3", f"Bị bãi bỏ {reason}",
         "01/10/2025"),
    )  # fmt: skip


def test_a_pause_of_the_whole_document_stands_in_the_first_list(writes):
    ours = world.own("04/2025/QĐ-UBND", date(2025, 8, 1))
    world.happen(ours, EventKind.SUSPENDED, date(2025, 10, 1), until=date(2026, 3, 31))
    row = world.computed(writes)

    assert [one[4] for one in cells(row, ListName.WHOLE)] == ["Bị tạm ngưng hiệu lực (đến hết ngày 31/03/2026)"]


def test_a_running_year_has_no_list(writes):
    with pytest.raises(rules.NotThatWay, match="chưa kết thúc"):
        world.computed(writes, 2026)


def test_an_agency_makes_no_list_of_a_year_before_it_was_there(writes):
    with pytest.raises(rules.NotThatWay, match="Năm 2024 Ủy ban nhân dân phường Tam Kỳ chưa thành lập"):
        world.computed(writes, 2024)


def test_a_list_is_made_anew_until_it_is_approved_and_a_check_is_then_lost(writes, decides):
    row = world.checked(writes)
    world.year_of_ends()
    again = world.computed(writes)

    assert (again.pk, again.state, again.checked_by) == (row.pk, "computed", "")
    assert len(queries.kept_lines(again)) == 2


@pytest.mark.parametrize("step", ["check", "approve"])
def test_a_list_the_register_no_longer_says_is_neither_checked_nor_approved(writes, decides, step):
    old, *_ = world.year_of_ends()
    row = world.computed(writes) if step == "check" else world.checked(writes)
    world.happen(world.own("04/2025/QĐ-UBND", date(2025, 8, 1)), EventKind.REPEALED, date(2025, 10, 1), acting=old)

    do = {
        "check": lambda: acts.check_list(row, remark="Đúng", by=writes, at=AT),
        "approve": lambda: acts.approve_list(row, number="12", approved_on=date(2026, 1, 20), by=decides, at=AT),
    }[step]
    with pytest.raises(rules.NotThatWay, match="Sổ văn bản đã thay đổi"):
        do()


def test_approval_needs_number_and_a_day_that_was(writes, decides):
    row = world.checked(writes)

    for number, on in ((" ", date(2026, 1, 20)), ("12/QĐ-UBND", date(2026, 12, 1))):
        with pytest.raises(rules.NotThatWay):
            acts.approve_list(row, number=number, approved_on=on, by=decides, at=AT)


def test_the_published_list_keeps_print_and_lines_whatever_the_register_says_later(writes, decides):
    world.year_of_ends()
    row = acts.publish_list(world.approved(writes, decides), by=decides, at=AT)
    world.happen(world.own("04/2025/QĐ-UBND", date(2025, 8, 1)), EventKind.REPEALED, date(2025, 10, 1))
    row.refresh_from_db()

    assert (row.state, row.published_on, len(queries.kept_lines(row))) == ("published", AT.date(), 2)
    text = words(vault.read(row.file))
    assert "DANH MỤC VĂN BẢN HẾT HIỆU LỰC" in text
    assert "12/QĐ-UBND" in text
    assert list(journal.history(row))[-1].facts == {"due_on": "2026-01-31", "sha256": row.file.sha256}
    assert [one.pk for one in queries.published()] == [row.pk]


@pytest.mark.parametrize(("on", "left"), [(date(2026, 1, 21), 10), (date(2026, 1, 31), 0), (date(2026, 2, 3), -3)])
def test_last_year_s_list_is_reminded_of_until_it_is_published(writes, decides, on, left):
    ward = office.directory().unit(world.WARD)
    units = [ward.id]
    found = queries.reminders(units, ward, on=on)

    assert [(one.year, one.left, one.row) for one in found if one.year] == [(2025, left, None)]
    row = world.approved(writes, decides)
    assert [one.row for one in queries.reminders(units, ward, on=on) if one.year] == [row]
    acts.publish_list(row, by=decides, at=AT)
    assert [one for one in queries.reminders(units, ward, on=on) if one.year] == []


def test_the_year_2025_is_computed_at_any_hour_of_vietnam(writes):
    midnight = datetime(2026, 1, 1, 0, 5, tzinfo=VN)

    assert acts.compute_list(2025, by=writes, at=midnight).year == 2025
