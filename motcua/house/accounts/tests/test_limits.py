"""Tries are counted in the database, so that all server processes count together."""

from datetime import timedelta

import pytest

from motcua.house.accounts import acts, rules
from motcua.house.accounts.models import Tries
from motcua.house.accounts.tests.people import AT

pytestmark = pytest.mark.django_db
LIMIT = rules.RateLimit("test", 3, timedelta(minutes=15))


def test_the_fourth_of_three_tries_is_refused_with_the_wait():
    for _ in range(3):
        acts.spend(LIMIT, "lan", at=AT)

    with pytest.raises(acts.TooManyTries, match="Đợi 15 phút rồi thử lại"):
        acts.spend(LIMIT, "lan", at=AT)


def test_another_key_and_another_limit_count_apart():
    for _ in range(3):
        acts.spend(LIMIT, "lan", at=AT)

    acts.spend(LIMIT, "minh", at=AT)
    acts.spend(rules.LOOK_UP, "lan", at=AT)

    assert dict(Tries.objects.values_list("key", "count")) == {"test:lan": 3, "test:minh": 1, "look_up:lan": 1}


def test_the_next_window_begins_at_nought():
    for _ in range(3):
        acts.spend(LIMIT, "lan", at=AT)

    acts.spend(LIMIT, "lan", at=AT + timedelta(minutes=15))

    assert Tries.objects.get().count == 1


def test_a_try_costs_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        acts.spend(LIMIT, "lan", at=AT)


def test_old_counters_are_forgotten():
    acts.spend(LIMIT, "lan", at=AT)
    acts.spend(LIMIT, "minh", at=AT + timedelta(days=1))

    assert acts.forget_tries(at=AT + timedelta(days=1, minutes=20)) == 1
    assert Tries.objects.get().key == "test:minh"
    assert Tries.objects.get().ends_at == AT + timedelta(days=1, minutes=15)
