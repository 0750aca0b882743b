"""Nightly: states in the lists follow the day; citations of texts that wait are read."""

from django_tasks import task

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.instruments.jobs.schedule import nightly
from motcua.legal.lawbase import acts, queries

READ_A_NIGHT = 500


@nightly("00:10")
@task()
def refresh_states() -> None:
    """Bring the state of every entry up to the new day."""
    acts.refresh_states(on=clock.now().astimezone(VN).date())


@nightly("01:40")
@task()
def read_citations() -> None:
    """Read long texts, texts from before, and texts whose cited number has been entered since."""
    for version in queries.versions_to_read(READ_A_NIGHT):
        acts.read_citations(version, at=clock.now())
