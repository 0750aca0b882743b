"""The lists as office files: one spreadsheet with a tab a list, one Word file with a page a list."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase

from motcua.base.vn.rules import day
from motcua.bureau.law_review import queries
from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.models import Announced, ExpiryList, Systematisation
from motcua.bureau.law_review.views.frame import csv_response, pdf_response
from motcua.house.office.rules import Actor
from motcua.instruments.printing import exports
from motcua.instruments.printing import queries as printed_by
from motcua.instruments.printing import rules as printing
from motcua.instruments.vault import access as vault

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TABS = {
    ListName.WHOLE: "Hết hiệu lực toàn bộ",
    ListName.PART: "Hết hiệu lực một phần",
    ListName.IN_FORCE: "Còn hiệu lực",
    ListName.TO_HANDLE: "Cần xử lý",
}


def printed(row: ExpiryList | Systematisation, *, by: Actor, on: date) -> HttpResponseBase:
    """The lists on paper: kept when published, else as they stand."""
    if row.file is not None:
        return vault.serve(row.file, inline=True)
    who = queries.signatory(row, by=by, on=on)
    return pdf_response(printed_by.render(queries.lists_paper(row, on=on, signatory=who)), row.slug)


def table(row: ExpiryList | Systematisation, name: str) -> HttpResponse:
    """One list for a spreadsheet. Refuses: Http404 for a list there is none of."""
    found = next((one for one in queries.tables(row) if one.slug == name), None)
    if found is None:
        raise Http404
    return csv_response(found, row.slug)


def workbook(row: ExpiryList | Systematisation) -> HttpResponse:
    """Every list of a publication in one spreadsheet, for officers."""
    return _file(as_workbook(row), XLSX, f"{row.slug}.xlsx")


def word(row: ExpiryList | Systematisation, *, on: date, signatory: printing.Signatory) -> HttpResponse:
    """Every list of a publication in one Word file, for officers, as it stands on the day."""
    return _file(as_word(row, on=on, signatory=signatory), DOCX, f"{row.slug}.docx")


def as_workbook(row: ExpiryList | Systematisation) -> bytes:
    """The spreadsheet: a tab a list."""
    notes = [queries.subject(row), _paper(row), "BẢN THỬ NGHIỆM" if settings.DEMO else ""]
    sheets = [
        exports.Sheet(
            name=TABS[one.key],
            title=f"{one.title} ({one.form})" if one.form else one.title,
            notes=[note for note in notes if note],
            head=one.head,
            rows=one.rows,
        )
        for one in queries.tables(row)
    ]
    return exports.as_workbook(sheets)


def as_word(row: ExpiryList | Systematisation, *, on: date, signatory: printing.Signatory) -> bytes:
    """The Word file: a page a list."""
    return exports.lists_as_word(queries.lists_paper(row, on=row.published_on or on, signatory=signatory))


def _paper(row: Announced) -> str:
    if not row.number or row.approved_on is None:
        return "Bản nháp, chưa phê duyệt"
    return f"Kèm theo Quyết định số {row.number} ngày {day(row.approved_on)}"


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
