"""A thing with a chain, in a table of these tests alone; the hands that tamper."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.db import connection, models, transaction

from motcua.base.keys import new_id
from motcua.house.journal import acts, guards, rules
from motcua.house.journal.models import Chained, Entry, Look

MINH = SimpleNamespace(account_id=new_id(), name="Trần Văn Minh")
LAN = SimpleNamespace(account_id=None, name="Nguyễn Thị Lan")
AT = datetime(2024, 11, 5, 9, 30, tzinfo=rules.VN)


class Thing(Chained):
    """Not in the registry of the house: no other test sees it."""

    id = models.UUIDField(primary_key=True, default=new_id)

    class Meta:
        app_label = "journal_tests"
        apps = Apps()


@pytest.fixture(scope="session")
def thing_table(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.create_model(Thing)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.delete_model(Thing)


@pytest.fixture
def empty_record(db) -> None:
    """Until the test ends, as on the first day: the office that stands in every test database has left no row."""
    guards.take_down(connection)
    Entry.objects.all().delete()
    guards.put_up(connection)
    for model in apps.get_models():
        if issubclass(model, Chained):
            model.objects.update(journal_seq=0, journal_head="")


@pytest.fixture
def thing(thing_table, empty_record) -> Thing:
    return Thing.objects.create()


def do(thing: Thing, act: str = "things.move", *, by=MINH, at: datetime = AT, **facts: object) -> Entry:
    """One act as every module writes it."""
    with transaction.atomic():
        entry = acts.write(thing, act=act, by=by, at=at, **facts)
        thing.save(update_fields=acts.CHAIN)
    return entry


@pytest.fixture
def thing_of_three(thing: Thing) -> Thing:
    for step in range(3):
        do(thing, at=AT + timedelta(hours=step), step=step)
    return thing


@pytest.fixture
def tamper(db) -> Callable[[], None]:
    """The triggers are gone: from here on rows can be changed."""
    return lambda: guards.take_down(connection)


def recorded_on(day: date) -> None:
    """Make every row look written on this day: the key carries the moment of writing."""
    for model in (Entry, Look):
        for place, key in enumerate(model.objects.order_by("id").values_list("id", flat=True)):
            if rules.day_of(key) == datetime.now(UTC).astimezone(rules.VN).date():
                moved = rules.UUID(int=rules.first_key(day).int + (1 << 79) + place)
                model.objects.filter(id=key).update(id=moved)
