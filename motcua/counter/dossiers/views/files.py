"""Papers to print and files to open, each through the dossier's door."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from motcua.counter.dossiers import access, acts, queries
from motcua.counter.dossiers.choices import PaperKind, PaperState
from motcua.counter.dossiers.models import Dossier, DossierPaper, IssuedSlip, Result, SentDraft
from motcua.house.office.access import NotAllowed, Request, requires
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import access as files
from motcua.instruments.vault.rules import NoRoom


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _open(request: Request, code: str) -> Dossier:
    """A dossier whose personal data the officer may see whole."""
    dossier = access.open_dossier(request.actor, code, at=request.now, page=request.path)
    if not access.may_read_personal(request.actor, dossier):
        raise NotAllowed("Bạn không được giao xem thông tin cá nhân trong hồ sơ này.")
    return dossier


@requires("dossier.read")
def receipt_pdf(request: Request, code: str) -> HttpResponse:
    """Form 01; numbered on first print if the background work has not done so yet."""
    dossier = _open(request, code)
    if dossier.received_at is None:
        raise Http404
    slip = acts.issue_receipt(dossier, at=request.now)
    return _pdf(printing.render(queries.receipt_paper(dossier, slip, list(dossier.papers.order_by("no")))), "giay-hen")


@requires("dossier.read")
def slip_pdf(request: Request, code: str, slip: UUID) -> HttpResponse:
    """A slip as it was issued."""
    dossier = _open(request, code)
    row = get_object_or_404(IssuedSlip, pk=slip, dossier=dossier)
    return _pdf(printing.render(queries.slip_paper(dossier, row, list(dossier.papers.order_by("no")))), row.kind)


@requires("dossier.read")
def control_slip_pdf(request: Request, code: str) -> HttpResponse:
    """«Phiếu kiểm soát» as it stands now."""
    return _pdf(printing.render(queries.control_slip(_open(request, code), at=request.now)), "phieu-kiem-soat")


@requires("dossier.read")
def draft_pdf(request: Request, code: str) -> HttpResponse:
    """The result as it would be printed now, without a number, marked as a draft."""
    dossier = _open(request, code)
    try:
        paper = acts.trade_of(dossier).draft(dossier, at=request.now)
    except (LookupError, ValueError) as problem:
        messages.error(request, str(problem))
        return redirect("dossiers:detail", code)
    return _pdf(printing.render(replace(paper, is_draft=True)), "du-thao")


@requires("dossier.read")
def sent_draft_pdf(request: Request, code: str, draft: UUID) -> HttpResponse:
    """A draft as it went to the applicant."""
    row = get_object_or_404(SentDraft.objects.select_related("file"), pk=draft, dossier=_open(request, code))
    return files.serve(row.file, row.file.name, inline=True)


@requires("dossier.read")
def result_file(request: Request, code: str, result: UUID) -> HttpResponse:
    """The signed result."""
    dossier = access.open_dossier(request.actor, code, at=request.now, page=request.path)
    if not access.may_read_result(request.actor, dossier):
        raise NotAllowed("Bạn không được giao xem thông tin cá nhân trong hồ sơ này.")
    row = get_object_or_404(Result.objects.select_related("file"), pk=result, dossier=dossier)
    return files.serve(row.file, f"{code}.pdf")


@requires("dossier.read_personal")
def paper_file(request: Request, code: str, paper: UUID) -> HttpResponse:
    """A scan or upload of the applicant's."""
    row = get_object_or_404(DossierPaper.objects.select_related("file"), pk=paper, dossier=_open(request, code))
    if row.file is None:
        raise Http404
    return files.serve(row.file, row.file.name)


@require_POST
@requires("dossier.read")
def paper_change(request: Request, code: str, paper: UUID) -> HttpResponse:
    """Tick a paper, or put its scan in."""
    dossier = access.open_dossier(request.actor, code, at=request.now)
    row = get_object_or_404(DossierPaper.objects.select_related("dossier"), pk=paper, dossier=dossier)
    upload = request.FILES.get("file")
    try:
        files.refuse_too_large(request, "file")
        if upload is not None:
            acts.attach(row, upload=upload, by=request.actor, at=request.now)
        else:
            if (state := request.POST.get("state", "")) not in set(PaperState):
                raise ValueError("Chọn tình trạng của giấy tờ, hoặc chọn tệp.")  # noqa: TRY301  told as all else is
            kind = PaperKind(request.POST.get("kind") or "original")
            acts.set_paper(row, state=PaperState(state), kind=kind, by=request.actor, at=request.now)
    except (ValueError, NoRoom) as problem:
        messages.error(request, str(problem))
    return redirect("dossiers:detail", code)
