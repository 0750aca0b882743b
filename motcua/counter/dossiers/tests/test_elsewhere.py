"""The first list of an officer tells how many notices are new."""

import pytest
from django.urls import reverse

from motcua.house.office import menu
from motcua.house.office.tests import people
from motcua.instruments.notices.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings):
    settings.CLOCK = people.AT
    people.load_office()


def test_what_waits_elsewhere_is_told_with_its_words(office, client):
    minh = people.minh()
    Notice.objects.create(account_id=minh.account_id, channel="in_app", about="test", body="Nhắc việc", at=people.AT)
    told = [(place.page, waiting.to_do, waiting.to_do_words) for place, waiting in menu.waiting_for(people.actor(minh))]

    page = people.enter(client, minh).get(reverse("dossiers:elsewhere")).content.decode()

    assert told == [("notices:inbox", 1, "chưa đọc")]
    assert "1 chưa đọc" in page
    assert reverse("notices:inbox") in page


def test_only_officers_ask_what_waits(office, client):
    stranger = client.get(reverse("dossiers:elsewhere"))
    citizen = people.enter(client, people.lan()).get(reverse("dossiers:elsewhere"))

    assert (stranger.status_code, citizen.status_code) == (302, 404)
