"""Writing to the record."""

from datetime import UTC, date, datetime
from decimal import Decimal
from unicodedata import normalize

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.house.journal import acts, events, guards, queries, rules
from motcua.house.journal.models import Entry, Look, Seal
from motcua.house.journal.tests.conftest import AT, LAN, MINH, Thing, do


def write_and_roll_back(thing: Thing) -> None:
    with transaction.atomic():
        acts.write(thing, act="things.move", by=MINH, at=AT)
        transaction.set_rollback(True)


def test_an_act_becomes_the_next_link_of_its_thing(thing):
    first = do(thing, act="things.receive", to="P1")
    second = do(thing, act="things.move", by=LAN, to="P2")

    assert [(row.seq, row.act, row.name, row.facts, row.prev) for row in queries.history(thing)] == [
        (1, "things.receive", "Trần Văn Minh", {"to": "P1"}, ""),
        (2, "things.move", "Nguyễn Thị Lan", {"to": "P2"}, first.hash),
    ]
    assert (thing.journal_seq, thing.journal_head) == (2, second.hash)
    assert (first.thing_kind, first.account_id) == ("journal_tests.thing", MINH.account_id)


def test_writing_costs_one_statement(thing, django_assert_num_queries):
    with django_assert_num_queries(1):
        acts.write(thing, act="things.move", by=MINH, at=AT)


def test_what_is_read_back_hashes_as_it_was_written(thing):
    do(thing, name_of="é", on=date(2024, 2, 29), at_=AT, money=8000, big=2**60, text="đ – “”", items=["a", None, True])

    entry = queries.history(thing).get()

    assert entry.facts["at_"] == "2024-11-05T02:30:00.000000+00:00"
    assert queries.entry_digest(entry) == entry.hash


def test_the_record_keeps_one_spelling_of_vietnamese(thing):
    do(thing, to=normalize("NFD", "Bàn Thạch"))

    assert queries.history(thing).get().facts == {"to": "Bàn Thạch"}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (Decimal("1.50"), "1.50"),
        ({"b", "a"}, ["a", "b"]),
        (datetime(2024, 1, 1, tzinfo=UTC), "2024-01-01T00:00:00.000000+00:00"),
    ],
)
def test_values_have_one_plain_form(value, kept):
    assert rules.plain(value) == kept


@pytest.mark.parametrize("value", [1.5, object(), b"x"])
def test_what_two_databases_would_print_differently_is_refused(value):
    with pytest.raises(TypeError, match="The journal keeps no"):
        rules.plain(value)


@pytest.mark.parametrize("value", ["a\0b", datetime(2024, 1, 1)])  # noqa: DTZ001
def test_zero_characters_and_moments_without_zone_are_refused(value):
    with pytest.raises(ValueError):
        rules.plain(value)


@pytest.mark.django_db(transaction=True)
def test_the_record_is_refused_outside_a_transaction(thing_table):
    thing = Thing.objects.create()

    with pytest.raises(rules.OutsideTransaction):
        acts.write(thing, act="things.move", by=MINH, at=AT)

    assert queries.history(thing).count() == 0
    thing.delete()


def test_of_two_acts_at_once_on_one_thing_the_later_is_refused(thing):
    twin = Thing.objects.get(pk=thing.pk)
    do(thing)

    with pytest.raises(IntegrityError):
        do(twin)

    assert queries.history(thing).count() == 1


def test_a_thing_rolled_back_in_memory_only_cannot_skip_a_step(thing):
    write_and_roll_back(thing)

    with pytest.raises(IntegrityError, match="does not follow its chain"), transaction.atomic():
        acts.write(thing, act="things.move", by=MINH, at=AT)


@pytest.mark.parametrize("change", ["update", "delete"])
@pytest.mark.parametrize("model", [Entry, Look, Seal])
def test_the_database_refuses_to_change_or_delete_what_is_on_record(thing, model, change):
    do(thing)
    acts.record_look(MINH.account_id, MINH.name, "journal_tests.thing", thing.pk, AT, "detail")
    Seal.objects.create(day=date(2024, 1, 1), entries=0, looks=0, digest="a", prev="")
    table = model._meta.db_table  # noqa: SLF001  Django's own
    statement = {"update": f"UPDATE {table} SET hash = ''", "delete": f"DELETE FROM {table}"}[change]  # noqa: S608

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.replace("hash", "digest") if model is Seal else statement)

    assert (Entry.objects.count(), Look.objects.count(), Seal.objects.count()) == (1, 1, 1)


def test_the_triggers_are_in_force_after_migration(db):
    assert guards.missing(connection) == frozenset()


def test_a_look_is_on_record_with_who_when_and_where(thing, django_assert_num_queries):
    with django_assert_num_queries(1):
        acts.record_look(MINH.account_id, MINH.name, "journal_tests.thing", thing.pk, AT, "dossiers:detail")

    looks = queries.looks_at("journal_tests.thing", thing.pk)
    assert [(look.name, look.at, look.page) for look in looks] == [("Trần Văn Minh", AT, "dossiers:detail")]
    assert list(queries.looks_by(MINH.account_id)) == list(looks)


def test_handlers_hear_an_act_after_the_commit_and_a_failing_one_stops_nobody(
    thing, django_capture_on_commit_callbacks, monkeypatch, caplog
):
    heard = []
    monkeypatch.setattr(events, "_HANDLERS", events.defaultdict(list))
    events.on("things.move")(lambda _entry: 1 / 0)
    events.on("things.move")(heard.append)
    events.on("things.other")(heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        entry = do(thing)
        assert heard == []

    assert heard == [entry]
    assert "division by zero" in caplog.text


def test_nobody_hears_an_act_that_was_rolled_back(thing, django_capture_on_commit_callbacks, monkeypatch):
    heard = []
    monkeypatch.setattr(events, "_HANDLERS", events.defaultdict(list))
    events.on("things.move")(heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        write_and_roll_back(thing)

    assert heard == []
