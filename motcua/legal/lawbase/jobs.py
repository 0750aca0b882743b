"""Nightly: entries whose effect begins, pauses or ends today change their state in the lists."""

from django_tasks import task

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.instruments.jobs.schedule import nightly
from motcua.legal.lawbase import acts


@nightly("00:10")
@task()
def refresh_states() -> None:
    """Bring the state of every entry up to the new day."""
    acts.refresh_states(on=clock.now().astimezone(VN).date())
