"""Which desks an officer answers for, and the SQL that reads their lists: branches that each follow one index.

A list is the union of branches (one desk and step, one state, one's own work). Written by hand: the ORM turns the same
question into one condition with OR, which neither database answers in the order of an index, and compiling it costs
more than running it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.base.rows import stored
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.rules import APPROVING_ROLE, CLERK_ROLE, COUNTER_ROLE
from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM, Actor

SPECIALIST_ROLE = "specialist"
BY_DESK = frozenset({COUNTER_ROLE, APPROVING_ROLE, CLERK_ROLE})
"""Roles whose work belongs to the desk, whoever examined the dossier."""

WAITING = (State.SUPPLEMENT_ASKED, State.SUPPLEMENT_BEFORE, State.FEE_ASKED, State.CONFIRM_ASKED)
LISTS: dict[str, tuple[str, tuple[State, ...]]] = {
    "mine": ("Việc của tôi", ()),
    "submitted": ("Chờ tiếp nhận", (State.SUBMITTED,)),
    "to_sign": ("Chờ duyệt, ký", (State.PROPOSED, State.APPROVED)),
    "to_return": ("Chờ trả kết quả", (State.DONE, State.REFUSED)),
    "waiting": ("Chờ người dân", WAITING),
    "all": ("Đang giải quyết", ()),
}
BY_SUBMISSION = frozenset({"submitted", "waiting"})
"""Lists in the order of submission, because some of their dossiers have no due moment yet; the others go by it."""
COLUMNS = (
    *("id", "code", "law_id", "applicant_name", "state", "step_name", "due_at", "settled_at", "submitted_at"),
    *("officer_id", "channel"),
)


@dataclass(frozen=True)
class Branch:
    """One condition that an index answers in order, with its parameters."""

    condition: str
    parameters: tuple[Any, ...]


def branches(name: str, actor: Actor, *, merged: bool = False) -> tuple[Branch, ...]:
    """What belongs to one of `LISTS` for this officer; branches do not overlap.

    “mine” and “all” hold what was accepted; what was filed online and not yet accepted stands under “submitted”. What
    waits for the applicant, and all, are listed for the counter that took it in as well as for the unit that resolves.
    `merged`: as few branches as possible, for counting, which asks for no order.
    """
    if name == "mine":
        return _mine(actor, merged=merged)
    units, states = readable_units(actor), [state.value for state in LISTS[name][1]]
    if name in {"to_sign", "to_return"}:
        pairs = ((desks, held) for desks in _each(units, merged) for held in _each(states, merged))
        return tuple(_all("due_at IS NOT NULL", desk_unit_id=desks, state=held) for desks, held in pairs)
    directory = office.directory()
    agencies = sorted({directory.agency(directory.unit(unit)).id for unit in units})
    scope, within = one_of(("desk_unit_id",) if name == "submitted" else ("unit_id", "received_unit_id"), units)
    if states:
        pairs = ((ours, held) for ours in _each(agencies, merged) for held in _each(states, merged))
        return tuple(_all(scope, *within, agency_id=ours, state=held) for ours, held in pairs)
    return tuple(_all(f"due_at IS NOT NULL AND {scope}", *within, agency_id=ours) for ours in _each(agencies, merged))


def _mine(actor: Actor, *, merged: bool) -> tuple[Branch, ...]:
    """Own work, and what waits at a step of an own role and unit: unassigned where the work is an officer's."""
    found = []
    if actor.officer_id:
        found.append(_all("due_at IS NOT NULL", officer_id=[actor.officer_id], step_role=[SPECIALIST_ROLE]))
    desks: dict[str, set[UUID]] = {}
    for role, units in actor_desks(actor):
        desks.setdefault(role, set()).update(units)
    for role, held in desks.items():
        more = "due_at IS NOT NULL" + ("" if role in BY_DESK else " AND officer_id IS NULL")
        found += [_all(more, desk_unit_id=units, step_role=[role]) for units in _each(sorted(held), merged)]
    return tuple(found)


def _each(values: Sequence[Any], merged: bool) -> list[Sequence[Any]]:  # noqa: FBT001
    """The values one by one, or all at once."""
    return [values] if merged and values else [[value] for value in values]


