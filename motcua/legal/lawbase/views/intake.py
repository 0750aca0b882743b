"""Enter a document: read a file or pasted words, look at head and structure, put right, enter."""

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render

from motcua.house.office.access import Request, requires
from motcua.instruments.vault import queries as vault_queries
from motcua.instruments.vault.access import refuse_too_large
from motcua.instruments.vault.rules import NotAccepted
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import RECOGNISED, REGISTER, Nature
from motcua.legal.lawbase.forms import BatchForm, FactsForm, SourceForm
from motcua.legal.lawbase.loader import NOTHING, Incoming, NotReadable, NoWords, TakesLong, read
from motcua.legal.lawbase.rules.structure import parse
from motcua.legal.lawbase.views.frame import framed

_SALT = "lawbase.kept"


@requires(REGISTER)
def import_page(request: Request) -> HttpResponse:
    """Read a file or pasted words, show head and structure to be put right, then enter it."""
    step = request.POST.get("step", "")
    if request.method != "POST":
        return source_page(request, SourceForm())
    if step == "source":
        return _read_source(request)
    form, kept = FactsForm(request.POST), None
    if step == "save" and form.is_valid():
        values = form.cleaned_data
        try:
            made = acts.enter(
                facts_of(values), values["text"], keeper_id=access.own_unit(request.actor).id, by=request.actor,
                at=request.now, file=_kept_file(request, values["kept"]), is_scan=values["is_scan"],
                is_retroactive=values["is_retroactive"],
            )  # fmt: skip
        except (acts.AlreadyKept, acts.NotAsWritten) as reason:
            form.add_error(None, str(reason))
            kept = access.shown_to(request.actor, reason)
        else:
            messages.success(request, f"Đã vào sổ {made.name}.")
            return redirect("lawbase:document", made.pk)
    return preview(request, form, request.POST.get("text", ""), status=422 if step == "save" else 200, kept=kept)


def source_page(request: Request, form: SourceForm, batch: BatchForm | None = None) -> HttpResponse:
    """Where texts come from: one file or pasted words, or many files; and the latest imports."""
    runs = [(run, queries.progress_of(run)) for run in queries.runs_of(access.keepers(request.actor, REGISTER))]
    context = framed(request, form=form, batch=batch or BatchForm(), runs=runs, page_title="Nhập văn bản")
    has_errors = form.errors or (batch is not None and batch.errors)
    return render(request, "lawbase/import.html", context, status=422 if has_errors else 200)


def _read_source(request: Request) -> HttpResponse:
    form = SourceForm(request.POST, request.FILES)
    if not form.is_valid():
        return source_page(request, _told_too_large(request, form))
    upload = form.cleaned_data["file"]
    name = Path(upload.name).name if upload else "dan.txt"
    content = upload.read() if upload else form.cleaned_data["pasted"].encode()
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"van-ban{Path(name).suffix.lower()}"
            path.write_bytes(content)
            found = read(path, is_quick=True)
        return _shown(request, found, content, name)
    except NoWords as reason:
        bare = Incoming("", NOTHING, notes=(str(reason),), is_vaulted=True, is_recognised=True)
        return _shown(request, bare, content, name)
    except TakesLong:
        run = acts.start_import(
            [(name, content)], keeper_id=access.own_unit(request.actor).id, enters_at_once=False, by=request.actor,
            at=request.now,
        )  # fmt: skip
        return redirect("lawbase:import_run", run.pk)
    except (NotReadable, acts.NotAsWritten) as reason:
        form.add_error("file", str(reason))
        return source_page(request, form)


def _told_too_large(request: Request, form: SourceForm) -> SourceForm:
    """A file dropped while it came in is told as too large, not as missing."""
    try:
        refuse_too_large(request, "file")
    except NotAccepted as reason:
        form.errors.clear()
        form.add_error("file", str(reason))
    return form


def _shown(request: Request, found: Incoming, content: bytes, name: str) -> HttpResponse:
    kept = ""
    if found.is_vaulted:
        file = acts.store(found, content, name=name, by=request.actor, at=request.now)
        kept = signing.dumps(str(file.pk), salt=_salt(request))
    return preview(request, FactsForm(initial=initial_of(found, kept)), found.text, notes=found.notes)


def preview(
    request: Request, form: FactsForm, text: str, *, notes: tuple[str, ...] = (), status: int = 200, **more: Any
) -> HttpResponse:
    """Facts and structure before entering."""
    tree = parse(text)
    units = [unit for unit in tree.walk() if unit.kind in _OUTLINED]
    context = framed(request, form=form, units=units[:500], more=max(0, len(units) - 500), notes=notes)
    context |= {"page_title": "Xem lại trước khi vào sổ"} | more
    return render(request, "lawbase/preview.html", context, status=status)


_OUTLINED = frozenset(
    {"attached", "part", "chapter", "section", "subsection", "article", "heading", "clause", "appendix", "form"}
)


def initial_of(found: Incoming, kept: str = "") -> dict[str, Any]:
    """What the form is filled with."""
    head = found.head
    return {
        "type": head.type, "number": head.number, "issuer": head.issuer, "title": found.title,
        "issued_on": head.issued_on, "effective_on": found.effective_on, "published_on": found.published_on,
        "expires_on": found.expires_on, "text": found.text, "kept": kept,
        "nature": Nature.NORMATIVE if found.is_normative else Nature.ADMINISTRATIVE, "is_scan": found.is_recognised,
        "is_public": found.is_normative,
    }  # fmt: skip


def facts_of(values: dict[str, Any]) -> acts.Facts:
    """What an officer has looked through, as the act takes it."""
    names = ("type", "number", "issuer", "title", "issued_on", "effective_on", "published_on", "expires_on", "field")
    is_read = bool(values["is_scan"] and values["text"].strip())
    return acts.Facts(
        **{name: values[name] for name in names}, nature=Nature(values["nature"]), source=RECOGNISED if is_read else "",
        sure="medium" if is_read and not values.get("is_compared") else "high", is_public=values["is_public"],
    )  # fmt: skip


def _salt(request: Request) -> str:
    """What makes a preview's token the token of who saw the preview."""
    return f"{_SALT}.{request.actor.account_id}"


def _kept_file(request: Request, token: str) -> Any:
    """The file this person saw at the preview; a token that is not theirs means none."""
    try:
        return vault_queries.by_id(UUID(signing.loads(token, salt=_salt(request)))) if token else None
    except signing.BadSignature:
        return None
