"""The invented office: the same every time, in every state, with a record that holds."""

from datetime import datetime, timedelta
from random import Random

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction

from motcua.base.vn.rules import personal_number_problem
from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import queries
from motcua.counter.dossiers.choices import Slip, State
from motcua.counter.dossiers.models import Dossier, IssuedSlip, Result
from motcua.demo import story
from motcua.demo.people import CITIZENS, OFFICERS, person
from motcua.house.accounts.models import Account
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.models import Officer
from motcua.legal.lawbase.choices import EffectState
from motcua.legal.lawbase.models import LegalDocument

WEDNESDAY = datetime(2026, 11, 25, 8, 30, tzinfo=VN)
COUNT = 40


@pytest.fixture
def demo(db, settings):
    settings.DEMO, settings.CLOCK = True, WEDNESDAY


def load(count=COUNT):
    call_command("demo", "--count", str(count), verbosity=0)


def told():
    rows = Dossier.objects.order_by("submitted_at", "code", "applicant_name")
    return list(rows.values_list("code", "applicant_name", "state", "procedure_code", "due_at"))


@pytest.mark.slow
def test_the_same_day_gives_the_same_office_with_every_open_state_and_a_record_that_holds(demo):
    with transaction.atomic():
        load()
        first = told()
        transaction.set_rollback(True)
    office.forget_directory()
    queries.forget_kept_law()

    load()

    assert len(first) == COUNT
    assert told() == first
    assert set(State) - {state for _, _, state, _, _ in first} <= {State.DECLINED, State.WITHDRAWN}
    assert Officer.objects.count() == len(OFFICERS)
    assert Account.objects.filter(kind="citizen").count() == len(CITIZENS)
    assert Result.objects.exists()
    assert queries.public_late_list(at=WEDNESDAY)
    assert journal.verify().is_whole
    slips = IssuedSlip.objects.filter(kind=Slip.RECEIPT).select_related("dossier")
    assert {slip.at - slip.dossier.received_at for slip in slips} == {timedelta()}
    assert slips.count() == Dossier.objects.filter(received_at__isnull=False).count()
    assert not Dossier.objects.filter(submitted_at__gt=WEDNESDAY).exists()
    begun = LegalDocument.objects.filter(effective_on__lte=WEDNESDAY.date())
    assert not begun.filter(state=EffectState.NOT_YET).exists()


def test_the_demo_is_loaded_once_and_never_outside_a_demo(demo, settings):
    load(count=len(story.OPEN_FATES))

    call_command("demo", "--once")
    with pytest.raises(CommandError, match="đã có công chức"):
        load()
    settings.DEMO = False
    with pytest.raises(CommandError, match="MOTCUA_DEMO=on"):
        load()

    assert Dossier.objects.count() == len(story.OPEN_FATES)


def test_before_the_wards_of_today_there_are_people_and_no_dossiers(demo, settings, capsys):
    settings.CLOCK = datetime(2024, 11, 14, 8, 30, tzinfo=VN)

    load()

    assert Officer.objects.count() == len(OFFICERS)
    assert not Dossier.objects.exists()


def test_past_the_announced_calendar_the_office_is_told_on_the_last_day_that_can_be(demo, settings):
    settings.CLOCK = None

    with time_machine.travel(datetime(2031, 5, 6, 9, 30, tzinfo=VN), tick=False):
        load(count=len(story.OPEN_FATES))
        there = clock.now()

    assert Dossier.objects.count() == len(story.OPEN_FATES)
    assert not Dossier.objects.filter(submitted_at__gt=there).exists()
    assert Dossier.objects.filter(state=State.CONSULTING).exists()


def test_invented_people_have_numbers_and_addresses_nobody_has():
    people = [person(Random(seed)) for seed in range(50)]  # noqa: S311

    assert {one.number[:3] for one in [*people, *OFFICERS]} == {"099"}
    assert len({one.number for one in OFFICERS}) == len(OFFICERS)
    assert {personal_number_problem(one.number) for one in OFFICERS} == {None}
    assert all(len(one.number) == 12 and one.phone.startswith("09000") for one in people)
    assert all(citizen.login.endswith(".invalid") for citizen in CITIZENS)


@pytest.mark.slow
def test_a_small_office_has_as_many_dossiers_as_asked(demo):
    load(count=3)

    assert Dossier.objects.count() == 3
