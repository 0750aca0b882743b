"""Pages of reviews: the list, the slip, its print, the decision."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.bureau.law_review import access, acts, queries, rules
from motcua.bureau.law_review.choices import PROPOSAL_NAME, STATE_NAME, TRIGGER_NAME, Act, CaseState, Proposal, Trigger
from motcua.bureau.law_review.forms import BeginForm, DecisionForm, OutcomeForm, ReasonForm, SlipForm
from motcua.bureau.law_review.models import ReviewCase
from motcua.bureau.law_review.views.frame import asked, due_words, framed, opened, pdf_response, rights
from motcua.bureau.law_review.views.home import case_row, case_url
from motcua.house.office import queries as office
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import access as files
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import UnitKind

EMPTY, SHOWN = 3, 60


@requires(access.READ)
def cases_page(request: Request) -> HttpResponse:
    """Reviews, oldest first, by state and field."""
    state, field = request.GET.get("trang-thai", ""), request.GET.get("linh-vuc", "")
    units = access.readable_units(request.actor)
    page = queries.case_page(queries.cases(units, state=state, field=field), after=request.GET.get("sau", ""))
    counts = queries.counts(units)
    states = [(one.value, STATE_NAME[one], counts[one.value], one.value == state) for one in CaseState]
    after_url = f"?trang-thai={state}&linh-vuc={field}&sau={page.after}" if page.after else ""
    groups = [ui.WorkGroup(STATE_NAME.get(state, "Tất cả"), [case_row(one) for one in page.rows])]
    context = framed(
        request, "cases", groups=groups if page.rows else [], states=states, state=state, after_url=after_url,
        page_title="Việc rà soát",
    )  # fmt: skip
    return render(request, "law_review/cases.html", context)


@requires(access.READ)
def case_page(request: Request, key: UUID) -> HttpResponse:
    """One review: why, by which chain, the slip, the decision."""
    row = access.open_row(request.actor, ReviewCase, key)
    state = CaseState(row.state)
    lines = [(line, PROPOSAL_NAME[Proposal(line.proposal)]) for line in row.lines.order_by("no")]
    context = framed(
        request,
        "cases",
        row=row,
        unit=unit_name(row),
        state=STATE_NAME[state],
        trigger=TRIGGER_NAME[Trigger(row.trigger)],
        proposal=PROPOSAL_NAME[Proposal(row.proposal)] if row.proposal else "",
        lines=lines,
        reasons=queries.reasons(row),
        taken_back=queries.taken_back(row),
        steps=_steps(row),
        due=due_words(row.due_on, request.actor.on) if row.due_on and state != CaseState.CLOSED else None,
        open={act.value: act in rules.open_acts(rules.CASE, state) for act in Act},
        page_title=row.document.name,
    )
    return render(request, "law_review/case.html", context | rights(request, row))


def _steps(row: ReviewCase) -> str:
    between = len(row.path) - 1
    return (
        f"Văn bản này dựa vào căn cứ đó qua {between} văn bản khác" if between > 0 else "Văn bản này dựa vào căn cứ đó"
    )


@requires(access.WRITE)
def begin_page(request: Request) -> HttpResponse:
    """Begin reviews by field or on request, of documents chosen from a search."""
    agency = office.directory().agency(access.own_unit(request.actor))
    units = queries.owners(agency, request.actor.on)
    field, words = request.GET.get("linh-vuc", ""), request.GET.get("tim", "").strip()
    documents = list(queries.reviewable(units, field=field, words=words)[:SHOWN])
    initial = {"trigger": Trigger.FIELD.value, "topic": field} if field else {}
    form = BeginForm(typed(request), documents=documents, initial=initial)
    return asked(
        request,
        form,
        lambda found: acts.begin_reviews(
            found["documents"],
            trigger=Trigger(found["trigger"]),
            topic=found["topic"],
            reason=found["reason"],
            by=request.actor,
            at=request.now,
        ),
        title="Mở việc rà soát",
        label="Mở việc rà soát",
        done="Đã mở việc rà soát.",
        back=reverse("law_review:cases"),
        current="cases",
        template="law_review/begin.html",
        fields=queries.fields(units),
        field=field,
        words=words,
        shown=SHOWN if len(documents) == SHOWN else 0,
    )


@requires(access.WRITE)
def slip_page(request: Request, key: UUID) -> HttpResponse:
    """Write the slip, provision by provision."""
    row = opened(request, ReviewCase, key, access.WRITE)
    names = ("changed", "opinion", "proposal", "content", "lead", "due_on")
    initial = {name: getattr(row, name) for name in names}
    if not row.changed and row.trigger == Trigger.BASIS:
        initial["changed"] = "\n".join(queries.reasons(row))
    form = SlipForm(typed(request), provisions=_provisions(row), initial=initial)
    return asked(
        request,
        form,
        lambda found: acts.fill_slip(row, _given(found, form), by=request.actor, at=request.now),
        title="Lập phiếu rà soát",
        label="Lưu phiếu, chờ quyết định",
        done="Đã lưu phiếu rà soát.",
        back=case_url(row),
        current="cases",
        kicker=row.document.name,
        row=row,
        template="law_review/slip.html",
    )


def _given(found: dict[str, Any], form: SlipForm) -> acts.SlipGiven:
    return acts.SlipGiven(
        changed=found["changed"],
        opinion=found["opinion"],
        proposal=Proposal(found["proposal"]),
        content=found["content"],
        lead=found["lead"],
        due_on=found["due_on"],
        lines=form.lines(),
    )


def _provisions(row: ReviewCase) -> list[tuple[str, str, str, str]]:
    """What was written; before that, the articles of the text; and room for more."""
    written = [(one.provision, one.basis, one.opinion, one.proposal) for one in row.lines.order_by("no")]
    version = lawbase.current_text(row.document)
    if not written and version is not None:
        articles = version.provisions.filter(kind=UnitKind.ARTICLE).order_by("order")[:SHOWN]
        written = [(f"Điều {one.number}. {one.heading}"[:300], "", "", "") for one in articles]
    return written + [("", "", "", "")] * EMPTY


@requires(access.DECIDE)
def return_page(request: Request, key: UUID) -> HttpResponse:
    """Send the slip back."""
    row = opened(request, ReviewCase, key, access.DECIDE)
    return asked(
        request,
        ReasonForm(typed(request)),
        lambda found: acts.return_review(row, **found, by=request.actor, at=request.now),
        title="Trả lại phiếu rà soát",
        label="Trả lại",
        done="Đã trả lại phiếu rà soát.",
        back=case_url(row),
        current="cases",
        kicker=row.document.name,
    )


@requires(access.DECIDE)
def decide_page(request: Request, key: UUID) -> HttpResponse:
    """Decide on the proposal."""
    row = opened(request, ReviewCase, key, access.DECIDE)
    return asked(
        request,
        DecisionForm(typed(request)),
        lambda found: acts.decide_review(row, **found, by=request.actor, at=request.now),
        title="Quyết định kết quả rà soát",
        label="Quyết định",
        done="Đã quyết định. Phiếu rà soát được giữ như lúc này.",
        back=case_url(row),
        current="cases",
        kicker=row.document.name,
        lead=f"Kiến nghị: {PROPOSAL_NAME[Proposal(row.proposal)]}. Việc này không rút lại được."
        if row.proposal
        else "",
    )


@requires(access.WRITE)
def close_page(request: Request, key: UUID) -> HttpResponse:
    """End the review."""
    row = opened(request, ReviewCase, key, access.WRITE)
    return asked(
        request,
        OutcomeForm(typed(request)),
        lambda found: acts.close_review(row, **found, by=request.actor, at=request.now),
        title="Kết thúc việc rà soát",
        label="Kết thúc",
        done="Đã kết thúc việc rà soát.",
        back=case_url(row),
        current="cases",
        kicker=row.document.name,
    )


@requires(access.READ)
def slip_pdf(request: Request, key: UUID) -> HttpResponse:
    """The slip on paper: kept when decided, else as it stands."""
    row = access.open_row(request.actor, ReviewCase, key)
    if row.file is not None:
        return files.serve(row.file, inline=True)
    return pdf_response(printing.render(queries.slip_paper(row, on=request.actor.on)), "phieu-ra-soat")
