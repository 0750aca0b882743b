"""Whoever tampers is found, with the thing and the step."""

from datetime import date, timedelta
from unicodedata import normalize

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from motcua.house.journal import acts, guards, queries, rules
from motcua.house.journal.models import Entry, Look, Seal
from motcua.house.journal.tests.conftest import AT, MINH, Thing, do, recorded_on

DAY = date(2024, 11, 5)


def place() -> tuple[str, object, int | None] | None:
    broken = queries.verify(models=[Thing]).broken
    return (broken.kind, broken.key, broken.seq) if broken else None


@pytest.fixture
def broken_at(thing_of_three, tamper):
    """The record is whole, then open to tampering; the expected place of a broken step."""
    do(Thing.objects.create(), to="another")
    assert place() is None
    tamper()
    return lambda seq: ("journal_tests.thing", thing_of_three.pk, seq)


def steps(thing: Thing):
    return Entry.objects.filter(thing_id=thing.pk)


def test_a_whole_record_is_found_whole(thing_of_three):
    report = queries.verify(models=[Thing])

    assert (report.is_whole, report.entries, report.broken) == (True, 3, None)


@pytest.mark.parametrize(
    "change", [{"facts": {"step": 9}}, {"name": "Ai đó"}, {"act": "x"}, {"account_id": None}, {"hash": "0" * 64}]
)
def test_a_changed_entry_is_found(thing_of_three, broken_at, change):
    steps(thing_of_three).filter(seq=2).update(**change)

    assert place() == broken_at(2)


def test_a_change_of_spelling_alone_is_found(thing_of_three, broken_at):
    steps(thing_of_three).filter(seq=2).update(name=normalize("NFD", "Trần Văn Minh"))

    assert place() == broken_at(2)


def test_swapped_moments_are_found(thing_of_three, broken_at):
    steps(thing_of_three).filter(seq=1).update(at=AT + timedelta(hours=1))
    steps(thing_of_three).filter(seq=2).update(at=AT)

    assert place() == broken_at(1)


def test_swapped_rows_are_found(thing_of_three, broken_at):
    for old, new in ((1, 99), (2, 1), (99, 2)):
        steps(thing_of_three).filter(seq=old).update(seq=new)

    assert place() == broken_at(1)


def test_a_deleted_middle_is_found(thing_of_three, broken_at):
    steps(thing_of_three).filter(seq=2).delete()

    assert place() == broken_at(2)


def test_a_deleted_last_entry_is_found_by_the_head(thing_of_three, broken_at):
    steps(thing_of_three).filter(seq=3).delete()

    assert place() == broken_at(3)


def test_a_whole_deleted_chain_is_found_by_the_head(thing_of_three, broken_at):
    steps(thing_of_three).delete()

    assert place() == broken_at(1)


def test_a_deleted_thing_is_found_by_its_entries(thing_of_three, broken_at):
    Thing.objects.filter(pk=thing_of_three.pk).delete()

    assert place() == broken_at(3)


def test_a_changed_head_is_found(thing_of_three, broken_at):
    Thing.objects.filter(pk=thing_of_three.pk).update(journal_head="0" * 64)

    assert place() == broken_at(3)


def test_an_entry_rehashed_in_place_breaks_the_next_link(thing_of_three, broken_at):
    entry = steps(thing_of_three).get(seq=2)
    entry.facts = {"step": 9}
    entry.hash = queries.entry_digest(entry)
    entry.save()

    assert place() == broken_at(3)


@pytest.fixture
def sealed_record(thing_of_three, tamper):
    acts.record_look(MINH.account_id, MINH.name, "journal_tests.thing", thing_of_three.pk, AT, "detail")
    tamper()
    recorded_on(DAY)
    acts.seal_day(DAY)
    acts.seal_day(DAY + timedelta(days=1))
    assert place() is None
    return thing_of_three


def test_a_chain_rewritten_whole_with_its_head_is_found_by_the_seal(sealed_record):
    prev = ""
    for entry in steps(sealed_record).order_by("seq"):
        entry.facts, entry.prev = {"step": "forged"}, prev
        entry.hash = prev = queries.entry_digest(entry)
        entry.save()
    Thing.objects.filter(pk=sealed_record.pk).update(journal_head=prev)

    assert place() == ("journal.seal", "2024-11-05", None)


