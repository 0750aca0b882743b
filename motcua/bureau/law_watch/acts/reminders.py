"""Who monitors is reminded: of proposals that wait for an answer, of answers to judge, of activities of the plan."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import access, queries
from motcua.house.office import access as house
from motcua.house.office import queries as office
from motcua.instruments.notices import acts as notices

if TYPE_CHECKING:
    from motcua.house.office.rules import Actor

RIGHTS = (access.WRITE, access.ISSUE)


@transaction.atomic
def remind(*, at: datetime) -> int:
    """Every night: remind each officer of what is due in the own units, once per threshold; how many were told."""
    on = at.astimezone(VN).date()
    return sum(_reminded(actor, at=at) for actor in house.actors_who_may(RIGHTS, on) if actor.account_id)


def _reminded(actor: Actor, *, at: datetime) -> int:
    units = [unit.id for unit in office.directory().units if any(access.may(actor, act, unit.id) for act in RIGHTS)]
    due = [
        (f"Kiến nghị số {one.proposal.number} chờ trả lời", one.proposal.due_on, "proposal", one.proposal.pk)
        for one in queries.unanswered(units, on=actor.on)
    ]
    due += [
        (f"Hoạt động {one.number} của kế hoạch năm {one.plan.year}", one.due_on, "plan", one.plan_id)
        for one in queries.open_activities(units)
    ]
    return sum(
        notices.remind(
            account_id=actor.account_id, what=what, due_on=day, on=actor.on, at=at,
            place=reverse(f"law_watch:{page}", args=[key]), key=f"law_watch:{key}:{what[:40]}",
        )
        for what, day, page, key in due
        if actor.account_id
    )  # fmt: skip
