"""The draft of the result goes to who filed online, who confirms it or says what is wrong [01/2022/TT-BTP].

An answer, or silence until the end of the last day, is an act with its journal row. The time limit runs on meanwhile.
"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from motcua.base.worktime import loader as worktime_files
from motcua.counter.dossiers import access, queries, rules
from motcua.counter.dossiers.acts.move import move
from motcua.counter.dossiers.acts.trade import trade_of
from motcua.counter.dossiers.choices import Act, DraftAnswer, State
from motcua.counter.dossiers.models import Dossier, SentDraft
from motcua.house.office.rules import Actor
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import acts as vault


@transaction.atomic
def send_draft(dossier: Dossier, *, by: Actor, at: datetime) -> SentDraft:
    """Print the draft of the result, keep it, and ask the applicant to confirm it («gửi bản dự thảo»).

    Refuses: ActNotOpen where the law does not ask for it; NotAllowed, ValueError of the trade, CalendarMissing.
    """
    dossier = access.lock(dossier)
    asked = queries.confirmation_of(dossier)
    if asked is None:
        raise rules.ActNotOpen("Hồ sơ này không phải gửi bản dự thảo xác nhận: trình được ngay.")
    access.require(by, Act.SEND_DRAFT, dossier)
    rules.next_state(State(dossier.state), Act.SEND_DRAFT)
    paper = replace(trade_of(dossier).draft(dossier, at=at), is_draft=True)
    name = f"{dossier.code}-du-thao.pdf"
    sent = SentDraft(
        dossier=dossier,
        file=vault.store(printing.render(paper), name=name, by=by, at=at, purpose="draft", is_own=True),
        sent_at=at,
        sent_by=by.name,
        answer_on=rules.last_day_to_answer(
            at.astimezone(queries.VN).date(), asked.limit, calendar=worktime_files.calendar()
        ),
    )
    sent.save(force_insert=True)
    move(dossier, Act.SEND_DRAFT, by=by, at=at, answer_on=sent.answer_on, file=sent.file.sha256)
    return sent


@transaction.atomic
def confirm_draft(dossier: Dossier, *, by: Actor, at: datetime) -> Dossier:
    """The applicant says that the draft is right («Đúng, tôi xác nhận»). Refuses: ActNotOpen, NotAllowed."""
    dossier = access.lock(dossier)
    _close(dossier, DraftAnswer.CONFIRMED, at=at)
    return move(dossier, Act.CONFIRM_DRAFT, by=by, at=at)


@transaction.atomic
def correct_draft(dossier: Dossier, *, words: str, by: Actor, at: datetime) -> Dossier:
    """The applicant says what is wrong; the dossier goes back to the specialist («Có chỗ chưa đúng»).

    Refuses: ValueError without words; ActNotOpen, NotAllowed.
    """
    if not words.strip():
        raise ValueError("Ghi rõ chỗ chưa đúng và nội dung đúng.")
    dossier = access.lock(dossier)
    _close(dossier, DraftAnswer.CORRECTED, at=at, words=words.strip())
    return move(dossier, Act.CORRECT_DRAFT, by=by, at=at, reason=words.strip())


@transaction.atomic
def take_silence(dossier: Dossier, *, by: Actor, at: datetime) -> Dossier:
    """The last day has passed without an answer, which counts as consent; done by the system alone.

    Refuses: ActNotOpen before the day is over or after an answer; NotAllowed.
    """
    dossier = access.lock(dossier)
    sent = queries.last_draft(dossier)
    if sent is not None and sent.answered_at is None and at.astimezone(queries.VN).date() <= sent.answer_on:
        raise rules.ActNotOpen(f"Người yêu cầu còn trả lời được đến hết ngày {sent.answer_on:%d/%m/%Y}.")
    _close(dossier, DraftAnswer.SILENT, at=at)
    return move(dossier, Act.TAKE_SILENCE, by=by, at=at)


def _close(dossier: Dossier, answer: DraftAnswer, *, at: datetime, words: str = "") -> None:
    """Put the answer on the open draft; where there is none, the transition table refuses the act."""
    SentDraft.objects.filter(dossier=dossier, answered_at__isnull=True).update(
        answer=answer, answered_at=at, words=words
    )
