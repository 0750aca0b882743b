"""Who may read, write and close certification books; the only doors to them. A book follows its keeper's successor."""

from datetime import datetime
from uuid import UUID

from django.http import Http404

from motcua.counter.dossiers import access as dossiers
from motcua.house.journal import acts as journal
from motcua.house.office.access import NotAllowed, keeping
from motcua.house.office.rules import Actor
from motcua.trades.certification.models import CertificationBook, CertificationLine

READ, WRITE, CLOSE = "register.read", "register.write", "register.close"
may = keeping.may


def require(actor: Actor, act: str, unit_id: UUID) -> None:
    """Refuses: NotAllowed."""
    if not may(actor, act, unit_id):
        raise NotAllowed("Bạn không được giao việc này đối với sổ của đơn vị này.")


def require_writer(actor: Actor, unit_id: UUID) -> None:
    """Books are written by their clerks, or by the act of signing. Refuses: NotAllowed."""
    if not may(actor, WRITE, unit_id) and not may(actor, "dossier.sign", unit_id):
        raise NotAllowed("Bạn không được giao việc ghi sổ chứng thực của đơn vị này.")


def readable_units(actor: Actor) -> list[UUID]:
    """Units whose books the actor may read."""
    return keeping.units(actor, READ)


def open_book(actor: Actor, key: UUID, *, at: datetime | None = None, page: str = "") -> CertificationBook:
    """The door to a book; printing a month of names is recorded as a look. Refuses: Http404."""
    book = CertificationBook.objects.filter(pk=key).first()
    if book is None or not may(actor, READ, book.unit_id):
        raise Http404
    if page and at:
        _record(actor, "certification_book", book.pk, at=at, page=page)
    return book


def open_line(actor: Actor, key: UUID, *, at: datetime, page: str = "") -> CertificationLine:
    """The door to a line; records the look when `page` is named, at its dossier too. Refuses: Http404."""
    line = CertificationLine.objects.select_related("book").filter(pk=key).first()
    if line is None or not may(actor, READ, line.book.unit_id):
        raise Http404
    if page:
        _record(actor, "certification_line", line.pk, at=at, page=page)
        if line.dossier_id:
            dossiers.record_look(actor, line.dossier_id, at=at, page=page)
    return line


def lock_book(book: CertificationBook) -> CertificationBook:
    """The same row, fresh and locked: certifying and closing exclude each other."""
    return CertificationBook.objects.select_for_update(of=("self",)).get(pk=book.pk)


def _record(actor: Actor, kind: str, key: UUID, *, at: datetime, page: str) -> None:
    journal.record_look(account_id=actor.account_id, name=actor.name, thing_kind=kind, thing_id=key, at=at, page=page)
