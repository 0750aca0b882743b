"""Work lists: what waits for whom, most urgent first, page by page, without reading more than is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.queries.law import law_by_key
from motcua.counter.dossiers.rules import APPROVING_ROLE, CLERK_ROLE, COUNTER_ROLE, Standing, standing
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor

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


_ROW = (
    *("id", "code", "law_id", "applicant_name", "state", "step_name", "due_at", "settled_at", "submitted_at"),
    "officer__name",
)


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
            officer=row["officer__name"] or "",
            due_at=row["due_at"],
            standing=standing(
                State(row["state"]),
                row["due_at"].astimezone(VN) if row["due_at"] else None,
                at=at,
                settled_at=row["settled_at"],
                tomorrow=following,
            ),
        )
        for row in rows
    )


def next_working_day(day: date) -> date:
    """The working day after `day` by the calendar of the State."""
    return worktime.next_working_day(day, worktime_files.calendar())


@dataclass(frozen=True)
class Page:
    """A page of a list by key: rows, and where the next page starts (None at the end)."""

    rows: tuple[WorkRow, ...]
    after: str | None


def mine(actor: Actor) -> Q:
    """Open dossiers that wait for this officer: own ones, and unassigned ones at a step of an own role and unit."""
    at_desk = Q()
    for role, unit_ids in actor_desks(actor):
        at_desk |= Q(desk_unit__in=unit_ids, step_role=role, officer__isnull=True)
        if role in {COUNTER_ROLE, APPROVING_ROLE, CLERK_ROLE}:
            at_desk |= Q(desk_unit__in=unit_ids, step_role=role)
    own = Q(officer=actor.officer_id, step_role="specialist") if actor.officer_id else Q(pk__in=())
    return own | at_desk


def actor_desks(actor: Actor) -> tuple[tuple[str, list[UUID]], ...]:
    """Roles the actor holds and the units of each role's subtree on that day."""
    units = office.directory().units
    held = [grant for grant in actor.grants if grant.acts is None and grant.holds_on(actor.on)]
    return tuple((grant.role, [unit.id for unit in units if unit.path.startswith(grant.unit_path)]) for grant in held)


LISTS: dict[str, tuple[str, tuple[State, ...]]] = {
    "mine": ("Việc của tôi", ()),
    "submitted": ("Chờ tiếp nhận", (State.SUBMITTED,)),
    "to_sign": ("Chờ duyệt, ký", (State.PROPOSED, State.APPROVED)),
    "to_return": ("Chờ trả kết quả", (State.DONE, State.REFUSED)),
    "waiting": ("Chờ người dân", (State.SUPPLEMENT_ASKED, State.SUPPLEMENT_BEFORE, State.FEE_ASKED)),
    "all": ("Đang giải quyết", ()),
}


def listed(name: str, actor: Actor) -> QuerySet[Dossier]:
    """Open dossiers of one named list that the actor may read.

    “mine” and “all” hold what was accepted; what was filed online and not yet accepted stands under “submitted”. What
    waits for the applicant, and all, are listed for the counter that took it in as well as for the unit that resolves.
    """
    base = Dossier.objects.filter(is_open=True)
    if name == "mine":
        return base.filter(mine(actor), due_at__isnull=False)
    units, states = readable_units(actor), LISTS[name][1]
    if name in {"all", "waiting"}:
        agencies = {office.directory().agency(office.directory().unit(unit)).id for unit in units}
        scoped = base.filter(agency__in=agencies).filter(Q(unit__in=units) | Q(received_unit__in=units))
    else:
        scoped = base.filter(desk_unit__in=units)
    return scoped.filter(state__in=states) if states else scoped.filter(due_at__isnull=False)


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose dossiers the actor may read."""
    return [unit.id for unit in office.directory().units if actor.may("dossier.read", unit.path)]


def worklist(name: str, actor: Actor, *, at: datetime, after: str = "") -> Page:
    """One page: what is due first, or was filed first. `after` is the key of the last row before (`moment|id`)."""
    column = "submitted_at" if name in {"submitted", "waiting"} else "due_at"
    return keyed(listed(name, actor).order_by(column, "id"), column, at, after)


def keyed(rows: QuerySet[Dossier], column: str, at: datetime, after: str, *, descending: bool = False) -> Page:
    """One page of an ordered list by key: `column` and id of the last row seen."""
    if after:
        moment, _, key = after.partition("|")
        edge, way = datetime.fromisoformat(moment), "lt" if descending else "gt"
        rows = rows.filter(Q(**{f"{column}__{way}": edge}) | Q(**{column: edge, f"id__{way}": UUID(key)}))
        rows = rows.filter(**{f"{column}__{way}e": edge})
    found = list(rows.values(*_ROW)[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Page(_rows(found[:PAGE], at), f"{last[column].isoformat()}|{last['id']}" if last else None)


def counts(actor: Actor, *, names: Sequence[str]) -> dict[str, int]:
    """How many stand in each list, counted to COUNT_CAP + 1 at most («hơn 500»)."""
    return {name: listed(name, actor).values("id")[: COUNT_CAP + 1].count() for name in names}
