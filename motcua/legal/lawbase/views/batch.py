"""Many files at once: hand them in, see how far reading is, look through what waits for a person, take the errors."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from motcua.house.office.access import Request, requires
from motcua.instruments.vault.access import refuse_too_large, serve
from motcua.instruments.vault.rules import NotAccepted
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import REGISTER, ROW_NAMES, RowState
from motcua.legal.lawbase.forms import BatchForm, FactsForm, SourceForm
from motcua.legal.lawbase.loader import NotReadable, again, archive
from motcua.legal.lawbase.models import ImportRow
from motcua.legal.lawbase.views.frame import framed
from motcua.legal.lawbase.views.intake import facts_of, initial_of, preview, source_page

SHOWN = 500


@require_POST
@requires(REGISTER)
def batch_page(request: Request) -> HttpResponse:
    """Take many files in; they are read in the background."""
    form = BatchForm(request.POST, request.FILES)
    form.is_valid()
    try:
        refuse_too_large(request, "many")
        run = acts.start_import(
            _handed_in(request), keeper_id=access.own_unit(request.actor).id, by=request.actor, at=request.now,
            enters_at_once=bool(form.cleaned_data.get("enters_at_once")),
        )  # fmt: skip
    except (NotAccepted, NotReadable, acts.NotAsWritten) as reason:
        form.errors.clear()
        form.add_error("many", str(reason))
        return source_page(request, SourceForm(), form)
    return redirect("lawbase:import_run", run.pk)


def _handed_in(request: Request) -> Iterator[tuple[str, bytes]]:
    for upload in request.FILES.getlist("many"):
        if (upload.name or "").lower().endswith(".zip"):
            yield from archive.files_in(upload.read())
        elif upload.size:
            yield upload.name or "", upload.read()


@requires(REGISTER)
def run_page(request: Request, key: UUID) -> HttpResponse:
    """How far an import has come; the page asks again by itself while files wait."""
    run = access.open_run(request.actor, key)
    rows = list(run.rows.select_related("document").order_by("no")[: SHOWN + 1])
    context = framed(
        request, run=run, progress=queries.progress_of(run), rows=[(row, _words(row)) for row in rows[:SHOWN]],
        has_more=len(rows) > SHOWN, page_title="Đợt nhập văn bản",
    )  # fmt: skip
    return render(request, "lawbase/import_run.html", context)


def _words(row: ImportRow) -> str:
    if row.state == RowState.WAITING and row.pages:
        return f"Đang nhận dạng chữ, trang {min(row.pages_done + 1, row.pages)} trong {row.pages}"
    return ROW_NAMES[RowState(row.state)]


@requires(REGISTER)
def errors_file(request: Request, key: UUID) -> HttpResponse:
    """The files that could not be entered, with the reasons."""
    run = access.open_run(request.actor, key)
    response = HttpResponse("\ufeff" + acts.error_file(run), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tep-loi.csv"'
    return response


@requires(REGISTER)
def row_file(request: Request, key: UUID) -> HttpResponse:
    """The file that waits for a look, to be compared with what was read."""
    row = access.open_row(request.actor, key)
    if row.file is None:
        raise Http404
    return serve(row.file)


@requires(REGISTER)
def row_page(request: Request, key: UUID) -> HttpResponse:
    """Look through one file that waits for a person, put it right, enter it or leave it out."""
    row = access.open_row(request.actor, key)
    if row.state != RowState.REVIEW:
        return redirect("lawbase:import_run", row.run_id)
    notes = (*row.notes, *filter(None, [row.reason]))
    step = request.POST.get("step", "")
    if request.method != "POST":
        initial = _initial(row)
        return preview(request, FactsForm(initial=initial), initial.get("text", ""), notes=notes, row=row)
    form, kept = FactsForm(request.POST), None
    try:
        if step == "drop":
            acts.drop_row(row, by=request.actor)
            return redirect("lawbase:import_run", row.run_id)
        if step == "save" and form.is_valid():
            values = form.cleaned_data
            made = acts.enter_row(
                row, facts_of(values), values["text"], is_retroactive=values["is_retroactive"], by=request.actor,
                at=request.now,
            )  # fmt: skip
            messages.success(request, f"Đã vào sổ {made.name}.")
            return redirect("lawbase:import_run", row.run_id)
    except (acts.AlreadyKept, acts.NotAsWritten) as reason:
        form.add_error(None, str(reason))
        kept = access.shown_to(request.actor, reason)
    text = request.POST.get("text", "")
    return preview(request, form, text, notes=notes, status=422 if form.errors else 200, row=row, kept=kept)


def _initial(row: ImportRow) -> dict[str, Any]:
    if not row.text.strip():
        return {"is_scan": row.is_recognised}
    return initial_of(again(row.text, is_recognised=row.is_recognised, ending=row.ending))
