"""What is late or due: appraisals, opinions, postings, publications, checks, lines of the programme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.choices import CommentState, ItemState, State
from motcua.bureau.drafting.models import Appraisal, Comment, ConsultationRound, Draft, Handling, Posting, Programme
from motcua.bureau.drafting.queries.drafts import item_rows
from motcua.bureau.drafting.queries.law import examination_due, limit, needs_examination


@dataclass(frozen=True)
class Alert:
    """Something to do by a day: to which draft (None: a programme), what, when (None: at once)."""

    what: str
    due_on: date | None
    draft: Draft | None = None
    programme: Programme | None = None
    title: str = ""


def alerts(units: Sequence[UUID], *, on: date) -> tuple[Alert, ...]:
    """Everything that waits, the nearest day first; what is to be done at once comes before all."""
    found = [
        *_appraisals(units),
        *_opinions(units, on),
        *_postings(units, on),
        *_examinations(units, on),
        *_publications(units),
        *_checks(units),
        *_programmes(units, on),
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on or date.min, one.what)))


def _appraisals(units: Sequence[UUID]) -> Iterator[Alert]:
    rows = Appraisal.objects.filter(draft__unit__in=units, signed_at__isnull=True).exclude(draft__state=State.STOPPED)
    for one in rows.select_related("draft").order_by("due_on", "id"):
        state = State(one.draft.state)
        if state == State.APPRAISING:
            yield Alert("Báo cáo thẩm định", one.due_on, one.draft)
        elif state == State.ASKED:
            yield Alert("Kiểm tra hồ sơ thẩm định", None, one.draft)

    signed = Appraisal.objects.filter(draft__unit__in=units, signed_at__isnull=False, sealed_at__isnull=True)
    for one in signed.filter(draft__state__in=rules.BEFORE_ISSUE).select_related("draft").order_by("signed_at", "id"):
        yield Alert("Đóng dấu báo cáo thẩm định", None, one.draft)


def _opinions(units: Sequence[UUID], on: date) -> Iterator[Alert]:
    rows = ConsultationRound.objects.filter(draft__unit__in=units, closed_on__isnull=True)
    for one in rows.select_related("draft").order_by("due_on", "id"):
        what = "Tổng hợp ý kiến" if one.due_on < on else "Hạn trả lời ý kiến"
        yield Alert(what, one.due_on, one.draft)


def _postings(units: Sequence[UUID], on: date) -> Iterator[Alert]:
    rows = Posting.objects.filter(draft__unit__in=units, closed_on__isnull=True).select_related("draft")
    for one in rows.order_by("to_on", "id"):
        what = "Kết thúc đăng tải" if one.to_on < on else "Đang đăng tải"
        yield Alert(what, one.to_on + timedelta(days=1) if one.to_on < on else one.to_on, one.draft)
    waiting = Comment.objects.filter(posting__draft__unit__in=units, state=CommentState.WAITING)
    waiting = waiting.exclude(posting__draft__state=State.STOPPED)
    for draft in Draft.objects.filter(pk__in=waiting.values("posting__draft_id")).order_by("id"):
        yield Alert("Duyệt góp ý trên cổng", None, draft)


def _examinations(units: Sequence[UUID], on: date) -> Iterator[Alert]:
    """Resolutions whose dossier has not gone to the council's board, and boards that have not reported."""
    for draft in Draft.objects.filter(unit__in=units, state=State.SUBMITTED).order_by("meeting_on", "id"):
        if not needs_examination(draft):
            continue
        report = draft.examinations.order_by("-number").first()
        if report is None:
            due = examination_due(draft, on=on) if draft.meeting_on else None
            yield Alert("Gửi hồ sơ thẩm tra", due, draft)
        elif report.reported_on is None:
            yield Alert("Báo cáo thẩm tra", draft.meeting_on, draft)


def _publications(units: Sequence[UUID]) -> Iterator[Alert]:
    for draft in Draft.objects.filter(unit__in=units, state=State.ISSUED).order_by("signed_on", "id"):
        row = limit(draft, "publish", on=draft.signed_on) if draft.signed_on else None
        if row and draft.signed_on:
            yield Alert("Đăng công báo, niêm yết", draft.signed_on + timedelta(days=row.days), draft)
    for one in Handling.objects.filter(draft__unit__in=units, published_on__isnull=True).select_related("draft"):
        row = limit(one.draft, "handling_publish", on=one.decided_on)
        if row:
            yield Alert("Công bố kết quả xử lý", one.decided_on + timedelta(days=row.days), one.draft)


def _checks(units: Sequence[UUID]) -> Iterator[Alert]:
    """Issued texts nobody has checked yet: the issuing body does so at once [79/2025/NĐ-CP, 9]."""
    issued = Draft.objects.filter(unit__in=units, state__in=[State.ISSUED, State.PUBLISHED])
    for draft in issued.filter(checks__isnull=True).order_by("signed_on", "id"):
        yield Alert("Tự kiểm tra văn bản đã ban hành", None, draft)


def _programmes(units: Sequence[UUID], on: date) -> Iterator[Alert]:
    rows = Programme.objects.filter(unit__in=units, year__in=[on.year - 1, on.year])
    for programme in rows.order_by("-year", "id"):
        for row in item_rows(programme, on=on):
            if row.state == ItemState.LATE:
                last = _end(programme.year, row.item.due_month)
                yield Alert("Văn bản trong chương trình chưa soạn thảo", last, None, programme, row.item.title)


def _end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
