"""Every morning: who works on drafts is reminded of each limit that comes near, is there or has passed."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django_tasks import task

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import access, queries
from motcua.house.office import access as house
from motcua.house.office import queries as office
from motcua.instruments.jobs.schedule import nightly
from motcua.instruments.notices import acts as notices

RIGHT = {
    "Báo cáo thẩm định": access.APPRAISE,
    "Đăng công báo, niêm yết": access.ISSUE,
    "Công bố kết quả xử lý": access.ISSUE,
    "Báo cáo thẩm tra": access.DECIDE,
}
"""Who is told of what; all else goes to who drafts."""


@nightly("05:30")
@task()
def remind() -> None:
    """Tell each officer; run again, nobody is told twice."""
    tell(clock.now())


@transaction.atomic
def tell(at: datetime) -> int:
    """The reminders of one morning, one for each threshold of days; how many were written."""
    on = at.astimezone(VN).date()
    due = [one for one in queries.alerts([unit.id for unit in office.directory().units], on=on) if one.due_on]
    actors = house.actors_who_may({access.WRITE, *RIGHT.values()}, on) if due else []
    written = 0
    for actor in actors:
        for one in due:
            thing = one.draft or one.programme
            right = RIGHT.get(one.what, access.WRITE)
            if thing and one.due_on and actor.account_id and access.may(actor, right, thing.unit_id):
                written += notices.remind(
                    account_id=actor.account_id, what=f"{one.what}: {one.draft.title if one.draft else one.title}",
                    due_on=one.due_on, on=on, place=_place(one), key=f"drafting:{thing.pk}:{one.what}", at=at,
                )  # fmt: skip
    return written


def _place(one: queries.Alert) -> str:
    if one.draft is not None:
        return reverse("drafting:draft", args=[one.draft.pk])
    return reverse("drafting:programme", args=[one.programme.pk]) if one.programme else reverse("drafting:home")
