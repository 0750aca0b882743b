"""An entry's text for who keeps it: as of a day with marks, as it was entered, two of them side by side."""

from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from motcua.base.worktime.rules import VN
from motcua.house.office.access import Request, requires
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.choices import REGISTER
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules import diff
from motcua.legal.lawbase.views.frame import framed


@requires(REGISTER)
def text_page(request: Request, key: UUID) -> HttpResponse:
    """The consolidated text as of a day with who changed what, or one text as it was entered."""
    document = access.open_entry(request.actor, key)
    today = request.now.astimezone(VN).date()
    on = _day(request, "ngay") or today
    number = _number(request, "ban")
    text = queries.text_on(document, on=on) if number is None else queries.text_as_entered(document, number)
    if text is None and number is not None:
        raise Http404
    laid = queries.laid_out(text, on=on if number is None else None)
    context = framed(
        request, document=document, on=on, is_today=on == today, state=queries.state_of(document, on=on), text=text,
        laid=laid, contents=queries.contents(laid), days=queries.change_days(document), page_title="Nội dung",
        versions=list(document.versions.order_by("-no")), version=text.version if text and number else None,
        at="" if on == today else f"?{urlencode({'ngay': on.isoformat()})}",
    )  # fmt: skip
    return render(request, "lawbase/text.html", context)


@requires(REGISTER)
def compare_page(request: Request, key: UUID) -> HttpResponse:
    """Two days, or two entered texts, side by side with the words that differ."""
    document = access.open_entry(request.actor, key)
    whole = request.GET.get("ca") == "1"
    old_no, new_no = _number(request, "ban-cu"), _number(request, "ban-moi")
    since, until = _days(request, document)
    if old_no is not None and new_no is not None:
        before, after = queries.text_as_entered(document, old_no), queries.text_as_entered(document, new_no)
        titles = f"Bản {old_no}", f"Bản {new_no}"
        if before is None or after is None:
            raise Http404
    else:
        before, after = queries.text_on(document, on=since), queries.text_on(document, on=until)
        titles = f"Ngày {since:%d/%m/%Y}", f"Ngày {until:%d/%m/%Y}"
    rows = diff.side_by_side(before.now.pieces, after.now.pieces, whole=whole) if before and after else []
    context = framed(
        request, document=document, since=since, until=until, old_no=old_no, new_no=new_no, rows=rows, whole=whole,
        days=queries.patch_days_with_eve(document), versions=list(document.versions.order_by("-no")),
        old_title=titles[0], new_title=titles[1], missing=before is None, page_title="So sánh",
    )  # fmt: skip
    return render(request, "lawbase/compare.html", context)


def _days(request: Request, document: LegalDocument) -> tuple[date, date]:
    """The days asked for; else the day before the last change of words and today."""
    until = _day(request, "den") or request.now.astimezone(VN).date()
    changed = [one for one in queries.patch_days(document) if one <= until]
    eve = changed[-1] - timedelta(days=1) if changed else document.effective_on or document.issued_on or until
    return _day(request, "tu") or eve, until


def _day(request: Request, name: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None


def _number(request: Request, name: str) -> int | None:
    raw = request.GET.get(name, "")
    return int(raw) if raw.isdecimal() and len(raw) < 5 else None
