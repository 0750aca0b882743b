"""Who may see or do what with a dossier; the only doors to its rows.

Absent and hidden dossiers answer alike (Http404). Looks at personal data by officers are recorded.
"""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.http import Http404

from motcua.base.rows import row
from motcua.counter.dossiers.choices import Act
from motcua.counter.dossiers.models import Dossier
from motcua.house.journal import acts as journal
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM, Actor

if TYPE_CHECKING:
    from motcua.house.office.models import Officer

RIGHT: dict[Act, tuple[str, str]] = {
    Act.RECEIVE: ("dossier.receive", "received_unit"),
    Act.ASK_BEFORE: ("dossier.receive", "received_unit"),
    Act.ASK_FEE: ("dossier.receive", "received_unit"),
    Act.PAY: ("dossier.receive", "received_unit"),
    Act.DECLINE: ("dossier.receive", "received_unit"),
    Act.SUPPLEMENT: ("dossier.receive", "received_unit"),
    Act.AMEND: ("dossier.receive", "received_unit"),
    Act.ASSIGN: ("dossier.assign", "unit"),
    Act.TAKE_UP: ("dossier.examine", "unit"),
    Act.ASK_SUPPLEMENT: ("dossier.examine", "unit"),
    Act.CONSULT: ("dossier.examine", "unit"),
    Act.ANSWER: ("dossier.examine", "unit"),
    Act.SEND_DRAFT: ("dossier.examine", "unit"),
    Act.PROPOSE: ("dossier.examine", "unit"),
    Act.APPROVE: ("dossier.approve", "unit"),
    Act.SEND_BACK: ("dossier.approve", "unit"),
    Act.REFUSE: ("dossier.approve", "unit"),
    Act.SIGN: ("dossier.sign", "unit"),
    Act.RELEASE: ("dossier.seal", "unit"),
    Act.RETURN_RESULT: ("dossier.return", "received_unit"),
    Act.APOLOGISE: ("dossier.apologise", "unit"),
    Act.STOP: ("dossier.receive", "received_unit"),
    Act.WITHDRAW: ("dossier.receive", "received_unit"),
}
"""The right an act needs and the unit in whose subtree the officer must hold it."""
ALSO: dict[Act, tuple[str, str]] = {Act.AMEND: ("dossier.examine", "unit")}
"""A second right that serves as well: the counter that took the declaration in, or who examines it."""

OWNER_ACTS = frozenset({Act.SUBMIT, Act.RESUBMIT, Act.SUPPLEMENT, Act.WITHDRAW, Act.CONFIRM_DRAFT, Act.CORRECT_DRAFT})
"""What the applicant may do to an own dossier; nobody answers for the draft in the applicant's place."""
SYSTEM_ACTS = frozenset({Act.TAKE_SILENCE})
"""What no person does."""

OWN_MATTER = "Bạn là người có tên trong hồ sơ này. Chuyển người khác xử lý."


def is_owner(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor is the citizen who filed it."""
    return actor.account_id is not None and dossier.account_id == actor.account_id


def is_party(personal_number: str, dossier: Dossier) -> bool:
    """Whether the person applies, or is named by number in the form (a spouse, a parent, who asks for another)."""
    named = {dossier.personal_number} | {
        str(value) for key, value in dossier.answers.items() if key.endswith("personal_number")
    }
    return personal_number != "" and personal_number in named


def may_settle(officer: "Officer", dossier: Dossier) -> bool:
    """Whether the work may be given to this officer: not on an own application."""
    if dossier.account_id is not None and officer.account_id == dossier.account_id:
        return False
    return not is_party(officer.account.personal_number or "", dossier)


def may(actor: Actor, act: Act, dossier: Dossier) -> bool:
    """Whether the actor may do this act to this dossier, whatever its state.

    No officer acts on an own application, filed by the own account or under the own personal number.
    """
    if act in OWNER_ACTS and is_owner(actor, dossier):
        return True
    if act in SYSTEM_ACTS:
        return actor.kind == SYSTEM.kind
    if act not in RIGHT or is_owner(actor, dossier) or is_party(actor.personal_number, dossier):
        return False
    grounds = [RIGHT[act], *([ALSO[act]] if act in ALSO else [])]
    return any(actor.may(right, path_of(getattr(dossier, f"{unit}_id"))) for right, unit in grounds)


def require(actor: Actor, act: Act, dossier: Dossier) -> None:
    """Refuses: NotAllowed."""
    if is_party(actor.personal_number, dossier) and not may(actor, act, dossier):
        raise NotAllowed(OWN_MATTER)
    if not may(actor, act, dossier):
        raise NotAllowed("Bạn không được giao việc này đối với hồ sơ này.")


def may_read(actor: Actor, dossier: Dossier) -> bool:
    """Officers read within their units (resolving or receiving); citizens read their own."""
    return is_owner(actor, dossier) or any(
        actor.may("dossier.read", path_of(unit_id)) for unit_id in (dossier.unit_id, dossier.received_unit_id)
    )


def path_of(unit_id: UUID) -> str:
    """Path of a unit, from the directory kept in memory."""
    return office.directory().unit(unit_id).path


def open_dossier(actor: Actor, code: str, *, at: datetime, page: str = "") -> Dossier:
    """The officer's door: by public code or id. Records the look when `page` is named. Refuses: Http404."""
    dossier = _find(code)
    if dossier is None or not may_read(actor, dossier) or actor.officer_id is None:
        raise Http404
    if page:
        record_look(actor, dossier.pk, at=at, page=page)
    return dossier


def record_look(actor: Actor, dossier_id: UUID, *, at: datetime, page: str) -> None:
    """Put on record that this officer has seen the personal data of this dossier; the applicant can read who did."""
    journal.record_look(
        account_id=actor.account_id, name=actor.name, thing_kind="dossier", thing_id=dossier_id, at=at, page=page
    )


def may_read_personal(actor: Actor, dossier: Dossier) -> bool:
    """Whether the officer may see personal data whole: in the resolving or the receiving unit."""
    units = (dossier.unit_id, dossier.received_unit_id)
    return any(actor.may("dossier.read_personal", path_of(unit_id)) for unit_id in units)


def may_read_result(actor: Actor, dossier: Dossier) -> bool:
    """Whether the officer may open the signed result: who may see personal data, and who seals it («văn thư»)."""
    return may_read_personal(actor, dossier) or actor.may("dossier.seal", path_of(dossier.unit_id))


def open_own(actor: Actor, code: str) -> Dossier:
    """The citizen's door to an own dossier. Refuses: Http404."""
    dossier = _find(code)
    if dossier is None or not is_owner(actor, dossier):
        raise Http404
    return dossier


def _find(code: str) -> Dossier | None:
    try:
        return row(Dossier, "id = %s", UUID(code))
    except ValueError:
        return row(Dossier, "code = %s", code.replace("\0", "").strip().upper())


def lock(dossier: Dossier) -> Dossier:
    """The same row, fresh and locked until the transaction ends; every act that changes a dossier starts here.

    SQLite needs no lock of the row: there a transaction that writes is alone from its beginning.
    """
    held = row(Dossier, "id = %s FOR UPDATE" if connection.features.has_select_for_update else "id = %s", dossier.pk)
    if held is None:
        raise Dossier.DoesNotExist
    return held
