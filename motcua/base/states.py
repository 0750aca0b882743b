"""What may follow what: a table (state, act) → state, asked the same way everywhere, and how it refuses.

Plain Python, knows no office; the refusals are told on the form, with all that was typed still there.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


class NotThatWay(ValueError):
    """What was typed does not fit; the message is what the screen says."""


class ActNotOpen(NotThatWay):
    """The act is not open in this state."""


def after(table: Mapping[tuple[S, A], S], state: S, act: A, *, act_name: str, state_name: str) -> S:
    """The state after the act. Refuses: ActNotOpen, naming both as the screen does."""
    try:
        return table[state, act]
    except KeyError:
        raise ActNotOpen(f"“{act_name}” không làm được khi đang ở trạng thái “{state_name}”.") from None


def open_acts(table: Mapping[tuple[S, A], S], state: S) -> frozenset[A]:
    """Acts that are open in the state."""
    return frozenset(act for before, act in table if before == state)
