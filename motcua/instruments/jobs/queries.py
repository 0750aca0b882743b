"""What waits, what runs, what has failed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from motcua.instruments.jobs.choices import State
from motcua.instruments.jobs.models import Job


@dataclass(frozen=True)
class Load:
    """How much work there is, for the administrator's page and the health check."""

    ready: int
    running: int
    failed: int
    oldest_due_at: datetime | None


def failed() -> QuerySet[Job]:
    """Jobs that were given up, latest first."""
    return Job.objects.filter(state=State.FAILED).order_by("-finished_at", "-id")


def waiting() -> QuerySet[Job]:
    """Jobs not begun, those that start first on top; one that failed before carries its last error."""
    return Job.objects.filter(state=State.READY).order_by("run_after", "id")


def running() -> QuerySet[Job]:
    """Jobs a worker holds now, the longest first."""
    return Job.objects.filter(state=State.RUNNING).order_by("started_at", "id")


def due(*, now: datetime) -> QuerySet[Job]:
    """Jobs that may start now, the next one first: by priority, then by age."""
    return Job.objects.filter(state=State.READY, run_after__lte=now).order_by("-priority", "run_after", "id")


def load(*, now: datetime) -> Load:
    """Counts of what has not ended well, and since when the oldest due job waits."""
    count = dict(
        Job.objects.exclude(state=State.DONE)
        .values_list("state")
        .annotate(Count("id"))
        .values_list("state", "id__count")
    )
    oldest = due(now=now).order_by().aggregate(oldest=Min("run_after"))["oldest"]
    return Load(count.get(State.READY, 0), count.get(State.RUNNING, 0), count.get(State.FAILED, 0), oldest)


def job(job_id: UUID | str) -> Job | None:
    """One job, if it is still kept."""
    return Job.objects.filter(pk=job_id).first()
