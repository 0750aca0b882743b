"""The first page: proposals without an answer above all, then what is due; and the catalogue of criteria."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.bureau.law_watch import access, loader, queries, rules
from motcua.bureau.law_watch.choices import ACTIVITY_NAME, ActivityKind, ProposalState
from motcua.bureau.law_watch.models import Proposal
from motcua.bureau.law_watch.views.frame import framed
from motcua.house.office.access import Request, requires

LOOKS = {
    ProposalState.ANSWERED: (Tone.SOON, "mail"),
    ProposalState.ACCEPTED: (Tone.GOOD, "check"),
    ProposalState.REJECTED: (Tone.SOON, "cross"),
    ProposalState.CLOSED: (Tone.QUIET, "lock"),
}


@requires(access.READ)
def home_page(request: Request) -> HttpResponse:
    """Unanswered proposals, answers to judge, activities late or due."""
    units, on = access.readable_units(request.actor), request.actor.on
    waiting = queries.unanswered(units, on=on)
    late = [proposal_row(one) for one in waiting if one.late]
    in_time = [proposal_row(one) for one in waiting if not one.late]
    judged = [proposal_row(queries.ProposalRow(one, 0)) for one in queries.to_judge(units)]
    reminders = [reminder_row(one) for one in queries.reminders(units, on=on)]
    groups = [
        ui.WorkGroup("Kiến nghị quá hạn chưa trả lời", late),
        ui.WorkGroup("Kiến nghị đang chờ trả lời", in_time),
        ui.WorkGroup("Đã trả lời: xét, khép", judged),
    ]
    context = framed(
        request,
        "home",
        page_title="Theo dõi thi hành pháp luật",
        proposals=[group for group in groups if group.rows],
        late=len(late),
        activities=[ui.WorkGroup("Hoạt động trễ hạn và đến hạn trong 30 ngày", reminders)] if reminders else [],
        observations=queries.observations(units).rows[:5],
    )
    return render(request, "law_watch/home.html", context)


@requires(access.READ)
def criteria_page(request: Request) -> HttpResponse:
    """The criteria of both decrees, the one in force today first; what is not sure says «cần xác nhận»."""
    rows = [(one, one.holds_on(request.actor.on)) for one in reversed(loader.regimes())]
    return render(request, "law_watch/criteria.html", framed(request, "criteria", rows=rows, page_title="Tiêu chí"))


def proposal_row(one: queries.ProposalRow) -> ui.WorkRow:
    """A proposal as a line of a work list."""
    proposal = one.proposal
    return ui.WorkRow(
        code=proposal.number,
        url=reverse("law_watch:proposal", args=[proposal.pk]),
        title=proposal.text,
        person=proposal.body,
        due=proposal_due(one),
        step=_step(proposal),
    )


def _step(proposal: Proposal) -> str:
    if proposal.closed_on:
        return f"khép {proposal.closed_on:%d/%m/%Y}"
    return f"trả lời {proposal.answered_on:%d/%m/%Y}" if proposal.answered_on else f"hạn {proposal.due_on:%d/%m/%Y}"


def proposal_due(one: queries.ProposalRow) -> ui.DueWords:
    """How late the answer is, or where the proposal stands."""
    state = ProposalState(one.proposal.state)
    if one.late:
        return ui.DueWords("quá hạn %(days)s ngày", {"days": one.late}, Tone.LATE, "alert")
    if state == ProposalState.SENT:
        return ui.DueWords("chờ trả lời", {}, Tone.INFO, "clock")
    tone, icon = LOOKS[state]
    return ui.DueWords(rules.state_name(state), {}, tone, icon)


def reminder_row(one: queries.Reminder) -> ui.WorkRow:
    """An activity as a line of a work list."""
    if one.late:
        due = ui.DueWords("trễ %(days)s ngày", {"days": one.late}, Tone.LATE, "alert")
    elif one.left:
        due = ui.DueWords("còn %(days)s ngày", {"days": one.left}, Tone.GOOD, "check")
    else:
        due = ui.DueWords("hạn hôm nay", {}, Tone.SOON, "clock")
    return ui.WorkRow(
        code=f"Hoạt động {one.activity.number}",
        url=reverse("law_watch:plan", args=[one.activity.plan_id]),
        title=one.activity.what,
        person=one.activity.lead,
        due=due,
        step=ACTIVITY_NAME[ActivityKind(one.activity.kind)],
    )
