"""The list of entries, one entry and what is recorded on it, events to confirm."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.base.worktime.rules import VN
from motcua.house.office.access import Request, requires
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import (
    CONFIRM,
    REGISTER,
    STATE_NAMES,
    EffectState,
    EventKind,
    Nature,
    PatchKind,
    RelationKind,
)
from motcua.legal.lawbase.forms import CorrectForm, DecideForm, EventForm, PatchForm, ReconsiderForm, RelateForm, Scoped
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.first_day import gazette_words
from motcua.legal.lawbase.views.frame import framed

SHOWN = 50
Save = Callable[[dict[str, Any]], str]


@requires(REGISTER)
def register_page(request: Request) -> HttpResponse:
    """Entries of the actor’s registers, last entered first: by number or words, state, another label elsewhere."""
    text, state = request.GET.get("tim", "").strip()[:60], request.GET.get("tinh-trang", "")
    differs = request.GET.get("khac") == "1"
    page = int(raw) if (raw := request.GET.get("trang", "1")).isdecimal() and 1 <= int(raw) <= 1000 else 1
    keepers = access.keepers(request.actor, REGISTER)
    rows = queries.sought(text, keepers)
    rows = rows.filter(state=state) if state in set(EffectState) else rows
    rows = queries.labelled_otherwise(rows) if differs else rows
    shown = list(rows.order_by("-registered_at", "-id")[(page - 1) * SHOWN : page * SHOWN + 1])
    asked = {name: str(value) for name, value in request.GET.items() if name != "trang"}
    context = framed(
        request, rows=shown[:SHOWN], text=text, state=state, differs=differs, states=list(STATE_NAMES.items()),
        after_url=f"?{urlencode({**asked, 'trang': str(page + 1)})}" if len(shown) > SHOWN else "",
        before_url=f"?{urlencode({**asked, 'trang': str(page - 1)})}" if page > 1 else "",
        many_differ=queries.labelled_otherwise(LegalDocument.objects.filter(keeper__in=keepers)).count(),
        page_title="Sổ văn bản pháp luật",
    )  # fmt: skip
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
        decided=queries.decided(document), waiting=queries.waiting(document).many, on=on,
        asks_gazette=_asks_gazette(document),
    )  # fmt: skip
    return render(request, "lawbase/document.html", context)


def _asks_gazette(document: LegalDocument) -> str:
    """What the text says of the gazette, while nobody has told the day."""
    days = document.gazette_days
    return gazette_words(days) if days is not None and document.effective_on is None else ""


def _relate(request: Request, document: LegalDocument, form: RelateForm) -> bool:
    values = form.cleaned_data
    confirmed = request.POST.get("confirm") == "1" and access.may(request.actor, CONFIRM, document.keeper_id)
    try:
        target = _named(request, form, document)
        acts.relate(
            document, kind=RelationKind(values["kind"]), target=target, target_words="" if target else values["number"],
            scope=values["scope"], scope_words=values["scope_words"], by=request.actor, at=request.now,
            confirmed=confirmed,
        )  # fmt: skip
    except acts.NotAsWritten as reason:
        form.add_error("number", str(reason))
        return False
    messages.success(request, "Đã ghi quan hệ." if confirmed else "Đã ghi quan hệ, chờ xác nhận.")
    return True


def _named(request: Request, form: Scoped, document: LegalDocument) -> LegalDocument | None:
    """The document whose number was written, None when the register has none; of several the officer chooses one."""
    found = [one for one in queries.by_number(form.cleaned_data["number"])[:20] if one.pk != document.pk]
    chosen = [one for one in found if str(one.pk) == request.POST.get("which")]
    if len(found) > 1 and not chosen:
        form.candidates = found
        raise acts.NotAsWritten("Có nhiều văn bản mang số này: chọn một văn bản bên dưới.")
    return next(iter(chosen or found), None)


@requires(CONFIRM)
def proposals_page(request: Request) -> HttpResponse:
    """Events that wait for a person's word."""
    keepers = access.keepers(request.actor, CONFIRM)
    rows = queries.proposals(queries.proposed(request.actor, keepers=keepers)[:SHOWN])
    undated = [(one, gazette_words(one.gazette_days or 0)) for one in queries.gazette_unknown(keepers)[:SHOWN]]
    context = framed(
        request, rows=rows, keepers=keepers, undated=undated, texts=queries.texts_to_read(keepers=keepers, most=SHOWN),
        unreadable=queries.unreadable(keepers=keepers), page_title="Chờ xác nhận",
    )  # fmt: skip
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
        acts.decide(
            event, accept=accept, reason=form.cleaned_data.get("reason", ""), by=request.actor, at=request.now,
            on=form.cleaned_data.get("on"),
        )  # fmt: skip
    except acts.NotAsWritten as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Đã xác nhận." if accept else "Đã ghi là không xác nhận.")
    return redirect("lawbase:proposals")


