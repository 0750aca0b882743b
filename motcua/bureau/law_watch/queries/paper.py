"""The report as it is printed: outline and words around the figures of its period."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from motcua.base.vn.rules import day
from motcua.bureau.law_watch import rules
from motcua.bureau.law_watch.choices import GRADE_NAME, SOURCE_NAME, Grade, InspectionState, ProposalState, Source
from motcua.bureau.law_watch.models import Plan, WatchReport
from motcua.bureau.law_watch.queries import tables as rows_of
from motcua.bureau.law_watch.queries.counts import period_figures
from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office
from motcua.house.office.choices import Level
from motcua.house.office.rules import Actor
from motcua.instruments.printing import rules as printing

ROMAN = ("I", "II", "III", "IV", "V", "VI")
NOTHING = "Trong kỳ không có."


def report_paper(
    report: WatchReport, tables: Sequence[rules.Table], *, on: date, signatory: printing.Signatory
) -> printing.LawWatchReport:
    """The paper with its outline I–IV and its annexes; a draft has no number yet, an empty annex is not printed."""
    numbers = _numbers(tables)
    return printing.LawWatchReport(
        on=on,
        demo=settings.DEMO,
        letterhead=_letterhead(report),
        number=report.number,
        subject=f"Tình hình thi hành pháp luật từ ngày {day(report.from_on)} đến ngày {day(report.to_on)}",
        sections=sections(report, tables),
        annexes=[
            printing.ReportAnnex(number=numbers[table.key], title=table.title, head=table.head, rows=table.rows)
            for table in tables
            if table.rows
        ],
        copies_to=("Ủy ban nhân dân cấp trên", "Lãnh đạo cơ quan", "Lưu: VT, hồ sơ theo dõi thi hành pháp luật"),
        signatory=signatory,
    )


def signatory(report: WatchReport, *, by: Actor, on: date) -> printing.Signatory:
    """Who signs: the actor's capacity for the unit on the day; without one, the name alone [30/2020/NĐ-CP, 13]."""
    unit = office.directory().continuing(office.directory().unit(report.unit_id), on)
    capacity = office.signing_capacity(by.officer_id, unit, on) if by.officer_id else None
    if capacity is None:
        return printing.Signatory(name=by.name, title="")
    lines = ["TM. Ủy ban nhân dân"] if unit.is_agency and capacity.prefix != "TUQ." else []
    if capacity.prefix:
        lines.append(f"{capacity.prefix} {capacity.on_behalf_of}".strip())
    return printing.Signatory(name=by.name, title=capacity.title, authority=tuple(lines))


def _numbers(tables: Sequence[rules.Table]) -> dict[str, str]:
    """«Phụ lục I», «Phụ lục II» … of the annexes that have lines, by key."""
    return {table.key: f"Phụ lục {ROMAN[no]}" for no, table in enumerate(table for table in tables if table.rows)}


def _see(tables: Sequence[rules.Table], key: str) -> str:
    number = _numbers(tables).get(key)
    return f" ({number})" if number else ""


def sections(report: WatchReport, tables: Sequence[rules.Table]) -> tuple[printing.ReportSection, ...]:
    """The outline: direction; enforcement with its figures; assessment; proposals. It refers to the annexes printed."""
    bodies = (
        ("Công tác chỉ đạo, triển khai", [*_lines(report.direction), *_plan_words(report, tables)]),
        ("Tình hình thi hành pháp luật", [*_seen(report, tables), *_figures(report)]),
        (
            "Đánh giá chung",
            [
                *_named("Kết quả", report.results),
                *_named("Tồn tại, hạn chế", report.shortcomings),
                *_named("Nguyên nhân", report.causes),
            ],
        ),
        ("Kiến nghị, đề xuất", [*_lines(report.requests), *_proposal_words(report, tables)]),
    )
    return tuple(
        printing.ReportSection(heading=f"{ROMAN[no]}. {title.upper()}", paragraphs=found or [NOTHING])
        for no, (title, found) in enumerate(bodies)
    )


