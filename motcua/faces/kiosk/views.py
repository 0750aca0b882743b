"""Screens of the kiosk; each can be left at once and leaves nothing behind."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from motcua.base.ui.rules import press
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import queries as dossiers
from motcua.house.accounts import acts as accounts
from motcua.house.accounts import rules as limits
from motcua.house.accounts.access import address_of
from motcua.house.office.access import Request, public_page
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law

DIGITS = 10


def _screen(request: Request, template: str, **context: Any) -> HttpResponse:
    context = {"start_url": reverse("kiosk:start"), **context}
    response = render(request, f"kiosk/{template}.html", context)
    response["Cache-Control"] = "no-store"
    response["Clear-Site-Data"] = '"cache"'
    return response


@never_cache
@public_page
def start_page(request: Request) -> HttpResponse:
    """What the kiosk can do."""
    return _screen(request, "start", idle_seconds=0)


@never_cache
@public_page
def lookup_page(request: Request) -> HttpResponse:
    """Ten digits behind the dash of the code, on our own keypad or by a scanner that types.

    Posted, so that the screen's history names no dossier to whoever comes next.
    """
    value = "".join(char for char in request.POST.get("code", "") if char.isdigit())[-DIGITS:]
    if key := request.POST.get("key"):
        value = press(value, key, longest=DIGITS)
    found: tuple[dossiers.Tracking, ...] = ()
    problem = ""
    if len(value) == DIGITS and not key:
        try:
            accounts.spend(limits.LOOK_UP, f"kiosk:{address_of(request)}", at=request.now)
        except accounts.TooManyTries as refusal:
            problem = str(refusal)
        else:
            found = dossiers.track_number(value, on=request.now.astimezone(VN).date())
            problem = "" if found else _("Không có hồ sơ nào mang số này. Xem lại giấy hẹn.")
    elif request.POST.get("code") and not key:
        problem = _("Nhập đủ mười số sau dấu gạch trên giấy hẹn.")
    return _screen(
        request, "lookup", value=value, found=found, problem=problem, longest=DIGITS, back_url=reverse("kiosk:start")
    )


@never_cache
@public_page
def procedures_page(request: Request) -> HttpResponse:
    """Procedures as big buttons."""
    listing = procedures.listing(request.now.astimezone(VN).date())
    return _screen(request, "procedures", listing=listing, back_url=reverse("kiosk:start"))


@never_cache
@public_page
def procedure_page(request: Request, code: str) -> HttpResponse:
    """Papers, time and fee of one procedure, in large letters."""
    try:
        version = procedures.get(code, request.now.astimezone(VN).date())
    except LookupError:
        raise Http404 from None
    day = request.now.astimezone(VN).date()
    needed = [paper for paper in law.needed_papers(version, {}, on=day) if not paper.instead_of]
    return _screen(
        request,
        "procedure",
        version=version,
        needed=needed,
        promise=law.limit_for(version),
        back_url=reverse("kiosk:procedures"),
    )
