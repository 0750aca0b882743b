"""Running numbers, one process."""

import pytest
from django.db import IntegrityError, transaction

from motcua.house.numbering import acts, queries
from motcua.house.numbering.models import Counter
from motcua.house.numbering.rules import AlreadyGiven, OutsideTransaction


@pytest.mark.django_db
def test_numbers_run_from_one_and_each_scope_has_its_own():
    given = [acts.next_number("X20335/KS/2024") for _ in range(3)]
    other = acts.next_number("X20335/KT/2024")

    assert (given, other) == ([1, 2, 3], 1)


@pytest.mark.django_db
def test_peeking_takes_nothing():
    acts.next_number("book")

    assert (queries.peek("book"), queries.peek("book"), queries.peek("new book")) == (2, 2, 1)


@pytest.mark.django_db
def test_one_number_costs_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        acts.next_number("book")


@pytest.mark.django_db
def test_a_book_begun_on_paper_goes_on_from_its_number():
    acts.start_at("book", 143)

    assert (acts.next_number("book"), acts.next_number("book")) == (143, 144)


@pytest.mark.django_db
def test_a_book_may_start_later_but_never_at_a_number_already_given():
    acts.next_number("book")
    acts.next_number("book")

    with pytest.raises(AlreadyGiven) as refused:
        acts.start_at("book", 2)
    acts.start_at("book", 3)

    assert str(refused.value) == "Sổ book đã cấp đến số 2, không thể bắt đầu lại từ số 2."
    assert acts.next_number("book") == 3


@pytest.mark.django_db
@pytest.mark.parametrize("value", [0, -1])
def test_a_book_starts_at_one_or_later(value):
    with pytest.raises(ValueError, match="từ 1 trở lên"):
        acts.start_at("book", value)


@pytest.mark.django_db(transaction=True)
def test_a_number_is_refused_outside_a_transaction():
    with pytest.raises(OutsideTransaction):
        acts.next_number("book")

    assert Counter.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_number_is_given_again():
    with transaction.atomic():
        acts.next_number("book")
        transaction.set_rollback(True)

    with transaction.atomic():
        number = acts.next_number("book")

    assert number == 1


@pytest.mark.django_db
@pytest.mark.parametrize("scope", ["", "x" * 201])
def test_a_scope_that_would_be_cut_is_refused(scope):
    with pytest.raises(ValueError, match="A scope has 1 to 200 characters"):
        acts.next_number(scope)


@pytest.mark.django_db
def test_a_running_number_is_never_negative():
    with pytest.raises(IntegrityError), transaction.atomic():
        Counter.objects.create(scope="book", last=-1)
