"""Pages of the programme of a year."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui.choices import Tone
from motcua.bureau.drafting import access, acts, loader, queries
from motcua.bureau.drafting.choices import ITEM_STATE_NAME, PROGRAMME_STATE_NAME, ItemState, ProgrammeState
from motcua.bureau.drafting.forms import ItemForm, PaperForm, ReasonForm, YearForm
from motcua.bureau.drafting.models import Programme, ProgrammeItem
from motcua.bureau.drafting.views.frame import asked, framed, opened
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import unit_name

ITEM_TONE = {
    ItemState.PLANNED: Tone.QUIET,
    ItemState.LATE: Tone.LATE,
    ItemState.STARTED: Tone.INFO,
    ItemState.DONE: Tone.GOOD,
    ItemState.DROPPED: Tone.QUIET,
}


def programme_url(row: Programme) -> str:
    """Where a programme's own page is."""
    return reverse("drafting:programme", args=[row.pk])


@requires(access.READ)
def programmes_page(request: Request) -> HttpResponse:
    """Programmes by year."""
    rows = [
        (one, PROGRAMME_STATE_NAME[ProgrammeState(one.state)], unit_name(one))
        for one in queries.programmes(access.readable_units(request.actor))
    ]
    context = framed(request, "programmes", rows=rows, page_title="Chương trình xây dựng văn bản")
    return render(request, "drafting/programmes.html", context)


@requires(access.READ)
def programme_page(request: Request, key: UUID) -> HttpResponse:
    """The lines of one programme and where each stands."""
    row = access.open_row(request.actor, Programme, key)
    law = loader.law()
    lines = [
        (one.item, law.kind(one.item.kind).name, ITEM_STATE_NAME[one.state], ITEM_TONE[one.state], one.draft)
        for one in queries.item_rows(row, on=request.actor.on)
    ]
    context = framed(
        request,
        "programmes",
        row=row,
        lines=lines,
        unit=unit_name(row),
        is_drafted=row.state == ProgrammeState.DRAFTED,
        may_write=access.may(request.actor, access.WRITE, row.unit_id),
        may_decide=access.may(request.actor, access.DECIDE, row.unit_id),
        page_title=f"Chương trình năm {row.year}",
    )
    return render(request, "drafting/programme.html", context)


@requires(access.WRITE)
def draft_programme_page(request: Request) -> HttpResponse:
    """Begin a programme."""
    return asked(
        request,
        YearForm(request.POST or None, initial={"year": request.actor.on.year}),
        lambda found: acts.draft_programme(year=found["year"], by=request.actor, at=request.now),
        title="Lập chương trình xây dựng văn bản",
        label="Lập chương trình",
        done="Đã lập chương trình. Thêm từng văn bản.",
        back=reverse("drafting:programmes"),
        to=programme_url,
        current="programmes",
    )


@requires(access.WRITE)
def add_item_page(request: Request, key: UUID) -> HttpResponse:
    """Add a text to be made."""
    row = opened(request, Programme, key, access.WRITE)
    return asked(
        request,
        ItemForm(request.POST or None),
        lambda found: acts.add_item(row, acts.ItemGiven(**found), by=request.actor, at=request.now),
        title="Thêm văn bản vào chương trình",
        label="Thêm văn bản",
        done="Đã thêm văn bản.",
        back=programme_url(row),
        current="programmes",
    )


@requires(access.DECIDE)
def issue_programme_page(request: Request, key: UUID) -> HttpResponse:
    """Record that the programme was issued."""
    row = opened(request, Programme, key, access.DECIDE)
    return asked(
        request,
        PaperForm(request.POST or None, initial={"issued_on": request.actor.on}),
        lambda found: acts.issue_programme(row, by=request.actor, at=request.now, **found),
        title=f"Ban hành chương trình năm {row.year}",
        label="Ban hành",
        done="Đã ghi việc ban hành chương trình.",
        back=programme_url(row),
        current="programmes",
    )


@requires(access.DECIDE)
def drop_item_page(request: Request, key: UUID) -> HttpResponse:
    """Take a text out of the programme."""
    item = ProgrammeItem.objects.select_related("programme").filter(pk=key).first()
    if item is None:
        raise Http404
    row = opened(request, Programme, item.programme_id, access.DECIDE)
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda found: acts.drop_item(item, reason=found["reason"], by=request.actor, at=request.now),
        title="Đưa văn bản ra khỏi chương trình",
        label="Đưa ra",
        done="Đã đưa văn bản ra khỏi chương trình.",
        back=programme_url(row),
        current="programmes",
        lead=item.title,
    )
