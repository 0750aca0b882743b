"""Who may look at the work of the background and run a failed job again: administrators."""

from uuid import UUID

from django.http import Http404

from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import Actor
from motcua.instruments.jobs import queries
from motcua.instruments.jobs.models import Job


def require(actor: Actor) -> None:
    """Jobs belong to the installation, not to a unit. Refuses: NotAllowed."""
    if not actor.may_somewhere("job.manage"):
        raise NotAllowed("Bạn không được giao việc này.")


def open_job(actor: Actor, key: UUID) -> Job:
    """The door to one job. Refuses: NotAllowed, Http404."""
    require(actor)
    job = queries.job(key)
    if job is None:
        raise Http404
    return job
