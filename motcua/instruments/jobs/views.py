"""The administrators' page of background work: what failed and why, what runs, what waits («việc nền»)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from motcua.house.office.access import Request, requires
from motcua.instruments.jobs import access, acts, queries, rules, schedule

SHOWN = 50
"""Rows of each list; the counts on top are of all."""


@requires("job.manage")
def jobs_page(request: Request) -> HttpResponse:
    """Failed jobs with their error and the button to run them again; then what runs and what waits."""
    context = {
        "load": queries.load(now=rules.machine_now()),
        "failed": queries.failed()[:SHOWN],
        "running": queries.running()[:SHOWN],
        "waiting": queries.waiting()[:SHOWN],
        "rounds": schedule.rounds(),
        "shown": SHOWN,
    }
    return render(request, "jobs/list.html", context)


@requires("job.manage")
@require_POST
def run_again(request: Request, key: UUID) -> HttpResponse:
    """The button beside a failed job."""
    job = access.open_job(request.actor, key)
    try:
        acts.run_again(job, by=request.actor, at=request.now, now=rules.machine_now())
    except rules.NotFailed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Việc đã xếp hàng chạy lại.")
    return redirect("jobs:list")
