"""What becomes of texts that lay down the details of one that ends: the law of the day of the end says it.

«Văn bản quy định chi tiết» ends with what it details [80/2015/QH13, 154.4]; since 01/4/2025 it goes on after a
replacement where it is not contrary to the new text, unless declared ended [64/2025/QH15, 57.2].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motcua.legal.lawbase.choices import EventKind


@dataclass(frozen=True, slots=True)
class Falling:
    """From a day on: the ends with which it is asked whether the details end too, and by which text."""

    since: date
    asks_on: frozenset[EventKind]
    by: str
    sure: str


def is_asked(laws: Sequence[Falling], kind: EventKind, on: date) -> bool:
    """Whether an end of this kind on the day may end the details; `laws` in order, the first also for days before."""
    held = [law for law in laws if law.since <= on] or list(laws[:1])
    return bool(held) and kind in held[-1].asks_on
