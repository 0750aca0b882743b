"""The list of entries, one entry and what is recorded on it, events to confirm."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from motcua.base.worktime.rules import VN
from motcua.house.office.access import Request, requires
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import CONFIRM, REGISTER, EventKind, Nature, PatchKind, RelationKind
from motcua.legal.lawbase.forms import CorrectForm, DecideForm, EventForm, PatchForm, RelateForm
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.views.frame import framed

SHOWN = 100
Save = Callable[[dict[str, Any]], str]


@requires(REGISTER)
def register_page(request: Request) -> HttpResponse:
    """Entries of the actor's registers, last entered first, or those of a number."""
    text = request.GET.get("tim", "").strip()[:60]
    rows = LegalDocument.objects.filter(keeper__in=access.keepers(request.actor, REGISTER))
    rows = rows.filter(pk__in=queries.by_number(text).values("pk")) if text else rows
    shown = list(rows.order_by("-registered_at", "-id")[: SHOWN + 1])
    context = framed(
        request, rows=shown[:SHOWN], has_more=len(shown) > SHOWN, text=text, page_title="Sổ văn bản pháp luật"
    )
    return render(request, "lawbase/register.html", context)


@requires(REGISTER)
def document_page(request: Request, key: UUID) -> HttpResponse:
    """One entry: facts, state against the foreign label, history with proposals, relations; relate it to another."""
    document = access.open_entry(request.actor, key)
    form = RelateForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _relate(request, document, form):
        return redirect("lawbase:document", document.pk)
    on = request.now.astimezone(VN).date()
    state = queries.state_of(document, on=on)
    context = framed(
        request, document=document, form=form, state=state, related=queries.related(document),
        history=queries.history(document, proposals=True), problems=effect.problems(queries.events_of(document)),
        disagreement=effect.disagreement(state, document.foreign_label), page_title=document.name,
        text=queries.text_on(document, on=on), may_confirm=access.may(request.actor, CONFIRM, document.keeper_id),
    )  # fmt: skip
    return render(request, "lawbase/document.html", context)


def _relate(request: Request, document: LegalDocument, form: RelateForm) -> bool:
    values = form.cleaned_data
    found = [one for one in queries.by_number(values["number"]) if one.pk != document.pk]
    if len(found) > 1:
        form.add_error("number", "Có nhiều văn bản mang số này; ghi đủ số và ký hiệu.")
        return False
    confirmed = request.POST.get("confirm") == "1" and access.may(request.actor, CONFIRM, document.keeper_id)
    try:
        acts.relate(
            document, kind=RelationKind(values["kind"]), target=found[0] if found else None,
            target_words="" if found else values["number"], scope=values["scope"].split(),
            scope_words=values["scope_words"], by=request.actor, at=request.now, confirmed=confirmed,
        )  # fmt: skip
    except acts.NotAsWritten as reason:
        form.add_error("number", str(reason))
        return False
    messages.success(request, "Đã ghi quan hệ." if confirmed else "Đã ghi quan hệ, chờ xác nhận.")
    return True


@requires(CONFIRM)
def proposals_page(request: Request) -> HttpResponse:
    """Events that wait for a person's word."""
    keepers = access.keepers(request.actor, CONFIRM)
    rows = queries.proposals(queries.proposed(request.actor, keepers=keepers)[:SHOWN])
    context = framed(request, rows=rows, keepers=keepers, page_title="Hiệu lực chờ xác nhận")
    return render(request, "lawbase/proposals.html", context)


@require_POST
@requires(CONFIRM)
def decide_event(request: Request, key: UUID) -> HttpResponse:
    """Confirm, or say why not."""
    event = access.open_event(request.actor, key)
    form = DecideForm(request.POST)
    form.is_valid()
    accept = request.POST.get("accept") == "1"
    try:
        acts.decide(event, accept=accept, reason=form.cleaned_data.get("reason", ""), by=request.actor, at=request.now)
    except acts.NotAsWritten as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã xác nhận." if accept else "Đã ghi là không xác nhận.")
    return redirect("lawbase:proposals")


@requires(REGISTER)
def correct_page(request: Request, key: UUID) -> HttpResponse:
    """Put the facts of an entry right, with the reason."""
    document = access.open_entry(request.actor, key)
    initial = {name: getattr(document, name) for name in CorrectForm.base_fields if name != "reason"}
    form = CorrectForm(request.POST or None, initial=initial)

    def save(values: dict[str, Any]) -> str:
        reason = values.pop("reason")
        values["nature"] = Nature(values["nature"])
        acts.correct(document, values, reason=reason, by=request.actor, at=request.now)
        return "Đã sửa thông tin."

    return _one_act(request, document, form, "Sửa thông tin", save)


@requires(REGISTER)
def event_page(request: Request, key: UUID) -> HttpResponse:
    """Record what happens to the effect: pauses, ends, provisions that begin later; a proposal unless confirmed."""
    document = access.open_entry(request.actor, key)
    may_confirm = access.may(request.actor, CONFIRM, document.keeper_id)

    def save(values: dict[str, Any]) -> str:
        what = acts.Happening(
            kind=EventKind(values["kind"]), on=values["on"], until=values["until"],
            scope=tuple(values["scope"].split()), scope_words=values["scope_words"],
            acting=_acting(values["number"], document), acting_words=values["number"],
        )  # fmt: skip
        confirmed = may_confirm and bool(values["confirmed"])
        acts.record_event(document, what, by=request.actor, at=request.now, confirmed=confirmed)
        return "Đã ghi và xác nhận." if confirmed else "Đã ghi, chờ xác nhận."

    return _one_act(request, document, EventForm(request.POST or None), "Ghi diễn biến hiệu lực", save)


@requires(REGISTER)
def patch_page(request: Request, key: UUID) -> HttpResponse:
    """Record a change of words by another document; whether it fits is told on the entry's page."""
    document = access.open_entry(request.actor, key)

    def save(values: dict[str, Any]) -> str:
        acting = _acting(values["number"], document)
        if acting is None:
            raise acts.NotAsWritten("Văn bản sửa đổi phải có trong sổ, ghi đủ số và ký hiệu.")
        acts.patch(
            document, acting=acting, kind=PatchKind(values["kind"]), on=values["on"], target=values["target"],
            text=values["text"], phrase=values["phrase"], by=request.actor, at=request.now,
        )  # fmt: skip
        return "Đã ghi sửa đổi lời văn."

    return _one_act(request, document, PatchForm(request.POST or None), "Ghi sửa đổi lời văn", save)


def _one_act(request: Request, document: LegalDocument, form: Form, name: str, save: Save) -> HttpResponse:
    """A page with one form that calls one act; what the act refuses is said above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            said = save(form.cleaned_data)
        except (acts.NotAsWritten, acts.AlreadyKept) as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, said)
            return redirect("lawbase:document", document.pk)
    context = framed(request, document=document, form=form, act_name=name, page_title=name)
    return render(request, "lawbase/act.html", context, status=422 if form.errors else 200)


def _acting(number: str, document: LegalDocument) -> LegalDocument | None:
    """The one document of the register with this number; None when none or several have it."""
    found = [one for one in queries.by_number(number) if one.pk != document.pk]
    return found[0] if len(found) == 1 else None
