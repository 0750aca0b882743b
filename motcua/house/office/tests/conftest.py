"""Fixtures of the office's tests: the day of the demo, a fresh directory of units."""

import pytest

from motcua.house.office import queries
from motcua.house.office.tests import people


@pytest.fixture(autouse=True)
def _fresh_directory():
    queries.forget_directory()
    yield
    queries.forget_directory()


@pytest.fixture
def _office(db, settings):
    """Units and posts of the repository's files, on 14/11/2024."""
    settings.CLOCK = people.AT
    people.load_office()
