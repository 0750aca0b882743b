"""Books and entries: numbers without gap, closing, notes, cancelling, duties, findings; and who may not."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from motcua.base.worktime.rules import VN
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.trades.civil_status import acts, queries, rules
from motcua.trades.civil_status.choices import BookKind, Duty, NoteKind
from motcua.trades.civil_status.models import Book, FollowUp, RegisterEntry
from motcua.trades.civil_status.tests import world
from motcua.trades.civil_status.tests.world import AT, NEW_YEARS_EVE, ON

pytestmark = pytest.mark.usefixtures("_office")


def tuan():
    return people.actor(people.tuan())


def test_the_first_entry_of_a_year_opens_its_book_and_numbers_restart(minh):
    numbers = [world.entry(minh).quoted for _ in range(3)]
    next_year = world.entry(minh, on=ON.replace(year=2025))

    assert numbers == ["01/2024", "02/2024", "03/2024"]
    assert next_year.quoted == "01/2025"
    assert sorted(book.label for book in Book.objects.all()) == ["01/2024", "01/2025"]


def test_each_kind_and_each_agency_counts_for_itself(minh):
    world.entry(minh)

    assert world.entry(minh, kind=BookKind.DEATH).number == 1
    assert world.entry(tuan(), unit_code="X20347").number == 1


def test_a_number_rolled_back_is_given_to_the_next(minh):
    with transaction.atomic():
        world.entry(minh)
        transaction.set_rollback(True)

    assert world.entry(minh).number == 1


def test_the_database_refuses_a_twin(minh):
    first = world.entry(minh)

    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        RegisterEntry.objects.bulk_create([first])


def test_the_entry_is_on_record_with_its_content(minh):
    entry = world.entry(minh)
    row = journal.history(entry).get()

    assert (row.act, row.name, row.facts["number"]) == ("enter", "Trần Văn Minh", 1)
    assert row.facts["content"] == entry.content


def test_an_officer_of_another_ward_writes_nothing_here(minh):
    entry = world.entry(minh)
    stranger = tuan()

    for act in (
        lambda: world.entry(stranger),
        lambda: acts.note(entry, kind=NoteKind.OTHER, words="x", basis="y", by=stranger, at=AT),
        lambda: acts.cancel(entry, reason="x", by=stranger, at=AT),
        lambda: acts.close_book(entry.book, pages=1, by=stranger, at=NEW_YEARS_EVE),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert journal.history(entry).count() == 1


def test_the_head_closes_the_book_with_its_counts(minh, hoa):
    entries = [world.entry(minh) for _ in range(3)]
    acts.cancel(entries[1], reason="Ghi nhầm, biên bản số 1", by=hoa, at=AT)
    book = acts.close_book(entries[0].book, pages=12, by=hoa, at=NEW_YEARS_EVE)

    assert book.closing == {"pages": 12, "events": 2, "cancelled": 1, "first": 1, "last": 3, "notes": 0}
    assert journal.history(book).last().facts["events"] == 2


def test_a_closed_book_takes_no_entry_and_is_not_closed_twice(minh, hoa):
    book = world.entry(minh).book
    acts.close_book(book, pages=1, by=hoa, at=NEW_YEARS_EVE)

    with pytest.raises(rules.BookClosed, match="01/2024 đã khóa ngày 31/12/2024"):
        world.entry(minh)
    with pytest.raises(rules.BookClosed):
        acts.close_book(book, pages=1, by=hoa, at=NEW_YEARS_EVE)
    with pytest.raises(rules.BookClosed):
        acts.open_book(agency=world.unit(), unit=world.unit(), kind=BookKind.BIRTH, year=2024, by=minh, at=AT)


def test_the_keeper_may_not_close_nor_anybody_before_the_year_ends(minh, hoa):
    book = world.entry(minh).book

    with pytest.raises(NotAllowed):
        acts.close_book(book, pages=1, by=minh, at=NEW_YEARS_EVE)
    with pytest.raises(rules.TooEarly):
        acts.close_book(book, pages=1, by=hoa, at=AT)
    with pytest.raises(ValueError, match="số trang"):
        acts.close_book(book, pages=0, by=hoa, at=NEW_YEARS_EVE)


def test_a_second_volume_goes_on_counting(minh):
    world.entry(minh)
    acts.open_book(agency=world.unit(), unit=world.unit(), kind=BookKind.BIRTH, year=2024, by=minh, at=AT)
    entry = world.entry(minh)

    assert (entry.book.label, entry.number) == ("02/2024", 2)


def test_a_note_is_written_beside_an_entry_even_of_a_closed_book(minh, hoa):
    entry = world.entry(minh)
    acts.close_book(entry.book, pages=1, by=hoa, at=NEW_YEARS_EVE)
    acts.note(entry, kind=NoteKind.DIVORCE, words="Đã ly hôn.", basis="Bản án số 5", by=minh, at=NEW_YEARS_EVE)

    assert queries.note_text(entry) == "Ngày 31/12/2024: Đã ly hôn."
    assert [row.act for row in journal.history(entry)] == ["enter", "note"]


def test_a_cancelled_number_stays_and_is_never_given_again(minh, hoa):
    entry = world.entry(minh)
    acts.cancel(entry, reason="Ghi nhầm", by=hoa, at=AT)

    assert world.entry(minh).number == 2
    with pytest.raises(ValueError, match="đã hủy"):
        acts.cancel(entry, reason="Ghi nhầm", by=hoa, at=AT)
    with pytest.raises(ValueError, match="đã hủy"):
        acts.note(entry, kind=NoteKind.OTHER, words="x", basis="y", by=minh, at=AT)


def test_nothing_is_kept_of_an_entry_whose_journal_fails(minh):
    with pytest.raises(TypeError):
        world.entry(minh, content={"nksHoTen": object()})

    assert not RegisterEntry.objects.exists()
    assert not Book.objects.exists()
    assert world.entry(minh).number == 1


def test_the_personal_number_comes_from_the_national_database_only_once(minh):
    entry = world.entry(minh)
    acts.follow(entry, Duty.PERSONAL_NUMBER)
    with pytest.raises(ValueError, match="12 chữ số"):
        acts.give_personal_number(entry, "123", by=minh, at=AT)
    acts.give_personal_number(entry, "099190000123", by=minh, at=AT)
    entry.refresh_from_db()

    assert entry.personal_number == "099190000123"
    assert FollowUp.objects.get().done_by == "Trần Văn Minh"
    assert "099190000123" in queries.note_text(entry)
    with pytest.raises(ValueError, match="đã có số"):
        acts.give_personal_number(entry, "099190000124", by=minh, at=AT)


def test_a_duty_is_done_once(minh):
    row = acts.follow(world.entry(minh), Duty.NOTIFY_ORIGIN, whom="UBND xã Tam Phú")
    acts.finish_follow_up(row, by=minh, at=AT)

    assert list(queries.follow_ups([world.unit().id])) == []
    with pytest.raises(ValueError, match="đã làm xong"):
        acts.finish_follow_up(row, by=minh, at=AT)


def test_a_paper_book_is_taken_over_only_when_compared(minh):
    dossier = world.dossier("civil_status.extract", world.EXTRACT)

    with pytest.raises(ValueError, match="đối chiếu với sổ giấy"):
        acts.find(dossier, {"content": {"nksHoTen": "Trần Nguyễn Minh Khuê"}}, by=minh, at=AT)
    with pytest.raises(NotAllowed):
        acts.find(dossier, {}, by=tuan(), at=AT)
    acts.find(dossier, {"lived_from": "2010"}, by=minh, at=AT)
    acts.find(dossier, {"number": "44"}, by=minh, at=AT)

    assert queries.finding_of(dossier) == {"number": "44", "found_by": "Trần Văn Minh"}


def test_the_register_follows_the_units_of_2025(minh):
    entry = world.entry(minh)
    on = datetime(2025, 7, 1, 9, tzinfo=VN)
    heir = people.actor(people.officer("duc", "Võ Văn Đức", "P20341-VP.TPHT", from_on=on.date()), on.date())
    acts.note(entry, kind=NoteKind.OTHER, words="Chuyển sổ", basis="1659/NQ-UBTVQH15", by=heir, at=on)

    assert entry.agency_id in queries.held_by(world.unit("P20341"), on.date())
    assert queries.notes_of(entry)[0].noted_by == "Võ Văn Đức"


def test_an_entry_gives_the_national_row(minh):
    entry = world.entry(minh)
    row = queries.national_row(entry)

    assert tuple(row) == rules.COLUMNS[BookKind.BIRTH]
    assert (row["so"], row["quyenSo"], row["nksHoTen"], row["nguoiKy"]) == (
        "1",
        "01/2024",
        "Nguyễn Thị Lan",
        "Lê Thị Hoa",
    )


def test_an_entry_costs_the_same_few_statements_whatever_stands_in_the_book(minh, django_assert_num_queries):
    world.entry(minh)
    with django_assert_num_queries(6):
        world.entry(minh)
    for _ in range(5):
        world.entry(minh)
    with django_assert_num_queries(6):
        world.entry(minh)


def test_the_record_of_an_entry_is_whole_after_every_act(minh, hoa):
    entry = world.entry(minh)
    row = acts.follow(entry, Duty.LOCK_DEATH)
    acts.note(entry, kind=NoteKind.OTHER, words="x", basis="y", by=minh, at=AT)
    acts.give_personal_number(entry, "099190000123", by=minh, at=AT)
    acts.finish_follow_up(row, by=minh, at=AT)
    acts.cancel(entry, reason="Ghi nhầm", by=hoa, at=AT)

    assert [one.act for one in journal.history(entry)] == ["enter", "note", "note", "finish_follow_up", "cancel"]
    assert journal.verify().is_whole
