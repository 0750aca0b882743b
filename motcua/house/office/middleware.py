"""`request.now` and `request.actor` on every request; NotAllowed becomes a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.house.office import rules
from motcua.house.office.access import NotAllowed, actor_of

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
