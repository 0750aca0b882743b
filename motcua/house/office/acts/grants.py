"""An officer's rights, counted from appointments and delegations, and kept on the account for `request.actor`."""

from datetime import date, datetime

from django.db.models import Q

from motcua.base.worktime.rules import VN
from motcua.house.accounts import acts as accounts
from motcua.house.office.models import Appointment, Delegation, Officer, Unit
from motcua.house.office.rules import Grant


def keep_grants(officer: Officer, *, at: datetime) -> None:
    """Write the officer's present and coming rights onto the account; rights already over are left out."""
    today = at.astimezone(VN).date()
    not_over = Q(to_on__isnull=True) | Q(to_on__gte=today)
    held = Appointment.objects.filter(not_over, officer=officer).select_related("post__unit", "post__scope")
    given = Delegation.objects.filter(not_over, to_officer=officer).select_related(
        "from_appointment__post__unit", "from_appointment__post__scope"
    )
    grants = [_held(row) for row in held.order_by("from_on", "id")]
    grants += [_given(row) for row in given.order_by("from_on", "id")]
    accounts.keep_grants(
        officer.account, [grant.as_json(officer.pk) for grant in grants if grant.to_on is None or grant.to_on >= today]
    )


def _held(row: Appointment) -> Grant:
    post = row.post
    return Grant(
        role=post.role,
        unit_path=post.reach.path,
        from_on=row.from_on,
        to_on=earliest(row.to_on, post.unit.valid_to, post.reach.valid_to),
        post=post.code,
        title=f"{post.title}, {post.unit.name}",
    )


def _given(row: Delegation) -> Grant:
    """A delegation ends at the latest with the appointment of whoever gave it, and with the unit."""
    giver = row.from_appointment
    own = _held(giver)
    return Grant(
        role=own.role,
        unit_path=own.unit_path,
        from_on=row.from_on,
        to_on=earliest(row.to_on, own.to_on),
        acts=frozenset(row.acts),
        post=giver.post.code,
        title=f"Ủy quyền của {giver.post.title}, {giver.post.unit.name}",
    )


def earliest(*days: date | None) -> date | None:
    """The first of these days; None is never."""
    return min((day for day in days if day is not None), default=None)


def unit_ends_before(unit: Unit, on: date) -> bool:
    """Whether the unit is over on the day."""
    return unit.valid_to is not None and unit.valid_to < on
