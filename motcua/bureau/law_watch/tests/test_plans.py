"""Plans: drafted, issued, amended without overwriting, done; and what is due on a day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.bureau.law_watch import acts, queries, rules
from motcua.bureau.law_watch.choices import PlanState
from motcua.bureau.law_watch.models import Plan, PlanActivity
from motcua.bureau.law_watch.tests import world
from motcua.bureau.law_watch.tests.world import AT, ON
from motcua.house.journal import queries as journal

PAPER = {"number": "40/KH-UBND", "signed_on": date(2026, 7, 1), "reason": "Đổi thời điểm kiểm tra"}


def amend(plan, head, **changes):
    return acts.amend_plan(plan, **PAPER, **changes, by=head, at=AT)


def test_a_plan_is_drafted_for_the_agency_of_the_officer(writes):
    plan = world.plan(writes)

    (entry,) = journal.history(plan)
    assert (plan.agency.code, plan.unit.code, plan.state, plan.focus) == ("P20341", "P20341", "drafted", ["Chứng thực"])
    assert (entry.act, entry.facts) == ("draft_plan", {"unit": "P20341", "year": 2026, "focus": ["Chứng thực"]})


def test_a_year_has_one_plan(writes):
    world.plan(writes)

    with pytest.raises(rules.NotThatWay, match="đã có kế hoạch năm 2026"):
        world.plan(writes)


@pytest.mark.parametrize("given", [{"focus": [" "]}, {"purpose": "  "}])
def test_a_plan_says_why_and_on_what(writes, given):
    values = {"purpose": "Đánh giá", "focus": ["Hộ tịch"]} | given

    with pytest.raises(rules.NotThatWay):
        acts.draft_plan(year=2026, **values, by=writes, at=AT)
    assert not Plan.objects.exists()


def test_a_draft_is_changed_until_it_is_issued(writes, issues):
    plan = world.plan(writes)
    activity = acts.add_activity(plan, world.line(), by=writes, at=AT)
    acts.edit_activity(activity, world.line("Khảo sát"), by=writes, at=AT)
    acts.edit_plan(plan, purpose="Mới", focus=["Hộ tịch"], by=writes, at=AT)
    acts.issue_plan(plan, number="15/KH-UBND", issued_on=ON, by=issues, at=AT)

    assert [one.what for one in queries.standing(plan)] == ["Khảo sát"]
    for late in (
        lambda: acts.edit_plan(plan, purpose="x", focus=["y"], by=writes, at=AT),
        lambda: acts.add_activity(plan, world.line(), by=writes, at=AT),
        lambda: acts.edit_activity(activity, world.line(), by=writes, at=AT),
        lambda: acts.issue_plan(plan, number="16", issued_on=ON, by=issues, at=AT),
    ):
        with pytest.raises(rules.ActNotOpen):
            late()


def test_a_plan_is_issued_with_number_day_and_at_least_one_activity(writes, issues):
    plan = world.plan(writes)
    with pytest.raises(rules.NotThatWay, match="chưa có hoạt động"):
        acts.issue_plan(plan, number="15/KH-UBND", issued_on=ON, by=issues, at=AT)
    acts.add_activity(plan, world.line(), by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="chưa đến"):
        acts.issue_plan(plan, number="15/KH-UBND", issued_on=date(2026, 11, 26), by=issues, at=AT)
    with pytest.raises(rules.NotThatWay, match="Ghi số"):
        acts.issue_plan(plan, number=" ", issued_on=ON, by=issues, at=AT)

    issued = acts.issue_plan(plan, number="15/KH-UBND", issued_on=ON, by=issues, at=AT)
    assert (issued.state, issued.number, issued.issued_by) == (PlanState.ISSUED, "15/KH-UBND", "Nguyễn Thị Hoa")
    assert list(journal.history(plan))[-1].facts == {"number": "15/KH-UBND", "issued_on": "2026-11-25"}


def test_a_due_day_lies_in_the_year_of_the_plan_or_the_next(writes):
    plan = world.plan(writes)

    with pytest.raises(rules.NotThatWay, match="Thời hạn"):
        acts.add_activity(plan, world.line(due_on=date(2025, 12, 31)), by=writes, at=AT)


def test_an_amendment_keeps_the_old_line_beside_the_new_one(writes, issues):
    plan = world.issued(writes, issues)
    (before,) = queries.standing(plan)
    amendment = amend(plan, issues, activity=before, given=world.line(due_on=date(2026, 12, 15)))

    (after,) = queries.standing(plan)
    (kept,) = queries.replaced(plan)
    assert (kept.due_on, kept.ended_by) == (date(2026, 10, 30), amendment)
    assert (after.due_on, after.number, after.added_by) == (date(2026, 12, 15), kept.number, amendment)
    assert list(journal.history(plan))[-1].facts["ended"] == 1


def test_an_amendment_adds_or_drops_a_line(writes, issues):
    plan = world.issued(writes, issues)
    (first,) = queries.standing(plan)
    amend(plan, issues, given=world.line("Hội nghị"))
    amend(plan, issues, activity=first)

    assert [(one.number, one.what) for one in queries.standing(plan)] == [(2, "Hội nghị")]
    with pytest.raises(rules.NotThatWay, match="đã được sửa đổi"):
        amend(plan, issues, activity=first)
    with pytest.raises(rules.NotThatWay, match="Chọn hoạt động"):
        amend(plan, issues)


def test_what_is_done_is_not_amended_and_is_done_once(writes, issues):
    plan = world.issued(writes, issues)
    (one,) = queries.standing(plan)
    acts.finish_activity(one, done_on=ON, result="Kết luận số 3", by=writes, at=AT)

    with pytest.raises(rules.NotThatWay, match="đã xong"):
        acts.finish_activity(one, done_on=ON, result="Lại", by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="đã xong"):
        amend(plan, issues, activity=one)
    assert list(journal.history(plan))[-1].facts == {"number": 1, "done_on": "2026-11-25", "result": "Kết luận số 3"}


def test_a_plan_is_done_when_every_standing_activity_is(writes, issues):
    plan = world.issued(writes, issues, world.line(), world.line("Hội nghị"))
    first, second = queries.standing(plan)
    acts.finish_activity(first, done_on=ON, result="Xong", by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="Còn 1 hoạt động"):
        acts.complete_plan(plan, by=issues, at=AT)
    amend(plan, issues, activity=second)

    assert acts.complete_plan(plan, by=issues, at=AT).done_on == ON
    with pytest.raises(rules.ActNotOpen):
        amend(plan, issues, given=world.line())


def test_reminders_name_what_is_late_or_due_within_thirty_days(writes, issues, elsewhere):
    days = [date(2026, 10, 30), ON, date(2026, 12, 25), date(2026, 12, 26)]
    plan = world.issued(writes, issues, *(world.line(f"Việc {n}", due_on=day) for n, day in enumerate(days)))
    done = queries.standing(plan).get(number=2)

    found = queries.reminders([plan.unit_id], on=ON)
    assert [(one.activity.what, one.late, one.left) for one in found] == [
        ("Việc 0", 26, 0), ("Việc 1", 0, 0), ("Việc 2", 0, 30),
    ]  # fmt: skip
    acts.finish_activity(done, done_on=ON, result="Xong", by=writes, at=AT)
    assert [one.activity.number for one in queries.reminders([plan.unit_id], on=ON)] == [1, 3]


def test_a_draft_reminds_nobody(writes):
    plan = world.plan(writes)
    acts.add_activity(plan, world.line(), by=writes, at=AT)

    assert queries.reminders([plan.unit_id], on=ON) == ()


def test_the_database_refuses_an_issued_plan_without_a_number(writes):
    plan = world.plan(writes)

    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(state=PlanState.ISSUED)
    assert PlanActivity.objects.count() == 0
