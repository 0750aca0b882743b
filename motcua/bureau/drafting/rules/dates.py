"""Days of the procedure: limits backwards from the meeting, forwards from receipt; the earliest day of effect."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.base.states import NotThatWay
from motcua.base.vn.rules import basis
from motcua.base.worktime import rules as worktime
from motcua.base.worktime.rules import Calendar, Hours, Limit
from motcua.bureau.drafting.rules.law import LimitRow

BEFORE_MEETING = "before_meeting"


def latest_before(meeting_on: date, days: int, calendar: Calendar) -> date:
    """The last working day on which something is still `days` days before the meeting. Raises CalendarMissing."""
    on = meeting_on - timedelta(days=days)
    while not calendar.is_working(on):
        on -= timedelta(days=1)
    return on


def due_on(row: LimitRow, *, began_at: datetime, meeting_on: date | None, calendar: Calendar, hours: Hours) -> date:
    """The day a step must be over: before the meeting, or so many days after it began [91/2015/QH13, 147–148].

    Refuses: NotThatWay when the limit counts from a meeting that has no day. Raises CalendarMissing.
    """
    if row.anchor == BEFORE_MEETING:
        if meeting_on is None:
            raise NotThatWay("Ghi ngày dự kiến họp: thời hạn thẩm định tính ngược từ ngày này.")
        return latest_before(meeting_on, row.days, calendar)
    return worktime.due_moment(began_at, Limit.parse(f"{row.days}d"), calendar=calendar, hours=hours).at.date()


def earliest_effect(signed_on: date, days: int) -> date:
    """The first day the text may take effect."""
    return signed_on + timedelta(days=days)


@dataclass(frozen=True)
class EffectFault:
    """What is wrong with the day of effect; `is_wrong` false is a warning."""

    words: str
    is_wrong: bool


def effect_faults(
    *, signed_on: date, effective_on: date, least: LimitRow | None, is_urgent: bool, reason: str
) -> tuple[EffectFault, ...]:
    """Check the day of effect against the least days after signing [64/2025/QH15, 53].

    The shortened procedure may take effect from signing and must say why; effect before signing is retroactive.
    """
    if effective_on < signed_on:
        return (EffectFault("Ngày có hiệu lực trước ngày ký: văn bản quy định hiệu lực trở về trước.", is_wrong=True),)
    if least is None:
        return (EffectFault("Chưa có dữ liệu về ngày có hiệu lực sớm nhất; cần xác nhận.", is_wrong=False),)
    first = earliest_effect(signed_on, least.days)
    if effective_on < first:
        words = f"Có hiệu lực sớm nhất từ ngày {first:%d/%m/%Y} ({least.days} ngày sau khi ký)"
        return (EffectFault(f"{words}; hiệu lực sớm hơn chỉ khi theo trình tự, thủ tục rút gọn.", is_wrong=True),)
    if is_urgent and not reason.strip():
        return (EffectFault("Trình tự rút gọn: nêu lý do để văn bản có hiệu lực sớm.", is_wrong=True),)
    return ()


def days_late(due: date, on: date) -> int:
    """Calendar days past the due day; 0 on the day itself and before."""
    return max(0, (on - due).days)


def refuse_short(*, from_on: date, to_on: date, least: LimitRow | None, what: str) -> None:
    """Refuses: NotThatWay when a period ends before it begins, or is shorter than the law's least days."""
    if to_on < from_on:
        raise NotThatWay(f"{what}: ngày kết thúc trước ngày bắt đầu.")
    if least is not None and (to_on - from_on).days < least.days:
        first = from_on + timedelta(days=least.days)
        raise NotThatWay(f"{what}: ít nhất {least.days} ngày, sớm nhất đến ngày {first:%d/%m/%Y} ({basis(least.by)}).")
