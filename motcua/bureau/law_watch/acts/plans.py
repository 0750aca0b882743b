"""Plans: drafted, issued, amended by paper, done. What was issued is never overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import access, rules
from motcua.bureau.law_watch.acts.base import begin, note, opened, words
from motcua.bureau.law_watch.choices import Act, ActivityKind, PlanState
from motcua.bureau.law_watch.models import Plan, PlanActivity, PlanAmendment
from motcua.house.office.rules import Actor


@dataclass(frozen=True, kw_only=True)
class ActivityGiven:
    """One line of the plan's table: what, who leads, who cooperates, by when, which product."""

    kind: ActivityKind
    what: str
    lead: str
    due_on: date
    product: str
    cooperating: str = ""

    def facts(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {
            "kind": self.kind.value,
            "what": self.what,
            "lead": self.lead,
            "cooperating": self.cooperating,
            "due_on": self.due_on.isoformat(),
            "product": self.product,
        }


@transaction.atomic
def draft_plan(*, year: int, purpose: str, focus: Sequence[str], by: Actor, at: datetime, budget: str = "") -> Plan:
    """Begin the plan of a year («dự thảo kế hoạch»). Refuses: NotAllowed, NotThatWay when the year has one."""
    chosen = _focus(focus)
    return begin(
        Plan,
        Act.DRAFT_PLAN,
        by=by,
        at=at,
        facts={"year": year, "focus": chosen},
        taken=f"Cơ quan đã có kế hoạch năm {year}.",
        year=year,
        purpose=words(purpose, "Ghi mục đích, yêu cầu của kế hoạch."),
        focus=chosen,
        budget=budget.strip(),
    )


@transaction.atomic
def edit_plan(plan: Plan, *, purpose: str, focus: Sequence[str], by: Actor, at: datetime, budget: str = "") -> Plan:
    """Change the draft; not open once issued. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    plan = opened(plan, rules.PLAN, PlanState, Act.EDIT_PLAN, by=by)
    plan.purpose, plan.focus = words(purpose, "Ghi mục đích, yêu cầu của kế hoạch."), _focus(focus)
    plan.budget = budget.strip()
    note(plan, Act.EDIT_PLAN, by=by, at=at, fields=("purpose", "focus", "budget"), focus=plan.focus)
    return plan


@transaction.atomic
def add_activity(plan: Plan, given: ActivityGiven, *, by: Actor, at: datetime) -> PlanActivity:
    """Add a line to the draft. Refuses: NotAllowed, ActNotOpen, NotThatWay for a day outside the plan's year."""
    plan = opened(plan, rules.PLAN, PlanState, Act.ADD_ACTIVITY, by=by)
    activity = _added(plan, given)
    note(plan, Act.ADD_ACTIVITY, by=by, at=at, number=activity.number, **given.facts())
    return activity


@transaction.atomic
def edit_activity(activity: PlanActivity, given: ActivityGiven, *, by: Actor, at: datetime) -> PlanActivity:
    """Change a line of the draft; an issued plan is amended instead. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    plan = opened(activity.plan, rules.PLAN, PlanState, Act.EDIT_ACTIVITY, by=by)
    _fits(plan, given)
    columns = ("kind", "what", "lead", "cooperating", "due_on", "product")
    for name in columns:
        setattr(activity, name, getattr(given, name))
    activity.save(update_fields=columns)
    note(plan, Act.EDIT_ACTIVITY, by=by, at=at, number=activity.number, **given.facts())
    return activity


@transaction.atomic
def issue_plan(plan: Plan, *, number: str, issued_on: date, by: Actor, at: datetime) -> Plan:
    """Issue the plan with its number and day («ban hành»).

    Refuses: NotAllowed, ActNotOpen, NotThatWay without an activity, without a number, or on a day to come.
    """
    plan = opened(plan, rules.PLAN, PlanState, Act.ISSUE_PLAN, by=by, right=access.ISSUE)
    if not plan.activities.exists():
        raise rules.NotThatWay("Kế hoạch chưa có hoạt động nào.")
    _past(issued_on, at)
    plan.number, plan.issued_on = words(number, "Ghi số, ký hiệu của kế hoạch."), issued_on
    plan.issued_by = by.name
    facts: dict[str, Any] = {"number": plan.number, "issued_on": issued_on.isoformat()}
    note(plan, Act.ISSUE_PLAN, by=by, at=at, fields=("state", "number", "issued_on", "issued_by"), **facts)
    return plan


@transaction.atomic
def amend_plan(
    plan: Plan,
    *,
    number: str,
    signed_on: date,
    reason: str,
    by: Actor,
    at: datetime,
    activity: PlanActivity | None = None,
    given: ActivityGiven | None = None,
) -> PlanAmendment:
    """Amend an issued plan under a paper: change a line (both), add one (`given`) or drop one (`activity`).

    The old line stays and says which amendment ended it. Refuses: NotAllowed, ActNotOpen, NotThatWay.
    """
    plan = opened(plan, rules.PLAN, PlanState, Act.AMEND_PLAN, by=by, right=access.ISSUE)
    _past(signed_on, at)
    amendment = PlanAmendment.objects.create(
        plan=plan,
        number=words(number, "Ghi số, ký hiệu của văn bản sửa đổi, bổ sung."),
        signed_on=signed_on,
        reason=words(reason, "Nêu lý do sửa đổi, bổ sung."),
        at=at,
        by=by.name,
    )
    ended, added = _changed(plan, amendment, activity, given)
    facts: dict[str, Any] = {"number": amendment.number, "reason": amendment.reason}
    if ended is not None:
        facts["ended"] = ended.number
    if added is not None and given is not None:
        facts["added"] = {"line": added.number, **given.facts()}
    note(plan, Act.AMEND_PLAN, by=by, at=at, **facts)
    return amendment


def _changed(
    plan: Plan, amendment: PlanAmendment, activity: PlanActivity | None, given: ActivityGiven | None
) -> tuple[PlanActivity | None, PlanActivity | None]:
    if activity is None and given is None:
        raise rules.NotThatWay("Chọn hoạt động cần sửa, hoặc ghi hoạt động bổ sung.")
    ended = None
    if activity is not None:
        ended = plan.activities.select_for_update().get(pk=activity.pk)
        if ended.done_on is not None or ended.ended_by_id is not None:
            raise rules.NotThatWay("Hoạt động này đã xong hoặc đã được sửa đổi trước đó.")
        ended.ended_by = amendment
        ended.save(update_fields=["ended_by"])
    if given is None:
        return ended, None
    return ended, _added(plan, given, number=ended.number if ended else None, amendment=amendment)


@transaction.atomic
def finish_activity(activity: PlanActivity, *, done_on: date, result: str, by: Actor, at: datetime) -> PlanActivity:
    """Record that an activity is done, and what came of it. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    plan = opened(activity.plan, rules.PLAN, PlanState, Act.FINISH_ACTIVITY, by=by)
    activity = plan.activities.select_for_update().get(pk=activity.pk)
    if activity.done_on is not None or activity.ended_by_id is not None:
        raise rules.NotThatWay("Hoạt động này đã xong hoặc không còn trong kế hoạch.")
    _past(done_on, at)
    activity.done_on, activity.done_note = done_on, words(result, "Ghi kết quả, sản phẩm đã có.")
    activity.save(update_fields=["done_on", "done_note"])
    facts: dict[str, Any] = {"number": activity.number, "done_on": done_on.isoformat(), "result": activity.done_note}
    note(plan, Act.FINISH_ACTIVITY, by=by, at=at, **facts)
    return activity


@transaction.atomic
def complete_plan(plan: Plan, *, by: Actor, at: datetime) -> Plan:
    """Close the year's plan. Refuses: NotAllowed, ActNotOpen, NotThatWay while a standing activity is not done."""
    plan = opened(plan, rules.PLAN, PlanState, Act.COMPLETE_PLAN, by=by, right=access.ISSUE)
    if left := plan.activities.filter(ended_by__isnull=True, done_on__isnull=True).count():
        raise rules.NotThatWay(f"Còn {left} hoạt động chưa xong.")
    plan.done_on = at.astimezone(VN).date()
    note(plan, Act.COMPLETE_PLAN, by=by, at=at, fields=("state", "done_on"))
    return plan


def _focus(focus: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(line.strip() for line in focus if line.strip()))
    if not found:
        raise rules.NotThatWay("Ghi ít nhất một lĩnh vực trọng tâm.")
    return found


def _added(
    plan: Plan, given: ActivityGiven, *, number: int | None = None, amendment: PlanAmendment | None = None
) -> PlanActivity:
    _fits(plan, given)
    last = plan.activities.aggregate(last=Max("number"))["last"] or 0
    return PlanActivity.objects.create(
        plan=plan,
        number=number or last + 1,
        kind=given.kind.value,
        what=given.what,
        lead=given.lead,
        cooperating=given.cooperating,
        due_on=given.due_on,
        product=given.product,
        added_by=amendment,
    )


def _fits(plan: Plan, given: ActivityGiven) -> None:
    if given.due_on.year not in {plan.year, plan.year + 1}:
        raise rules.NotThatWay(f"Thời hạn phải trong năm {plan.year}, muộn nhất là năm {plan.year + 1}.")


def _past(on: date, at: datetime) -> None:
    if on > at.astimezone(VN).date():
        raise rules.NotThatWay(f"Ngày {on:%d/%m/%Y} chưa đến.")
