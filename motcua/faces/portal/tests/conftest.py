"""A ward of today, Lan with an account, and a browser session of hers; nothing leaves the test."""

import pytest
from django.core.cache import cache
from django.utils import translation

from motcua.counter.dossiers import queries
from motcua.counter.dossiers.tests import world
from motcua.house.office import queries as office
from motcua.house.office.tests import people


@pytest.fixture(autouse=True)
def ward(db, settings):
    settings.CLOCK = world.TUESDAY
    cache.clear()
    office.forget_directory()
    queries.forget_kept_law()
    people.load_office()
    with translation.override("vi"):
        yield
    office.forget_directory()
    queries.forget_kept_law()


@pytest.fixture
def lan():
    return people.lan()


@pytest.fixture
def page(client, lan):
    return people.enter(client, lan)


@pytest.fixture
def minh():
    return world.minh()
