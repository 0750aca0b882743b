"""The portal's pages of posted drafts: read by anybody, commented by anybody while the posting is open."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.bureau.drafting import access, acts, loader, queries
from motcua.bureau.drafting.choices import VERDICT_NAME, Verdict
from motcua.bureau.drafting.forms import CommentForm
from motcua.bureau.drafting.models import Posting
from motcua.house.accounts import acts as accounts
from motcua.house.accounts import rules as limits
from motcua.house.accounts.access import address_of as visitor
from motcua.house.office.access import Request, public_page
from motcua.house.office.rules import STRANGER
from motcua.instruments.vault import access as vault

PAGE = 25
_HEAD = re.compile(r"\s*(Điều|Chương|Mục|Phụ lục) [\dIVXLC]+")


def _framed(request: Request, **context: Any) -> dict[str, Any]:
    """Links of the portal's header beside the page's own values."""
    links = (
        (gettext("Kiểm tra kết quả"), "portal:verify"),
        (gettext("Hồ sơ trễ hẹn"), "portal:late"),
        (gettext("Công khai"), "portal:staff"),
        (gettext("Dự thảo lấy ý kiến"), "drafting:public"),
    )
    return {
        "track_url": link("portal:track"),
        "procedures_url": link("portal:procedures"),
        "law_url": link("portal:law"),
        "account_url": link("portal:mine"),
        "login_url": f"{link('account_login')}?next={request.path}",
        "foot_links": [Tab(name, link(page)) for name, page in links],
        **context,
    }


def _on(request: Request) -> Any:
    return request.now.astimezone(queries.VN).date()


@public_page
def public_page_list(request: Request) -> HttpResponse:
    """Drafts open for comments, then those whose time is over."""
    on = _on(request)
    page = Paginator(queries.posted(on), PAGE).get_page(request.GET.get("trang"))
    law = loader.law()
    rows = [(one, law.kind(one.draft.kind).name, is_open(one, on), (one.to_on - on).days) for one in page]
    context = _framed(request, rows=rows, page=page, page_title=gettext("Dự thảo văn bản lấy ý kiến"))
    return render(request, "drafting/public_list.html", context)


def _paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """Each line of the text, and whether it stands out: «Điều 1. …», «Chương II», «QUYẾT ĐỊNH»."""
    for line in filter(str.strip, text.splitlines()):
        yield line, line.isupper() or bool(_HEAD.match(line))


def is_open(posting: Posting, on: Any) -> bool:
    """Whether comments may still come in."""
    return posting.closed_on is None and posting.from_on <= on <= posting.to_on


@public_page
def public_draft_page(request: Request, key: UUID) -> HttpResponse:
    """One posted draft: its text, comments that were read, and the form while it is open.

    Bad input and too many tries lose nothing that was typed.
    """
    on = _on(request)
    posting = access.open_public(key, on=on)
    form = CommentForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = _take(request, posting, form)
        if status == 302:
            messages.success(request, gettext("Đã nhận góp ý. Góp ý được đăng sau khi cơ quan đọc, duyệt."))
            return redirect(reverse("drafting:public_draft", args=[posting.pk]))
    comments = [
        (one, VERDICT_NAME[Verdict(one.verdict)] if one.verdict else "") for one in queries.comments_shown(posting)
    ]
    context = _framed(
        request,
        posting=posting,
        draft=posting.draft,
        kind=loader.law().kind(posting.draft.kind),
        paragraphs=list(_paragraphs(posting.version.text)),
        comments=comments,
        is_open=is_open(posting, on),
        left=(posting.to_on - on).days,
        form=form,
        page_title=posting.draft.title,
    )
    return render(request, "drafting/public_draft.html", context, status=status)


def _take(request: Request, posting: Posting, form: CommentForm) -> int:
    """Try to take the comment in: 302 when taken, else the status with the reason on the form."""
    if not form.is_valid():
        return 422
    try:
        accounts.spend(limits.LOOK_UP, visitor(request), at=request.now)
        acts.comment(posting, acts.CommentGiven(**form.cleaned_data), by=STRANGER, at=request.now)
    except accounts.TooManyTries as refusal:
        form.add_error(None, str(refusal))
        return 429
    except ValueError as refusal:
        form.add_error(None, str(refusal))
        return 422
    return 302


@public_page
def public_file(request: Request, key: UUID) -> HttpResponse:
    """The posted file."""
    posting = access.open_public(key, on=_on(request))
    return vault.serve(posting.version.file)
