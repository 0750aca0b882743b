"""The `django-tasks` backend over our table: `settings.TASKS["default"]["BACKEND"]`.

Besides the standard arguments `@task` takes `max_attempts=`, and `task.using(unique_key=…)` queues a job only if none
with that key is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_enqueued

from motcua.instruments.jobs import acts, queries, rules
from motcua.instruments.jobs.choices import State
from motcua.instruments.jobs.models import Job
from motcua.instruments.jobs.rules import P, R

_STATUS = {
    State.READY: TaskResultStatus.READY,
    State.RUNNING: TaskResultStatus.RUNNING,
    State.DONE: TaskResultStatus.SUCCESSFUL,
    State.FAILED: TaskResultStatus.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTask(Task[P, R]):
    """A task that may bound its attempts and name its job."""

    max_attempts: int = rules.MAX_ATTEMPTS
    unique_key: str | None = None

    def using(self, *, unique_key: str | None = None, max_attempts: int | None = None, **changes: Any) -> Self:
        """The same task with other defaults, for one `enqueue`."""
        changes |= {"unique_key": unique_key} if unique_key else {}
        changes |= {"max_attempts": max_attempts} if max_attempts else {}
        return replace(self, **changes)


class DatabaseBackend(BaseTaskBackend):
    """Jobs as rows."""

    task_class = JobTask
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        """Any queue name is allowed unless the settings list some."""
        super().__init__(alias, params)
        self.queues = set(params.get("QUEUES", []))

    def enqueue(self, task: Task[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> TaskResult[Any]:
        """Queue the task in the caller's transaction."""
        self.validate_task(task)
        result = _result(acts.enqueue(task, args, kwargs), task, self.alias)
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """The present state of a job. Refuses: TaskResultDoesNotExist."""
        job = queries.job(result_id)
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return _result(job, import_string(job.task), self.alias)


def as_result(job: Job) -> TaskResult[Any]:
    """The job as its task's context shows it."""
    task = import_string(job.task)
    return _result(job, task, task.backend)


def _result(job: Job, task: Task[..., Any], alias: str) -> TaskResult[Any]:
    result: TaskResult[Any] = TaskResult(
        task=task,
        id=str(job.id),
        status=_STATUS[State(job.state)],
        enqueued_at=job.enqueued_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.started_at,
        args=job.args,
        kwargs=job.kwargs,
        backend=alias,
        errors=[TaskError(exception_class_path="builtins.Exception", traceback=job.error)] if job.error else [],
        worker_ids=[job.worker] * job.attempts,
    )
    object.__setattr__(result, "_return_value", job.result)
    return result
