"""Open and close registers [60/2014/QH13, 58]."""

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor, UnitRow
from motcua.trades.civil_status import access, queries, rules
from motcua.trades.civil_status.choices import BOOK_NAME, BookKind
from motcua.trades.civil_status.models import Book


@transaction.atomic
def open_book(*, agency: UnitRow, unit: UnitRow, kind: BookKind, year: int, by: Actor, at: datetime) -> Book:
    """Open the next volume of a year («mở sổ»); numbers go on from the volume before. Refuses: NotAllowed, BookClosed.

    A year of which a volume was closed at its end takes no new one.
    """
    access.require_writer(by, unit.id)
    latest = queries.book_to_write(agency.id, kind, year)
    if latest is not None and latest.closed_on is not None:
        raise rules.BookClosed(_closed_words(latest))
    book = Book(
        agency_id=agency.id,
        unit_id=unit.id,
        kind=kind,
        year=year,
        ordinal=latest.ordinal + 1 if latest else 1,
        opened_on=at.astimezone(VN).date(),
    )
    journal.write(book, act="open_book", by=by, at=at, kind=kind.value, label=book.label, agency=agency.code)
    book.save(force_insert=True)
    return book


def book_for(*, agency: UnitRow, unit: UnitRow, kind: BookKind, year: int, by: Actor, at: datetime) -> Book:
    """The book to write in, locked; the first entry of a year opens it. Refuses: NotAllowed, BookClosed."""
    book = queries.book_to_write(agency.id, kind, year)
    if book is None:
        try:
            with transaction.atomic():
                return open_book(agency=agency, unit=unit, kind=kind, year=year, by=by, at=at)
        except IntegrityError:  # another officer opened it in the same moment
            book = queries.book_to_write(agency.id, kind, year)
    if book is None:
        raise LookupError(f"{kind} {year}")
    if book.closed_on is not None:
        raise rules.BookClosed(_closed_words(book))
    return book


@transaction.atomic
def close_book(book: Book, *, pages: int, by: Actor, at: datetime) -> Book:
    """Close a book with its counts («khóa sổ»): number of pages and of events, by the head [60/2014/QH13, 58.2].

    Refuses: NotAllowed, TooEarly before the last day of the year, BookClosed the second time, ValueError for no pages.
    """
    access.require(by, access.CLOSE, book.unit_id)
    book = access.lock_book(book)
    if book.closed_on is not None:
        raise rules.BookClosed(_closed_words(book))
    if pages < 1:
        raise ValueError("Ghi tổng số trang của sổ (từ 1 trở lên).")
    on = at.astimezone(VN).date()
    rules.may_close(book.year, on, unit_ends_on=office.directory().unit(book.agency_id).valid_to)
    counts = queries.closing_of(book)
    book.closed_on, book.closed_by = on, by.name
    book.closing = {
        "pages": pages,
        "events": counts.events,
        "cancelled": counts.cancelled,
        "first": counts.first,
        "last": counts.last,
        "notes": counts.notes,
    }
    journal.write(book, act="close_book", by=by, at=at, label=book.label, **book.closing)
    book.save(update_fields=["closed_on", "closed_by", "closing", *CHAIN])
    return book


def _closed_words(book: Book) -> str:
    name = BOOK_NAME[BookKind(book.kind)]
    return f"{name} quyển số {book.label} đã khóa ngày {book.closed_on:%d/%m/%Y}, không ghi thêm được."
