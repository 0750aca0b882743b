"""What comes beside an entry: duties that follow it, the personal number, and what an officer found for a dossier."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from motcua.base.vn.rules import personal_number_problem
from motcua.counter.dossiers import access as dossiers
from motcua.counter.dossiers.choices import Act
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office.rules import Actor
from motcua.trades.civil_status import access
from motcua.trades.civil_status.acts.entries import note
from motcua.trades.civil_status.choices import DUTY_TEXT, Duty, NoteKind
from motcua.trades.civil_status.models import Finding, FollowUp, RegisterEntry

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier


def follow(entry: RegisterEntry, kind: Duty, *, whom: str = "", due_on: date | None = None) -> FollowUp:
    """Leave a duty behind an entry; `whom` names the other registry. Call inside the transaction of the entry."""
    text = f"{DUTY_TEXT[kind]}: {whom}" if whom else DUTY_TEXT[kind]
    return FollowUp.objects.create(entry=entry, unit_id=entry.book.unit_id, kind=kind, text=text[:500], due_on=due_on)


@transaction.atomic
def finish_follow_up(row: FollowUp, *, by: Actor, at: datetime) -> FollowUp:
    """Tick a duty as done, on the record of its entry. Refuses: NotAllowed, ValueError the second time."""
    entry = access.lock_entry(row.entry)
    access.require(by, access.WRITE, entry.book.unit_id)
    row.refresh_from_db()
    if row.done_at is not None:
        raise ValueError(f"Việc này {row.done_by} đã làm xong.")
    row.done_at, row.done_by = at, by.name
    row.save(update_fields=["done_at", "done_by"])
    journal.write(entry, act="finish_follow_up", by=by, at=at, duty=row.kind)
    entry.save(update_fields=list(CHAIN))
    return row


@transaction.atomic
def give_personal_number(entry: RegisterEntry, number: str, *, by: Actor, at: datetime) -> RegisterEntry:
    """Write the personal number that the national database returned; it is never made up here.

    Kept as a note beside the entry and for search; the duty to fetch it is done. Refuses: NotAllowed, ValueError for a
    number of the wrong shape or where one is kept already.
    """
    entry = access.lock_entry(entry)
    access.require(by, access.WRITE, entry.book.unit_id)
    if problem := personal_number_problem(number):
        raise ValueError(problem)
    if entry.personal_number:
        raise ValueError("Việc hộ tịch này đã có số định danh cá nhân.")
    note(
        entry,
        kind=NoteKind.ADD,
        words=f"Số định danh cá nhân: {number}",
        basis="Cơ sở dữ liệu quốc gia về dân cư",
        by=by,
        at=at,
    )
    entry.refresh_from_db(fields=CHAIN)
    entry.personal_number = number
    entry.save(update_fields=["personal_number"])
    FollowUp.objects.filter(entry=entry, kind=Duty.PERSONAL_NUMBER, done_at__isnull=True).update(
        done_at=at, done_by=by.name
    )
    return entry


@transaction.atomic
def find(dossier: "Dossier", values: Mapping[str, object], *, by: Actor, at: datetime) -> Finding:
    """Keep what the officer found for a dossier («kết quả tra cứu, đối chiếu»); the later stands, both are on record.

    Keys: `personal_number` (national database), `entry` (id of the entry meant), `content`, `number`, `book`,
    `registered_on`, `registered_at`, `notes` (copied from a paper book), `confirmed`, `lived_from`, `basis`.
    Refuses: NotAllowed, ValueError for a personal number of the wrong shape, a paper book not confirmed, or when the
    entry is written already.
    """
    dossiers.require(by, Act.PROPOSE, dossier)
    if RegisterEntry.objects.filter(dossier=dossier).exists():
        raise ValueError("Hồ sơ đã ghi sổ nên không sửa được kết quả tra cứu.")
    number = str(values.get("personal_number") or "")
    if number and (problem := personal_number_problem(number)):
        raise ValueError(problem)
    if values.get("content") and not values.get("confirmed"):
        raise ValueError("Xác nhận đã đối chiếu với sổ giấy trước khi lưu.")
    row = Finding.objects.select_for_update(of=("self",)).filter(dossier=dossier).first() or Finding(dossier=dossier)
    is_new = row.journal_seq == 0
    row.values, row.found_by, row.found_at = dict(values), by.name, at
    journal.write(row, act="find", by=by, at=at, dossier=dossier.code or str(dossier.pk), **dict(values))
    if is_new:
        row.save(force_insert=True)
    else:
        row.save(update_fields=["values", "found_by", "found_at", *CHAIN])
    return row
