"""What must hold of every due moment, whatever the day, the limit and the calendar."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.base.worktime.rules import (
    VN,
    AlreadyExtended,
    CalendarDay,
    Hours,
    Limit,
    Period,
    add_worktime,
    due_moment,
    extend,
    minutes_between,
    restart,
)

MOMENTS = st.integers(0, 60 * 24 * 1910).map(lambda n: datetime(2021, 1, 4, tzinfo=VN) + timedelta(minutes=n))
UNITS = st.sampled_from(["h", "wd", "d", "m"])
SHORT = st.one_of(
    st.just("same_day"),
    st.builds("{}{}".format, st.integers(1, 30), st.sampled_from(["h", "wd", "d"])),
    st.builds("{}m".format, st.integers(1, 3)),
)
LIMITS = st.lists(SHORT, min_size=1, max_size=2).map(lambda parts: Limit.parse("+".join(parts)))
WAITS = st.lists(st.tuples(MOMENTS, st.integers(0, 20_000)), max_size=3).map(
    lambda rows: [(begin, min(begin + timedelta(minutes=m), datetime(2026, 4, 30, tzinfo=VN))) for begin, m in rows]
)


def is_open(at, calendar, hours):
    minute = at.hour * 60 + at.minute
    return any(session.start <= minute <= session.end for session in hours.sessions(at.date(), calendar))


@settings(deadline=None)
@given(at=MOMENTS, limit=LIMITS, waits=WAITS)
def test_a_due_moment_falls_in_working_time_after_the_receipt(at, limit, waits, shipped, usual_hours):
    due = due_moment(at, limit, calendar=shipped, hours=usual_hours, pauses=waits)

    assert due.at > at
    assert is_open(due.at, shipped, usual_hours)
    assert due.at.second == 0
    if limit.stages[-1].unit != "h":
        assert due.at.time() == time(17)


@settings(deadline=None)
@given(at=MOMENTS, count=st.integers(1, 40), unit=UNITS, waits=WAITS)
def test_one_more_of_a_unit_is_never_due_earlier(at, count, unit, waits, shipped, usual_hours):
    count = min(count, 5) if unit == "m" else count
    first, second = (
        due_moment(at, Limit.parse(f"{n}{unit}"), calendar=shipped, hours=usual_hours, pauses=waits)
        for n in (count, count + 1)
    )

    assert first.at <= second.at


@settings(deadline=None)
@given(at=MOMENTS, limit=LIMITS, later=st.integers(1, 5000))
def test_a_later_receipt_is_never_due_earlier(at, limit, later, shipped, usual_hours):
    first, second = (
        due_moment(received, limit, calendar=shipped, hours=usual_hours)
        for received in (at, at + timedelta(minutes=later))
    )

    assert first.at <= second.at


@settings(max_examples=40, deadline=None)
@given(at=MOMENTS, limit=LIMITS, ahead=st.integers(0, 60))
def test_one_more_holiday_never_brings_the_due_moment_nearer(at, limit, ahead, shipped, usual_hours):
    holiday = CalendarDay(at.date() + timedelta(days=ahead), "off", "nghỉ đột xuất")

    before = due_moment(at, limit, calendar=shipped, hours=usual_hours)
    after = due_moment(at, limit, calendar=shipped.with_day(holiday), hours=usual_hours)

    assert before.at <= after.at


@settings(deadline=None)
@given(at=MOMENTS, limit=LIMITS, gaps=st.lists(MOMENTS, max_size=3))
def test_a_wait_of_no_time_changes_nothing(at, limit, gaps, shipped, usual_hours):
    plain = due_moment(at, limit, calendar=shipped, hours=usual_hours)

    assert due_moment(at, limit, calendar=shipped, hours=usual_hours, pauses=[(g, g) for g in gaps]) == plain


@settings(deadline=None)
@given(at=MOMENTS, limit=LIMITS, waits=WAITS)
def test_waiting_for_the_citizen_never_brings_the_due_moment_nearer_nor_ends_within_the_wait(
    at, limit, waits, shipped, usual_hours
):
    plain = due_moment(at, limit, calendar=shipped, hours=usual_hours)

    waited = due_moment(at, limit, calendar=shipped, hours=usual_hours, pauses=waits)

    assert waited.at >= plain.at
    assert not any(begin < waited.at < end for begin, end in waits)


@settings(max_examples=40, deadline=None)
@given(at=MOMENTS, limit=LIMITS, waits=WAITS, closed=st.sets(st.integers(0, 4), max_size=3))
def test_a_desk_closed_on_some_weekdays_never_promises_a_moment_within_a_wait(
    at, limit, waits, closed, shipped, usual_hours
):
    usual = usual_hours.periods[0]
    desk = Hours((Period(usual.from_on, None, {n: s for n, s in usual.week.items() if n not in closed}),))

    due = due_moment(at, limit, calendar=shipped, hours=desk, pauses=waits)

    assert is_open(due.at, shipped, desk)
    assert not any(begin < due.at < end for begin, end in waits)
    assert due.steps[-1].day == due.at.date()


@pytest.mark.parametrize("year", range(2021, 2027))
@pytest.mark.parametrize("count", [1, 3, 10])
def test_moving_through_tet_no_working_day_of_tet_is_counted(year, count, shipped, usual_hours):
    tet = [row.on for row in shipped.days if row.on.year == year and "Nguyên đán" in row.name]
    eve = tet[0] - timedelta(days=1)
    while not shipped.is_working(eve):
        eve -= timedelta(days=1)

    due = due_moment(datetime.combine(eve, time(9), VN), Limit.parse(f"{count}wd"), calendar=shipped, hours=usual_hours)

    counted = [step.day for step in due.steps if step.counted]
    assert len(counted) == count
    assert not set(counted) & set(tet)
    assert counted[0] > tet[-1]


@settings(deadline=None)
@given(at=MOMENTS, count=st.integers(1, 40), unit=st.sampled_from(["wd", "d"]), waits=WAITS)
def test_the_explanation_counts_exactly_the_days_of_the_limit_and_skips_no_day(
    at, count, unit, waits, shipped, usual_hours
):
    due = due_moment(at, Limit.parse(f"{count}{unit}"), calendar=shipped, hours=usual_hours, pauses=waits)

    days = [step.day for step in due.steps]
    assert sum(step.counted for step in due.steps) == count
    assert days == [at.date() + timedelta(days=n) for n in range(len(days))]
    assert days[-1] == due.at.date()


@settings(deadline=None)
@given(at=MOMENTS, limit=LIMITS, waits=WAITS)
def test_every_explanation_runs_forward_to_the_due_day_and_says_it_once(at, limit, waits, shipped, usual_hours):
    due = due_moment(at, limit, calendar=shipped, hours=usual_hours, pauses=waits)

    days = [step.day for step in due.steps]
    assert days == sorted(days)
    assert days[-1] == due.at.date()
    assert [step.label_vi.endswith(f"hẹn trả trước {due.at:%H:%M}") for step in due.steps] == [
        *[False] * (len(days) - 1),
        True,
    ]


def brute_minutes(start, end, calendar):
    """An independent count: walk minute by minute through 07:00–11:30 and 13:30–17:00 of the working days."""
    count, at = 0, start
    off = {row.on for row in calendar.days if row.kind == "off"}
    worked = {row.on for row in calendar.days if row.kind == "worked"}
    while at < end:
        works = at.date() in worked or (at.isoweekday() <= 5 and at.date() not in off)
        clock = at.strftime("%H:%M")
        count += works and ("07:00" <= clock < "11:30" or "13:30" <= clock < "17:00")
        at += timedelta(minutes=1)
    return count


@settings(max_examples=40, deadline=None)
@given(at=MOMENTS, length=st.integers(0, 12_000))
def test_minutes_between_agrees_with_a_walk_minute_by_minute(at, length, shipped, usual_hours):
    end = at + timedelta(minutes=length)

    expected = brute_minutes(at, end, shipped)

    assert minutes_between(at, end, calendar=shipped, hours=usual_hours) == expected
    assert minutes_between(end, at, calendar=shipped, hours=usual_hours) == -expected


@settings(max_examples=40, deadline=None)
@given(at=MOMENTS, minutes=st.integers(0, 3000))
def test_added_working_time_is_all_there_and_ends_at_the_first_such_moment(at, minutes, shipped, usual_hours):
    end = add_worktime(at, minutes, calendar=shipped, hours=usual_hours)

    assert brute_minutes(at, end, shipped) == minutes
    if minutes:
        assert brute_minutes(at, end - timedelta(minutes=1), shipped) == minutes - 1


def test_seconds_are_rounded_up_to_the_full_minute(shipped, usual_hours):
    received = datetime(2024, 11, 14, 8, 0, 20, tzinfo=VN)

    due = due_moment(received, Limit.parse("1h"), calendar=shipped, hours=usual_hours)

    assert due.at == datetime(2024, 11, 14, 9, 1, tzinfo=VN)


def test_fifteen_hours_and_one_second_is_after_the_cut_off(shipped, usual_hours):
    received = datetime(2024, 11, 14, 15, 0, 1, tzinfo=VN)

    due = due_moment(received, Limit.parse("same_day"), calendar=shipped, hours=usual_hours)

    assert due.at.date() == date(2024, 11, 15)


def test_a_moment_without_a_time_zone_is_refused(shipped, usual_hours):
    with pytest.raises(ValueError, match="múi giờ"):
        due_moment(datetime(2024, 11, 14, 9), Limit.parse("3wd"), calendar=shipped, hours=usual_hours)  # noqa: DTZ001


def test_a_second_re_appointment_is_refused(shipped, usual_hours):
    due = due_moment(datetime(2024, 11, 14, 9, tzinfo=VN), Limit.parse("3wd"), calendar=shipped, hours=usual_hours)

    extended = extend(due, Limit.parse("2wd"))

    assert extended.at.date() == date(2024, 11, 21)
    with pytest.raises(AlreadyExtended, match="một lần"):
        extend(extended, Limit.parse("1wd"))


def test_a_restart_forgets_former_waits_and_re_appointments(shipped, usual_hours):
    received, completed = datetime(2024, 11, 14, 9, tzinfo=VN), datetime(2024, 11, 19, 14, tzinfo=VN)
    limit = Limit.parse("3wd")
    due = due_moment(received, limit, calendar=shipped, hours=usual_hours, pauses=[(received, completed)])

    again = restart(extend(due, limit), completed_at=completed)

    assert again == due_moment(completed, limit, calendar=shipped, hours=usual_hours)


def test_the_calendar_version_changes_with_a_day_and_not_with_a_note(shipped):
    row = shipped.days[0]

    assert shipped.with_day(replace(row, source="another note")).version == shipped.version
    assert shipped.with_day(CalendarDay(date(2024, 11, 14), "off", "bão")).version != shipped.version
    assert (
        shipped.with_day(CalendarDay(date(2024, 11, 14), "off", "bão")).version
        != shipped.with_day(CalendarDay(date(2024, 11, 15), "off", "bão")).version
    )
