"""A procedure over all its days, and the version that holds on one day.

A dossier keeps the version of the day it was received: `as_snapshot()` is plain JSON, `from_snapshot()` reads it back.
`key` names the content (equal on every day on which nothing changed), so that a snapshot need be stored only once.
"""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from motcua.legal.procedures.choices import Channel, Field, OnlineLevel, ReturnWay
from motcua.legal.procedures.rules import codec
from motcua.legal.procedures.rules.conditions import Json
from motcua.legal.procedures.rules.parts import (
    Competence,
    Confirmation,
    Dated,
    Decision,
    Duty,
    Eform,
    Exemption,
    Fee,
    Filing,
    Handing,
    Look,
    Online,
    Paper,
    Process,
    Register,
    Result,
    Rule,
    TimeLimit,
    Title,
)

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class _Parts:
    code: str
    name: str
    short_name: str
    name_en: str
    summary: str
    summary_en: str
    field: Field
    trade: str
    words: tuple[str, ...] = ()
    titles: tuple[Title, ...] = ()
    decisions: tuple[Decision, ...] = ()
    competence: tuple[Competence, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    fees: tuple[Fee, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    papers: tuple[Paper, ...] = ()
    rules: tuple[Rule, ...] = ()
    looks: tuple[Look, ...] = ()
    duties: tuple[Duty, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    eforms: tuple[Eform, ...] = ()
    processes: tuple[Process, ...] = ()
    results: tuple[Result, ...] = ()
    registers: tuple[Register, ...] = ()
    online: tuple[Online, ...] = ()
    channels: tuple[Filing, ...] = ()
    returns: tuple[Handing, ...] = ()


SERIES = tuple(f.name for f in dataclasses.fields(_Parts) if str(f.type).startswith("tuple") and f.name != "words")


@dataclass(frozen=True, kw_only=True)
class ProcedureVersion(_Parts):
    """What holds on the day `on`, and from `valid_from` to `valid_to` (None: no end is known)."""

    on: date
    valid_from: date
    valid_to: date | None = None
    key: str = ""

    @property
    def eform(self) -> str:
        """Key of the form to fill in, "" when the procedure has none."""
        return self.eforms[0].key if self.eforms else ""

    @property
    def register(self) -> Register | None:
        """The book the result is entered in."""
        return self.registers[0] if self.registers else None

    @property
    def online_level(self) -> OnlineLevel:
        """Level of the online service."""
        return self.online[0].level if self.online else OnlineLevel.NONE

    @property
    def filing_channels(self) -> tuple[Channel, ...]:
        """Channels by which the dossier may be filed."""
        return tuple(one.key for one in self.channels)

    @property
    def return_ways(self) -> tuple[ReturnWay, ...]:
        """Ways by which the result may be received."""
        return tuple(one.key for one in self.returns)

    def as_snapshot(self) -> dict[str, Json]:
        """Plain JSON of the whole version."""
        snapshot = codec.encode(self)
        assert isinstance(snapshot, dict)  # noqa: S101 - narrows the type
        return snapshot

    @classmethod
    def from_snapshot(cls, snapshot: object) -> "ProcedureVersion":
        """The version a dossier kept. Refuses: NotReadable."""
        return codec.decode(cls, snapshot)


@dataclass(frozen=True, kw_only=True)
class Procedure(_Parts):
    """One law file: everything over all days."""

    from_on: date
    to_on: date | None = None

    def dated(self) -> tuple[Dated, ...]:
        """Every dated part, whatever its kind."""
        return tuple(part for name in SERIES for part in getattr(self, name))

    def boundaries(self) -> tuple[date, ...]:
        """The days on which something changes, in order; the first is the day of effect."""
        days = {self.from_on} | {part.from_on for part in self.dated()}
        days |= {part.to_on + ONE_DAY for part in self.dated() if part.to_on}
        return tuple(sorted(day for day in days if self.in_force(day)))

    def in_force(self, on: date) -> bool:
        """Whether the procedure exists on that day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    def version(self, on: date) -> ProcedureVersion:
        """The version that holds on that day; the day must be in force."""
        days = self.boundaries()
        following = next((day for day in days if day > on), None)
        parts: dict[str, Any] = {f.name: getattr(self, f.name) for f in dataclasses.fields(_Parts)}
        parts |= {name: tuple(p for p in parts[name] if p.holds_on(on)) for name in SERIES}
        parts["name"] = parts["titles"][0].name if parts["titles"] else self.name
        since, until = max(day for day in days if day <= on), following - ONE_DAY if following else self.to_on
        made = ProcedureVersion(**parts, on=since, valid_from=since, valid_to=until)
        return dataclasses.replace(made, on=on, key=_content_key(made))


def _content_key(version: ProcedureVersion) -> str:
    text = json.dumps(version.as_snapshot(), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
