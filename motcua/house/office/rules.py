"""Rights over units on a day, and how units follow one another. Plain Python.

A path names the agencies above with “/” and the parts of one agency with “.”: `QN/TK.TP.` is the justice division
of Tam Kỳ city, `QN/TK/X20335.` a ward below the city. So the prefix `QN/TK.` holds the city's own divisions, and not
its wards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from motcua.house.office.choices import AGENCIES, REACH_BELOW, ROLE_ACTS, Level, Role


@dataclass(frozen=True)
class Grant:
    """A role held at a unit between two days, or, when `acts` is given, only those acts, by delegation."""

    role: str
    unit_path: str
    from_on: date
    to_on: date | None = None
    acts: frozenset[str] | None = None
    post: str = ""
    title: str = ""

    def holds_on(self, on: date) -> bool:
        """Both days count."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    def allows(self, act: str) -> bool:
        """Whether the role, or the delegation, contains the act."""
        return act in (ROLE_ACTS[Role(self.role)] if self.acts is None else self.acts)

    def covers(self, act: str, unit_path: str) -> bool:
        """Whether the act at that unit falls under this grant: the same agency, or below it for oversight acts."""
        below = self.unit_path.removesuffix(".") + "/"
        return unit_path.startswith(self.unit_path) or (act in REACH_BELOW and unit_path.startswith(below))

    def as_json(self, officer_id: UUID) -> dict[str, Any]:
        """The form kept on the account."""
        return {
            "officer_id": str(officer_id),
            "role": self.role,
            "unit_path": self.unit_path,
            "from": self.from_on.isoformat(),
            "to": self.to_on.isoformat() if self.to_on else None,
            "acts": sorted(self.acts) if self.acts is not None else None,
            "post": self.post,
            "title": self.title,
        }


def grant_from(row: Mapping[str, Any]) -> Grant:
    """The grant kept on an account, read back."""
    return Grant(
        role=row["role"],
        unit_path=row["unit_path"],
        from_on=date.fromisoformat(row["from"]),
        to_on=date.fromisoformat(row["to"]) if row["to"] else None,
        acts=frozenset(row["acts"]) if row.get("acts") is not None else None,
        post=row.get("post", ""),
        title=row.get("title", ""),
    )


def officer_in(rows: Iterable[Mapping[str, Any]]) -> UUID | None:
    """Whose grants these are; every row names the same officer."""
    return next((UUID(row["officer_id"]) for row in rows), None)


@dataclass(frozen=True)
class Actor:
    """Who acts on a day: an officer, a citizen, a stranger or the system itself."""

    account_id: UUID | None
    officer_id: UUID | None
    name: str
    kind: str
    grants: tuple[Grant, ...] = ()
    on: date = date.min
    personal_number: str = ""

    def may(self, act: str, unit_path: str) -> bool:
        """Whether the actor may do the act at that unit on the actor's day. The system may do everything."""
        return self.kind == "system" or any(grant.covers(act, unit_path) for grant in self._holding(act))

    def may_somewhere(self, act: str) -> bool:
        """Whether there is any unit where the actor may do the act."""
        return self.kind == "system" or any(True for _ in self._holding(act))

    def paths(self, act: str) -> tuple[str, ...]:
        """Unit paths at which the act is held, for queries that list what one may see."""
        return tuple(sorted({grant.unit_path for grant in self._holding(act)}))

    @property
    def roles(self) -> frozenset[str]:
        """Roles held on the day by appointment; delegated acts make no role."""
        return frozenset(grant.role for grant in self.grants if grant.acts is None and grant.holds_on(self.on))

    def _holding(self, act: str) -> Iterable[Grant]:
        return (grant for grant in self.grants if grant.holds_on(self.on) and grant.allows(act))


STRANGER = Actor(None, None, "", "stranger")
SYSTEM = Actor(None, None, "Hệ thống", "system")


@dataclass(frozen=True)
class Capacity:
    """In what capacity an officer signs: “KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG”. `paper` is the written delegation."""

    title: str
    prefix: str
    unit_name: str
    paper: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True)
class UnitRow:
    """One unit as pages and other modules read it."""

    id: UUID
    code: str
    name: str
    short_name: str
    level: str
    eid: str
    path: str
    area_code: str
    valid_from: date
    valid_to: date | None
    parent: str | None
    successor: str | None

    def exists_on(self, on: date) -> bool:
        """Both days count."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def is_agency(self) -> bool:
        """Whether it is an agency of its own, not a part of one."""
        return self.level in AGENCIES


class NotThatWay(ValueError):
    """The act does not fit what is there; the message is what the screen says."""


class NoSuchUnit(LookupError):
    """There is no unit with that code, id or path."""


@dataclass(frozen=True)
class Directory:
    """All units, past and present, found by code, id, path or place."""

    units: tuple[UnitRow, ...] = ()
    _by: dict[object, UnitRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keys = {key: unit for unit in self.units for key in (unit.code, unit.id, unit.path)}
        object.__setattr__(self, "_by", keys)

    def unit(self, key: str | UUID) -> UnitRow:
        """The unit with that code, id or path. Refuses: NoSuchUnit."""
        try:
            return self._by[key]
        except KeyError:
            raise NoSuchUnit(f"Không có đơn vị {key}.") from None

    def on(self, day: date) -> tuple[UnitRow, ...]:
        """Units that exist on the day, by path."""
        return tuple(unit for unit in self.units if unit.exists_on(day))

    def children(self, unit: UnitRow, on: date) -> tuple[UnitRow, ...]:
        """Units directly below one on the day."""
        return tuple(child for child in self.on(on) if child.parent == unit.code)

    def agency(self, unit: UnitRow) -> UnitRow:
        """The agency a division or counter is part of; an agency is its own."""
        while not unit.is_agency and unit.parent:
            unit = self.unit(unit.parent)
        return unit

    def continuing(self, unit: UnitRow, on: date) -> UnitRow:
        """The unit that carries on the work of one on the day: itself, or the last living successor."""
        seen = {unit.code}
        while unit.valid_to is not None and unit.valid_to < on and unit.successor and unit.successor not in seen:
            seen.add(unit.successor)
            unit = self.unit(unit.successor)
        return unit

    def for_residence(self, ward_code: str, on: date, level: str = Level.WARD) -> UnitRow | None:
        """The unit competent for a place of residence on the day; old ward codes lead to their successor.

        For the city or division level before 01/07/2025 it is the city above the ward, or its division; since then
        there is no such level and the ward itself answers.
        """
        here = [unit for unit in self.units if unit.level == Level.WARD and unit.area_code == ward_code]
        if not here:
            return None
        ward = next((unit for unit in here if unit.exists_on(on)), None) or self.continuing(here[0], on)
        above = self.unit(ward.parent) if ward.parent else ward
        if level == Level.WARD or above.level != Level.CITY:
            return ward
        divisions = [unit for unit in self.children(above, on) if unit.level == Level.DIVISION]
        return divisions[0] if level == Level.DIVISION and divisions else above
