"""Questions to the one-stop's rows: law (what holds for a dossier), lists, search, public, papers (what is printed)."""

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.queries.law import forget_kept_law, keep_law, law_by_key, law_of, process_of, promise_of
from motcua.counter.dossiers.queries.lists import (
    COUNT_CAP,
    LISTS,
    PAGE,
    Page,
    WorkRow,
    counts,
    listed,
    next_working_day,
    readable_units,
    worklist,
)
from motcua.counter.dossiers.queries.papers import control_slip, explanation, letterhead, receipt_paper, slip_paper
from motcua.counter.dossiers.queries.public import Tracking, by_id, counted_from, late_and_public, track
from motcua.counter.dossiers.queries.search import recalled, search, search_text

__all__ = [
    "COUNT_CAP",
    "LISTS",
    "PAGE",
    "VN",
    "Page",
    "Tracking",
    "WorkRow",
    "by_id",
    "control_slip",
    "counted_from",
    "counts",
    "explanation",
    "forget_kept_law",
    "keep_law",
    "late_and_public",
    "law_by_key",
    "law_of",
    "letterhead",
    "listed",
    "next_working_day",
    "process_of",
    "promise_of",
    "readable_units",
    "recalled",
    "receipt_paper",
    "search",
    "search_text",
    "slip_paper",
    "track",
    "worklist",
]
