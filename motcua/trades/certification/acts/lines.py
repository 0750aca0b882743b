"""Write certification numbers and cancel them; the book's own record holds each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from motcua.base.vn.rules import fold
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts as dossiers
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.numbering import acts as numbering
from motcua.house.office.rules import Actor, UnitRow
from motcua.trades.certification import access, rules
from motcua.trades.certification.acts.books import book_for
from motcua.trades.certification.choices import BookKind
from motcua.trades.certification.models import CertificationLine

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier


@dataclass(frozen=True)
class Request:
    """What one visitor asks for: each paper with its fee, who asks, who signs, who did the work."""

    kind: BookKind
    requester: str
    requester_paper: str
    papers: Sequence[tuple[rules.Original, int]]
    signer: str
    title: str
    performed_by: str
    dossier: "Dossier | None" = None


@transaction.atomic
def certify(
    request: Request, *, agency: UnitRow, unit: UnitRow, by: Actor, at: datetime
) -> tuple[CertificationLine, ...]:
    """Give each paper its number of the year [01/2020/TT-BTP, 4]. Opens the year's book when needed.

    Refuses: NotAllowed, BookClosed, ValueError without a paper. Rolled back, the numbers are given back.
    """
    access.require_writer(by, unit.id)
    if not request.papers:
        raise ValueError("Chưa có giấy tờ nào cần chứng thực.")
    year = at.astimezone(VN).year
    book = book_for(agency=agency, unit=unit, kind=request.kind, year=year, by=by, at=at)
    scope = rules.scope(agency.code, request.kind, year)
    rows = [
        CertificationLine(
            book=book,
            agency_id=agency.id,
            kind=request.kind,
            year=year,
            number=numbering.next_number(scope),
            certified_at=at,
            requester=request.requester,
            requester_key=fold(request.requester),
            requester_paper=request.requester_paper,
            document=paper.document,
            issuer=paper.issuer,
            pages=paper.pages,
            copies=paper.copies,
            fee_vnd=fee_vnd,
            signer_name=request.signer,
            signer_title=request.title,
            performed_by=request.performed_by,
            dossier=request.dossier,
        )
        for paper, fee_vnd in request.papers
    ]
    CertificationLine.objects.bulk_create(rows)
    journal.write(
        book,
        act="certify",
        by=by,
        at=at,
        dossier=request.dossier.code if request.dossier else "",
        lines=[{"number": row.number, "document": row.document, "copies": row.copies} for row in rows],
    )
    book.save(update_fields=list(CHAIN))
    return tuple(rows)


@transaction.atomic
def cancel_line(line: CertificationLine, *, reason: str, by: Actor, at: datetime) -> CertificationLine:
    """Cancel a number, by the head; it stays in the book and is never given again, the signed file is taken back.

    Refuses: NotAllowed, ValueError without a reason or the second time.
    """
    book = access.lock_book(line.book)
    access.require(by, access.CLOSE, book.unit_id)
    line.refresh_from_db()
    if not reason.strip():
        raise ValueError("Nêu lý do hủy số chứng thực.")
    if line.cancelled_at is not None:
        raise ValueError("Số chứng thực này đã hủy trước đó.")
    line.cancelled_at, line.cancelled_by, line.cancelled_reason = at, by.name, reason.strip()
    line.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_reason"])
    journal.write(book, act="cancel", by=by, at=at, number=line.number, reason=line.cancelled_reason)
    book.save(update_fields=list(CHAIN))
    if line.dossier is not None:
        reason = f"Hủy số chứng thực {line.number:02}: {line.cancelled_reason}"
        dossiers.revoke_results(line.dossier, reason=reason, by=by, at=at)
    return line
