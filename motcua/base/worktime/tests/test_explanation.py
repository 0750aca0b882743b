"""The explanation of a due moment, word for word."""

from datetime import date, datetime, timedelta

import pytest

from motcua.base.worktime.rules import VN, Hours, Limit, Period, Session, due_moment, extend


def lines(due):
    return [f"{step.day:%d/%m} {'x' if step.counted else '-'} {step.label_vi}" for step in due.steps]


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def test_weekends_holidays_and_a_worked_saturday_are_named(shipped, usual_hours):
    due = due_moment(at("2024-04-26T09:20"), Limit.parse("3wd"), calendar=shipped, hours=usual_hours)

    assert lines(due) == [
        "26/04 - tiếp nhận lúc 09:20 – tính từ ngày làm việc tiếp theo",
        "27/04 - Thứ Bảy – nghỉ",
        "28/04 - Chủ Nhật – nghỉ",
        "29/04 - hoán đổi, làm bù Thứ Bảy 04/05 – nghỉ",
        "30/04 - Ngày Chiến thắng 30/4 – nghỉ",
        "01/05 - Ngày Quốc tế Lao động 1/5 – nghỉ",
        "02/05 x ngày làm việc thứ 1",
        "03/05 x ngày làm việc thứ 2",
        "04/05 x ngày làm việc thứ 3 (làm bù cho Thứ Hai 29/04) – hẹn trả trước 17:00",
    ]


def test_a_receipt_after_the_cut_off_says_so(shipped, usual_hours):
    due = due_moment(at("2024-04-17T15:01"), Limit.parse("same_day"), calendar=shipped, hours=usual_hours)

    assert lines(due) == [
        "17/04 - tiếp nhận lúc 15:01, sau 15:00 – trả trong ngày làm việc tiếp theo",
        "18/04 - Giỗ Tổ Hùng Vương – nghỉ",
        "19/04 x ngày làm việc tiếp theo – hẹn trả trước 17:00",
    ]


def test_a_receipt_in_time_is_returned_in_the_day(shipped, usual_hours):
    due = due_moment(at("2024-11-14T15:00"), Limit.parse("same_day"), calendar=shipped, hours=usual_hours)

    assert lines(due) == ["14/11 x tiếp nhận lúc 15:00, không quá 15:00 – trả trong ngày – hẹn trả trước 17:00"]


def test_a_receipt_on_saturday_waits_for_monday(shipped, usual_hours):
    due = due_moment(at("2024-11-16T09:00"), Limit.parse("1wd"), calendar=shipped, hours=usual_hours)

    assert lines(due) == [
        "16/11 - tiếp nhận lúc 09:00, ngoài giờ làm việc (Thứ Bảy)",
        "17/11 - Chủ Nhật – nghỉ",
        "18/11 - coi như tiếp nhận lúc 07:00 – tính từ ngày làm việc tiếp theo",
        "19/11 x ngày làm việc thứ 1 – hẹn trả trước 17:00",
    ]


def test_days_of_waiting_for_the_citizen_are_shown_and_not_counted(shipped, usual_hours):
    waits = [(at("2024-11-15T10:00"), at("2024-11-18T10:00"))]

    due = due_moment(at("2024-11-14T09:00"), Limit.parse("1wd"), calendar=shipped, hours=usual_hours, pauses=waits)

    assert lines(due)[1:] == [
        "15/11 - chờ người nộp bổ sung – không tính",
        "16/11 - Thứ Bảy – nghỉ",
        "17/11 - Chủ Nhật – nghỉ",
        "18/11 x ngày làm việc thứ 1 – hẹn trả trước 17:00",
    ]


def test_hours_show_how_much_of_each_day_was_used(shipped, usual_hours):
    due = due_moment(at("2024-11-15T16:20"), Limit.parse("4h"), calendar=shipped, hours=usual_hours)

    assert lines(due) == [
        "15/11 x 40 phút làm việc",
        "16/11 - Thứ Bảy – nghỉ",
        "17/11 - Chủ Nhật – nghỉ",
        "18/11 x 3 giờ 20 phút làm việc – hẹn trả trước 10:20",
    ]


def test_calendar_days_count_weekends_and_roll_off_a_holiday(shipped, usual_hours):
    due = due_moment(at("2025-04-29T09:00"), Limit.parse("3d"), calendar=shipped, hours=usual_hours)

    assert lines(due) == [
        "29/04 - tiếp nhận lúc 09:00 – tính từ ngày tiếp theo",
        "30/04 x ngày thứ 1 (Ngày Chiến thắng 30/4)",
        "01/05 x ngày thứ 2 (Ngày Quốc tế Lao động 1/5)",
        "02/05 x ngày thứ 3 (hoán đổi, làm bù Thứ Bảy 26/04)",
        "03/05 - Thứ Bảy – nghỉ, lùi sang ngày làm việc tiếp theo",
        "04/05 - Chủ Nhật – nghỉ, lùi sang ngày làm việc tiếp theo",
        "05/05 - ngày làm việc tiếp theo – hẹn trả trước 17:00",
    ]


def test_months_name_only_the_receipt_and_the_end(shipped, usual_hours):
    due = due_moment(at("2024-11-01T09:00"), Limit.parse("1m"), calendar=shipped, hours=usual_hours)

    assert lines(due) == [
        "01/11 - tiếp nhận lúc 09:00 – tính từ ngày tiếp theo",
        "01/12 x hết 1 tháng (Chủ Nhật)",
        "02/12 - ngày làm việc tiếp theo – hẹn trả trước 17:00",
    ]


def test_stages_and_the_re_appointment_close_with_their_names(shipped, usual_hours):
    due = due_moment(at("2024-11-18T09:00"), Limit.parse("1wd+1wd"), calendar=shipped, hours=usual_hours)

    assert lines(extend(due, Limit.parse("1wd")))[1:] == [
        "19/11 x ngày làm việc thứ 1 – hết chặng 1",
        "20/11 x ngày làm việc thứ 1 – hết hạn đã hẹn, hẹn lại một lần",
        "21/11 x ngày làm việc thứ 1 – hẹn trả trước 17:00",
    ]


@pytest.mark.parametrize(
    ("limit", "due_at"),
    [("same_day", "2024-11-16T11:00"), ("1wd", "2024-11-18T17:00"), ("4h", "2024-11-18T08:00")],
)
def test_a_saturday_desk_receives_but_saturday_is_no_working_day_of_the_law(limit, due_at, shipped, usual_hours):
    week = dict(usual_hours.periods[0].week) | {5: (Session(8 * 60, 11 * 60),)}
    desk = Hours((Period(date(2021, 1, 1), None, week),))

    due = due_moment(at("2024-11-16T08:00"), Limit.parse(limit), calendar=shipped, hours=desk)

    assert due.at == at(due_at)


def test_a_due_day_on_which_the_desk_is_closed_moves_to_the_next_opening(shipped, usual_hours):
    week = dict(usual_hours.periods[0].week) | {2: ()}
    desk = Hours((Period(date(2021, 1, 1), None, week),))

    due = due_moment(at("2024-11-19T09:00"), Limit.parse("1wd"), calendar=shipped, hours=desk)

    assert due.at == at("2024-11-21T17:00")
    assert [step.day for step in due.steps] == [date(2024, 11, 19) + timedelta(days=n) for n in range(3)]
