"""Pages of plans: list, one plan with its table and amendments, and its acts."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui.choices import Tone
from motcua.bureau.law_watch import access, acts, queries, rules
from motcua.bureau.law_watch.choices import ACTIVITY_NAME, ActivityKind, PlanState
from motcua.bureau.law_watch.forms import ActivityForm, AmendForm, AmendingForm, DoneForm, PaperForm, Plain, PlanForm
from motcua.bureau.law_watch.models import Plan, PlanActivity
from motcua.bureau.law_watch.views.frame import asked, framed, opened, rights
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name

TONE = {PlanState.DRAFTED: Tone.SOON, PlanState.ISSUED: Tone.INFO, PlanState.DONE: Tone.GOOD}


@requires(access.READ)
def plans_page(request: Request) -> HttpResponse:
    """Plans of the units the officer may read, newest year first."""
    rows = [
        (plan, unit_name(plan), rules.state_name(PlanState(plan.state)), TONE[PlanState(plan.state)])
        for plan in queries.plans(access.readable_units(request.actor))
    ]
    return render(request, "law_watch/plans.html", framed(request, "plans", rows=rows, page_title="Kế hoạch"))


@requires(access.READ)
def plan_page(request: Request, key: UUID) -> HttpResponse:
    """One plan: focus, table of activities, what was amended."""
    plan = access.open_row(request.actor, Plan, key)
    on = request.actor.on
    lines = [_line(one, on) for one in queries.standing(plan)]
    context = framed(
        request,
        "plans",
        plan=plan,
        unit=unit_name(plan),
        state=rules.state_name(PlanState(plan.state)),
        tone=TONE[PlanState(plan.state)],
        lines=lines,
        done=sum(one["activity"].done_on is not None for one in lines),
        replaced=[_line(one, on) for one in queries.replaced(plan)],
        amendments=queries.amendments(plan),
        page_title=f"Kế hoạch năm {plan.year}",
        **{name: name in {act.value for act in rules.open_acts(rules.PLAN, PlanState(plan.state))} for name in OPEN},
    )
    return render(request, "law_watch/plan.html", context | rights(request, plan))


OPEN = ("edit_plan", "issue_plan", "amend_plan", "complete_plan")


def _line(one: PlanActivity, on: Any) -> dict[str, Any]:
    late = 0 if one.done_on or one.ended_by_id else rules.days_late(one.due_on, on)
    return {"activity": one, "kind": ACTIVITY_NAME[ActivityKind(one.kind)], "late": late}


def _plan_url(plan: Plan) -> str:
    return reverse("law_watch:plan", args=[plan.pk])


def _given(found: dict[str, Any]) -> acts.ActivityGiven:
    names = ("what", "lead", "cooperating", "due_on", "product")
    return acts.ActivityGiven(kind=ActivityKind(found["kind"]), **{name: found[name] for name in names})


@requires(access.WRITE)
def draft_page(request: Request) -> HttpResponse:
    """Draft the plan of a year."""
    return asked(
        request,
        PlanForm(typed(request), initial={"year": request.actor.on.year}),
        lambda found: acts.draft_plan(**found, by=request.actor, at=request.now),
        title="Lập kế hoạch theo dõi tình hình thi hành pháp luật",
        label="Lưu dự thảo",
        done="Đã lưu dự thảo kế hoạch.",
        back=reverse("law_watch:plans"),
        to=_plan_url,
        current="plans",
    )


@requires(access.WRITE)
def edit_page(request: Request, key: UUID) -> HttpResponse:
    """Change the draft."""
    plan = opened(request, Plan, key, access.WRITE)
    form = PlanForm(
        typed(request),
        initial={"purpose": plan.purpose, "focus": "\n".join(plan.focus), "budget": plan.budget},
    )
    del form.fields["year"]
    return asked(
        request,
        form,
        lambda found: acts.edit_plan(plan, **found, by=request.actor, at=request.now),
        title=f"Sửa dự thảo kế hoạch năm {plan.year}",
        label="Lưu",
        done="Đã lưu dự thảo kế hoạch.",
        back=_plan_url(plan),
        current="plans",
    )


@requires(access.WRITE)
def add_activity_page(request: Request, key: UUID) -> HttpResponse:
    """Add a line to the draft."""
    plan = opened(request, Plan, key, access.WRITE)
    return asked(
        request,
        ActivityForm(typed(request)),
        lambda found: acts.add_activity(plan, _given(found), by=request.actor, at=request.now),
        title="Thêm hoạt động",
        label="Thêm",
        done="Đã thêm hoạt động.",
        back=_plan_url(plan),
        current="plans",
        kicker=f"Kế hoạch năm {plan.year}",
    )


@requires(access.ISSUE)
def issue_page(request: Request, key: UUID) -> HttpResponse:
    """Issue the plan."""
    plan = opened(request, Plan, key, access.ISSUE)
    return asked(
        request,
        PaperForm(typed(request), initial={"issued_on": request.actor.on}),
        lambda found: acts.issue_plan(plan, **found, by=request.actor, at=request.now),
        title=f"Ban hành kế hoạch năm {plan.year}",
        label="Ban hành",
        done="Đã ban hành kế hoạch.",
        back=_plan_url(plan),
        current="plans",
        lead="Ban hành rồi thì chỉ thay đổi được bằng văn bản sửa đổi, bổ sung; nội dung cũ vẫn giữ.",
    )


@requires(access.ISSUE)
def complete_page(request: Request, key: UUID) -> HttpResponse:
    """Complete the year's plan."""
    plan = opened(request, Plan, key, access.ISSUE)
    return asked(
        request,
        Plain(typed(request)),
        lambda _: acts.complete_plan(plan, by=request.actor, at=request.now),
        title=f"Hoàn thành kế hoạch năm {plan.year}",
        label="Hoàn thành kế hoạch",
        done="Kế hoạch đã hoàn thành.",
        back=_plan_url(plan),
        current="plans",
        lead="Chỉ hoàn thành khi mọi hoạt động đã xong. Việc này không rút lại được.",
    )


