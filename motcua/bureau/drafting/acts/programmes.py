"""The programme of a year: drafted line by line, issued; a line may be dropped with a reason."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from motcua.bureau.drafting import access, loader, rules
from motcua.bureau.drafting.acts.base import begin, not_to_come, note, words
from motcua.bureau.drafting.choices import ProgrammeAct, ProgrammeState
from motcua.bureau.drafting.models import Programme, ProgrammeItem
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor


@dataclass(frozen=True, kw_only=True)
class ItemGiven:
    """A line of the programme."""

    kind: str
    title: str
    lead: str
    due_month: int
    cooperating: str = ""


@transaction.atomic
def draft_programme(*, year: int, by: Actor, at: datetime) -> Programme:
    """Begin the programme of a year. Refuses: NotAllowed, NotThatWay when the year has one."""
    agency = office.directory().agency(access.own_unit(by))
    if Programme.objects.filter(agency_id=agency.id, year=year).exists():
        raise rules.NotThatWay(f"Đơn vị đã có chương trình năm {year}.")
    return begin(Programme, ProgrammeAct.DRAFT_PROGRAMME, by=by, at=at, facts={"year": year}, year=year)


@transaction.atomic
def add_item(programme: Programme, given: ItemGiven, *, by: Actor, at: datetime) -> ProgrammeItem:
    """Add a text to be made; also to an issued programme, as life goes on. Refuses: NotAllowed, NotThatWay.

    A kind the agency may not issue in the due month is refused with the reason.
    """
    access.require(by, access.WRITE, programme.unit_id)
    programme = access.lock(programme)
    level = office.directory().unit(programme.agency_id).level
    answer = loader.law().may_issue(given.kind, level, date(programme.year, given.due_month, 1))
    if not answer.may:
        raise rules.NotThatWay(answer.why)
    last = programme.items.aggregate(last=Max("number"))["last"] or 0
    values = asdict(given) | {"title": words(given.title, "Ghi tên văn bản."), "lead": words(given.lead, "Ghi đơn vị.")}
    item = ProgrammeItem.objects.create(programme=programme, number=last + 1, **values)
    note(programme, ProgrammeAct.ADD_ITEM, by=by, at=at, number=item.number, kind=item.kind, title=item.title)
    return item


@transaction.atomic
def drop_item(item: ProgrammeItem, *, reason: str, by: Actor, at: datetime) -> ProgrammeItem:
    """Take a text out of the programme. Refuses: NotAllowed, NotThatWay (no reason, already out, has a draft)."""
    access.require(by, access.DECIDE, item.programme.unit_id)
    programme = access.lock(item.programme)
    item = ProgrammeItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if item.dropped_reason:
        raise rules.NotThatWay("Văn bản này đã được đưa ra khỏi chương trình.")
    if item.drafts.exclude(state="stopped").exists():
        raise rules.NotThatWay("Văn bản này đang được soạn thảo: dừng soạn thảo trước.")
    item.dropped_reason = words(reason, "Nêu lý do đưa ra khỏi chương trình.")
    item.save(update_fields=["dropped_reason"])
    note(programme, ProgrammeAct.DROP_ITEM, by=by, at=at, number=item.number, reason=item.dropped_reason)
    return item


@transaction.atomic
def issue_programme(programme: Programme, *, number: str, issued_on: date, by: Actor, at: datetime) -> Programme:
    """Record that the programme was issued. Refuses: NotAllowed, ActNotOpen, NotThatWay without a line."""
    access.require(by, access.DECIDE, programme.unit_id)
    programme = access.lock(programme)
    if programme.state != ProgrammeState.DRAFTED:
        raise rules.ActNotOpen("Chương trình này đã được ban hành.")
    if not programme.items.exists():
        raise rules.NotThatWay("Chương trình chưa có văn bản nào.")
    not_to_come(issued_on, at)
    programme.state = ProgrammeState.ISSUED
    programme.number, programme.issued_on = words(number, "Ghi số, ký hiệu."), issued_on
    facts = {"number": programme.number, "issued_on": issued_on.isoformat()}
    fields = ("state", "number", "issued_on")
    note(programme, ProgrammeAct.ISSUE_PROGRAMME, by=by, at=at, fields=fields, **facts)
    return programme
