"""The ward's office in the database, its four people, and Tuấn elsewhere."""

import pytest

from motcua.counter.dossiers import queries
from motcua.counter.dossiers.tests import ways, world
from motcua.house.office import queries as office
from motcua.house.office.tests import people


@pytest.fixture
def ward(db, settings):
    settings.CLOCK = world.TUESDAY
    office.forget_directory()
    queries.forget_kept_law()
    people.load_office()
    yield
    office.forget_directory()
    queries.forget_kept_law()


@pytest.fixture
def minh(ward):
    return world.minh()


@pytest.fixture
def hanh(ward):
    return world.hanh()


@pytest.fixture
def hoa(ward):
    return world.hoa()


@pytest.fixture
def thu(ward):
    return world.thu()


@pytest.fixture
def tuan(ward):
    return world.tuan()


@pytest.fixture
def cast(minh, hanh, hoa, thu):
    return ways.cast_of(minh, hanh, hoa, thu)


@pytest.fixture
def at_desk(client):
    """`at_desk(minh)`: a client with Minh logged in."""
    return lambda who: people.enter(client, who)
