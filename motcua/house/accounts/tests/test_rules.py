"""Logins, limits and the life of a session."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.worktime.rules import VN
from motcua.house.accounts import rules

AT = datetime(2024, 11, 14, 9, 0, tzinfo=VN)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0905000123", "0905000123"),
        (" 0905 000 123 ", "0905000123"),
        ("0905.000.123", "0905000123"),
        ("+84 905 000 123", "0905000123"),
        ("Lan.Nguyen@Example.VN", "lan.nguyen@example.vn"),
        ("MINH", "minh"),
        ("cb-012", "cb-012"),
        ("", ""),
    ],
)
def test_a_login_has_one_stored_form(typed, kept):
    assert rules.login_key(typed) == kept


@given(st.text(max_size=40))
def test_the_stored_form_is_its_own_stored_form(text):
    once = rules.login_key(text)

    assert rules.login_key(once) == rules.login_key(rules.login_key(once))


@pytest.mark.parametrize(
    ("began", "seen", "officer", "over"),
    [
        (timedelta(hours=1), timedelta(minutes=29), True, False),
        (timedelta(hours=1), timedelta(minutes=30), True, True),
        (timedelta(hours=1), timedelta(minutes=45), False, False),
        (timedelta(hours=11, minutes=59), timedelta(), True, False),
        (timedelta(hours=12), timedelta(), True, True),
        (timedelta(hours=12), timedelta(), False, True),
    ],
)
def test_a_session_ends_after_twelve_hours_and_an_officers_after_thirty_idle_minutes(began, seen, officer, over):
    assert rules.is_over(began_at=AT - began, seen_at=AT - seen, at=AT, officer=officer) is over


@given(st.integers(0, 10**6))
def test_after_the_wait_another_window_is_open(seconds):
    at = AT + timedelta(seconds=seconds)
    limit = rules.LOGIN_BY_NAME

    assert timedelta() < limit.wait(at) <= limit.window
    assert limit.window_no(at + limit.wait(at)) == limit.window_no(at) + 1


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (1, 1), (61, 2), (900, 15), (3600, 60)])
def test_a_wait_is_whole_minutes_rounded_up(seconds, minutes):
    assert rules.wait_minutes(timedelta(seconds=seconds)) == minutes