def _letterhead(report: WatchReport) -> printing.Letterhead:
    """A justice division reports under its own name, a ward as People's Committee."""
    directory = office.directory()
    unit = directory.unit(report.unit_id)
    agency = directory.agency(unit)
    base = dossiers.letterhead(agency)
    if unit.level == Level.DIVISION and agency.level == Level.CITY:
        return printing.Letterhead(office=unit.short_name, parent=agency.name, place=base.place)
    return base


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _named(name: str, text: str) -> list[str]:
    lines = _lines(text)
    return [f"{name}: {lines[0]}", *lines[1:]] if lines else []


def _plan_words(report: WatchReport, tables: Sequence[rules.Table]) -> list[str]:
    plans = Plan.objects.filter(
        agency_id=report.agency_id, year__range=(report.from_on.year, report.to_on.year), issued_on__lte=report.to_on
    )
    words = [
        f"Kế hoạch số {plan.number} ngày {day(plan.issued_on)}; lĩnh vực trọng tâm: {'; '.join(plan.focus)}."
        for plan in plans.order_by("year")
        if plan.issued_on
    ]
    due = rows_of.activities(report)
    done = sum(one.done_on is not None for one in due)
    if due:
        words.append(f"Đã hoàn thành {done}/{len(due)} hoạt động đến hạn trong kỳ{_see(tables, 'hoat-dong')}.")
    return words


def _seen(report: WatchReport, tables: Sequence[rules.Table]) -> list[str]:
    seen, held = rows_of.observations(report), rows_of.inspections(report)
    words = []
    if seen:
        by_source = [(SOURCE_NAME[one], sum(row.source == one for row in seen)) for one in Source]
        by_grade = [(GRADE_NAME[one], sum(row.grade == one for row in seen)) for one in Grade]
        words.append(f"Đã thu thập {len(seen)} thông tin: {_listed(by_source)}{_see(tables, 'thong-tin')}.")
        if any(count for _, count in by_grade):
            words.append(f"Đánh giá: {_listed(by_grade)}.")
    if held:
        concluded = sum(one.state == InspectionState.CONCLUDED for one in held)
        found = sum(len(one.findings.all()) for one in held)
        words.append(
            f"Kiểm tra {len(held)} cuộc, đã kết luận {concluded}; {found} phát hiện{_see(tables, 'kiem-tra')}."
        )
    if surveys := rows_of.surveys(report):
        replies = sum(one.replies.count() for one in surveys)
        words.append(f"Khảo sát {len(surveys)} cuộc, {replies} phiếu trả lời{_see(tables, 'khao-sat')}.")
    return words


def _listed(pairs: Sequence[tuple[str, int]]) -> str:
    return "; ".join(f"{name.lower()} {count}" for name, count in pairs if count)


def _figures(report: WatchReport) -> list[str]:
    words = []
    for found in period_figures(report.agency_id, report.from_on, report.to_on):
        for no, group in enumerate(found.regime.groups, start=1):
            shown = [line for line in found.lines(group) if line.shown]
            if shown:
                listed = "; ".join(f"{line.name.lower()}: {line.shown}{_unit(line.unit)}" for line in shown)
                words.append(f"{no}. {group.name}: {listed}.")
    return words


def _unit(unit: str) -> str:
    return unit if unit == "%" else f" {unit}".rstrip()


def _proposal_words(report: WatchReport, tables: Sequence[rules.Table]) -> list[str]:
    sent = rows_of.proposals(report)
    if not sent:
        return []
    answered = sum(one.answered_on is not None for one in sent)
    late = sum(one.state == ProposalState.SENT and one.due_on <= report.to_on for one in sent)
    words = f"Đã gửi {len(sent)} kiến nghị, {answered} được trả lời"
    return [
        f"{words}, {late} quá hạn chưa trả lời{_see(tables, 'kien-nghi')}."
        if late
        else f"{words}{_see(tables, 'kien-nghi')}."
    ]
