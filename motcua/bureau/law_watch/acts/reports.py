"""Reports of a period: words drafted, figures computed, the issued paper kept as it was printed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import access, queries, rules
from motcua.bureau.law_watch.acts.base import begin, note, opened, words
from motcua.bureau.law_watch.choices import Act, ReportState
from motcua.bureau.law_watch.models import WatchReport
from motcua.house.office.rules import Actor
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import acts as vault

WRITTEN = ("direction", "results", "shortcomings", "causes", "requests")


@transaction.atomic
def draft_report(*, from_on: date, to_on: date, by: Actor, at: datetime) -> WatchReport:
    """Begin the report of a period. Refuses: NotAllowed, NotThatWay when the period has one."""
    rules.in_order(from_on, to_on, "Kỳ báo cáo")
    facts = {"from_on": from_on.isoformat(), "to_on": to_on.isoformat()}
    period = {"from_on": from_on, "to_on": to_on}
    return begin(WatchReport, Act.DRAFT_REPORT, by=by, at=at, facts=facts, taken="Kỳ này đã có báo cáo.", **period)


@transaction.atomic
def edit_report(report: WatchReport, texts: Mapping[str, str], *, by: Actor, at: datetime) -> WatchReport:
    """Write the words of the draft; keys of `WRITTEN`. Refuses: NotAllowed, ActNotOpen."""
    report = opened(report, rules.REPORT, ReportState, Act.EDIT_REPORT, by=by)
    for name in WRITTEN:
        setattr(report, name, texts.get(name, "").strip())
    note(report, Act.EDIT_REPORT, by=by, at=at, fields=WRITTEN)
    return report


@transaction.atomic
def issue_report(report: WatchReport, *, number: str, by: Actor, at: datetime) -> WatchReport:
    """Issue it today: the paper is printed, kept in the vault, its annexes with it; later data do not change them.

    Refuses: NotAllowed, ActNotOpen, NotThatWay without a number, without an assessment, or before the period is over.
    """
    report = opened(report, rules.REPORT, ReportState, Act.ISSUE_REPORT, by=by, right=access.ISSUE)
    today = at.astimezone(VN).date()
    if report.to_on >= today:
        raise rules.NotThatWay(f"Kỳ báo cáo kết thúc ngày {report.to_on:%d/%m/%Y}, chưa ban hành được.")
    words(report.results, "Ghi phần đánh giá chung (kết quả) trước khi ban hành.")
    report.number, report.issued_on = words(number, "Ghi số, ký hiệu của báo cáo."), today
    report.issued_by = by.name
    tables = queries.annexes(report)
    paper = queries.report_paper(report, tables, on=today, signatory=queries.signatory(report, by=by, on=today))
    name = f"bao-cao-thi-hanh-phap-luat-{report.to_on.year}.pdf"
    report.file = vault.store(printing.render(paper), name=name, by=by, at=at, purpose="law_watch_report", is_own=True)
    report.annexes = [queries.table_as_json(table) for table in tables]
    fields = ("state", "number", "issued_on", "issued_by", "file", "annexes")
    facts = {"number": report.number, "sha256": report.file.sha256}
    note(report, Act.ISSUE_REPORT, by=by, at=at, fields=fields, **facts)
    return report
