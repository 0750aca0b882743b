"""The table of jobs, and of the orders to run one again."""

from django.db import models
from django.db.models import Q

from motcua.base.keys import new_id
from motcua.house.journal.models import Chained
from motcua.instruments.jobs.choices import State
from motcua.instruments.jobs.rules import MAX_ATTEMPTS


class Rerun(Chained):
    """An administrator's order to run a failed job again («cho chạy lại»); stays when the job is forgotten."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    job_id = models.UUIDField()
    task = models.CharField(max_length=200)
    ordered_at = models.DateTimeField()


class Job(models.Model):
    """One piece of work to be done outside the request («việc nền»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    task = models.CharField(max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    queue = models.CharField(max_length=50, default="default")
    priority = models.SmallIntegerField(default=0)
    run_after = models.DateTimeField()
    unique_key = models.CharField(max_length=300, null=True, unique=True)
    state = models.CharField(max_length=10, default=State.READY, choices=[(state.value, state.name) for state in State])
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(default=MAX_ATTEMPTS)
    worker = models.CharField(max_length=100, default="", blank=True)
    lease_until = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    enqueued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error = models.TextField(default="", blank=True)
    result = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="running", lease_until__isnull=False)
                | (~Q(state="running") & Q(lease_until__isnull=True)),
                name="a_job_is_held_by_a_lease_exactly_while_it_runs",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "failed"], finished_at__isnull=False)
                | Q(state__in=["ready", "running"], finished_at__isnull=True),
                name="a_job_has_an_end_exactly_when_it_has_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["-priority", "run_after", "id"], condition=Q(state="ready"), name="jobs_waiting"),
            models.Index(fields=["lease_until"], condition=Q(state="running"), name="jobs_running"),
            models.Index(fields=["finished_at"], condition=Q(state__in=["done", "failed"]), name="jobs_ended"),
        ]
