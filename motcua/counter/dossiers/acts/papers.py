"""Papers of a dossier: the checklist, attached files, and the statutory slips with their numbers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import access, rules
from motcua.counter.dossiers.choices import Act, PaperKind, PaperState, Slip, State
from motcua.counter.dossiers.models import Dossier, DossierPaper, IssuedSlip
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.numbering import acts as numbering
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM, Actor
from motcua.instruments.vault import acts as vault


def issue_slip(dossier: Dossier, kind: Slip, *, by: Actor, at: datetime, **content: Any) -> IssuedSlip:
    """Give a slip its number (per agency, year and kind) and keep what it says. Call inside the act's transaction."""
    year, agency = at.astimezone(VN).year, office.directory().unit(dossier.agency_id)
    return IssuedSlip.objects.create(
        dossier=dossier,
        kind=kind,
        agency_id=dossier.agency_id,
        year=year,
        number=numbering.next_number(f"slip:{kind}:{agency.code}:{year}"),
        at=at,
        by_name=by.name,
        content=_plain(content),
    )


def _plain(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date | datetime) else value for key, value in content.items()}


@transaction.atomic
def set_paper(
    paper: DossierPaper, *, state: PaperState, kind: PaperKind, note: str = "", by: Actor, at: datetime
) -> DossierPaper:
    """Tick a paper as taken, seen or missing. Refuses: NotAllowed outside the dossier's units."""
    dossier = access.lock(paper.dossier)
    _require_hand(dossier, by)
    paper.state, paper.kind, paper.note = state, kind, note
    paper.save(update_fields=["state", "kind", "note"])
    journal.write(dossier, act="set_paper", by=by, at=at, paper=paper.code, state=state.value)
    dossier.save(update_fields=list(CHAIN))
    return paper


@transaction.atomic
def attach(paper: DossierPaper, *, upload: File[bytes], by: Actor, at: datetime) -> DossierPaper:
    """Keep a scan or upload in the vault and put it on the checklist; without the right nothing is kept.

    Refuses: NotAllowed, ActNotOpen, NotAccepted, NoRoom.
    """
    dossier = access.lock(paper.dossier)
    _require_hand(dossier, by)
    stored = vault.store(upload, name=upload.name or "", by=by, at=at, purpose="paper")
    paper.file = stored
    if paper.state == PaperState.MISSING:
        paper.state, paper.kind = PaperState.TAKEN, PaperKind.ELECTRONIC
    paper.save(update_fields=["file", "state", "kind"])
    journal.write(dossier, act="attach", by=by, at=at, paper=paper.code, file=stored.sha256)
    dossier.save(update_fields=list(CHAIN))
    return paper


def _require_hand(dossier: Dossier, by: Actor) -> None:
    """Who may touch the papers: the counter, the examining unit, or the owner while the dossier waits for papers."""
    if State(dossier.state) in {State.SIGNED, *rules.SETTLED}:
        raise rules.ActNotOpen("Hồ sơ đã có kết quả hoặc đã kết thúc, không sửa giấy tờ được nữa.")
    waiting = dossier.state in {"supplement_before", "supplement_asked"}
    if access.is_owner(by, dossier) and waiting:
        return
    if access.may(by, Act.RECEIVE, dossier) or access.may(by, Act.PROPOSE, dossier):
        return
    raise NotAllowed("Bạn không được sửa giấy tờ của hồ sơ này.")


@transaction.atomic
def issue_receipt(dossier: Dossier, *, at: datetime) -> IssuedSlip:
    """The receipt slip (form 01) of an accepted dossier, numbered once however often it is asked for."""
    dossier = access.lock(dossier)
    known = IssuedSlip.objects.filter(dossier=dossier, kind=Slip.RECEIPT).first()
    if known:
        return known
    work = dossier.steps.exclude(no=0).order_by("started_at", "id").first()
    officer = work.handed_by if work else ""
    return issue_slip(dossier, Slip.RECEIPT, by=SYSTEM, at=at, due_at=dossier.due_at, officer=officer)
