"""Canonical content and hashes: what exactly is on record, in one spelling.

JSON with sorted keys, text in NFC, moments in UTC with microseconds. Figures with a fraction are refused: two databases
print them differently, and money is whole đồng.
"""

import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Protocol
from uuid import UUID

from motcua.base.worktime.rules import VN

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]

SETTLING = timedelta(minutes=10)
"""How long after midnight a transaction begun the day before may still commit."""


class Recorder(Protocol):
    """Who acts: the account (none for a stranger or the system) and the name as it stood that day."""

    @property
    def account_id(self) -> UUID | None: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


class OutsideTransaction(RuntimeError):
    """The record and the change it records must be kept or lost together."""


class AlreadySealed(ValueError):
    """The day, or a later one, has its seal."""


class DayNotOver(ValueError):
    """More may still be recorded on this day."""


def plain(value: object) -> Plain:
    """The value as JSON keeps it: the same on both databases. Refuses: TypeError, ValueError."""
    match value:
        case Enum():
            return plain(value.value)
        case None | bool() | int():
            return value
        case Mapping():
            return {text(str(key)): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case set() | frozenset():
            return sorted((plain(item) for item in value), key=str)
        case _:
            return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case str() | UUID() | Decimal():
            return text(str(value))
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case _ if callable(iso := getattr(value, "iso", None)):
            return text(str(iso()))
        case _:
            raise TypeError(f"The journal keeps no {type(value).__name__}; give it as a whole number or text.")


def text(raw: str) -> str:
    """Text in the one spelling of the record. Refuses a zero character, which PostgreSQL cannot keep."""
    if "\0" in raw:
        raise ValueError("The journal keeps no text with a zero character.")
    return unicodedata.normalize("NFC", raw)


def moment(at: datetime) -> str:
    """A moment in UTC with microseconds. Refuses a moment without a time zone."""
    if at.tzinfo is None:
        raise ValueError("A moment on record needs its time zone.")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def digest(content: Mapping[str, Plain]) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal. Changes nothing: what differs by one code point differs here."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def day_of(key: UUID) -> date:
    """The Vietnamese day on which this row was written, from its UUIDv7 key."""
    return datetime.fromtimestamp((key.int >> 80) / 1000, VN).date()


def first_key(day: date) -> UUID:
    """The smallest key a row written on this day can have."""
    midnight = datetime.combine(day, time.min, VN)
    return UUID(int=int(midnight.timestamp() * 1000) << 80)


def is_over(day: date, *, now_key: UUID) -> bool:
    """Whether everything begun on this day has had time to settle, by the machine's own clock."""
    settled = (first_key(day + timedelta(days=1)).int >> 80) + int(SETTLING.total_seconds() * 1000)
    return now_key.int >> 80 >= settled


Sign = Callable[[str], str]
"""Signs a seal's digest; the signing key belongs to whoever calls."""
