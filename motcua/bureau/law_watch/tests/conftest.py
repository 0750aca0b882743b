"""Fixtures: ward Tam Kỳ on 25/11/2026 and the people who monitor, head, inspect from above, or work elsewhere."""

import pytest

from motcua.bureau.law_watch.tests import world
from motcua.house.office import queries as office
from motcua.house.office.tests import people


@pytest.fixture
def ward(db, settings):
    settings.CLOCK = world.AT
    people.load_office()
    office.forget_directory()


@pytest.fixture
def hanh(ward):
    return world.hanh()


@pytest.fixture
def hoa(ward):
    return world.hoa()


@pytest.fixture
def tuan(ward):
    return world.tuan()


@pytest.fixture
def writes(hanh):
    return world.actor(hanh)


@pytest.fixture
def issues(hoa):
    return world.actor(hoa)


@pytest.fixture
def elsewhere(tuan):
    return world.actor(tuan)
