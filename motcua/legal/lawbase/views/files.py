"""Files of an entry: add one, show it to everybody or not, take it away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from motcua.house.office.access import Request, requires
from motcua.instruments.vault.access import refuse_too_large, serve
from motcua.instruments.vault.rules import NotAccepted
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import FILE_NAMES, REGISTER, SIGNATURE_NAMES, FileKind, SignatureState
from motcua.legal.lawbase.forms import AttachForm
from motcua.legal.lawbase.views.frame import framed


@requires(REGISTER)
def files_page(request: Request, key: UUID) -> HttpResponse:
    """What is kept with an entry, what its signatures are worth, and a form for one more."""
    document = access.open_entry(request.actor, key)
    form = AttachForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        try:
            refuse_too_large(request, "file")
            if form.is_valid():
                values = form.cleaned_data
                acts.attach(
                    document, values["file"], name=values["file"].name, kind=FileKind(values["kind"]),
                    label=values["label"], is_public=values["is_public"], by=request.actor, at=request.now,
                )  # fmt: skip
                messages.success(request, "Đã giữ tệp.")
                return redirect("lawbase:files", document.pk)
        except (NotAccepted, acts.NotAsWritten) as reason:
            form.errors.clear()
            form.add_error("file", str(reason))
    rows = [
        (one, FILE_NAMES[FileKind(one.kind)], SIGNATURE_NAMES[SignatureState(one.signature)])
        for one in queries.files_of(document)
    ]
    context = framed(request, document=document, form=form, rows=rows, page_title="Tệp kèm theo")
    return render(request, "lawbase/files.html", context, status=422 if form.errors else 200)


@require_POST
@requires(REGISTER)
def show_file(request: Request, key: UUID) -> HttpResponse:
    """Show a file on the public page, or no longer."""
    one = access.open_file(request.actor, key)
    acts.show_file(one, is_public=request.POST.get("is_public") == "1", by=request.actor, at=request.now)
    return redirect("lawbase:files", one.document_id)


@requires(REGISTER)
def file_content(request: Request, key: UUID) -> HttpResponse:
    """The file itself, always as a download."""
    return serve(access.open_file(request.actor, key).file)
