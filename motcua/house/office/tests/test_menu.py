"""One menu on every officers' page: the places of the modules, those the officer has a right to."""

import pytest

from motcua.base.ui.templatetags.ui import link
from motcua.house.office import menu
from motcua.house.office.menu import Place, Waiting
from motcua.house.office.tests import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings):
    settings.CLOCK = people.AT
    people.load_office()


def test_every_place_of_the_menu_opens_for_who_sees_it(office, client):
    for who in (people.minh(), people.hoa(), people.quan()):
        people.enter(client, who)
        places = menu.open_to(people.actor(who))
        answers = {place.page: client.get(link(place.page), follow=True).status_code for place in places}

        assert set(answers.values()) == {200}, (who.code, answers)


def test_the_menu_holds_what_the_officer_has_a_right_to(office):
    counter, administrator = (
        {place.page for place in menu.open_to(people.actor(who))} for who in (people.minh(), people.quan())
    )

    assert {"office:units", "jobs:list"} <= administrator
    assert {"office:units", "jobs:list"} & counter == set()
    assert {"dossiers:home", "notices:inbox"} <= counter


def test_citizens_and_strangers_have_no_menu(office, rf):
    assert menu.open_to(people.actor(people.lan())) == ()


def test_a_place_where_nothing_waits_is_not_told(office, monkeypatch):
    monkeypatch.setattr(menu, "places", lambda: (Place(1, "Sổ", "x:y", "", lambda _actor: Waiting()),))

    assert list(menu.waiting_for(people.actor(people.minh()))) == []
