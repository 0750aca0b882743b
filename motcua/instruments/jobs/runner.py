"""Run one claimed job and record how it ended."""

import logging
import traceback
from typing import Any

from django.db import close_old_connections, connection, transaction
from django.utils.module_loading import import_string
from django_tasks import TaskContext
from django_tasks.utils import normalize_json

from motcua.instruments.jobs import acts, rules
from motcua.instruments.jobs.backend import as_result
from motcua.instruments.jobs.models import Job

log = logging.getLogger("motcua.jobs")


def run(job: Job) -> None:
    """Run the job's task; done, to be tried again, or failed. Nothing a task raises leaves this function."""
    try:
        task = import_string(job.task)
        if rules.runs_exactly_once(task.func):
            with transaction.atomic():
                acts.finish(job, result=_call(task, job), now=rules.machine_now())
        else:
            acts.finish(job, result=_call(task, job), now=rules.machine_now())
    except rules.LeaseLost:
        log.warning("job %s %s: another worker has taken it up", job.id, job.task)
    except (Exception, SystemExit) as error:  # noqa: BLE001  whatever a task raises is its own failure
        _failed(job, error)


def _call(task: Any, job: Job) -> Any:
    context = [TaskContext(task_result=as_result(job))] if task.takes_context else []
    return normalize_json(task.call(*context, *job.args, **job.kwargs))


def _failed(job: Job, error: BaseException) -> None:
    if not connection.in_atomic_block:
        close_old_connections()
    try:
        acts.fail(
            job,
            error="".join(traceback.format_exception(error)),
            is_final=isinstance(error, rules.GiveUp),
            now=rules.machine_now(),
        )
    except rules.LeaseLost:
        log.warning("job %s %s: failed after another worker had taken it up", job.id, job.task)
    log.warning("job %s %s: attempt %s of %s failed", job.id, job.task, job.attempts, job.max_attempts, exc_info=error)
