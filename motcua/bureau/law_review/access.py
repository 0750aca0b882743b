"""Who may read, write and decide; the only doors to the rows. A unit's rows follow its successor.

Absent and hidden rows answer alike (Http404). What is published is read by everybody through its own door.
"""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from motcua.bureau.law_review.models import Announced, ExpiryList, Kept, Systematisation
from motcua.house.office.access import NotAllowed, keeping
from motcua.house.office.rules import Actor, UnitRow

READ, WRITE, DECIDE = "law_review.read", "law_review.write", "law_review.decide"
K = TypeVar("K", bound=Kept)
may, lock = keeping.may, keeping.lock


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    keeping.require(
        actor, act, unit_id, refusal="Bạn không được giao việc này trong rà soát, hệ thống hóa văn bản của đơn vị này."
    )


def require_system(actor: Actor) -> None:
    """Proposals of reviews come from the register's events, not from a person. Refuses: NotAllowed."""
    if actor.kind != "system":
        raise NotAllowed(
            "Đề xuất rà soát do hệ thống lập khi căn cứ thay đổi; mở việc rà soát theo yêu cầu thay vào đó."
        )


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose reviews the actor may read."""
    return keeping.units(actor, READ)


def own_unit(actor: Actor, act: str = WRITE) -> UnitRow:
    """The unit the actor works for: the widest at which the right is held on the day. Refuses: NotAllowed."""
    return keeping.own_unit(actor, act, refusal="Bạn không được giao việc rà soát, hệ thống hóa văn bản.")


def open_row(actor: Actor, model: type[K], key: UUID) -> K:
    """The door to any of this module's things. Refuses: Http404."""
    return keeping.open_row(actor, READ, model, key)


def open_published(slug: str) -> Announced:
    """The door for everybody, to what is published only. Refuses: Http404."""
    for model in (ExpiryList, Systematisation):
        row = model.objects.filter(slug=slug, published_on__isnull=False).first()
        if row is not None:
            return row
    raise Http404
