"""Effect on a day: the seven states, per document and provision; order of events does not matter."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.legal.lawbase.choices import EffectState as S
from motcua.legal.lawbase.choices import EventKind as E
from motcua.legal.lawbase.rules.effect import (
    Event,
    boundaries,
    disagreement,
    label_state,
    problems,
    provision_state,
    state_on,
    sunset,
)  # fmt: skip

JAN, FEB, MAR, APR, MAY = (date(2025, month, 1) for month in range(1, 6))
BEGUN = (Event(E.ISSUED, JAN), Event(E.IN_FORCE, FEB))


@pytest.mark.parametrize(
    ("more", "on", "state"),
    [
        ((), JAN, S.NOT_YET),
        ((), FEB, S.IN_FORCE),
        ((Event(E.REPEALED, APR, ("dieu-3",)),), MAR, S.IN_FORCE),
        ((Event(E.REPEALED, APR, ("dieu-3",)),), APR, S.PARTLY_EXPIRED),
        ((Event(E.AMENDED, APR, ("dieu-3",)),), APR, S.PARTLY_EXPIRED),
        ((Event(E.SUPPLEMENTED, APR, ("dieu-3",)),), APR, S.IN_FORCE),
        ((Event(E.REPLACED, APR),), APR, S.EXPIRED),
        ((Event(E.SUSPENDED, MAR),), APR, S.SUSPENDED),
        ((Event(E.SUSPENDED, MAR, until=APR - timedelta(days=1)),), APR, S.IN_FORCE),
        ((Event(E.STAYED, MAR), Event(E.RESUMED, APR)), APR, S.IN_FORCE),
        ((Event(E.SUSPENDED, MAR, ("dieu-3",)),), APR, S.PARTLY_SUSPENDED),
        ((Event(E.UNFIT, MAR),), APR, S.UNFIT),
        ((Event(E.REPEALED, MAR), Event(E.SUSPENDED, APR)), MAY, S.EXPIRED),
    ],
)
def test_the_state_of_a_document(more, on, state):
    assert state_on((*BEGUN, *more), on) is state


def test_without_a_day_of_effect_the_state_is_unknown_never_in_force():
    assert state_on((Event(E.ISSUED, JAN),), MAY) is S.UNKNOWN


def test_a_document_holds_through_the_last_day_it_sets_itself():
    events = (*BEGUN, sunset(date(2027, 2, 28)))

    assert (state_on(events, date(2027, 2, 28)), state_on(events, date(2027, 3, 1))) == (S.IN_FORCE, S.EXPIRED)


def test_a_provision_shares_the_fate_of_what_holds_it_and_not_of_its_neighbours():
    events = (*BEGUN, Event(E.REPEALED, APR, ("dieu-3",)), Event(E.AMENDED, APR, ("dieu-4/khoan-1",)))
    states = [provision_state(events, one, MAY) for one in ("dieu-3/khoan-1", "dieu-33", "dieu-4/khoan-1", "dieu-4")]

    assert states == [S.EXPIRED, S.IN_FORCE, S.PARTLY_EXPIRED, S.IN_FORCE]


def test_a_provision_may_begin_later_than_the_document():
    events = (*BEGUN, Event(E.IN_FORCE, APR, ("dieu-5",)))

    assert (provision_state(events, "dieu-5", MAR), provision_state(events, "dieu-6", MAR)) == (S.NOT_YET, S.IN_FORCE)


def test_of_several_days_of_beginning_the_one_said_of_the_provision_itself_counts():
    events = (*BEGUN, Event(E.IN_FORCE, MAR, ("dieu-5", "dieu-7")), Event(E.IN_FORCE, APR, ("dieu-5/khoan-2",)))
    states = [provision_state(events, one, MAR) for one in ("dieu-5/khoan-2/diem-a", "dieu-5/khoan-1", "dieu-7")]

    assert states == [S.NOT_YET, S.IN_FORCE, S.IN_FORCE]


def test_a_pause_of_one_article_ends_when_the_whole_document_holds_again():
    events = (*BEGUN, Event(E.SUSPENDED, MAR, ("dieu-3",)), Event(E.RESUMED, APR))

    assert (state_on(events, MAR), provision_state(events, "dieu-3", MAR)) == (S.PARTLY_SUSPENDED, S.SUSPENDED)
    assert (state_on(events, APR), provision_state(events, "dieu-3", APR)) == (S.IN_FORCE, S.IN_FORCE)


def test_events_may_come_in_any_order():
    events = (*BEGUN, Event(E.SUSPENDED, MAR), Event(E.RESUMED, APR))

    assert {state_on(order, MAY) for order in permutations(events)} == {S.IN_FORCE}


def test_dates_that_cannot_be_are_told_and_not_mended():
    told = problems(
        [Event(E.ISSUED, MAR), Event(E.IN_FORCE, FEB), Event(E.REPEALED, JAN), Event(E.RESUMED, MAY),
         Event(E.SUSPENDED, MAY, ("dieu-1",), until=APR)]
    )  # fmt: skip

    assert len(told) == 3
    assert "trước ngày ban hành" in told[0]


def test_a_label_printed_elsewhere_is_compared_and_never_believed():
    assert label_state("Hết hiệu lực một phần") is S.PARTLY_EXPIRED
    assert label_state("Còn hiệu  lực") is S.IN_FORCE
    assert label_state("lạ") is S.UNKNOWN
    assert disagreement(S.EXPIRED, "Còn hiệu lực").startswith("Nguồn ghi")
    assert (disagreement(S.EXPIRED, "CHL") != "", disagreement(S.EXPIRED, "")) == (True, "")


DAYS = some.dates(JAN, MAY)
EVENTS = some.lists(
    some.builds(
        Event, some.sampled_from(list(E)), DAYS, some.sampled_from([(), ("dieu-1",), ("dieu-2/khoan-1",)]),
        some.none() | DAYS,
    ),
    max_size=8,
)  # fmt: skip


@given(EVENTS, DAYS)
def test_between_two_boundaries_the_state_stands_still(events, on):
    days = [day for day in boundaries(events) if day <= on]

    assert state_on(events, on) is (state_on(events, days[-1]) if days else state_on(events, date.min))


@given(EVENTS, DAYS)
def test_what_has_ended_does_not_come_back(events, on):
    if state_on(events, on) is S.EXPIRED:
        assert state_on(events, on + timedelta(days=400)) is S.EXPIRED
