"""Real worker processes on both databases: killed in the middle, two at once, asked to stop."""

import signal
import time
from pathlib import Path

import pytest

from motcua.house.numbering.tests.stores import Store, store

__all__ = ["store"]
pytestmark = pytest.mark.slow

QUEUE = """
import sys
from django.utils.module_loading import import_string
from motcua.instruments.jobs.tests import tasks
getattr(tasks, sys.argv[1]).enqueue(*sys.argv[2:])
"""
QUEUE_MANY = """
from motcua.instruments.jobs import acts
from motcua.instruments.jobs.tests import tasks
acts.enqueue_many(tasks.take_a_while, [{"scope": "effect"}] * 200)
"""
STATE = """
import sys, time
from motcua.house.numbering.queries import peek
from motcua.instruments.jobs.models import Job
jobs = Job.objects.filter(task__contains=".tests.")
until = time.monotonic() + 40
while jobs.filter(state__in=["ready", "running"]).exists() and time.monotonic() < until:
    time.sleep(0.1)
print(peek(sys.argv[1]) - 1, *sorted({job.state for job in jobs}), *sorted({str(job.attempts) for job in jobs}))
print(len({job.worker for job in jobs}))
"""


@pytest.fixture
def ready_store(store: Store) -> Store:
    store.migrate("numbering", "journal", "jobs")
    return store


def worker(store: Store, *words: str):
    return store.process("-m", "django", "worker", "--lease", "1.5", "--poll", "0.05", *words)


def wait_for_file(path: Path, seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def ended(store: Store, scope: str = "effect") -> list[str]:
    """Wait until no job is left; effects, states and attempts, then how many workers took part."""
    return store.run(STATE, scope).splitlines()


@pytest.mark.parametrize(("task", "effects"), [("number_then_hang_once", 1), ("commit_number_then_hang_once", 2)])
def test_a_job_killed_in_the_middle_runs_again_and_exactly_once_where_asked(ready_store, tmp_path, task, effects):
    marker = tmp_path / "hangs"
    ready_store.run(QUEUE, task, "effect", str(marker))

    first = worker(ready_store)
    wait_for_file(marker)
    first.kill()
    first.communicate()
    second = worker(ready_store)
    seen = ended(ready_store)
    second.terminate()
    second.communicate(timeout=30)

    assert seen == [f"{effects} done 2", "1"]


def test_two_workers_with_two_threads_do_each_job_once(ready_store):
    ready_store.run(QUEUE_MANY)

    workers = [worker(ready_store, "--threads", "2") for _ in range(2)]
    seen = ended(ready_store)
    for process in workers:
        process.terminate()
        process.communicate(timeout=30)

    assert seen == ["200 done 1", "2"]


def test_a_worker_asked_to_stop_ends_its_job_first(ready_store, tmp_path: Path):
    marker = tmp_path / "begun"
    ready_store.run(QUEUE, "touch_and_finish_slowly", str(marker))

    process = worker(ready_store)
    wait_for_file(marker)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)

    assert (process.returncode, ended(ready_store, "finished")) == (0, ["1 done 1", "1"])
