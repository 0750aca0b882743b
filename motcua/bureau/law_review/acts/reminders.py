"""Who must act is told: days of publication, decided proposals that are due, reviews begun by a changed basis."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import access, queries
from motcua.bureau.law_review.models import ExpiryList, ReviewCase
from motcua.house.office import access as house
from motcua.house.office import queries as office
from motcua.instruments.notices import acts as notices
from motcua.instruments.notices.rules import Mark

if TYPE_CHECKING:
    from motcua.house.office.rules import Actor, UnitRow

RIGHTS = (access.WRITE, access.DECIDE)


@transaction.atomic
def remind(*, at: datetime) -> int:
    """Every night: remind each officer of what is due in the own units, once per threshold; how many were told."""
    on = at.astimezone(VN).date()
    return sum(_reminded(actor, at=at) for actor in house.actors_who_may(RIGHTS, on))


def _reminded(actor: Actor, *, at: datetime) -> int:
    units = [unit.id for unit in office.directory().units if any(access.may(actor, act, unit.id) for act in RIGHTS)]
    agency = _agency(actor)
    due = [
        (
            f"{one.words}, {one.code.lower()}",
            one.due_on,
            _place(one),
            str(one.row.pk) if one.row else f"{agency and agency.code}:{one.code}",
        )
        for one in queries.reminders(units, agency, on=actor.on)
    ]
    due += [
        (f"Xử lý kết quả rà soát {one.document.name}", one.due_on, _case_place(one), str(one.pk))
        for one in queries.to_handle(units)
        if one.due_on
    ]
    return sum(
        notices.remind(
            account_id=actor.account_id, what=what, due_on=day, on=actor.on, place=place, key=f"law_review:{key}", at=at
        )
        for what, day, place, key in due
        if actor.account_id
    )


def _case_place(case: ReviewCase) -> str:
    return reverse("law_review:case", args=[case.pk])


@transaction.atomic
def tell_begun(cases: Iterable[ReviewCase], *, at: datetime) -> int:
    """Tell who reviews that a changed basis began reviews today: one notice an officer and basis."""
    by_basis: dict[str, list[ReviewCase]] = {}
    for case in cases:
        by_basis.setdefault(case.basis.name if case.basis else "", []).append(case)
    told = 0
    for actor in house.actors_who_may([access.WRITE], at.astimezone(VN).date()) if by_basis else ():
        for basis, rows in by_basis.items():
            mine = [case for case in rows if access.may(actor, access.WRITE, case.unit_id)]
            if mine:
                place = _case_place(mine[0]) if len(mine) == 1 else reverse("law_review:cases")
                data = {"code": f"{basis} thay đổi", "state": f"{len(mine)} văn bản phải rà soát", "due": ""}
                once = f"law_review:begun:{mine[0].pk}"
                told += bool(
                    notices.notify(
                        template="reminder", data=data, at=at, account_id=actor.account_id, mark=Mark(place, once)
                    )
                )
    return told


def _agency(actor: Actor) -> UnitRow | None:
    for act in RIGHTS:
        if actor.may_somewhere(act):
            return office.directory().agency(access.own_unit(actor, act))
    return None


def _place(one: queries.Reminder) -> str:
    if one.row is not None:
        return reverse("law_review:year" if isinstance(one.row, ExpiryList) else "law_review:round", args=[one.row.pk])
    return reverse("law_review:compute") if one.year else reverse("law_review:rounds")
