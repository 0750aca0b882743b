"""Doors that know only accounts: public pages and pages for whoever is logged in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def address_of(request: HttpRequest) -> str:
    """The visitor's address; behind our own proxy the one the proxy saw, never what the visitor claims."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return str(forwarded.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", ""))


def log_in_first(request: HttpRequest) -> HttpResponseBase:
    """To the login page, and back here afterwards."""
    return redirect_to_login(request.get_full_path())


def public_page(view: View) -> View:
    """For everybody, strangers too."""

    @wraps(view)
    def open_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    open_view.permission = "public"  # type: ignore[attr-defined]
    return open_view


def requires_account(view: View) -> View:
    """For whoever is logged in, citizen or officer."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return log_in_first(request)
        return view(request, *args, **kwargs)

    guarded.permission = "account"  # type: ignore[attr-defined]
    return guarded
