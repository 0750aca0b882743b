"""Pages of systematisation: plan, set, results, lists, reconciliation, publication."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.bureau.law_review import access, acts, loader, queries, rules
from motcua.bureau.law_review.choices import STATE_NAME, STEPS, Act, RoundState
from motcua.bureau.law_review.forms import (
    ApprovalForm,
    ExplainForm,
    Plain,
    PlanForm,
    PlanIssueForm,
    PreviousForm,
    RoundForm,
)
from motcua.bureau.law_review.models import Systematisation
from motcua.bureau.law_review.views import files
from motcua.bureau.law_review.views.frame import (
    MOST_ROWS,
    asked,
    due_words,
    framed,
    opened,
    rights,
)
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name

RECONCILED = (RoundState.LISTED, RoundState.RATIFIED, RoundState.RELEASED)


@requires(access.READ)
def rounds_page(request: Request) -> HttpResponse:
    """Systematisations, newest first."""
    rows = [
        (one, unit_name(one), STATE_NAME[one.state], rules.round_due(loader.regimes(), one.cut_off))
        for one in queries.systematisations(access.readable_units(request.actor))
    ]
    ahead = rules.next_cut_off(loader.cut_offs(), request.actor.on)
    context = framed(request, "rounds", rows=rows, ahead=ahead, page_title="Hệ thống hóa")
    return render(request, "law_review/rounds.html", context)


@requires(access.READ)
def round_page(request: Request, key: UUID) -> HttpResponse:
    """One systematisation: its step, its set, the proof, the lists."""
    row = access.open_row(request.actor, Systematisation, key)
    state, on = RoundState(row.state), request.actor.on
    due_on = rules.round_due(loader.regimes(), row.cut_off)
    found = queries.reconciled(row, on=on) if state in RECONCILED else None
    context = framed(
        request,
        "rounds",
        row=row,
        unit=unit_name(row),
        state=STATE_NAME[state],
        step=STEPS.index(state) + 1,
        steps=len(STEPS),
        due_on=due_on,
        due=None if row.published_on else due_words(due_on, on),
        regime=queries.regime_named(row.regime),
        found=found,
        differences=_differences(found),
        members=queries.members_count(row),
        tables=queries.tables(row) if found else (),
        left_out=len(queries.left_out(row)),
        most=MOST_ROWS,
        open={act.value: act in rules.open_acts(rules.ROUND, state) for act in Act},
        page_title=f"Hệ thống hóa đến {row.cut_off:%d/%m/%Y}",
    )
    return render(request, "law_review/round.html", context | rights(request, row))


def _differences(found: queries.Reconciled | None) -> list[tuple[rules.Difference, str]]:
    """Each difference with its explanation, "" while it waits for one."""
    if found is None:
        return []
    return [(one, found.explanations.get((one.kind.value, one.key), "")) for one in found.differences]


def _url(row: Systematisation) -> str:
    return reverse("law_review:round", args=[row.pk])


@requires(access.WRITE)
def draft_page(request: Request) -> HttpResponse:
    """Begin a systematisation; the next period of five years is proposed."""
    ahead = rules.next_cut_off(loader.cut_offs(), request.actor.on)
    first, last = rules.period_of(loader.regimes(), ahead.on)
    return asked(
        request,
        RoundForm(typed(request), initial={"from_on": first, "cut_off": last}),
        lambda found: acts.draft_round(**found, by=request.actor, at=request.now),
        title="Lập kế hoạch hệ thống hóa văn bản",
        label="Lưu dự thảo kế hoạch",
        done="Đã lưu dự thảo kế hoạch.",
        back=reverse("law_review:rounds"),
        to=_url,
        current="rounds",
        lead="Kỳ 5 năm kế tiếp đã điền sẵn; đổi ngày khi hệ thống hóa ngoài kỳ.",
    )


@requires(access.WRITE)
def edit_page(request: Request, key: UUID) -> HttpResponse:
    """Change the draft of the plan."""
    row = opened(request, Systematisation, key, access.WRITE)
    initial = {name: getattr(row, name) for name in PlanForm.base_fields}
    return asked(
        request,
        PlanForm(typed(request), initial=initial),
        lambda found: acts.edit_round(row, **found, by=request.actor, at=request.now),
        title="Sửa dự thảo kế hoạch",
        label="Lưu",
        done="Đã lưu dự thảo kế hoạch.",
        back=_url(row),
        current="rounds",
    )


@requires(access.DECIDE)
def issue_page(request: Request, key: UUID) -> HttpResponse:
    """Issue the plan."""
    row = opened(request, Systematisation, key, access.DECIDE)
    return asked(
        request,
        PlanIssueForm(typed(request)),
        lambda found: acts.issue_round_plan(row, **found, by=request.actor, at=request.now),
        title="Ban hành kế hoạch hệ thống hóa",
        label="Ban hành",
        done="Đã ban hành kế hoạch.",
        back=_url(row),
        current="rounds",
    )


@requires(access.WRITE)
def previous_page(request: Request, key: UUID) -> HttpResponse:
    """Enter the previous list."""
    row = opened(request, Systematisation, key, access.WRITE)
    return asked(
        request,
        PreviousForm(typed(request)),
        lambda found: acts.enter_previous(row, found["lines"], by=request.actor, at=request.now),
        title="Nhập danh mục văn bản còn hiệu lực kỳ trước",
        label="Thay danh mục kỳ trước",
        done="Đã nhập danh mục kỳ trước. Tập hợp văn bản tiếp theo.",
        back=_url(row),
        current="rounds",
        lead="Chỉ nhập khi kỳ trước chưa công bố trong hệ thống. Danh mục đã nhập trước đó được thay.",
    )


def _step(
    title: str, label: str, done: str, lead: str, do: Callable[..., object]
) -> Callable[[Request, UUID], HttpResponse]:
    """A page that asks whether to go one step on."""

    def page(request: Request, key: UUID) -> HttpResponse:
        row = opened(request, Systematisation, key, access.WRITE)
        return asked(
            request,
            Plain(typed(request)),
            lambda _: do(row, by=request.actor, at=request.now),
            title=title,
            label=label,
            done=done,
            back=_url(row),
            current="rounds",
            lead=lead,
        )

    return page


@requires(access.WRITE)
def gather_page(request: Request, key: UUID) -> HttpResponse:
    """Gather the set."""
    return _step(
        "Tập hợp văn bản",
        "Tập hợp",
        "Đã tập hợp văn bản.",
        "Lấy danh mục còn hiệu lực kỳ trước và văn bản ban hành trong kỳ. Danh mục đã lập trước đó được bỏ.",
        acts.gather,
    )(request, key)


@requires(access.WRITE)
def collect_page(request: Request, key: UUID) -> HttpResponse:
    """Gather the results of reviews."""
    return _step(
        "Tập hợp kết quả rà soát",
        "Tập hợp kết quả",
        "Đã tập hợp kết quả rà soát.",
        "Mọi việc rà soát đã mở đối với văn bản trong tập hợp phải được quyết định trước.",
        acts.collect_results,
    )(request, key)


@requires(access.WRITE)
def lists_page(request: Request, key: UUID) -> HttpResponse:
    """Check again and make the four lists."""
    return _step(
        "Rà soát lại, lập bốn danh mục",
        "Lập danh mục",
        "Đã lập bốn danh mục. Xem bảng đối chiếu.",
        "Danh mục tính từ tập hợp văn bản, hiệu lực trong sổ tại ngày cuối kỳ và kết quả rà soát đã quyết định.",
        acts.make_lists,
    )(request, key)


@requires(access.WRITE)
def explain_page(request: Request, key: UUID) -> HttpResponse:
    """Explain one difference, named in the address."""
    row = opened(request, Systematisation, key, access.WRITE)
    wanted = (request.GET.get("loai", ""), request.GET.get("van-ban", ""))
    found = queries.reconciled(row, on=request.actor.on) if RoundState(row.state) in RECONCILED else None
    one = next((one for one, _ in _differences(found) if (one.kind.value, one.key) == wanted), None)
    if one is None or found is None:
        raise Http404
    return asked(
        request,
        ExplainForm(typed(request), initial={"text": found.explanations.get(wanted, "")}),
        lambda given: acts.explain(row, one, text=given["text"], by=request.actor, at=request.now),
        title="Giải trình chênh lệch",
        label="Lưu giải trình",
        done="Đã lưu giải trình. Văn bản bị sót được bổ sung khi lập lại danh mục.",
        back=_url(row),
        current="rounds",
        kicker=one.words,
        lead=one.name,
    )


@requires(access.DECIDE)
def approve_page(request: Request, key: UUID) -> HttpResponse:
    """Approve the results."""
    row = opened(request, Systematisation, key, access.DECIDE)
    return asked(
        request,
        ApprovalForm(typed(request)),
        lambda found: acts.approve_round(row, **found, by=request.actor, at=request.now),
        title="Phê duyệt kết quả hệ thống hóa",
        label="Phê duyệt",
        done="Đã phê duyệt kết quả.",
        back=_url(row),
        current="rounds",
    )


@requires(access.DECIDE)
def publish_page(request: Request, key: UUID) -> HttpResponse:
    """Publish the results."""
    row = opened(request, Systematisation, key, access.DECIDE)
    return asked(
        request,
        Plain(typed(request)),
        lambda _: acts.publish_round(row, by=request.actor, at=request.now),
        title="Công bố kết quả hệ thống hóa",
        label="Công bố",
        done="Đã công bố. Người dân xem được ngay.",
        back=_url(row),
        current="rounds",
        lead="Bốn danh mục hiện trên trang công khai và bản in được giữ nguyên. Việc này không rút lại được.",
    )


@requires(access.READ)
def round_pdf(request: Request, key: UUID) -> HttpResponseBase:
    """The lists on paper: kept when published, else as they stand."""
    row = access.open_row(request.actor, Systematisation, key)
    return files.printed(row, by=request.actor, on=request.actor.on)


@requires(access.READ)
def round_csv(request: Request, key: UUID, name: str) -> HttpResponse:
    """One list for a spreadsheet."""
    return files.table(access.open_row(request.actor, Systematisation, key), name)


@requires(access.READ)
def round_workbook(request: Request, key: UUID) -> HttpResponse:
    """Every list in one spreadsheet."""
    return files.workbook(access.open_row(request.actor, Systematisation, key))


@requires(access.READ)
def round_word(request: Request, key: UUID) -> HttpResponse:
    """Every list in one Word file, to be edited before it is signed."""
    row = access.open_row(request.actor, Systematisation, key)
    who = queries.signatory(row, by=request.actor, on=request.actor.on)
    return files.word(row, on=request.actor.on, signatory=who)
