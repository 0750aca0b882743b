"""What holds for review: chains of bases, states, decrees and their days, lines of lists, reconciliation, tables."""

from motcua.base.states import ActNotOpen, NotThatWay, open_acts
from motcua.bureau.law_review.rules.chains import CHANGES, Chain, Link, Step, resting_on
from motcua.bureau.law_review.rules.lists import (
    Happened,
    Line,
    in_order,
    is_over,
    joined,
    part_ends,
    reason_of,
    whole_end,
)
from motcua.bureau.law_review.rules.reconciliation import Check, Difference, Sides, Sum, checks, sum_of, unexplained
from motcua.bureau.law_review.rules.regimes import (
    CutOff,
    Form,
    Regime,
    next_cut_off,
    period_of,
    regime_on,
    round_due,
    yearly_due,
)
from motcua.bureau.law_review.rules.states import (
    CASE,
    ROUND,
    YEAR,
    days_left,
    next_state,
)
from motcua.bureau.law_review.rules.tables import Table, as_csv, table, without_names

__all__ = [
    "CASE",
    "CHANGES",
    "ROUND",
    "YEAR",
    "ActNotOpen",
    "Chain",
    "Check",
    "CutOff",
    "Difference",
    "Form",
    "Happened",
    "Line",
    "Link",
    "NotThatWay",
    "Regime",
    "Sides",
    "Step",
    "Sum",
    "Table",
    "as_csv",
    "checks",
    "days_left",
    "in_order",
    "is_over",
    "joined",
    "next_cut_off",
    "next_state",
    "open_acts",
    "part_ends",
    "period_of",
    "reason_of",
    "regime_on",
    "resting_on",
    "round_due",
    "sum_of",
    "table",
    "unexplained",
    "whole_end",
    "without_names",
    "yearly_due",
]
