"""Nightly: changes of the last days are gone through again, so that no review is missed; who must act is reminded."""

from datetime import timedelta

from django_tasks import task

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts, queries
from motcua.house.office.rules import SYSTEM
from motcua.instruments.jobs.schedule import nightly

DAYS_BACK = 30
"""Bases entered late still count: a relation recorded within these days after the change is found."""


@nightly("00:40")
@task()
def propose_reviews() -> None:
    """Propose what is not proposed yet."""
    now = clock.now()
    for document in queries.changed_since(now - timedelta(days=DAYS_BACK), on=now.astimezone(VN).date()):
        acts.tell_begun(acts.propose_reviews(document, by=SYSTEM, at=now), at=now)


@nightly("06:00")
@task()
def remind() -> None:
    """Remind officers of days of publication and of proposals to carry out, before the office opens."""
    acts.remind(at=clock.now())
