"""The front door: search, common procedures, look-up, and how punctual the office is."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from motcua.counter.dossiers import queries as dossiers
from motcua.faces.portal.views.frame import framed, today
from motcua.house.office.access import Request, public_page, requires_account
from motcua.legal.procedures import queries as procedures

COMMON = (
    ("1.001193", "user"),
    ("1.000894", "people"),
    ("1.000656", "book"),
    ("1.004873", "file"),
    ("2.000815", "check"),
    ("2.000635", "copy"),
)


@public_page
def home_page(request: Request) -> HttpResponse:
    """Everything a citizen comes for, on one page."""
    known = {version.code: version for version in procedures.listing(today(request))}
    context = framed(
        request,
        common=[(known[code], icon) for code, icon in COMMON if code in known],
        punctual=dossiers.recent_punctuality(at=request.now),
    )
    return render(request, "portal/home.html", context)


@requires_account
def start_page(request: Request) -> HttpResponse:
    """Where a person's own work begins after log-in: the work list, the office's pages, or the own dossiers."""
    actor = request.actor
    if actor.may_somewhere("dossier.read"):
        return redirect("dossiers:home")
    if actor.may_somewhere("office.manage"):
        return redirect("office:units")
    return redirect("accounts:profile" if actor.officer_id else "portal:mine")
