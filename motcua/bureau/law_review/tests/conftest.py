"""Fixtures: ward Tam Kỳ on 25/11/2026 and the people who review, decide, inspect from above, or work elsewhere."""

import pytest

from motcua.bureau.law_review.tests import world
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
def decides(hoa):
    return world.actor(hoa)


@pytest.fixture
def elsewhere(tuan):
    return world.actor(tuan)
