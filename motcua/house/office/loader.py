"""`office/units.yaml` and `office/posts.yaml` as frozen objects; what is wrong in them is said with file and entry."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from motcua.house.office.choices import AGENCIES, Level, Role


class BrokenOffice(ValueError):
    """A file of the office does not say what it must."""


@dataclass(frozen=True)
class UnitEntry:
    """One unit as the file tells it."""

    code: str
    name: str
    short_name: str
    level: Level
    path: str
    eid: str
    sure: str
    area_code: str
    valid_from: date
    valid_to: date | None
    parent: str | None
    successor: str | None


@dataclass(frozen=True)
class PostEntry:
    """One post of one unit; `scope` is the code of the unit at which the role is held, if another."""

    unit: str
    scope: str | None
    code: str
    title: str
    role: Role
    may_sign: bool
    sign_prefix: str
    sign_for: str


def units(folder: Path) -> tuple[UnitEntry, ...]:
    """All units, each after its parent. Refuses: BrokenOffice."""
    entries: dict[str, UnitEntry] = {}
    for row in _read(folder / "units.yaml")["units"]:
        try:
            entry = _unit(row, entries)
        except (KeyError, ValueError) as problem:
            raise BrokenOffice(f"units.yaml, {row.get('code', row)}: {problem}") from problem
        if entry.code in entries:
            raise BrokenOffice(f"units.yaml: {entry.code} có hai lần.")
        entries[entry.code] = entry
    for entry in entries.values():
        if entry.successor and entry.successor not in entries:
            raise BrokenOffice(f"units.yaml, {entry.code}: không có đơn vị kế thừa {entry.successor}.")
    return tuple(entries.values())


def posts(folder: Path, known: tuple[UnitEntry, ...]) -> tuple[PostEntry, ...]:
    """All posts, the sets written out for each unit. Refuses: BrokenOffice."""
    content = _read(folder / "posts.yaml")
    by_code = {unit.code: unit for unit in known}
    found = []
    for group in content["posts"]:
        for code in group["units"]:
            if code not in by_code or group["set"] not in content["sets"]:
                raise BrokenOffice(f"posts.yaml: không có đơn vị {code} hoặc nhóm {group['set']}.")
            found += [_post(by_code, code, row) for row in content["sets"][group["set"]]]
    return tuple(found)


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same answers ten times as fast, where libyaml is there."""


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  a SafeLoader
    except (OSError, yaml.YAMLError) as problem:
        raise BrokenOffice(f"{path.name}: {problem}") from problem
    if not isinstance(content, dict):
        raise BrokenOffice(f"{path.name}: trống.")
    return content


def _unit(row: dict[str, Any], before: dict[str, UnitEntry]) -> UnitEntry:
    level = Level(row["level"])
    above = before[row["parent"]] if "parent" in row else None
    return UnitEntry(
        code=row["code"],
        name=row["name"],
        short_name=row["short"],
        level=level,
        path=path_of(row["code"], level, above),
        eid=row.get("eid", ""),
        sure=row.get("sure", "high"),
        area_code=row.get("area", ""),
        valid_from=row["from"],
        valid_to=row.get("to"),
        parent=above.code if above else None,
        successor=row.get("successor"),
    )


def path_of(code: str, level: Level, above: UnitEntry | None) -> str:
    """An agency stands behind “/”, a part of an agency behind “.” (see `rules`)."""
    if above is None:
        return f"{code}."
    if level in AGENCIES:
        return f"{above.path.removesuffix('.')}/{code}."
    return f"{above.path}{code.removeprefix(above.code + '-')}."


def _post(known: dict[str, UnitEntry], unit: str, row: dict[str, Any]) -> PostEntry:
    sign = row.get("sign")
    return PostEntry(
        unit=unit,
        scope=known[unit].parent if row.get("scope") == "agency" else None,
        code=f"{unit}.{row['code']}",
        title=row["title"],
        role=Role(row["role"]),
        may_sign=sign is not None,
        sign_prefix=(sign or {}).get("prefix", ""),
        sign_for=(sign or {}).get("for", ""),
    )
