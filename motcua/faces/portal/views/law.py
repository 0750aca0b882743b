"""Legal documents for everybody: search, one document as of a day, lists, feed, files to take away."""

from collections.abc import Sequence
from datetime import MAXYEAR, date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from motcua.base.worktime.rules import VN
from motcua.faces.portal.views.frame import framed, today
from motcua.faces.portal.views.law_data import legislation
from motcua.house.office.access import Request, public_file, public_page
from motcua.instruments.vault.access import serve, serve_made
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase import exports as files
from motcua.legal.lawbase.choices import STATE_NAMES, EffectState
from motcua.legal.lawbase.rules import diff, ranking

IN_A_LIST, _MARKS = 500, "\"'“”‘’«».,;:!?()"
FILES = {
    "json": ("application/json", "json"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "xml": ("application/akn+xml", "xml"),
    "pdf": ("application/pdf", "pdf"),
}


@public_page
def law_page(request: Request) -> HttpResponse:
    """Search: words without marks, numbers in any spelling, phrases in quotes; and ways into the lists."""
    on = _day(request, "ngay") or today(request)
    text = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    filters = _filters(request, on)
    page = int(raw) if (raw := request.GET.get("trang", "1")).isdecimal() and 1 <= int(raw) <= 10 else 1
    hits, more = queries.search(text, filters, page=page) if text else ([], False)
    asked = {name: str(value) for name, value in request.GET.items() if name != "trang"}
    taken, exact = _taken_for(text, hits)
    context = framed(
        request, page_title=_("Văn bản pháp luật"), text=text, hits=hits, filters=filters, on=on, taken=taken,
        exact_url=f"?{urlencode({**asked, 'q': exact})}",
        types=queries.types(), issuers=queries.issuers(), fields=queries.fields_of(), states=list(STATE_NAMES.items()),
        after_url=f"?{urlencode({**asked, 'trang': str(page + 1)})}" if more else "",
        before_url=f"?{urlencode({**asked, 'trang': str(page - 1)})}" if page > 1 else "",
        years=[] if text else queries.years(local=False),
    )  # fmt: skip
    return render(request, "portal/law.html", context)


def _taken_for(text: str, hits: Sequence[queries.Hit]) -> tuple[list[tuple[str, list[str]]], str]:
    """Words that no text holds, with those shown in their stead, as written; and the query that takes each as it is."""
    found = hits[0].found if hits else frozenset[str]()
    meant = ranking.taken_for(ranking.query_of(text).words, found)
    written: dict[str, str] = {}
    for part in (part for hit in hits for part in hit.parts if part.is_found):
        written.setdefault(ranking.search_words(part.text), part.text.lower())
    typed = [(word, word.strip(_MARKS), ranking.search_words(word)) for word in text.split()]
    exact = " ".join(f'"{bare}"' if key in meant else word for word, bare, key in typed)
    as_typed = {key: bare for _word, bare, key in typed}
    return [(as_typed.get(key, key), [written.get(one, one) for one in near]) for key, near in meant.items()], exact


def _filters(request: Request, on: date) -> queries.Filters:
    asked = {name: str(value).replace("\x00", "") for name, value in request.GET.items()}
    year = asked.get("nam", "")
    state = asked.get("tinh-trang", "")
    return queries.Filters(
        on=on,
        type=asked.get("loai", "")[:60],
        issuer=asked.get("co-quan", "")[:200],
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        field=asked.get("linh-vuc", "")[:100],
        state=EffectState(state) if state in set(EffectState) else None,
    )


@public_page
def document_page(request: Request, slug: str) -> HttpResponse:
    """One document: its text as of a day with who changed what, effect, history, relations."""
    document = access.open_document(slug)
    on = _day(request, "ngay") or today(request)
    text = queries.text_on(document, on=on)
    laid = queries.laid_out(text, on=on)
    at = "" if on == today(request) else f"?{urlencode({'ngay': on.isoformat()})}"
    state, related = queries.state_of(document, on=on), queries.related(document, public=True)
    context = framed(
        request, page_title=document.name, document=document, on=on, is_today=on == today(request), state=state,
        text=text, laid=laid, contents=queries.contents(laid), at=at, related=related, today=today(request),
        history=queries.history(document), days=queries.change_days(document),
        state_now=queries.state_of(document, on=today(request)), ending=queries.ending(document, on=today(request)),
        data=legislation(document, on=on, state=state, related=related, has_text=text is not None),
        attachments=queries.files_of(document, public=True),
    )  # fmt: skip
    return render(request, "portal/law_document.html", context)


@public_page
def applying_page(request: Request) -> HttpResponse:
    """«Văn bản nào áp dụng vào ngày này?»: a day, a field, and the texts of that day."""
    on, field = _day(request, "ngay") or today(request), request.GET.get("linh-vuc", "").replace("\x00", "")[:100]
    local, page = request.GET.get("cua") == "dia-phuong", _page(request)
    rows, more = queries.applying(on=on, field=field, local=local, page=page)
    asked = {name: str(value) for name, value in request.GET.items() if name != "trang"}
    context = framed(
        request, page_title=_("Văn bản nào áp dụng vào một ngày?"), on=on, field=field, local=local, rows=rows,
        fields=queries.fields_on(on=on, local=local), is_today=on == today(request),
        after_url=f"?{urlencode({**asked, 'trang': str(page + 1)})}" if more else "",
        before_url=f"?{urlencode({**asked, 'trang': str(page - 1)})}" if page > 1 else "",
    )  # fmt: skip
    return render(request, "portal/law_applying.html", context)


def _page(request: Request) -> int:
    raw = request.GET.get("trang", "1")
    return int(raw) if raw.isdecimal() and 1 <= int(raw) <= 1000 else 1


@public_page
def provision_page(request: Request, slug: str, unit: str) -> HttpResponse:
    """The permanent address of one provision leads to its place in the text."""
    document = access.open_document(slug)
    text = queries.text_on(document, on=_day(request, "ngay") or today(request))
    if text is None or all(piece.id != unit for piece in text.now.pieces):
        raise Http404
    asked = f"?{urlencode({'ngay': raw})}" if (raw := request.GET.get("ngay", "")) else ""
    return redirect(f"{reverse('portal:law_document', args=[slug])}{asked}#{unit}")


@public_page
def compare_page(request: Request, slug: str) -> HttpResponse:
    """What changed between two days, word by word."""
    document = access.open_document(slug)
    since, until = _day(request, "tu"), _day(request, "den") or today(request)
    since = since or document.effective_on or document.issued_on or until
    before, after = queries.text_on(document, on=since), queries.text_on(document, on=until)
    if before is None or after is None:
        raise Http404
    context = framed(
        request, page_title=_("So sánh"), document=document, since=since, until=until,
        rows=diff.side_by_side(before.now.pieces, after.now.pieces), days=queries.patch_days_with_eve(document),
        old_title=_("Ngày %(on)s") % {"on": f"{since:%d/%m/%Y}"},
        new_title=_("Ngày %(on)s") % {"on": f"{until:%d/%m/%Y}"},
    )  # fmt: skip
    return render(request, "portal/law_compare.html", context)


@public_file
def file_page(request: Request, slug: str, ending: str) -> HttpResponse:
    """The text as of a day to take away."""
    document = access.open_document(slug)
    if ending not in FILES:
        raise Http404
    on = _day(request, "ngay") or today(request)
    mime, name = FILES[ending]
    make = {"json": files.as_json, "docx": files.as_word, "xml": files.as_akoma_ntoso, "pdf": files.as_pdf}[ending]
    try:
        content = make(document, on=on)
    except files.TooLong as reason:
        return HttpResponse(str(reason), status=422, content_type="text/plain; charset=utf-8")
    response = HttpResponse(content, content_type=mime)
    how = "inline" if ending == "pdf" else "attachment"  # our own paper, to be printed from the browser
    response["Content-Disposition"] = f'{how}; filename="{document.slug}.{name}"'
    return response


@public_page
def attachment(request: Request, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """A kept file of the document as it was issued, always as a download."""
    one = queries.public_file(access.open_document(slug), key)
    if one is None:
        raise Http404
    return serve(one.file)


@public_page
def holding_page(request: Request) -> HttpResponse:
    """Documents in force, all or those issued in a year; the first of the yearly lists."""
    raw = request.GET.get("nam", "")
    year = int(raw) if raw.isdecimal() and len(raw) == 4 and int(raw) else None
    local = request.GET.get("cua") == "dia-phuong"
    title = _("Văn bản còn hiệu lực, ban hành năm %(year)s") % {"year": year} if year else _("Văn bản còn hiệu lực")
    return _list(request, title, list(queries.holding(local=local, year=year)[:IN_A_LIST]), issued=year)


@public_page
def ended_page(request: Request, year: int) -> HttpResponse:
    """Documents that lost effect in the year, or will lose it."""
    if not 1 <= year <= MAXYEAR:
        raise Http404
    local = request.GET.get("cua") == "dia-phuong"
    title = _("Văn bản hết hiệu lực năm %(year)s") % {"year": year}
    return _list(request, title, list(queries.ended_in(year, local=local)[:IN_A_LIST]), year=year)


def _list(
    request: Request, title: str, rows: Sequence[Any], *, year: int | None = None, issued: int | None = None
) -> HttpResponse:
    local = request.GET.get("cua") == "dia-phuong"
    context = framed(
        request, page_title=title, title=title, rows=rows, year=year, issued=issued, local=local,
        years=queries.years(local=local), years_issued=queries.holding_years(local=local), today=today(request),
        is_full=len(rows) == IN_A_LIST,
    )  # fmt: skip
    return render(request, "portal/law_list.html", context)


@public_file
def open_data(request: Request) -> HttpResponseBase:
    """The register as open data, one line a document; made once a day and after each change."""
    on = today(request)
    return serve_made(
        request, lambda: files.as_csv(queries.everything(), on=on).encode(), name="van-ban.csv",
        mime="text/csv; charset=utf-8", stamp=f"{on} {queries.last_change()}",
    )  # fmt: skip


@public_page
def feed(request: Request) -> HttpResponse:
    """New documents and documents that ended, as Atom."""
    address = f"{settings.SITE_URL}{reverse('portal:law')}"
    made = Atom1Feed(
        title=f"Văn bản pháp luật – {settings.PUBLIC_NAME}", link=address, description="", language="vi",
        subtitle="Văn bản mới và văn bản hết hiệu lực", author_name=settings.PUBLIC_NAME,
        feed_url=f"{settings.SITE_URL}{reverse('portal:law_feed')}",
    )  # fmt: skip
    for on, document, what in queries.newest(on=today(request)):
        words = "ban hành" if what == "issued" else "hết hiệu lực"
        moment = datetime(on.year, on.month, on.day, tzinfo=VN)
        made.add_item(
            title=f"{document.name}: {words} {on:%d/%m/%Y}",
            link=f"{settings.SITE_URL}{reverse('portal:law_document', args=[document.slug])}",
            description=document.title, unique_id=f"{address}{document.slug}#{what}",
            pubdate=moment, updateddate=moment,
        )  # fmt: skip
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _day(request: Request, name: str) -> date | None:
    """A day as a date field sends it, or as one writes it: 01/06/2022."""
    raw = request.GET.get(name, "").strip()
    day, _slash, rest = raw.partition("/")
    month, _slash, year = rest.partition("/")
    try:
        return date(int(year), int(month), int(day)) if rest else date.fromisoformat(raw)
    except (ValueError, OverflowError):
        return None
