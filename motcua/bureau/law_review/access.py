"""Who may read, write and decide; the only doors to the rows. A unit's rows follow its successor.

Absent and hidden rows answer alike (Http404). What is published is read by everybody through its own door.
"""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from motcua.bureau.law_review.models import Announced, ExpiryList, Kept, Systematisation
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import Actor, UnitRow

READ, WRITE, DECIDE = "law_review.read", "law_review.write", "law_review.decide"
K = TypeVar("K", bound=Kept)


def may(actor: Actor, act: str, unit_id: UUID) -> bool:
    """Whether the actor holds the right at the unit, or where the unit's work went on."""
    directory = office.directory()
    unit = directory.unit(unit_id)
    return any(actor.may(act, path) for path in {unit.path, directory.continuing(unit, actor.on).path})


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    if not may(actor, act, unit_id):
        raise NotAllowed("Bạn không được giao việc này trong rà soát, hệ thống hóa văn bản của đơn vị này.")


def require_system(actor: Actor) -> None:
    """Proposals of reviews come from the register's events, not from a person. Refuses: NotAllowed."""
    if actor.kind != "system":
        raise NotAllowed(
            "Đề xuất rà soát do hệ thống lập khi căn cứ thay đổi; mở việc rà soát theo yêu cầu thay vào đó."
        )


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose reviews the actor may read."""
    return [unit.id for unit in office.directory().units if may(actor, READ, unit.id)]


def own_unit(actor: Actor, act: str = WRITE) -> UnitRow:
    """The unit the actor works for: the widest at which the right is held on the day. Refuses: NotAllowed."""
    units = [office.directory().unit(path) for path in actor.paths(act)]
    living = [unit for unit in units if unit.exists_on(actor.on)]
    if not living:
        raise NotAllowed("Bạn không được giao việc rà soát, hệ thống hóa văn bản.")
    return min(living, key=lambda unit: (len(unit.path), unit.path))


def open_row(actor: Actor, model: type[K], key: UUID) -> K:
    """The door to any of this module's things. Refuses: Http404."""
    row = model._default_manager.filter(pk=key).first()  # noqa: SLF001  Django's own name for it
    if row is None or not may(actor, READ, row.unit_id):
        raise Http404
    return row


def open_published(slug: str) -> Announced:
    """The door for everybody, to what is published only. Refuses: Http404."""
    for model in (ExpiryList, Systematisation):
        row = model.objects.filter(slug=slug, published_on__isnull=False).first()
        if row is not None:
            return row
    raise Http404


def lock(row: K) -> K:
    """The same row, fresh and locked, as every act changes it."""
    return type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)  # noqa: SLF001
