"""Pages of the yearly lists."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.bureau.law_review import access, acts, loader, queries, rules
from motcua.bureau.law_review.choices import STATE_NAME, Act, YearState
from motcua.bureau.law_review.forms import ApprovalForm, Plain, RemarkForm, YearForm
from motcua.bureau.law_review.models import ExpiryList
from motcua.bureau.law_review.views import files
from motcua.bureau.law_review.views.frame import (
    MOST_ROWS,
    asked,
    due_words,
    framed,
    opened,
    rights,
)
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name


@requires(access.READ)
def years_page(request: Request) -> HttpResponse:
    """Yearly lists, newest first."""
    rows = [
        (one, unit_name(one), STATE_NAME[one.state], rules.yearly_due(loader.regimes(), one.year))
        for one in queries.year_lists(access.readable_units(request.actor))
    ]
    context = framed(request, "years", rows=rows, page_title="Danh mục hằng năm")
    return render(request, "law_review/years.html", context)


@requires(access.READ)
def year_page(request: Request, key: UUID) -> HttpResponse:
    """One yearly list: its two parts, where it stands, what to do now."""
    row = access.open_row(request.actor, ExpiryList, key)
    due_on = rules.yearly_due(loader.regimes(), row.year)
    regime = queries.regime_named(row.regime)
    context = framed(
        request,
        "years",
        row=row,
        unit=unit_name(row),
        state=STATE_NAME[row.state],
        due_on=due_on,
        due=None if row.published_on else due_words(due_on, request.actor.on),
        is_late=row.published_on is not None and row.published_on > due_on,
        regime=regime,
        tables=queries.tables(row),
        most=MOST_ROWS,
        open={act.value: act in rules.open_acts(rules.YEAR, YearState(row.state)) for act in Act},
        page_title=f"Danh mục năm {row.year}",
    )
    return render(request, "law_review/year.html", context | rights(request, row))


def _url(row: ExpiryList) -> str:
    return reverse("law_review:year", args=[row.pk])


@requires(access.WRITE)
def compute_page(request: Request) -> HttpResponse:
    """Make the list of a year, or make it anew."""
    year = request.GET.get("nam", "") or str(request.actor.on.year - 1)
    return asked(
        request,
        YearForm(typed(request), initial={"year": year}),
        lambda found: acts.compute_list(found["year"], by=request.actor, at=request.now),
        title="Lập danh mục văn bản hết hiệu lực của một năm",
        label="Lập danh mục",
        done="Đã lập danh mục từ sổ văn bản. Đối chiếu bản giấy rồi ghi kiểm tra.",
        back=reverse("law_review:years"),
        to=_url,
        current="years",
        lead="Danh mục tính từ các sự kiện hiệu lực đã xác nhận trong sổ văn bản. Chưa phê duyệt thì lập lại được.",
    )


@requires(access.WRITE)
def check_page(request: Request, key: UUID) -> HttpResponse:
    """Say that the list was checked."""
    row = opened(request, ExpiryList, key, access.WRITE)
    return asked(
        request,
        RemarkForm(typed(request)),
        lambda found: acts.check_list(row, **found, by=request.actor, at=request.now),
        title="Ghi kiểm tra danh mục",
        label="Đã kiểm tra",
        done="Đã ghi kiểm tra. Chờ phê duyệt.",
        back=_url(row),
        current="years",
        kicker=f"Năm {row.year}",
    )


@requires(access.DECIDE)
def approve_page(request: Request, key: UUID) -> HttpResponse:
    """Approve the list."""
    row = opened(request, ExpiryList, key, access.DECIDE)
    return asked(
        request,
        ApprovalForm(typed(request)),
        lambda found: acts.approve_list(row, **found, by=request.actor, at=request.now),
        title="Phê duyệt danh mục",
        label="Phê duyệt",
        done="Đã phê duyệt danh mục.",
        back=_url(row),
        current="years",
        kicker=f"Năm {row.year}",
    )


@requires(access.DECIDE)
def publish_page(request: Request, key: UUID) -> HttpResponse:
    """Publish the list."""
    row = opened(request, ExpiryList, key, access.DECIDE)
    return asked(
        request,
        Plain(typed(request)),
        lambda _: acts.publish_list(row, by=request.actor, at=request.now),
        title="Công bố danh mục",
        label="Công bố",
        done="Đã công bố. Người dân xem được ngay.",
        back=_url(row),
        current="years",
        kicker=f"Năm {row.year}",
        lead="Danh mục hiện trên trang công khai và bản in được giữ nguyên. Việc này không rút lại được.",
    )


@requires(access.READ)
def year_pdf(request: Request, key: UUID) -> HttpResponseBase:
    """The lists on paper: kept when published, else as they stand."""
    row = access.open_row(request.actor, ExpiryList, key)
    return files.printed(row, by=request.actor, on=request.actor.on)


@requires(access.READ)
def year_csv(request: Request, key: UUID, name: str) -> HttpResponse:
    """One list for a spreadsheet."""
    return files.table(access.open_row(request.actor, ExpiryList, key), name)


@requires(access.READ)
def year_workbook(request: Request, key: UUID) -> HttpResponse:
    """Every list in one spreadsheet."""
    return files.workbook(access.open_row(request.actor, ExpiryList, key))


@requires(access.READ)
def year_word(request: Request, key: UUID) -> HttpResponse:
    """Every list in one Word file, to be edited before it is signed."""
    row = access.open_row(request.actor, ExpiryList, key)
    who = queries.signatory(row, by=request.actor, on=request.actor.on)
    return files.word(row, on=request.actor.on, signatory=who)
