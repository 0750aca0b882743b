"""Information on how texts are enforced: recorded when it comes in, assessed then or later."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import access, loader, rules
from motcua.bureau.law_watch.acts.base import begin, note, words
from motcua.bureau.law_watch.choices import Act, Grade, Source
from motcua.bureau.law_watch.models import Observation
from motcua.house.office.rules import Actor


@dataclass(frozen=True, kw_only=True)
class ObservationGiven:
    """What came in: from whom, when, about which text, under which group of criteria."""

    source: Source
    source_name: str
    received_on: date
    document: str
    content: str
    group: str
    dossier_code: str = ""
    document_number: str = ""


@transaction.atomic
def record_observation(
    given: ObservationGiven, *, by: Actor, at: datetime, grade: Grade | None = None, assessment: str = ""
) -> Observation:
    """Record information received («thu thập thông tin») [80/2025/NĐ-CP, 13].

    Refuses: NotAllowed, NotThatWay for a day to come or a group the decree of that day does not have.
    """
    if given.received_on > at.astimezone(VN).date():
        raise rules.NotThatWay(f"Ngày {given.received_on:%d/%m/%Y} chưa đến.")
    checked_group(given.group, given.received_on)
    values: dict[str, Any] = {
        "source": given.source.value,
        "source_name": words(given.source_name, "Ghi rõ nguồn tin."),
        "received_on": given.received_on,
        "dossier_code": given.dossier_code.strip().upper(),
        "document": words(given.document, "Ghi văn bản liên quan."),
        "document_number": given.document_number.strip(),
        "content": words(given.content, "Ghi nội dung thông tin."),
        "group": given.group,
    }
    # Whose petition it is and what it says may name people; the journal is never cut, so it holds neither.
    facts = {name: value for name, value in values.items() if name not in {"source_name", "content"}}
    facts["received_on"] = given.received_on.isoformat()
    if grade is not None:
        values |= {"grade": grade.value, "assessment": assessment.strip(), "assessed_at": at, "assessed_by": by.name}
        facts["grade"] = grade.value
    return begin(Observation, Act.RECORD_OBSERVATION, by=by, at=at, facts=facts, **values)


@transaction.atomic
def assess_observation(
    observation: Observation, *, grade: Grade, assessment: str, by: Actor, at: datetime
) -> Observation:
    """Judge how the text is enforced; a later judgement replaces it, the record keeps both. Refuses: NotAllowed."""
    access.require(by, access.WRITE, observation.unit_id)
    observation = access.lock(observation)
    before = observation.grade
    observation.grade, observation.assessment = grade.value, assessment.strip()
    observation.assessed_at, observation.assessed_by = at, by.name
    fields = ("grade", "assessment", "assessed_at", "assessed_by")
    facts = {"before": before, "grade": grade.value, "assessment": observation.assessment}
    note(observation, Act.ASSESS_OBSERVATION, by=by, at=at, fields=fields, **facts)
    return observation


def checked_group(key: str, on: date) -> rules.Group:
    """The group under the decree of the day. Refuses: NotThatWay."""
    group = rules.regime_on(loader.regimes(), on).group(key)
    if group is None:
        raise rules.NotThatWay(f"Nhóm tiêu chí đã chọn không áp dụng ngày {on:%d/%m/%Y}. Chọn lại nhóm.")
    return group
