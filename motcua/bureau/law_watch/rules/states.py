"""What may follow what: states of plans, inspections, proposals, surveys and reports, and how late a thing is."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from motcua.base.states import NotThatWay, after
from motcua.bureau.law_watch.choices import (
    ACT_NAME,
    CLOSED_SURVEY,
    STATE_NAME,
    Act,
    InspectionState,
    PlanState,
    ProposalState,
    ReportState,
    SurveyState,
)

S = TypeVar("S", bound=StrEnum)


PLAN = {
    (PlanState.DRAFTED, Act.EDIT_PLAN): PlanState.DRAFTED,
    (PlanState.DRAFTED, Act.ADD_ACTIVITY): PlanState.DRAFTED,
    (PlanState.DRAFTED, Act.EDIT_ACTIVITY): PlanState.DRAFTED,
    (PlanState.DRAFTED, Act.ISSUE_PLAN): PlanState.ISSUED,
    (PlanState.ISSUED, Act.AMEND_PLAN): PlanState.ISSUED,
    (PlanState.ISSUED, Act.FINISH_ACTIVITY): PlanState.ISSUED,
    (PlanState.ISSUED, Act.COMPLETE_PLAN): PlanState.DONE,
}
INSPECTION = {
    (InspectionState.DECIDED, Act.ADD_FINDING): InspectionState.DECIDED,
    (InspectionState.DECIDED, Act.CONCLUDE_INSPECTION): InspectionState.CONCLUDED,
}
PROPOSAL = {
    (ProposalState.SENT, Act.ANSWER_PROPOSAL): ProposalState.ANSWERED,
    (ProposalState.SENT, Act.CLOSE_PROPOSAL): ProposalState.CLOSED,
    (ProposalState.ANSWERED, Act.ACCEPT_PROPOSAL): ProposalState.ACCEPTED,
    (ProposalState.ANSWERED, Act.REJECT_PROPOSAL): ProposalState.REJECTED,
    (ProposalState.ACCEPTED, Act.CLOSE_PROPOSAL): ProposalState.CLOSED,
    (ProposalState.REJECTED, Act.CLOSE_PROPOSAL): ProposalState.CLOSED,
}
"""An answer that was not judged keeps a proposal open: it says accepted or rejected before it is closed."""
SURVEY = {
    (SurveyState.DRAFTED, Act.ADD_QUESTION): SurveyState.DRAFTED,
    (SurveyState.DRAFTED, Act.OPEN_SURVEY): SurveyState.OPEN,
    (SurveyState.OPEN, Act.ADD_REPLY): SurveyState.OPEN,
    (SurveyState.OPEN, Act.CLOSE_SURVEY): SurveyState.CLOSED,
}
REPORT = {
    (ReportState.DRAFTED, Act.EDIT_REPORT): ReportState.DRAFTED,
    (ReportState.DRAFTED, Act.ISSUE_REPORT): ReportState.ISSUED,
}


def next_state(table: Mapping[tuple[S, Act], S], state: S, act: Act) -> S:
    """The state after the act. Refuses: ActNotOpen."""
    return after(table, state, act, act_name=ACT_NAME[act], state_name=state_name(state))


def state_name(state: StrEnum) -> str:
    """The state as the screen says it."""
    return CLOSED_SURVEY if isinstance(state, SurveyState) and state == SurveyState.CLOSED else STATE_NAME[state]


def closing_reason(state: ProposalState, reason: str) -> str:
    """The reason a proposal is closed with; one is due when nobody answered. Refuses: NotThatWay."""
    cleaned = reason.strip()
    if state == ProposalState.SENT and not cleaned:
        raise NotThatWay("Chưa có trả lời: nêu lý do khép kiến nghị.")
    return cleaned


def days_late(due_on: date, on: date) -> int:
    """How many calendar days past the due day; 0 on the day itself and before."""
    return max(0, (on - due_on).days)


def in_order(first: date | None, last: date | None, what: str) -> None:
    """Refuses: NotThatWay when a period ends before it begins."""
    if first and last and last < first:
        raise NotThatWay(f"{what}: ngày kết thúc trước ngày bắt đầu.")
