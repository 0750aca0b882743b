"""Nightly rounds of the house below: the journal's seal; old jobs forgotten."""

from datetime import timedelta

from django_tasks import task

from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.journal.rules import AlreadySealed
from motcua.instruments.jobs import acts, rules
from motcua.instruments.jobs.schedule import nightly

KEPT = timedelta(days=30)


@nightly("00:30")
@task
def seal_yesterday() -> None:
    """Seal the journal up to the end of yesterday, by the machine's clock like the keys of its rows."""
    yesterday = rules.machine_now().astimezone(VN).date() - timedelta(days=1)
    try:
        journal.seal_day(yesterday)
    except AlreadySealed:
        return


@nightly("03:15")
@task
def forget_old_jobs() -> int:
    """Delete jobs that ended well a month ago."""
    return acts.forget(before=rules.machine_now() - KEPT)
