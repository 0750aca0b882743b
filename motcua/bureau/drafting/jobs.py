"""Every morning: who works on drafts is told, in one notice, what is late, due today or due within three days."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django_tasks import task

from motcua.base.vn.rules import day
from motcua.base.worktime import clock
from motcua.bureau.drafting import access, queries
from motcua.house.office import queries as office
from motcua.house.office.choices import ROLE_ACTS
from motcua.instruments.jobs.schedule import nightly
from motcua.instruments.notices import acts as notices
from motcua.instruments.notices import queries as told

AHEAD, AGAIN, MOST = 3, 7, 10
"""Days before a limit its first reminder comes; days between two of what is late; matters named in one notice."""
TEMPLATE = "work_due"
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
    """Tell each officer once a morning; run again, nobody is told twice."""
    now = clock.now()
    tell(now)


def tell(at: datetime) -> None:
    """The reminders of one morning."""
    on = at.date()
    found: dict[UUID, list[queries.Alert]] = defaultdict(list)
    for one in queries.alerts([unit.id for unit in office.directory().units], on=on):
        if one.due_on is not None and _is_told((one.due_on - on).days):
            for account_id in _holders(one, on=on):
                found[account_id].append(one)
    for account_id, those in found.items():
        if not told.inbox(account_id).filter(about=TEMPLATE, at__date=on).exists():
            notices.notify(account_id=account_id, template=TEMPLATE, data=_words(those), at=at)


def _is_told(left: int) -> bool:
    return left in {AHEAD, 0, -1} or (left < 0 and -left % AGAIN == 0)


def _holders(one: queries.Alert, *, on: date) -> Iterable[UUID]:
    thing = one.draft or one.programme
    if thing is None:
        return ()
    directory = office.directory()
    unit = office.continuing(directory.unit(thing.unit_id), on)
    right = RIGHT.get(one.what, access.WRITE)
    roles = [role for role, acts in ROLE_ACTS.items() if right in acts]
    return {
        officer.account_id
        for role in roles
        for at in (unit, directory.agency(unit))
        for officer in office.officers_with(role, at, on)
    }


def _words(those: list[queries.Alert]) -> dict[str, str]:
    lines = [f"{one.what}: {one.draft.title if one.draft else one.title} ({day(_due(one))})" for one in those[:MOST]]
    return {"code": f"{len(those)} việc", "state": "; ".join(lines), "due": day(min(_due(one) for one in those))}


def _due(one: queries.Alert) -> date:
    return one.due_on or date.max
