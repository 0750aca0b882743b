"""What every page here shares: its section, words of a due day, and files that are not kept."""

from datetime import date

from django.http import HttpResponse

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.bureau.law_review import access, rules
from motcua.house.office.pages import Section

TABS = {
    "home": "Tổng quan",
    "cases": "Việc rà soát",
    "years": "Danh mục hằng năm",
    "rounds": "Hệ thống hóa",
    "law": "Quy định",
}
MOST_ROWS, SOON = 200, 15

SECTION = Section(
    name="law_review",
    tabs=TABS,
    flags={"may_write": access.WRITE, "may_decide": access.DECIDE},
    may=access.may,
    require=access.require,
    open_row=access.open_row,
)
framed, opened, rights, asked = SECTION.framed, SECTION.opened, SECTION.rights, SECTION.asked


def due_words(due_on: date, on: date) -> ui.DueWords:
    """«còn 12 ngày», «hạn hôm nay», «trễ 3 ngày»."""
    left = rules.days_left(due_on, on)
    if left < 0:
        return ui.DueWords("trễ %(days)s ngày", {"days": -left}, Tone.LATE, "alert")
    if left == 0:
        return ui.DueWords("hạn hôm nay", {}, Tone.SOON, "clock")
    tone = Tone.SOON if left <= SOON else Tone.GOOD
    return ui.DueWords("còn %(days)s ngày", {"days": left}, tone, "clock" if left <= SOON else "check")


def csv_response(table: rules.Table, name: str) -> HttpResponse:
    """A list as a file for a spreadsheet, for officers."""
    response = HttpResponse(rules.as_csv(table), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{table.slug}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def pdf_response(pdf: bytes, name: str) -> HttpResponse:
    """A print that is not kept."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
