"""The one clock."""

from datetime import UTC, datetime, timedelta

import time_machine

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN, Limit, due_moment


def test_the_clock_reads_the_present_in_viet_nam(settings):
    settings.CLOCK = None

    with time_machine.travel(datetime(2026, 11, 23, 2, 30, tzinfo=UTC), tick=False):
        assert clock.now().isoformat() == "2026-11-23T09:30:00+07:00"


def test_a_set_clock_runs_on_from_its_moment(settings):
    settings.CLOCK = datetime(2024, 11, 14, 9, tzinfo=VN)

    first, second = clock.now(), clock.now()

    assert timedelta() <= first - settings.CLOCK < timedelta(days=1)
    assert second >= first
    assert second.utcoffset() == timedelta(hours=7)


def at(*moment):
    return datetime(*moment, tzinfo=VN)


def test_a_demo_stands_on_the_last_day_that_can_be_told_when_the_calendar_ends_near():
    last = clock.loader.calendar().last
    edge = last - clock.LONGEST_PROMISE

    assert clock.demo_moment(at(edge.year, edge.month, edge.day, 16)) == at(edge.year, edge.month, edge.day, 16)
    assert clock.demo_moment(at(last.year, 12, 29, 9)) == at(edge.year, edge.month, edge.day, 8)
    assert clock.demo_moment(at(last.year + 3, 5, 1, 9)) == at(edge.year, edge.month, edge.day, 8)
    assert clock.loader.calendar().is_working(edge)


def test_an_office_at_work_keeps_the_true_day_whatever_its_calendar(settings):
    settings.CLOCK, settings.DEMO = None, False

    with time_machine.travel(datetime(2031, 5, 6, 2, 30, tzinfo=UTC), tick=False):
        assert clock.now().isoformat() == "2031-05-06T09:30:00+07:00"


def test_the_longest_promise_fits_before_the_calendar_ends():
    calendar = clock.loader.calendar()
    opened = clock.demo_moment(at(calendar.last.year + 1, 1, 4, 9))
    hours = clock.loader.hours()

    moments = [due_moment(opened, Limit.parse(limit), calendar=calendar, hours=hours).at for limit in ("23d", "10wd")]

    assert all(one.date() <= calendar.last for one in moments)
