"""Pages of opinion rounds: sent, answered, taken or explained, closed; and the printed table of them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.vn import rules as vn
from motcua.bureau.drafting import access, acts, queries
from motcua.bureau.drafting.choices import VERDICT_NAME, Verdict
from motcua.bureau.drafting.forms import AnswerForm, Plain, RoundForm, VerdictForm
from motcua.bureau.drafting.models import Answer, ConsultationRound, Draft, Recipient
from motcua.bureau.drafting.views.frame import asked, draft_url, framed, opened, part
from motcua.house.office.access import Request, requires
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import access as vault


def round_url(one: ConsultationRound) -> str:
    """Where a round's own page is."""
    return reverse("drafting:round", args=[one.pk])


@requires(access.WRITE)
def open_round_page(request: Request, key: UUID) -> HttpResponse:
    """Send the latest version for opinions."""
    draft = opened(request, Draft, key, access.WRITE)
    on = request.actor.on
    least = queries.limit(draft, "consult", on=on)

    def do(found: dict[str, Any]) -> ConsultationRound:
        given = found | {name: found[name].splitlines() for name in ("agencies", "affected")}
        return acts.open_round(draft, acts.RoundGiven(**given), by=request.actor, at=request.now)

    return asked(
        request,
        RoundForm(request.POST or None, initial={"sent_on": on}),
        do,
        title="Gửi lấy ý kiến",
        label="Gửi lấy ý kiến",
        done="Đã ghi đợt lấy ý kiến.",
        back=draft_url(draft),
        to=round_url,
        lead=f"Nơi được hỏi có ít nhất {least.days} ngày để trả lời ({vn.basis(least.by)})." if least else "",
    )


@requires(access.READ)
def round_page(request: Request, key: UUID) -> HttpResponse:
    """One round: whom, what they answered, what became of it."""
    one, draft = access.open_part(request.actor, ConsultationRound, key)
    rows = [
        (
            recipient,
            [
                (answer, queries.opinion_words(answer), VERDICT_NAME[Verdict(answer.verdict)] if answer.verdict else "")
                for answer in sorted(recipient.answers.all(), key=lambda answer: answer.number)
            ],
        )
        for recipient in queries.recipients(one)
    ]
    asked_count, answered, open_count = queries.handled(one)
    context = framed(
        request,
        "drafts",
        one=one,
        draft=draft,
        rows=rows,
        asked=asked_count,
        answered=answered,
        open_count=open_count,
        may_work=one.closed_on is None and access.may(request.actor, access.WRITE, draft.unit_id),
        page_title=f"Lấy ý kiến đợt {one.number}",
    )
    return render(request, "drafting/round.html", context)


@requires(access.WRITE)
def answer_page(request: Request, key: UUID) -> HttpResponse:
    """Record what a recipient answered."""
    recipient, _ = part(request, Recipient, key, access.WRITE)

    def do(found: dict[str, Any]) -> Answer:
        file = found.pop("file")
        given = acts.AnswerGiven(**found)
        return acts.record_answer(recipient, given, file=file or None, by=request.actor, at=request.now)

    return asked(
        request,
        AnswerForm(request.POST or None, request.FILES or None, initial={"answered_on": request.actor.on}),
        lambda found: do(dict(found)),
        title="Ghi ý kiến",
        label="Ghi ý kiến",
        done="Đã ghi ý kiến.",
        back=round_url(recipient.round),
        lead=recipient.name,
    )


@requires(access.WRITE)
def verdict_page(request: Request, key: UUID) -> HttpResponse:
    """Take an opinion or explain why not."""
    answer, _ = part(request, Answer, key, access.WRITE)
    initial = {"verdict": answer.verdict, "explanation": answer.explanation}
    return asked(
        request,
        VerdictForm(request.POST or None, initial=initial),
        lambda found: acts.handle_answer(
            answer,
            verdict=Verdict(found["verdict"]),
            explanation=found["explanation"],
            by=request.actor,
            at=request.now,
        ),
        title="Tiếp thu, giải trình ý kiến",
        label="Lưu",
        done="Đã lưu.",
        back=round_url(answer.recipient.round),
        lead=answer.recipient.name,
        quoted=queries.opinion_words(answer),
    )


@requires(access.WRITE)
def close_round_page(request: Request, key: UUID) -> HttpResponse:
    """End a round."""
    one, _ = part(request, ConsultationRound, key, access.WRITE)
    return asked(
        request,
        Plain(request.POST if request.method == "POST" else None),
        lambda _: acts.close_round(one, by=request.actor, at=request.now),
        title=f"Kết thúc lấy ý kiến đợt {one.number}?",
        label="Kết thúc lấy ý kiến",
        done="Đã kết thúc lấy ý kiến.",
        back=round_url(one),
        to=draft_url,
        lead="Sau khi kết thúc, ý kiến và nội dung tiếp thu, giải trình của đợt này không sửa được nữa.",
    )


@requires(access.READ)
def answer_file(request: Request, key: UUID) -> HttpResponse:
    """The file of an answer."""
    answer, _ = access.open_part(request.actor, Answer, key)
    return served(answer.file)


def served(file: Any) -> HttpResponse:
    """A kept file, or not found where there is none. Refuses: Http404."""
    if file is None:
        raise Http404
    return vault.serve(file, inline=True)


@requires(access.READ)
def opinions_pdf(request: Request, key: UUID) -> HttpResponse:
    """«Bản tổng hợp, tiếp thu, giải trình ý kiến», printed as it stands."""
    draft = access.open_row(request.actor, Draft, key)
    pdf = printing.render(queries.opinions_paper(draft, on=request.actor.on))
    return shown_pdf(pdf, "tong-hop-y-kien.pdf")


def shown_pdf(pdf: bytes, name: str) -> HttpResponse:
    """A paper made just now, shown by the browser."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
