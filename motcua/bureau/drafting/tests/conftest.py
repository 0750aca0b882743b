"""Fixtures: ward Tam Kỳ on 02/11/2026 and the people who draft, appraise, sign, number, or work elsewhere."""

import pytest

from motcua.bureau.drafting.tests import world
from motcua.house.office import queries as office
from motcua.house.office.tests import people


@pytest.fixture
def ward(db, settings):
    settings.CLOCK = world.AT
    people.load_office()
    office.forget_directory()


@pytest.fixture
def cast(ward):
    """Officers by code."""
    found = {code: world.person(code) for code in world.POSTS}
    world.key_for(found["hoa"])
    return found


@pytest.fixture
def drafts(cast):
    return people.actor(cast["duc"], on=world.ON)


@pytest.fixture
def appraises(cast):
    return people.actor(cast["hanh"], on=world.ON)


@pytest.fixture
def signs(cast):
    return people.actor(cast["hoa"], on=world.ON)


@pytest.fixture
def numbers(cast):
    return people.actor(cast["thu"], on=world.ON)


@pytest.fixture
def elsewhere(cast):
    return people.actor(cast["tuan"], on=world.ON)


@pytest.fixture
def above(cast):
    return people.actor(cast["binh"], on=world.ON)
