"""Every act: one journal row by its doer, nobody else may, and nothing is kept when the journal fails."""

import pytest
from django.apps import apps
from django.db import connection

from motcua.bureau.law_watch.choices import Act
from motcua.bureau.law_watch.tests import every, world
from motcua.bureau.law_watch.tests.world import AT
from motcua.house.journal.models import Entry
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people

CHANGE = every.WRITE | every.ISSUE
BEGINNING = pytest.mark.parametrize("name", every.BEGIN)
CHANGING = pytest.mark.parametrize("name", CHANGE)


def kept():
    """Every row of the module's tables, as the database has it."""
    models = apps.get_app_config("law_watch").get_models()
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in models}


def last_entry():
    return Entry.objects.order_by("id").last()


def test_every_act_of_the_list_is_tried_here():
    assert {*every.BEGIN, *CHANGE} == {act.value for act in Act}


@BEGINNING
def test_what_begins_stands_in_the_own_unit_with_its_journal_row(name, elsewhere):
    made = every.BEGIN[name](elsewhere)

    first = Entry.objects.filter(thing_id=made.pk).order_by("seq").first()
    assert (made.unit.code, made.agency.code) == ("P20335", "P20335")
    assert (first.act, first.name, first.at, first.seq) == (name, "Lý Anh Tuấn", AT, 1)


@BEGINNING
def test_who_only_reads_begins_nothing(name, ward):
    before = kept()
    for who in (people.actor(world.binh(), on=world.ON), people.actor(people.lan(), on=world.ON)):
        with pytest.raises(NotAllowed):
            every.BEGIN[name](who)

    assert kept() == before


@CHANGING
def test_an_act_leaves_exactly_one_journal_row_of_its_name(name, writes, issues):
    prepare, do = CHANGE[name]
    thing = prepare(writes, issues)
    count = Entry.objects.count()
    doer = issues if name in every.ISSUE else writes

    do(thing, by=doer)
    entry = last_entry()
    assert Entry.objects.count() == count + 1
    assert (entry.act, entry.name, entry.at, entry.account_id) == (name, doer.name, AT, doer.account_id)


@CHANGING
def test_neither_another_ward_nor_the_inspector_above_changes_a_row_here(name, writes, issues, elsewhere):
    prepare, do = CHANGE[name]
    thing = prepare(writes, issues)
    before = kept()

    for who in (elsewhere, world.actor(world.head_elsewhere()), world.actor(world.binh())):
        with pytest.raises(NotAllowed):
            do(thing, by=who)
    assert kept() == before


@pytest.mark.parametrize("name", every.ISSUE)
def test_who_writes_does_not_issue(name, writes, issues):
    prepare, do = every.ISSUE[name]
    thing = prepare(writes, issues)
    before = kept()

    with pytest.raises(NotAllowed):
        do(thing, by=writes)
    assert kept() == before


@CHANGING
def test_nothing_is_kept_when_the_journal_fails(name, writes, issues):
    prepare, do = CHANGE[name]
    thing = prepare(writes, issues)
    before = kept()

    with without_journal(), pytest.raises(Exception, match="journal_entry"):
        do(thing, by=issues)
    assert kept() == before


@BEGINNING
def test_nothing_begins_when_the_journal_fails(name, writes):
    with without_journal(), pytest.raises(Exception, match="journal_entry"):
        every.BEGIN[name](writes)

    assert all(rows == [] for rows in kept().values())


class without_journal:  # noqa: N801  reads as a sentence
    """The journal's table is away for a moment."""

    def __enter__(self):
        self._run("journal_entry", "journal_gone")

    def __exit__(self, *_):
        self._run("journal_gone", "journal_entry")

    @staticmethod
    def _run(before, after):
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {before} RENAME TO {after}")
