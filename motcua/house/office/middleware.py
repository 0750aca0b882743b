"""`request.now` and `request.actor` on every request; NotAllowed and a busy database become pages."""

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.house.office import rules
from motcua.house.office.access import NotAllowed, actor_of

logger = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """The moment, and who acts on that day. Costs the session and the account; for a stranger nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        now = clock.now()
        request.now = now  # type: ignore[attr-defined]
        account = request.user
        if account.is_authenticated:
            request.actor = actor_of(account, now.astimezone(VN).date())  # type: ignore[attr-defined]
        else:
            request.actor = rules.STRANGER  # type: ignore[attr-defined]
        return self.get_response(request)


class AnswerNotAllowed:
    """Says on a page what NotAllowed says, with status 403."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answers NotAllowed and leaves every other exception alone."""
        if isinstance(exception, NotAllowed):
            return render(request, "office/not_allowed.html", {"sentence": str(exception)}, status=403)
        return None


class AnswerBusy:
    """A database that is locked or away for the moment: nothing was done, ask again (503), not a fault of the page."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, _request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answers OperationalError and leaves every other exception alone. The page asks the database nothing."""
        if not isinstance(exception, OperationalError):
            return None
        logger.error("The database was busy or away: %s", exception)
        return HttpResponse(render_to_string("ui/busy.html"), status=503, headers={"Retry-After": "10"})
