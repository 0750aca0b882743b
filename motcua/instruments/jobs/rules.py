"""How often and when a job is tried, when a scheduled round is due, what runs exactly once."""

import time as machine
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import ParamSpec, TypeVar

from motcua.base.worktime.rules import VN

P = ParamSpec("P")
R = TypeVar("R")

MAX_ATTEMPTS = 5
LEASE = timedelta(seconds=60)
LONGEST_PAUSE = timedelta(hours=1)
_ONCE = "effects_and_done_mark_are_one_transaction"


class GiveUp(Exception):
    """Raised by a task that knows another try is useless: the job fails at once."""


class NotFailed(ValueError):
    """Only a job that was given up can be run again; the message is for the administrator."""


class LeaseLost(RuntimeError):
    """Another worker has taken the job up meanwhile; what this one did in its transaction is undone."""


def exactly_once(function: Callable[P, R]) -> Callable[P, R]:
    """Commit what this task writes to the database together with the job's “done” mark.

    Write `@task` above `@exactly_once`. Killed in the middle, nothing of it is kept and it runs again; once done it
    never runs again. Only rows are covered: a mail sent or a file written inside may happen twice. Keep it short: on
    SQLite every other writer waits meanwhile.
    """
    setattr(function, _ONCE, True)
    return function


def runs_exactly_once(function: Callable[..., object]) -> bool:
    """Whether the function asked for `exactly_once`."""
    return bool(getattr(function, _ONCE, False))


def pause(attempts: int) -> timedelta:
    """The pause after so many failed tries: 10 s, 30 s, 90 s … at most an hour."""
    return min(timedelta(seconds=10 * 3 ** min(attempts - 1, 20)), LONGEST_PAUSE)


def machine_now() -> datetime:
    """The machine's own clock: leases and pauses follow it, never the day a demonstration pretends."""
    return datetime.fromtimestamp(machine.time(), UTC)


def last_nightly(at: time, now: datetime) -> datetime:
    """The latest moment, not after now, at which a round that runs daily at this Vietnamese hour was due."""
    today = datetime.combine(now.astimezone(VN).date(), at, VN)
    return today if today <= now else today - timedelta(days=1)


def last_hourly(minute: int, now: datetime) -> datetime:
    """The latest moment, not after now, at which a round that runs at this minute of each hour was due."""
    this = now.astimezone(VN).replace(minute=minute, second=0, microsecond=0)
    return this if this <= now else this - timedelta(hours=1)
