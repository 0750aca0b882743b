"""Eight real processes at one counter, two officers at one dossier: no gap, no twin; one wins, the other is told."""

import pytest

from motcua.house.numbering.tests.stores import Store, store

__all__ = ["store"]
pytestmark = pytest.mark.slow

PROCESSES, EACH = 8, 12
OFFICE = """
import os, sys, traceback
from datetime import datetime
from django.core.management import call_command
from django.db import connections, transaction
call_command("migrate", verbosity=0, skip_checks=True)
from motcua.counter.dossiers import acts
from motcua.counter.dossiers.models import Dossier, IssuedSlip, Result
from motcua.counter.dossiers.rules import ActNotOpen
from motcua.counter.dossiers.tests import ways, world
from motcua.house.journal import queries as journal
from motcua.house.numbering.models import Counter
from motcua.house.office.tests import people
people.load_office()
cast = ways.cast_of(world.minh(), world.hanh(), world.hoa(), world.thu())

def race(work, names):
    "Each name in a process of its own, all let go at one moment; what fails, fails the test."
    connections.close_all()
    gate, key = os.pipe()
    children = []
    for name in names:
        pid = os.fork()
        if not pid:
            os.close(key)
            os.read(gate, 1)
            try:
                work(name)
            except BaseException:
                traceback.print_exc()
                failed = 1
            else:
                failed = 0
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(failed)
        children.append(pid)
    os.close(key)
    if any([os.waitpid(pid, 0)[1] for pid in children]):
        sys.exit(1)
"""
RECEIVE = """
def take_in(name):
    codes = []
    for turn in range(int(sys.argv[2])):
        try:
            with transaction.atomic():
                dossier = world.received(minh)
                if turn % 4 == 3:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            continue
        acts.issue_receipt(dossier, at=world.TUESDAY)
        codes.append(dossier.code)
    os.write(1, "".join(f"{code}\\n" for code in codes).encode())

minh = cast.by.minh
race(take_in, range(int(sys.argv[1])))
print("slips", *sorted(IssuedSlip.objects.values_list("number", flat=True)))
print("journal", journal.verify().is_whole)
"""
SIGN = """
people.officer("long", "Phan Thanh Long", "P20341.CT", from_on=world.SINCE)
from motcua.house.office.models import Officer
long = Officer.objects.select_related("account").get(code="long")
world.signing.issue_demo_key(
    holder_id=long.pk, holder_name=long.name, unit_name="UBND", by=world.SYSTEM,
    at=world.TUESDAY.replace(year=2025, month=7), years=3,
)
dossier = ways.proposed(cast)
heads = {"hoa": cast.by.hoa, "long": world.as_actor(long)}

def sign(name):
    try:
        print("signed", acts.sign(dossier, by=heads[name], at=world.TUESDAY).number)
    except ActNotOpen as problem:
        print("told", problem)

race(sign, heads)
print("results", Result.objects.count())
print("number", Counter.objects.get(scope__startswith="register:P20341:").last)
print("acts", *[entry.act for entry in journal.history(Dossier.objects.get())])
"""
AMEND = """
from motcua.counter.dossiers.choices import AmendReason
from motcua.counter.dossiers.models import AnswerChange
dossier = ways.received(cast, code="2.000815", answers=world.COPY_ANSWERS)
by = {"minh": cast.by.minh, "hanh": cast.by.hanh}
new = {"minh": {"requester.full_name": "Nguyễn Thị Loan"}, "hanh": {"document.issuer": "Đại học Quảng Nam"}}

def amend(name):
    answers = {**world.COPY_ANSWERS, **new[name]}
    try:
        acts.amend(dossier, answers=answers, reason=AmendReason.MISTYPED, by=by[name], at=world.TUESDAY)
        print("mended")
    except ActNotOpen as problem:
        print("told", problem)

race(amend, by)
change = AnswerChange.objects.get()
print("kept", Dossier.objects.get().answers == {**world.COPY_ANSWERS, **change.new})
print("acts", *[entry.act for entry in journal.history(Dossier.objects.get())])
"""


def test_eight_counters_give_codes_without_gap_or_twin_though_a_quarter_rolls_back(store: Store):
    *lines, slips, kept = store.run(OFFICE + RECEIVE, str(PROCESSES), str(EACH)).splitlines()

    whole = PROCESSES * EACH * 3 // 4
    assert sorted(lines) == [f"H17.101-260310-{number:04}" for number in range(1, whole + 1)]
    assert slips == f"slips {' '.join(str(number) for number in range(1, whole + 1))}"
    assert kept == "journal True"


def test_of_two_heads_who_sign_at_once_one_wins_and_the_other_is_told(store: Store):
    told = store.run(OFFICE + SIGN).splitlines()

    first, second = sorted(told[:2])
    assert first.startswith("signed 01/")
    assert second.startswith("told Hồ sơ đang ở trạng thái “đã ký”")
    assert told[2:] == ["results 1", "number 1", "acts receive take_up propose sign"]


def test_of_two_officers_who_mend_at_once_one_wins_and_the_other_is_told(store: Store):
    told = store.run(OFFICE + AMEND).splitlines()

    assert sorted(told[:2]) == [
        "mended",
        "told Vừa có người khác làm việc với hồ sơ này. Xem lại hồ sơ rồi sửa nếu vẫn cần.",
    ]
    assert told[2:] == ["kept True", "acts receive amend"]
