"""What every page here shares: tabs, the row behind its door, and the page that asks one thing and does one act."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.ui.choices import Tone
from motcua.base.ui.rules import Tab
from motcua.base.worktime.rules import CalendarMissing
from motcua.bureau.drafting import access, rules
from motcua.bureau.drafting.choices import State
from motcua.bureau.drafting.models import Draft, Kept
from motcua.house.office import queries as office
from motcua.house.office.access import Request
from motcua.instruments.signing.rules import KeyRefused, NoTimeStamp, NotSignable, WrongPassword
from motcua.instruments.vault import access as vault
from motcua.instruments.vault.rules import NoRoom, NotAccepted

K = TypeVar("K", bound=Kept)
TABS = {"home": "Tổng quan", "drafts": "Dự thảo", "programmes": "Chương trình", "law": "Quy định"}
REFUSALS = (
    rules.NotThatWay,
    NotAccepted,
    NoRoom,
    CalendarMissing,
    KeyRefused,
    WrongPassword,
    NotSignable,
    NoTimeStamp,
)
"""What is said on the form, with all that was typed still there."""
STATE_TONE = {
    State.INCOMPLETE: Tone.SOON,
    State.RETURNED: Tone.SOON,
    State.ISSUED: Tone.SOON,
    State.PUBLISHED: Tone.GOOD,
    State.SUSPENDED: Tone.LATE,
    State.REPEALED: Tone.LATE,
    State.STOPPED: Tone.QUIET,
}


def framed(request: Request, current: str = "", **context: Any) -> dict[str, Any]:
    """Context of a page, with the tab it belongs to."""
    tabs = [Tab(name, reverse(f"drafting:{key}"), current=key == current) for key, name in TABS.items()]
    reads_dossiers = request.actor.may_somewhere("dossier.read")
    frame = {
        "tabs": tabs,
        "home_url": reverse("dossiers:home") if reads_dossiers else reverse("drafting:home"),
        "search_url": reverse("dossiers:search") if reads_dossiers else "",
        "menu_links": [Tab("Hồ sơ một cửa", reverse("dossiers:home"))] if reads_dossiers else [],
        "may_write": request.actor.may_somewhere(access.WRITE),
    }
    return frame | context


def opened(request: Request, model: type[K], key: UUID, right: str) -> K:
    """A row the actor may do this to. Refuses: Http404, NotAllowed."""
    row = access.open_row(request.actor, model, key)
    access.require(request.actor, right, row.unit_id)
    return row


def part(request: Request, model: type[Any], key: UUID, right: str) -> tuple[Any, Draft]:
    """Something of a draft, and the draft; the actor may do this to it. Refuses: Http404, NotAllowed."""
    row, draft = access.open_part(request.actor, model, key)
    access.require(request.actor, right, draft.unit_id)
    return row, draft


def unit_name(row: Kept) -> str:
    """Short name of the unit that works on it."""
    return office.directory().unit(row.unit_id).short_name


def draft_url(draft: Draft) -> str:
    """Where the draft's own page is."""
    return reverse("drafting:draft", args=[draft.pk])


def tone_of(state: str) -> Tone:
    """The colour of a state, beside its words."""
    return STATE_TONE.get(State(state), Tone.INFO)


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
    current: str = "drafts",
    **context: Any,
) -> HttpResponse:
    """Ask, then do one act: bad input and refusals show on the form with all that was typed still there."""
    if request.method == "POST" and _files_came_in(request, form) and form.is_valid():
        try:
            made = do(form.cleaned_data)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect(to(made) if to else back)
    shown = framed(request, current, form=form, title=title, label=label, back=back, page_title=title, **context)
    status = 422 if request.method == "POST" else 200
    return render(request, shown.get("template", "drafting/form.html"), shown, status=status)


def _files_came_in(request: Request, form: BaseForm) -> bool:
    """Whether no file of the form was dropped for its size; says so on its field."""
    for name, field in form.fields.items():
        if not field.widget.needs_multipart_form:
            continue
        try:
            vault.refuse_too_large(request, name)
        except NotAccepted as refusal:
            form.full_clean()
            form.add_error(name, str(refusal))
            return False
    return True
