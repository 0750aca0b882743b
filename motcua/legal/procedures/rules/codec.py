"""Frozen dataclasses from plain values and back: the same reader serves the law files and the kept snapshots.

A part whose class has `parse`/`as_json` (a condition) reads and writes itself. Fields left at their default are not
written, so a snapshot stays small. `from_on`/`to_on` are written `from`/`to`, as the law files do.
"""

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

from motcua.legal.procedures.rules.conditions import Condition, Json

T = TypeVar("T")
_WRITTEN = {"from_on": "from", "to_on": "to"}


class NotReadable(ValueError):
    """A value that does not fit the part it stands for; the message names the field."""


def encode(part: object) -> Json:
    """Plain JSON of a frozen part."""
    if isinstance(part, Condition):
        return part.as_json()
    if isinstance(part, tuple):
        return [encode(one) for one in part]
    if isinstance(part, date):
        return part.isoformat()
    if part is None or isinstance(part, bool | int | str):
        return str(part) if isinstance(part, StrEnum) else part
    if dataclasses.is_dataclass(part):
        return {
            _WRITTEN.get(field.name, field.name): encode(getattr(part, field.name))
            for field in dataclasses.fields(part)
            if getattr(part, field.name) != field.default
        }
    raise NotReadable(f"không ghi được {part!r}")


def decode(kind: type[T], value: object) -> T:
    """The frozen part of class `kind` that `value` writes down. Refuses: NotReadable, BadCondition."""
    return cast("T", _decode(kind, value))


def _decode(kind: object, value: object) -> object:
    if get_origin(kind) in (Union, types.UnionType):
        return None if value is None else _decode(next(k for k in get_args(kind) if k is not type(None)), value)
    if get_origin(kind) is tuple:
        return tuple(_decode(get_args(kind)[0], one) for one in cast("list[object]", value or []))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind is not Condition:
        return _decode_part(kind, value)
    return _decode_plain(kind, value)


def _decode_plain(kind: object, value: object) -> object:
    if kind is Condition:
        return Condition.parse(value)
    if kind is date:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(str(value))
    if isinstance(kind, type) and isinstance(value, kind):
        return value
    raise NotReadable(f"{value!r} không phải {kind}")


def _decode_part(kind: type, value: object) -> object:
    if not isinstance(value, Mapping):
        raise NotReadable(f"{kind.__name__}: cần một ánh xạ, không phải {value!r}")
    fields = _fields(kind)
    unknown = set(value) - set(fields)
    if unknown:
        raise NotReadable(f"{kind.__name__}: không có mục {', '.join(sorted(map(str, unknown)))}")
    try:
        return kind(**{fields[key][0]: _decode(fields[key][1], one) for key, one in value.items()})
    except TypeError as missing:
        raise NotReadable(f"{kind.__name__}: thiếu mục ({missing})") from missing


@cache
def _fields(kind: type) -> dict[str, tuple[str, object]]:
    hints = get_type_hints(kind)
    return {_WRITTEN.get(f.name, f.name): (f.name, hints[f.name]) for f in dataclasses.fields(kind)}
