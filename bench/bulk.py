"""Rows in bulk on both databases: COPY on PostgreSQL, executemany on SQLite; indexes and triggers made again after."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.core.management import call_command
from django.db import connection
from django.db.models import Model

from motcua.house.journal import guards


def migrate() -> None:
    """All tables."""
    call_command("migrate", verbosity=0)


def places(model: type[Model]) -> dict[str, int]:
    """Column → place in a row."""
    return {field.column: place for place, field in enumerate(model._meta.concrete_fields)}  # noqa: SLF001


def columns(row: Model) -> list[str | None]:
    """A row as both databases read it from text."""
    return [plain(getattr(row, field.attname)) for field in row._meta.concrete_fields]  # noqa: SLF001


def plain(value: Any) -> str | None:
    """A value as both databases read it from text."""
    match value:
        case None:
            return None
        case bool():
            return str(int(value))
        case UUID():
            return value.hex
        case datetime():
            return stamp(value)
        case dict() | list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def stamp(moment: datetime) -> str:
    """A moment in UTC, as SQLite keeps it and PostgreSQL reads it."""
    return moment.astimezone(UTC).isoformat(" ")[:19]


def key_at(moment: datetime, random: Random) -> str:
    """A UUIDv7 of that moment, in hexadecimal."""
    noise = random.getrandbits(72)
    return f"{int(moment.timestamp() * 1000):012x}7{noise & 0xFFF:03x}8{noise >> 12:015x}"


def write(model: type[Model], rows: list[list[str | None]]) -> None:
    """Put rows into a table, all columns."""
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in places(model))  # noqa: SLF001
    connection.ensure_connection()
    raw: Any = connection.connection
    if connection.vendor == "postgresql":
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            copy.write("".join("\t".join(map(_escaped, row)) + "\n" for row in rows))
        raw.commit() if not raw.autocommit else None
        return
    marks = ", ".join("?" * len(places(model)))
    raw.execute("BEGIN")
    raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
    raw.execute("COMMIT")


def _escaped(value: str | None) -> str:
    if value is None:
        return r"\N"
    return value.replace("\\", "\\\\").replace("\t", " ").replace("\n", "\\n")


@contextmanager
def bare(models: list[type[Model]]) -> Iterator[None]:
    """These tables without secondary indexes, triggers and foreign-key checks for the time being."""
    tables = [model._meta.db_table for model in models]  # noqa: SLF001
    with connection.cursor() as cursor:
        postgres = connection.vendor == "postgresql"
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT IN"
            " (SELECT conname FROM pg_constraint)"
            if postgres
            else "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
            f" AND tbl_name IN ({', '.join(['%s'] * len(tables))})",
            [tables] if postgres else tables,
        )
        kept = cursor.fetchall()
        for name, definition in kept:
            cursor.execute(f'DROP {"TRIGGER" if " TRIGGER " in definition[:16] else "INDEX"} "{name}"')
        cursor.execute("SET session_replication_role = replica" if postgres else "PRAGMA foreign_keys = OFF")
        if not postgres:
            cursor.execute("PRAGMA synchronous = OFF")
        yield
        for _, definition in kept:
            cursor.execute(definition)
        cursor.execute("SET session_replication_role = origin" if postgres else "PRAGMA foreign_keys = ON")
        if missing := guards.missing(connection):
            raise RuntimeError(f"Triggers were not put back: {missing}")


def settle() -> None:
    """What a running installation has: current statistics, nothing waiting to be written."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