def test_a_changed_look_is_found(sealed_record):
    look = Look.objects.get()
    Look.objects.update(name="Ai đó")

    assert place() == ("journal.look", look.id, None)


def test_a_deleted_look_is_found_by_the_seal(sealed_record):
    Look.objects.all().delete()

    broken = queries.verify(models=[Thing]).broken
    assert str(broken) == ("journal.seal 2024-11-05: niêm phong 3 dòng nhật ký, 1 lượt xem; hiện có 3 dòng, 0 lượt")


@pytest.mark.parametrize("change", [{"digest": "0" * 64}, {"entries": 2}, {"prev": "x"}])
def test_a_changed_seal_is_found(sealed_record, change):
    Seal.objects.filter(day=DAY).update(**change)

    assert place() == ("journal.seal", "2024-11-05", None)


def test_a_seal_taken_out_of_the_middle_is_found(sealed_record):
    Seal.objects.filter(day=DAY).delete()

    assert place() == ("journal.seal", "2024-11-06", None)


def test_a_seal_noted_elsewhere_tells_when_the_newest_seals_are_gone(sealed_record):
    noted = queries.last_seal().digest
    assert queries.verify(models=[Thing], seal=noted).is_whole is False  # the triggers are down
    Seal.objects.filter(digest=noted).delete()

    assert place() is None
    assert queries.verify(models=[Thing], seal=noted).broken.key == noted


def test_a_seal_covers_what_days_without_a_seal_recorded(thing, tamper):
    tamper()
    do(thing)
    recorded_on(DAY)
    do(thing)
    recorded_on(DAY + timedelta(days=2))

    first, later = acts.seal_day(DAY), acts.seal_day(DAY + timedelta(days=5))

    assert (first.entries, later.entries, later.prev) == (1, 1, first.digest)


def test_a_day_is_sealed_once_and_never_before_an_earlier_seal(db):
    acts.seal_day(DAY)

    for day in (DAY, DAY - timedelta(days=1)):
        with pytest.raises(rules.AlreadySealed):
            acts.seal_day(day)


def test_a_day_not_over_is_not_sealed(db):
    today = rules.day_of(Thing().pk)

    with pytest.raises(rules.DayNotOver):
        acts.seal_day(today)


def test_a_seal_carries_the_signature_of_its_digest(db):
    seal = acts.seal_day(DAY, sign=lambda digest: f"signed {digest}")

    assert Seal.objects.get().signature == f"signed {seal.digest}"


def test_triggers_taken_down_are_named(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER journal_look_is_append_only" + ("" if connection.vendor == "sqlite" else " ON journal_look")
        )

    report = queries.verify(models=[])

    assert (report.is_whole, report.guards_missing) == (False, {"journal_look_is_append_only"})


def test_the_command_names_the_thing_and_the_step_and_fails(thing_of_three, broken_at):
    steps(thing_of_three).filter(seq=2).update(name="Ai đó")

    with pytest.raises(CommandError) as failed:
        call_command("verify_journal")

    assert str(failed.value) == (
        f"NHẬT KÝ HỎNG: journal_tests.thing {thing_of_three.pk} dòng 2:"
        " nội dung không khớp mã băm, dòng nhật ký đã bị sửa"
    )
    assert failed.value.returncode == 1


def test_the_command_says_what_was_checked(thing_of_three, capsys):
    call_command("verify_journal")

    assert capsys.readouterr().out == "Nhật ký nguyên vẹn: 3 dòng, 0 lượt xem, 0 niêm phong\n"


def test_a_person_at_the_keyboard_cannot_empty_the_database(db):
    with pytest.raises(CommandError, match="không được xóa"):
        call_command("flush", interactive=True)


@pytest.mark.django_db(transaction=True)
def test_emptying_a_test_database_puts_the_triggers_up_again(thing_table):
    thing = Thing.objects.create()
    do(thing)

    call_command("flush", interactive=False, verbosity=0)

    assert (Entry.objects.count(), guards.missing(connection)) == (0, frozenset())
    thing.delete()


def test_the_number_of_statements_does_not_grow_with_the_record(thing, django_assert_max_num_queries):
    for step in range(300):
        acts.write(thing, act="things.move", by=MINH, at=AT, step=step)
    thing.save(update_fields=acts.CHAIN)

    with django_assert_max_num_queries(12):
        report = queries.verify(models=[Thing])

    assert (report.entries, report.broken) == (300, None)
