"""Pages of the appraisal: the request with its dossier, the eight contents, the report."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from motcua.base.ui.choices import Tone
from motcua.bureau.drafting import access, acts, loader, queries
from motcua.bureau.drafting.choices import CONCLUSION_NAME, JUDGEMENT_NAME, Conclusion, Judgement, State
from motcua.bureau.drafting.forms import OpinionForm, Plain, ReportForm, RequestForm, SealForm
from motcua.bureau.drafting.models import Appraisal, Draft
from motcua.bureau.drafting.views.frame import asked, draft_url, framed, opened, part
from motcua.bureau.drafting.views.home import due_words
from motcua.bureau.drafting.views.opinions import served, shown_pdf
from motcua.house.office import queries as office
from motcua.house.office.access import Request, requires
from motcua.instruments.printing import queries as printing

JUDGEMENT_TONE = {
    Judgement.FIT: Tone.GOOD,
    Judgement.MEND: Tone.SOON,
    Judgement.UNFIT: Tone.LATE,
    Judgement.APART: Tone.QUIET,
}


def appraisal_url(appraisal: Appraisal) -> str:
    """Where an appraisal's own page is."""
    return reverse("drafting:appraisal", args=[appraisal.pk])


@requires(access.WRITE)
def request_page(request: Request, key: UUID) -> HttpResponse:
    """Send the draft to the appraiser with its dossier, or complete one that was sent back."""
    draft = opened(request, Draft, key, access.WRITE)
    open_one = draft.appraisals.filter(signed_at__isnull=True).first()
    form = RequestForm(
        request.POST or None,
        request.FILES or None,
        papers=loader.law().papers_on(request.actor.on),
        held=list(open_one.papers.values_list("key", flat=True)) if open_one else (),
        initial={"letter": open_one.letter if open_one else ""},
    )
    return asked(
        request,
        form,
        lambda found: acts.request_appraisal(
            draft, letter=found["letter"], papers=form.given(), by=request.actor, at=request.now
        ),
        title="Gửi đề nghị thẩm định",
        label="Gửi thẩm định",
        done="Đã gửi đề nghị thẩm định.",
        back=draft_url(draft),
        to=appraisal_url,
        lead=draft.title,
        template="drafting/request.html",
    )


@requires(access.READ)
def appraisal_page(request: Request, key: UUID) -> HttpResponse:
    """One appraisal: dossier, what the machine found, what the appraiser judged, the report."""
    appraisal, draft = access.open_part(request.actor, Appraisal, key)
    on, law = request.actor.on, loader.law()
    missing = queries.missing_papers(appraisal)
    held = {one.key: one for one in appraisal.papers.select_related("file")}
    may_appraise = access.may(request.actor, access.APPRAISE, draft.unit_id)
    contents = _contents(appraisal, draft, on=on)
    context = framed(
        request,
        "drafts",
        row=appraisal,
        draft=draft,
        kind=law.kind(draft.kind),
        papers=[(one, held.get(one.key)) for one in law.papers_on(queries.day_of(appraisal.requested_at))],
        missing=missing,
        asked=[one.name for one in law.papers_on(queries.day_of(appraisal.requested_at)) if one.key in appraisal.asked],
        contents=contents,
        written=sum(bool(one["judgement"]) for one in contents),
        due=due_words(appraisal.due_on, on=on) if appraisal.due_on and not appraisal.signed_at else None,
        conclusion=CONCLUSION_NAME[Conclusion(appraisal.conclusion)] if appraisal.conclusion else "",
        is_asked=State(draft.state) == State.ASKED and appraisal.signed_at is None,
        is_open=State(draft.state) == State.APPRAISING and appraisal.signed_at is None,
        is_own=draft.created_account is not None and draft.created_account == request.actor.account_id,
        may_appraise=may_appraise,
        may_decide=access.may(request.actor, access.DECIDE, draft.unit_id),
        may_seal=bool(appraisal.signed_at and not appraisal.sealed_at)
        and access.may(request.actor, access.ISSUE, draft.unit_id),
        page_title=f"Thẩm định lần {appraisal.number}",
    )
    return render(request, "drafting/appraisal.html", context)


def _contents(appraisal: Appraisal, draft: Draft, *, on: Any) -> list[dict[str, Any]]:
    """Each content with its items, the machine's findings (kept ones once judged), and the appraiser's word."""
    found = queries.machine_findings(draft, on=on)
    written = {one.content: one for one in appraisal.opinions.all()}
    rows = []
    for one in loader.law().examined():
        opinion = written.get(one.key)
        seen: list[Any] = list(opinion.machine) if opinion else list(found.under(one.key))
        judgement = Judgement(opinion.judgement) if opinion else None
        rows.append(
            {
                "content": one,
                "titled": f"{one.key}. {one.name}",
                "found": seen,
                "missed": [] if appraisal.signed_at else found.missed(one.key),
                "opinion": opinion,
                "judgement": JUDGEMENT_NAME[judgement] if judgement else "",
                "tone": JUDGEMENT_TONE[judgement] if judgement else Tone.QUIET,
            }
        )
    return rows


