"""Hand acts to another officer in writing, and take them back («ủy quyền»).

Only the holder of the post, or who manages the office, may delegate; only `choices.DELEGABLE` acts, between two days,
on a named paper; and only acts of the giver's own post, so what was delegated is never delegated on.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.journal.models import CHAIN
from motcua.house.office import access, rules
from motcua.house.office.acts.grants import keep_grants
from motcua.house.office.choices import ACT_NAMES, DELEGABLE, ROLE_ACTS, Role
from motcua.house.office.models import Appointment, Delegation, Officer
from motcua.house.office.rules import NotThatWay


@transaction.atomic
def delegate(
    appointment: Appointment,
    *,
    to: Officer,
    acts: Collection[str],
    from_on: date,
    to_on: date,
    paper: str,
    by: rules.Actor,
    at: datetime,
) -> Delegation:
    """Delegate acts of this appointment. Refuses: NotAllowed, NotThatWay (dates, acts, paper, to oneself)."""
    _require(appointment, by)
    problem = _problem(appointment, to, acts, from_on, to_on, paper)
    if problem:
        raise NotThatWay(problem)
    delegation = Delegation(
        from_appointment=appointment, to_officer=to, acts=sorted(acts), from_on=from_on, to_on=to_on, paper=paper
    )
    delegation.save(force_insert=True)
    _record(
        appointment.officer,
        "office.delegate",
        by=by,
        at=at,
        to=to.code,
        acts=sorted(acts),
        from_on=from_on,
        to_on=to_on,
        paper=paper,
    )
    keep_grants(to, at=at)
    return delegation


@transaction.atomic
def revoke_delegation(delegation: Delegation, *, by: rules.Actor, at: datetime) -> None:
    """End a delegation today («chấm dứt ủy quyền»); one that has not begun never will.

    From today on the delegate may no more; yesterday's signatures keep their basis. Refuses: NotAllowed, NotThatWay.
    """
    _require(delegation.from_appointment, by)
    today = at.astimezone(VN).date()
    if delegation.to_on < today:
        raise NotThatWay(f"Ủy quyền này đã hết hạn ngày {delegation.to_on:%d/%m/%Y}.")
    _record(
        delegation.from_appointment.officer,
        "office.revoke_delegation",
        by=by,
        at=at,
        to=delegation.to_officer.code,
        acts=delegation.acts,
        from_on=delegation.from_on,
        paper=delegation.paper,
    )
    receiver = delegation.to_officer
    if delegation.from_on >= today:
        delegation.delete()
    else:
        delegation.to_on = today - timedelta(days=1)
        delegation.save(update_fields=["to_on"])
    keep_grants(receiver, at=at)


def _require(appointment: Appointment, by: rules.Actor) -> None:
    if by.officer_id == appointment.officer_id and by.officer_id is not None:
        return
    access.require(by, "office.manage", appointment.post.unit.path)


def _problem(
    appointment: Appointment, to: Officer, acts: Collection[str], from_on: date, to_on: date, paper: str
) -> str | None:
    own = ROLE_ACTS[Role(appointment.post.role)] & DELEGABLE
    if not appointment.post.may_sign:
        own -= {"dossier.sign"}
    foreign = sorted(ACT_NAMES.get(act, act) for act in set(acts) - own)
    outside = from_on < appointment.from_on or (appointment.to_on is not None and to_on > appointment.to_on)
    found = (
        (bool(foreign), f"Không ủy quyền được việc: {', '.join(foreign)}."),
        (not acts, "Chọn ít nhất một việc được ủy quyền."),
        (not paper.strip(), "Ủy quyền phải bằng văn bản: nhập số, ngày văn bản."),
        (to.pk == appointment.officer_id, "Không ủy quyền cho chính mình."),
        (to_on < from_on, "Ngày kết thúc phải từ ngày bắt đầu trở đi."),
        (outside, "Thời gian ủy quyền phải nằm trong thời gian giữ chức vụ."),
    )
    return next((words for wrong, words in found if wrong), None)


def _record(officer: Officer, act: str, *, by: rules.Actor, at: datetime, **facts: object) -> None:
    fresh = Officer.objects.select_for_update().get(pk=officer.pk)
    officer.journal_seq, officer.journal_head = fresh.journal_seq, fresh.journal_head
    journal.write(officer, act=act, by=by, at=at, **facts)
    officer.save(update_fields=[*CHAIN])
