"""What every page here shares: tabs, the row behind its door, and the page that asks one thing and does one act."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.base.ui.rules import Tab
from motcua.bureau.law_review import access, rules
from motcua.bureau.law_review.models import Kept
from motcua.house.office import queries as office
from motcua.house.office.access import Request

K = TypeVar("K", bound=Kept)
TABS = {
    "home": "Tổng quan",
    "cases": "Việc rà soát",
    "years": "Danh mục hằng năm",
    "rounds": "Hệ thống hóa",
    "law": "Quy định",
}
MOST_ROWS, SOON = 200, 15


def framed(request: Request, current: str = "", **context: Any) -> dict[str, Any]:
    """Context of a page, with the tab it belongs to."""
    tabs = [Tab(name, reverse(f"law_review:{key}"), current=key == current) for key, name in TABS.items()]
    reads_dossiers = request.actor.may_somewhere("dossier.read")
    frame = {
        "tabs": tabs,
        "home_url": reverse("dossiers:home") if reads_dossiers else reverse("law_review:home"),
        "search_url": reverse("dossiers:search") if reads_dossiers else "",
        "menu_links": [Tab("Hồ sơ một cửa", reverse("dossiers:home"))] if reads_dossiers else [],
        "may_write": request.actor.may_somewhere(access.WRITE),
        "may_decide": request.actor.may_somewhere(access.DECIDE),
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
        "may_decide": access.may(request.actor, access.DECIDE, row.unit_id),
    }


def unit_name(row: Kept) -> str:
    """Short name of the unit that works on it."""
    return office.directory().unit(row.unit_id).short_name


def due_words(due_on: date, on: date) -> ui.DueWords:
    """«còn 12 ngày», «hạn hôm nay», «trễ 3 ngày»."""
    left = rules.days_left(due_on, on)
    if left < 0:
        return ui.DueWords("trễ %(days)s ngày", {"days": -left}, Tone.LATE, "alert")
    if left == 0:
        return ui.DueWords("hạn hôm nay", {}, Tone.SOON, "clock")
    tone = Tone.SOON if left <= SOON else Tone.GOOD
    return ui.DueWords("còn %(days)s ngày", {"days": left}, tone, "clock" if left <= SOON else "check")


def csv_response(table: rules.Table, name: str, *, cache: str = "private, no-store") -> HttpResponse:
    """A list as a file for a spreadsheet."""
    response = HttpResponse(rules.as_csv(table), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{table.slug}.csv"'
    response["Cache-Control"] = cache
    return response


def pdf_response(pdf: bytes, name: str) -> HttpResponse:
    """A print that is not kept."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


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
    return render(request, shown.get("template", "law_review/form.html"), shown)
