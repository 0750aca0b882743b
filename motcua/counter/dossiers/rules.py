"""What the law allows for a dossier: the transition table, the ten national states, codes, steps, lateness.

Plain Python. Sources: [61/2018/NĐ-CP, 17-20], [01/2018/TT-VPCP, 19], the ten states of the National Portal.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from motcua.base.worktime.rules import Calendar, Limit, next_working_day, working_day_after
from motcua.counter.dossiers.choices import STATE_NAME, Act, State

S, A = State, Act
NEW = None

_WORKED_ON = (S.ASSIGNED, S.IN_PROGRESS)
_EXAMINED = (*_WORKED_ON, S.CONFIRMED)
_OPEN_BEFORE_SIGNING = (
    *(S.RECEIVED, S.ASSIGNED, S.IN_PROGRESS, S.SUPPLEMENT_ASKED, S.CONSULTING, S.CONFIRM_ASKED, S.CONFIRMED),
    *(S.PROPOSED, S.APPROVED),
)

NEXT: dict[tuple[State | None, Act], State] = {
    (NEW, A.SUBMIT): S.SUBMITTED,
    (NEW, A.RECEIVE): S.RECEIVED,
    (S.SUBMITTED, A.ASK_BEFORE): S.SUPPLEMENT_BEFORE,
    (S.SUPPLEMENT_BEFORE, A.RESUBMIT): S.SUBMITTED,
    (S.SUBMITTED, A.ASK_FEE): S.FEE_ASKED,
    (S.FEE_ASKED, A.PAY): S.SUBMITTED,
    (S.SUBMITTED, A.DECLINE): S.DECLINED,
    (S.SUPPLEMENT_BEFORE, A.DECLINE): S.DECLINED,
    (S.SUBMITTED, A.RECEIVE): S.RECEIVED,
    (S.RECEIVED, A.ASSIGN): S.ASSIGNED,
    (S.RECEIVED, A.TAKE_UP): S.IN_PROGRESS,
    (S.ASSIGNED, A.ASSIGN): S.ASSIGNED,
    (S.IN_PROGRESS, A.ASSIGN): S.ASSIGNED,
    (S.ASSIGNED, A.TAKE_UP): S.IN_PROGRESS,
    (S.SUPPLEMENT_ASKED, A.SUPPLEMENT): S.IN_PROGRESS,
    (S.IN_PROGRESS, A.CONSULT): S.CONSULTING,
    (S.CONSULTING, A.ANSWER): S.IN_PROGRESS,
    (S.RECEIVED, A.AMEND): S.RECEIVED,
    (S.ASSIGNED, A.AMEND): S.ASSIGNED,
    (S.IN_PROGRESS, A.AMEND): S.IN_PROGRESS,
    (S.CONFIRMED, A.AMEND): S.IN_PROGRESS,
    (S.CONFIRM_ASKED, A.CONFIRM_DRAFT): S.CONFIRMED,
    (S.CONFIRM_ASKED, A.CORRECT_DRAFT): S.IN_PROGRESS,
    (S.CONFIRM_ASKED, A.TAKE_SILENCE): S.CONFIRMED,
    (S.CONFIRMED, A.ASSIGN): S.CONFIRMED,
    (S.CONFIRMED, A.CONSULT): S.CONSULTING,
    (S.PROPOSED, A.APPROVE): S.APPROVED,
    (S.PROPOSED, A.SEND_BACK): S.IN_PROGRESS,
    (S.APPROVED, A.SEND_BACK): S.IN_PROGRESS,
    (S.PROPOSED, A.REFUSE): S.REFUSED,
    (S.PROPOSED, A.SIGN): S.SIGNED,
    (S.APPROVED, A.SIGN): S.SIGNED,
    (S.SIGNED, A.RELEASE): S.DONE,
    (S.DONE, A.RETURN_RESULT): S.RETURNED,
    (S.REFUSED, A.RETURN_RESULT): S.RETURNED,
    (S.SUBMITTED, A.WITHDRAW): S.WITHDRAWN,
    (S.SUPPLEMENT_BEFORE, A.WITHDRAW): S.WITHDRAWN,
    (S.FEE_ASKED, A.WITHDRAW): S.WITHDRAWN,
    **{(state, A.ASK_SUPPLEMENT): S.SUPPLEMENT_ASKED for state in _EXAMINED},
    **{(state, A.SEND_DRAFT): S.CONFIRM_ASKED for state in _EXAMINED},
    **{(state, A.PROPOSE): S.PROPOSED for state in _EXAMINED},
    **{(state, A.WITHDRAW): S.WITHDRAWN for state in _OPEN_BEFORE_SIGNING},
    **{(state, A.STOP): S.STOPPED for state in _OPEN_BEFORE_SIGNING},
    **{(state, A.APOLOGISE): state for state in _OPEN_BEFORE_SIGNING if state != S.SUPPLEMENT_ASKED},
    **{(state, A.PAY): state for state in (*_OPEN_BEFORE_SIGNING, S.SIGNED, S.DONE)},
}

NATIONAL: dict[State, int] = {
    S.SUBMITTED: 1,
    S.SUPPLEMENT_BEFORE: 5,
    S.FEE_ASKED: 6,
    S.DECLINED: 3,
    S.RECEIVED: 2,
    S.ASSIGNED: 4,
    S.IN_PROGRESS: 4,
    S.SUPPLEMENT_ASKED: 5,
    S.CONSULTING: 4,
    S.CONFIRM_ASKED: 4,
    S.CONFIRMED: 4,
    S.PROPOSED: 4,
    S.APPROVED: 4,
    S.SIGNED: 4,
    S.REFUSED: 9,
    S.DONE: 9,
    S.RETURNED: 10,
    S.STOPPED: 8,
    S.WITHDRAWN: 7,
}
NATIONAL_NAME = {
    1: "Mới đăng ký",
    2: "Được tiếp nhận",
    3: "Không được tiếp nhận",
    4: "Đang xử lý",
    5: "Yêu cầu bổ sung giấy tờ",
    6: "Yêu cầu thực hiện nghĩa vụ tài chính",
    7: "Công dân yêu cầu rút hồ sơ",
    8: "Dừng xử lý",
    9: "Đã xử lý xong",
    10: "Đã trả kết quả",
}

CLOSED = frozenset({S.DECLINED, S.RETURNED, S.STOPPED, S.WITHDRAWN})
"""Nothing is left to do."""
SETTLED = frozenset({S.DONE, S.REFUSED, *CLOSED})
"""The clock has stopped: a result, a refusal or an end."""
WAITING_FOR_APPLICANT = frozenset({S.SUPPLEMENT_BEFORE, S.SUPPLEMENT_ASKED, S.FEE_ASKED})
"""The clock stands still. It does not while a draft waits to be confirmed: no text says so."""


class ActNotOpen(ValueError):
    """The act is not possible in the dossier's present state; the message says what happened meanwhile."""


