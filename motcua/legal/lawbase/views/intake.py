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
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault import queries as vault_queries
from motcua.legal.lawbase import access, acts
from motcua.legal.lawbase.choices import REGISTER, Nature
from motcua.legal.lawbase.forms import FactsForm, SourceForm
from motcua.legal.lawbase.loader import Incoming, NotReadable, read
from motcua.legal.lawbase.rules.structure import parse
from motcua.legal.lawbase.views.frame import framed

_SALT = "lawbase.kept"


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
