"""Who may read, write and issue; the only doors to the rows. A unit's rows follow its successor.

Absent and hidden rows answer alike (Http404).
"""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from motcua.bureau.law_watch.models import Kept, Observation
from motcua.house.journal import acts as journal
from motcua.house.office.access import keeping
from motcua.house.office.rules import Actor, UnitRow

READ, WRITE, ISSUE = "watch.read", "watch.write", "watch.issue"
K = TypeVar("K", bound=Kept)
may, lock = keeping.may, keeping.lock


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    keeping.require(
        actor, act, unit_id, refusal="Bạn không được giao việc này trong theo dõi thi hành pháp luật của đơn vị này."
    )


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose monitoring the actor may read."""
    return keeping.units(actor, READ)


def own_unit(actor: Actor, act: str = WRITE) -> UnitRow:
    """The unit the actor works for: the widest at which the right is held on the day. Refuses: NotAllowed."""
    return keeping.own_unit(actor, act, refusal="Bạn không được giao việc theo dõi thi hành pháp luật.")


def open_row(actor: Actor, model: type[K], key: UUID) -> K:
    """The door to any of this module's things. Refuses: Http404."""
    return keeping.open_row(actor, READ, model, key)


def open_observation(actor: Actor, key: UUID, *, at: datetime, page: str) -> Observation:
    """The door to information, which may name who complained: the look is recorded. Refuses: Http404."""
    row = open_row(actor, Observation, key)
    record_look(actor, row, at=at, page=page)
    return row


def record_look(actor: Actor, row: Kept, *, at: datetime, page: str) -> None:
    """Put on record that the actor has seen what may name a person."""
    kind = type(row)._meta.model_name or ""  # noqa: SLF001  Django's own
    journal.record_look(
        account_id=actor.account_id, name=actor.name, thing_kind=kind, thing_id=row.pk, at=at, page=page
    )