@requires(REGISTER)
def correct_page(request: Request, key: UUID) -> HttpResponse:
    """Put the facts of an entry right, with the reason."""
    document = access.open_entry(request.actor, key)
    initial = {name: getattr(document, name) for name in CorrectForm.base_fields if hasattr(document, name)}
    initial["is_retroactive"] = effect.is_retroactive(document.issued_on, document.effective_on)
    form = CorrectForm(request.POST or None, initial=initial)
    to, moves, stays = _following(document, form)
    if (moves or stays) and request.POST.get("seen") != str(to):
        more = {"to": to, "moves": moves, "stays": stays}
        return _one_act(request, document, form, "Sửa thông tin", None, **more)

    def save(values: dict[str, Any]) -> str:
        reason, is_retroactive = values.pop("reason"), values.pop("is_retroactive")
        values["nature"] = Nature(values["nature"])
        right = acts.correct(
            document, values, reason=reason, is_retroactive=is_retroactive, by=request.actor, at=request.now
        )
        said = f"Đã sửa thông tin{_gazetted(document, right)}."
        if moves:
            said += f" {len(moves)} thay đổi ở văn bản khác đã chuyển sang ngày {to:%d/%m/%Y}."
        if document.expires_on != right.expires_on and (many := queries.ended_with(right)):
            kept = "cũng chuyển ngày" if right.expires_on else "vẫn giữ ngày cũ: xem xét lại ở văn bản đó nếu sai"
            said += f" {many} văn bản quy định chi tiết đã xác nhận hết hiệu lực theo {kept}."
        return said + (f" {len(stays)} thay đổi giữ ngày riêng." if stays else "")

    return _one_act(request, document, form, "Sửa thông tin", save)


def _following(
    document: LegalDocument, form: CorrectForm
) -> tuple[date | None, list[queries.Dated], list[queries.Dated]]:
    """The first day as it would be, and what in other documents would move to it or stay."""
    if not form.is_valid():
        return None, [], []
    to = acts.first_day_after(document, form.cleaned_data)
    if to is None or to == queries.first_day(document):
        return to, [], []
    return to, *queries.following(document, to=to)


def _gazetted(before: LegalDocument, right: LegalDocument) -> str:
    """Tells a first day that was computed from the gazette."""
    if right.gazette_days is None or right.effective_on in {None, before.effective_on}:
        return ""
    return f"; ngày có hiệu lực tính theo ngày đăng Công báo: {right.effective_on:%d/%m/%Y}"


@requires(REGISTER)
def event_page(request: Request, key: UUID) -> HttpResponse:
    """Record what happens to the effect: pauses, ends, provisions that begin later; a proposal unless confirmed."""
    document = access.open_entry(request.actor, key)
    may_confirm = access.may(request.actor, CONFIRM, document.keeper_id)
    form = EventForm(request.POST or None, may_confirm=may_confirm)

    def save(values: dict[str, Any]) -> str:
        acting = _named(request, form, document)
        what = acts.Happening(
            kind=EventKind(values["kind"]), on=values["on"], until=values["until"],
            scope=tuple(values["scope"]), scope_words=values["scope_words"],
            acting=acting, acting_words=values["number"],
            follows=acting is not None and values["on"] == queries.first_day(acting),
        )  # fmt: skip
        confirmed = bool(values.get("confirmed"))
        acts.record_event(document, what, by=request.actor, at=request.now, confirmed=confirmed)
        return "Đã ghi và xác nhận." if confirmed else "Đã ghi, chờ xác nhận."

    return _one_act(request, document, form, "Ghi diễn biến hiệu lực", save)


@requires(REGISTER)
def patch_page(request: Request, key: UUID) -> HttpResponse:
    """Record a change of words by another document; whether it fits is told on the entry's page."""
    document = access.open_entry(request.actor, key)
    form = PatchForm(request.POST or None)

    def save(values: dict[str, Any]) -> str:
        acting = _named(request, form, document)
        if acting is None:
            raise acts.NotAsWritten("Văn bản sửa đổi phải có trong sổ, ghi đủ số và ký hiệu.")
        if len(values["scope"]) > 1:
            raise acts.NotAsWritten("Mỗi lần ghi một quy định; quy định khác ghi lần sau.")
        acts.patch(
            document, acting=acting, kind=PatchKind(values["kind"]), on=values["on"], target="".join(values["scope"]),
            text=values["text"], phrase=values["phrase"], by=request.actor, at=request.now,
        )  # fmt: skip
        return "Đã ghi sửa đổi lời văn."

    return _one_act(request, document, form, "Ghi sửa đổi lời văn", save)


@requires(CONFIRM)
def reconsider_page(request: Request, key: UUID, kind: str, row: UUID) -> HttpResponse:
    """Take back one decision on an entry, with the reason; the page says first what that does and what it does not."""
    document = access.open_entry(request.actor, key)
    thing: EffectEvent | TextPatch | Relation | None = None
    if kind == "event":
        thing = document.events.filter(pk=row).first()
    elif kind == "patch":
        thing = document.patches.filter(pk=row).first()
    elif kind == "relation":
        thing = document.outgoing.filter(pk=row).first()
    said = next((one for one in queries.decided(document) if one.key == row), None)
    if thing is None or said is None:
        raise Http404

    def save(values: dict[str, Any]) -> str:
        acts.reconsider(thing, reason=values["reason"], by=request.actor, at=request.now)
        return "Đã rút quyết định; mục này chờ xác nhận lại."

    return _one_act(request, document, ReconsiderForm(request.POST or None), "Xem xét lại", save, said=said)


def _one_act(
    request: Request, document: LegalDocument, form: Form, name: str, save: Save | None, **more: object
) -> HttpResponse:
    """A page with one form that calls one act, unless it asks first; what the act refuses is said above the form."""
    if save is not None and request.method == "POST" and form.is_valid():
        try:
            said = save(form.cleaned_data)
        except (acts.NotAsWritten, acts.AlreadyKept) as reason:
            form.add_error(None, str(reason))
            more["kept"] = access.shown_to(request.actor, reason)
        else:
            messages.success(request, said)
            return redirect("lawbase:document", document.pk)
    context = framed(request, document=document, form=form, act_name=name, page_title=name, **more)
    return render(request, "lawbase/act.html", context, status=422 if form.errors else 200)
