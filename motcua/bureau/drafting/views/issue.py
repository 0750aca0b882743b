"""Pages from submission to publication, and of what follows the issue: checks and handling."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from motcua.bureau.drafting import access, acts, loader, queries, rules
from motcua.bureau.drafting.choices import CheckKind
from motcua.bureau.drafting.choices import HandlingForm as HandlingKind
from motcua.bureau.drafting.forms import (
    AdoptForm,
    CheckForm,
    HandlingForm,
    IssueForm,
    NumberForm,
    PublishForm,
    ReasonForm,
)
from motcua.bureau.drafting.models import Draft, Handling
from motcua.bureau.drafting.views.drafts import agency_name
from motcua.bureau.drafting.views.frame import asked, draft_url, opened, part
from motcua.bureau.drafting.views.opinions import served
from motcua.house.office.access import Request, requires


@requires(access.WRITE)
def submit_page(request: Request, key: UUID) -> HttpResponse:
    """Submit the draft."""
    draft = opened(request, Draft, key, access.WRITE)
    return asked(
        request,
        NumberForm(request.POST or None),
        lambda found: acts.submit(draft, number=found["number"], by=request.actor, at=request.now),
        title="Trình dự thảo: số tờ trình",
        label="Trình",
        done="Đã trình dự thảo.",
        back=draft_url(draft),
        lead=draft.title,
    )


@requires(access.DECIDE)
def return_page(request: Request, key: UUID) -> HttpResponse:
    """Send the draft back."""
    draft = opened(request, Draft, key, access.DECIDE)
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda found: acts.return_draft(draft, reason=found["reason"], by=request.actor, at=request.now),
        title="Trả lại dự thảo để hoàn thiện",
        label="Trả lại",
        done="Đã trả lại dự thảo.",
        back=draft_url(draft),
        lead=draft.title,
    )


@requires(access.DECIDE)
def adopt_page(request: Request, key: UUID) -> HttpResponse:
    """Record the vote."""
    draft = opened(request, Draft, key, access.DECIDE)
    return asked(
        request,
        AdoptForm(request.POST or None, initial={"adopted_on": request.actor.on}),
        lambda found: acts.adopt(draft, by=request.actor, at=request.now, **found),
        title="Ghi kết quả thông qua",
        label="Ghi kết quả",
        done="Dự thảo đã được thông qua.",
        back=draft_url(draft),
        lead=draft.title,
    )


@requires(access.ISSUE)
def issue_page(request: Request, key: UUID) -> HttpResponse:
    """Number the signed text."""
    draft = opened(request, Draft, key, access.ISSUE)
    on = request.actor.on
    effect = queries.limit(draft, "effect", on=on)
    first = rules.earliest_effect(on, effect.days) if effect else None

    def do(found: dict[str, Any]) -> Draft:
        file = found.pop("file")
        return acts.issue(draft, acts.IssueGiven(**found), file=file or None, by=request.actor, at=request.now)

    form = IssueForm(
        request.POST or None,
        request.FILES or None,
        initial={"signed_on": on, "effective_on": first},
        has_symbol=bool(loader.law().kind(draft.kind).symbol),
        is_urgent=draft.is_urgent,
    )
    lead = f"Ký hôm nay thì có hiệu lực sớm nhất từ {first:%d/%m/%Y} ({effect.by})." if effect and first else ""
    return asked(
        request,
        form,
        lambda found: do(dict(found)),
        title="Cấp số, ban hành",
        label="Cấp số",
        done="Đã cấp số, ban hành văn bản.",
        back=draft_url(draft),
        lead=lead,
    )


@requires(access.ISSUE)
def publish_page(request: Request, key: UUID) -> HttpResponse:
    """Record the publication."""
    draft = opened(request, Draft, key, access.ISSUE)
    return asked(
        request,
        PublishForm(request.POST or None, initial={"published_on": request.actor.on}),
        lambda found: acts.publish(draft, by=request.actor, at=request.now, **found),
        title="Ghi đăng công báo, niêm yết",
        label="Ghi",
        done="Đã ghi việc đăng, niêm yết.",
        back=draft_url(draft),
        lead=f"{draft.number} – {draft.title}",
    )


@requires(access.READ)
def issued_file(request: Request, key: UUID) -> HttpResponse:
    """The signed text."""
    return served(access.open_row(request.actor, Draft, key).issued_file)


@requires(access.CHECK)
def check_page(request: Request, key: UUID) -> HttpResponse:
    """Record a check of the issued text."""
    draft = opened(request, Draft, key, access.CHECK)
    form = CheckForm(request.POST or None, initial={"body": agency_name(draft), "checked_on": request.actor.on})

    def do(found: dict[str, Any]) -> object:
        given = acts.CheckGiven(
            kind=CheckKind(found["kind"]),
            body=found["body"],
            checked_on=found["checked_on"],
            number=found["number"],
            found=form.found(),
        )
        return acts.record_check(draft, given, by=request.actor, at=request.now)

    return asked(
        request,
        form,
        do,
        title="Ghi kết quả kiểm tra văn bản",
        label="Ghi kết quả",
        done="Đã ghi kết quả kiểm tra.",
        back=draft_url(draft),
        lead=f"{draft.number} – {draft.title}",
    )


@requires(access.DECIDE)
def handle_page(request: Request, key: UUID) -> HttpResponse:
    """Record how an unlawful text is handled."""
    draft = opened(request, Draft, key, access.DECIDE)
    found_wrong = draft.checks.filter(is_lawful=False).order_by("-checked_on", "-id").first()

    def do(found: dict[str, Any]) -> object:
        given = acts.HandlingGiven(**(found | {"form": HandlingKind(found["form"])}))
        return acts.handle_text(draft, given, check=found_wrong, by=request.actor, at=request.now)

    return asked(
        request,
        HandlingForm(request.POST or None, initial={"body": agency_name(draft), "decided_on": request.actor.on}),
        do,
        title="Xử lý văn bản",
        label="Ghi xử lý",
        done="Đã ghi việc xử lý văn bản. Công bố kết quả trong 3 ngày.",
        back=draft_url(draft),
        lead=f"{draft.number} – {draft.title}",
    )


@requires(access.ISSUE)
def publish_handling_page(request: Request, key: UUID) -> HttpResponse:
    """Record the publication of a handling."""
    made, draft = part(request, Handling, key, access.ISSUE)
    return asked(
        request,
        PublishForm(request.POST or None, initial={"published_on": request.actor.on}),
        lambda found: acts.publish_handling(made, by=request.actor, at=request.now, **found),
        title="Ghi công bố kết quả xử lý",
        label="Ghi",
        done="Đã ghi việc công bố.",
        back=draft_url(draft),
        lead=f"{made.number} – {draft.title}",
    )
