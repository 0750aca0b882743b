"""Everything that changes reviews, yearly lists and systematisations; each act leaves one row in the journal."""

from motcua.bureau.law_review.acts.cases import (
    LineGiven,
    SlipGiven,
    begin_reviews,
    close_review,
    decide_review,
    fill_slip,
    propose_reviews,
    retell_changes,
    return_review,
)
from motcua.bureau.law_review.acts.reminders import remind, tell_begun
from motcua.bureau.law_review.acts.rounds import (
    approve_round,
    collect_results,
    draft_round,
    edit_round,
    enter_previous,
    explain,
    gather,
    issue_round_plan,
    make_lists,
    publish_round,
)
from motcua.bureau.law_review.acts.years import approve_list, check_list, compute_list, publish_list

__all__ = [
    "LineGiven",
    "SlipGiven",
    "approve_list",
    "approve_round",
    "begin_reviews",
    "check_list",
    "close_review",
    "collect_results",
    "compute_list",
    "decide_review",
    "draft_round",
    "edit_round",
    "enter_previous",
    "explain",
    "fill_slip",
    "gather",
    "issue_round_plan",
    "make_lists",
    "propose_reviews",
    "publish_list",
    "publish_round",
    "remind",
    "retell_changes",
    "return_review",
    "tell_begun",
]
