"""Who may read, write and issue; the only doors to the rows. A unit's rows follow its successor.

Absent and hidden rows answer alike (Http404).
"""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.http import Http404

from motcua.bureau.law_watch.models import Kept, Observation
from motcua.house.journal import acts as journal
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import Actor, UnitRow

READ, WRITE, ISSUE = "watch.read", "watch.write", "watch.issue"
K = TypeVar("K", bound=Kept)


def may(actor: Actor, act: str, unit_id: UUID) -> bool:
    """Whether the actor holds the right at the unit, or where the unit's work went on."""
    directory = office.directory()
    unit = directory.unit(unit_id)
    return any(actor.may(act, path) for path in {unit.path, directory.continuing(unit, actor.on).path})


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    if not may(actor, act, unit_id):
        raise NotAllowed("Bạn không được giao việc này trong theo dõi thi hành pháp luật của đơn vị này.")


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose monitoring the actor may read."""
    return [unit.id for unit in office.directory().units if may(actor, READ, unit.id)]


def own_unit(actor: Actor, act: str = WRITE) -> UnitRow:
    """The unit the actor works for: the widest at which the right is held on the day. Refuses: NotAllowed."""
    units = [office.directory().unit(path) for path in actor.paths(act)]
    living = [unit for unit in units if unit.exists_on(actor.on)]
    if not living:
        raise NotAllowed("Bạn không được giao việc theo dõi thi hành pháp luật.")
    return min(living, key=lambda unit: (len(unit.path), unit.path))


def open_row(actor: Actor, model: type[K], key: UUID) -> K:
    """The door to any of this module's things. Refuses: Http404."""
    row = model._default_manager.filter(pk=key).first()  # noqa: SLF001  Django's own name for it
    if row is None or not may(actor, READ, row.unit_id):
        raise Http404
    return row


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


def lock(row: K) -> K:
    """The same row, fresh and locked, as every act changes it."""
    return type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)  # noqa: SLF001
