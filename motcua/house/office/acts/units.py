"""Take over `office/units.yaml` and `office/posts.yaml`. Loading twice changes nothing the second time."""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from motcua.house.journal import acts as journal
from motcua.house.journal.models import CHAIN
from motcua.house.office import access, loader, rules
from motcua.house.office.acts.grants import keep_grants
from motcua.house.office.models import Officer, Post, Unit
from motcua.house.office.queries import forget_directory

LINKS = {"code", "unit", "parent", "successor", "scope"}
"""Entries name these by code; the tables keep them as keys."""


@dataclass(frozen=True)
class Loaded:
    """How many units and posts were new, and how many changed."""

    new: int = 0
    changed: int = 0


@dataclass
class _Taken:
    """What one load does: rows to insert, rows to update, and the facts to record for each unit."""

    new: list[Any] = field(default_factory=list)
    changed: list[tuple[Any, list[str]]] = field(default_factory=list)
    facts: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))


@transaction.atomic
def load_office(folder: Path, *, by: rules.Actor, at: datetime) -> Loaded:
    """Make the tables say what the files say; journal what was new or changed; keep rights in step.

    Units and posts no longer in the files stay: end them with `to:`. Refuses: BrokenOffice, NotAllowed.
    """
    entries = loader.units(folder)
    if Unit.objects.exists():
        for entry in entries:
            access.require(by, "office.manage", entry.path)
    units = {unit.code: unit for unit in Unit.objects.select_for_update().order_by("path")}
    taken = _Taken()
    for entry in entries:
        _take_unit(entry, units, taken)
    Unit.objects.bulk_create(taken.new)
    _name_successors(entries, units, taken)
    known = {post.code: post for post in Post.objects.select_related("unit")}
    new_units = len(taken.new)
    for post in loader.posts(folder, entries):
        _take_post(post, units, known, taken)
    Post.objects.bulk_create(taken.new[new_units:])
    for row, fields in taken.changed:
        row.save(update_fields=fields)
    _record(units, taken, by=by, at=at)
    loaded = Loaded(len(taken.new), len({row.pk for row, _fields in taken.changed}))
    if loaded != Loaded():
        for officer in Officer.objects.select_related("account"):
            keep_grants(officer, at=at)
    forget_directory()
    transaction.on_commit(forget_directory)
    return loaded


def _take_unit(entry: loader.UnitEntry, units: dict[str, Unit], taken: _Taken) -> None:
    wanted = {name: value for name, value in asdict(entry).items() if name not in LINKS}
    wanted["parent_id"] = units[entry.parent].pk if entry.parent else None
    if entry.code not in units:
        units[entry.code] = Unit(code=entry.code, **wanted)
        taken.new.append(units[entry.code])
        taken.facts[entry.code] |= {"name": entry.name, "path": entry.path}
        return
    if differing := _differing(units[entry.code], wanted):
        taken.changed.append((units[entry.code], list(differing)))
        taken.facts[entry.code]["changed"] = differing


def _name_successors(entries: tuple[loader.UnitEntry, ...], units: dict[str, Unit], taken: _Taken) -> None:
    """After all units are there; for a new unit this is part of its opening."""
    for entry in entries:
        unit = units[entry.code]
        successor = units[entry.successor] if entry.successor else None
        if unit.successor_id != (successor.pk if successor else None):
            unit.successor = successor
            taken.facts[entry.code]["successor"] = entry.successor
            if unit in taken.new:
                unit.save(update_fields=["successor"])
            else:
                taken.changed.append((unit, ["successor"]))


def _take_post(entry: loader.PostEntry, units: dict[str, Unit], known: dict[str, Post], taken: _Taken) -> None:
    wanted = {name: value for name, value in asdict(entry).items() if name not in LINKS}
    wanted |= {"unit_id": units[entry.unit].pk, "scope_id": units[entry.scope].pk if entry.scope else None}
    facts = taken.facts.get(entry.unit, {})
    if entry.code not in known:
        taken.new.append(Post(code=entry.code, **wanted))
        facts.setdefault("posts", {})[entry.code] = entry.title
    elif differing := _differing(known[entry.code], wanted):
        taken.changed.append((known[entry.code], list(differing)))
        facts.setdefault("changed_posts", {})[entry.code] = differing
    if facts:
        taken.facts[entry.unit] = facts


def _differing(row: Unit | Post, wanted: dict[str, Any]) -> dict[str, Any]:
    """Sets what differs, and answers it."""
    differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return differing


def _record(units: dict[str, Unit], taken: _Taken, *, by: rules.Actor, at: datetime) -> None:
    new = {row.pk for row in taken.new}
    touched = [units[code] for code in taken.facts]
    for unit in touched:
        act = "office.open_unit" if unit.pk in new else "office.change_unit"
        journal.write(unit, act=act, by=by, at=at, **taken.facts[unit.code])
    Unit.objects.bulk_update(touched, CHAIN)