@requires(access.ISSUE)
def amend_page(request: Request, key: UUID) -> HttpResponse:
    """Add a line to an issued plan, under a paper."""
    plan = opened(request, Plan, key, access.ISSUE)
    return asked(
        request,
        AmendForm(typed(request)),
        lambda found: acts.amend_plan(plan, **_paper(found), given=_given(found), by=request.actor, at=request.now),
        title="Bổ sung hoạt động vào kế hoạch đã ban hành",
        label="Bổ sung",
        done="Đã ghi sửa đổi, bổ sung kế hoạch.",
        back=_plan_url(plan),
        current="plans",
        kicker=f"Kế hoạch số {plan.number}",
    )


def _paper(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ("number", "signed_on", "reason")}


def _activity(request: Request, key: UUID, right: str) -> PlanActivity:
    row = queries.activity(key)
    if row is None:
        raise Http404
    opened(request, Plan, row.plan_id, right)
    return row


@requires(access.WRITE)
def finish_page(request: Request, key: UUID) -> HttpResponse:
    """Record that an activity is done."""
    one = _activity(request, key, access.WRITE)
    return asked(
        request,
        DoneForm(typed(request), initial={"done_on": request.actor.on}),
        lambda found: acts.finish_activity(one, **found, by=request.actor, at=request.now),
        title="Hoàn thành hoạt động",
        label="Ghi hoàn thành",
        done="Đã ghi hoạt động hoàn thành.",
        back=_plan_url(one.plan),
        current="plans",
        kicker=f"{one.number}. {one.what}",
    )


@requires(access.WRITE)
def change_page(request: Request, key: UUID) -> HttpResponse:
    """Change a line: of a draft at once, of an issued plan under a paper."""
    one = _activity(request, key, access.WRITE)
    initial = {name: getattr(one, name) for name in ActivityForm.base_fields}
    common: dict[str, Any] = {"back": _plan_url(one.plan), "current": "plans", "kicker": f"{one.number}. {one.what}"}
    if one.plan.state == PlanState.DRAFTED:
        return asked(
            request,
            ActivityForm(typed(request), initial=initial),
            lambda found: acts.edit_activity(one, _given(found), by=request.actor, at=request.now),
            title="Sửa hoạt động",
            label="Lưu",
            done="Đã sửa hoạt động.",
            **common,
        )
    access.require(request.actor, access.ISSUE, one.plan.unit_id)
    return asked(
        request,
        AmendForm(typed(request), initial=initial),
        lambda found: acts.amend_plan(
            one.plan, **_paper(found), activity=one, given=_given(found), by=request.actor, at=request.now
        ),
        title="Sửa đổi hoạt động đã ban hành",
        label="Ghi sửa đổi",
        done="Đã ghi sửa đổi, bổ sung kế hoạch.",
        lead="Nội dung cũ vẫn giữ cùng văn bản sửa đổi.",
        **common,
    )


@requires(access.ISSUE)
def drop_page(request: Request, key: UUID) -> HttpResponse:
    """Drop a line of an issued plan, under a paper."""
    one = _activity(request, key, access.ISSUE)
    return asked(
        request,
        AmendingForm(typed(request)),
        lambda found: acts.amend_plan(one.plan, **found, activity=one, by=request.actor, at=request.now),
        title="Bỏ hoạt động khỏi kế hoạch",
        label="Bỏ hoạt động",
        done="Đã ghi sửa đổi, bổ sung kế hoạch.",
        back=_plan_url(one.plan),
        current="plans",
        kicker=f"{one.number}. {one.what}",
    )
