"""The list of books, the entries of a book, its closing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.access import requires
from motcua.trades.civil_status import access, acts, queries
from motcua.trades.civil_status.choices import BOOK_NAME, REGISTRATION_NAME, BookKind, Registration
from motcua.trades.civil_status.forms import CloseForm
from motcua.trades.civil_status.models import Book
from motcua.trades.civil_status.views.frame import framed, number_of


@requires(access.READ)
def books_page(request: HttpRequest) -> HttpResponse:
    """«Sổ hộ tịch» of the units the officer may read, newest year first."""
    directory = office.directory()
    rows = [
        {
            "book": book,
            "name": BOOK_NAME[BookKind(book.kind)],
            "agency": directory.unit(book.agency_id).short_name,
            "url": reverse("civil_status:book", args=[book.pk]),
        }
        for book in queries.books(access.readable_units(request.actor))  # type: ignore[attr-defined]
    ]
    return render(request, "civil_status/books.html", framed(current="books", rows=rows, page_title="Sổ hộ tịch"))


@requires(access.READ)
def book_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Entries of one book, by number or by words of a name."""
    book = access.open_book(request.actor, key)  # type: ignore[attr-defined]
    text = request.GET.get("tim", "").strip()
    page = queries.entries(book, text=text, after=number_of(request, "sau"))
    own = reverse("civil_status:book", args=[book.pk])
    context = framed(
        current="books",
        book=book,
        title=BOOK_NAME[BookKind(book.kind)],
        agency=office.directory().unit(book.agency_id).name,
        rows=[(entry, REGISTRATION_NAME[Registration(entry.registration)]) for entry in page.rows],
        text=text,
        after_url=f"{own}?{_query(text)}sau={page.after}" if page.after else "",
        may_close=book.closed_on is None and access.may(request.actor, access.CLOSE, book.unit_id),  # type: ignore[attr-defined]
        history=journal.history(book),
        page_title=f"Quyển số {book.label}",
    )
    return render(request, "civil_status/book.html", context)


def _query(text: str) -> str:
    return f"{urlencode({'tim': text})}&" if text else ""


@requires(access.CLOSE)
def close_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close a book, after a clear warning and the counts."""
    book = access.open_book(request.actor, key)  # type: ignore[attr-defined]
    form = CloseForm(request.POST or None)
    if form.is_valid() and _closed(request, book, form):
        messages.success(request, f"Đã khóa sổ quyển số {book.label}.")
        return redirect("civil_status:book", book.pk)
    context = framed(
        current="books",
        book=book,
        title=BOOK_NAME[BookKind(book.kind)],
        counts=queries.closing_of(book),
        form=form,
        page_title="Khóa sổ",
    )
    return render(request, "civil_status/close.html", context)


def _closed(request: HttpRequest, book: Book, form: CloseForm) -> bool:
    try:
        acts.close_book(book, pages=form.cleaned_data["pages"], by=request.actor, at=request.now)  # type: ignore[attr-defined]
    except ValueError as problem:
        form.add_error(None, str(problem))
        return False
    return True
