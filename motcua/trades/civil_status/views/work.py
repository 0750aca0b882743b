"""What the registers need from officers: duties after an entry, and findings for a dossier."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from motcua.house.office.access import requires
from motcua.trades.civil_status import access, acts, queries
from motcua.trades.civil_status.choices import DUTY_BASIS, FORM_OF, RECORD_BOOK, Duty
from motcua.trades.civil_status.forms import FindingForm
from motcua.trades.civil_status.views.frame import framed


@requires(access.READ)
def follow_ups_page(request: HttpRequest) -> HttpResponse:
    """Duties that entries left behind, oldest first."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = [
        (row, DUTY_BASIS[Duty(row.kind)], access.may(actor, access.WRITE, row.unit_id))
        for row in queries.follow_ups(access.readable_units(actor))[:100]
    ]
    title = "Việc phải làm sau khi ghi sổ"
    return render(request, "civil_status/follow_ups.html", framed(current="follow_ups", rows=rows, page_title=title))


@require_POST
@requires(access.WRITE)
def done_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Tick a duty as done."""
    row = access.open_follow_up(request.actor, key)  # type: ignore[attr-defined]
    try:
        acts.finish_follow_up(row, by=request.actor, at=request.now)  # type: ignore[attr-defined]
    except ValueError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Đã ghi nhận.")
    return redirect("civil_status:follow_ups")


@requires("dossier.examine")
def finding_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """«Tra cứu, đối chiếu» for a dossier: which entry is meant, or what stands in the paper book."""
    dossier = access.open_work(request.actor, key, at=request.now, page="finding")  # type: ignore[attr-defined]
    work = queries.work_of(dossier, at=request.now)  # type: ignore[attr-defined]
    record = work.code("extract.kind") or work.code("record.kind")
    found = queries.candidates(work, RECORD_BOOK.get(record))
    form = FindingForm(
        request.POST or None,
        trade=dossier.trade,
        record=record,
        found=found,
        initial=FindingForm.initial_of(dict(work.finding)),
    )
    if form.is_valid():
        try:
            acts.find(dossier, form.values(), by=request.actor, at=request.now)  # type: ignore[attr-defined]
        except ValueError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Đã lưu kết quả tra cứu, đối chiếu.")
            return redirect("dossiers:detail", dossier.code or str(dossier.pk))
    asks = dossier.trade in FORM_OF and bool(form.fields)
    context = framed(dossier=dossier, form=form, found=found, asks=asks, page_title="Tra cứu, đối chiếu")
    return render(request, "civil_status/finding.html", context)
