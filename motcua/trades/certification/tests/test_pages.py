"""The pages of the certification books for a stranger, a citizen, the keeper, the head, and an officer elsewhere."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.house.journal import queries as journal
from motcua.house.office.tests import people
from motcua.trades.certification.models import CertificationLine
from motcua.trades.certification.tests import world

pytestmark = pytest.mark.usefixtures("_office")


@pytest.fixture
def line(minh):
    return world.certified(minh, "Hộ chiếu")[0]


def statuses(client, line):
    book = [line.book_id]
    known = {
        "books": reverse("certification:books"),
        "book": reverse("certification:book", args=book),
        "month": reverse("certification:month", args=[*book, 11]),
        "close": reverse("certification:close", args=book),
        "line": reverse("certification:line", args=[line.pk]),
    }
    return {name: client.get(address).status_code for name, address in known.items()}


def test_a_stranger_is_sent_to_the_login_page(client, line):
    assert set(statuses(client, line).values()) == {302}


def test_a_citizen_finds_nothing_here(client, line):
    assert set(statuses(people.enter(client, people.lan()), line).values()) == {404}


def test_the_keeper_reads_and_prints_but_does_not_close(client, line, keeper):
    assert statuses(people.enter(client, keeper), line) == {
        "books": 200,
        "book": 200,
        "month": 200,
        "close": 403,
        "line": 200,
    }


def test_an_officer_of_another_ward_finds_neither_book_nor_line(client, line):
    found = statuses(people.enter(client, people.tuan()), line)

    assert [found[name] for name in ("book", "month", "line")] == [404, 404, 404]
    assert "Chưa có sổ nào" in client.get(reverse("certification:books")).content.decode()


def test_the_month_is_printed_with_its_totals_and_the_look_is_recorded(client, line, minh, keeper):
    world.certified(minh, "Giấy khai sinh", at=datetime(2024, 12, 2, 8, tzinfo=VN))
    page = people.enter(client, keeper).get(reverse("certification:month", args=[line.book_id, 11])).content.decode()

    assert "Hộ chiếu" in page
    assert "Giấy khai sinh" not in page
    assert "Tổng số việc chứng thực trong tháng: 1; số bản: 2; phí: 4.000 đ." in page
    assert journal.looks_at("certification_book", line.book_id).get().page == "month 11"
    assert client.get(reverse("certification:month", args=[line.book_id, 13])).status_code == 404


def test_lines_are_found_by_number_and_by_name_without_marks(client, line, minh, keeper):
    world.certified(minh, "Bằng lái", requester="Đỗ Văn Tám")
    people.enter(client, keeper)
    address = reverse("certification:book", args=[line.book_id])

    def found(text):
        page = client.get(address, {"tim": text}).content.decode()
        return [name for name in ("Nguyễn Thị Lan", "Đỗ Văn Tám") if f"<td>{name}" in page]

    assert (found("do tam"), found("1"), found("ai")) == (["Đỗ Văn Tám"], ["Nguyễn Thị Lan"], [])


def test_the_head_cancels_a_number_with_a_reason(client, line, head):
    hoa = people.enter(client, head)
    address = reverse("certification:line", args=[line.pk])

    assert "Nêu lý do hủy số chứng thực." in hoa.post(address, {"reason": ""}).content.decode()
    assert "Số này đã hủy" in hoa.post(address, {"reason": "Ghi nhầm"}, follow=True).content.decode()


def test_the_keeper_may_not_cancel(client, line, keeper):
    answer = people.enter(client, keeper).post(reverse("certification:line", args=[line.pk]), {"reason": "x"})

    assert answer.status_code == 403
    assert CertificationLine.objects.get().cancelled_at is None


def test_closing_warns_and_waits_for_the_end_of_the_year(client, line, head, settings):
    address = reverse("certification:close", args=[line.book_id])
    early = people.enter(client, head).post(address, {"sure": "on"}).content.decode()

    assert "không ghi thêm được số nào" in early
    assert "chỉ khóa khi hết năm" in early
    settings.CLOCK = datetime(2024, 12, 31, 16, tzinfo=VN)
    closed = people.enter(Client(), head).post(address, {"sure": "on"}, follow=True).content.decode()
    assert "Tổng số việc chứng thực: 1 (hủy 0)" in closed
