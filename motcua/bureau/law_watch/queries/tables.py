"""The annexes of a report, computed from the rows of its period; of an issued report, as they were then."""

from collections.abc import Sequence
from typing import Any

from motcua.base.vn.rules import day
from motcua.bureau.law_watch import loader, rules
from motcua.bureau.law_watch.choices import (
    ACTIVITY_NAME,
    GRADE_NAME,
    SOURCE_NAME,
    ActivityKind,
    Grade,
    InspectionState,
    PlanState,
    ProposalState,
    ReportState,
    Source,
)
from motcua.bureau.law_watch.models import (
    Inspection,
    Observation,
    PlanActivity,
    Proposal,
    Survey,
    WatchReport,
)
from motcua.bureau.law_watch.queries.counts import period_figures, survey_counts
from motcua.counter.dossiers import queries as dossiers


def annexes(report: WatchReport) -> tuple[rules.Table, ...]:
    """Activities, information, inspections, proposals, surveys, figures, dossiers of the period, in this order."""
    if report.state == ReportState.ISSUED and report.annexes:
        return tuple(table_from(row) for row in report.annexes)
    return (
        _activities(report),
        _observations(report),
        _inspections(report),
        _proposals(report),
        _surveys(report),
        _figures(report),
        _dossiers(report),
    )


def table_as_json(table: rules.Table) -> dict[str, Any]:
    """The table as an issued report keeps it."""
    return {"key": table.key, "title": table.title, "head": list(table.head), "rows": [list(row) for row in table.rows]}


def table_from(row: dict[str, Any]) -> rules.Table:
    """The table an issued report kept."""
    return rules.Table(row["key"], row["title"], tuple(row["head"]), tuple(tuple(cells) for cells in row["rows"]))


def activities(report: WatchReport) -> list[PlanActivity]:
    """Activities of issued plans due within the period, by due day."""
    rows = PlanActivity.objects.filter(
        plan__agency_id=report.agency_id,
        ended_by__isnull=True,
        due_on__range=(report.from_on, report.to_on),
    ).exclude(plan__state=PlanState.DRAFTED)
    return list(rows.order_by("due_on", "number"))


def observations(report: WatchReport) -> list[Observation]:
    """Information received within the period, by day."""
    rows = Observation.objects.filter(agency_id=report.agency_id, received_on__range=(report.from_on, report.to_on))
    return list(rows.order_by("received_on", "id"))


def inspections(report: WatchReport) -> list[Inspection]:
    """Inspections decided within the period, by day."""
    rows = Inspection.objects.filter(agency_id=report.agency_id, decided_on__range=(report.from_on, report.to_on))
    return list(rows.prefetch_related("findings").order_by("decided_on", "id"))


def proposals(report: WatchReport) -> list[Proposal]:
    """Proposals sent within the period, by day."""
    rows = Proposal.objects.filter(agency_id=report.agency_id, sent_on__range=(report.from_on, report.to_on))
    return list(rows.order_by("sent_on", "number"))


def surveys(report: WatchReport) -> list[Survey]:
    """Surveys begun within the period, by day."""
    rows = Survey.objects.filter(agency_id=report.agency_id, from_on__range=(report.from_on, report.to_on))
    return list(rows.order_by("from_on", "id"))


def _table(key: str, title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> rules.Table:
    return rules.Table(key, title, ("STT", *head), rules.numbered(rows))


def _activities(report: WatchReport) -> rules.Table:
    rows = [
        (
            f"{ACTIVITY_NAME[ActivityKind(one.kind)]}: {one.what}",
            one.lead,
            one.cooperating,
            day(one.due_on),
            one.product,
            f"Xong {day(one.done_on)}: {one.done_note}" if one.done_on else "Chưa xong",
        )
        for one in activities(report)
    ]
    head = ("Hoạt động", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm", "Kết quả")
    return _table("hoat-dong", "Kết quả thực hiện kế hoạch", head, rows)


def _observations(report: WatchReport) -> rules.Table:
    rows = [
        (
            day(one.received_on),
            f"{SOURCE_NAME[Source(one.source)]}: {one.source_name}",
            f"{one.document} {one.document_number}".strip(),
            rules.group_name(loader.regimes(), one.group),
            one.content,
            GRADE_NAME[Grade(one.grade)] if one.grade else "Chưa đánh giá",
        )
        for one in observations(report)
    ]
    head = ("Ngày", "Nguồn", "Văn bản", "Nhóm tiêu chí", "Nội dung", "Đánh giá")
    return _table("thong-tin", "Thông tin thu thập về tình hình thi hành", head, rows)


def _inspections(report: WatchReport) -> rules.Table:
    rows = [
        (
            f"{one.number} ngày {day(one.decided_on)}",
            one.subject,
            one.document,
            f"{day(one.from_on)}–{day(one.to_on)}",
            "; ".join(found.text for found in sorted(one.findings.all(), key=lambda found: found.number)),
            one.conclusion if one.state == InspectionState.CONCLUDED else "Chưa kết luận",
        )
        for one in inspections(report)
    ]
    head = ("Quyết định", "Đơn vị được kiểm tra", "Văn bản", "Thời gian", "Phát hiện", "Kết luận")
    return _table("kiem-tra", "Kiểm tra tình hình thi hành pháp luật", head, rows)


def _proposals(report: WatchReport) -> rules.Table:
    rows = [
        (
            f"{one.number} ngày {day(one.sent_on)}",
            one.body,
            one.text,
            day(one.due_on),
            f"{day(one.answered_on)}: {one.answer}" if one.answered_on else "Chưa trả lời",
            rules.state_name(ProposalState(one.state)) + (f": {one.closed_reason}" if one.closed_reason else ""),
        )
        for one in proposals(report)
    ]
    head = ("Văn bản", "Nơi nhận", "Nội dung kiến nghị", "Hạn trả lời", "Trả lời", "Tình trạng")
    return _table("kien-nghi", "Kiến nghị xử lý kết quả theo dõi", head, rows)


def _surveys(report: WatchReport) -> rules.Table:
    rows = [
        (survey.title, f"{one.question.number}. {one.question.text}", given.answer, str(given.count), given.share)
        for survey in surveys(report)
        for one in survey_counts(survey)
        for given in one.answers
    ]
    return _table("khao-sat", "Kết quả khảo sát", ("Cuộc khảo sát", "Câu hỏi", "Trả lời", "Số phiếu", "Tỷ lệ %"), rows)


def _figures(report: WatchReport) -> rules.Table:
    rows = [
        (group.name, line.name, line.unit, line.shown, line.origin)
        for found in period_figures(report.agency_id, report.from_on, report.to_on)
        for group in found.regime.groups
        for line in found.lines(group)
        if line.shown
    ]
    head = ("Nhóm tiêu chí", "Chỉ tiêu", "Đơn vị", "Số liệu", "Nguồn số liệu")
    return _table("so-lieu", "Biểu số liệu theo nhóm tiêu chí", head, rows)


def _dossiers(report: WatchReport) -> rules.Table:
    rows = [
        (one.field, rules.shown(one.settled), rules.shown(one.in_time), rules.shown(one.late),
         rules.share(one.in_time, one.settled))
        for one in dossiers.settled_by_field(report.agency_id, report.from_on, report.to_on)
    ]  # fmt: skip
    head = ("Lĩnh vực", "Đã giải quyết", "Đúng hạn", "Quá hạn", "Tỷ lệ đúng hạn %")
    return _table("ho-so", "Hồ sơ thủ tục hành chính giải quyết trong kỳ, tự tính từ hồ sơ một cửa", head, rows)
