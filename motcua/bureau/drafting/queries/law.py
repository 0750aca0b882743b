"""What the law says of one draft on a day: competence, limits, the due day of the report, what a dossier lacks."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import loader, rules
from motcua.bureau.drafting.models import Appraisal, Draft
from motcua.house.office import queries as office

EXAMINATION = "examination_dossier"
BEFORE_ISSUE = (
    ("appraisal_dossier", "Gửi hồ sơ thẩm định"),
    ("appraisal_report", "Gửi báo cáo thẩm định"),
    (EXAMINATION, "Gửi hồ sơ thẩm tra"),
)
"""Steps counted back from the meeting or on from what was done, with their names."""


def level_of(draft: Draft) -> str:
    """The level of the body that issues the text: its agency's."""
    return office.directory().unit(draft.agency_id).level


def day_of(at: datetime) -> date:
    """The Vietnamese day of a moment."""
    return at.astimezone(VN).date()


def competence(draft: Draft, *, on: date) -> rules.Answer:
    """May this body issue this kind on this day, and why not."""
    return loader.law().may_issue(draft.kind, level_of(draft), on)


def limit(draft: Draft, key: str, *, on: date) -> rules.LimitRow | None:
    """The limit of a step for this draft; None where the law lays none down."""
    found = loader.law()
    return found.limit(key, kind=draft.kind, level=level_of(draft), on=on, urgent=draft.is_urgent)


def step_row(draft: Draft, key: str, *, on: date) -> rules.LimitRow | None:
    """The row of a step, also one that says the step does not exist."""
    found = loader.law()
    return found.step_row(key, kind=draft.kind, level=level_of(draft), on=on, urgent=draft.is_urgent)


def needs_appraisal(draft: Draft, *, on: date) -> bool:
    """Whether this text is appraised before it is submitted."""
    return loader.law().needs_appraisal(kind=draft.kind, level=level_of(draft), on=on)


def report_due(draft: Draft, *, at: datetime) -> date:
    """The day the appraisal report is due when the full dossier comes in at this moment.

    Refuses: NotThatWay where it counts from a meeting without a day. Raises CalendarMissing.
    """
    row = limit(draft, "appraisal_report", on=at.astimezone(VN).date())
    if row is None:
        raise rules.NotThatWay("Ở cấp này, văn bản không qua thẩm định.")
    return rules.due_on(
        row,
        began_at=at,
        meeting_on=draft.meeting_on,
        calendar=worktime_files.calendar(),
        hours=worktime_files.hours(office.directory().unit(draft.unit_id).code),
    )


def missing_papers(appraisal: Appraisal) -> tuple[rules.PaperRow, ...]:
    """Papers the dossier must have and has not, by the law of the day it was asked for."""
    rows = loader.law().papers_on(appraisal.requested_at.astimezone(VN).date())
    return rules.missing_papers(rows, list(appraisal.papers.values_list("key", flat=True)))


def effect_faults(
    draft: Draft, signed_on: date, effective_on: date, *, reason: str = ""
) -> tuple[rules.EffectFault, ...]:
    """What is wrong with a day of effect for this draft."""
    return rules.effect_faults(
        signed_on=signed_on,
        effective_on=effective_on,
        least=limit(draft, "effect", on=signed_on),
        is_urgent=draft.is_urgent,
        reason=reason,
    )


def needs_examination(draft: Draft) -> bool:
    """Whether a board of the council examines it before the vote: resolutions, where a limit is laid down for it."""
    return limit(draft, EXAMINATION, on=draft.submitted_on or draft.planned_on) is not None


def examination_due(draft: Draft, *, on: date) -> date | None:
    """The last day on which the board must have the dossier; None where none is laid down.

    Refuses: NotThatWay without the day of the session. Raises CalendarMissing.
    """
    row = limit(draft, EXAMINATION, on=on)
    if row is None:
        return None
    if draft.meeting_on is None:
        raise rules.NotThatWay("Ghi ngày khai mạc kỳ họp vào ngày dự kiến họp: thời hạn thẩm tra tính ngược từ đó.")
    return rules.latest_before(draft.meeting_on, row.days, worktime_files.calendar())


def issuer_of(draft: Draft) -> str:
    """The body in whose name the text is issued: «Hội đồng nhân dân phường Tam Kỳ»."""
    agency = office.directory().unit(draft.agency_id).name
    body = loader.law().kind(draft.kind).body
    for start in ("Ủy ban nhân dân ", "Hội đồng nhân dân "):
        if agency.startswith(start):
            return f"{body} {agency.removeprefix(start)}"
    return agency


@dataclass(frozen=True)
class Milestone:
    """A day the procedure asks for: what, when (None: not to be told), how it is counted, on which text; when done."""

    name: str
    on: date | None
    how: str
    row: rules.LimitRow
    done_on: date | None = None


def milestones(draft: Draft, *, on: date) -> tuple[Milestone, ...]:
    """Days of this draft's procedure, counted back from the meeting or on from what was done."""
    found: list[Milestone] = []
    calendar = worktime_files.calendar()
    for key, name in BEFORE_ISSUE:
        row = limit(draft, key, on=on)
        if row is None:
            continue
        if row.anchor == rules.BEFORE_MEETING:
            day = rules.latest_before(draft.meeting_on, row.days, calendar) if draft.meeting_on else None
            words = f"chậm nhất {row.days} ngày trước ngày họp"
            found.append(Milestone(name, day, words, row, _done(draft, key)))
        else:
            day = next((one.due_on for one in draft.appraisals.order_by("-number")), None)
            words = f"{row.days} ngày kể từ ngày nhận đủ hồ sơ"
            found.append(Milestone(name, day, words, row, _done(draft, key)))
    signed = draft.signed_on or draft.planned_on
    effect, publish = limit(draft, "effect", on=signed), limit(draft, "publish", on=signed)
    copy = limit(draft, "check_copy", on=signed)
    words = "ngày ký" if draft.signed_on else "ngày dự kiến ban hành"
    if effect:
        first = rules.earliest_effect(signed, effect.days)
        found.append(Milestone("Có hiệu lực sớm nhất", first, f"{effect.days} ngày sau {words}", effect))
    for row, name, done_on in (
        (publish, "Đăng công báo, niêm yết", draft.published_on),
        (copy, "Gửi văn bản để kiểm tra", None),
    ):
        if row:
            day = rules.earliest_effect(signed, row.days)
            found.append(Milestone(name, day, f"{row.days} ngày sau {words}", row, done_on))
    return tuple(found)


def _done(draft: Draft, key: str) -> date | None:
    """When a step before issue was last done."""
    if key == EXAMINATION:
        return draft.examinations.order_by("number").values_list("sent_on", flat=True).last()
    latest = draft.appraisals.order_by("-number").first()
    if latest is None:
        return None
    at = latest.signed_at if key == "appraisal_report" else latest.requested_at
    return day_of(at) if at else None
