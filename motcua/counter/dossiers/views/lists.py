"""Work lists and search."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.counter.dossiers import access, queries
from motcua.counter.dossiers.choices import STATE_NAME, Act, State
from motcua.counter.dossiers.rules import SETTLED, WAITING_FOR_APPLICANT
from motcua.counter.dossiers.views.frame import act_url, dossier_url, framed
from motcua.house.office import menu
from motcua.house.office.access import Request, requires, requires_officer
from motcua.house.office.rules import Actor

GROUPS = {
    "late": "Trễ hạn",
    "today": "Hôm nay",
    "tomorrow": "Ngày làm việc tiếp theo",
    "week": "Trong 7 ngày",
    "later": "Sau đó",
    "ready": "Chờ trả kết quả",
    "waiting": "Chờ người dân",
    "none": "Mới nộp",
}
NEXT_STEP = {
    State.SUBMITTED: ("Xem, tiếp nhận", "receive", ""),
    State.FEE_ASKED: ("Thu phí", "pay", ""),
    State.RECEIVED: ("Nhận việc", "take_up", ""),
    State.ASSIGNED: ("Nhận việc", "take_up", ""),
    State.IN_PROGRESS: ("Trình", "propose", ""),
    State.PROPOSED: ("Ký", "sign", "k"),
    State.APPROVED: ("Ký", "sign", "k"),
    State.SIGNED: ("Chuyển trả", "release", ""),
    State.DONE: ("Trả kết quả", "return_result", ""),
    State.REFUSED: ("Trả phiếu từ chối", "return_result", ""),
    State.SUPPLEMENT_ASKED: ("Nhận bổ sung", "supplement", "b"),
    State.CONSULTING: ("Nhận ý kiến", "answer", ""),
    State.CONFIRMED: ("Trình", "propose", ""),
}


@requires("dossier.read")
def list_page(request: Request, name: str = "mine") -> HttpResponse:
    """One work list, most urgent first, grouped by how near the due moment is."""
    if name not in queries.LISTS:
        raise Http404
    page = queries.worklist(name, request.actor, at=request.now, after=_key(request))
    context = framed(
        request,
        current=name,
        counted=True,
        page_title=queries.LISTS[name][0],
        groups=grouped(page.rows, request.actor, now=request.now),
        after_url=f"?after={page.after}" if page.after else "",
        first_url=request.path if request.GET.get("after") else "",
        bulk_acts=[one for one in BULK.get(name, ()) if request.actor.may_somewhere(access.RIGHT[Act(one[0])][0])],
        name=name,
    )
    return render(request, "dossiers/list.html", context)


BULK = {
    "mine": (
        ("take_up", "Nhận nhiều việc"),
        ("sign", "Ký nhiều hồ sơ"),
        ("release", "Chuyển trả nhiều hồ sơ"),
    ),
    "to_sign": (("sign", "Ký nhiều hồ sơ"),),
}


@requires("dossier.read")
def search_page(request: Request) -> HttpResponse:
    """Find by code, name without marks, phone or personal number; a whole code opens its dossier at once."""
    wanted = request.GET.get("q", "").strip()[:120]
    page = queries.search(wanted, request.actor, at=request.now, after=_key(request)) if wanted else None
    if page and len(page.rows) == 1 and page.rows[0].code == wanted.upper():
        return redirect("dossiers:detail", page.rows[0].code)
    rows = [ui_row(row, request.actor, now=request.now) for row in page.rows] if page else []
    context = framed(
        request,
        page_title="Tìm hồ sơ",
        q=wanted,
        rows=rows,
        groups=[ui.WorkGroup("Kết quả", rows)],
        after_url=f"?q={wanted}&after={page.after}" if page and page.after else "",
    )
    return render(request, "dossiers/search.html", context)


def _key(request: Request) -> str:
    """Keyset position from the address; a broken one starts from the beginning."""
    moment, _, key = request.GET.get("after", "").replace(" ", "+").partition("|")
    try:
        edge, _ = datetime.fromisoformat(moment), UUID(key)
    except ValueError:
        return ""
    return f"{moment}|{key}" if edge.tzinfo and edge.year > 2000 else ""


def grouped(rows: Iterable[queries.WorkRow], actor: Actor, *, now: datetime) -> list[ui.WorkGroup]:
    """Rows under their headings, in the order of urgency."""
    found: dict[str, list[ui.WorkRow]] = {key: [] for key in GROUPS}
    for row in rows:
        found[_group(row)].append(ui_row(row, actor, now=now))
    return [ui.WorkGroup(GROUPS[key], group) for key, group in found.items() if group]


def _group(row: queries.WorkRow) -> str:
    """Where a row stands: what is settled waits to be fetched, whatever its due moment was."""
    if row.state in WAITING_FOR_APPLICANT:
        return "waiting"
    return "ready" if row.standing.settled else row.standing.key


def ui_row(row: queries.WorkRow, actor: Actor, *, now: datetime) -> ui.WorkRow:
    """A line of the list as the component shows it, with the next thing this officer may do."""
    key = row.code or str(row.id)
    label, act, letter = NEXT_STEP.get(row.state, ("", "", ""))
    if row.asks_confirmation and row.state == State.IN_PROGRESS:
        label, act, letter = "Gửi dự thảo", Act.SEND_DRAFT, ""
    if not act or not actor.may_somewhere(access.RIGHT[Act(act)][0]):
        label, act, letter = "", "", ""
    return ui.WorkRow(
        code=row.code or "chưa cấp mã",
        url=dossier_url(key),
        title=row.procedure,
        person=row.applicant,
        due=due_words(row.due_at, row.state, now=now),
        step=_where(row),
        next_label=label,
        next_url=_next_url(key, act),
        next_key=letter,
    )


def _where(row: queries.WorkRow) -> str:
    """The step it stands at; nothing for what is settled, whose due words say it already."""
    if row.state == State.CONFIRM_ASKED:
        return "Chờ xác nhận"
    return "" if row.state in SETTLED else row.step


def _next_url(key: str, act: str) -> str:
    if not act:
        return ""
    return dossier_url(key) if act == Act.RECEIVE else act_url(key, act)


def due_words(due_at: datetime | None, state: State, *, now: datetime) -> ui.DueWords:
    """«còn 2 ngày» in working days; settled and waiting dossiers say so instead."""
    if state in SETTLED:
        return ui.DueWords(STATE_NAME[state], tone=Tone.QUIET)
    if state in WAITING_FOR_APPLICANT:
        return ui.DueWords("đang chờ người dân", tone=Tone.INFO, icon="pause")
    if due_at is None:
        return ui.DueWords("mới nộp", tone=Tone.INFO)
    here, due = now.astimezone(queries.VN).date(), due_at.astimezone(queries.VN).date()
    calendar = worktime_files.calendar()
    first, last, sign = (here, due, 1) if due >= here else (due, here, -1)
    try:
        left = sign * worktime.working_days_between(first, last, calendar)
    except worktime.CalendarMissing:
        left = 0
    return ui.due_words(due_at, now, left or None)


@requires_officer
def elsewhere(request: Request) -> HttpResponse:
    """Reminders and what waits at the officer's other desks: fetched by the first list once it is shown."""
    return render(request, "dossiers/_elsewhere.html", {"desks": list(menu.waiting_for(request.actor))})
