"""Officers' pages of the register: the list, entering a document with a look at its structure, events to confirm."""

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.base.worktime.rules import VN
from motcua.house.office.access import Request, requires
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault import queries as vault_queries
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import CONFIRM, REGISTER, Nature, RelationKind
from motcua.legal.lawbase.forms import DecideForm, FactsForm, RelateForm, SourceForm
from motcua.legal.lawbase.loader import Incoming, NotReadable, read
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.structure import parse

_SALT = "lawbase.kept"
SHOWN = 100


def framed(request: Request, **context: Any) -> dict[str, Any]:
    """Context of a page under the officers' frame."""
    waiting = queries.proposed(request.actor, keepers=access.keepers(request.actor, CONFIRM)).count()
    here = request.path
    tabs = [
        Tab("Sổ văn bản", reverse("lawbase:register"), current=here == reverse("lawbase:register")),
        Tab("Nhập văn bản", reverse("lawbase:import"), current=here == reverse("lawbase:import")),
    ]
    if request.actor.may_somewhere(CONFIRM):
        address = reverse("lawbase:proposals")
        tabs.append(Tab("Chờ xác nhận", address, count=waiting, current=here == address))
    return {"tabs": tabs, "home_url": link("dossiers:home"), "search_url": link("dossiers:search")} | context


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
def import_page(request: Request) -> HttpResponse:
    """Read a file or pasted words, show head and structure to be put right, then enter it."""
    step = request.POST.get("step", "")
    if request.method != "POST":
        return render(request, "lawbase/import.html", framed(request, form=SourceForm(), page_title="Nhập văn bản"))
    if step == "source":
        return _read_source(request)
    form = FactsForm(request.POST)
    if step == "save" and form.is_valid():
        values = form.cleaned_data
        try:
            made = acts.enter(
                _facts(values), values["text"], keeper_id=access.own_unit(request.actor).id, by=request.actor,
                at=request.now, file=_kept_file(values["kept"]),
            )  # fmt: skip
        except (acts.AlreadyKept, acts.NotAsWritten) as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"Đã vào sổ {made.name}.")
            return redirect("lawbase:document", made.pk)
    return _preview(request, form, request.POST.get("text", ""), status=422 if step == "save" else 200)


def _read_source(request: Request) -> HttpResponse:
    form = SourceForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "lawbase/import.html", framed(request, form=form, page_title="Nhập văn bản"), status=422)
    upload = form.cleaned_data["file"]
    name = Path(upload.name).name if upload else "dan.txt"
    content = upload.read() if upload else form.cleaned_data["pasted"].encode()
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"van-ban{Path(name).suffix.lower()}"
            path.write_bytes(content)
            found = read(path)
    except NotReadable as reason:
        form.add_error("file", str(reason))
        return render(request, "lawbase/import.html", framed(request, form=form, page_title="Nhập văn bản"), status=422)
    kept = ""
    if found.is_vaulted:
        file = vault.store(content, name=name, by=request.actor, at=request.now, purpose="law")
        kept = signing.dumps(str(file.pk), salt=_SALT)
    return _preview(request, FactsForm(initial=_initial(found, kept)), found.text, notes=found.notes)


def _preview(
    request: Request, form: FactsForm, text: str, *, notes: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    tree = parse(text)
    units = [unit for unit in tree.walk() if unit.kind in _OUTLINED]
    context = framed(request, form=form, units=units[:500], more=max(0, len(units) - 500), notes=notes)
    return render(request, "lawbase/preview.html", context | {"page_title": "Xem lại trước khi vào sổ"}, status=status)


_OUTLINED = frozenset(
    {"attached", "part", "chapter", "section", "subsection", "article", "heading", "clause", "appendix", "form"}
)


def _initial(found: Incoming, kept: str) -> dict[str, Any]:
    head = found.head
    return {
        "type": head.type, "number": head.number, "issuer": head.issuer, "title": found.title,
        "issued_on": head.issued_on, "effective_on": found.effective_on, "text": found.text, "kept": kept,
        "nature": Nature.NORMATIVE if found.is_normative else Nature.ADMINISTRATIVE,
    }  # fmt: skip


def _facts(values: dict[str, Any]) -> acts.Facts:
    names = ("type", "number", "issuer", "title", "issued_on", "effective_on", "expires_on", "field")
    return acts.Facts(**{name: values[name] for name in names}, nature=Nature(values["nature"]))


def _kept_file(token: str) -> Any:
    """The file kept at the preview; a token that is not ours means none."""
    try:
        return vault_queries.by_id(UUID(signing.loads(token, salt=_SALT))) if token else None
    except signing.BadSignature:
        return None


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
    rows = queries.proposed(request.actor, keepers=access.keepers(request.actor, CONFIRM))
    context = framed(request, rows=queries.proposals(rows[:SHOWN]), page_title="Hiệu lực chờ xác nhận")
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
