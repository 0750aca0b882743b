"""Ward Tam Kỳ in November 2026: Hạnh writes, Hoa issues, Tuấn works in ward Bàn Thạch, Bình inspects from the city."""

from datetime import date, datetime

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import acts
from motcua.bureau.law_watch.choices import ActivityKind, Grade, QuestionKind, Source
from motcua.house.office.tests import people

AT = datetime(2026, 11, 25, 9, tzinfo=VN)
ON = AT.date()
SINCE = date(2025, 7, 1)


def hanh():
    return people.officer("hanh", "Lê Thị Hạnh", "P20341-VP.TPHT", from_on=SINCE)


def hoa():
    return people.officer("hoa", "Nguyễn Thị Hoa", "P20341.PCT", from_on=SINCE)


def tuan():
    return people.officer("tuan", "Lý Anh Tuấn", "P20335-VP.TPHT", from_on=SINCE)


def head_elsewhere():
    return people.officer("son", "Hồ Văn Sơn", "P20335.CT", from_on=SINCE)


def binh():
    return people.officer("binh", "Mai Văn Bình", "DN.KT", from_on=SINCE)


def actor(who):
    return people.actor(who, on=ON)


def line(what="Kiểm tra công tác chứng thực", due_on=date(2026, 10, 30), kind=ActivityKind.INSPECT):
    return acts.ActivityGiven(
        kind=kind, what=what, lead="Văn phòng HĐND và UBND", due_on=due_on, product="Kết luận kiểm tra"
    )


def plan(by):
    return acts.draft_plan(year=2026, purpose="Đánh giá đúng thực trạng.", focus=["Chứng thực"], by=by, at=AT)


def issued(by, head, *lines):
    made = plan(by)
    for one in lines or (line(),):
        acts.add_activity(made, one, by=by, at=AT)
    return acts.issue_plan(made, number="15/KH-UBND", issued_on=date(2026, 1, 20), by=head, at=AT)


def seen(received_on=date(2026, 11, 2), group="collection", **given):
    values = {
        "source": Source.PRESS, "source_name": "Báo Sông Thu", "received_on": received_on, "group": group,
        "document": "Nghị định về chứng thực", "content": "Người dân phải chờ hai ngày.",
    }  # fmt: skip
    return acts.ObservationGiven(**(values | given))


def observation(by, **given):
    return acts.record_observation(seen(**given), by=by, at=AT)


def decision(number="07/QĐ-UBND"):
    return acts.InspectionGiven(
        number=number, decided_on=date(2026, 10, 1), subject="Trung tâm Phục vụ hành chính công",
        document="Nghị định về chứng thực", team="Lê Thị Hạnh, trưởng đoàn", place="Phường Tam Kỳ",
        from_on=date(2026, 10, 12), to_on=date(2026, 10, 14),
    )  # fmt: skip


def inspection(by, number="07/QĐ-UBND"):
    return acts.decide_inspection(decision(number), by=by, at=AT)


def finding(by, where=None):
    where = where or inspection(by)
    return acts.add_finding(where, text="Niêm yết thiếu phí.", group="inspection", grade=Grade.LIMITED, by=by, at=AT)


def letter(number="21/UBND", due_on=date(2026, 11, 20), sent_on=date(2026, 10, 20)):
    return acts.ProposalGiven(
        number=number, sent_on=sent_on, body="Sở Tư pháp", text="Hướng dẫn thống nhất mức thu.", due_on=due_on
    )


def proposal(by, **given):
    return acts.send_proposal(letter(**given), by=by, at=AT)


def answered(by, **given):
    return acts.answer_proposal(
        proposal(by, **given), answer="Sẽ hướng dẫn.", answered_on=date(2026, 11, 10), by=by, at=AT
    )


def survey(by):
    made = acts.draft_survey(
        title="Hài lòng về chứng thực", asked="Người dân", place="Bộ phận một cửa", from_on=date(2026, 9, 1),
        to_on=date(2026, 9, 30), by=by, at=AT,
    )  # fmt: skip
    acts.add_question(made, text="Chờ bao lâu?", kind=QuestionKind.CHOICE, options="Dưới 1 giờ\nLâu hơn", by=by, at=AT)
    acts.add_question(made, text="Hài lòng?", kind=QuestionKind.SCALE, by=by, at=AT)
    return made


def sheet(by, from_on=date(2026, 1, 1), to_on=date(2026, 6, 30)):
    return acts.open_figures(from_on=from_on, to_on=to_on, by=by, at=AT)


def report(by):
    made = acts.draft_report(from_on=date(2026, 1, 1), to_on=date(2026, 10, 31), by=by, at=AT)
    return acts.edit_report(made, {"results": "Thi hành đúng, kịp thời."}, by=by, at=AT)
