"""One's own notices in the system («thông báo»), for whoever is logged in; officers see them under their frame."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import activate
from django.views.decorators.http import require_POST

from motcua.base.vn.rules import fold
from motcua.house.office.access import Request, requires_account
from motcua.instruments.notices import acts, queries
from motcua.instruments.notices.models import Notice

SHOWN = 100


@requires_account
def inbox_page(request: Request) -> HttpResponse:
    """Notices to this person, latest first, the new ones marked; how many are new is one statement more."""
    layout = "ui/portal.html"
    if request.actor.officer_id:
        activate("vi")
        layout = "ui/desk.html"
    account = _account(request)
    rows = [(notice, _language(notice)) for notice in queries.inbox(account)[:SHOWN]]
    may_work = request.actor.may_somewhere("dossier.read")
    context = {"layout": layout, "rows": rows, "unread": queries.unread(account), "may_work": may_work}
    return render(request, "notices/inbox.html", context)


@requires_account
@require_POST
def mark_read(request: Request) -> HttpResponse:
    """One notice is read, or all when none is named."""
    try:
        one = UUID(request.POST["notice"]) if request.POST.get("notice") else None
    except ValueError:
        return redirect("notices:inbox")
    acts.mark_read(_account(request), at=request.now, notice_id=one)
    return redirect("notices:inbox")


def _account(request: Request) -> UUID:
    return UUID(str(request.user.pk))


def _language(notice: Notice) -> str:
    """The language it was written in: the one the person had chosen then."""
    text = " ".join(notice.subject.lower().split())
    return "en" if fold(text) == text else "vi"
