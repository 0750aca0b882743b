"""What the database itself refuses, whatever the code above it does."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from motcua.house.accounts.models import Account
from motcua.house.office.models import Appointment, Delegation, Post, Unit
from motcua.house.office.tests import people
from motcua.house.office.tests.people import ON

pytestmark = pytest.mark.usefixtures("_office")


def refused(act, name):
    with pytest.raises(IntegrityError) as problem, transaction.atomic():
        act()
    assert name in str(problem.value)


def test_a_unit_does_not_end_before_it_begins():
    rows = Unit.objects.filter(code="TK-TP")

    refused(lambda: rows.update(valid_to=date(1990, 1, 1)), "unit_ends_after_it_begins")


def test_a_living_unit_has_no_successor():
    rows = Unit.objects.filter(code="TK-TP")

    refused(lambda: rows.update(valid_to=None), "only_an_ended_unit_has_a_successor")


def test_an_electronic_id_names_one_unit():
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(code="TK-TP").update(eid="H47.15")


def test_only_a_signing_post_signs_for_somebody():
    rows = Post.objects.filter(code="TK-TP.PTP")

    refused(lambda: rows.update(may_sign=False), "only_a_signing_post_has_a_signing_prefix")


def test_an_appointment_does_not_end_before_it_begins():
    people.hoa()

    refused(lambda: Appointment.objects.update(to_on=date(2019, 1, 1)), "appointment_ends_after_it_begins")


def test_one_officer_holds_one_post_once_at_a_time():
    row = people.hoa().appointments.get()
    twin = Appointment(officer=row.officer, post=row.post, from_on=ON)

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"to_on": date(2019, 1, 1)}, "delegation_ends_after_it_begins"),
        ({"paper": ""}, "delegation_names_its_paper"),
        ({"acts": []}, "delegation_names_its_acts"),
    ],
)
def test_a_delegation_has_its_days_its_paper_and_its_acts(changed, name):
    row = people.hoa().appointments.get()
    terms = {"acts": ["dossier.sign"], "from_on": ON, "to_on": ON, "paper": "1/UQ"} | changed
    delegation = Delegation(from_appointment=row, to_officer=people.tuan(), **terms)

    refused(lambda: delegation.save(force_insert=True), name)


def test_a_citizen_holds_no_grants():
    people.lan()

    refused(lambda: Account.objects.update(grants=[{"role": "admin"}]), "only_officers_hold_grants")


def test_nothing_of_the_office_is_deleted_under_what_stands_on_it():
    hoa = people.hoa()

    with pytest.raises(ProtectedError):
        hoa.account.delete()
    with pytest.raises(ProtectedError):
        Post.objects.get(code="TK-TP.TP").delete()
