"""Books of certification: running numbers over the year, cancelling, closing; and who may not."""

from datetime import datetime

import pytest
from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.trades.certification import acts, queries, rules
from motcua.trades.certification.choices import BookKind
from motcua.trades.certification.models import CertificationBook, CertificationLine
from motcua.trades.certification.tests import world

pytestmark = pytest.mark.usefixtures("_office")

EVE = datetime(2024, 12, 31, 16, tzinfo=VN)


def numbers(lines):
    return [line.number for line in lines]


def test_each_paper_of_a_visitor_takes_the_next_number(minh):
    first = world.certified(minh, "CMND của A", "CMND của B", "Sổ hộ khẩu")
    second = world.certified(minh)

    assert numbers(first) == [1, 2, 3]
    assert numbers(second) == [4]
    assert first[0].book.label == "01/2024-SCT/BS"


def test_numbers_restart_with_the_year_and_differ_by_kind_and_agency(minh):
    world.certified(minh)
    tuan = people.actor(people.tuan())

    assert numbers(world.certified(minh, at=datetime(2025, 1, 2, 8, tzinfo=VN))) == [1]
    assert numbers(world.certified(minh, kind=BookKind.SIGNATURE)) == [1]
    assert numbers(world.certified(tuan, unit_code="X20347")) == [1]


def test_the_second_volume_of_a_year_goes_on_counting(minh):
    world.certified(minh)
    here = world.unit()
    acts.open_book(agency=here, unit=here, kind=BookKind.COPY, year=2024, by=minh, at=world.AT)
    (line,) = world.certified(minh)

    assert (line.book.label, line.number) == ("02/2024-SCT/BS", 2)


def test_numbers_rolled_back_are_given_again(minh):
    with transaction.atomic():
        world.certified(minh, "a", "b")
        transaction.set_rollback(True)

    assert numbers(world.certified(minh)) == [1]


def test_the_book_records_every_number_it_gave(minh):
    (line,) = world.certified(minh, "Hộ chiếu")
    opened, certified = journal.history(line.book)

    assert opened.act == "open_book"
    assert certified.facts["lines"] == [{"number": 1, "document": "Hộ chiếu", "copies": 2}]


def test_without_a_paper_there_is_nothing_to_certify(minh):
    here = world.unit()
    request = acts.Request(BookKind.COPY, "Lan", "", [], "Hoa", "Chủ tịch", "Minh")

    with pytest.raises(ValueError, match="Chưa có giấy tờ"):
        acts.certify(request, agency=here, unit=here, by=minh, at=world.AT)


def test_a_cancelled_number_stays_in_the_book(minh, hoa):
    (line,) = world.certified(minh)
    acts.cancel_line(line, reason="Ghi nhầm", by=hoa, at=world.AT)

    assert numbers(world.certified(minh)) == [2]
    assert queries.closing_of(line.book) == {"cases": 1, "cancelled": 1, "copies": 2, "fee_vnd": 4000}
    with pytest.raises(ValueError, match="đã hủy"):
        acts.cancel_line(line, reason="Ghi nhầm", by=hoa, at=world.AT)


def test_an_officer_of_another_ward_changes_nothing_here(minh):
    (line,) = world.certified(minh)
    tuan = people.actor(people.tuan())

    for act in (
        lambda: world.certified(tuan),
        lambda: acts.cancel_line(line, reason="x", by=tuan, at=world.AT),
        lambda: acts.close_book(line.book, by=tuan, at=EVE),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert CertificationLine.objects.count() == 1


def test_the_head_closes_the_book_of_the_year_once(minh, hoa):
    book = world.certified(minh, "a", "b")[0].book
    with pytest.raises(rules.TooEarly):
        acts.close_book(book, by=hoa, at=world.AT)
    with pytest.raises(NotAllowed):
        acts.close_book(book, by=minh, at=EVE)
    acts.close_book(book, by=hoa, at=EVE)

    assert CertificationBook.objects.get().closing["cases"] == 2
    with pytest.raises(rules.BookClosed, match="đã khóa ngày 31/12/2024"):
        world.certified(minh)
    with pytest.raises(rules.BookClosed):
        acts.close_book(book, by=hoa, at=EVE)


def test_one_more_paper_costs_one_more_number_only(minh, django_assert_num_queries):
    world.certified(minh)
    with django_assert_num_queries(7):
        world.certified(minh)
    with django_assert_num_queries(9):
        world.certified(minh, "a", "b", "c")
