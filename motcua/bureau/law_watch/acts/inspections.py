"""Inspections: decision, findings, conclusion [80/2025/NĐ-CP, 14]."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from motcua.bureau.law_watch import access, rules
from motcua.bureau.law_watch.acts.base import begin, note, opened, words
from motcua.bureau.law_watch.acts.observations import checked_group
from motcua.bureau.law_watch.choices import Act, Grade, InspectionState
from motcua.bureau.law_watch.models import Inspection, InspectionFinding, PlanActivity
from motcua.house.office.rules import Actor


@dataclass(frozen=True, kw_only=True)
class InspectionGiven:
    """What the decision says: who is inspected on which text, by which team, where and when."""

    number: str
    decided_on: date
    subject: str
    document: str
    team: str
    place: str
    from_on: date
    to_on: date


@transaction.atomic
def decide_inspection(
    given: InspectionGiven, *, by: Actor, at: datetime, activity: PlanActivity | None = None
) -> Inspection:
    """Record the decision to inspect. Refuses: NotAllowed, NotThatWay for a period that ends before it begins."""
    rules.in_order(given.decided_on, given.from_on, "Ngày kiểm tra so với ngày quyết định")
    rules.in_order(given.from_on, given.to_on, "Thời gian kiểm tra")
    facts = {"number": given.number, "subject": given.subject, "from_on": given.from_on.isoformat()}
    return begin(
        Inspection,
        Act.DECIDE_INSPECTION,
        by=by,
        at=at,
        facts=facts,
        taken="Quyết định kiểm tra này đã được ghi.",
        activity=activity,
        number=words(given.number, "Ghi số quyết định kiểm tra."),
        decided_on=given.decided_on,
        subject=given.subject.strip(),
        document=given.document.strip(),
        team=given.team.strip(),
        place=given.place.strip(),
        from_on=given.from_on,
        to_on=given.to_on,
    )


@transaction.atomic
def add_finding(
    inspection: Inspection, *, text: str, group: str, grade: Grade, by: Actor, at: datetime
) -> InspectionFinding:
    """Record what was found, until the inspection is concluded. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    inspection = opened(inspection, rules.INSPECTION, InspectionState, Act.ADD_FINDING, by=by)
    checked_group(group, inspection.from_on)
    last = inspection.findings.aggregate(last=Max("number"))["last"] or 0
    finding = InspectionFinding.objects.create(
        inspection=inspection,
        number=last + 1,
        text=words(text, "Ghi nội dung phát hiện."),
        group=group,
        grade=grade.value,
    )
    facts: dict[str, Any] = {"number": finding.number, "text": finding.text, "group": group, "grade": grade.value}
    note(inspection, Act.ADD_FINDING, by=by, at=at, **facts)
    return finding


@transaction.atomic
def conclude_inspection(
    inspection: Inspection, *, conclusion: str, concluded_on: date, by: Actor, at: datetime
) -> Inspection:
    """Conclude («kết luận kiểm tra»). Refuses: NotAllowed, ActNotOpen, NotThatWay before it began."""
    inspection = opened(
        inspection, rules.INSPECTION, InspectionState, Act.CONCLUDE_INSPECTION, by=by, right=access.ISSUE
    )
    rules.in_order(inspection.from_on, concluded_on, "Ngày kết luận so với ngày bắt đầu kiểm tra")
    inspection.conclusion = words(conclusion, "Ghi nội dung kết luận.")
    inspection.concluded_on = concluded_on
    fields = ("state", "conclusion", "concluded_on")
    facts = {"concluded_on": concluded_on.isoformat(), "conclusion": inspection.conclusion}
    note(inspection, Act.CONCLUDE_INSPECTION, by=by, at=at, fields=fields, **facts)
    return inspection
