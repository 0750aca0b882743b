"""Proposals to competent bodies: sent with a due day, answered, judged, closed («kiến nghị xử lý»).

A proposal is never closed without an answer that was judged, or a reason [80/2025/NĐ-CP, 8].
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import access, rules
from motcua.bureau.law_watch.acts.base import begin, note, opened, words
from motcua.bureau.law_watch.choices import Act, ProposalState
from motcua.bureau.law_watch.models import InspectionFinding, Observation, Proposal
from motcua.house.office.rules import Actor


@dataclass(frozen=True, kw_only=True)
class ProposalGiven:
    """The letter: its number and day, to whom, what is asked, by when an answer is due."""

    number: str
    sent_on: date
    body: str
    text: str
    due_on: date


@transaction.atomic
def send_proposal(
    given: ProposalGiven,
    *,
    by: Actor,
    at: datetime,
    finding: InspectionFinding | None = None,
    observation: Observation | None = None,
) -> Proposal:
    """Record a proposal that was sent.

    Refuses: NotAllowed (also for a finding of another unit), NotThatWay (due before sent, recorded twice).
    """
    rules.in_order(given.sent_on, given.due_on, "Hạn trả lời so với ngày gửi")
    if given.sent_on > at.astimezone(VN).date():
        raise rules.NotThatWay(f"Ngày {given.sent_on:%d/%m/%Y} chưa đến.")
    for origin in filter(None, [finding.inspection if finding else None, observation]):
        access.require(by, access.WRITE, origin.unit_id)
    values = {
        "number": words(given.number, "Ghi số văn bản kiến nghị."),
        "sent_on": given.sent_on,
        "body": words(given.body, "Ghi cơ quan có thẩm quyền nhận kiến nghị."),
    }
    facts = {"number": values["number"], "body": values["body"], "due_on": given.due_on.isoformat(), "text": given.text}
    return begin(
        Proposal,
        Act.SEND_PROPOSAL,
        by=by,
        at=at,
        facts=facts,
        taken="Kiến nghị này đã được ghi.",
        finding=finding,
        observation=observation,
        text=words(given.text, "Ghi nội dung kiến nghị."),
        due_on=given.due_on,
        **values,
    )


@transaction.atomic
def answer_proposal(
    proposal: Proposal, *, answer: str, answered_on: date, by: Actor, at: datetime, number: str = ""
) -> Proposal:
    """Record the body's answer. Refuses: NotAllowed, ActNotOpen, NotThatWay (no words, before it was sent)."""
    proposal = opened(proposal, rules.PROPOSAL, ProposalState, Act.ANSWER_PROPOSAL, by=by)
    rules.in_order(proposal.sent_on, answered_on, "Ngày trả lời so với ngày gửi")
    if answered_on > at.astimezone(VN).date():
        raise rules.NotThatWay(f"Ngày {answered_on:%d/%m/%Y} chưa đến.")
    proposal.answer, proposal.answered_on = words(answer, "Ghi nội dung trả lời."), answered_on
    proposal.answer_number = number.strip()
    fields = ("state", "answer", "answered_on", "answer_number")
    facts = {"answered_on": answered_on.isoformat(), "number": proposal.answer_number, "answer": proposal.answer}
    note(proposal, Act.ANSWER_PROPOSAL, by=by, at=at, fields=fields, **facts)
    return proposal


@transaction.atomic
def judge_proposal(proposal: Proposal, *, is_accepted: bool, judgement: str, by: Actor, at: datetime) -> Proposal:
    """Say whether the answer takes the proposal up. Refuses: NotAllowed, ActNotOpen, NotThatWay without words."""
    act = Act.ACCEPT_PROPOSAL if is_accepted else Act.REJECT_PROPOSAL
    proposal = opened(proposal, rules.PROPOSAL, ProposalState, act, by=by, right=access.ISSUE)
    proposal.judgement = words(judgement, "Ghi nhận xét về trả lời.")
    note(proposal, act, by=by, at=at, fields=("state", "judgement"), judgement=proposal.judgement)
    return proposal


@transaction.atomic
def close_proposal(proposal: Proposal, *, by: Actor, at: datetime, reason: str = "") -> Proposal:
    """Close a judged proposal, or an unanswered one with a reason. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    access.require(by, access.ISSUE, proposal.unit_id)
    before = ProposalState(access.lock(proposal).state)
    proposal = opened(proposal, rules.PROPOSAL, ProposalState, Act.CLOSE_PROPOSAL, by=by, right=access.ISSUE)
    proposal.closed_reason = rules.closing_reason(before, reason)
    proposal.closed_on = at.astimezone(VN).date()
    fields = ("state", "closed_on", "closed_reason")
    note(proposal, Act.CLOSE_PROPOSAL, by=by, at=at, fields=fields, before=before.value, reason=proposal.closed_reason)
    return proposal
