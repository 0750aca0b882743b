"""Lists and single rows: drafts by state, programmes with where each line stands, postings for the portal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.choices import CommentState, Conclusion, ItemState, State
from motcua.bureau.drafting.models import (
    Answer,
    Appraisal,
    Comment,
    ConsultationRound,
    Draft,
    Posting,
    Programme,
    ProgrammeItem,
    Recipient,
)

PAGE = 25


@dataclass(frozen=True)
class DraftPage:
    """Drafts of one page, and the key after which the next begins ("" at the end)."""

    rows: tuple[Draft, ...]
    after: str


def drafts(units: Sequence[UUID], *, state: str = "", after: str = "") -> DraftPage:
    """Drafts of these units, newest first, of one state when named."""
    rows = Draft.objects.filter(unit__in=units).order_by("-id")
    if state:
        rows = rows.filter(state=state)
    try:
        rows = rows.filter(id__lt=UUID(after)) if after else rows
    except ValueError:
        rows = rows.none()
    found = list(rows[: PAGE + 1])
    return DraftPage(tuple(found[:PAGE]), str(found[PAGE - 1].pk) if len(found) > PAGE else "")


def counts(units: Sequence[UUID]) -> dict[str, int]:
    """How many drafts stand in each state; states without any are left out."""
    rows = Draft.objects.filter(unit__in=units).order_by().values("state").annotate(n=Count("id"))
    return {str(row["state"]): int(row["n"]) for row in rows}


@dataclass(frozen=True)
class ItemRow:
    """A line of the programme, where it stands on the day, and its draft if there is one."""

    item: ProgrammeItem
    state: ItemState
    draft: Draft | None


def item_rows(programme: Programme, *, on: date) -> tuple[ItemRow, ...]:
    """The lines in their order."""
    found = []
    for item in programme.items.prefetch_related("drafts").order_by("number"):
        draft = max(item.drafts.all(), key=lambda one: one.pk, default=None)
        state = rules.item_state(
            dropped=bool(item.dropped_reason),
            due_month=item.due_month,
            year=programme.year,
            draft=State(draft.state) if draft else None,
            on=on,
        )
        found.append(ItemRow(item, state, draft))
    return tuple(found)


def programmes(units: Sequence[UUID]) -> QuerySet[Programme]:
    """Programmes of these units, the latest year first."""
    rows = Programme.objects.filter(unit__in=units).select_related("agency").annotate(lines=Count("items"))
    return rows.order_by("-year", "agency__path")


def open_items(units: Sequence[UUID]) -> QuerySet[ProgrammeItem]:
    """Lines that have no draft yet, for the form that begins one."""
    busy = Draft.objects.filter(item__isnull=False).exclude(state=State.STOPPED).values("item_id")
    rows = ProgrammeItem.objects.filter(programme__unit__in=units, dropped_reason="").exclude(pk__in=busy)
    return rows.select_related("programme").order_by("-programme__year", "number")


def recipients(one: ConsultationRound) -> QuerySet[Recipient]:
    """Whom the round asked, with their answers."""
    return one.recipients.prefetch_related("answers__file").order_by("number")


def handled(one: ConsultationRound) -> tuple[int, int, int]:
    """Recipients asked, recipients that answered, opinions without a verdict."""
    asked = one.recipients.count()
    answered = one.recipients.filter(answers__isnull=False).distinct().count()
    return asked, answered, Answer.objects.filter(recipient__round=one, verdict="").count()


def held_up(draft: Draft) -> str:
    """What the signed report keeps from being submitted, as the refusal says it; empty when the report lets it go."""
    report, version = _report(draft), draft.versions.order_by("-number").first()
    if report is None or version is None or report.signed_at is None:
        return ""
    is_newer = version.added_at > report.signed_at
    conclusion = Conclusion(report.conclusion)
    try:
        rules.refuse_to_submit(State(draft.state), needs_appraisal=False, conclusion=conclusion, is_newer=is_newer)
    except rules.NotThatWay as reason:
        return str(reason)
    return ""


def report_asks_mending(draft: Draft) -> bool:
    """Whether the signed report lets the draft go once it is mended."""
    report = _report(draft)
    return report is not None and report.conclusion == Conclusion.AFTER_MENDING


def _report(draft: Draft) -> Appraisal | None:
    return draft.appraisals.filter(signed_at__isnull=False).order_by("-number").first()


def posted(on: date) -> QuerySet[Posting]:
    """What the portal shows: open postings by their last day, then the latest closed ones."""
    rows = Posting.objects.filter(from_on__lte=on).exclude(draft__state=State.STOPPED)
    rows = rows.select_related("draft__agency").annotate(
        shown=Count("comments", filter=Q(comments__state=CommentState.SHOWN))
    )
    return rows.order_by("-to_on", "-id")


def comments_shown(posting: Posting) -> QuerySet[Comment]:
    """Comments anybody may read, oldest first; names are not among what the page shows."""
    return posting.comments.filter(state=CommentState.SHOWN).order_by("at", "id")


def comments_of(posting: Posting) -> QuerySet[Comment]:
    """All comments for the officer, those waiting to be read first."""
    return posting.comments.order_by("at", "id")
