"""Every act: one journal row by its doer, nobody else may, and nothing is kept when the journal fails."""

import pytest
from django.apps import apps
from django.db import connection

from motcua.bureau.law_review import acts, rules
from motcua.bureau.law_review.choices import Act
from motcua.bureau.law_review.tests import every, world
from motcua.bureau.law_review.tests.world import AT
from motcua.house.journal.models import Entry
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people

CHANGE = every.WRITE | every.DECIDE
BEGINNING = pytest.mark.parametrize("name", every.BEGIN)
CHANGING = pytest.mark.parametrize("name", CHANGE)


def kept():
    """Every row of the module's tables, as the database has it."""
    models = apps.get_app_config("law_review").get_models()
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in models}


def last_entry():
    return Entry.objects.order_by("id").last()


def test_every_act_of_the_list_is_tried_here():
    assert {*every.BEGIN, *CHANGE, *every.SYSTEM_ONLY} == {act.value for act in Act}


@BEGINNING
def test_what_begins_stands_in_the_own_ward_with_its_journal_row(name, writes):
    made = every.BEGIN[name](writes)

    first = Entry.objects.filter(thing_id=made.pk).order_by("seq").first()
    assert made.agency.code == "P20341"
    assert (first.act, first.name, first.at, first.seq) == (name, "Lê Thị Hạnh", AT, 1)


@BEGINNING
def test_who_only_reads_begins_nothing(name, ward):
    world.own("05/2025/QĐ-UBND", world.SINCE)
    before = kept()
    for who in (people.actor(world.binh(), on=world.ON), people.actor(people.lan(), on=world.ON)):
        with pytest.raises(NotAllowed):
            every.BEGIN[name](who) if name != "begin_review" else _begin(who)

    assert kept() == before


def _begin(who):
    from motcua.legal.lawbase.models import LegalDocument  # noqa: PLC0415

    world.begun(who, LegalDocument.objects.get())


@CHANGING
def test_an_act_leaves_exactly_one_journal_row_of_its_name(name, writes, decides):
    prepare, do = CHANGE[name]
    thing = prepare(writes, decides)
    rows = Entry.objects.filter(thing_id=thing.pk)
    count = rows.count()
    doer = decides if name in every.DECIDE else writes

    do(thing, by=doer)
    entry = rows.order_by("seq").last()
    assert rows.count() == count + 1
    assert (entry.act, entry.name, entry.at, entry.account_id) == (name, doer.name, AT, doer.account_id)


@CHANGING
def test_neither_another_ward_nor_the_inspector_above_changes_a_row_here(name, writes, decides, elsewhere):
    prepare, do = CHANGE[name]
    thing = prepare(writes, decides)
    before = kept()

    for who in (elsewhere, world.actor(world.head_elsewhere()), world.actor(world.binh())):
        with pytest.raises(NotAllowed):
            do(thing, by=who)
    assert kept() == before


@pytest.mark.parametrize("name", every.DECIDE)
def test_who_writes_does_not_decide(name, writes, decides):
    prepare, do = every.DECIDE[name]
    thing = prepare(writes, decides)
    before = kept()

    with pytest.raises(NotAllowed):
        do(thing, by=writes)
    assert kept() == before


WRONG = sorted(set(CHANGE) - {"fill_slip", "make_lists", "explain", "gather"})


@pytest.mark.parametrize("name", WRONG)
def test_an_act_is_not_done_twice(name, writes, decides):
    prepare, do = CHANGE[name]
    thing = prepare(writes, decides)
    if name == "edit_round":
        acts.issue_round_plan(thing, number="9/KH-UBND", planned_on=every.DAY, by=decides, at=AT)
    elif name == "enter_previous":
        acts.collect_results(acts.gather(thing, by=decides, at=AT), by=decides, at=AT)
    else:
        do(thing, by=decides)
    before = kept()

    with pytest.raises(rules.ActNotOpen):
        do(thing, by=decides)
    assert kept() == before


@CHANGING
def test_nothing_is_kept_when_the_journal_fails(name, writes, decides):
    prepare, do = CHANGE[name]
    thing = prepare(writes, decides)
    before = kept()

    with without_journal(), pytest.raises(Exception, match="journal_entry"):
        do(thing, by=decides)
    assert kept() == before


def test_nothing_begins_when_the_journal_fails(ward, writes):
    document = world.own("05/2025/QĐ-UBND", world.SINCE)
    basis = world.decree("901/2014/NĐ-CP")
    world.rests(document, basis)
    world.happen(basis, "repealed", world.ON)
    tried = [
        lambda: world.begun(writes, document),
        lambda: world.computed(writes),
        lambda: world.drafted(writes),
        lambda: acts.propose_reviews(basis, by=SYSTEM, at=AT),
    ]
    for do in tried:
        with without_journal(), pytest.raises(Exception, match="journal_entry"):
            do()

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
