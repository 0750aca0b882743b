"""What may follow what: states of reviews, yearly lists and systematisations."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from motcua.base.states import after
from motcua.bureau.law_review.choices import ACT_NAME, STATE_NAME, Act, CaseState, RoundState, YearState

S = TypeVar("S", bound=StrEnum)
C, Y, R = CaseState, YearState, RoundState


CASE = {
    (C.OPEN, Act.FILL_SLIP): C.REVIEWED,
    (C.REVIEWED, Act.FILL_SLIP): C.REVIEWED,
    (C.REVIEWED, Act.RETURN_REVIEW): C.OPEN,
    (C.REVIEWED, Act.DECIDE_REVIEW): C.DECIDED,
    (C.DECIDED, Act.CLOSE_REVIEW): C.CLOSED,
}
YEAR = {
    (Y.COMPUTED, Act.COMPUTE_LIST): Y.COMPUTED,
    (Y.CHECKED, Act.COMPUTE_LIST): Y.COMPUTED,
    (Y.COMPUTED, Act.CHECK_LIST): Y.CHECKED,
    (Y.CHECKED, Act.APPROVE_LIST): Y.APPROVED,
    (Y.APPROVED, Act.PUBLISH_LIST): Y.PUBLISHED,
}
ROUND = {
    (R.DRAFTED, Act.EDIT_ROUND): R.DRAFTED,
    (R.DRAFTED, Act.ISSUE_ROUND_PLAN): R.PLANNED,
    (R.PLANNED, Act.ENTER_PREVIOUS): R.PLANNED,
    (R.GATHERED, Act.ENTER_PREVIOUS): R.PLANNED,
    (R.PLANNED, Act.GATHER): R.GATHERED,
    (R.GATHERED, Act.GATHER): R.GATHERED,
    (R.COLLECTED, Act.GATHER): R.GATHERED,
    (R.LISTED, Act.GATHER): R.GATHERED,
    (R.GATHERED, Act.COLLECT_RESULTS): R.COLLECTED,
    (R.COLLECTED, Act.MAKE_LISTS): R.LISTED,
    (R.LISTED, Act.MAKE_LISTS): R.LISTED,
    (R.LISTED, Act.EXPLAIN): R.LISTED,
    (R.LISTED, Act.APPROVE_ROUND): R.RATIFIED,
    (R.RATIFIED, Act.EXPLAIN): R.RATIFIED,
    (R.RATIFIED, Act.PUBLISH_ROUND): R.RELEASED,
}
"""Until approved, the set may be gathered again: lists made from an older set do not stay."""


def next_state(table: Mapping[tuple[S, Act], S], state: S, act: Act) -> S:
    """The state after the act. Refuses: ActNotOpen."""
    return after(table, state, act, act_name=ACT_NAME[act], state_name=STATE_NAME[state])


def days_left(due_on: date, on: date) -> int:
    """Calendar days to the due day; negative when it is past."""
    return (due_on - on).days