@requires(access.APPRAISE)
def ask_missing_page(request: Request, key: UUID) -> HttpResponse:
    """Send the dossier back with everything that is missing."""
    appraisal, _ = part(request, Appraisal, key, access.APPRAISE)
    missing = queries.missing_papers(appraisal)
    return asked(
        request,
        Plain(request.POST if request.method == "POST" else None),
        lambda _: acts.ask_missing(appraisal, by=request.actor, at=request.now),
        title="Yêu cầu bổ sung hồ sơ thẩm định?",
        label="Yêu cầu bổ sung",
        done="Đã yêu cầu bổ sung hồ sơ.",
        back=appraisal_url(appraisal),
        lead="Chỉ yêu cầu một lần, nêu hết giấy tờ còn thiếu.",
        quoted="\n".join(f"– {row.name}" for row in missing),
    )


@requires(access.APPRAISE)
def receive_page(request: Request, key: UUID) -> HttpResponse:
    """Take in the full dossier."""
    appraisal, draft = part(request, Appraisal, key, access.APPRAISE)
    return asked(
        request,
        Plain(request.POST if request.method == "POST" else None),
        lambda _: acts.receive_dossier(appraisal, by=request.actor, at=request.now),
        title="Nhận hồ sơ thẩm định?",
        label="Nhận hồ sơ",
        done="Đã nhận hồ sơ thẩm định.",
        back=appraisal_url(appraisal),
        lead=draft.title,
    )


@requires(access.APPRAISE)
def opinion_page(request: Request, key: UUID, content: str) -> HttpResponse:
    """Judge one content."""
    appraisal, draft = part(request, Appraisal, key, access.APPRAISE)
    contents = {row["content"].key: row for row in _contents(appraisal, draft, on=request.actor.on)}
    row = contents.get(content.upper())
    if row is None:
        return served(None)
    opinion = row["opinion"]
    initial = {"judgement": opinion.judgement, "text": opinion.text} if opinion else {}
    return asked(
        request,
        OpinionForm(request.POST or None, initial=initial),
        lambda found: acts.write_opinion(
            appraisal,
            content.upper(),
            judgement=Judgement(found["judgement"]),
            text=found["text"],
            by=request.actor,
            at=request.now,
        ),
        title=f"{content.upper()}. {row['content'].name}",
        label="Lưu ý kiến",
        done="Đã lưu ý kiến thẩm định.",
        back=f"{appraisal_url(appraisal)}#noi-dung-{content.upper()}",
        template="drafting/opinion.html",
        content_row=row,
    )


@requires(access.DECIDE)
def report_page(request: Request, key: UUID) -> HttpResponse:
    """Conclude and sign the report."""
    appraisal, draft = part(request, Appraisal, key, access.DECIDE)
    return asked(
        request,
        ReportForm(request.POST or None),
        lambda found: acts.sign_report(
            appraisal,
            number=found["number"],
            conclusion=Conclusion(found["conclusion"]),
            conclusion_words=found["conclusion_words"],
            pin=found["pin"],
            by=request.actor,
            at=request.now,
        ),
        title="Kết luận, ký báo cáo thẩm định",
        label="Ký báo cáo",
        done="Đã ký báo cáo thẩm định.",
        back=appraisal_url(appraisal),
        lead=draft.title,
        look_url=reverse("drafting:report_pdf", args=[appraisal.pk]),
        look_words="Xem dự thảo báo cáo trước khi ký",
    )


@requires(access.ISSUE)
def seal_page(request: Request, key: UUID) -> HttpResponse:
    """Put the office's own signature after the head's."""
    appraisal, draft = part(request, Appraisal, key, access.ISSUE)
    return asked(
        request,
        SealForm(request.POST if request.method == "POST" else None),
        lambda found: acts.seal_report(appraisal, pin=found["pin"], by=request.actor, at=request.now),
        title="Đóng dấu báo cáo thẩm định?",
        label="Đóng dấu",
        done="Đã đóng dấu báo cáo thẩm định.",
        back=appraisal_url(appraisal),
        lead=f"Báo cáo {appraisal.report_number}, {appraisal.signed_by} ký. {draft.title}",
        look_url=reverse("drafting:report_pdf", args=[appraisal.pk]),
        look_words="Xem báo cáo trước khi đóng dấu",
    )


@requires(access.READ)
def report_pdf(request: Request, key: UUID) -> HttpResponse:
    """The report: as signed, else printed from what is written so far, marked as a draft."""
    appraisal, draft = access.open_part(request.actor, Appraisal, key)
    if appraisal.report is not None:
        return served(appraisal.report)
    on = request.actor.on
    unit = office.continuing(office.directory().unit(draft.unit_id), on)
    capacity = office.signing_capacity(request.actor.officer_id, unit, on) if request.actor.officer_id else None
    signatory = queries.signatory(draft, request.actor.name, capacity)
    return shown_pdf(
        printing.render(queries.report_paper(appraisal, signatory=signatory, on=on)), "du-thao-bao-cao-tham-dinh.pdf"
    )


@requires(access.READ)
def paper_file(request: Request, key: UUID, name: str) -> HttpResponse:
    """A paper of the dossier."""
    appraisal, _ = access.open_part(request.actor, Appraisal, key)
    return served(get_object_or_404(appraisal.papers.select_related("file"), key=name).file)
