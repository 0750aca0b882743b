"""For everybody: published lists on a page, on paper, for a spreadsheet, and as a feed."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.feedgenerator import Atom1Feed

from motcua.base.ui.rules import Tab
from motcua.bureau.law_review import access, queries
from motcua.bureau.law_review.models import Announced, ExpiryList, Systematisation
from motcua.bureau.law_review.views import files as files_of
from motcua.bureau.law_review.views.frame import MOST_ROWS, csv_response
from motcua.house.office import queries as office
from motcua.house.office.access import Request, public_page
from motcua.instruments.printing import rules as printing
from motcua.instruments.vault import access as files

SHARED = "public, max-age=3600"


def _link(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _framed(**context: Any) -> dict[str, Any]:
    """Links of the citizens' header and footer beside the page's own values."""
    foot = [Tab("Danh mục văn bản đã công bố", reverse("law_review:published"))]
    return {
        "track_url": _link("portal:track"),
        "procedures_url": _link("portal:procedures"),
        "account_url": _link("portal:mine"),
        "login_url": _link("account_login"),
        "foot_links": foot,
        **context,
    }


def _owner(row: Announced) -> str:
    return office.directory().unit(row.agency_id).name


@public_page
def published_page(request: Request) -> HttpResponse:
    """Everything published, newest first."""
    rows = [(one, queries.subject(one), _owner(one)) for one in queries.published()]
    context = _framed(rows=rows, page_title="Danh mục văn bản đã công bố")
    return render(request, "law_review/published.html", context)


@public_page
def one_page(request: Request, slug: str) -> HttpResponse:
    """One publication: its lists as they were published."""
    row = access.open_published(slug)
    context = _framed(
        row=row,
        subject=queries.subject(row),
        owner=_owner(row),
        tables=queries.tables(_lists(row)),
        most=MOST_ROWS,
        page_title=queries.subject(row),
    )
    return render(request, "law_review/published_one.html", context)


def _lists(row: Announced) -> ExpiryList | Systematisation:
    if isinstance(row, ExpiryList | Systematisation):
        return row
    raise Http404


@public_page
def one_pdf(_request: Request, slug: str) -> HttpResponse:
    """The print that was kept."""
    row = access.open_published(slug)
    if row.file is None:
        raise Http404
    return files.serve(row.file, inline=True)


@public_page
def one_csv(_request: Request, slug: str, name: str) -> HttpResponse:
    """One list for a spreadsheet."""
    row = access.open_published(slug)
    table = next((one for one in queries.tables(_lists(row)) if one.slug == name), None)
    if table is None:
        raise Http404
    return csv_response(table, row.slug, cache=SHARED)


@public_page
def one_workbook(_request: Request, slug: str) -> HttpResponse:
    """Every list in one spreadsheet."""
    return files_of.workbook(_lists(access.open_published(slug)), cache=SHARED)


@public_page
def one_word(request: Request, slug: str) -> HttpResponse:
    """Every list in one Word file."""
    row = _lists(access.open_published(slug))
    who = printing.Signatory(name=row.published_by, title="")
    return files_of.word(row, on=request.actor.on, signatory=who, cache=SHARED)


@public_page
def feed(request: Request) -> HttpResponse:
    """The same as Atom, for who follows."""
    made = Atom1Feed(
        title="Danh mục văn bản quy phạm pháp luật đã công bố",
        link=request.build_absolute_uri(reverse("law_review:published")),
        description="",
        feed_url=request.build_absolute_uri(),
        language="vi",
    )
    for one in queries.published():
        made.add_item(
            title=queries.subject(one),
            link=request.build_absolute_uri(reverse("law_review:published_one", args=[one.slug])),
            description=f"{_owner(one)}, Quyết định số {one.number}",
            unique_id=f"urn:uuid:{one.pk}",
            updateddate=one.published_at,
            pubdate=one.published_at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
