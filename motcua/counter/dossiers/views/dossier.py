"""One dossier: what it is, when it is due and why, what must be done now, its papers and history."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from motcua.base.rows import rows
from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.base.vn.rules import mask_id, mask_phone, money
from motcua.counter.dossiers import access, queries, rules
from motcua.counter.dossiers.choices import (
    ACT_NAME,
    CHANNEL_NAMES,
    KIND_NAMES,
    PAPER_STATE_NAME,
    RETURN_NAMES,
    SLIP_NAME,
    STATE_NAME,
    Act,
    Channel,
    PaperKind,
    PaperState,
    ReturnWay,
    Slip,
    State,
)
from motcua.counter.dossiers.models import Dossier, IssuedSlip
from motcua.counter.dossiers.views.frame import act_url, dossier_url, framed
from motcua.counter.dossiers.views.lists import due_words
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.access import Request, requires
from motcua.house.office.rules import Actor

TABS = {"papers": "Giấy tờ", "form": "Tờ khai", "history": "Quá trình", "fees": "Phí, lệ phí", "result": "Kết quả"}
MAIN_ACTS = {
    State.SUBMITTED: Act.RECEIVE,
    State.FEE_ASKED: Act.PAY,
    State.RECEIVED: Act.TAKE_UP,
    State.ASSIGNED: Act.TAKE_UP,
    State.IN_PROGRESS: Act.PROPOSE,
    State.SUPPLEMENT_ASKED: Act.SUPPLEMENT,
    State.CONSULTING: Act.ANSWER,
    State.CONFIRMED: Act.PROPOSE,
    State.PROPOSED: Act.SIGN,
    State.APPROVED: Act.SIGN,
    State.SIGNED: Act.RELEASE,
    State.DONE: Act.RETURN_RESULT,
    State.REFUSED: Act.RETURN_RESULT,
}
KEYS = {Act.SIGN: "k", Act.ASK_SUPPLEMENT: "b", Act.PROPOSE: "t", Act.RETURN_RESULT: "r", Act.TAKE_UP: "i"}


@requires("dossier.read")
def detail_page(request: Request, code: str) -> HttpResponse:
    """The dossier on one screen."""
    actor: Actor = request.actor
    dossier = access.open_dossier(actor, code, at=request.now, page=request.path)
    tab = request.GET.get("phan", "papers")
    tab = tab if tab in TABS else "papers"
    acts = act_links(dossier, actor)
    context = framed(
        request,
        page_title=dossier.code or "Hồ sơ mới nộp",
        dossier=dossier,
        parts=_parts(dossier, tab),
        tab=tab,
        due=due_words(dossier.due_at, State(dossier.state), now=request.now),
        steps=len(queries.process_of(dossier)),
        acts=acts,
        for_me=any(act["main"] or act["onward"] for act in acts),
        head=_head(dossier, actor),
        sent=queries.last_draft(dossier),
        finds=dossier.trade.startswith("civil_status.") and access.may(actor, Act.PROPOSE, dossier),
        over_vnd=max(dossier.paid_vnd - dossier.fee_vnd, 0),
        reprint=dossier.received_at is not None and request.GET.get("in-lai") == "1",
        explanation=queries.explanation(dossier) if request.GET.get("vi-sao") else None,
        **_tab_content(dossier, tab, actor),
    )
    return render(request, "dossiers/detail.html", context)


def _key(dossier: Dossier) -> str:
    return dossier.code or str(dossier.pk)


def _parts(dossier: Dossier, current: str) -> list[ui.Tab]:
    url = dossier_url(_key(dossier))
    return [ui.Tab(label, f"{url}?phan={name}", None, name == current) for name, label in TABS.items()]


ENDS = frozenset({Act.DECLINE, Act.STOP, Act.WITHDRAW, Act.REFUSE})
"""Acts that end a dossier without its result."""


def act_links(dossier: Dossier, actor: Actor) -> list[dict[str, Any]]:
    """Acts open to this officer now, the main one first."""
    state = State(dossier.state)
    open_now = [act for act in rules.open_acts(state) if access.may(actor, act, dossier)]
    if dossier.fee_vnd <= dossier.paid_vnd:
        open_now = [act for act in open_now if act not in {Act.PAY, Act.ASK_FEE}]
    if dossier.apologised_at:
        open_now = [act for act in open_now if act != Act.APOLOGISE]
    if not dossier.form_key:
        open_now = [act for act in open_now if act != Act.AMEND]
    asks = queries.confirmation_of(dossier) is not None
    if not asks:
        open_now = [act for act in open_now if act != Act.SEND_DRAFT]
    if Act.SIGN in open_now and rules.next_approval(queries.process_of(dossier), dossier.step_no) is not None:
        open_now.remove(Act.SIGN)
    hidden = Act.REFUSE if dossier.proposal != "refuse" else Act.SIGN
    open_now = [act for act in open_now if act != hidden and not (act == Act.APPROVE and hidden == Act.SIGN)]
    main = MAIN_ACTS.get(state) if hidden != Act.SIGN or state not in {State.PROPOSED, State.APPROVED} else Act.REFUSE
    if asks and main == Act.PROPOSE and state != State.CONFIRMED:
        main = Act.SEND_DRAFT
    if main == Act.SIGN and main not in open_now:
        main = Act.APPROVE
    open_now.sort(key=lambda act: act != main)
    return [
        {
            "name": ACT_NAME[act],
            "url": act_url(_key(dossier), act),
            "main": act == main,
            "key": KEYS.get(act, ""),
            "danger": act in ENDS,
            "onward": act not in {*ENDS, Act.AMEND},
        }
        for act in open_now
    ]


def _head(dossier: Dossier, actor: Actor) -> dict[str, Any]:
    """Who applied; phone and number are shown whole only to those who need them."""
    whole = access.may_read_personal(actor, dossier)
    return {
        "phone": dossier.phone if whole else mask_phone(dossier.phone) if dossier.phone else "",
        "personal_number": dossier.personal_number
        if whole
        else mask_id(dossier.personal_number)
        if dossier.personal_number
        else "",
        "state": STATE_NAME[State(dossier.state)],
        "waits": dossier.state in rules.WAITING_FOR_APPLICANT,
        "channel": CHANNEL_NAMES[Channel(dossier.channel)],
        "return_way": RETURN_NAMES[ReturnWay(dossier.return_way)],
        "unit": office.directory().unit(dossier.unit_id).name,
        "officer": office.officer_name(dossier.officer_id),
    }


def _tab_content(dossier: Dossier, tab: str, actor: Actor) -> dict[str, Any]:
    if tab == "papers":
        papers = dossier.papers.select_related("file").order_by("no")
        slips = rows(IssuedSlip, "dossier_id = %s ORDER BY at", dossier.pk)
        return {
            "papers": [_paper(row) for row in papers],
            "slips": [(SLIP_NAME[Slip(slip.kind)], slip) for slip in slips],
        }
    if tab == "form":
        whole = access.may_read_personal(actor, dossier)
        return {"form": queries.form_of(dossier), "answers": dossier.answers, "hidden": not whole}
    if tab == "history":
        whole = access.may_read_personal(actor, dossier)
        return {"events": history(dossier, whole=whole), "due_changes": list(dossier.due_changes.order_by("at"))}
    if tab == "result":
        return {"results": list(dossier.results.select_related("file").order_by("signed_at"))}
    return {}


def _paper(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "state": PAPER_STATE_NAME[PaperState(row.state)],
        "there": row.state != PaperState.MISSING,
        "kind": KIND_NAMES[PaperKind(row.kind)].lower() if row.kind else "",
    }


def history(dossier: Dossier, *, whole: bool) -> list[ui.TimelineEvent]:
    """Journal rows as a timeline, oldest first; mended answers are read only where personal data may be (`whole`)."""
    entries = list(journal.history(dossier))
    mended = mended_words(dossier, entries, whole=whole)
    return [
        ui.TimelineEvent(
            title=NAME_ON_RECORD.get(entry.act, entry.act),
            at=entry.at,
            who=entry.name,
            note=mended.get(entry.seq) or str(entry.facts.get("reason") or ""),
            tone=Tone.LATE if entry.act == Act.APOLOGISE else Tone.GOOD,
        )
        for entry in entries
    ]


def mended_words(dossier: Dossier, entries: list[Any], *, whole: bool) -> dict[int, str]:
    """What each amendment on record changed and why, by its place; asks nothing where there is none."""
    form = queries.form_of(dossier)
    if form is None or not any(entry.act == Act.AMEND for entry in entries):
        return {}
    return {
        change.seq: f"Đã sửa: {queries.change_words(form, change, whole=whole)}. {_fee_words(change)}"
        f"Lý do: {queries.why_words(change.reason, change.words).rstrip('.')}."
        for change in queries.changes_of(dossier)
    }


def _fee_words(change: Any) -> str:
    if change.fee_before_vnd == change.fee_after_vnd:
        return ""
    return f"Phí, lệ phí: {money(change.fee_before_vnd)} → {money(change.fee_after_vnd)}. "


NAME_ON_RECORD: dict[str, str] = {
    **{act.value: name for act, name in ACT_NAME.items()},
    "set_paper": "Kiểm đếm giấy tờ",
    "attach": "Đính kèm tệp",
    "revoke_results": "Thu hồi kết quả",
}
"""Names of what the journal keeps, acts and work on the papers."""
