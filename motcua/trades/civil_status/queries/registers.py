"""Questions to the registers: lists of books and entries, the entry a person means, what an extract prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from motcua.base.vn.rules import day, fold
from motcua.house.office import queries as office
from motcua.house.office.rules import UnitRow
from motcua.trades.civil_status import rules
from motcua.trades.civil_status.choices import BOOK_NAME, REGISTRATION_NAME, BookKind, Registration
from motcua.trades.civil_status.models import Book, FollowUp, Note, RegisterEntry

PAGE = 25
FOUND_MOST = 10


def books(unit_ids: Sequence[UUID]) -> QuerySet[Book]:
    """Books of these units, newest year first."""
    return Book.objects.filter(unit__in=unit_ids).order_by("-year", "kind", "-ordinal")


def book_to_write(agency_id: UUID, kind: BookKind, year: int) -> Book | None:
    """The latest volume of the year, open or closed, locked for writing; None before the first."""
    rows = Book.objects.select_for_update(of=("self",)).filter(agency_id=agency_id, kind=kind, year=year)
    return rows.order_by("-ordinal").first()


@dataclass(frozen=True)
class Closing:
    """What the closing of a book states [60/2014/QH13, 58.2]."""

    events: int
    cancelled: int
    first: int
    last: int
    notes: int


def closing_of(book: Book) -> Closing:
    """Counts of a book as it stands now."""
    rows = RegisterEntry.objects.filter(book=book)
    numbers = list(rows.order_by("number").values_list("number", "cancelled_at"))
    return Closing(
        events=sum(1 for _, cancelled in numbers if cancelled is None),
        cancelled=sum(1 for _, cancelled in numbers if cancelled is not None),
        first=numbers[0][0] if numbers else 0,
        last=numbers[-1][0] if numbers else 0,
        notes=Note.objects.filter(entry__book=book).count(),
    )


@dataclass(frozen=True)
class EntryPage:
    """Entries of one page, and the number after which the next page starts (None at the end)."""

    rows: tuple[RegisterEntry, ...]
    after: int | None


def entries(book: Book, *, text: str = "", after: int | None = None) -> EntryPage:
    """Entries of a book, newest number first; `text`: a number, a personal number or words of a name without marks."""
    rows = RegisterEntry.objects.filter(book=book).order_by("-number")
    if after is not None:
        rows = rows.filter(number__lt=after)
    found = list(_searched(rows, text)[: PAGE + 1])
    return EntryPage(tuple(found[:PAGE]), found[PAGE - 1].number if len(found) > PAGE else None)


def _searched(rows: QuerySet[RegisterEntry], text: str) -> QuerySet[RegisterEntry]:
    wanted = text.strip().partition("/")[0].strip()
    if wanted.isdecimal():
        return rows.filter(personal_number=wanted) if len(wanted) == 12 else rows.filter(number=int(wanted[:9]))
    for word in fold(text).split():
        rows = rows.filter(
            Q(name_key__startswith=word)
            | Q(name_key__contains=f" {word}")
            | Q(second_key__startswith=word)
            | Q(second_key__contains=f" {word}")
            | Q(later_key__startswith=word)
            | Q(later_key__contains=f" {word}")
        )
    return rows


def held_by(agency: UnitRow, on: date) -> list[UUID]:
    """Agencies whose registers this one holds on the day: its own and those it carries on."""
    directory = office.directory()
    return [unit.id for unit in directory.units if directory.continuing(unit, on).code == agency.code]


def meant(kind: BookKind, wanted: rules.Wanted, agencies: Sequence[UUID]) -> tuple[RegisterEntry, ...]:
    """Living entries that are the one a person means, FOUND_MOST at most; several when the data leave it open."""
    key = fold(wanted.name)
    rows = RegisterEntry.objects.filter(agency__in=agencies, kind=kind, cancelled_at__isnull=True)
    rows = (
        rows.filter(Q(name_key=key) | Q(second_key=key) | ~Q(later_key="") & Q(later_key=key))
        .select_related("book")
        .order_by("-year", "-number")
    )
    found = [row for row in rows.iterator(chunk_size=100) if _is_meant(wanted, row)]
    return tuple(found[:FOUND_MOST])


def _is_meant(wanted: rules.Wanted, row: RegisterEntry) -> bool:
    return any(
        rules.is_meant(
            wanted,
            name=name,
            second_name=row.second_name,
            born=row.born,
            number=row.number,
            year=row.year,
            personal_number=row.personal_number,
        )
        for name in (row.name, row.later_name)
        if name
    )


def source_words(entry: RegisterEntry) -> str:
    """«Sổ đăng ký khai sinh quyển số 01/2024, số 44, ngày 20/03/2024»."""
    name = BOOK_NAME[BookKind(entry.kind)]
    return f"{name} quyển số {entry.book.label}, số {entry.number:02}, ngày {day(entry.registered_on)}"


def notes_of(entry: RegisterEntry) -> tuple[Note, ...]:
    """Notes beside an entry, oldest first."""
    return tuple(Note.objects.filter(entry=entry).order_by("noted_on", "id"))


def note_text(entry: RegisterEntry) -> str:
    """All notes as an extract copies them, one sentence each with its day."""
    return "\n".join(f"Ngày {day(note.noted_on)}: {note.words}." for note in notes_of(entry))


def national_row(entry: RegisterEntry) -> dict[str, str]:
    """The entry in the national digitisation columns. Refuses: KeyError for a kind that has none."""
    kind = BookKind(entry.kind)
    envelope = {
        "so": str(entry.number),
        "quyenSo": entry.book.label,
        "ngayDangKy": day(entry.registered_on),
        "loaiDangKy": REGISTRATION_NAME[Registration(entry.registration)],
        "noiDangKy": entry.registered_at,
        "noiCap": entry.registered_at,
        "nguoiKy": entry.signer_name,
        "chucVuNguoiKy": entry.signer_title,
        "nguoiThucHien": entry.performed_by,
        "ghiChu": note_text(entry),
    }
    return rules.national_row(kind, envelope, entry.content)


def follow_ups(unit_ids: Sequence[UUID]) -> QuerySet[FollowUp]:
    """Duties still open at these units, oldest first."""
    return FollowUp.objects.filter(unit__in=unit_ids, done_at__isnull=True).select_related("entry__book").order_by("id")


def last_number(book: Book) -> int:
    """The highest number in a book, 0 when it is empty."""
    return RegisterEntry.objects.filter(book=book).aggregate(last=Max("number"))["last"] or 0
