"""The one clock."""

from datetime import UTC, datetime, timedelta

import time_machine

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN


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
