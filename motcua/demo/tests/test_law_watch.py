"""Monitoring in the invented office: whole on any day of the demo's years, the same twice, something late."""

from datetime import datetime

import pytest
from django.conf import settings as product
from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import queries
from motcua.bureau.law_watch.choices import ProposalState
from motcua.bureau.law_watch.models import Inspection, Observation, Plan, Proposal, Survey, WatchReport
from motcua.demo import office
from motcua.demo.law_watch import Watch
from motcua.demo.story import Cast
from motcua.house.journal import queries as journal
from motcua.house.office import queries as units

DAYS = [datetime(2026, 1, 2, 8, tzinfo=VN), datetime(2026, 5, 14, 10, tzinfo=VN), datetime(2026, 11, 25, 8, tzinfo=VN)]


def load(now):
    officers = office.load(product.OFFICE_DIR, at=now.replace(year=2021, month=1, day=4))
    Watch(Cast(officers, {}), now).tell()


def told():
    activities = queries.standing(Plan.objects.get()).values_list("number", "what", "due_on", "done_on")
    proposals = Proposal.objects.order_by("number").values_list("number", "state", "due_on", "answered_on")
    return list(activities), list(proposals)


@pytest.mark.parametrize("now", DAYS, ids=lambda day: f"{day:%d-%m}")
def test_the_same_day_tells_the_same_monitoring_with_every_state_of_a_proposal(db, settings, now):
    settings.DEMO = True
    with transaction.atomic():
        load(now)
        first = told()
        transaction.set_rollback(True)
    units.forget_directory()
    load(now)
    unit, on = Plan.objects.get().unit_id, now.date()

    assert told() == first
    assert sorted(row.state for row in Proposal.objects.all()) == sorted(ProposalState)
    assert [row.late > 0 for row in queries.unanswered([unit], on=on)] == [True]
    assert any(one.late for one in queries.reminders([unit], on=on))
    assert any(one.done_on for one in queries.standing(Plan.objects.get()))
    assert (Inspection.objects.count(), Observation.objects.count()) == (2, 4)
    assert {row.state for row in WatchReport.objects.all()} == {"drafted", "issued"}
    assert Survey.objects.get().replies.count() == 12
    assert journal.verify().is_whole
