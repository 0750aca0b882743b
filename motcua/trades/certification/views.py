"""Pages of the certification books: list, lines, closing, one line, and the month to print and bind."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.house.office import queries as office
from motcua.house.office.access import requires
from motcua.trades.certification import access, acts, queries, rules
from motcua.trades.certification.choices import BOOK_NAME, BookKind
from motcua.trades.certification.forms import CloseForm, ReasonForm
from motcua.trades.certification.models import CertificationBook


def framed(**context: Any) -> dict[str, Any]:
    """Context of a page under the officers' frame; the registers of civil status stand beside when installed."""
    tabs = [Tab("Sổ chứng thực", reverse("certification:books"), current=True)]
    if civil_status := link("civil_status:books"):
        tabs.insert(0, Tab("Sổ hộ tịch", civil_status))
    return {"tabs": tabs, "home_url": reverse("dossiers:home"), "search_url": reverse("dossiers:search")} | context


@requires(access.READ)
def books_page(request: HttpRequest) -> HttpResponse:
    """«Sổ chứng thực» of the units the officer may read, newest year first."""
    directory = office.directory()
    rows = [
        (book, BOOK_NAME[BookKind(book.kind)], directory.unit(book.unit_id).short_name)
        for book in queries.books(access.readable_units(request.actor))  # type: ignore[attr-defined]
    ]
    return render(request, "certification/books.html", framed(rows=rows, page_title="Sổ chứng thực"))


@requires(access.READ)
def book_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lines of one book, by number or by words of a name."""
    actor = request.actor  # type: ignore[attr-defined]
    book = access.open_book(actor, key)
    text, after = request.GET.get("tim", "").strip(), request.GET.get("sau", "")
    page = queries.lines(book, text=text, after=int(after) if after.isdecimal() and len(after) < 10 else None)
    address = reverse("certification:book", args=[book.pk])
    query = urlencode({**({"tim": text} if text else {}), "sau": str(page.after)})
    context = _of(
        book,
        rows=page.rows,
        text=text,
        months=queries.months_of(book),
        after_url=f"{address}?{query}" if page.after else "",
        may_close=book.closed_on is None and access.may(actor, access.CLOSE, book.unit_id),
        page_title=f"Quyển số {book.label}",
    )
    return render(request, "certification/book.html", context)


@requires(access.READ)
def month_page(request: HttpRequest, key: UUID, month: int) -> HttpResponse:
    """The lines of a month, to print, stamp across and bind [23/2015/NĐ-CP, 13.3]; the look is recorded."""
    book = access.open_book(request.actor, key, at=request.now, page=f"month {month}")  # type: ignore[attr-defined]
    if not 1 <= month <= 12:
        raise Http404
    first, last = rules.month_days(book.year, month)
    rows = list(queries.lines_between(book, first, last))
    valid = [row for row in rows if row.cancelled_at is None]
    unit = office.directory().unit(book.unit_id)
    context = {
        "book": book,
        "rows": rows,
        "month": f"{month:02}/{book.year}",
        "cases": len(valid),
        "copies": sum(row.copies for row in valid),
        "fee_vnd": sum(row.fee_vnd for row in valid),
        "agency": unit.name,
        "paper_number": "",
        "paper_title": BOOK_NAME[BookKind(book.kind)],
        "back_url": reverse("certification:book", args=[book.pk]),
    }
    return render(request, "certification/month.html", context)


@requires(access.CLOSE)
def close_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close a book, after a clear warning and the counts."""
    book = access.open_book(request.actor, key)  # type: ignore[attr-defined]
    form = CloseForm(request.POST or None)
    if form.is_valid():
        try:
            acts.close_book(book, by=request.actor, at=request.now)  # type: ignore[attr-defined]
        except ValueError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"Đã khóa sổ quyển số {book.label}.")
            return redirect("certification:book", book.pk)
    context = _of(book, counts=queries.closing_of(book), form=form, page_title="Khóa sổ")
    return render(request, "certification/close.html", context)


@requires(access.READ)
def line_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """One certification; the head may cancel its number. The look is recorded."""
    actor, now = request.actor, request.now  # type: ignore[attr-defined]
    line = access.open_line(actor, key, at=now, page="" if request.method == "POST" else "certification_line")
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            acts.cancel_line(line, reason=form.cleaned_data["reason"], by=actor, at=now)
        except ValueError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"Đã hủy số chứng thực {line.number:02}.")
            return redirect("certification:line", line.pk)
    may_cancel = line.cancelled_at is None and access.may(actor, access.CLOSE, line.book.unit_id)
    context = _of(line.book, line=line, form=form, may_cancel=may_cancel, page_title=f"Số {line.number:02}")
    return render(request, "certification/line.html", context)


def _of(book: CertificationBook, **context: Any) -> dict[str, Any]:
    return framed(book=book, title=BOOK_NAME[BookKind(book.kind)], **context)