def _all(more: str, *parameters: Any, **columns: Sequence[Any]) -> Branch:
    """Open dossiers whose columns hold one of these values each, and `more` with its parameters."""
    parts = [one_of((column,), values) for column, values in columns.items()]
    conditions = ["is_open", *(condition for condition, _ in parts), more]
    return Branch(" AND ".join(conditions), (*(value for _, own in parts for value in own), *parameters))


def one_of(columns: tuple[str, ...], values: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    """SQL and parameters: one of these columns holds one of these values. No value: nothing is found."""
    marks = ", ".join(["%s"] * len(values)) or "NULL"
    condition = " OR ".join(f"{column} IN ({marks})" for column in columns)
    if len(columns) > 1:
        # PostgreSQL would gather and sort every row of either column; so it reads in the order of the list instead.
        condition = f"CASE WHEN {condition} THEN TRUE ELSE FALSE END"
    return f"({condition})", tuple(stored(value) for value in values) * len(columns)


def actor_desks(actor: Actor) -> tuple[tuple[str, list[UUID]], ...]:
    """Roles the actor holds and the units of each role's subtree on that day."""
    units = office.directory().units
    held = [grant for grant in actor.grants if grant.acts is None and grant.holds_on(actor.on)]
    return tuple((grant.role, [unit.id for unit in units if unit.path.startswith(grant.unit_path)]) for grant in held)


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose dossiers the actor may read."""
    units = office.directory().units
    if actor.kind == SYSTEM.kind:
        return [unit.id for unit in units]
    paths = actor.paths("dossier.read")
    return [unit.id for unit in units if unit.path.startswith(paths)]


def read(
    parts: Sequence[Branch],
    *,
    order: str,
    most: int,
    after: tuple[datetime, UUID] | None = None,
    descending: bool = False,
) -> list[dict[str, Any]]:
    """Rows of all branches in the order of `order` and id, `most` at most: each gives its first, then they merge.

    `after` is the key of the last row already seen.
    """
    if not parts:
        return []
    way, than = (" DESC", "<") if descending else ("", ">")
    end = f" ORDER BY {order}{way}, id{way} LIMIT {most}"
    edge = f" AND ({order}, id) {than} (%s, %s)" if after else ""
    seen = (moment_in(after[0]), stored(after[1])) if after else ()
    names = ", ".join(COLUMNS)
    each = [f"SELECT {names} FROM dossiers_dossier WHERE {part.condition}{edge}{end}" for part in parts]  # noqa: S608
    parted = [f"SELECT * FROM ({one}) b{no}" for no, one in enumerate(each)]  # noqa: S608  names are our own
    whole = each[0] if len(each) == 1 else " UNION ALL ".join(parted)
    statement = (
        f"SELECT page.*, o.name FROM ({whole}{'' if len(each) == 1 else end}) page"  # noqa: S608  names are our own
        f" LEFT JOIN office_officer o ON o.id = page.officer_id ORDER BY page.{order}{way}, page.id{way}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for part in parts for value in (*part.parameters, *seen)])
        return [_row(values) for values in cursor.fetchall()]


def _row(values: Sequence[Any]) -> dict[str, Any]:
    row = dict(zip((*COLUMNS, "officer"), values, strict=True))
    for name in ("due_at", "settled_at", "submitted_at"):
        row[name] = moment_out(row[name])
    row["id"] = row["id"] if isinstance(row["id"], UUID) else UUID(row["id"])
    return row


def count(lists: Sequence[Sequence[Branch]], *, most: int) -> list[int]:
    """How many rows each list has, counted to `most`, in one statement."""
    if not lists:
        return []
    parts, parameters = [], []
    for own in lists:
        each = [f"SELECT 1 FROM dossiers_dossier WHERE {branch.condition}" for branch in own]  # noqa: S608
        parts.append(f"(SELECT COUNT(*) FROM ({' UNION ALL '.join(each)} LIMIT {most}) c)" if each else "0")  # noqa: S608
        parameters += [value for branch in own for value in branch.parameters]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        return [int(number) for number in cursor.fetchone()]


def moment_in(value: datetime) -> Any:
    """A moment as this database keeps it."""
    return connection.ops.adapt_datetimefield_value(value)


def moment_out(value: Any) -> datetime | None:
    """A moment as this database gives it."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
