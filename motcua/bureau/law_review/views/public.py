"""For everybody: published lists on a page, on paper, for a spreadsheet, and as a feed."""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext, gettext_noop

from motcua.base.ui.rules import Tab
from motcua.base.vn.rules import day
from motcua.bureau.law_review import access, queries, rules
from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.models import Announced, ExpiryList, Systematisation
from motcua.bureau.law_review.views import files as files_of
from motcua.bureau.law_review.views.frame import MOST_ROWS
from motcua.house.office import queries as office
from motcua.house.office.access import Request, public_file, public_page
from motcua.instruments.printing import queries as printed
from motcua.instruments.printing import rules as printing
from motcua.instruments.vault import access as files


def _link(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _framed(**context: Any) -> dict[str, Any]:
    """Links of the citizens' header and footer beside the page's own values."""
    foot = [Tab(gettext("Danh mục văn bản đã công bố"), reverse("law_review:published"))]
    return {
        "is_english": get_language() == "en",
        "track_url": _link("portal:track"),
        "procedures_url": _link("portal:procedures"),
        "law_url": _link("portal:law"),
        "account_url": _link("portal:mine"),
        "login_url": _link("account_login"),
        "foot_links": foot,
        **context,
    }


HEADS = (
    gettext_noop("STT"),
    gettext_noop("Tên loại văn bản"),
    gettext_noop("Số, ký hiệu; ngày, tháng, năm ban hành"),
    gettext_noop("Tên gọi, trích yếu nội dung"),
    gettext_noop("Tên gọi; nội dung, quy định hết hiệu lực, ngưng hiệu lực"),
    gettext_noop("Lý do hết hiệu lực, ngưng hiệu lực"),
    gettext_noop("Ngày hết hiệu lực, ngưng hiệu lực"),
    gettext_noop("Thời điểm có hiệu lực"),
    gettext_noop("Ghi chú"),
    gettext_noop("Kiến nghị"),
    gettext_noop("Nội dung kiến nghị, lý do"),
    gettext_noop("Cơ quan, đơn vị chủ trì"),
    gettext_noop("Thời hạn xử lý, kiến nghị xử lý"),
)
"""Columns of the forms, which are data: their English words stand in this module's catalogue."""


def _list_names() -> dict[ListName, str]:
    return {
        ListName.WHOLE: gettext("Hết hiệu lực, ngưng hiệu lực toàn bộ"),
        ListName.PART: gettext("Hết hiệu lực, ngưng hiệu lực một phần"),
        ListName.IN_FORCE: gettext("Còn hiệu lực"),
        ListName.TO_HANDLE: gettext("Cần sửa đổi, thay thế, bãi bỏ hoặc ban hành mới"),
    }


def _name(row: Announced) -> str:
    """What it is, in the reader's language."""
    if isinstance(row, ExpiryList):
        words = gettext("Văn bản quy phạm pháp luật hết hiệu lực, ngưng hiệu lực năm %(year)s")
        return words % {"year": row.year}
    if isinstance(row, Systematisation):
        words = gettext("Kết quả hệ thống hóa văn bản quy phạm pháp luật kỳ %(years)s")
        return words % {"years": f"{day(row.from_on)} – {day(row.cut_off)}"}
    raise TypeError(row)


def _owner(row: Announced) -> str:
    return office.directory().unit(row.agency_id).name


@public_page
def published_page(request: Request) -> HttpResponse:
    """Everything published, newest first."""
    rows = [(one, _name(one), queries.subject(one), _owner(one)) for one in queries.published()]
    context = _framed(rows=rows, page_title=gettext("Danh mục văn bản đã công bố"))
    return render(request, "law_review/published.html", context)


@public_page
def one_page(request: Request, slug: str) -> HttpResponse:
    """One publication: its lists as they were published."""
    row = access.open_published(slug)
    lists = _lists(row)
    context = _framed(
        row=row,
        name=_name(row),
        subject=queries.subject(row),
        owner=_owner(row),
        lists=[
            (table, name, [(cells, _document(slug)) for cells, slug in rows])
            for table, name, rows in _shown(lists, queries.slugs_of(lists))
        ],
        most=MOST_ROWS,
        page_title=_name(row),
    )
    return render(request, "law_review/published_one.html", context)


def _shown(
    row: ExpiryList | Systematisation, slugs: dict[str, list[str]]
) -> Iterator[tuple[rules.Table, str, list[tuple[tuple[str, ...], str]]]]:
    """Each list with its name and its first lines, each with the address of its document."""
    names = _list_names()
    for table in queries.tables(row):
        pairs = zip(table.rows[:MOST_ROWS], slugs.get(table.key, []), strict=False)
        yield table, names[table.key], list(pairs)


def _document(slug: str) -> str:
    try:
        return reverse("portal:law_document", args=[slug])
    except NoReverseMatch:
        return ""


def _lists(row: Announced) -> ExpiryList | Systematisation:
    if isinstance(row, ExpiryList | Systematisation):
        return row
    raise Http404


@public_file
def one_pdf(request: Request, slug: str) -> HttpResponseBase:
    """The print that was kept; made anew when it names documents that are kept back by now."""
    row = _lists(access.open_published(slug))
    if row.file is None:
        raise Http404
    if not queries.is_open(row):
        on, who = request.actor.on, printing.Signatory(name=row.published_by, title="")
        return _made(
            request, row, lambda: printed.render(queries.lists_paper(row, on=on, signatory=who)), f"{row.slug}.pdf",
            "application/pdf",
        )  # fmt: skip
    return files.serve(row.file, inline=True)


@public_file
def one_csv(request: Request, slug: str, name: str) -> HttpResponseBase:
    """One list for a spreadsheet."""
    row = _lists(access.open_published(slug))

    def make() -> bytes:
        table = next((one for one in queries.tables(row) if one.slug == name), None)
        if table is None:
            raise Http404
        return rules.as_csv(table).encode()

    return _made(request, row, make, f"{row.slug}-{name}.csv", "text/csv; charset=utf-8")


@public_file
def one_workbook(request: Request, slug: str) -> HttpResponseBase:
    """Every list in one spreadsheet."""
    row = _lists(access.open_published(slug))
    return _made(request, row, lambda: files_of.as_workbook(row), f"{row.slug}.xlsx", files_of.XLSX)


@public_file
def one_word(request: Request, slug: str) -> HttpResponseBase:
    """Every list in one Word file."""
    row = _lists(access.open_published(slug))
    who = printing.Signatory(name=row.published_by, title="")
    on = request.actor.on
    return _made(
        request, row, lambda: files_of.as_word(row, on=on, signatory=who), f"{row.slug}.docx", files_of.DOCX
    )  # fmt: skip


def _made(request: Request, row: Announced, make: Callable[[], bytes], name: str, mime: str) -> HttpResponseBase:
    """A file of a publication, which changes with its record and with what is kept back."""
    stamp = f"{row.pk} {row.journal_seq} {row.journal_head} {queries.not_told(_lists(row))}"
    return files.serve_made(request, make, name=name, mime=mime, stamp=stamp)


@public_page
def feed(request: Request) -> HttpResponse:
    """The same as Atom, for who follows."""
    made = Atom1Feed(
        title="Danh mục văn bản quy phạm pháp luật đã công bố",
        link=request.build_absolute_uri(reverse("law_review:published")),
        description="",
        feed_url=request.build_absolute_uri(),
        language="vi",
        author_name=settings.PUBLIC_NAME,
    )
    for one in queries.published():
        made.add_item(
            title=queries.subject(one),
            link=request.build_absolute_uri(reverse("law_review:published_one", args=[one.slug])),
            description=f"{_owner(one)}, Quyết định số {one.number}",
            author_name=_owner(one),
            unique_id=f"urn:uuid:{one.pk}",
            updateddate=one.published_at,
            pubdate=one.published_at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
