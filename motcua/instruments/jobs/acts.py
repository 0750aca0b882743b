"""Everything that changes a job: enqueue, claim, renew, finish, fail, take back, run again, forget.

A worker's writes carry its name and the attempt, so that one that lost its lease changes nothing any more.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks.utils import get_module_path, normalize_json

from motcua.house.journal import acts as journal
from motcua.house.journal.models import CHAIN
from motcua.house.office.rules import Actor
from motcua.instruments.jobs import access, queries, rules
from motcua.instruments.jobs.choices import State
from motcua.instruments.jobs.models import Job, Rerun

_ERROR_LENGTH = 8000
VANISHED = "Tiến trình nền đã dừng giữa chừng khi đang làm việc này."


def enqueue(
    task: Task[..., Any] | str,
    args: Iterable[Any] = (),
    kwargs: Mapping[str, Any] | None = None,
    *,
    unique_key: str | None = None,
) -> Job:
    """Queue one job: one INSERT in the caller's transaction. With a `unique_key` already known, nothing is queued.

    An act names a task of its own module's `jobs.py`, which stands a shelf above it, by its dotted path.
    """
    job = _new(task, args, kwargs or {})
    job.unique_key = unique_key or job.unique_key
    if job.unique_key:
        Job.objects.bulk_create([job], ignore_conflicts=True)
    else:
        job.save(force_insert=True)
    return job


def enqueue_many(task: Task[..., Any] | str, many: Iterable[Mapping[str, Any]]) -> int:
    """Queue the same task once for each set of keyword arguments, in few statements; answers how many."""
    return len(Job.objects.bulk_create([_new(task, (), kwargs) for kwargs in many], batch_size=500))


def _new(named: Task[..., Any] | str, args: Iterable[Any], kwargs: Mapping[str, Any]) -> Job:
    task: Task[..., Any] = import_string(named) if isinstance(named, str) else named
    now = rules.machine_now()
    return Job(
        task=get_module_path(task.func),
        args=normalize_json(list(args)),
        kwargs=normalize_json(kwargs),
        queue=task.queue_name,
        priority=task.priority,
        run_after=task.run_after or now,
        unique_key=getattr(task, "unique_key", None),
        max_attempts=getattr(task, "max_attempts", rules.MAX_ATTEMPTS),
        enqueued_at=now,
    )


def claim(*, worker: str, lease: timedelta, now: datetime) -> Job | None:
    """Take the next due job, counted as one attempt. Two workers never get the same one.

    PostgreSQL skips rows another worker is taking; on SQLite the transaction begins IMMEDIATE, so takers queue.
    """
    if not queries.due(now=now).exists():
        return None
    with transaction.atomic():
        job = queries.due(now=now).select_for_update(skip_locked=True).first()
        if job is None:
            return None
        job.state, job.worker, job.attempts = State.RUNNING, worker, job.attempts + 1
        job.started_at = job.heartbeat_at = now
        job.lease_until = now + lease
        job.save(update_fields=["state", "worker", "attempts", "started_at", "heartbeat_at", "lease_until"])
    return job


def renew(job_ids: Iterable[UUID], *, worker: str, lease: timedelta, now: datetime) -> int:
    """Hold these jobs for another lease; answers how many are still held."""
    held = Job.objects.filter(id__in=list(job_ids), worker=worker, state=State.RUNNING)
    return held.update(heartbeat_at=now, lease_until=now + lease)


def finish(job: Job, *, result: Any, now: datetime) -> None:
    """Mark the job as done. Refuses: LeaseLost."""
    _end(job, state=State.DONE, result=result, error="", finished_at=now)


def fail(job: Job, *, error: str, is_final: bool, now: datetime) -> None:
    """Record a failed attempt: again after a pause, or never when the attempts are used up. Refuses: LeaseLost."""
    error = error[-_ERROR_LENGTH:]
    if is_final or job.attempts >= job.max_attempts:
        _end(job, state=State.FAILED, error=error, finished_at=now)
    else:
        _end(job, state=State.READY, error=error, run_after=now + rules.pause(job.attempts))


def _end(job: Job, **changes: Any) -> None:
    held = Job.objects.filter(pk=job.pk, state=State.RUNNING, worker=job.worker, attempts=job.attempts)
    if not held.update(lease_until=None, **changes):
        raise rules.LeaseLost(str(job.pk))


def take_back(*, now: datetime) -> int:
    """Free the jobs of workers that died: ready again, or failed when their attempts are used up."""
    expired = Job.objects.filter(state=State.RUNNING, lease_until__lt=now)
    if not expired.exists():
        return 0
    with transaction.atomic():
        spent = expired.filter(attempts__gte=F("max_attempts"))
        ended = spent.update(state=State.FAILED, lease_until=None, finished_at=now, error=VANISHED)
        return ended + expired.update(state=State.READY, lease_until=None, run_after=now, error=VANISHED)


@transaction.atomic
def run_again(job: Job, *, by: Actor, at: datetime, now: datetime) -> Rerun:
    """Let a failed job be tried anew from the first attempt («cho chạy lại»), on record with the error it had.

    `at` is the moment of the order, `now` the machine's own clock that jobs follow. Refuses: NotAllowed, NotFailed
    (it runs, has ended well, or somebody else has just done the same).
    """
    access.require(by)
    failed = Job.objects.filter(pk=job.pk, state=State.FAILED)
    if not failed.update(state=State.READY, attempts=0, run_after=now, finished_at=None):
        raise rules.NotFailed("Việc này không còn ở trạng thái hỏng, không cần chạy lại.")
    order = Rerun(job_id=job.pk, task=job.task, ordered_at=at)
    order.save(force_insert=True)
    journal.write(order, act="job.run_again", by=by, at=at, job=str(job.pk), task=job.task, error=job.error[-500:])
    order.save(update_fields=CHAIN)
    return order


def forget(*, before: datetime) -> int:
    """Delete jobs that ended well before this moment; failed ones stay until someone has looked at them."""
    return Job.objects.filter(Q(state=State.DONE) & Q(finished_at__lt=before)).delete()[0]
