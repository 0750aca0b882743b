"""Dossiers settled in a period, by field, in time or late: for reports of other floors."""

from datetime import date, timedelta

import pytest

from motcua.base.keys import new_id
from motcua.counter.dossiers import queries
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.tests import world

DAY = world.TUESDAY.date()


@pytest.fixture
def three(db, settings):
    """Two of civil status, one settled after its due moment, and one that is still open."""
    settings.CLOCK = world.TUESDAY
    minh = world.as_actor(world.minh())
    made = [world.received(minh, at=world.TUESDAY + timedelta(minutes=no)) for no in range(3)]
    for row, moment in zip(made, (made[0].due_at, made[1].due_at + timedelta(hours=1)), strict=False):
        Dossier.objects.filter(pk=row.pk).update(settled_at=moment)
    return made


def test_settled_dossiers_are_counted_by_field_in_time_and_late(three):
    agency, last = three[0].agency_id, DAY + timedelta(days=30)
    [found] = queries.settled_by_field(agency, DAY, last)

    assert (found.field, found.settled, found.in_time, found.late) == ("Hộ tịch", 2, 1, 1)


def test_only_dossiers_of_the_agency_settled_within_the_days_count(three):
    agency = three[0].agency_id

    assert queries.settled_by_field(agency, date(2020, 1, 1), date(2020, 12, 31)) == ()
    assert queries.settled_by_field(new_id(), DAY, DAY + timedelta(days=30)) == ()
