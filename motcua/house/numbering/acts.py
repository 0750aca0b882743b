"""Take the next number; start a book at a number.

The row of the scope stays locked until the caller commits, so take the number as late as the act allows, and where an
act takes several, take them in one order everywhere: two acts that lock two scopes crosswise wait for each other.
"""

from django.db import connection

from motcua.house.numbering import queries
from motcua.house.numbering.rules import LONGEST_SCOPE, AlreadyGiven, OutsideTransaction

_NEXT = """
INSERT INTO numbering_counter (scope, last) VALUES (%s, 1)
ON CONFLICT (scope) DO UPDATE SET last = numbering_counter.last + 1
RETURNING last
"""
_START = """
INSERT INTO numbering_counter (scope, last) VALUES (%s, %s)
ON CONFLICT (scope) DO UPDATE SET last = excluded.last WHERE numbering_counter.last <= excluded.last
RETURNING last
"""


def next_number(scope: str) -> int:
    """The next number of this scope, from 1: no gap, no twin. Refuses: OutsideTransaction."""
    number = _one(_NEXT, [_checked(scope)])
    if number is None:
        raise RuntimeError(scope)
    return number


def start_at(scope: str, value: int) -> None:
    """Let the next number be `value`, to take over a book begun on paper.

    Refuses: AlreadyGiven when that number or a later one has been given; OutsideTransaction.
    """
    if value < 1:
        raise ValueError("Số bắt đầu phải từ 1 trở lên.")
    if _one(_START, [_checked(scope), value - 1]) is None:
        raise AlreadyGiven(scope, value, queries.peek(scope) - 1)


def _checked(scope: str) -> str:
    if not connection.in_atomic_block:
        raise OutsideTransaction(scope)
    if not 0 < len(scope) <= LONGEST_SCOPE:
        raise ValueError(f"A scope has 1 to {LONGEST_SCOPE} characters, not {len(scope)}.")
    return scope


def _one(statement: str, parameters: list[str | int]) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        row = cursor.fetchone()
    return None if row is None else int(row[0])
