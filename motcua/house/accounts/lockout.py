"""What django-axes asks us: from where a try comes, for which login, and what a locked-out visitor reads."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.house.accounts import rules
from motcua.house.accounts.access import address_of

__all__ = ["address_of", "locked_out", "login_of"]


def login_of(request: HttpRequest | None, credentials: Mapping[str, str] | None = None) -> str:
    """The stored form of the login that is being tried."""
    given = credentials or {}
    posted = request.POST.get("login", "") if request is not None else ""
    return rules.login_key(given.get("username") or given.get("login") or posted)


def locked_out(request: HttpRequest, *_given: object) -> HttpResponse:
    """The page after too many failures, with how long to wait; the same for logins that do not exist."""
    wait = rules.wait_minutes(settings.AXES_COOLOFF_TIME)
    return render(request, "account/locked.html", {"wait": wait}, status=429)
