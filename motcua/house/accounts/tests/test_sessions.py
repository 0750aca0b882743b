"""How long a session lives."""

from datetime import timedelta

import pytest
from django.urls import reverse

from motcua.house.accounts.middleware import FACTOR, SEEN
from motcua.house.accounts.tests import people
from motcua.house.accounts.tests.people import AT

pytestmark = pytest.mark.django_db
PAGE = "/tai-khoan/"


@pytest.fixture
def at(settings):
    """Sets the clock to so many minutes after nine."""

    def set_clock(minutes):
        settings.CLOCK = AT + timedelta(minutes=minutes)

    return set_clock


@pytest.fixture
def officer(client):
    """Minh at work since nine."""
    client.force_login(people.minh(), backend="motcua.house.accounts.backend.LoginBackend")
    session = client.session
    session[FACTOR] = True
    session.save()
    client.get(PAGE)
    return client


def test_an_officer_who_keeps_working_stays_in(officer, at):
    for minutes in range(20, 700, 20):
        at(minutes)
        assert officer.get(PAGE).status_code == 200


def test_an_officer_idle_for_half_an_hour_is_out(officer, at):
    at(36)

    answer = officer.get(PAGE, follow=True)

    assert answer.redirect_chain == [(reverse("account_login") + "?next=/tai-khoan/", 302)]
    assert "Phiên làm việc đã hết hạn" in answer.content.decode()
    assert "_auth_user_id" not in officer.session


def test_twelve_hours_end_any_session(client, at):
    client.force_login(people.lan(), backend="motcua.house.accounts.backend.LoginBackend")
    client.get(PAGE)
    at(200)
    kept = client.get(PAGE).status_code
    at(12 * 60 + 1)

    assert (kept, client.get(PAGE).status_code) == (200, 302)


def test_a_page_fragment_after_the_end_sends_the_whole_page_to_the_login(officer, at):
    at(36)

    answer = officer.get(PAGE, headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Redirect"]) == (200, reverse("account_login") + "?next=/tai-khoan/")


def test_last_use_is_written_at_most_every_five_minutes(officer, at, django_assert_num_queries):
    first = officer.session[SEEN]
    at(3)
    officer.get(PAGE)
    at_three = officer.session[SEEN]
    at(9)
    officer.get(PAGE)

    assert at_three == first
    assert officer.session[SEEN] - first >= 9 * 60


def test_a_page_can_ask_whether_its_session_lives(client, officer, at):
    alive = officer.get(reverse("account_awake"))
    at(36)
    ended = officer.get(reverse("account_awake"))
    stranger = officer.get(reverse("account_awake"))

    assert (alive.status_code, len(alive.content)) == (200, 64)
    assert alive.headers["Cache-Control"] == "no-store"
    assert (ended.status_code, stranger.status_code, stranger.content) == (302, 401, b"")


def test_typing_keeps_an_officer_in(officer, at):
    for minutes in (20, 40, 60):
        at(minutes)
        officer.get(reverse("account_awake"))
    at(80)

    assert officer.get(PAGE).status_code == 200


def test_the_session_cookie_is_not_for_scripts(client):
    people.lan()

    answer = client.post(reverse("account_login"), {"login": "0905000123", "password": people.PASSWORD})

    cookie = answer.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 12 * 3600)
