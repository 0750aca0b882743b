"""A database that another process holds: the page says so and nothing is kept, on both databases."""

import pytest

from motcua.house.numbering.tests.stores import Store, store

__all__ = ["store"]
pytestmark = pytest.mark.slow

LOOK_UP_WHILE_HELD = """
from django.db import connection, connections
from django.test import Client
from motcua.house.accounts.models import Tries

def look_up():
    return Client().get("/tra-cuu/", {"ma": "H17.101-260310-0001"}, HTTP_HOST="127.0.0.1")

other = connections["default"].copy()
other.ensure_connection()
other.set_autocommit(False)
if other.vendor == "sqlite":
    connection.cursor().execute("PRAGMA busy_timeout = 100")
    other.cursor().execute("DELETE FROM accounts_tries")
else:
    connection.cursor().execute("SET lock_timeout = '100ms'")
    other.cursor().execute("LOCK TABLE accounts_tries")
answer = look_up()
other.rollback()
print(answer.status_code, answer.headers.get("Retry-After"), "Hệ thống đang bận" in answer.content.decode())
print(Tries.objects.count(), look_up().status_code, Tries.objects.count())
"""


def test_a_database_that_is_held_is_told_as_busy_and_answers_again_afterwards(store: Store):
    store.migrate("accounts", "numbering", "journal", "office", "dossiers", "axes", "sessions")

    assert store.run(LOOK_UP_WHILE_HELD).splitlines() == ["503 10 True", "0 404 1"]
