"""Review in the invented office: whole on any day of the demo's years, the same twice, something to do everywhere."""

from datetime import datetime

import pytest
from django.conf import settings as product
from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts, queries
from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.models import ExpiryList, ReviewCase, Systematisation
from motcua.demo import office
from motcua.demo.law import story as law
from motcua.demo.law_review import Review
from motcua.demo.story import Cast
from motcua.house.journal import queries as journal
from motcua.house.office import queries as units

DAYS = [datetime(2026, 1, 2, 8, tzinfo=VN), datetime(2026, 5, 14, 10, tzinfo=VN), datetime(2027, 3, 1, 8, tzinfo=VN)]


def load(now, *, register=False):
    officers = office.load(product.OFFICE_DIR, at=now.replace(year=2021, month=1, day=4))
    if register:
        list(law.tell(at=now))
    cast = Cast(officers, {})
    Review(cast, now).tell()
    return cast


def told():
    cases = ReviewCase.objects.order_by("document__number").values_list("document__number", "state", "trigger", "path")
    rounds = Systematisation.objects.order_by("cut_off")
    lines = [[(one.list, one.number, one.reason) for one in queries.kept_lines(row)] for row in rounds]
    return list(cases), lines


@pytest.mark.parametrize("now", DAYS, ids=lambda day: f"{day:%y-%m-%d}")
def test_the_same_day_tells_the_same_reviews_with_a_round_at_its_last_step(db, settings, now):
    settings.DEMO = True
    with transaction.atomic():
        load(now)
        first = told()
        transaction.set_rollback(True)
    units.forget_directory()
    cast = load(now)
    city, ward = Systematisation.objects.order_by("cut_off")

    assert told() == first
    assert [(one[0], one[1]) for one in first[0]] == [
        ("02/2017/QĐ-UBND", "decided"),
        ("05/2025/QĐ-UBND", "reviewed"),
        ("11/2019/QĐ-UBND", "open"),
    ]
    assert [len(one[3]) for one in first[0]] == [0, 2, 1]
    assert (city.state, ward.state) == ("released", "ratified")
    assert [len(queries.reconciled(row, on=now.date()).differences) for row in (city, ward)] == [2, 0]
    assert queries.reconciled(ward, on=now.date()).sum.is_balanced
    assert [line.number for line in queries.kept_lines(ward) if line.list == ListName.TO_HANDLE] == ["02/2017/QĐ-UBND"]
    assert ExpiryList.objects.get().published_on <= now.date()
    yearly = {(one.number, one.list) for one in queries.kept_lines(ExpiryList.objects.get())}
    assert {("08/2022/QĐ-UBND", "whole"), ("03/2021/QĐ-UBND", "part")} <= yearly
    assert journal.verify().is_whole
    acts.publish_round(ward, by=cast.actor("hoa", now), at=now)


def test_the_rounds_take_in_the_whole_register_of_the_demo_and_its_proof_holds(db, settings):
    settings.DEMO = True
    now = DAYS[1]
    load(now, register=True)
    found = [queries.reconciled(row, on=now.date()) for row in Systematisation.objects.order_by("cut_off")]

    assert [len(one.differences) for one in found] == [2, 0]
    assert all(one.sum.is_balanced and not one.open for one in found)
    assert all(one.sum.in_force > 10 for one in found)
    assert all(check.holds for one in found for check in one.checks)
