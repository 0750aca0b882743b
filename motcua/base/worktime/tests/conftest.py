"""The usual hours and the shipped calendar, for the tests of this module."""

from datetime import date
from pathlib import Path

import pytest

from motcua.base.worktime import loader
from motcua.base.worktime.rules import Calendar, Hours, Period, Session

USUAL = (Session(7 * 60, 11 * 60 + 30), Session(13 * 60 + 30, 17 * 60))


@pytest.fixture(scope="session")
def usual_hours() -> Hours:
    return Hours((Period(date(2021, 1, 1), None, dict.fromkeys(range(5), USUAL)),))


@pytest.fixture(scope="session")
def shipped() -> Calendar:
    return loader.calendar(Path(__file__).resolve().parents[4] / "law" / "calendar")
