"""The first page: what is late or due, then drafts by state; and what the law says, with what is not sure."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.base.ui.choices import Tone
from motcua.bureau.drafting import access, loader, queries, rules
from motcua.bureau.drafting.choices import STATE_NAME, State
from motcua.bureau.drafting.views.frame import framed
from motcua.house.office.access import Request, requires
from motcua.house.office.choices import LEVEL_NAMES, Level

SOURCE_NAME = {"own": "hiểu biết nghiệp vụ, chưa đối chiếu văn bản", "secondary": "nguồn thứ cấp, chưa đọc toàn văn"}
LIMIT_NAME = {
    "consult": "Cơ quan được hỏi ý kiến trả lời",
    "consult_affected": "Đối tượng chịu tác động góp ý",
    "posting": "Đăng tải trên cổng thông tin",
    "appraisal_dossier": "Gửi hồ sơ thẩm định",
    "appraisal_report": "Gửi báo cáo thẩm định",
    "examination_dossier": "Gửi hồ sơ thẩm tra cho Ban của HĐND",
    "publish": "Đăng công báo, niêm yết",
    "effect": "Thời điểm có hiệu lực sớm nhất",
    "check_copy": "Gửi văn bản để kiểm tra",
    "handling_publish": "Công bố kết quả xử lý văn bản",
}


@requires(access.READ)
def home_page(request: Request) -> HttpResponse:
    """What is late, due today, to be done at once, and coming; and how many drafts stand in each state."""
    units, on = access.readable_units(request.actor), request.actor.on
    found = queries.alerts(units, on=on)
    late = [one for one in found if one.due_on and one.due_on < on]
    today = [one for one in found if one.due_on == on]
    at_once = [one for one in found if one.due_on is None]
    coming = [one for one in found if one.due_on and one.due_on > on]
    named = (("Trễ hạn", late), ("Hạn hôm nay", today), ("Cần làm ngay", at_once), ("Sắp đến hạn", coming))
    counts = queries.counts(units)
    context = framed(
        request,
        "home",
        page_title="Xây dựng, thẩm định văn bản",
        groups=[ui.WorkGroup(name, [work_row(one, on=on) for one in rows]) for name, rows in named if rows],
        late=len(late),
        states=[(STATE_NAME[one], counts[one.value], one.value) for one in State if one.value in counts],
    )
    return render(request, "drafting/home.html", context)


def work_row(one: queries.Alert, *, on: date) -> ui.WorkRow:
    """An alert as a line of a work list: what to do first, as a telephone shows no more than that and the name."""
    if one.draft is not None:
        return ui.WorkRow(
            code=one.draft.number or loader.law().kind(one.draft.kind).short,
            url=reverse("drafting:draft", args=[one.draft.pk]),
            title=one.what,
            person=one.draft.title,
            due=due_words(one.due_on, on=on),
            step=one.draft.lead,
        )
    return ui.WorkRow(
        code=f"Chương trình {one.programme.year}" if one.programme else "",
        url=reverse("drafting:programme", args=[one.programme.pk]) if one.programme else "",
        title=one.what,
        person=one.title,
        due=due_words(one.due_on, on=on),
        step="",
    )


def due_words(due_on: date | None, *, on: date) -> ui.DueWords:
    """«trễ 2 ngày», «hạn hôm nay», «còn 3 ngày», or to be done at once."""
    if due_on is None:
        return ui.DueWords("làm ngay", {}, Tone.SOON, "clock")
    if late := rules.days_late(due_on, on):
        return ui.DueWords("trễ %(days)s ngày", {"days": late}, Tone.LATE, "alert")
    left = (due_on - on).days
    if not left:
        return ui.DueWords("hạn hôm nay", {}, Tone.SOON, "clock")
    return ui.DueWords("còn %(days)s ngày", {"days": left}, Tone.GOOD, "check")


@requires(access.READ)
def law_page(request: Request) -> HttpResponse:
    """What the law says on the day: who may issue what, steps and limits, papers, contents; «cần xác nhận» beside."""
    law, on = loader.law(), request.actor.on
    levels = (Level.PROVINCE, Level.CITY, Level.WARD)
    context = framed(
        request,
        "law",
        page_title="Quy định về ban hành văn bản",
        regimes=[(one, one.holds_on(on)) for one in reversed(law.regimes)],
        matrix=[
            (kind.name, [(LEVEL_NAMES[level], law.may_issue(kind.key, level.value, on)) for level in levels])
            for kind in law.kinds
        ],
        limits=[
            (LIMIT_NAME[row.key], row, limit_words(row), SOURCE_NAME.get(row.source, row.source))
            for row in law.limits
            if row.holds_on(on)
        ],
        papers=law.papers_on(on),
        contents=law.contents,
        on=on,
    )
    return render(request, "drafting/law.html", context)


def limit_words(row: rules.LimitRow) -> str:
    """«7 ngày; thủ tục rút gọn; cấp tỉnh, cấp xã»."""
    if not row.exists:
        days = "không quy định"
    elif row.anchor == rules.BEFORE_MEETING:
        days = f"chậm nhất {row.days} ngày trước ngày họp"
    else:
        days = f"{row.days} ngày"
    where = ", ".join(LEVEL_NAMES[Level(level)].lower() for level in row.levels)
    kinds = ", ".join(loader.law().kind(kind).name for kind in row.kinds)
    return "; ".join(filter(None, [days, "rút gọn" if row.urgent else "", where, kinds]))
