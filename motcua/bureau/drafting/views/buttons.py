"""What may be done with a draft now, and by whom: the buttons of its page, the main one first; or for whom it waits."""

from django.urls import reverse

from motcua.bureau.drafting import access, queries, rules
from motcua.bureau.drafting.choices import ACT_NAME, Act, State
from motcua.bureau.drafting.models import Draft
from motcua.house.office.access import Request

BUTTONS = {
    Act.ADD_VERSION: ("add_version", access.WRITE),
    Act.OPEN_ROUND: ("open_round", access.WRITE),
    Act.POST: ("post", access.WRITE),
    Act.REQUEST_APPRAISAL: ("request_appraisal", access.WRITE),
    Act.SUBMIT: ("submit", access.WRITE),
    Act.SEND_EXAMINATION: ("send_examination", access.WRITE),
    Act.RECORD_EXAMINATION: ("record_examination", access.DECIDE),
    Act.ADOPT: ("adopt", access.DECIDE),
    Act.RETURN: ("return", access.DECIDE),
    Act.ISSUE: ("issue", access.ISSUE),
    Act.PUBLISH: ("publish", access.ISSUE),
    Act.RECORD_CHECK: ("record_check", access.CHECK),
    Act.CORRECT: ("handle", access.DECIDE),
    Act.REWORK: ("rework", access.WRITE),
    Act.EDIT: ("edit", access.WRITE),
    Act.STOP: ("stop", access.DECIDE),
}
MAIN = {
    State.DRAFTING: Act.OPEN_ROUND,
    State.CONSULTED: Act.REQUEST_APPRAISAL,
    State.INCOMPLETE: Act.REQUEST_APPRAISAL,
    State.APPRAISED: Act.SUBMIT,
    State.RETURNED: Act.SUBMIT,
    State.SUBMITTED: Act.ADOPT,
    State.ADOPTED: Act.ISSUE,
    State.ISSUED: Act.PUBLISH,
    State.PUBLISHED: Act.RECORD_CHECK,
}
"""What usually comes next; the button that stands first."""
WAITS = {
    State.CONSULTING: "cơ quan soạn thảo tổng hợp ý kiến",
    State.ASKED: "người thẩm định kiểm tra hồ sơ",
    State.APPRAISING: "người thẩm định ghi ý kiến, lãnh đạo ký báo cáo",
    State.ADOPTED: "văn thư cấp số, ban hành",
    State.ISSUED: "văn thư ghi đăng công báo, niêm yết",
    **dict.fromkeys(
        (State.DRAFTING, State.CONSULTED, State.INCOMPLETE, State.APPRAISED, State.RETURNED), "cơ quan soạn thảo"
    ),
}
"""For whom a draft waits; after these states, and the submitted, nothing is left."""
WAITS_SUBMITTED = {
    Act.SEND_EXAMINATION: "cơ quan soạn thảo gửi hồ sơ thẩm tra",
    Act.RECORD_EXAMINATION: "Ban của Hội đồng nhân dân thẩm tra",
    Act.ADOPT: "cơ quan ban hành xem xét, thông qua",
}


def buttons(request: Request, draft: Draft) -> list[tuple[str, str, bool]]:
    """(words, address, whether it is the main one) of the acts open now to this actor."""
    state = State(draft.state)
    open_now = rules.open_acts(state)
    main = MAIN.get(state)
    skips = state == State.CONSULTED and not queries.needs_appraisal(draft, on=request.actor.on)
    main = Act.SUBMIT if skips else main
    shown = [act for act in BUTTONS if act in open_now and access.may(request.actor, BUTTONS[act][1], draft.unit_id)]
    if state == State.CONSULTED:
        shown.remove(Act.REQUEST_APPRAISAL if skips else Act.SUBMIT) if Act.SUBMIT in shown else None
    if state == State.SUBMITTED:
        wanted = _next_of_submitted(draft)
        main = wanted
        kept = {Act.SEND_EXAMINATION, Act.RECORD_EXAMINATION, Act.ADOPT} - {wanted}
        shown = [act for act in shown if act not in kept]
    if state == State.PUBLISHED and draft.checks.exists():
        main = None
    elif not draft.versions.exists():
        main = Act.ADD_VERSION
        shown = [act for act in shown if act not in {Act.OPEN_ROUND, Act.POST}]
    elif queries.held_up(draft):
        main = Act.ADD_VERSION if queries.report_asks_mending(draft) else Act.REWORK
        shown = [act for act in shown if act != Act.SUBMIT]
    ordered = sorted(shown, key=lambda act: act != main)
    name = ACT_NAME | {Act.CORRECT: "Xử lý văn bản"}
    return [
        *_inside(request, draft),
        *((name[act], reverse(f"drafting:{BUTTONS[act][0]}", args=[draft.pk]), act == main) for act in ordered),
        *_seal(request, draft, is_main=main not in shown),
    ]


def waits(draft: Draft) -> str:
    """For whom the draft waits, told to who has nothing to do on it; empty when for nobody."""
    state = State(draft.state)
    return WAITS_SUBMITTED[_next_of_submitted(draft)] if state == State.SUBMITTED else WAITS.get(state, "")


def _next_of_submitted(draft: Draft) -> Act:
    """A resolution goes to the council's board first; any other text, and one that was examined, to the vote."""
    report = draft.examinations.order_by("-number").first()
    if not queries.needs_examination(draft) or (report and report.reported_on):
        return Act.ADOPT
    return Act.RECORD_EXAMINATION if report else Act.SEND_EXAMINATION


def _inside(request: Request, draft: Draft) -> list[tuple[str, str, bool]]:
    """The way to the page where the work of this state is done: the open round, the open appraisal."""
    state = State(draft.state)
    if state == State.CONSULTING and access.may(request.actor, access.WRITE, draft.unit_id):
        one = draft.rounds.get(closed_on__isnull=True)
        return [("Ghi, tổng hợp ý kiến", reverse("drafting:round", args=[one.pk]), True)]
    words = {State.ASKED: "Kiểm tra hồ sơ thẩm định", State.APPRAISING: "Ghi ý kiến thẩm định"}.get(state)
    is_own = draft.created_account is not None and draft.created_account == request.actor.account_id
    if words and not is_own and access.may(request.actor, access.APPRAISE, draft.unit_id):
        appraisal = draft.appraisals.get(signed_at__isnull=True)
        return [(words, reverse("drafting:appraisal", args=[appraisal.pk]), True)]
    return []


def _seal(request: Request, draft: Draft, *, is_main: bool) -> list[tuple[str, str, bool]]:
    """The way to the seal of a signed report, for who keeps it, as long as the text is not issued."""
    if State(draft.state) not in rules.BEFORE_ISSUE or not access.may(request.actor, access.ISSUE, draft.unit_id):
        return []
    report = draft.appraisals.filter(signed_at__isnull=False, sealed_at__isnull=True).order_by("-number").first()
    return [("Đóng dấu báo cáo", reverse("drafting:seal_report", args=[report.pk]), is_main)] if report else []
