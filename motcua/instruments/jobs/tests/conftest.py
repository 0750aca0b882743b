"""A worker in this process."""

from datetime import timedelta

import pytest

from motcua.instruments.jobs import schedule
from motcua.instruments.jobs.models import Job
from motcua.instruments.jobs.tests import tasks
from motcua.instruments.jobs.worker import Worker


@pytest.fixture(autouse=True)
def _clean(monkeypatch):
    monkeypatch.setattr(tasks, "DONE", [])


@pytest.fixture
def no_rounds(monkeypatch):
    schedule.rounds()  # every module has registered its own before the list is emptied
    monkeypatch.setattr(schedule, "_ROUNDS", {})


@pytest.fixture
def drain(db, no_rounds):
    """Do what is due; `after` seconds pass first for jobs that pause."""

    def do(*, after: float = 0) -> int:
        for job in Job.objects.filter(state="ready"):
            Job.objects.filter(pk=job.pk).update(run_after=job.run_after - timedelta(seconds=after))
        return Worker().drain()

    return do
