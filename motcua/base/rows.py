"""One row, or a few, by a condition written by hand.

For what nearly every request asks: compiling such a question anew each time takes Django longer than a
database takes to answer it. Whole rows of one table, as instances; nothing else is meant to be asked here.
"""

from collections.abc import Collection
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)


def rows(model: type[M], condition: str, *values: Any) -> list[M]:
    """All rows that meet the condition; `%s` stands for each value in turn. A constant condition, never input."""
    return list(model._base_manager.raw(_select(model) + condition, [stored(value) for value in values]))  # noqa: SLF001  Django's own


def row(model: type[M], condition: str, *values: Any) -> M | None:
    """The first of them."""
    return next(iter(rows(model, condition, *values)), None)


def among(column: str, values: Collection[Any]) -> tuple[str, list[Any]]:
    """The condition that a column holds one of these, and its values. PostgreSQL is given one list: the statement then
    reads the same for any number, and stays prepared.
    """
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", [list(values)]
    return f"{column} IN ({', '.join(['%s'] * len(values))})", [stored(value) for value in values]


def stored(value: Any) -> Any:
    """A key as this database keeps it."""
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


@cache
def _select(model: type[Model]) -> str:
    names = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)  # noqa: SLF001  Django's own
    return f'SELECT {names} FROM "{model._meta.db_table}" WHERE '  # noqa: S608, SLF001  the model's own names
