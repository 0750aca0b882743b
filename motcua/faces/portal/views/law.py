"""Legal documents for everybody: search, one document as of a day, lists, feed, files to take away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from motcua.base.worktime.rules import VN
from motcua.faces.portal.views.frame import framed, today
from motcua.house.office.access import Request, public_page
from motcua.instruments.vault.access import serve
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase import exports as files
from motcua.legal.lawbase.choices import STATE_NAMES, EffectState, UnitKind
from motcua.legal.lawbase.rules import diff, effect
from motcua.legal.lawbase.rules.pointintime import Piece

# Words of lawbase.choices, so that a message catalogue finds them.
gettext_noop("Chưa có hiệu lực")
gettext_noop("Còn hiệu lực")
gettext_noop("Hết hiệu lực một phần")
gettext_noop("Hết hiệu lực toàn bộ")
gettext_noop("Ngưng hiệu lực")
gettext_noop("Ngưng hiệu lực một phần")
gettext_noop("Không còn phù hợp")
gettext_noop("Chưa xác định")
gettext_noop("Không có chữ ký số")
gettext_noop("Có chữ ký số")
gettext_noop("Bản quét")
gettext_noop("Chưa kiểm tra")
gettext_noop("Chữ ký số hợp lệ")
gettext_noop("Chữ ký số nguyên vẹn, chưa xác định được người ký")
gettext_noop("Tệp bị thay đổi sau khi ký")
gettext_noop("Chữ ký số không còn kiểm tra được")
gettext_noop("Bản ban hành")
gettext_noop("Phụ lục, biểu mẫu")
gettext_noop("Tài liệu khác")

IN_A_LIST = 500
Cut = list[tuple[str, str]]
_TABLE = frozenset({UnitKind.ATTACHED, UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION,
                    UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.APPENDIX, UnitKind.FORM})  # fmt: skip
_BIG = frozenset({UnitKind.ATTACHED, UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION,
                  UnitKind.APPENDIX})  # fmt: skip
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
    text = request.GET.get("q", "").strip()[:200]
    filters = _filters(request, on)
    page = int(raw) if (raw := request.GET.get("trang", "1")).isdecimal() and 1 <= int(raw) <= 10 else 1
    hits, more = queries.search(text, filters, page=page) if text else ([], False)
    asked = {name: str(value) for name, value in request.GET.items() if name != "trang"}
    context = framed(
        request, page_title=_("Văn bản pháp luật"), text=text, hits=hits, filters=filters, on=on,
        types=queries.types(), issuers=queries.issuers(), fields=queries.fields_of(), states=list(STATE_NAMES.items()),
        after_url=f"?{urlencode({**asked, 'trang': str(page + 1)})}" if more else "",
        before_url=f"?{urlencode({**asked, 'trang': str(page - 1)})}" if page > 1 else "",
        years=queries.years(local=False),
    )  # fmt: skip
    return render(request, "portal/law.html", context)


def _filters(request: Request, on: date) -> queries.Filters:
    asked = request.GET
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
    pieces = _with_own_marks([piece for piece in text.now.pieces if piece.text.strip()] if text else [])
    links = queries.links_of(text) if text else {}
    at = "" if on == today(request) else f"?{urlencode({'ngay': on.isoformat()})}"
    context = framed(
        request, page_title=document.name, document=document, on=on, is_today=on == today(request),
        state=queries.state_of(document, on=on), text=text, by=text.by if text else {},
        pieces=[_shown(piece, links.get(piece.id, []), at) for piece in pieces],
        contents=[piece for piece in pieces if piece.kind in _TABLE and not piece.is_gone],
        history=queries.history(document), today=today(request),
        related=queries.related(document, public=True), days=_days(document), data=_data(document, on),
        attachments=queries.files_of(document, public=True),
    )  # fmt: skip
    return render(request, "portal/law_document.html", context)


def _shown(piece: Piece, links: list[queries.Link], at: str) -> tuple[Piece, str, Cut, Cut]:
    """A piece with its tag, heading and words, citations in them as links."""
    head, words = _split(piece)
    place = piece.text.find(head)
    return piece, _tag(piece), _cut(piece, head, place, links, at), _cut(piece, words, place + len(head), links, at)


def _cut(piece: Piece, words: str, after: int, links: list[queries.Link], at: str) -> Cut:
    """The words cut at the links with their addresses; words that do not stand so in the piece have none."""
    place = piece.text.find(words, max(0, after))
    found = queries.parts(words, place, links if place >= 0 else [])
    return [(part.text, _address(part.link, at) if part.link else "") for part in found]


def _address(link: queries.Link, at: str) -> str:
    """Within the text a place; elsewhere the permanent address of the provision, or of its document."""
    if not link.slug:
        return f"#{link.unit}"
    if not link.unit:
        return reverse("portal:law_document", args=[link.slug]) + at
    return reverse("portal:law_provision", args=[link.slug, link.unit]) + at


def _tag(piece: Piece) -> str:
    if piece.kind in _BIG:
        return "h2"
    return "h3" if piece.kind in {UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.FORM} else "p"


def _split(piece: Piece) -> tuple[str, str]:
    """The heading line and the words under it; all of a short unit is words."""
    if _tag(piece) == "p":
        return "", piece.text.strip("\n")
    first, _sep, rest = piece.text.strip("\n").partition("\n")
    if piece.kind in _BIG and piece.heading and rest:
        return f"{first}\n{rest}", ""
    if piece.kind is UnitKind.ARTICLE and not piece.heading:
        number, sep, words = first.partition(".")
        return f"{number}{sep}", f"{words.strip()}\n{rest}".strip("\n")
    return first, rest


def _with_own_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without the marks that stand at the unit above already: an inserted article says once who brought it."""
    marks = {piece.id: set(piece.marks) for piece in pieces}
    return [
        replace(piece, marks=tuple(mark for mark in piece.marks if mark not in marks.get(_above(piece), set())))
        for piece in pieces
    ]