def next_state(state: State | None, act: Act) -> State:
    """State after the act. Refuses: ActNotOpen, naming the present state."""
    try:
        return NEXT[(State(state) if state else None, act)]
    except KeyError:
        now = STATE_NAME[State(state)].lower() if state else "chưa nộp"
        raise ActNotOpen(
            f"Hồ sơ đang ở trạng thái “{now}” nên không làm được việc này. Tải lại trang để xem."
        ) from None


def open_acts(state: State) -> tuple[Act, ...]:
    """Acts the table allows from this state, in the order of `Act`."""
    return tuple(act for act in Act if (State(state), act) in NEXT)


# --- who applies ----------------------------------------------------------------
def applicant(answers: Mapping[str, object]) -> dict[str, str]:
    """Who applies, from the answers: the requester, else the husband (marriage has no requester of its own)."""
    who = "requester" if answers.get("requester.full_name") else "husband"
    return {
        "applicant_name": str(answers.get(f"{who}.full_name") or ""),
        "personal_number": str(answers.get(f"{who}.personal_number") or ""),
        "phone": str(answers.get(f"{who}.phone") or answers.get("requester.phone") or ""),
        "email": str(answers.get(f"{who}.email") or answers.get("requester.email") or ""),
        "address": str(answers.get(f"{who}.residence") or "")[:300],
    }


