"""From application to accepted dossier: submit, ask before receipt, decline, receive [61/2018/NĐ-CP, 17]."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.base.vn.rules import fold
from motcua.counter.dossiers import access, loader, queries, rules
from motcua.counter.dossiers.acts.move import due_change, due_from, later, move, open_step, place_step
from motcua.counter.dossiers.acts.papers import issue_slip
from motcua.counter.dossiers.choices import Act, Channel, PaperKind, PaperState, ReturnWay, Slip, State
from motcua.counter.dossiers.models import Dossier, DossierPaper, DossierStep
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.numbering import acts as numbering
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor, UnitRow
from motcua.legal.eforms import acts as eforms
from motcua.legal.procedures.rules import FeeLine, ProcedureVersion, competent_level, total_vnd

if TYPE_CHECKING:
    from motcua.legal.eforms.models import Draft

SECRET_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # noqa: S105  letters, not a secret
"""Without 0/O and 1/I/L, which old eyes and phone cameras confuse."""


@dataclass(frozen=True)
class PaperGiven:
    """One line of the checklist as the applicant or the clerk filled it in."""

    code: str
    name: str
    role: str
    state: PaperState = PaperState.MISSING
    kind: PaperKind | str = ""
    copies: int = 1
    file_id: UUID | None = None


@dataclass(frozen=True)
class Intake:
    """All that an application brings. `received_unit` is the counter, `unit` resolves, `agency` gives the code."""

    law: ProcedureVersion
    received_unit: UnitRow
    unit: UnitRow
    agency: UnitRow
    applicant_name: str
    channel: Channel = Channel.DIRECT
    return_way: ReturnWay = ReturnWay.DESK
    answers: Mapping[str, Any] = field(default_factory=dict)
    papers: Sequence[PaperGiven] = ()
    fees: Sequence[FeeLine] = ()
    level: str = ""
    account_id: UUID | None = None
    personal_number: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    form_key: str = ""
    submission_key: UUID | None = None
    external_code: str = ""
    is_paid: bool = False


def submit(intake: Intake, *, by: Actor, at: datetime, draft: Draft | None = None) -> Dossier:
    """A citizen files online; the code comes at acceptance. The same `submission_key` twice gives the first dossier."""
    try:
        with transaction.atomic():
            dossier = _new(intake, State.SUBMITTED, at=at)
            journal.write(
                dossier, act=Act.SUBMIT.value, by=by, at=at, procedure=dossier.procedure_code, state=dossier.state
            )
            dossier.save(force_insert=True)
            _keep_papers(dossier, intake.papers)
            if draft is not None:
                eforms.discard_draft(draft, by=by, session_key=draft.session_key, at=at)
            return dossier
    except IntegrityError:
        if known := _already(intake, by):
            return known
        raise


def receive(intake: Intake, *, by: Actor, at: datetime) -> Dossier:
    """Take an application in at the counter or from the post: code, due moment, steps, papers, journal, all at once.

    Refuses: NotAllowed outside the actor's counter, CalendarMissing, ValueError. The same `submission_key` twice gives
    the first dossier.
    """
    try:
        with transaction.atomic():
            dossier = _new(intake, State.RECEIVED, at=at)
            access.require(by, Act.RECEIVE, dossier)
            _accept(dossier, by=by, at=at, first=True)
            _keep_papers(dossier, intake.papers)
            later("after_receipt", dossier_id=str(dossier.pk))
            _give_code(dossier, at=at)
            journal.write(dossier, act=Act.RECEIVE.value, by=by, at=at, **_receipt_facts(dossier))
            dossier.save(force_insert=True)
            return dossier
    except IntegrityError:
        if known := _already(intake, by):
            return known
        raise


@transaction.atomic
def receive_submitted(dossier: Dossier, *, by: Actor, at: datetime) -> Dossier:
    """Accept an application filed online; its clock starts now. Refuses: ActNotOpen, NotAllowed, CalendarMissing."""
    dossier = access.lock(dossier)
    access.require(by, Act.RECEIVE, dossier)
    dossier.state = rules.next_state(State(dossier.state), Act.RECEIVE)
    _accept(dossier, by=by, at=at, first=False)
    later("after_receipt", dossier_id=str(dossier.pk))
    _give_code(dossier, at=at)
    journal.write(dossier, act=Act.RECEIVE.value, by=by, at=at, **_receipt_facts(dossier))
    dossier.save(
        update_fields=[
            *("state", "code", "received_at", "due_at", "original_due_at", "limit"),
            *("step_no", "step_role", "step_name", "step_due_at", "desk_unit", *CHAIN),
        ]
    )
    return dossier


@transaction.atomic
def ask_before(dossier: Dossier, *, items: Sequence[str], reason: str, by: Actor, at: datetime) -> Dossier:
    """Ask, before acceptance, for all that is missing, once [61/2018/NĐ-CP, 17.2]. Refuses: ValueError, ActNotOpen."""
    if not items:
        raise ValueError("Nêu ít nhất một giấy tờ hoặc nội dung cần hoàn thiện.")
    dossier = access.lock(dossier)
    move(dossier, Act.ASK_BEFORE, by=by, at=at, items=list(items), reason=reason)
    issue_slip(dossier, Slip.SUPPLEMENT_REQUEST, by=by, at=at, items=list(items), reason=reason)
    return dossier


@transaction.atomic
def resubmit(dossier: Dossier, *, answers: Mapping[str, Any] | None = None, by: Actor, at: datetime) -> Dossier:
    """The citizen sends the completed application again. Refuses: ActNotOpen, NotAllowed."""
    dossier = access.lock(dossier)
    dossier.submitted_at = at
    fields: tuple[str, ...] = ("submitted_at",)
    if answers is not None:
        dossier.answers = dict(answers)
        fields += ("answers",)
    return move(dossier, Act.RESUBMIT, by=by, at=at, fields=fields)


@transaction.atomic
def ask_fee(dossier: Dossier, *, by: Actor, at: datetime) -> Dossier:
    """Ask for the fee of an online application before acceptance. Refuses: ValueError when nothing is due."""
    dossier = access.lock(dossier)
    if dossier.paid_vnd >= dossier.fee_vnd:
        raise ValueError("Hồ sơ không còn phí, lệ phí phải nộp.")
    return move(dossier, Act.ASK_FEE, by=by, at=at, fee_vnd=dossier.fee_vnd)


@transaction.atomic
def pay(dossier: Dossier, *, vnd: int, how: str, by: Actor, at: datetime) -> Dossier:
    """Record money taken at the counter. Refuses: ValueError for a sum that is not what is still owed."""
    dossier = access.lock(dossier)
    owed = dossier.fee_vnd - dossier.paid_vnd
    if owed <= 0 or vnd != owed:
        raise ValueError(f"Số tiền phải thu còn lại là {owed} đồng.")
    dossier.paid_vnd, dossier.paid_at = dossier.paid_vnd + vnd, at
    return move(dossier, Act.PAY, by=by, at=at, fields=("paid_vnd", "paid_at"), vnd=vnd, how=how)


@transaction.atomic
def decline(dossier: Dossier, *, reason: str, by: Actor, at: datetime) -> Dossier:
    """Decline to take it in, with the reason and its slip [61/2018/NĐ-CP, 17.1.b]. Refuses: ValueError, ActNotOpen."""
    if not reason.strip():
        raise ValueError("Nêu lý do từ chối tiếp nhận.")
    dossier = access.lock(dossier)
    move(dossier, Act.DECLINE, by=by, at=at, reason=reason)
    issue_slip(dossier, Slip.REFUSAL, by=by, at=at, reason=reason)
    return dossier


def _new(intake: Intake, state: State, *, at: datetime) -> Dossier:
    law, name = intake.law, " ".join(intake.applicant_name.split())
    dossier = Dossier(
        agency_id=intake.agency.id,
        received_unit_id=intake.received_unit.id,
        unit_id=intake.unit.id,
        desk_unit_id=intake.received_unit.id,
        secret="".join(secrets.choice(SECRET_ALPHABET) for _ in range(6)),
        submission_key=intake.submission_key,
        state=state,
        channel=intake.channel,
        return_way=intake.return_way,
        procedure_code=law.code,
        procedure_name=law.name,
        trade=law.trade,
        law_id=queries.keep_law(law),
        form_key=intake.form_key,
        answers=dict(intake.answers),
        account_id=intake.account_id,
        applicant_name=name,
        applicant_key=fold(name),
        personal_number=intake.personal_number,
        phone=intake.phone,
        email=intake.email,
        address=intake.address,
        external_code=intake.external_code,
        submitted_at=at,
        level=intake.level or unit_level(intake),
        fees=[asdict(line) for line in intake.fees],
        fee_vnd=total_vnd(intake.fees),
    )
    if intake.is_paid and dossier.fee_vnd:
        dossier.paid_vnd, dossier.paid_at = dossier.fee_vnd, at
    first = queries.process_of(dossier)[0]
    dossier.step_role, dossier.step_name = first.role, first.name
    dossier.limit = queries.promise_of(dossier).limit
    dossier.search_text = queries.search_text(dossier)
    return dossier


def unit_level(intake: Intake) -> str:
    """The level whose process is followed: the one competent for these answers, else the resolving unit's."""
    return competent_level(intake.law, intake.answers) or intake.unit.level


