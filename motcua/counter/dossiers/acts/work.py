"""Work on a dossier: assign, take up, ask for a supplement, consult, propose [61/2018/NĐ-CP, 19]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from motcua.counter.dossiers import access, queries, rules
from motcua.counter.dossiers.acts.move import due_change, due_from, move, place_step
from motcua.counter.dossiers.acts.papers import issue_slip
from motcua.counter.dossiers.acts.receipt import resubmit
from motcua.counter.dossiers.choices import Act, PaperKind, PaperState, Slip, State
from motcua.counter.dossiers.models import Consultation, Dossier, DossierPaper, DossierStep, Supplement
from motcua.house.office.access import NotAllowed, actor_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from motcua.house.office.models import Officer
    from motcua.house.office.rules import Actor
    from motcua.instruments.vault.models import StoredFile


@transaction.atomic
def assign(dossier: Dossier, *, to: Officer, by: Actor, at: datetime) -> Dossier:
    """Give the dossier to the officer who will settle it («phân công»): who examines there, and does not apply in it.

    Refuses: ActNotOpen, NotAllowed.
    """
    dossier = access.lock(dossier)
    if not access.may_settle(to, dossier):
        raise NotAllowed(f"{to.name} là người có tên trong hồ sơ này. Phân công người khác.")
    receiver = actor_of(to.account, at.astimezone(queries.VN).date())
    if not receiver.may("dossier.examine", access.path_of(dossier.unit_id)):
        raise NotAllowed(f"{to.name} không được giao thẩm tra hồ sơ của đơn vị này. Phân công người khác.")
    dossier.officer = to
    DossierStep.objects.filter(dossier=dossier, finished_at__isnull=True).update(officer=to)
    return move(dossier, Act.ASSIGN, by=by, at=at, to=to.code)


@transaction.atomic
def take_up(dossier: Dossier, *, officer: Officer, by: Actor, at: datetime) -> Dossier:
    """An officer begins the work on an unassigned or own dossier («nhận việc»). Refuses: ActNotOpen, NotAllowed."""
    dossier = access.lock(dossier)
    if dossier.officer_id not in {None, officer.pk}:
        access.require(by, Act.ASSIGN, dossier)
    if officer.pk != by.officer_id and not access.may_settle(officer, dossier):
        raise NotAllowed(f"{officer.name} là người có tên trong hồ sơ này.")
    dossier.officer = officer
    DossierStep.objects.filter(dossier=dossier, finished_at__isnull=True).update(officer=officer)
    return move(dossier, Act.TAKE_UP, by=by, at=at, officer=officer.code)


@transaction.atomic
def ask_supplement(dossier: Dossier, *, items: Sequence[str], reason: str, by: Actor, at: datetime) -> Dossier:
    """Stop the clock and ask, once and for all, for what is missing; prints the slip [61/2018/NĐ-CP, 19.4].

    A second request is possible but counts as overdue in the national indicators; the page says so beforehand.
    Refuses: ValueError without an item and a reason; ActNotOpen, NotAllowed.
    """
    if not items or not reason.strip():
        raise ValueError("Nêu đủ các giấy tờ cần bổ sung và lý do.")
    dossier = access.lock(dossier)
    dossier.supplement_count += 1
    move(dossier, Act.ASK_SUPPLEMENT, by=by, at=at, fields=("supplement_count",), items=list(items), reason=reason)
    Supplement.objects.create(dossier=dossier, items=list(items), reason=reason, asked_at=at, asked_by=by.name)
    issue_slip(dossier, Slip.SUPPLEMENT_REQUEST, by=by, at=at, items=list(items), reason=reason)
    return dossier


@transaction.atomic
def supplement(dossier: Dossier, *, by: Actor, at: datetime, words: str = "") -> Dossier:
    """The applicant brought what was asked: the time limit starts again from zero [61/2018/NĐ-CP, 19.4].

    Refuses: ActNotOpen, NotAllowed, CalendarMissing.
    """
    dossier = access.lock(dossier)
    dossier.due_at = due_from(dossier, counted_from=at, limit=dossier.limit)
    due_change(
        dossier,
        due_at=dossier.due_at,
        counted_from=at,
        limit=dossier.limit,
        reason="supplement",
        by=by,
        at=at,
        words=words,
    ).save(force_insert=True)
    Supplement.objects.filter(dossier=dossier, answered_at__isnull=True).update(answered_at=at)
    place_step(dossier)
    return move(dossier, Act.SUPPLEMENT, by=by, at=at, fields=("due_at",), due_at=dossier.due_at)


@transaction.atomic
def consult(dossier: Dossier, *, asked: str, question: str, answer_by: datetime, by: Actor, at: datetime) -> Dossier:
    """Ask another agency, with content and deadline [61/2018/NĐ-CP, 19.5].

    Where the procedure has a longer limit for verification, the due moment moves to it, once, with its row of history.
    """
    if not asked.strip() or not question.strip() or answer_by <= at:
        raise ValueError("Ghi rõ cơ quan, nội dung và thời hạn trả lời (sau thời điểm này).")
    dossier = access.lock(dossier)
    fields: tuple[str, ...] = ()
    longer = queries.promise_of(dossier, verified=True).limit
    if dossier.limit != longer and dossier.received_at:
        start = queries.counted_from(dossier)
        extended = due_from(dossier, counted_from=start, limit=longer)
        dossier.limit, dossier.due_at = longer, max(extended, dossier.due_at or extended)
        fields = ("limit", "due_at")
        due_change(
            dossier,
            due_at=dossier.due_at,
            counted_from=start,
            limit=longer,
            reason="verification",
            by=by,
            at=at,
            words=question,
        ).save(force_insert=True)
        place_step(dossier)
    Consultation.objects.create(dossier=dossier, asked=asked, question=question, asked_at=at, due_at=answer_by)
    return move(dossier, Act.CONSULT, by=by, at=at, fields=fields, asked=asked, answer_by=answer_by)


@transaction.atomic
def answer(dossier: Dossier, *, words: str, by: Actor, at: datetime) -> Dossier:
    """The asked agency answered. Refuses: ValueError without words; ActNotOpen, NotAllowed."""
    if not words.strip():
        raise ValueError("Ghi nội dung trả lời.")
    dossier = access.lock(dossier)
    Consultation.objects.filter(dossier=dossier, answered_at__isnull=True).update(answered_at=at, answer=words)
    return move(dossier, Act.ANSWER, by=by, at=at)


@transaction.atomic
def propose(dossier: Dossier, *, grant: bool, reason: str = "", by: Actor, at: datetime) -> Dossier:
    """Lay the draft before the head: grant, or refuse with the reason («trình»).

    Refuses: NotConfirmed while the law wants the draft confirmed by who filed online; ActNotOpen, NotAllowed.
    """
    if not grant and not reason.strip():
        raise ValueError("Nêu lý do đề nghị từ chối.")
    dossier = access.lock(dossier)
    access.require(by, Act.PROPOSE, dossier)
    rules.next_state(State(dossier.state), Act.PROPOSE)
    rules.may_propose(State(dossier.state), grant=grant, asks_confirmation=queries.confirmation_of(dossier) is not None)
    dossier.proposal = "grant" if grant else "refuse"
    return move(dossier, Act.PROPOSE, by=by, at=at, fields=("proposal",), proposal=dossier.proposal, reason=reason)


@transaction.atomic
def answer_asked(dossier: Dossier, *, files: Sequence[StoredFile], words: str, by: Actor, at: datetime) -> Dossier:
    """The applicant sends what was asked: the files join the papers and the dossier goes on.

    Before acceptance it is submitted again; after, the time limit restarts. Refuses: ActNotOpen, NotAllowed.
    """
    dossier = access.lock(dossier)
    last = dossier.papers.count()
    DossierPaper.objects.bulk_create(
        DossierPaper(
            dossier=dossier,
            no=last + number,
            code="supplement",
            name=f"Bổ sung: {file.name}"[:500],
            role="submit",
            kind=PaperKind.ELECTRONIC,
            state=PaperState.TAKEN,
            note=words[:300],
            file=file,
        )
        for number, file in enumerate(files, start=1)
    )
    if dossier.state == State.SUPPLEMENT_BEFORE:
        return resubmit(dossier, by=by, at=at)
    return supplement(dossier, by=by, at=at, words=words)
