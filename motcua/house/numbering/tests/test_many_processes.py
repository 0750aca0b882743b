"""Running numbers under eight real processes, on both databases."""

import subprocess

import pytest

from motcua.house.numbering.tests.stores import Store, finished, store

__all__ = ["store"]

PROCESSES, EACH = 8, 40
TAKE = """
import sys
from django.db import transaction
from motcua.house.numbering import acts
sys.stdin.readline()
for turn in range(int(sys.argv[1])):
    try:
        with transaction.atomic():
            number = acts.next_number("book")
            if turn % 4 == 3:
                raise ZeroDivisionError
        print(number)
    except ZeroDivisionError:
        pass
"""


@pytest.mark.slow
def test_eight_processes_leave_no_gap_and_no_twin_though_a_quarter_rolls_back(store: Store):
    store.migrate("numbering")
    workers = [store.start(TAKE, str(EACH), stdin=subprocess.PIPE) for _ in range(PROCESSES)]
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    given = sorted(int(line) for worker in workers for line in finished(worker).split())

    assert given == list(range(1, PROCESSES * EACH * 3 // 4 + 1))
