"""The explanation of a due moment, day by day, for the citizen and the officer («vì sao?»)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from motcua.base.worktime.rules.calendar import WEEKDAYS
from motcua.base.worktime.rules.stage import Run, Waits, is_in_time
from motcua.base.worktime.rules.timeline import MINUTE, Timeline

WAITING = "chờ người nộp bổ sung – không tính"
RECEIVED = "tiếp nhận lúc"


@dataclass(frozen=True, slots=True)
class Step:
    """One day on the way to the due moment: what it was, and whether it counted."""

    day: date
    label_vi: str
    counted: bool

    @property
    def weekday_vi(self) -> str:
        """«Thứ Năm»."""
        return WEEKDAYS[self.day.weekday()]


def explain(
    line: Timeline,
    *,
    received_at: datetime,
    runs: tuple[Run, ...],
    waits: Waits,
    cut_off: time,
    extension_from: int | None,
) -> Iterator[Step]:
    """The steps of all stages, one a day; a day that ends one stage and begins the next stands once."""
    yield from _until_opening(line, received_at, runs[0].start)
    for number, run in enumerate(runs):
        steps = list(_steps(line, run, waits, cut_off))
        if number:
            steps = [step for step in steps if step.day > runs[number - 1].due.date() or step.counted]
        elif run.start != received_at:
            steps[0] = _taken_as_received(steps[0], run.start)
        if steps:
            steps[-1] = _closed(steps[-1], number, runs, extension_from)
        yield from steps


def _steps(line: Timeline, run: Run, waits: Waits, cut_off: time) -> Iterator[Step]:
    if run.stage.unit == "h":
        return _hours(line, run, waits)
    if run.stage.unit in {"d", "m"}:
        return _calendar_days(line, run, waits)
    return _working_days(line, run, waits, cut_off)


def _taken_as_received(step: Step, start: datetime) -> Step:
    """The first step of a dossier that came in outside the sessions and counts from the opening."""
    own = "" if step.label_vi.startswith(RECEIVED) else f"{RECEIVED} {start:%H:%M}; "
    return Step(step.day, f"coi như {own}{step.label_vi}", step.counted)


def _closed(step: Step, number: int, runs: tuple[Run, ...], extension_from: int | None) -> Step:
    if number == len(runs) - 1:
        ending = f"hẹn trả trước {runs[number].due:%H:%M}"
    elif number + 1 == extension_from:
        ending = "hết hạn đã hẹn, hẹn lại một lần"
    else:
        ending = f"hết chặng {number + 1}"
    return Step(step.day, f"{step.label_vi} – {ending}", step.counted)


def _until_opening(line: Timeline, received_at: datetime, start: datetime) -> Iterator[Step]:
    """A receipt outside the sessions: the days passed before the office opens."""
    if received_at.date() == start.date():
        return
    label = f"{RECEIVED} {received_at:%H:%M}, ngoài giờ làm việc"
    off = _off(line, received_at.date())
    yield Step(received_at.date(), f"{label} ({off})" if off else label, counted=False)
    for ordinal in range(received_at.toordinal() + 1, start.toordinal()):
        on = date.fromordinal(ordinal)
        yield Step(on, f"{_off(line, on) or 'không có giờ làm việc'} – nghỉ", counted=False)


def _working_days(line: Timeline, run: Run, waits: Waits, cut_off: time) -> Iterator[Step]:
    same_day = run.stage.unit == "same_day"
    number = 0
    for ordinal in range(run.start.toordinal(), run.due.toordinal() + 1):
        on = date.fromordinal(ordinal)
        counts = line.open if same_day else line.working
        if ordinal < run.first:
            yield Step(on, _received(run, cut_off), counted=False)
        elif counts.rank(ordinal) == counts.rank(ordinal + 1):
            yield Step(on, f"{_off(line, on)} – nghỉ" if _off(line, on) else "không có giờ làm việc", counted=False)
        elif ordinal > run.last:
            yield Step(on, "trả khi mở cửa lại", counted=False)
        elif _is_waiting(line, ordinal, waits, run.start):
            yield Step(on, WAITING, counted=False)
        elif same_day:
            label = _received(run, cut_off) if ordinal == run.start.toordinal() else "ngày làm việc tiếp theo"
            yield Step(on, label + _made_up(line, on), counted=True)
        else:
            number += 1
            yield Step(on, f"ngày làm việc thứ {number}{_made_up(line, on)}", counted=True)


def _calendar_days(line: Timeline, run: Run, waits: Waits) -> Iterator[Step]:
    number = 0
    for ordinal in range(run.start.toordinal(), run.due.toordinal() + 1):
        on = date.fromordinal(ordinal)
        off = _off(line, on)
        if ordinal < run.first:
            yield Step(on, f"{RECEIVED} {run.start:%H:%M} – tính từ ngày tiếp theo", counted=False)
        elif _is_waiting(line, ordinal, waits, run.start):
            yield Step(on, WAITING, counted=False)
        elif ordinal > run.last or (run.stage.unit == "d" and number == run.stage.count):
            label = f"{off} – nghỉ, lùi sang ngày làm việc tiếp theo" if off else "ngày làm việc tiếp theo"
            yield Step(on, label, counted=False)
        else:
            number += 1
            if run.stage.unit == "d":
                yield Step(on, f"ngày thứ {number}{f' ({off})' if off else ''}", counted=True)
            elif ordinal == run.last:
                yield Step(on, f"hết {run.stage.in_vietnamese}{f' ({off})' if off else ''}", counted=True)


def _hours(line: Timeline, run: Run, waits: Waits) -> Iterator[Step]:
    for ordinal in range(run.first, run.last + 1):
        on = date.fromordinal(ordinal)
        place = ordinal - line.first
        begin = max(line.place(run.start), line.before[place])
        end = min(line.place(run.due), line.before[place + 1])
        paused = sum(_overlap(begin, end, line.place(max(a, run.start)), line.place(b)) for a, b in waits)
        minutes = max(0, end - begin - paused) // MINUTE
        if minutes:
            label = f"{_duration(minutes)} làm việc{_made_up(line, on)}"
            yield Step(on, label + (", đã trừ thời gian chờ bổ sung" if paused else ""), counted=True)
        elif line.sessions[place]:
            yield Step(on, WAITING if paused else f"{RECEIVED} {run.start:%H:%M}", counted=False)
        else:
            yield Step(on, f"{_off(line, on) or 'không có giờ làm việc'} – nghỉ", counted=False)


def _received(run: Run, cut_off: time) -> str:
    at = f"{RECEIVED} {run.start:%H:%M}"
    if run.stage.unit != "same_day":
        return f"{at} – tính từ ngày làm việc tiếp theo"
    if is_in_time(run.start, cut_off):
        return f"{at}, không quá {cut_off:%H:%M} – trả trong ngày"
    return f"{at}, sau {cut_off:%H:%M} – trả trong ngày làm việc tiếp theo"


def _off(line: Timeline, on: date) -> str:
    return "" if line.calendar.is_working(on) else line.calendar.reason(on)


def _made_up(line: Timeline, on: date) -> str:
    reason = line.calendar.reason(on) if line.calendar.is_working(on) else ""
    return f" ({reason})" if reason else ""


def _is_waiting(line: Timeline, ordinal: int, waits: Waits, start: datetime) -> bool:
    closing = line.closing[ordinal - line.first]
    return any(max(begin, start) < closing <= end for begin, end in waits)


def _overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, min(end, other_end) - max(start, other_start))


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join([*([f"{hours} giờ"] if hours else []), *([f"{rest} phút"] if rest else [])])
