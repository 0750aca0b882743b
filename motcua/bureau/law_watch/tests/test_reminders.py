"""Proposals nobody answers and activities of the plan are reminded of, once for each threshold."""

from datetime import date, datetime

from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import acts
from motcua.bureau.law_watch.tests import world
from motcua.instruments.notices import queries as notices


def nights(*days):
    for day in days:
        acts.remind(at=datetime(2026, 11, day, 6, tzinfo=VN))


def told(who):
    return list(reversed([(one.subject, one.place) for one in notices.inbox(who.account_id)]))


def test_an_unanswered_proposal_is_reminded_of_until_it_is_answered(hanh, hoa, tuan):
    row = world.proposal(world.actor(hanh))
    nights(5, 6, 20, 21, 22)

    words, place = "Nhắc việc: Kiến nghị số 21/UBND chờ trả lời", reverse("law_watch:proposal", args=[row.pk])
    assert told(hanh) == [(f"{words} – {when}", place) for when in ("còn 15 ngày", "hạn hôm nay", "trễ 1 ngày")]
    assert told(hoa) == told(hanh)
    assert told(tuan) == []
    acts.answer_proposal(row, answer="Sẽ hướng dẫn.", answered_on=date(2026, 11, 22), by=world.actor(hanh), at=world.AT)
    nights(27, 28)
    assert len(told(hanh)) == 3


def test_an_activity_of_an_issued_plan_is_reminded_of(hanh, hoa):
    plan = world.issued(world.actor(hanh), world.actor(hoa), world.line(due_on=date(2026, 11, 12)))
    nights(10, 11)

    assert told(hanh) == [
        ("Nhắc việc: Hoạt động 1 của kế hoạch năm 2026 – còn 2 ngày", reverse("law_watch:plan", args=[plan.pk])),
        ("Nhắc việc: Hoạt động 1 của kế hoạch năm 2026 – còn 1 ngày", reverse("law_watch:plan", args=[plan.pk])),
    ]
