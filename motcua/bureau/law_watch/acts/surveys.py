"""Surveys: questions, sheets entered without a name, counted by queries."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from motcua.bureau.law_watch import rules
from motcua.bureau.law_watch.acts.base import begin, note, opened, words
from motcua.bureau.law_watch.choices import Act, QuestionKind, SurveyState
from motcua.bureau.law_watch.models import PlanActivity, Survey, SurveyAnswer, SurveyQuestion, SurveyReply
from motcua.house.office.rules import Actor


@transaction.atomic
def draft_survey(
    *,
    title: str,
    asked: str,
    place: str,
    from_on: date,
    to_on: date,
    by: Actor,
    at: datetime,
    activity: PlanActivity | None = None,
) -> Survey:
    """Begin a survey. Refuses: NotAllowed, NotThatWay."""
    rules.in_order(from_on, to_on, "Thời gian khảo sát")
    return begin(
        Survey,
        Act.DRAFT_SURVEY,
        by=by,
        at=at,
        facts={"title": title},
        activity=activity,
        title=words(title, "Ghi tên cuộc khảo sát."),
        asked=asked.strip(),
        place=place.strip(),
        from_on=from_on,
        to_on=to_on,
    )


@transaction.atomic
def add_question(
    survey: Survey, *, text: str, kind: QuestionKind, by: Actor, at: datetime, options: str = ""
) -> SurveyQuestion:
    """Add a question, until the survey is open. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    survey = opened(survey, rules.SURVEY, SurveyState, Act.ADD_QUESTION, by=by)
    last = survey.questions.aggregate(last=Max("number"))["last"] or 0
    question = SurveyQuestion.objects.create(
        survey=survey,
        number=last + 1,
        text=words(text, "Ghi câu hỏi."),
        kind=kind.value,
        options=list(rules.options(kind, options)),
    )
    facts: dict[str, Any] = {"number": question.number, "text": question.text, "kind": kind.value}
    note(survey, Act.ADD_QUESTION, by=by, at=at, **facts)
    return question


@transaction.atomic
def open_survey(survey: Survey, *, by: Actor, at: datetime) -> Survey:
    """Open it: questions stand, sheets may come in. Refuses: NotAllowed, ActNotOpen, NotThatWay without a question."""
    survey = opened(survey, rules.SURVEY, SurveyState, Act.OPEN_SURVEY, by=by)
    if not survey.questions.exists():
        raise rules.NotThatWay("Phiếu chưa có câu hỏi nào.")
    note(survey, Act.OPEN_SURVEY, by=by, at=at, fields=("state",))
    return survey


@transaction.atomic
def add_reply(survey: Survey, answers: Mapping[UUID, int | None], *, by: Actor, at: datetime) -> SurveyReply:
    """Enter one sheet; a question may be left blank, a whole sheet may not.

    Refuses: NotAllowed, ActNotOpen, NotThatWay.
    """
    survey = opened(survey, rules.SURVEY, SurveyState, Act.ADD_REPLY, by=by)
    reply = SurveyReply.objects.create(survey=survey, entered_at=at)
    rows = []
    for question in survey.questions.all():
        chosen = rules.checked_answer(question.options, answers.get(question.pk))
        if chosen is not None:
            rows.append(SurveyAnswer(reply=reply, question=question, chosen=chosen))
    if not rows:
        raise rules.NotThatWay("Phiếu chưa có trả lời nào.")
    SurveyAnswer.objects.bulk_create(rows)
    note(survey, Act.ADD_REPLY, by=by, at=at, reply=str(reply.pk), answered=len(rows))
    return reply


@transaction.atomic
def close_survey(survey: Survey, *, by: Actor, at: datetime) -> Survey:
    """End it: no more sheets. Refuses: NotAllowed, ActNotOpen, NotThatWay without a sheet."""
    survey = opened(survey, rules.SURVEY, SurveyState, Act.CLOSE_SURVEY, by=by)
    replies = survey.replies.count()
    if not replies:
        raise rules.NotThatWay("Chưa có phiếu trả lời nào.")
    note(survey, Act.CLOSE_SURVEY, by=by, at=at, fields=("state",), replies=replies)
    return survey
