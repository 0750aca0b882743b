"""Pages of reports: words, computed outline, printed paper, annexes as files."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.bureau.law_watch import access, acts, queries, rules
from motcua.bureau.law_watch.choices import ReportState
from motcua.bureau.law_watch.forms import NumberForm, PeriodForm, ReportForm
from motcua.bureau.law_watch.models import WatchReport
from motcua.bureau.law_watch.views.frame import asked, framed, opened, rights
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name
from motcua.instruments.printing import exports
from motcua.instruments.printing import queries as printing
from motcua.instruments.printing import rules as rules_of_paper
from motcua.instruments.vault import access as files

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(access.READ)
def reports_page(request: Request) -> HttpResponse:
    """Reports, newest period first."""
    rows = [
        (one, unit_name(one), rules.state_name(ReportState(one.state)))
        for one in queries.reports(access.readable_units(request.actor))
    ]
    return render(request, "law_watch/reports.html", framed(request, "reports", rows=rows, page_title="Báo cáo"))


@requires(access.READ)
def report_page(request: Request, key: UUID) -> HttpResponse:
    """The report as it reads now; issued, its paper is the one that was kept."""
    row = access.open_row(request.actor, WatchReport, key)
    is_open, tables = row.state == ReportState.DRAFTED, queries.annexes(row)
    context = framed(
        request,
        "reports",
        row=row,
        unit=unit_name(row),
        state=rules.state_name(ReportState(row.state)),
        is_open=is_open,
        sections=queries.sections(row, tables) if is_open else (),
        tables=tables,
        page_title="Báo cáo",
    )
    return render(request, "law_watch/report.html", context | rights(request, row))


def _url(row: WatchReport) -> str:
    return reverse("law_watch:report", args=[row.pk])


@requires(access.WRITE)
def draft_report_page(request: Request) -> HttpResponse:
    """Begin the report of a period."""
    return asked(
        request,
        PeriodForm(typed(request)),
        lambda found: acts.draft_report(**found, by=request.actor, at=request.now),
        title="Lập báo cáo tình hình thi hành pháp luật",
        label="Lập dự thảo",
        done="Đã lập dự thảo. Số liệu, phụ lục tự tính từ dữ liệu trong kỳ.",
        back=reverse("law_watch:reports"),
        to=_url,
        current="reports",
    )


@requires(access.WRITE)
def edit_report_page(request: Request, key: UUID) -> HttpResponse:
    """Write the words."""
    row = opened(request, WatchReport, key, access.WRITE)
    initial = {name: getattr(row, name) for name in ReportForm.base_fields}
    return asked(
        request,
        ReportForm(typed(request), initial=initial),
        lambda found: acts.edit_report(row, found, by=request.actor, at=request.now),
        title="Viết báo cáo",
        label="Lưu",
        done="Đã lưu dự thảo báo cáo.",
        back=_url(row),
        current="reports",
        lead="Phần II và các phụ lục tự tính từ dữ liệu trong kỳ.",
    )


@requires(access.ISSUE)
def issue_report_page(request: Request, key: UUID) -> HttpResponse:
    """Issue the report today."""
    row = opened(request, WatchReport, key, access.ISSUE)
    return asked(
        request,
        NumberForm(typed(request)),
        lambda found: acts.issue_report(row, **found, by=request.actor, at=request.now),
        title="Ban hành báo cáo",
        label="Ban hành",
        done="Đã ban hành báo cáo.",
        back=_url(row),
        current="reports",
        lead="Bản in và phụ lục được giữ nguyên như lúc ban hành. Việc này không rút lại được.",
    )


@requires(access.READ)
def report_pdf(request: Request, key: UUID) -> HttpResponse:
    """The paper: kept when issued, else printed from the data as they are."""
    row = access.open_row(request.actor, WatchReport, key)
    access.record_look(request.actor, row, at=request.now, page="report_pdf")
    if row.file is not None:
        return files.serve(row.file, inline=True)
    on = request.actor.on
    signatory = queries.signatory(row, by=request.actor, on=on)
    paper = queries.report_paper(row, queries.annexes(row), on=on, signatory=signatory)
    response = HttpResponse(printing.render(paper), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="du-thao-bao-cao.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@requires(access.READ)
def annex_csv(request: Request, key: UUID, name: str) -> HttpResponse:
    """One annex as a file for a spreadsheet."""
    row = access.open_row(request.actor, WatchReport, key)
    table = next((one for one in queries.annexes(row) if one.key == name), None)
    if table is None:
        raise Http404
    access.record_look(request.actor, row, at=request.now, page=name)
    response = HttpResponse(rules.as_csv(table), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{table.key}-{row.to_on:%Y%m%d}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


@requires(access.READ)
def report_word(request: Request, key: UUID) -> HttpResponse:
    """The report with its annexes as a Word file, to be edited; an issued one as it was issued."""
    row = access.open_row(request.actor, WatchReport, key)
    access.record_look(request.actor, row, at=request.now, page="report_word")
    on = row.issued_on or request.actor.on
    signatory = _signed_by(row) if row.issued_by else queries.signatory(row, by=request.actor, on=on)
    paper = queries.report_paper(row, queries.annexes(row), on=on, signatory=signatory)
    return _file(exports.report_as_word(paper), DOCX, f"bao-cao-{row.to_on:%Y%m%d}.docx")


def _signed_by(row: WatchReport) -> rules_of_paper.Signatory:
    """Who issued it; the capacity stands on the paper that was kept."""
    return rules_of_paper.Signatory(name=row.issued_by, title="")


@requires(access.READ)
def annexes_workbook(request: Request, key: UUID) -> HttpResponse:
    """Every annex in one spreadsheet, a tab each."""
    row = access.open_row(request.actor, WatchReport, key)
    access.record_look(request.actor, row, at=request.now, page="annexes_workbook")
    period = f"Kỳ {row.from_on:%d/%m/%Y} – {row.to_on:%d/%m/%Y}"
    paper = f"Kèm theo Báo cáo số {row.number}" if row.number else "Dự thảo"
    sheets = [
        exports.Sheet(name=table.title, title=table.title, notes=(period, paper), head=table.head, rows=table.rows)
        for table in queries.annexes(row)
    ]
    return _file(exports.as_workbook(sheets), XLSX, f"phu-luc-{row.to_on:%Y%m%d}.xlsx")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
