"""Find a procedure and understand it: papers, time, fee, where, and the day the result would be there."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.faces.portal.views.frame import counters, framed, title_of, today
from motcua.house.office import queries as office
from motcua.house.office.access import Request, public_page
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law


@public_page
def procedures_page(request: Request) -> HttpResponse:
    """All procedures, or those that match a few letters without marks."""
    day, wanted = today(request), request.GET.get("q", "").strip()[:100]
    found = procedures.search(wanted, day) if wanted else procedures.listing(day)
    return render(request, "portal/procedures.html", framed(request, found=found, wanted=wanted))


@public_page
def procedure_page(request: Request, code: str) -> HttpResponse:
    """One procedure as a citizen needs it."""
    version = version_on(code, today(request))
    context = framed(
        request,
        version=version,
        page_title=title_of(version),
        online="online" in version.filing_channels,
        papers=papers_of(version, request),
        promise=law.limit_for(version),
        due=due_if_now(version, request),
        fees=version.fees,
        places=places(request),
        to_confirm=law.to_confirm(version),
    )
    return render(request, "portal/procedure.html", context)


def papers_of(version: law.ProcedureVersion, request: Request) -> dict[str, list[law.Paper]]:
    """Papers a citizen should know of: always, only in some cases, and what may stand in for another."""
    day, channel = today(request), "online" if "online" in version.filing_channels else "direct"
    always = law.needed_papers(version, {}, channel=channel, on=day)
    perhaps = law.possible_papers(version, {}, channel=channel, on=day)
    return {
        "always": [paper for paper in always if paper.role != "form" and not paper.instead_of],
        "perhaps": [paper for paper in perhaps if not paper.instead_of],
        "instead": [paper for paper in (*always, *perhaps) if paper.instead_of],
    }


def version_on(code: str, day: Any) -> law.ProcedureVersion:
    """The procedure as it holds on the day. Refuses: Http404."""
    try:
        return procedures.get(code, day)
    except LookupError:
        raise Http404 from None


def due_if_now(version: law.ProcedureVersion, request: Request) -> worktime.Due | None:
    """When the result would be ready if a complete application came in now; None past the known calendar."""
    try:
        return worktime.due_moment(
            request.now,
            worktime.Limit.parse(law.limit_for(version).limit),
            calendar=worktime_files.calendar(),
            hours=worktime_files.hours(),
        )
    except worktime.CalendarMissing:
        return None


def places(request: Request) -> list[dict[str, Any]]:
    """Counters with their agency and opening sessions of the day."""
    day, directory, found = today(request), office.directory(), []
    for counter in counters(request):
        sessions = worktime_files.hours(counter.code).sessions(day, worktime_files.calendar())
        found.append(
            {"counter": counter, "agency": directory.agency(counter), "sessions": [str(one) for one in sessions]}
        )
    return found
