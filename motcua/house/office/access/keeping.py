"""What a unit keeps: who holds a right over it, and the one door to such a row.

A right counts where the row is kept and where that unit's work went on: a row follows its keeper's successor. Modules
say which right and what their refusal reads; absent and hidden rows answer alike.
"""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model
from django.http import Http404

from motcua.house.office import queries
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import Actor, UnitRow

M = TypeVar("M", bound=Model)


def may(actor: Actor, act: str, unit_id: UUID) -> bool:
    """Whether the actor holds the right at the unit, or where the unit's work went on."""
    directory = queries.directory()
    unit = directory.unit(unit_id)
    return any(actor.may(act, path) for path in {unit.path, directory.continuing(unit, actor.on).path})


def require(actor: Actor, act: str, unit_id: UUID, *, refusal: str) -> None:
    """Refuses: NotAllowed, in these words."""
    if not may(actor, act, unit_id):
        raise NotAllowed(refusal)


def units(actor: Actor, act: str) -> list[UUID]:
    """Units at which the actor holds the right."""
    return [unit.id for unit in queries.directory().units if may(actor, act, unit.id)]


def own_unit(actor: Actor, act: str, *, refusal: str) -> UnitRow:
    """The unit the actor works for: the widest at which the right is held on the day. Refuses: NotAllowed."""
    found = [queries.directory().unit(path) for path in actor.paths(act)]
    living = [unit for unit in found if unit.exists_on(actor.on)]
    if not living:
        raise NotAllowed(refusal)
    return min(living, key=lambda unit: (len(unit.path), unit.path))


def open_row(actor: Actor, act: str, model: type[M], key: UUID) -> M:
    """The door to a row with a `unit_id`, for who holds the right there. Refuses: Http404."""
    row = model._default_manager.filter(pk=key).first()  # noqa: SLF001  Django's own name for it
    if row is None or not may(actor, act, row.unit_id):  # type: ignore[attr-defined]
        raise Http404
    return row


def lock(row: M) -> M:
    """The same row, fresh and locked, as every act changes it."""
    return type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)  # noqa: SLF001
