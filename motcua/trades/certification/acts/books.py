"""Open and close certification books [23/2015/NĐ-CP, 13]."""

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor, UnitRow
from motcua.trades.certification import access, queries, rules
from motcua.trades.certification.choices import BOOK_NAME, BookKind
from motcua.trades.certification.models import CertificationBook


@transaction.atomic
def open_book(
    *, agency: UnitRow, unit: UnitRow, kind: BookKind, year: int, by: Actor, at: datetime
) -> CertificationBook:
    """Open the next volume of a year; numbers go on from the volume before. Refuses: NotAllowed, BookClosed."""
    access.require_writer(by, unit.id)
    latest = queries.book_to_write(agency.id, kind, year)
    if latest is not None and latest.closed_on is not None:
        raise rules.BookClosed(_closed_words(latest))
    book = CertificationBook(
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


def book_for(
    *, agency: UnitRow, unit: UnitRow, kind: BookKind, year: int, by: Actor, at: datetime
) -> CertificationBook:
    """The book to write in, locked; the first line of a year opens it. Refuses: NotAllowed, BookClosed."""
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
def close_book(book: CertificationBook, *, by: Actor, at: datetime) -> CertificationBook:
    """Close a book with the number of cases of the year («khóa sổ») [23/2015/NĐ-CP, 13.1].

    Refuses: NotAllowed, TooEarly before the year is over, BookClosed the second time.
    """
    access.require(by, access.CLOSE, book.unit_id)
    book = access.lock_book(book)
    if book.closed_on is not None:
        raise rules.BookClosed(_closed_words(book))
    on = at.astimezone(VN).date()
    rules.may_close(book.year, on, unit_ends_on=office.directory().unit(book.agency_id).valid_to)
    book.closed_on, book.closed_by, book.closing = on, by.name, queries.closing_of(book)
    journal.write(book, act="close_book", by=by, at=at, label=book.label, **book.closing)
    book.save(update_fields=["closed_on", "closed_by", "closing", *CHAIN])
    return book


def _closed_words(book: CertificationBook) -> str:
    name = BOOK_NAME[BookKind(book.kind)]
    return f"{name} quyển số {book.label} đã khóa ngày {book.closed_on:%d/%m/%Y}, không ghi thêm được."
