"""One entry with its notes and history; note, cancel, personal number."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from motcua.house.journal import queries as journal
from motcua.house.office.access import requires
from motcua.trades.civil_status import access, acts, queries, rules
from motcua.trades.civil_status.choices import BOOK_NAME, NOTE_NAME, REGISTRATION_NAME, BookKind, NoteKind, Registration
from motcua.trades.civil_status.forms import NoteForm, NumberForm, ReasonForm
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.views.frame import framed

ACT_WORDS = {
    "enter": "Ghi vào sổ",
    "note": "Ghi chú",
    "cancel": "Hủy",
    "finish_follow_up": "Làm xong việc sau khi ghi sổ",
}


@requires(access.READ)
def entry_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everything the register holds of one event; the look is recorded."""
    actor = request.actor  # type: ignore[attr-defined]
    entry = access.open_entry(actor, key, at=request.now, page="register_entry")  # type: ignore[attr-defined]
    unit_id = entry.book.unit_id
    context = framed(
        current="books",
        entry=entry,
        title=BOOK_NAME[BookKind(entry.kind)],
        registration=REGISTRATION_NAME[Registration(entry.registration)],
        lines=rules.labelled(BookKind(entry.kind), entry.content),
        notes=[(note, NOTE_NAME[NoteKind(note.kind)]) for note in queries.notes_of(entry)],
        duties=entry.follow_ups.order_by("id"),
        history=[(row, ACT_WORDS.get(row.act, row.act)) for row in journal.history(entry)],
        may_note=entry.cancelled_at is None and access.may(actor, access.WRITE, unit_id),
        may_cancel=entry.cancelled_at is None and access.may(actor, access.CLOSE, unit_id),
        lacks_number=entry.kind == BookKind.BIRTH and not entry.personal_number,
        page_title=f"Số {entry.quoted}",
    )
    return render(request, "civil_status/entry.html", context)


@requires(access.WRITE)
def note_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write a note beside the entry."""
    entry = access.open_entry(request.actor, key, at=request.now)  # type: ignore[attr-defined]
    form = NoteForm(request.POST or None)

    def write() -> None:
        given = form.cleaned_data
        acts.note(
            entry,
            kind=NoteKind(given["kind"]),
            words=given["words"],
            basis=given["basis"],
            by=request.actor,  # type: ignore[attr-defined]
            at=request.now,  # type: ignore[attr-defined]
        )

    return _act_page(request, entry, form, write, title="Ghi chú vào sổ", button="Ghi chú")


@requires(access.CLOSE)
def cancel_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Cancel the entry."""
    entry = access.open_entry(request.actor, key, at=request.now)  # type: ignore[attr-defined]
    form = ReasonForm(request.POST or None)

    def write() -> None:
        acts.cancel(entry, reason=form.cleaned_data["reason"], by=request.actor, at=request.now)  # type: ignore[attr-defined]

    warning = "Việc đã ghi sẽ bị hủy. Số vẫn giữ trong sổ và không cấp lại cho việc khác. Không rút lại được."
    return _act_page(request, entry, form, write, title="Hủy việc đã ghi sổ", button="Hủy việc này", warning=warning)


@requires(access.WRITE)
def number_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write the personal number that the national database returned."""
    entry = access.open_entry(request.actor, key, at=request.now)  # type: ignore[attr-defined]
    form = NumberForm(request.POST or None)

    def write() -> None:
        acts.give_personal_number(entry, form.cleaned_data["number"].strip(), by=request.actor, at=request.now)  # type: ignore[attr-defined]

    return _act_page(request, entry, form, write, title="Ghi số định danh cá nhân", button="Ghi số định danh")


def _act_page(
    request: HttpRequest,
    entry: RegisterEntry,
    form: forms.Form,
    write: Callable[[], None],
    *,
    title: str,
    button: str,
    warning: str = "",
) -> HttpResponse:
    """One form, one act: what the act refuses stands on top of the form."""
    if form.is_valid():
        try:
            write()
        except ValueError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Đã ghi.")
            return redirect("civil_status:entry", entry.pk)
    context = framed(
        current="books", entry=entry, form=form, title=title, button=button, warning=warning, page_title=title
    )
    return render(request, "civil_status/act.html", context)
