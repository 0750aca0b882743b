"""Who may open which page or do which act of the office; the decorators every view of the house carries.

A decorated view says what it needs in `view.permission`: an act's name, “officer”, “account” or “public”.
Strangers are sent to the login page; citizens get “not found” on officers' pages; officers without the act get
NotAllowed.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import activate

from motcua.house.accounts import acts as accounts
from motcua.house.accounts.access import address_of, log_in_first, public_page, requires_account
from motcua.house.accounts.rules import MADE_FILE
from motcua.house.office import rules
from motcua.house.office.models import Appointment, Delegation, Officer, Post

__all__ = [
    "NotAllowed",
    "Request",
    "actor_of",
    "actors_who_may",
    "open_appointment",
    "open_delegation",
    "open_officer",
    "public_file",
    "public_page",
    "require",
    "requires",
    "requires_account",
    "requires_officer",
]

View = Callable[..., HttpResponseBase]


class Request(HttpRequest):
    """A request as the middleware hands it on: who acts, and the moment."""

    actor: rules.Actor
    now: datetime


class NotAllowed(PermissionError):
    """The actor may not do this; the message is what the screen says."""


def require(actor: rules.Actor, act: str, unit_path: str) -> None:
    """Refuses: NotAllowed."""
    if not actor.may(act, unit_path):
        raise NotAllowed("Bạn không được giao việc này tại đơn vị này.")


def public_file(view: View) -> View:
    """For everybody, a file that costs work to make: so many in a while for one visitor, then «đợi rồi thử lại».

    Who is logged in counts alone: the officers of a whole house come from one address.
    """

    @wraps(view)
    def slowed(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        visitor = str(request.user.pk) if request.user.is_authenticated else address_of(request)
        try:
            accounts.spend(MADE_FILE, visitor, at=request.now)
        except accounts.TooManyTries as refusal:
            response = HttpResponse(str(refusal), status=429, content_type="text/plain; charset=utf-8")
            response["Retry-After"] = str(int(MADE_FILE.wait(request.now).total_seconds()) + 1)
            return response
        return view(request, *args, **kwargs)

    return public_page(slowed)


def requires_officer(view: View) -> View:
    """Only for officers with any right on the day. Their pages are in Vietnamese, whatever the browser asks for."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor: rules.Actor = request.actor  # type: ignore[attr-defined]
        if actor.account_id is None:
            return log_in_first(request)
        if actor.officer_id is None:
            raise Http404
        activate("vi")
        return view(request, *args, **kwargs)

    guarded.permission = "officer"  # type: ignore[attr-defined]
    return guarded


def requires(act: str) -> Callable[[View], View]:
    """Only for officers who hold the act somewhere; rows are checked by their own doors."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor: rules.Actor = request.actor  # type: ignore[attr-defined]
            if not actor.may_somewhere(act):
                raise NotAllowed("Bạn không được giao việc này.")
            return view(request, *args, **kwargs)

        protected = requires_officer(guarded)
        protected.permission = act  # type: ignore[attr-defined]
        return protected

    return decorate


def open_officer(actor: rules.Actor, code: str) -> Officer:
    """The door to an officer's page: one who has, or had, a post where the actor manages accounts. Refuses: Http404."""
    officer = Officer.objects.select_related("account").filter(code=code).first()
    if officer is None or not any(actor.may("account.manage", path) for path in _paths_of(officer)):
        raise Http404
    return officer


def open_appointment(actor: rules.Actor, key: UUID) -> Appointment:
    """The door to an appointment at a unit the actor manages. Refuses: Http404."""
    row = Appointment.objects.select_related("officer__account", "post__unit", "post__scope").filter(pk=key).first()
    if row is None or not actor.may("office.manage", row.post.unit.path):
        raise Http404
    return row


def open_delegation(actor: rules.Actor, key: UUID) -> Delegation:
    """The door to a delegation from a unit the actor manages. Refuses: Http404."""
    rows = Delegation.objects.select_related(
        "to_officer__account", "from_appointment__officer", "from_appointment__post__unit"
    )
    row = rows.filter(pk=key).first()
    if row is None or not actor.may("office.manage", row.from_appointment.post.unit.path):
        raise Http404
    return row


def _paths_of(officer: Officer) -> list[str]:
    posts = Post.objects.filter(appointments__officer=officer).select_related("unit")
    return [post.unit.path for post in posts]


def actor_of(account: Any, on: date) -> rules.Actor:
    """The actor an account is on a day. Reads only the account, so it costs no statement."""
    kept = account.grants if account.is_officer and account.is_active else []
    return rules.Actor(
        account_id=account.pk,
        officer_id=rules.officer_in(kept),
        name=account.full_name,
        kind=str(account.kind),
        grants=tuple(rules.grant_from(row) for row in kept),
        on=on,
        personal_number=account.personal_number or "",
    )


def actors_who_may(acts: Iterable[str], on: date) -> list[rules.Actor]:
    """Officers who hold any of these rights somewhere on the day, by name: whom to remind. One statement."""
    wanted = list(acts)
    rows = Officer.objects.filter(account__is_active=True).select_related("account").order_by("name", "code")
    found = [actor_of(row.account, on) for row in rows]
    return [actor for actor in found if any(actor.may_somewhere(act) for act in wanted)]