# --- codes ------------------------------------------------------------------
CODE_SHAPE = re.compile(r"^[0-9A-Z.]{3,35}-\d{6}-\d{4,}$")


def dossier_code(pattern: str, *, agency: str, day: date, number: int) -> str:
    """Public code by a configured pattern, e.g. `{agency}-{day:%y%m%d}-{number:04}` [01/2018/TT-VPCP, 19].

    `agency` is the electronic identifier in the order of its day (small to big before, big to small after
    [20/2020/QĐ-TTg, 4]). Refuses: ValueError when the pattern gives a code of another shape.
    """
    code = pattern.format(agency=agency, day=day, number=number)
    if not CODE_SHAPE.match(code):
        raise ValueError(f"Mẫu mã hồ sơ “{pattern}” cho ra “{code}”, không đúng dạng MÃ-NNTTNN-SSSS.")
    return code


# --- steps of the internal process --------------------------------------------
class PlannedStep(Protocol):
    """One step of a procedure's internal process: who (role) does what (name) in which share of the time."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def role(self) -> str: ...  # noqa: D102
    @property
    def share(self) -> int: ...  # noqa: D102


COUNTER_ROLE = "counter"
APPROVING_ROLE = "head"
CLERK_ROLE = "clerk"


def step_no(process: Sequence[PlannedStep], state: State, *, current: int = 0) -> int:  # noqa: PLR0911  one a role
    """Number of the step that a dossier in this state stands at (0 is receipt).

    The process is read by roles: receipt at the counter, work, approval, signature, hand-over. `current` is kept
    while the state does not move the dossier to another role.
    """
    roles = [step.role for step in process]
    last = len(roles) - 1
    if state in {S.SUBMITTED, S.SUPPLEMENT_BEFORE, S.FEE_ASKED, S.DECLINED}:
        return 0
    if state in {S.PROPOSED, S.APPROVED}:
        if roles[current] == APPROVING_ROLE:
            return current
        return next((no for no, role in enumerate(roles) if role == APPROVING_ROLE and no > current), last)
    if state == S.SIGNED:
        return next((no for no, role in enumerate(roles) if role == CLERK_ROLE and no > current), current)
    if state in {S.DONE, S.REFUSED, S.RETURNED}:
        return last
    if state in CLOSED:
        return current
    return next((no for no, role in enumerate(roles) if role != COUNTER_ROLE), last)


def next_approval(process: Sequence[PlannedStep], current: int) -> int | None:
    """Number of the next approving step after `current`, None when the present one is the last."""
    return next((no for no in range(current + 1, len(process)) if process[no].role == APPROVING_ROLE), None)


def shares_until(process: Sequence[PlannedStep], no: int) -> float:
    """Part (0 to 1) of the whole time that should be used when step `no` ends."""
    whole = sum(step.share for step in process) or 1
    return sum(step.share for step in process[: no + 1]) / whole


# --- lateness ---------------------------------------------------------------------
@dataclass(frozen=True)
class Standing:
    """How a dossier stands against its due moment: `key` is late, today, tomorrow, week, later, waiting, none."""

    key: str
    due_at: datetime | None
    settled: bool = False


def standing(  # noqa: PLR0911  one a group of the list
    state: State,
    due_at: datetime | None,
    *,
    at: datetime,
    settled_at: datetime | None = None,
    tomorrow: date | None = None,
) -> Standing:
    """Group a dossier for the work list. `tomorrow` is the next working day (calendar day + 1 when not given)."""
    if due_at is None:
        return Standing("none", None)
    if State(state) in SETTLED:
        return Standing("late" if settled_at and settled_at > due_at else "later", due_at, settled=True)
    if State(state) in WAITING_FOR_APPLICANT:
        return Standing("waiting", due_at)
    day, due_day = at.astimezone(due_at.tzinfo).date(), due_at.date()
    if due_at < at:
        return Standing("late", due_at)
    if due_day == day:
        return Standing("today", due_at)
    if due_day <= (tomorrow or date.fromordinal(day.toordinal() + 1)):
        return Standing("tomorrow", due_at)
    return Standing("week" if (due_day - day).days < 7 else "later", due_at)


# --- the draft that the applicant confirms -------------------------------------------
class NotConfirmed(ActNotOpen):
    """The law wants the draft confirmed by the applicant before the result is proposed."""


def may_propose(state: State, *, grant: bool, asks_confirmation: bool) -> None:
    """A result whose draft the applicant must confirm is proposed only then; a refusal has no draft.

    Refuses: NotConfirmed, with what to do.
    """
    if grant and asks_confirmation and State(state) != S.CONFIRMED:
        raise NotConfirmed(
            "Hồ sơ nộp trực tuyến: chọn “Gửi bản dự thảo cho người yêu cầu xác nhận” trước. "
            "Khi người yêu cầu xác nhận, hoặc hết hạn mà không trả lời, thì trình được."
        )


def last_day_to_answer(sent_on: date, limit: str, *, calendar: Calendar) -> date:
    """The last day, until 24:00, on which the draft may be answered; silence after it is consent.

    The day of sending is not counted; a last day that is off moves to the next working day
    [91/2015/QH13, 147; 91/2015/QH13, 148]. Refuses: CalendarMissing, ValueError for a limit that is not in days.
    """
    (stage,) = Limit.parse(limit).stages
    if stage.unit == "wd":
        return working_day_after(sent_on, stage.count, calendar)
    if stage.unit != "d":
        raise ValueError(f"Thời hạn xác nhận “{limit}” phải tính bằng ngày.")
    last = sent_on + timedelta(days=stage.count)
    return last if calendar.is_working(last) else next_working_day(last, calendar)


class AlreadyApologised(ValueError):
    """A second re-appointment is not allowed."""


def may_apologise(*, apologised_before: bool, at: datetime, due_at: datetime, new_due_at: datetime) -> None:
    """Re-appointment is made at most once and moves the day forward [61/2018/NĐ-CP, 19.9].

    The statute wants it no later than one day before expiry; a later one is still owed to the applicant and is recorded
    as late notice. Refuses: AlreadyApologised, ValueError.
    """
    if apologised_before:
        raise AlreadyApologised("Hồ sơ đã hẹn lại một lần; quy định chỉ cho hẹn lại không quá 01 lần.")
    if new_due_at <= max(at, due_at):
        raise ValueError("Ngày hẹn trả mới phải sau ngày hẹn cũ và sau thời điểm này.")


def diagram() -> str:
    """The transition table as a Mermaid state diagram for docs/states.md."""
    lines = ["stateDiagram-v2"]
    for (before, act), after in NEXT.items():
        if before != after:
            lines.append(f"    {before.value if before else '[*]'} --> {after.value}: {act.value}")
    lines += [f"    {state.value} --> [*]" for state in State if state in CLOSED]
    return "\n".join(lines) + "\n"


def agency_identifier(eid: str, *, order: str) -> str:
    """Electronic identifier in the order of the day; stored big to small (`H47.15`).

    `small_first` pads to four parts: `000.00.15.H47` [01/2018/TT-VPCP, 19.1]; `big_first` is the identifier as stored.
    """
    if order == "big_first":
        return eid
    parts = [*eid.split("."), *["00", "00", "000"][len(eid.split(".")) - 1 :]]
    return ".".join(reversed(parts))
