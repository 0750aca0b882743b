"""Fixtures: the office of the repository's files on 14/11/2024, and its two officers of the ward."""

import pytest

from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office
from motcua.house.office.tests import people
from motcua.trades.certification.tests import world


@pytest.fixture
def _office(db, settings):
    settings.CLOCK = people.AT
    office.forget_directory()
    dossiers.forget_kept_law()
    people.load_office()
    yield
    office.forget_directory()


@pytest.fixture
def keeper(_office):
    return world.minh()


@pytest.fixture
def head(_office):
    return world.hoa()


@pytest.fixture
def minh(keeper):
    return people.actor(keeper)


@pytest.fixture
def hoa(head):
    return people.actor(head)
