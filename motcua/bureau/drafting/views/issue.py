"""Pages that do one act to a draft, as a table: stopped, submitted, adopted, issued, published, checked, handled.

To add one: its row in `PAGES`, its address in `urls`, its button in `views.drafts`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpResponse

from motcua.base.vn import rules as vn
from motcua.bureau.drafting import access, acts, loader, queries, rules
from motcua.bureau.drafting.choices import Act, CheckKind, Head
from motcua.bureau.drafting.choices import HandlingForm as HandlingKind
from motcua.bureau.drafting.forms import (
    AdoptForm,
    CheckForm,
    ExaminationForm,
    ExaminedForm,
    HandlingForm,
    IssueForm,
    NumberForm,
    PublishForm,
    ReasonForm,
)
from motcua.bureau.drafting.models import Draft, Handling
from motcua.bureau.drafting.views.frame import asked, draft_url, opened, part
from motcua.bureau.drafting.views.opinions import served
from motcua.house.office import queries as office
from motcua.house.office.access import Request, View, requires


def title_of(draft: Draft, on: date) -> str:  # noqa: ARG001  every line under a heading is asked for the day
    """What stands under the heading before the text has a number."""
    return draft.title


def number_of(draft: Draft, on: date) -> str:  # noqa: ARG001
    """What stands there once it has one."""
    return f"{draft.number} – {draft.title}"


def examination_day(draft: Draft, on: date) -> str:
    """The last day for the board's dossier."""
    row = queries.limit(draft, queries.EXAMINATION, on=on)
    if row is None or draft.meeting_on is None:
        return "Ghi ngày khai mạc kỳ họp vào “Ngày dự kiến họp thông qua” của dự thảo trước khi gửi."
    last = queries.examination_due(draft, on=on)
    return f"Chậm nhất ngày {last:%d/%m/%Y}: {row.days} ngày trước ngày khai mạc kỳ họp ({vn.basis(row.by)})."


def first_effect(draft: Draft, on: date) -> str:
    """The earliest day of effect, were it signed today."""
    effect = queries.limit(draft, "effect", on=on)
    first = _earliest(draft, on)
    if not effect or not first:
        return ""
    return f"Ký hôm nay thì có hiệu lực sớm nhất từ {first:%d/%m/%Y} ({vn.basis(effect.by)})."


def _earliest(draft: Draft, on: date) -> date | None:
    effect = queries.limit(draft, "effect", on=on)
    return rules.earliest_effect(on, effect.days) if effect else None


@dataclass(frozen=True)
class Page:
    """One page: who may, its words, its form, what is done with what was typed, the line under its heading."""

    right: str
    title: str
    label: str
    done: str
    form: Callable[[Request, Draft], BaseForm]
    do: Callable[..., object]
    lead: Callable[[Draft, date], str] = title_of


def typed_in(form: type[BaseForm], day: str = "") -> Callable[[Request, Draft], BaseForm]:
    """A form that needs nothing of the draft; `day` is a field that begins as today."""

    def make(request: Request, draft: Draft) -> BaseForm:  # noqa: ARG001
        return form(request.POST or None, initial={day: request.actor.on} if day else {})

    return make


def _issue_form(request: Request, draft: Draft) -> BaseForm:
    on = request.actor.on
    return IssueForm(
        request.POST or None,
        request.FILES or None,
        initial={"signed_on": on, "effective_on": _earliest(draft, on)},
        has_symbol=bool(loader.law().kind(draft.kind).symbol),
        is_urgent=draft.is_urgent,
    )


def _issue(draft: Draft, *, by: Any, at: Any, file: Any = None, **found: Any) -> object:
    return acts.issue(draft, acts.IssueGiven(**found), file=file or None, by=by, at=at)


def _check_form(request: Request, draft: Draft) -> BaseForm:
    return CheckForm(request.POST or None, initial={"body": _agency(draft), "checked_on": request.actor.on})


def _check(draft: Draft, *, by: Any, at: Any, kind: str, **found: Any) -> object:
    wrong = [(head, words) for head in Head if (words := found.pop(head.value).strip())]
    return acts.record_check(draft, acts.CheckGiven(kind=CheckKind(kind), found=wrong, **found), by=by, at=at)


def _handling_form(request: Request, draft: Draft) -> BaseForm:
    return HandlingForm(request.POST or None, initial={"body": _agency(draft), "decided_on": request.actor.on})


