"""Write an entry, a note beside it, or cancel it. What was written is never changed or deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from motcua.base.vn.rules import fold
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts as dossiers
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.numbering import acts as numbering
from motcua.house.office.rules import Actor, UnitRow
from motcua.trades.civil_status import access, queries, rules
from motcua.trades.civil_status.acts.books import book_for
from motcua.trades.civil_status.choices import BookKind, NoteKind, Registration
from motcua.trades.civil_status.models import Note, RegisterEntry

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier


@dataclass(frozen=True)
class Written:
    """What is to be entered: kind, whom it is about, content in national field names, who signs and who wrote it."""

    kind: BookKind
    registration: Registration
    subject: rules.Subject
    content: Mapping[str, str]
    signer: str
    title: str
    performed_by: str
    dossier: "Dossier | None" = None
    source: RegisterEntry | None = None


@transaction.atomic
def enter(written: Written, *, agency: UnitRow, unit: UnitRow, on: date, by: Actor, at: datetime) -> RegisterEntry:
    """Write an entry under the next number of the year («ghi vào sổ hộ tịch»). Opens the year's book when needed.

    Refuses: NotAllowed, BookClosed. Rolled back, the number is given back: no gap, no twin.
    """
    access.require_writer(by, unit.id)
    kind, subject = written.kind, written.subject
    book = book_for(agency=agency, unit=unit, kind=kind, year=on.year, by=by, at=at)
    entry = RegisterEntry(
        book=book,
        agency_id=agency.id,
        kind=kind,
        year=on.year,
        number=numbering.next_number(rules.scope(agency.code, kind, on.year)),
        registration=written.registration,
        registered_on=on,
        registered_at=queries.place_words(agency),
        content=dict(written.content),
        name=subject.name,
        name_key=fold(subject.name),
        second_name=subject.second_name,
        second_key=fold(subject.second_name),
        born=subject.born,
        personal_number=subject.personal_number,
        signer_name=written.signer,
        signer_title=written.title,
        performed_by=written.performed_by,
        dossier=written.dossier,
        source=written.source,
    )
    journal.write(
        entry,
        act="enter",
        by=by,
        at=at,
        book=book.label,
        kind=kind.value,
        number=entry.number,
        registration=entry.registration,
        content=entry.content,
    )
    entry.save(force_insert=True)
    return entry


@transaction.atomic
def note(
    entry: RegisterEntry,
    *,
    kind: NoteKind,
    words: str,
    basis: str,
    dossier: "Dossier | None" = None,
    new_name: str = "",
    by: Actor,
    at: datetime,
) -> Note:
    """Write a later change beside an entry («ghi chú»), also in a closed book: the book holds it, extracts copy it.

    `new_name` is the name the person bears from now on, so that the entry is found by it too.

    Refuses: NotAllowed, ValueError without words and basis or on a cancelled entry.
    """
    entry = access.lock_entry(entry)
    access.require_writer(by, entry.book.unit_id)
    if entry.cancelled_at is not None:
        raise ValueError("Việc hộ tịch này đã hủy, không ghi chú thêm được.")
    if not words.strip() or not basis.strip():
        raise ValueError("Ghi nội dung thay đổi và căn cứ (giấy tờ, số, ngày, cơ quan).")
    row = Note.objects.create(
        entry=entry,
        kind=kind,
        words=words.strip().rstrip("."),
        basis=basis.strip(),
        noted_on=at.astimezone(VN).date(),
        noted_by=by.name,
        dossier=dossier,
    )
    journal.write(entry, act="note", by=by, at=at, kind=kind.value, words=row.words, basis=row.basis)
    if new_name:
        entry.later_name, entry.later_key = new_name, fold(new_name)
    entry.save(update_fields=["later_name", "later_key", *CHAIN])
    return row


@transaction.atomic
def cancel(entry: RegisterEntry, *, reason: str, by: Actor, at: datetime) -> RegisterEntry:
    """Cancel an entry, by the head; its number stays in the book and is never given again, its paper is taken back.

    Refuses: NotAllowed, ValueError without a reason or the second time.
    """
    entry = access.lock_entry(entry)
    access.require(by, access.CLOSE, entry.book.unit_id)
    if not reason.strip():
        raise ValueError("Nêu lý do hủy và văn bản làm căn cứ.")
    if entry.cancelled_at is not None:
        raise ValueError("Việc hộ tịch này đã hủy trước đó.")
    entry.cancelled_at, entry.cancelled_by, entry.cancelled_reason = at, by.name, reason.strip()
    journal.write(entry, act="cancel", by=by, at=at, number=entry.number, reason=entry.cancelled_reason)
    entry.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_reason", *CHAIN])
    if entry.dossier is not None:
        dossiers.revoke_results(entry.dossier, reason=f"Hủy việc đã ghi sổ: {entry.cancelled_reason}", by=by, at=at)
    return entry
