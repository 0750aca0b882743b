"""Questions to the certification books: lists, search, the lines of a month, counts at closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from motcua.base.vn.rules import fold
from motcua.base.worktime.rules import VN
from motcua.trades.certification.choices import BookKind
from motcua.trades.certification.models import CertificationBook, CertificationLine

PAGE = 25


def books(unit_ids: Sequence[UUID]) -> QuerySet[CertificationBook]:
    """Books of these units, newest year first."""
    return CertificationBook.objects.filter(unit__in=unit_ids).order_by("-year", "kind", "-ordinal")


def book_to_write(agency_id: UUID, kind: BookKind, year: int) -> CertificationBook | None:
    """The latest volume of the year, open or closed, locked for writing; None before the first."""
    rows = CertificationBook.objects.select_for_update(of=("self",))
    return rows.filter(agency_id=agency_id, kind=kind, year=year).order_by("-ordinal").first()


@dataclass(frozen=True)
class LinePage:
    """Lines of one page, and the number after which the next page starts (None at the end)."""

    rows: tuple[CertificationLine, ...]
    after: int | None


def lines(book: CertificationBook, *, text: str = "", after: int | None = None) -> LinePage:
    """Lines of a book, newest number first; `text` is a number or words of the requester's name without marks."""
    rows = CertificationLine.objects.filter(book=book).order_by("-number")
    if after is not None:
        rows = rows.filter(number__lt=after)
    wanted = text.strip()
    if wanted.isdecimal():
        rows = rows.filter(number=int(wanted[:9]))
    else:
        for word in fold(wanted).split():
            rows = rows.filter(Q(requester_key__startswith=word) | Q(requester_key__contains=f" {word}"))
    found = list(rows[: PAGE + 1])
    return LinePage(tuple(found[:PAGE]), found[PAGE - 1].number if len(found) > PAGE else None)


def lines_between(book: CertificationBook, first: date, last: date) -> QuerySet[CertificationLine]:
    """Lines certified from one day to another (both count), in the order of the book, for binding."""
    start = datetime.combine(first, time.min, tzinfo=VN)
    end = datetime.combine(last + timedelta(days=1), time.min, tzinfo=VN)
    return CertificationLine.objects.filter(book=book, certified_at__gte=start, certified_at__lt=end).order_by("number")


def months_of(book: CertificationBook) -> list[int]:
    """Months in which the book has lines."""
    rows = CertificationLine.objects.filter(book=book).datetimes("certified_at", "month", tzinfo=VN)
    return [moment.month for moment in rows]


def closing_of(book: CertificationBook) -> dict[str, int]:
    """What the closing states: how many cases, copies, cancelled numbers, and the fees."""
    rows = CertificationLine.objects.filter(book=book)
    valid = Q(cancelled_at__isnull=True)
    found = rows.aggregate(
        cases=Count("id", filter=valid),
        cancelled=Count("id", filter=~valid),
        copies=Sum("copies", filter=valid),
        fee_vnd=Sum("fee_vnd", filter=valid),
    )
    return {name: int(value or 0) for name, value in found.items()}