def _handle(draft: Draft, *, by: Any, at: Any, form: str, **found: Any) -> object:
    wrong = draft.checks.filter(is_lawful=False).order_by("-checked_on", "-id").first()
    return acts.handle_text(draft, acts.HandlingGiven(form=HandlingKind(form), **found), check=wrong, by=by, at=at)


def _agency(draft: Draft) -> str:
    return office.directory().unit(draft.agency_id).name


PAGES: dict[Act, Page] = {
    Act.STOP: Page(
        access.DECIDE,
        "Dừng soạn thảo",
        "Dừng soạn thảo",
        "Đã dừng soạn thảo.",
        typed_in(ReasonForm),
        acts.stop_draft,
    ),
    Act.REWORK: Page(
        access.WRITE,
        "Soạn thảo lại",
        "Soạn thảo lại",
        "Dự thảo trở lại bước soạn thảo.",
        typed_in(ReasonForm),
        acts.rework,
    ),
    Act.SUBMIT: Page(
        access.WRITE,
        "Trình dự thảo: số tờ trình",
        "Trình",
        "Đã trình dự thảo.",
        typed_in(NumberForm),
        acts.submit,
    ),
    Act.RETURN: Page(
        access.DECIDE,
        "Trả lại dự thảo để hoàn thiện",
        "Trả lại",
        "Đã trả lại dự thảo.",
        typed_in(ReasonForm),
        acts.return_draft,
    ),
    Act.SEND_EXAMINATION: Page(
        access.WRITE,
        "Gửi thẩm tra",
        "Gửi thẩm tra",
        "Đã gửi hồ sơ thẩm tra.",
        typed_in(ExaminationForm, "sent_on"),
        acts.send_for_examination,
        examination_day,
    ),
    Act.RECORD_EXAMINATION: Page(
        access.DECIDE,
        "Ghi báo cáo thẩm tra",
        "Ghi báo cáo",
        "Đã ghi báo cáo thẩm tra.",
        typed_in(ExaminedForm, "reported_on"),
        acts.record_examination,
    ),
    Act.ADOPT: Page(
        access.DECIDE,
        "Ghi kết quả thông qua",
        "Ghi kết quả",
        "Dự thảo đã được thông qua.",
        typed_in(AdoptForm, "adopted_on"),
        acts.adopt,
    ),
    Act.ISSUE: Page(
        access.ISSUE,
        "Cấp số, ban hành",
        "Cấp số",
        "Đã cấp số, ban hành văn bản.",
        _issue_form,
        _issue,
        first_effect,
    ),
    Act.PUBLISH: Page(
        access.ISSUE,
        "Ghi đăng công báo, niêm yết",
        "Ghi",
        "Đã ghi việc đăng, niêm yết.",
        typed_in(PublishForm, "published_on"),
        acts.publish,
        number_of,
    ),
    Act.RECORD_CHECK: Page(
        access.CHECK,
        "Ghi kết quả kiểm tra văn bản",
        "Ghi kết quả",
        "Đã ghi kết quả kiểm tra.",
        _check_form,
        _check,
        number_of,
    ),
    Act.CORRECT: Page(
        access.DECIDE,
        "Xử lý văn bản",
        "Ghi xử lý",
        "Đã ghi việc xử lý văn bản. Công bố kết quả trong 3 ngày.",
        _handling_form,
        _handle,
        number_of,
    ),
}
"""`CORRECT` stands for all three ways of handling an issued text: its form asks which."""


def page(act: Act) -> View:
    """The page of an act: its form; then the act with what was typed."""
    row = PAGES[act]

    def view(request: Request, key: UUID) -> HttpResponse:
        draft = opened(request, Draft, key, row.right)
        return asked(
            request,
            row.form(request, draft),
            lambda found: row.do(draft, by=request.actor, at=request.now, **found),
            title=row.title,
            label=row.label,
            done=row.done,
            back=draft_url(draft),
            lead=row.lead(draft, request.actor.on),
        )

    view.__name__ = view.__qualname__ = f"{act.value}_page"
    view.__doc__ = f"«{row.title}»."
    return requires(row.right)(view)


@requires(access.READ)
def issued_file(request: Request, key: UUID) -> HttpResponse:
    """The signed text."""
    return served(access.open_row(request.actor, Draft, key).issued_file)


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
