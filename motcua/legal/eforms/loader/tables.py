"""Code tables («bảng mã»): `law/tables/<name>.yaml`, each row with the days between which it holds."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from motcua.legal.eforms.loader.yaml_lines import FileProblem, Lined, read_yaml
from motcua.legal.eforms.rules.shape import Choice

_ROW_KEYS = frozenset({"code", "name", "name_en", "group", "from", "until"})


@dataclass(frozen=True, slots=True)
class TableRow:
    """A code, its words, and the days between which it may be chosen (`until` is the first day it may not)."""

    choice: Choice
    starts: date
    until: date


@cache
def rows(root: Path, name: str) -> tuple[TableRow, ...]:
    """All rows of a table. Refuses: FileProblem."""
    path = root / "tables" / f"{name}.yaml"
    listed = read_yaml(path).get("rows")
    if not isinstance(listed, list) or not listed:
        raise FileProblem(f"tables/{path.name}:1: rows are missing")
    return tuple(_row(path, item) for item in listed)


def choices(root: Path, name: str, on: date) -> tuple[Choice, ...]:
    """The rows that may be chosen on that day, in the order of the file."""
    return tuple(row.choice for row in rows(root, name) if row.starts <= on < row.until)


def check_table(root: Path, name: str) -> list[str]:
    """What is wrong with a table: unreadable, a row without words, one code twice on one day."""
    try:
        found = rows(root, name)
    except FileProblem as problem:
        return [str(problem)]
    twins = []
    for index, row in enumerate(found):
        for other in found[:index]:
            overlap = row.starts < other.until and other.starts < row.until
            if row.choice.code == other.choice.code and overlap:
                twins.append(f"tables/{name}.yaml:1: code {row.choice.code} stands twice on one day")
    return twins


def _row(path: Path, item: object) -> TableRow:
    if not isinstance(item, Lined):
        raise FileProblem(f"tables/{path.name}:1: a row must be a mapping")
    where = f"tables/{path.name}:{item.line}"
    code, name = item.get("code"), item.get("name")
    if not isinstance(code, str) or not isinstance(name, str) or not code or not name:
        raise FileProblem(f"{where}: a row needs a code and a name, both text")
    if unknown := set(item) - _ROW_KEYS:
        raise FileProblem(f"{where}: unknown {', '.join(sorted(unknown))}")
    starts, until = item.get("from", date.min), item.get("until", date.max)
    if not isinstance(starts, date) or not isinstance(until, date) or starts >= until:
        raise FileProblem(f"{where}: from must be a day before until")
    english, group = item.get("name_en", name), item.get("group", "")
    return TableRow(Choice(code, name, str(english), str(group)), starts, until)