def _accept(dossier: Dossier, *, by: Actor, at: datetime, first: bool) -> None:
    """Start the clock: due moment, its first row of history, the receipt step done and the next one open."""
    process = queries.process_of(dossier)
    dossier.received_at = at
    dossier.due_at = dossier.original_due_at = due_from(dossier, counted_from=at, limit=dossier.limit)
    dossier.step_no = rules.step_no(process, State(dossier.state))
    place_step(dossier)
    done = DossierStep(
        dossier=dossier,
        no=0,
        name=process[0].name,
        role=process[0].role,
        unit_id=dossier.received_unit_id,
        handed_by=dossier.applicant_name,
        started_at=dossier.submitted_at if not first else at,
        finished_at=at,
    )
    DossierStep.objects.bulk_create([done, open_step(dossier, by=by, at=at)])
    due_change(
        dossier, due_at=dossier.due_at, counted_from=at, limit=dossier.limit, reason="received", by=by, at=at
    ).save(force_insert=True)


def _give_code(dossier: Dossier, *, at: datetime) -> None:
    """The number of the day is taken last, so that its row is locked as shortly as possible."""
    day = at.astimezone(queries.VN).date()
    agency = office.directory().unit(dossier.agency_id)
    number = numbering.next_number(f"dossier:{agency.code}:{day:%y%m%d}")
    dossier.code = loader.code_on(day, eid=agency.eid, number=number)


def _receipt_facts(dossier: Dossier) -> dict[str, Any]:
    return {
        "code": dossier.code,
        "procedure": dossier.procedure_code,
        "state": dossier.state,
        "due_at": dossier.due_at,
        "law": dossier.law_id,
        "channel": str(dossier.channel),
        "paid_vnd": dossier.paid_vnd,
    }


def _keep_papers(dossier: Dossier, papers: Sequence[PaperGiven]) -> None:
    DossierPaper.objects.bulk_create(
        DossierPaper(
            dossier=dossier,
            no=no,
            code=paper.code,
            name=paper.name,
            role=paper.role,
            state=paper.state,
            kind=paper.kind,
            copies=paper.copies,
            file_id=paper.file_id,
        )
        for no, paper in enumerate(papers, start=1)
    )


def _already(intake: Intake, by: Actor) -> Dossier | None:
    """The dossier an earlier click made with the same key, if the same person may see it."""
    known = Dossier.objects.filter(submission_key=intake.submission_key).first() if intake.submission_key else None
    if known is None or (by.officer_id is None and known.account_id != by.account_id):
        return None
    return known
