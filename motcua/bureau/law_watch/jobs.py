"""Nightly: reminders of proposals without an answer and of activities of the plan."""

from django_tasks import task

from motcua.base.worktime import clock
from motcua.bureau.law_watch import acts
from motcua.instruments.jobs.schedule import nightly


@nightly("06:05")
@task()
def remind() -> None:
    """Remind officers before the office opens."""
    acts.remind(at=clock.now())
