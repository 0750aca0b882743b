"""The slip and the lists as they are printed."""

from datetime import date

from django.conf import settings

from motcua.base.vn.rules import day
from motcua.bureau.law_review.choices import PROPOSAL_NAME, TRIGGER_NAME, Proposal, Trigger
from motcua.bureau.law_review.models import Announced, ExpiryList, Kept, ReviewCase, Systematisation
from motcua.bureau.law_review.queries.cases import reasons
from motcua.bureau.law_review.queries.lines import regime_named, tables
from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office
from motcua.house.office.choices import Level
from motcua.house.office.rules import Actor
from motcua.instruments.printing import rules as printing


def slip_paper(case: ReviewCase, *, on: date) -> printing.ReviewSlip:
    """«Phiếu rà soát»: what changed, provision by provision, opinion, proposal, decision."""
    document = case.document
    proposal = PROPOSAL_NAME[Proposal(case.proposal)] if case.proposal else ""
    return printing.ReviewSlip(
        on=case.reviewed_on or on,
        demo=settings.DEMO,
        letterhead=_letterhead(case),
        document=(
            printing.Row("Văn bản được rà soát", f"{document.name}" + _dated(document.issued_on)),
            printing.Row("Trích yếu", document.title),
            printing.Row("Cơ quan ban hành", document.issuer),
            printing.Row("Lĩnh vực", document.field or "chưa phân loại"),
            printing.Row("Lý do rà soát", f"{TRIGGER_NAME[Trigger(case.trigger)]}: {'; '.join(reasons(case))}"),
        ),
        path=tuple(case.path),
        changed=case.changed,
        lines=tuple(
            (str(line.no), line.provision, line.basis, line.opinion, PROPOSAL_NAME[Proposal(line.proposal)])
            for line in case.lines.order_by("no")
        ),
        opinion=case.opinion,
        result=(
            printing.Row("Kiến nghị", proposal),
            printing.Row("Nội dung kiến nghị", case.content),
            printing.Row("Đơn vị chủ trì", case.lead),
            printing.Row("Thời hạn", day(case.due_on) if case.due_on else ""),
            printing.Row("Quyết định", f"{case.decision} ({day(case.decided_on)})" if case.decided_on else ""),
        ),
        reviewer=case.reviewer,
        decided_by=case.decided_by,
    )


def lists_paper(row: ExpiryList | Systematisation, *, on: date, signatory: printing.Signatory) -> printing.LegalLists:
    """The lists under the columns of their decree, as they accompany the decision that publishes them."""
    regime = regime_named(row.regime)
    return printing.LegalLists(
        on=row.approved_on or on,
        demo=settings.DEMO,
        letterhead=_letterhead(row),
        number=row.number,
        subject=subject(row),
        owner=office.directory().unit(row.agency_id).name,
        regime=regime.name,
        lists=tuple(
            printing.LegalList(form=one.form, title=one.title, head=one.head, rows=one.rows) for one in tables(row)
        ),
        signatory=signatory,
    )


def subject(row: Announced) -> str:
    """What the lists are of, in words."""
    if isinstance(row, ExpiryList):
        return f"Văn bản quy phạm pháp luật hết hiệu lực, ngưng hiệu lực năm {row.year}"
    if isinstance(row, Systematisation):
        years = f"{day(row.from_on)} – {day(row.cut_off)}"
        return f"Kết quả hệ thống hóa văn bản quy phạm pháp luật kỳ {years}"
    raise TypeError(row)


def signatory(row: Kept, *, by: Actor, on: date) -> printing.Signatory:
    """Who signs: the actor's capacity for the unit on the day; without one, the name alone [30/2020/NĐ-CP, 13]."""
    unit = office.directory().continuing(office.directory().unit(row.unit_id), on)
    capacity = office.signing_capacity(by.officer_id, unit, on) if by.officer_id else None
    if capacity is None:
        return printing.Signatory(name=by.name, title="")
    lines = ["TM. Ủy ban nhân dân"] if unit.is_agency and capacity.prefix != "TUQ." else []
    if capacity.prefix:
        lines.append(f"{capacity.prefix} {capacity.on_behalf_of}".strip())
    return printing.Signatory(name=by.name, title=capacity.title, authority=tuple(lines))


def _dated(on: date | None) -> str:
    return f" ngày {day(on)}" if on else ""


def _letterhead(row: Kept) -> printing.Letterhead:
    """A justice division works under its own name, a ward as People's Committee."""
    directory = office.directory()
    unit = directory.unit(row.unit_id)
    agency = directory.agency(unit)
    base = dossiers.letterhead(agency)
    if unit.level == Level.DIVISION and agency.level == Level.CITY:
        return printing.Letterhead(office=unit.short_name, parent=agency.name, place=base.place)
    return base
