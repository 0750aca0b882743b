"""Mending the declaration of an accepted dossier: the form as at intake, why, and what follows from it."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.vn.rules import money
from motcua.counter.dossiers import access, acts, forms, queries, rules
from motcua.counter.dossiers.choices import ACT_NAME, Act, PaperState, Slip
from motcua.counter.dossiers.models import AnswerChange, Dossier
from motcua.counter.dossiers.views.acts import moved_meanwhile
from motcua.counter.dossiers.views.frame import framed
from motcua.house.office.access import NotAllowed, Request, requires
from motcua.legal.eforms import rules as eform_rules

ON_RECEIPT = frozenset({"applicant_name", "personal_number", "phone", "email", "address"})
"""Columns that stand on the receipt in the applicant's hand."""


@requires("dossier.read")
def amend_page(request: Request, code: str) -> HttpResponse:
    """One page: the answers as they are, the reason, the papers and fee that follow. What was typed is never lost."""
    dossier = _open(request, code)
    form = queries.form_of(dossier)
    if form is None:
        raise Http404
    posted = request.method == "POST"
    why = forms.AmendForm(request.POST if posted else None, dossier=dossier, now=request.now)
    raw: Mapping[str, object] = request.POST.dict() if posted else dossier.answers
    ticked = _ticked(request)
    amended = queries.amendment(dossier, form, raw, ticked=ticked)
    is_final = posted and "amend" in request.POST
    if is_final and _is_ready(request, why, amended):
        try:
            change = acts.amend(dossier, answers=raw, papers=ticked, by=request.actor, at=request.now, **_chosen(why))
        except ValueError as problem:
            why.add_error(None, str(problem))
        else:
            messages.success(request, f"{ACT_NAME[Act.AMEND]}: đã xong, hồ sơ {dossier.code}.")
            return redirect(_back(dossier, amended, change))
    elif is_final:
        raw = _with_theirs(request, form, raw, dossier)
        amended = queries.amendment(dossier, form, raw, ticked=ticked)
    context = framed(
        request,
        page_title=ACT_NAME[Act.AMEND],
        dossier=dossier,
        form=form,
        values=raw,
        errors=amended.errors if is_final else {},
        why=why,
        amended=amended,
        problems=amended.problems if posted else (),
        lacking=amended.lacking if is_final and not amended.errors else (),
        papers=[(paper, ticked.get(paper.key, PaperState.MISSING)) for paper in amended.papers],
        gap_vnd=amended.fee_vnd - dossier.paid_vnd,
        over_vnd=dossier.paid_vnd - amended.fee_vnd,
        is_closed_to_act=(dossier.state, Act.AMEND) not in rules.NEXT,
    )
    return render(request, "dossiers/amend.html", context, status=422 if is_final else 200)


def _open(request: Request, code: str) -> Dossier:
    """The dossier, for who may amend it and read the personal data in it."""
    page = request.path if request.method == "GET" else ""
    dossier = access.open_dossier(request.actor, code, at=request.now, page=page)
    access.require(request.actor, Act.AMEND, dossier)
    if not access.may_read_personal(request.actor, dossier):
        raise NotAllowed("Bạn không được giao xem thông tin cá nhân trong hồ sơ này.")
    return dossier


def _ticked(request: Request) -> dict[str, PaperState]:
    """What the officer ticked of the further papers."""
    found = {key.removeprefix("paper."): value for key, value in request.POST.items() if key.startswith("paper.")}
    return {key: PaperState(str(value)) for key, value in found.items() if value in set(PaperState)}


def _is_ready(request: Request, why: forms.AmendForm, amended: queries.Amendment) -> bool:
    """Whether nothing is wrong on the page; a fee that changes must have been seen before it is taken over."""
    if not why.is_valid() or moved_meanwhile(why, why.dossier):
        return False
    if amended.obstacle:
        if not amended.errors and (amended.fee_problem or not amended.changed):
            why.add_error(None, amended.obstacle)
        return False
    after = amended.fee_vnd
    if why.dossier.fee_vnd != after and request.POST.get("fee_told") != str(after):
        why.add_error(None, _fee_change(why.dossier, after))
        return False
    return True


def _fee_change(dossier: Dossier, after: int) -> str:
    """What changes and what is then to be collected or given back."""
    gap = after - dossier.paid_vnd
    then = f"thu thêm {money(gap)}" if gap > 0 else f"trả lại {money(-gap)}" if gap else "không thu thêm, không trả lại"
    return f"Phí, lệ phí đổi từ {money(dossier.fee_vnd)} thành {money(after)}: {then}. Đồng ý thì bấm lần nữa."


def _chosen(why: forms.AmendForm) -> dict[str, Any]:
    return {"reason": why.cleaned_data["reason"], "words": why.cleaned_data["words"]}


def _with_theirs(
    request: Request, form: eform_rules.Form, raw: Mapping[str, object], dossier: Dossier
) -> Mapping[str, object]:
    """What a colleague mended since the page was opened stands in the boxes this officer left as they were."""
    seen = request.POST.get("seen", "")
    if not seen.isdecimal() or int(seen) >= dossier.journal_seq:
        return raw
    typed = eform_rules.clean(form, raw, on=queries.filed_on(dossier)).values
    theirs: dict[str, object] = {}
    for change in queries.changes_of(dossier, after=int(seen)):
        for key in {*change.old, *change.new}:
            if typed.get(key) == change.old.get(key):
                typed[key] = theirs[key] = change.new.get(key, "")
    return eform_rules.merged(form, raw, theirs) if theirs else raw


def _back(dossier: Dossier, amended: queries.Amendment, change: AnswerChange) -> str:
    """The dossier's page with its history; the receipt is offered again where one is out that says otherwise."""
    differs = ON_RECEIPT & set(amended.person) or change.fee_before_vnd != change.fee_after_vnd
    reprint = differs and dossier.slips.filter(kind=Slip.RECEIPT).exists()
    page = reverse("dossiers:detail", args=[dossier.code])
    return f"{page}?phan=history{'&in-lai=1' if reprint else ''}"
