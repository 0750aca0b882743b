"""What every page here shares: tabs, the row behind its door, and the page that asks one thing and does one act."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.ui.rules import Tab
from motcua.bureau.law_watch import access, rules
from motcua.bureau.law_watch.models import Kept
from motcua.house.office import queries as office
from motcua.house.office.access import Request

K = TypeVar("K", bound=Kept)
TABS = {
    "home": "Tổng quan",
    "proposals": "Kiến nghị",
    "plans": "Kế hoạch",
    "observations": "Thông tin",
    "inspections": "Kiểm tra",
    "surveys": "Khảo sát",
    "figures": "Số liệu",
    "reports": "Báo cáo",
    "criteria": "Tiêu chí",
}


def framed(request: Request, current: str = "", **context: Any) -> dict[str, Any]:
    """Context of a page, with the tab it belongs to."""
    tabs = [Tab(name, reverse(f"law_watch:{key}"), current=key == current) for key, name in TABS.items()]
    reads_dossiers = request.actor.may_somewhere("dossier.read")
    frame = {
        "tabs": tabs,
        "home_url": reverse("dossiers:home") if reads_dossiers else reverse("law_watch:home"),
        "search_url": reverse("dossiers:search") if reads_dossiers else "",
        "menu_links": [Tab("Hồ sơ một cửa", reverse("dossiers:home"))] if reads_dossiers else [],
        "may_write": request.actor.may_somewhere(access.WRITE),
        "may_issue": request.actor.may_somewhere(access.ISSUE),
    }
    return frame | context


def opened(request: Request, model: type[K], key: UUID, right: str) -> K:
    """A row the actor may do this to. Refuses: Http404, NotAllowed."""
    row = access.open_row(request.actor, model, key)
    access.require(request.actor, right, row.unit_id)
    return row


def rights(request: Request, row: Kept) -> dict[str, bool]:
    """What the actor may do to this very row, for the buttons."""
    return {
        "may_write": access.may(request.actor, access.WRITE, row.unit_id),
        "may_issue": access.may(request.actor, access.ISSUE, row.unit_id),
    }


def unit_name(row: Kept) -> str:
    """Short name of the unit that works on it."""
    return office.directory().unit(row.unit_id).short_name


def typed(request: Request) -> QueryDict | None:
    """What was sent; None when the page is only opened. A button alone sends nothing but itself."""
    return request.POST if request.method == "POST" else None


def asked(
    request: Request,
    form: BaseForm,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    label: str,
    done: str,
    back: str,
    to: Callable[[Any], str] | None = None,
    current: str = "",
    **context: Any,
) -> HttpResponse:
    """Ask, then do one act: bad input and refusals show on the form with all that was typed still there."""
    if request.method == "POST" and form.is_valid():
        try:
            made = do(form.cleaned_data)
        except rules.NotThatWay as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect(to(made) if to else back)
    shown = framed(request, current, form=form, title=title, label=label, back=back, page_title=title, **context)
    return render(request, shown.get("template", "law_watch/form.html"), shown)
