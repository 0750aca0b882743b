"""Opinions: a round is sent, answers are recorded, each is taken or explained, the round is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max

from motcua.bureau.drafting import queries, rules
from motcua.bureau.drafting.acts.base import in_order, moved, not_to_come, note, words
from motcua.bureau.drafting.choices import Act, Verdict
from motcua.bureau.drafting.models import Answer, ConsultationRound, Draft, DraftVersion, Recipient
from motcua.house.office.rules import Actor
from motcua.instruments.vault import acts as vault


@dataclass(frozen=True, kw_only=True)
class RoundGiven:
    """Under which letter, between which days, whom; `affected` are those the text touches directly."""

    letter: str
    sent_on: date
    due_on: date
    agencies: Sequence[str] = ()
    affected: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class AnswerGiven:
    """What a recipient answered: that it agrees, or opinions as text or file."""

    answered_on: date
    letter: str = ""
    agrees: bool = False
    text: str = ""


@transaction.atomic
def open_round(draft: Draft, given: RoundGiven, *, by: Actor, at: datetime) -> ConsultationRound:
    """Record that the latest version was sent for opinions («lấy ý kiến»).

    Refuses: NotAllowed, ActNotOpen, NotThatWay: no version, nobody asked, fewer days than the law leaves them.
    """
    draft = moved(draft, Act.OPEN_ROUND, by=by)
    version = latest(draft)
    agencies, affected = cleaned(given.agencies), cleaned(given.affected)
    if not agencies and not affected:
        raise rules.NotThatWay("Ghi ít nhất một nơi được lấy ý kiến.")
    not_to_come(given.sent_on, at)
    for names, key in ((agencies, "consult"), (affected, "consult_affected")):
        if names:
            least = queries.limit(draft, key, on=given.sent_on)
            rules.refuse_short(from_on=given.sent_on, to_on=given.due_on, least=least, what="Thời gian lấy ý kiến")
    number = (draft.rounds.aggregate(last=Max("number"))["last"] or 0) + 1
    made = ConsultationRound.objects.create(
        draft=draft,
        number=number,
        version=version,
        letter=words(given.letter, "Ghi số văn bản lấy ý kiến."),
        sent_on=given.sent_on,
        due_on=given.due_on,
    )
    everybody = [(name, False) for name in agencies] + [(name, True) for name in affected]
    Recipient.objects.bulk_create(
        Recipient(round=made, number=no, name=name, is_affected=touched)
        for no, (name, touched) in enumerate(everybody, start=1)
    )
    facts: dict[str, Any] = {
        "number": number,
        "letter": made.letter,
        "due_on": made.due_on.isoformat(),
        "recipients": len(everybody),
    }
    note(draft, Act.OPEN_ROUND, by=by, at=at, fields=("state",), version=version.number, **facts)
    return made


def latest(draft: Draft) -> DraftVersion:
    """The latest version. Refuses: NotThatWay without one."""
    version = draft.versions.order_by("-number").first()
    if version is None:
        raise rules.NotThatWay("Dự thảo chưa có phiên bản nào: tải tệp dự thảo lên trước.")
    return version


def cleaned(names: Sequence[str]) -> list[str]:
    """Names without blanks, each once."""
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


@transaction.atomic
def record_answer(
    recipient: Recipient, given: AnswerGiven, *, by: Actor, at: datetime, file: File[bytes] | None = None
) -> Answer:
    """Record an answer; a recipient may send several. One that agrees needs no explanation.

    Refuses: NotAllowed, ActNotOpen, NotAccepted, NotThatWay: an answer that says nothing, or a round that is closed.
    """
    draft = moved(recipient.round.draft, Act.RECORD_ANSWER, by=by)
    refuse_closed(recipient.round)
    in_order(recipient.round.sent_on, given.answered_on, "Ngày trả lời so với ngày gửi")
    not_to_come(given.answered_on, at)
    text = given.text.strip()
    if not text and file is None and not given.agrees:
        raise rules.NotThatWay("Ghi nội dung ý kiến, đính tệp, hoặc đánh dấu “thống nhất”.")
    stored = None
    if file is not None:
        stored = vault.store(file, name=file.name or "y-kien", by=by, at=at, purpose="draft_answer")
    number = (recipient.answers.aggregate(last=Max("number"))["last"] or 0) + 1
    answer = Answer.objects.create(
        recipient=recipient,
        number=number,
        answered_on=given.answered_on,
        letter=given.letter.strip(),
        agrees=given.agrees,
        text=text,
        file=stored,
        verdict=Verdict.TAKEN if given.agrees and not text and file is None else "",
    )
    facts: dict[str, Any] = {"round": recipient.round.number, "recipient": recipient.name, "agrees": given.agrees}
    note(draft, Act.RECORD_ANSWER, by=by, at=at, answered_on=given.answered_on.isoformat(), **facts)
    return answer


def refuse_closed(one: ConsultationRound) -> None:
    """Refuses: ActNotOpen when the round is over."""
    if ConsultationRound.objects.filter(pk=one.pk, closed_on__isnull=False).exists():
        raise rules.ActNotOpen(f"Đợt lấy ý kiến {one.number} đã kết thúc.")


@transaction.atomic
def handle_answer(answer: Answer, *, verdict: Verdict, explanation: str, by: Actor, at: datetime) -> Answer:
    """Take the opinion or explain why not («tiếp thu, giải trình»); a later word replaces it, the record keeps both.

    Refuses: NotAllowed, ActNotOpen, NotThatWay when what is not taken is not explained.
    """
    recipient = answer.recipient
    draft = moved(recipient.round.draft, Act.HANDLE_ANSWER, by=by)
    refuse_closed(recipient.round)
    before = answer.verdict
    answer.verdict, answer.explanation = verdict.value, explained(verdict, explanation)
    answer.save(update_fields=["verdict", "explanation"])
    facts: dict[str, Any] = {
        "round": recipient.round.number,
        "recipient": recipient.name,
        "number": answer.number,
        "before": before,
    }
    note(draft, Act.HANDLE_ANSWER, by=by, at=at, verdict=verdict.value, explanation=answer.explanation, **facts)
    return answer


def explained(verdict: Verdict, explanation: str) -> str:
    """The explanation; one is due for what is not wholly taken. Refuses: NotThatWay."""
    text = explanation.strip()
    if verdict != Verdict.TAKEN and not text:
        raise rules.NotThatWay("Nêu nội dung giải trình đối với phần không tiếp thu.")
    return text


@transaction.atomic
def close_round(one: ConsultationRound, *, by: Actor, at: datetime) -> Draft:
    """End the round: every opinion has its verdict, and the days given are over or everybody has answered.

    Refuses: NotAllowed, ActNotOpen, NotThatWay.
    """
    draft = moved(one.draft, Act.CLOSE_ROUND, by=by)
    refuse_closed(one)
    on = at.astimezone(queries.VN).date()
    open_answers = Answer.objects.filter(recipient__round=one, verdict="").count()
    if open_answers:
        raise rules.NotThatWay(f"Còn {open_answers} ý kiến chưa được tiếp thu, giải trình.")
    silent = one.recipients.filter(answers__isnull=True).count()
    if silent and on <= one.due_on:
        raise rules.NotThatWay(f"Còn {silent} nơi chưa trả lời và chưa hết hạn ngày {one.due_on:%d/%m/%Y}.")
    one.closed_on = on
    one.save(update_fields=["closed_on"])
    note(draft, Act.CLOSE_ROUND, by=by, at=at, fields=("state",), number=one.number, silent=silent)
    return draft
