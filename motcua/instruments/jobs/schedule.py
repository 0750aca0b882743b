"""Rounds that run by the clock: a module's `jobs.py` writes `@nightly("01:30")` above `@task`.

Each round has one key for its moment, so that several workers queue it once. Missed moments are not made up, except the
latest: a machine that was off at night does the night's work when it is on again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any

from django.utils.module_loading import autodiscover_modules
from django_tasks.base import Task
from django_tasks.utils import get_module_path

from motcua.instruments.jobs import acts, rules
from motcua.instruments.jobs.models import Job
from motcua.instruments.jobs.rules import P, R

Slot = Callable[[datetime], datetime]


@dataclass(frozen=True)
class Round:
    """One task and the moments at which it is due."""

    task: Task[..., Any]
    slot: Slot
    when: str

    @property
    def path(self) -> str:
        """Where the task stands in the code."""
        return str(get_module_path(self.task.func))

    def key(self, now: datetime) -> str:
        """The one key of the latest moment at which this was due."""
        return f"{get_module_path(self.task.func)}@{self.slot(now).isoformat()}"


_ROUNDS: dict[str, Round] = {}


def nightly(at: str) -> Callable[[Task[P, R]], Task[P, R]]:
    """Queue the task each day at this Vietnamese hour, such as "01:30"."""
    return _register(partial(rules.last_nightly, time.fromisoformat(at)), f"hằng ngày lúc {at}")


def hourly(minute: int = 0) -> Callable[[Task[P, R]], Task[P, R]]:
    """Queue the task each hour at this minute."""
    return _register(partial(rules.last_hourly, minute), f"hằng giờ, phút {minute:02}")


def _register(slot: Slot, when: str) -> Callable[[Task[P, R]], Task[P, R]]:
    def register(task: Task[P, R]) -> Task[P, R]:
        _ROUNDS[get_module_path(task.func)] = Round(task, slot, when)
        return task

    return register


def rounds() -> tuple[Round, ...]:
    """Every registered round, for the worker and for the administrator's page."""
    autodiscover_modules("jobs")
    return tuple(_ROUNDS[path] for path in sorted(_ROUNDS))


def queue_due(*, now: datetime) -> int:
    """Queue the rounds that are due and not yet known; answers how many."""
    due = {scheduled.key(now): scheduled for scheduled in rounds()}
    known = set(Job.objects.filter(unique_key__in=due).values_list("unique_key", flat=True))
    for key in due.keys() - known:
        acts.enqueue(due[key].task, unique_key=key)
    return len(due.keys() - known)
