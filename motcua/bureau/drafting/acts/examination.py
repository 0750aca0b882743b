"""«Thẩm tra»: a board of the People's Council examines a resolution's draft before the session."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from motcua.bureau.drafting import access, queries, rules
from motcua.bureau.drafting.acts.base import in_order, moved, not_to_come, note, words
from motcua.bureau.drafting.choices import Act
from motcua.bureau.drafting.models import Draft, Examination
from motcua.house.office.rules import Actor


@transaction.atomic
def send_for_examination(draft: Draft, *, board: str, sent_on: date, by: Actor, at: datetime) -> Examination:
    """Send the dossier to the board; the latest day counts back from the session, a later one is recorded as late.

    Refuses: NotAllowed, ActNotOpen, NotThatWay: not a resolution, no session day, one is open already, to come.
    """
    draft = moved(draft, Act.SEND_EXAMINATION, by=by)
    if not queries.needs_examination(draft):
        raise rules.NotThatWay("Chỉ dự thảo nghị quyết của Hội đồng nhân dân mới gửi thẩm tra.")
    not_to_come(sent_on, at)
    in_order(draft.submitted_on or sent_on, sent_on, "Ngày gửi thẩm tra so với ngày trình")
    if draft.examinations.filter(reported_on__isnull=True).exists():
        raise rules.NotThatWay("Dự thảo đang được thẩm tra.")
    number = (draft.examinations.aggregate(last=Max("number"))["last"] or 0) + 1
    made = Examination.objects.create(
        draft=draft,
        number=number,
        board=words(board, "Ghi tên Ban của Hội đồng nhân dân."),
        sent_on=sent_on,
        latest_on=queries.examination_due(draft, on=sent_on),
    )
    facts: dict[str, Any] = {"board": made.board, "sent_on": sent_on.isoformat()}
    if made.latest_on is not None:
        facts |= {"latest_on": made.latest_on.isoformat(), "is_late": sent_on > made.latest_on}
    note(draft, Act.SEND_EXAMINATION, by=by, at=at, **facts)
    return made


@transaction.atomic
def record_examination(
    draft: Draft, *, report_number: str, reported_on: date, agrees: bool, opinion: str, by: Actor, at: datetime
) -> Examination:
    """Record the board's report («báo cáo thẩm tra»). Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    draft = moved(draft, Act.RECORD_EXAMINATION, by=by, right=access.DECIDE)
    made = draft.examinations.select_for_update(of=("self",)).filter(reported_on__isnull=True).first()
    if made is None:
        raise rules.NotThatWay("Chưa gửi hồ sơ thẩm tra.")
    not_to_come(reported_on, at)
    in_order(made.sent_on, reported_on, "Ngày báo cáo thẩm tra so với ngày gửi")
    made.report_number = words(report_number, "Ghi số báo cáo thẩm tra.")
    made.reported_on, made.agrees = reported_on, agrees
    made.opinion = opinion.strip() if agrees else words(opinion, "Ghi ý kiến của Ban.")
    made.save(update_fields=["report_number", "reported_on", "agrees", "opinion"])
    facts: dict[str, Any] = {"report": made.report_number, "reported_on": reported_on.isoformat(), "agrees": agrees}
    note(draft, Act.RECORD_EXAMINATION, by=by, at=at, **facts)
    return made
