"""Who must act is told: once for each threshold, with the page of the work; who has nothing to do with it is not."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts, jobs
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT
from motcua.house.office.tests import people
from motcua.instruments.notices import queries as notices
from motcua.instruments.notices.models import Notice


def at(*day):
    return datetime(*day, 6, tzinfo=VN)


def told(who):
    return list(reversed([(one.subject, one.place) for one in notices.inbox(who.account_id)]))


@pytest.fixture
def everybody(hanh, hoa, tuan):
    return hanh, hoa, tuan


def test_the_january_list_is_reminded_of_once_per_threshold_to_who_makes_and_who_decides(everybody):
    hanh, hoa, tuan = everybody
    for day in (at(2027, 1, 1), at(2027, 1, 2), at(2027, 1, 16), at(2027, 1, 17), at(2027, 1, 31)):
        acts.remind(at=day)

    words, place = (
        "Nhắc việc: Danh mục văn bản hết hiệu lực, ngưng hiệu lực, năm 2026 – ",
        reverse("law_review:compute"),
    )
    assert [one for one in told(hanh) if "năm 2026" in one[0]] == [
        (f"{words}còn 30 ngày", place), (f"{words}còn 15 ngày", place), (f"{words}hạn hôm nay", place),
    ]  # fmt: skip
    assert [one for one in told(hoa) if "năm 2026" in one[0]] == [one for one in told(hanh) if "năm 2026" in one[0]]
    assert {one.place for one in notices.inbox(tuan.account_id)} <= {place}


def test_a_list_that_is_late_is_reminded_of_with_its_own_page_and_not_every_night(everybody):
    hanh, hoa, _ = everybody
    row = world.checked(world.actor(hanh))
    acts.remind(at=at(2026, 11, 25))

    [(subject, place)] = [one for one in told(hoa) if "năm 2025" in one[0]]
    assert (subject.rpartition(" – ")[2], place) == ("trễ 298 ngày", reverse("law_review:year", args=[row.pk]))
    acts.remind(at=at(2026, 11, 26))
    assert len([one for one in told(hoa) if "năm 2025" in one[0]]) == 1


def test_a_decided_proposal_is_reminded_of_before_its_day_and_when_it_is_late(everybody):
    hanh, hoa, _ = everybody
    case = world.decided(world.actor(hanh), world.actor(hoa), due_on=date(2026, 12, 10))
    for day in (at(2026, 11, 25), at(2026, 12, 9), at(2026, 12, 11)):
        acts.remind(at=day)

    place = reverse("law_review:case", args=[case.pk])
    assert [one.rpartition(" – ")[2] for one, where in told(hanh) if where == place] == [
        "còn 15 ngày", "còn 1 ngày", "trễ 1 ngày",
    ]  # fmt: skip


def test_who_reviews_is_told_the_same_day_of_what_a_changed_basis_began(everybody, django_capture_on_commit_callbacks):
    hanh, _, tuan = everybody
    with django_capture_on_commit_callbacks(execute=True):
        world.changed_decree()
    jobs.propose_reviews.func()

    [(subject, _)] = told(hanh)
    assert subject == "Nhắc việc: Nghị định số 901/2014/NĐ-CP thay đổi – 1 văn bản phải rà soát"
    assert told(tuan) == []


def test_the_reminder_stands_on_the_home_page_until_it_is_read(client, everybody):
    hanh, _, _ = everybody
    acts.remind(at=AT)
    visitor = people.enter(client, hanh)
    for place in ("law_review:home", "law_watch:home"):
        assert "Nhắc việc" in visitor.get(reverse(place)).content.decode()
    assert "Nhắc việc" in visitor.get(reverse("dossiers:elsewhere")).content.decode()

    visitor.post(reverse("notices:mark_read"))
    assert "Nhắc việc" not in visitor.get(reverse("law_review:home")).content.decode()
    assert Notice.objects.filter(about="reminder").exists()