def _above(piece: Piece) -> str:
    return piece.id.rpartition("/")[0]


def _days(document: Any) -> list[date]:
    """Days on which text or effect changed, for the form."""
    days = set(effect.boundaries(queries.events_of(document)))
    return sorted(days | set(queries.patch_days(document)))


def _data(document: Any, on: date) -> dict[str, Any]:
    """What search engines read (schema.org Legislation)."""
    force = {EffectState.IN_FORCE: "InForce", EffectState.EXPIRED: "NotInForce", EffectState.NOT_YET: "NotInForce"}
    return {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"{settings.SITE_URL}{reverse('portal:law_document', args=[document.slug])}",
        "name": document.title,
        "legislationIdentifier": document.number,
        "legislationType": document.type,
        "legislationPassedBy": {"@type": "Organization", "name": document.issuer},
        "legislationDate": document.issued_on.isoformat() if document.issued_on else None,
        "legislationDateVersion": on.isoformat(),
        "legislationLegalForce": force.get(queries.state_of(document, on=on), "PartiallyInForce"),
        "inLanguage": document.language,
    }


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
        changes=diff.provisions(before.now.pieces, after.now.pieces),
    )  # fmt: skip
    return render(request, "portal/law_compare.html", context)


@public_page
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
    """Documents in force; the first of the yearly lists."""
    return _list(request, _("Văn bản còn hiệu lực"), list(queries.holding(local=False)[:IN_A_LIST]), year=None)


@public_page
def ended_page(request: Request, year: int) -> HttpResponse:
    """Documents that lost effect in the year."""
    title = _("Văn bản hết hiệu lực năm %(year)s") % {"year": year}
    return _list(request, title, list(queries.ended_in(year, local=False)[:IN_A_LIST]), year=year)


def _list(request: Request, title: str, rows: Sequence[Any], *, year: int | None) -> HttpResponse:
    context = framed(
        request, page_title=title, title=title, rows=rows, year=year, years=queries.years(local=False),
        is_full=len(rows) == IN_A_LIST,
    )  # fmt: skip
    return render(request, "portal/law_list.html", context)


@public_page
def open_data(request: Request) -> HttpResponse:
    """The register as open data, one line a document."""
    on = today(request)
    response = HttpResponse(files.as_csv(queries.everything(), on=on), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="van-ban.csv"'
    return response


@public_page
def feed(request: Request) -> HttpResponse:
    """New documents and documents that ended, as Atom."""
    address = f"{settings.SITE_URL}{reverse('portal:law')}"
    made = Atom1Feed(title=f"Văn bản pháp luật – {settings.PUBLIC_NAME}", link=address, description="", language="vi")
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
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
