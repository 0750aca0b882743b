"""A citizen's own dossiers: how far each is, what is asked, the papers to download."""

import contextlib
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.base.vn.rules import money
from motcua.counter.dossiers import access, acts, queries, rules
from motcua.counter.dossiers.choices import SLIP_NAME, STATE_NAME, Act, AmendReason, Slip, State
from motcua.faces.portal.templatetags.portal import vi
from motcua.faces.portal.views.frame import framed, title_of, today
from motcua.faces.portal.views.procedures import version_on
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed, Request, requires_account
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import access as files
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault import queries as vault_rows
from motcua.instruments.vault.rules import NoRoom
from motcua.legal.eforms import access as drafts

# States and slips of dossiers.choices, so that a message catalogue finds them.
gettext_noop("Chờ hoàn thiện trước khi tiếp nhận")
gettext_noop("Chờ nộp phí, lệ phí")
gettext_noop("Không tiếp nhận")
gettext_noop("Đã tiếp nhận")
gettext_noop("Đã phân công")
gettext_noop("Đang thẩm tra")
gettext_noop("Chờ bổ sung")
gettext_noop("Đang lấy ý kiến")
gettext_noop("Chờ xác nhận bản dự thảo")
gettext_noop("Đã xác nhận bản dự thảo")
gettext_noop("Chờ phê duyệt")
gettext_noop("Chờ ký")
gettext_noop("Đã ký")
gettext_noop("Từ chối giải quyết")
gettext_noop("Có kết quả")
gettext_noop("Đã rút hồ sơ")
gettext_noop("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
gettext_noop("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")
gettext_noop("Phiếu từ chối tiếp nhận giải quyết hồ sơ")
gettext_noop("Phiếu xin lỗi và hẹn lại ngày trả kết quả")
gettext_noop("Thông báo dừng giải quyết hồ sơ")

TOLD = {
    Act.SUBMIT: gettext_noop("Bạn nộp hồ sơ"),
    Act.RECEIVE: gettext_noop("Hồ sơ được tiếp nhận"),
    Act.ASK_BEFORE: gettext_noop("Cần hoàn thiện trước khi tiếp nhận"),
    Act.RESUBMIT: gettext_noop("Bạn gửi lại hồ sơ"),
    Act.ASK_FEE: gettext_noop("Cần nộp phí, lệ phí"),
    Act.PAY: gettext_noop("Đã nộp phí, lệ phí"),
    Act.DECLINE: gettext_noop("Hồ sơ không được tiếp nhận"),
    Act.TAKE_UP: gettext_noop("Công chức bắt đầu xem xét"),
    Act.ASK_SUPPLEMENT: gettext_noop("Cần bổ sung giấy tờ"),
    Act.SUPPLEMENT: gettext_noop("Đã nhận bổ sung, thời hạn tính lại từ đầu"),
    Act.CONSULT: gettext_noop("Đang hỏi ý kiến cơ quan khác"),
    Act.AMEND: gettext_noop("Nội dung tờ khai được sửa"),
    Act.SEND_DRAFT: gettext_noop("Bản dự thảo kết quả chờ bạn xác nhận"),
    Act.CONFIRM_DRAFT: gettext_noop("Bạn xác nhận bản dự thảo là đúng"),
    Act.CORRECT_DRAFT: gettext_noop("Bạn báo bản dự thảo có chỗ chưa đúng"),
    Act.TAKE_SILENCE: gettext_noop("Hết hạn trả lời, coi như bạn đồng ý với bản dự thảo"),
    Act.PROPOSE: gettext_noop("Đã trình lãnh đạo"),
    Act.SIGN: gettext_noop("Kết quả đã được ký"),
    Act.REFUSE: gettext_noop("Hồ sơ bị từ chối"),
    Act.RELEASE: gettext_noop("Có kết quả"),
    Act.RETURN_RESULT: gettext_noop("Đã trả kết quả"),
    Act.APOLOGISE: gettext_noop("Cơ quan xin lỗi và hẹn lại ngày trả"),
    Act.WITHDRAW: gettext_noop("Hồ sơ được rút"),
    Act.STOP: gettext_noop("Dừng giải quyết"),
}

WHY = {
    AmendReason.MISTYPED: gettext_noop("Nhập sai khi tiếp nhận"),
    AmendReason.ASKED: gettext_noop("Người yêu cầu đề nghị sửa"),
}
"""Why a declaration was amended; another reason is the officer's words alone."""


@requires_account
def mine_page(request: Request) -> HttpResponse:
    """Own dossiers, and applications begun but not sent."""
    rows = [
        (row, STATE_NAME[State(row.state)], queries.law_of(row), _tone(row))
        for row in queries.of_account(_account(request))[:100]
    ]
    kept = drafts.readable_drafts(request.actor, session_key=request.session.session_key or "", at=request.now)
    begun = [(draft, version_on(draft.procedure_code, today(request))) for draft in kept]
    return render(request, "portal/mine.html", framed(request, page_title=_("Hồ sơ của tôi"), rows=rows, drafts=begun))


def _tone(dossier: Any) -> Tone:
    """Gold for what waits for the applicant, blue for what is under way, grey for what is over."""
    if dossier.state in rules.WAITING_FOR_APPLICANT:
        return Tone.SOON
    return Tone.INFO if dossier.is_open else Tone.QUIET


def _account(request: Request) -> UUID:
    if request.actor.account_id is None:
        raise Http404
    return request.actor.account_id


@requires_account
def one_page(request: Request, key: str) -> HttpResponse:
    """One own dossier: what is asked of you, how far it is, when it is due."""
    dossier = access.open_own(request.actor, key)
    state = State(dossier.state)
    asked, reason = _asked(dossier)
    version = queries.law_of(dossier)
    english = {one.key: one.name_en for one in version.papers} | {one.key: one.name_en for one in version.results}
    papers = dossier.papers.select_related("file").order_by("no")
    kept = request.session.get(_shelf(dossier), {})
    context = framed(
        request,
        page_title=title_of(version),
        version=version,
        dossier=dossier,
        state=STATE_NAME[state],
        events=_events(dossier),
        asked=[(item, kept.get(_slot(number, item), {})) for number, item in enumerate(asked, start=1)],
        reason=reason,
        sent=queries.last_draft(dossier) if state == State.CONFIRM_ASKED else None,
        owed=dossier.fee_vnd - dossier.paid_vnd if state == State.FEE_ASKED else 0,
        desk=office.directory().unit(dossier.received_unit_id).name,
        papers=[(paper, english.get(paper.code, "")) for paper in papers],
        results=[(one, english.get(one.kind, "")) for one in dossier.results.all()] if _may_have(dossier) else [],
        slips=[(SLIP_NAME[Slip(slip.kind)], slip) for slip in dossier.slips.order_by("at")],
        looks=list(journal.looks_at("dossier", dossier.pk))[:50],
        may_withdraw=(dossier.state, Act.WITHDRAW) in rules.NEXT,
    )
    return render(request, "portal/one.html", context)


def _asked(dossier: Any) -> tuple[list[str], str]:
    """What the applicant is asked for now, and why; nothing in other states."""
    if supplement := dossier.supplements.filter(answered_at__isnull=True).first():
        return list(supplement.items), supplement.reason
    if dossier.state != State.SUPPLEMENT_BEFORE:
        return [], ""
    slip = dossier.slips.filter(kind=Slip.SUPPLEMENT_REQUEST).order_by("-at").first()
    return (list(slip.content["items"]), str(slip.content.get("reason") or "")) if slip else ([], "")


def _events(dossier: Any) -> list[ui.TimelineEvent]:
    found, entries = [], list(journal.history(dossier))
    mended = _mended(dossier) if any(entry.act == Act.AMEND for entry in entries) else {}
    for entry in entries:
        with contextlib.suppress(ValueError, KeyError):
            note = mended.get(entry.seq) or vi(_why(entry))
            tone = Tone.LATE if entry.act in {Act.APOLOGISE, Act.DECLINE, Act.REFUSE} else Tone.GOOD
            tone = Tone.SOON if entry.act in {Act.ASK_BEFORE, Act.ASK_FEE, Act.ASK_SUPPLEMENT} else tone
            found.append(ui.TimelineEvent(title=_(TOLD[Act(entry.act)]), at=entry.at, note=note, tone=tone))
    return found


def _mended(dossier: Any) -> dict[int, str]:
    """What each amendment of the declaration changed, why, and what it does to the fee, by its place in the record."""
    form, lang = queries.form_of(dossier), "en" if (get_language() or "vi").startswith("en") else "vi"
    if form is None:
        return {}
    told = {}
    for change in queries.changes_of(dossier):
        named = [_(WHY[AmendReason(change.reason)])] if change.reason in WHY else []
        why = ": ".join([*named, *([change.words] if change.words else [])])
        parts = [queries.change_words(form, change, lang=lang), _("Lý do: %(why)s") % {"why": why.rstrip(".")}]
        if change.fee_before_vnd != change.fee_after_vnd:
            fee = {"before": money(change.fee_before_vnd), "after": money(change.fee_after_vnd)}
            parts.append(_("Phí, lệ phí: %(before)s → %(after)s") % fee)
        told[change.seq] = ". ".join(parts) + "."
    return told


def _why(entry: Any) -> str:
    return str(entry.facts.get("reason") or "") if entry.act != Act.SEND_BACK else ""


@require_POST
@requires_account
def answer_request(request: Request, key: str) -> HttpResponse:
    """Send what was asked, a file or a sentence for each thing; only a whole answer moves the dossier on.

    What is good of an answer that is not whole is kept for the next try, files too.
    """
    dossier = access.open_own(request.actor, key)
    asked, _reason = _asked(dossier)
    if not asked:
        return redirect("portal:one", key)
    kept, problems = _kept(request, dossier, asked)
    answers = list(kept.values())
    lacking = [
        item for item, answer in zip(asked, answers, strict=True) if not answer["words"] and not answer.get("file")
    ]
    if lacking and not problems:
        what = vi("; ".join(lacking))
        problems = [format_html(_("Chưa gửi, vì còn thiếu: %(what)s.") % {"what": "{}"}, what)]
    if not problems:
        said = "; ".join(f"{item}: {answer['words']}" for item, answer in zip(asked, answers, strict=True)
                         if answer["words"])  # fmt: skip
        stored = vault_rows.files([answer["file"] for answer in answers if answer.get("file")])
        try:
            acts.answer_asked(dossier, files=stored, words=said[:500], by=request.actor, at=request.now)
        except (ValueError, LookupError, NotAllowed) as problem:
            problems = [vi(str(problem))]
        else:
            del request.session[_shelf(dossier)]
            messages.success(request, _("Đã gửi bổ sung."))
    for sentence in problems:
        messages.error(request, sentence)
    return redirect("portal:one", key)


@require_POST
@requires_account
def confirm_draft(request: Request, key: str) -> HttpResponse:
    """The draft of the result is right."""
    dossier = access.open_own(request.actor, key)
    try:
        acts.confirm_draft(dossier, by=request.actor, at=request.now)
    except ValueError as problem:
        messages.error(request, vi(str(problem)))
    else:
        messages.success(request, _("Đã ghi nhận: bản dự thảo đúng."))
    return redirect("portal:one", key)


@require_POST
@requires_account
def correct_draft(request: Request, key: str) -> HttpResponse:
    """Something in the draft is wrong; what, must be said."""
    dossier = access.open_own(request.actor, key)
    words = request.POST.get("words", "").strip()[:1000]
    if not words:
        messages.error(request, _("Chưa gửi: ghi rõ chỗ chưa đúng và nội dung đúng."))
        return redirect("portal:one", key)
    try:
        acts.correct_draft(dossier, words=words, by=request.actor, at=request.now)
    except ValueError as problem:
        messages.error(request, vi(str(problem)))
    else:
        messages.success(request, _("Đã gửi chỗ chưa đúng cho công chức."))
    return redirect("portal:one", key)


@requires_account
def draft_pdf(request: Request, key: str, draft: UUID) -> HttpResponse:
    """The draft of an own dossier as it was sent."""
    dossier = access.open_own(request.actor, key)
    row = get_object_or_404(dossier.drafts.select_related("file"), pk=draft)
    return files.serve(row.file, row.file.name, inline=True)


def _kept(request: Request, dossier: Any, asked: list[str]) -> tuple[dict[str, dict[str, str]], list[str]]:
    """What was sent now over what was kept before, for each thing asked; and what is wrong with a file."""
    before, kept, problems = request.session.get(_shelf(dossier), {}), {}, []
    for number, item in enumerate(asked, start=1):
        slot, name = _slot(number, item), f"file.{number}"
        words = request.POST.get(f"words.{number}", "").strip()[:300]
        kept[slot] = {**before.get(slot, {}), "words": words}
        try:
            files.refuse_too_large(request, name)
            if upload := request.FILES.get(name):
                file = vault.store(upload, name=upload.name or "", by=request.actor, at=request.now, purpose="paper")
                kept[slot] |= {"file": str(file.pk), "name": file.name}
        except (ValueError, NoRoom) as problem:
            problems.append(vi(f"{item}: {problem}"))
    request.session[_shelf(dossier)] = kept
    return kept, problems


def _shelf(dossier: Any) -> str:
    """Where the session keeps an answer that is not whole yet."""
    return f"answer.{dossier.pk}"


def _slot(number: int, item: str) -> str:
    """The place of one thing asked; another request asks in other words and finds nothing of this one."""
    return f"{number}. {item}"


@requires_account
def withdraw_page(request: Request, key: str) -> HttpResponse:
    """Ask once more, then take the application back."""
    dossier = access.open_own(request.actor, key)
    if request.method == "POST":
        try:
            acts.withdraw(dossier, reason=request.POST.get("reason", "")[:500], by=request.actor, at=request.now)
        except ValueError as problem:
            messages.error(request, vi(str(problem)))
        else:
            messages.success(request, _("Hồ sơ đã được rút."))
        return redirect("portal:one", key)
    return render(request, "portal/withdraw.html", framed(request, page_title=_("Rút hồ sơ"), dossier=dossier))


@requires_account
def slip_pdf(request: Request, key: str, slip: UUID) -> HttpResponse:
    """A receipt or other slip of an own dossier."""
    dossier = access.open_own(request.actor, key)
    row = get_object_or_404(dossier.slips, pk=slip)
    content = printing.render(queries.slip_paper(dossier, row, list(dossier.papers.order_by("no"))))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{row.kind}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _may_have(dossier: Any) -> bool:
    """Whether the result is out: returned, or ready with the fee paid."""
    if dossier.state == State.DONE:
        return bool(dossier.paid_vnd >= dossier.fee_vnd)
    return bool(dossier.state == State.RETURNED)


@requires_account
def result_pdf(request: Request, key: str, result: UUID) -> HttpResponse:
    """The signed result of an own dossier."""
    dossier = access.open_own(request.actor, key)
    if not _may_have(dossier):
        raise Http404
    row = get_object_or_404(dossier.results.select_related("file"), pk=result)
    return files.serve(row.file, f"{dossier.code}.pdf")
