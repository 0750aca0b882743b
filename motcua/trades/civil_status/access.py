"""Who may read, write and close registers; the only doors to books and entries.

A register follows its keeper: when a unit has ended, the unit that carries on holds its books. Absent and hidden
answer alike (Http404); looks at an entry are recorded.
"""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from motcua.counter.dossiers import access as dossiers
from motcua.counter.dossiers.choices import Act
from motcua.house.journal import acts as journal
from motcua.house.office.access import NotAllowed, keeping
from motcua.house.office.rules import Actor
from motcua.trades.civil_status.choices import FORM_OF
from motcua.trades.civil_status.models import Book, FollowUp, RegisterEntry

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier

READ, WRITE, CLOSE = "register.read", "register.write", "register.close"
may = keeping.may


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    if not may(actor, act, unit_id):
        raise NotAllowed("Bạn không được giao việc này đối với sổ của đơn vị này.")


def require_writer(actor: Actor, unit_id: UUID) -> None:
    """Registers are written by their clerks, or by the act of signing. Refuses: NotAllowed."""
    if not may(actor, WRITE, unit_id) and not may(actor, "dossier.sign", unit_id):
        raise NotAllowed("Bạn không được giao việc ghi sổ hộ tịch của đơn vị này.")


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose registers the actor may read."""
    return keeping.units(actor, READ)


def open_book(actor: Actor, key: UUID) -> Book:
    """The door to a book. Refuses: Http404."""
    book = Book.objects.filter(pk=key).first()
    if book is None or not may(actor, READ, book.unit_id):
        raise Http404
    return book


def open_entry(actor: Actor, key: UUID, *, at: datetime, page: str = "") -> RegisterEntry:
    """The door to an entry; records the look when `page` is named, at its dossier too. Refuses: Http404."""
    entry = RegisterEntry.objects.select_related("book").filter(pk=key).first()
    if entry is None or not may(actor, READ, entry.book.unit_id):
        raise Http404
    if page:
        journal.record_look(
            account_id=actor.account_id,
            name=actor.name,
            thing_kind="register_entry",
            thing_id=entry.pk,
            at=at,
            page=page,
        )
        if entry.dossier_id:
            dossiers.record_look(actor, entry.dossier_id, at=at, page=page)
    return entry


def open_follow_up(actor: Actor, key: UUID) -> FollowUp:
    """The door to an open duty. Refuses: Http404."""
    row = FollowUp.objects.select_related("entry__book").filter(pk=key).first()
    if row is None or not may(actor, READ, row.unit_id):
        raise Http404
    return row


def open_work(actor: Actor, key: UUID, *, at: datetime, page: str = "") -> "Dossier":
    """The door to a dossier of civil status whose finding is written down, for who examines it. Refuses: Http404."""
    dossier = dossiers.open_dossier(actor, str(key), at=at, page=page)
    if dossier.trade not in FORM_OF or not dossiers.may(actor, Act.PROPOSE, dossier):
        raise Http404
    return dossier


def lock_book(book: Book) -> Book:
    """The same row, fresh and locked: entering and closing exclude each other."""
    return Book.objects.select_for_update(of=("self",)).get(pk=book.pk)


def lock_entry(entry: RegisterEntry) -> RegisterEntry:
    """The same row, fresh and locked until the transaction ends."""
    return RegisterEntry.objects.select_related("book").select_for_update(of=("self",)).get(pk=entry.pk)
