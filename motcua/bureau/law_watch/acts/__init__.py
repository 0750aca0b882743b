"""Everything that changes monitoring: plans, observations, figures, inspections, proposals, surveys, reports."""

from motcua.bureau.law_watch.acts.figures import enter_figures, open_figures
from motcua.bureau.law_watch.acts.inspections import (
    InspectionGiven,
    add_finding,
    conclude_inspection,
    decide_inspection,
)
from motcua.bureau.law_watch.acts.observations import ObservationGiven, assess_observation, record_observation
from motcua.bureau.law_watch.acts.plans import (
    ActivityGiven,
    add_activity,
    amend_plan,
    complete_plan,
    draft_plan,
    edit_activity,
    edit_plan,
    finish_activity,
    issue_plan,
)
from motcua.bureau.law_watch.acts.proposals import (
    ProposalGiven,
    answer_proposal,
    close_proposal,
    judge_proposal,
    send_proposal,
)
from motcua.bureau.law_watch.acts.reminders import remind
from motcua.bureau.law_watch.acts.reports import draft_report, edit_report, issue_report
from motcua.bureau.law_watch.acts.surveys import add_question, add_reply, close_survey, draft_survey, open_survey

__all__ = [
    "ActivityGiven",
    "InspectionGiven",
    "ObservationGiven",
    "ProposalGiven",
    "add_activity",
    "add_finding",
    "add_question",
    "add_reply",
    "amend_plan",
    "answer_proposal",
    "assess_observation",
    "close_proposal",
    "close_survey",
    "complete_plan",
    "conclude_inspection",
    "decide_inspection",
    "draft_plan",
    "draft_report",
    "draft_survey",
    "edit_activity",
    "edit_plan",
    "edit_report",
    "enter_figures",
    "finish_activity",
    "issue_plan",
    "issue_report",
    "judge_proposal",
    "open_figures",
    "open_survey",
    "record_observation",
    "remind",
    "send_proposal",
]
