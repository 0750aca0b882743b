"""Who may read, draft, appraise, decide, issue and check; the only doors to the rows. Rows follow the unit's successor.

Absent and hidden rows answer alike (Http404).
"""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model
from django.http import Http404

from motcua.bureau.drafting.choices import State
from motcua.bureau.drafting.models import (
    Answer,
    Appraisal,
    Comment,
    ConsultationRound,
    Draft,
    Handling,
    Kept,
    Posting,
    Recipient,
)
from motcua.house.office.access import NotAllowed, keeping
from motcua.house.office.rules import Actor, UnitRow

READ, WRITE, APPRAISE = "drafting.read", "drafting.write", "drafting.appraise"
DECIDE, ISSUE, CHECK = "drafting.decide", "drafting.issue", "drafting.check"
K = TypeVar("K", bound=Kept)
M = TypeVar("M", bound=Model)
PATHS: dict[type[Model], str] = {
    ConsultationRound: "draft",
    Recipient: "round__draft",
    Answer: "recipient__round__draft",
    Posting: "draft",
    Comment: "posting__draft",
    Appraisal: "draft",
    Handling: "draft",
}
may, lock = keeping.may, keeping.lock


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    keeping.require(actor, act, unit_id, refusal="Bạn không được giao việc này trong xây dựng văn bản của đơn vị này.")


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose drafts the actor may read."""
    return keeping.units(actor, READ)


def own_unit(actor: Actor, act: str = WRITE) -> UnitRow:
    """The unit the actor works for: the widest at which the right is held on the day. Refuses: NotAllowed."""
    return keeping.own_unit(actor, act, refusal="Bạn không được giao việc soạn thảo văn bản.")


def open_row(actor: Actor, model: type[K], key: UUID) -> K:
    """The door to a programme or a draft. Refuses: Http404."""
    return keeping.open_row(actor, READ, model, key)


def open_part(actor: Actor, model: type[M], key: UUID) -> tuple[M, Draft]:
    """The door to something of a draft, with the draft it belongs to. Refuses: Http404."""
    path = PATHS[model]
    row = model._default_manager.select_related(path).filter(pk=key).first()  # noqa: SLF001
    if row is None:
        raise Http404
    found: object = row
    for name in path.split("__"):
        found = getattr(found, name)
    if not isinstance(found, Draft) or not may(actor, READ, found.unit_id):
        raise Http404
    return row, found


def open_public(key: UUID, *, on: object) -> Posting:
    """The door of the portal: a posting that has begun, for anybody; a draft that was stopped is taken off it.

    Refuses: Http404.
    """
    rows = Posting.objects.select_related("draft__agency", "version__file")
    row = rows.filter(pk=key, from_on__lte=on).exclude(draft__state=State.STOPPED).first()
    if row is None:
        raise Http404
    return row


def require_other(actor: Actor, draft: Draft) -> None:
    """Who drafted the text does not appraise it. Refuses: NotAllowed."""
    if draft.created_account is not None and draft.created_account == actor.account_id:
        raise NotAllowed("Người soạn thảo không thẩm định dự thảo của chính mình.")
