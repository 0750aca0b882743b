"""Work lists: what waits for whom, most urgent first, page by page, without reading more than is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.queries.desks import BY_SUBMISSION, LISTS, Branch, branches, count, read, readable_units
from motcua.counter.dossiers.queries.law import law_by_key
from motcua.counter.dossiers.rules import Standing, standing
from motcua.house.office.rules import Actor
from motcua.legal.procedures.rules import confirmation_for

__all__ = ["COUNT_CAP", "LISTS", "PAGE", "Page", "WorkRow", "counts", "paged", "readable_units", "worklist"]

PAGE = 25
COUNT_CAP = 500


@dataclass(frozen=True)
class WorkRow:
    """One line of a work list; nothing else of the dossier leaves the database."""

    id: UUID
    code: str
    procedure: str
    applicant: str
    state: State
    step: str
    officer: str
    due_at: datetime | None
    standing: Standing
    asks_confirmation: bool = False


def _rows(rows: Iterable[dict[str, Any]], at: datetime) -> tuple[WorkRow, ...]:
    following = next_working_day(at.astimezone(VN).date())
    return tuple(
        WorkRow(
            id=row["id"],
            code=row["code"] or "",
            procedure=law_by_key(row["law_id"]).short_name,
            applicant=row["applicant_name"],
            state=State(row["state"]),
            step=row["step_name"],
            officer=row["officer"] or "",
            due_at=row["due_at"],
            standing=standing(
                State(row["state"]),
                row["due_at"].astimezone(VN) if row["due_at"] else None,
                at=at,
                settled_at=row["settled_at"],
                tomorrow=following,
            ),
            asks_confirmation=confirmation_for(law_by_key(row["law_id"]), row["channel"]) is not None,
        )
        for row in rows
    )


def next_working_day(day: date) -> date:
    """The working day after `day` by the calendar of the State."""
    try:
        return worktime.next_working_day(day, worktime_files.calendar())
    except worktime.CalendarMissing:
        return day + timedelta(days=1)


@dataclass(frozen=True)
class Page:
    """A page of a list by key: rows, and where the next page starts (None at the end)."""

    rows: tuple[WorkRow, ...]
    after: str | None


def worklist(name: str, actor: Actor, *, at: datetime, after: str = "") -> Page:
    """One page, most urgent first. `after` is the key of the last row of the page before (`due|id`)."""
    order = "submitted_at" if name in BY_SUBMISSION else "due_at"
    return paged(branches(name, actor), order, at=at, after=after)


def paged(parts: Sequence[Branch], order: str, *, at: datetime, after: str, descending: bool = False) -> Page:
    """One page of an ordered list by key: moment and id of the last row seen."""
    moment, _, last_id = after.partition("|")
    seen = (datetime.fromisoformat(moment), UUID(last_id)) if after else None
    found = read(parts, order=order, most=PAGE + 1, after=seen, descending=descending)
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(_rows(found[:PAGE], at), f"{last[order].isoformat()}|{last['id']}" if last else None)


def counts(actor: Actor, *, names: Sequence[str]) -> dict[str, int]:
    """How many stand in each list, counted to COUNT_CAP + 1 at most («hơn 500»), in one statement."""
    return dict(
        zip(names, count([branches(name, actor, merged=True) for name in names], most=COUNT_CAP + 1), strict=True)
    )
