"""What may follow what in the life of a draft, from the first version to its repeal; and the lines of a programme."""

from datetime import date

from motcua.base.states import ActNotOpen, NotThatWay
from motcua.bureau.drafting.choices import ACT_NAME, STATE_NAME, Act, Conclusion, HandlingForm, ItemState, State

WRITING = (State.DRAFTING, State.CONSULTING, State.CONSULTED)
"""States in which opinions and comments are asked and answered."""
MENDING = (*WRITING, State.INCOMPLETE, State.APPRAISED, State.RETURNED)
"""States in which a new version of the text may be added."""
BEFORE_ISSUE = (*MENDING, State.ASKED, State.APPRAISING, State.SUBMITTED, State.ADOPTED)
AFTER_ISSUE = (State.ISSUED, State.PUBLISHED, State.SUSPENDED, State.REPEALED)

NEXT: dict[tuple[State | None, Act], State] = {
    (None, Act.START): State.DRAFTING,
    (State.DRAFTING, Act.OPEN_ROUND): State.CONSULTING,
    (State.CONSULTED, Act.OPEN_ROUND): State.CONSULTING,
    (State.CONSULTING, Act.RECORD_ANSWER): State.CONSULTING,
    (State.CONSULTING, Act.HANDLE_ANSWER): State.CONSULTING,
    (State.CONSULTING, Act.CLOSE_ROUND): State.CONSULTED,
    (State.CONSULTED, Act.REQUEST_APPRAISAL): State.ASKED,
    (State.INCOMPLETE, Act.REQUEST_APPRAISAL): State.ASKED,
    (State.ASKED, Act.ASK_MISSING): State.INCOMPLETE,
    (State.ASKED, Act.RECEIVE_DOSSIER): State.APPRAISING,
    (State.APPRAISING, Act.WRITE_OPINION): State.APPRAISING,
    (State.APPRAISING, Act.SIGN_REPORT): State.APPRAISED,
    (State.APPRAISED, Act.REWORK): State.DRAFTING,
    (State.APPRAISED, Act.SUBMIT): State.SUBMITTED,
    (State.CONSULTED, Act.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Act.RETURN): State.RETURNED,
    (State.RETURNED, Act.SUBMIT): State.SUBMITTED,
    (State.RETURNED, Act.REWORK): State.DRAFTING,
    (State.SUBMITTED, Act.SEND_EXAMINATION): State.SUBMITTED,
    (State.SUBMITTED, Act.RECORD_EXAMINATION): State.SUBMITTED,
    (State.SUBMITTED, Act.ADOPT): State.ADOPTED,
    (State.ADOPTED, Act.ISSUE): State.ISSUED,
    (State.ISSUED, Act.PUBLISH): State.PUBLISHED,
    (State.ISSUED, Act.SUSPEND): State.SUSPENDED,
    (State.PUBLISHED, Act.SUSPEND): State.SUSPENDED,
    (State.ISSUED, Act.REPEAL): State.REPEALED,
    (State.PUBLISHED, Act.REPEAL): State.REPEALED,
    (State.SUSPENDED, Act.REPEAL): State.REPEALED,
    **{(state, Act.STOP): State.STOPPED for state in BEFORE_ISSUE},
    **{(state, act): state for state in MENDING for act in (Act.EDIT, Act.ADD_VERSION)},
    **{
        (state, act): state
        for state in WRITING
        for act in (Act.POST, Act.COMMENT, Act.MODERATE_COMMENT, Act.HANDLE_COMMENT, Act.CLOSE_POSTING)
    },
    **{(state, Act.SEAL_REPORT): state for state in (*BEFORE_ISSUE, *AFTER_ISSUE)},
    **{(state, act): state for state in AFTER_ISSUE for act in (Act.RECORD_CHECK, Act.PUBLISH_HANDLING)},
    **{(state, Act.CORRECT): state for state in (State.ISSUED, State.PUBLISHED, State.SUSPENDED)},
}
"""The whole life of a draft. Where no appraisal is laid down for a level and day, `submit` follows the opinions; what
the appraisal's conclusion allows is asked by `may_submit`."""

HANDLING_ACT = {
    HandlingForm.SUSPEND: Act.SUSPEND,
    HandlingForm.REPEAL: Act.REPEAL,
    HandlingForm.CORRECT: Act.CORRECT,
}


def next_state(state: State | None, act: Act) -> State:
    """The state after the act. Refuses: ActNotOpen."""
    try:
        return NEXT[state, act]
    except KeyError:
        where = STATE_NAME[state] if state else "chưa lập"
        raise ActNotOpen(f"“{ACT_NAME[act]}” không làm được khi dự thảo đang ở trạng thái “{where}”.") from None


def open_acts(state: State) -> frozenset[Act]:
    """Acts that are open in the state."""
    return frozenset(act for before, act in NEXT if before == state)


def refuse_to_submit(state: State, *, needs_appraisal: bool, conclusion: Conclusion | None, is_newer: bool) -> None:
    """Refuses: NotThatWay when the text was not appraised, not found ready, or not mended as the report asks.

    `is_newer`: a version was added after the report.
    """
    if state == State.CONSULTED and needs_appraisal:
        raise NotThatWay("Dự thảo chưa được thẩm định: gửi đề nghị thẩm định trước khi trình.")
    if state != State.APPRAISED:
        return
    if conclusion == Conclusion.NOT_READY:
        raise NotThatWay("Báo cáo thẩm định kết luận chưa đủ điều kiện trình: soạn thảo lại, rồi gửi thẩm định lại.")
    if conclusion == Conclusion.AFTER_MENDING and not is_newer:
        raise NotThatWay("Báo cáo thẩm định yêu cầu hoàn thiện: thêm phiên bản đã hoàn thiện trước khi trình.")


def refuse_to_adopt(*, needs_examination: bool, agrees: bool | None) -> None:
    """Refuses: NotThatWay when a resolution was not examined by the council's board. `agrees` None: no report.

    A board that does not agree binds nobody: the council votes all the same.
    """
    if needs_examination and agrees is None:
        raise NotThatWay("Dự thảo nghị quyết chưa được Ban của Hội đồng nhân dân thẩm tra.")


def item_state(*, dropped: bool, due_month: int, year: int, draft: State | None, on: date) -> ItemState:
    """Where a line of the programme stands on the day; `draft` is the state of its draft, None without one."""
    if dropped:
        return ItemState.DROPPED
    if draft in AFTER_ISSUE:
        return ItemState.DONE
    if draft is not None and draft != State.STOPPED:
        return ItemState.STARTED
    return ItemState.LATE if (on.year, on.month) > (year, due_month) else ItemState.PLANNED


def diagram() -> str:
    """The table as a Mermaid state diagram; acts that leave the state as it is, and `stop`, are not drawn."""
    lines = ["stateDiagram-v2", *(f"    {state.value}: {STATE_NAME[state]}" for state in State)]
    for (before, act), after in NEXT.items():
        if before != after and act != Act.STOP:
            lines.append(f"    {before.value if before else '[*]'} --> {after.value}: {act.value}")
    return "\n".join(lines) + "\n"
