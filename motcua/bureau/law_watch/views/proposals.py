"""Pages of proposals: those without an answer first."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.bureau.law_watch import access, acts, queries, rules
from motcua.bureau.law_watch.choices import Act, ProposalState
from motcua.bureau.law_watch.forms import AnswerForm, CloseForm, JudgeForm, ProposalForm
from motcua.bureau.law_watch.models import Inspection, Observation, Proposal
from motcua.bureau.law_watch.views.frame import asked, framed, opened, rights
from motcua.bureau.law_watch.views.home import proposal_due, proposal_row
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name


@requires(access.READ)
def proposals_page(request: Request) -> HttpResponse:
    """All proposals under their states, overdue ones on top."""
    rows = queries.proposals(access.readable_units(request.actor), on=request.actor.on)
    groups = [ui.WorkGroup("Quá hạn chưa trả lời", [proposal_row(one) for one in rows if one.late])]
    for state in ProposalState:
        found = [proposal_row(one) for one in rows if one.proposal.state == state and not one.late]
        groups.append(ui.WorkGroup(rules.state_name(state), found))
    shown = [group for group in groups if group.rows]
    return render(
        request, "law_watch/proposals.html", framed(request, "proposals", groups=shown, page_title="Kiến nghị")
    )


@requires(access.READ)
def proposal_page(request: Request, key: UUID) -> HttpResponse:
    """One proposal, from letter to closing."""
    row = access.open_row(request.actor, Proposal, key)
    state = ProposalState(row.state)
    late = rules.days_late(row.due_on, request.actor.on) if state == ProposalState.SENT else 0
    may = {act.value: act in rules.open_acts(rules.PROPOSAL, state) for act in Act}
    context = framed(
        request,
        "proposals",
        row=row,
        unit=unit_name(row),
        state=rules.state_name(state),
        due=proposal_due(queries.ProposalRow(row, late)),
        late=late,
        is_judged=bool(row.judgement),
        open=may,
        page_title=f"Kiến nghị {row.number}",
    )
    return render(request, "law_watch/proposal.html", context | rights(request, row))


def _url(row: Proposal) -> str:
    return reverse("law_watch:proposal", args=[row.pk])


def _key(request: Request, name: str) -> UUID | None:
    value = request.GET.get(name, "")
    if not value:
        return None
    try:
        return UUID(value)
    except ValueError:
        raise Http404 from None


def _origin(request: Request) -> dict[str, Any]:
    """The finding or observation a proposal is made from, through its door."""
    if key := _key(request, "phat-hien"):
        finding = queries.finding(key)
        if finding is None:
            raise Http404
        opened(request, Inspection, finding.inspection_id, access.WRITE)
        return {"finding": finding}
    if key := _key(request, "thong-tin"):
        return {"observation": opened(request, Observation, key, access.WRITE)}
    return {}


@requires(access.WRITE)
def send_page(request: Request) -> HttpResponse:
    """Record a proposal that was sent; from a finding or an observation when the address names one."""
    origin = _origin(request)
    source = origin.get("finding") or origin.get("observation")
    return asked(
        request,
        ProposalForm(typed(request), initial={"sent_on": request.actor.on}),
        lambda found: acts.send_proposal(acts.ProposalGiven(**found), **origin, by=request.actor, at=request.now),
        title="Gửi kiến nghị",
        label="Ghi kiến nghị đã gửi",
        done="Đã ghi kiến nghị.",
        back=reverse("law_watch:proposals"),
        to=_url,
        current="proposals",
        lead=str(getattr(source, "text", "") or getattr(source, "content", "")),
    )


@requires(access.WRITE)
def answer_page(request: Request, key: UUID) -> HttpResponse:
    """Record the answer."""
    row = opened(request, Proposal, key, access.WRITE)
    return asked(
        request,
        AnswerForm(typed(request), initial={"answered_on": request.actor.on}),
        lambda found: acts.answer_proposal(row, **found, by=request.actor, at=request.now),
        title="Ghi trả lời kiến nghị",
        label="Ghi trả lời",
        done="Đã ghi trả lời.",
        back=_url(row),
        current="proposals",
        kicker=row.number,
    )


@requires(access.ISSUE)
def judge_page(request: Request, key: UUID) -> HttpResponse:
    """Judge the answer."""
    row = opened(request, Proposal, key, access.ISSUE)
    return asked(
        request,
        JudgeForm(typed(request)),
        lambda found: acts.judge_proposal(
            row,
            is_accepted=found["verdict"] == "accepted",
            judgement=found["judgement"],
            by=request.actor,
            at=request.now,
        ),
        title="Xét trả lời",
        label="Lưu kết quả xét",
        done="Đã xét trả lời.",
        back=_url(row),
        current="proposals",
        kicker=row.number,
        lead=row.answer,
    )


@requires(access.ISSUE)
def close_page(request: Request, key: UUID) -> HttpResponse:
    """Close a proposal."""
    row = opened(request, Proposal, key, access.ISSUE)
    return asked(
        request,
        CloseForm(typed(request)),
        lambda found: acts.close_proposal(row, **found, by=request.actor, at=request.now),
        title="Khép kiến nghị",
        label="Khép kiến nghị",
        done="Đã khép kiến nghị.",
        back=_url(row),
        current="proposals",
        kicker=row.number,
        lead="Việc này không rút lại được.",
    )
