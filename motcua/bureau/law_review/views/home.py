"""The first page: what must be published by when, what waits for review; and the law of it."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.bureau.law_review import access, loader, queries
from motcua.bureau.law_review.choices import STATE_NAME, TRIGGER_NAME, CaseState, Trigger
from motcua.bureau.law_review.models import ExpiryList, ReviewCase, Systematisation
from motcua.bureau.law_review.views.frame import due_words, framed
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed, Request, requires
from motcua.house.office.rules import UnitRow

FEW = 8
SHORT = {
    CaseState.OPEN: "chờ rà soát",
    CaseState.REVIEWED: "chờ quyết định",
    CaseState.DECIDED: "đang xử lý",
    CaseState.CLOSED: "đã xong",
}


@requires(access.READ)
def home_page(request: Request) -> HttpResponse:
    """Days of publication with days left, reviews to do, proposals to carry out."""
    units, on = access.readable_units(request.actor), request.actor.on
    waiting = {state: queries.cases(units, state=state) for state in (CaseState.OPEN, CaseState.REVIEWED)}
    counts = queries.counts(units)
    due = [
        ui.WorkRow(short_name(one), case_url(one), one.content, one.lead, due_words(one.due_on, on), "cần xử lý")
        for one in queries.to_handle(units)[:FEW]
        if one.due_on
    ]
    groups = [
        ui.WorkGroup(
            "Phải công bố", [reminder_row(one, on) for one in queries.reminders(units, _agency(request), on=on)]
        )
    ]
    groups += [
        ui.WorkGroup(STATE_NAME[state], [case_row(one) for one in rows[:FEW]], counts[state])
        for state, rows in waiting.items()
    ]
    groups.append(ui.WorkGroup("Đã quyết định, cần xử lý", due))
    context = framed(request, "home", page_title="Rà soát, hệ thống hóa văn bản", groups=groups, counts=counts)
    return render(request, "law_review/home.html", context)


def _agency(request: Request) -> UnitRow | None:
    try:
        return office.directory().agency(access.own_unit(request.actor))
    except NotAllowed:
        return None


def case_url(case: ReviewCase) -> str:
    """Address of a review."""
    return reverse("law_review:case", args=[case.pk])


def short_name(case: ReviewCase) -> str:
    """The number, or the type of a document without one: enough for a list."""
    return case.document.number or case.document.type


def case_row(case: ReviewCase) -> ui.WorkRow:
    """A review as a line of a work list."""
    tone = {CaseState.OPEN: Tone.SOON, CaseState.REVIEWED: Tone.INFO, CaseState.DECIDED: Tone.GOOD}
    state = CaseState(case.state)
    through = f", qua {len(case.path) - 1} văn bản" if len(case.path) > 1 else ""
    return ui.WorkRow(
        code=short_name(case),
        url=case_url(case),
        title=_titled(case.document.type, case.document.title),
        person=case.reason,
        due=ui.DueWords(SHORT[state], {}, tone.get(state, Tone.QUIET), "clock"),
        step=f"{TRIGGER_NAME[Trigger(case.trigger)]}{through}",
    )


def _titled(kind: str, title: str) -> str:
    """«Quyết định: Quy định …»; «Kế hoạch thực hiện …» says its type itself."""
    return title if title.startswith(kind) else f"{kind}: {title}"


def reminder_row(one: queries.Reminder, on: date) -> ui.WorkRow:
    """A day of publication as a line of a work list."""
    row, url, step = one.row, reverse("law_review:rounds"), "chưa bắt đầu"
    if isinstance(row, ExpiryList):
        url, step = reverse("law_review:year", args=[row.pk]), STATE_NAME[row.state]
    elif isinstance(row, Systematisation):
        url, step = reverse("law_review:round", args=[row.pk]), STATE_NAME[row.state]
    elif one.year:
        url = reverse("law_review:compute")
    until = f"hết ngày {one.due_on:%d/%m/%Y}"
    return ui.WorkRow(one.code, url, one.words, until, due_words(one.due_on, on), step)


@requires(access.READ)
def law_page(request: Request) -> HttpResponse:
    """Forms, columns and days by decree, the one in force today first; what is not sure says «cần xác nhận»."""
    rows = [(one, one.holds_on(request.actor.on)) for one in reversed(loader.regimes())]
    context = framed(request, "law", rows=rows, cut_offs=loader.cut_offs(), page_title="Quy định")
    return render(request, "law_review/law.html", context)
