"""Take on an officer, appoint to a post, end an appointment; log-in matters an administrator settles for an officer."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from motcua.base.vn.rules import personal_number_problem
from motcua.base.worktime.rules import VN
from motcua.house.accounts import acts as accounts
from motcua.house.journal import acts as journal
from motcua.house.journal.models import CHAIN
from motcua.house.office import access, rules
from motcua.house.office.acts.grants import keep_grants, unit_ends_before
from motcua.house.office.models import Appointment, Officer, Post
from motcua.house.office.rules import NotThatWay


@transaction.atomic
def create_officer(  # noqa: PLR0913  the columns of the staff list
    *,
    code: str,
    name: str,
    login: str,
    password: str,
    post: Post,
    from_on: date,
    by: rules.Actor,
    at: datetime,
    email: str = "",
    personal_number: str = "",
    demo: bool = False,
) -> Officer:
    """A new officer with an account and a first post. The password is for one use, except in a demo.

    The personal number keeps the officer away from own applications.

    Refuses: NotAllowed, LoginTaken, NotThatWay (code or number in use, no such number, unit over).
    """
    access.require(by, "account.manage", post.unit.path)
    if Officer.objects.filter(code=code).exists():
        raise NotThatWay(f"Mã công chức {code} đã có người dùng.")
    account = accounts.open_officer_account(
        login=login, full_name=name, password=password, email=email, at=at, demo=demo
    )
    officer = Officer(account=account, code=code, name=account.full_name)
    officer.save(force_insert=True)
    _record(officer, "office.create_officer", by=by, at=at, code=code)
    if personal_number:
        _keep_personal_number(officer, personal_number)
    appoint(officer, post=post, from_on=from_on, to_on=None, by=by, at=at)
    return officer


@transaction.atomic
def appoint(
    officer: Officer,
    *,
    post: Post,
    from_on: date,
    to_on: date | None,
    by: rules.Actor,
    at: datetime,
    paper: str = "",
) -> Appointment:
    """Appoint to a post («bổ nhiệm»). Refuses: NotAllowed, NotThatWay (dates, unit over, already holding the post)."""
    access.require(by, "office.manage", post.unit.path)
    _lock(officer)
    if to_on is not None and to_on < from_on:
        raise NotThatWay("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    if unit_ends_before(post.unit, from_on) or from_on < post.unit.valid_from:
        raise NotThatWay(f"{post.unit.name} không hoạt động vào ngày {from_on:%d/%m/%Y}.")
    overlapping = Q(to_on__isnull=True) | Q(to_on__gte=from_on)
    if to_on is not None:
        overlapping &= Q(from_on__lte=to_on)
    if officer.appointments.filter(overlapping, post=post).exists():
        raise NotThatWay("Người này đã giữ vị trí đó trong khoảng thời gian này.")
    appointment = Appointment(officer=officer, post=post, from_on=from_on, to_on=to_on, paper=paper)
    appointment.save(force_insert=True)
    _record(officer, "office.appoint", by=by, at=at, post=post.code, from_on=from_on, to_on=to_on, paper=paper)
    keep_grants(officer, at=at)
    return appointment


@transaction.atomic
def end_appointment(appointment: Appointment, *, to_on: date, by: rules.Actor, at: datetime) -> Appointment:
    """Let an appointment end with this day; delegations given from it end with it.

    Refuses: NotAllowed, NotThatWay (before it began, already ended earlier).
    """
    access.require(by, "office.manage", appointment.post.unit.path)
    officer = appointment.officer
    _lock(officer)
    appointment.refresh_from_db(fields=["to_on"])
    if to_on < appointment.from_on:
        raise NotThatWay("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    if appointment.to_on is not None and appointment.to_on <= to_on:
        raise NotThatWay(f"Việc bổ nhiệm này đã kết thúc ngày {appointment.to_on:%d/%m/%Y}.")
    appointment.to_on = to_on
    appointment.save(update_fields=["to_on"])
    _record(officer, "office.end_appointment", by=by, at=at, post=appointment.post.code, to_on=to_on)
    keep_grants(officer, at=at)
    for delegation in appointment.delegations.select_related("to_officer__account"):
        keep_grants(delegation.to_officer, at=at)
    return appointment


@transaction.atomic
def reset_login(officer: Officer, *, by: rules.Actor, at: datetime) -> str:
    """A new one-time password, and the second factor to be set up afresh; answers the password. Refuses: NotAllowed."""
    _require_over(officer, by, at=at)
    password = accounts.reset_login(officer.account)
    _record(officer, "office.reset_login", by=by, at=at)
    return password


@transaction.atomic
def switch_account(officer: Officer, *, active: bool, by: rules.Actor, at: datetime) -> None:
    """Lock or unlock an officer's account; a locked one is out at its next click. Refuses: NotAllowed, NotThatWay."""
    _require_over(officer, by, at=at)
    if officer.account_id == by.account_id:
        raise NotThatWay("Không tự khóa tài khoản của mình.")
    accounts.switch(officer.account, active=active)
    _record(officer, "office.unlock_account" if active else "office.lock_account", by=by, at=at)


@transaction.atomic
def set_personal_number(officer: Officer, number: str, *, by: rules.Actor, at: datetime) -> None:
    """Say who the officer is, so that nobody settles an own application; the number stays out of the record.

    Refuses: NotAllowed, NotThatWay (no such number, or another officer's).
    """
    _require_over(officer, by, at=at)
    _lock(officer)
    _keep_personal_number(officer, number)
    _record(officer, "office.set_personal_number", by=by, at=at)


def _keep_personal_number(officer: Officer, number: str) -> None:
    if problem := personal_number_problem(number):
        raise NotThatWay(problem)
    try:
        accounts.keep_personal_number(officer.account, number)
    except accounts.NumberTaken as refusal:
        raise NotThatWay(str(refusal)) from refusal


def _require_over(officer: Officer, by: rules.Actor, *, at: datetime) -> None:
    """Every post held now or later must lie where the actor manages accounts: a log-in opens them all.

    Of who holds none any more, one former post is enough.
    """
    if by.kind == "system":
        return
    rows = list(officer.appointments.select_related("post__unit"))
    today = at.astimezone(VN).date()
    held = [row for row in rows if row.to_on is None or row.to_on >= today]
    managed = {row.pk for row in rows if by.may("account.manage", row.post.unit.path)}
    if not managed:
        raise access.NotAllowed("Bạn không được giao quản lý tài khoản này.")
    if any(row.pk not in managed for row in held):
        raise access.NotAllowed("Người này giữ vị trí ở đơn vị bạn không quản lý: quản trị viên cấp trên làm việc này.")


def _lock(officer: Officer) -> None:
    fresh = Officer.objects.select_for_update().get(pk=officer.pk)
    officer.journal_seq, officer.journal_head = fresh.journal_seq, fresh.journal_head


def _record(officer: Officer, act: str, *, by: rules.Actor, at: datetime, **facts: object) -> None:
    journal.write(officer, act=act, by=by, at=at, **facts)
    officer.save(update_fields=[*CHAIN])
