"""The invented drafts: one in every state, the same every time."""

from datetime import datetime

import pytest
from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.drafting.choices import State
from motcua.bureau.drafting.models import Comment, Draft
from motcua.demo import drafting, office, story
from motcua.demo.people import CITIZENS
from motcua.house.accounts.models import Account
from motcua.house.journal import queries as journal

WEDNESDAY = datetime(2026, 11, 25, 8, 30, tzinfo=VN)


@pytest.fixture
def cast(db, settings):
    settings.DEMO, settings.CLOCK = True, WEDNESDAY
    officers = office.load(settings.OFFICE_DIR, at=WEDNESDAY.replace(year=2021, month=1, day=4))
    return story.Cast(officers, {one.login: Account.objects.get(login=one.login) for one in CITIZENS})


def told(cast):
    made = list(drafting.tell_drafts(cast, now=WEDNESDAY))
    return [(one.title, one.state, one.number, one.versions.order_by("-number").first().file.sha256) for one in made]


@pytest.mark.slow
def test_there_is_a_draft_in_every_state_and_the_same_day_gives_the_same(cast):
    with transaction.atomic():
        first = told(cast)
        transaction.set_rollback(True)
    second = told(cast)

    assert second == first
    assert {state for _, state, _, _ in first} == set(State)
    assert Comment.objects.count() == 2
    assert {journal.thing_problem(one.pk) for one in Draft.objects.all()} == {None}
