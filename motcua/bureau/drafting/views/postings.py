"""Officers' pages of a posting: put before the public, comments read, taken or explained, closed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.base.ui.choices import Tone
from motcua.base.vn import rules as vn
from motcua.bureau.drafting import access, acts, queries
from motcua.bureau.drafting.choices import COMMENT_STATE_NAME, VERDICT_NAME, CommentState, Verdict
from motcua.bureau.drafting.forms import HideForm, Plain, PostingForm, VerdictForm
from motcua.bureau.drafting.models import Comment, Draft, Posting
from motcua.bureau.drafting.views.frame import REFUSALS, asked, draft_url, framed, opened, part
from motcua.house.office.access import Request, requires

COMMENT_TONE = {CommentState.WAITING: Tone.SOON, CommentState.SHOWN: Tone.GOOD, CommentState.HIDDEN: Tone.QUIET}


def posting_url(posting: Posting) -> str:
    """Where a posting's own page is."""
    return reverse("drafting:posting", args=[posting.pk])


@requires(access.WRITE)
def post_page(request: Request, key: UUID) -> HttpResponse:
    """Put the latest version on the portal."""
    draft = opened(request, Draft, key, access.WRITE)
    row = queries.step_row(draft, "posting", on=request.actor.on)
    if row is None:
        lead = "Chưa có dữ liệu về thời gian đăng tải tối thiểu ở cấp này (cần xác nhận)."
    elif row.exists:
        lead = f"Đăng tải ít nhất {row.days} ngày ({vn.basis(row.by)}{'' if row.is_sure else ', cần xác nhận'})."
    else:
        lead = "Ở cấp này không quy định thời gian đăng tải tối thiểu (cần xác nhận)."
    return asked(
        request,
        PostingForm(request.POST or None, initial={"from_on": request.actor.on}),
        lambda found: acts.post(draft, by=request.actor, at=request.now, **found),
        title="Đăng tải dự thảo lấy ý kiến",
        label="Đăng tải",
        done="Đã đăng tải dự thảo.",
        back=draft_url(draft),
        to=posting_url,
        lead=lead,
    )


@requires(access.READ)
def posting_page(request: Request, key: UUID) -> HttpResponse:
    """One posting with everything that came in."""
    posting, draft = access.open_part(request.actor, Posting, key)
    rows = [
        (
            one,
            COMMENT_STATE_NAME[CommentState(one.state)],
            COMMENT_TONE[CommentState(one.state)],
            VERDICT_NAME[Verdict(one.verdict)] if one.verdict else "",
        )
        for one in queries.comments_of(posting)
    ]
    context = framed(
        request,
        "drafts",
        posting=posting,
        draft=draft,
        rows=rows,
        may_work=posting.closed_on is None and access.may(request.actor, access.WRITE, draft.unit_id),
        public_url=reverse("drafting:public_draft", args=[posting.pk]),
        page_title="Đăng tải dự thảo",
    )
    return render(request, "drafting/posting.html", context)


@requires(access.WRITE)
@require_POST
def show_comment(request: Request, key: UUID) -> HttpResponse:
    """Show a comment on the portal: one button."""
    one, _ = part(request, Comment, key, access.WRITE)
    try:
        acts.moderate_comment(one, state=CommentState.SHOWN, reason="", by=request.actor, at=request.now)
        messages.success(request, "Đã đăng góp ý.")
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    return redirect(posting_url(one.posting))


@requires(access.WRITE)
def hide_comment_page(request: Request, key: UUID) -> HttpResponse:
    """Keep a comment off the portal, with the reason."""
    one, _ = part(request, Comment, key, access.WRITE)
    return asked(
        request,
        HideForm(request.POST or None),
        lambda found: acts.moderate_comment(
            one, state=CommentState.HIDDEN, reason=found["reason"], by=request.actor, at=request.now
        ),
        title="Không đăng góp ý này",
        label="Không đăng",
        done="Góp ý được giữ lại, không đăng.",
        back=posting_url(one.posting),
        quoted=one.text,
    )


@requires(access.WRITE)
def comment_verdict_page(request: Request, key: UUID) -> HttpResponse:
    """Take a comment or explain why not."""
    one, _ = part(request, Comment, key, access.WRITE)
    return asked(
        request,
        VerdictForm(request.POST or None, initial={"verdict": one.verdict, "explanation": one.explanation}),
        lambda found: acts.handle_comment(
            one, verdict=Verdict(found["verdict"]), explanation=found["explanation"], by=request.actor, at=request.now
        ),
        title="Tiếp thu, giải trình góp ý",
        label="Lưu",
        done="Đã lưu.",
        back=posting_url(one.posting),
        quoted=one.text,
    )


@requires(access.WRITE)
def close_posting_page(request: Request, key: UUID) -> HttpResponse:
    """End a posting."""
    posting, draft = part(request, Posting, key, access.WRITE)
    return asked(
        request,
        Plain(request.POST if request.method == "POST" else None),
        lambda _: acts.close_posting(posting, by=request.actor, at=request.now),
        title="Kết thúc đăng tải?",
        label="Kết thúc đăng tải",
        done="Đã kết thúc đăng tải.",
        back=posting_url(posting),
        lead=draft.title,
    )
