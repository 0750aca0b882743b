"""Two guards of a session: how long it lives, and whether an officer has passed the second factor."""

from collections.abc import Callable
from datetime import UTC, datetime

from allauth.account.authentication import get_authentication_records
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.base.worktime import clock
from motcua.house.accounts import rules
from motcua.house.accounts.access import log_in_first

Answer = Callable[[HttpRequest], HttpResponse]
BEGAN, SEEN, FACTOR = "began_at", "seen_at", "second_factor"
"""What the session keeps: when it began, when it was last used, that the second factor was passed."""

WITHOUT_FACTOR = frozenset(
    {
        "mfa_activate_totp",
        "account_logout",
        "account_reauthenticate",
        "account_change_password",
        "ui:language",
    }
)
"""Pages an officer may open before the second factor is set up."""


class SessionLimits:
    """Ends a session after 12 hours, and an officer's after 30 idle minutes. Costs no statement of its own."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        now = clock.now()
        request.now = now  # type: ignore[attr-defined]
        if request.user.is_authenticated and self._is_over(request, now):
            logout(request)
            messages.info(request, _("Phiên làm việc đã hết hạn. Đăng nhập lại để tiếp tục."))
            return _sent_away(request)
        return self.get_response(request)

    def _is_over(self, request: HttpRequest, now: datetime) -> bool:
        began, seen = (_moment(request.session.get(key)) for key in (BEGAN, SEEN))
        if began is None or seen is None:
            request.session[BEGAN] = request.session[SEEN] = int(now.timestamp())
            return False
        if rules.is_over(began_at=began, seen_at=seen, at=now, officer=request.user.is_officer):  # type: ignore[union-attr]
            return True
        if now - seen >= rules.SEEN_STEP:
            request.session[SEEN] = int(now.timestamp())
        return False


def _moment(kept: int | None) -> datetime | None:
    return None if kept is None else datetime.fromtimestamp(kept, UTC)


def _sent_away(request: HttpRequest) -> HttpResponseBase:
    answer = log_in_first(request)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": answer.headers["Location"]})
    return answer


class SecondFactor:
    """Sends an officer without a passed second factor to its page, and one with a one-time password to choose an own.

    Looks into the session only: a session that was open when the factor was set up elsewhere has not passed it.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        """Answers a redirect, or nothing."""
        account = request.user
        page = request.resolver_match.view_name if request.resolver_match else ""
        if not account.is_authenticated or not account.is_officer or page in WITHOUT_FACTOR:
            return None
        if account.must_change_password:
            return redirect("account_change_password")
        return None if has_passed(request) else redirect("mfa_activate_totp")


def has_passed(request: HttpRequest) -> bool:
    """Whether this very session has passed the second factor: by a code at log-in, or by setting it up."""
    by_code = any(row["method"] == "mfa" for row in get_authentication_records(request, request.user))
    return by_code or bool(request.session.get(FACTOR))
