"""Words of applicants' names, found at a million dossiers: FTS5 on SQLite, GIN over `tsvector` on PostgreSQL.

`condition` asks both the same question: every word whole, the last one perhaps unfinished. Each word is kept with its
agency before it, so that an office searches among its own namesakes only, however many dossiers the province has.
SQLite keeps an own table beside the dossiers, filled and kept up by triggers; its rows stand in the order of receipt,
so the newest are read first. A migration that lets SQLite remake the dossiers' table loses the triggers: run `put_up`
again in it.
"""

import re
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper

_WORD = re.compile(r"[^\W_]+")
_MOST = 200
"""How many of the newest namesakes SQLite offers before rights are looked at."""
_OURS = "'a' || substr({row}agency_id, -12)"
_APART = "replace(replace(replace({row}applicant_key, '-', ' '), char(39), ' '), '.', ' ')"
_KEPT = f"{_OURS} || replace({_APART}, ' ', ' ' || {_OURS})"
_ROW = f"{_KEPT}, {{row}}id"
_FOLLOW = (
    "CREATE TRIGGER dossiers_names_mended AFTER UPDATE OF applicant_key ON dossiers_dossier"  # noqa: S608  constants only
    " WHEN OLD.applicant_key <> NEW.applicant_key BEGIN"
    f" UPDATE dossiers_names SET words = {_KEPT.format(row='NEW.')}"
    " WHERE rowid IN (SELECT rowid FROM dossiers_names WHERE dossier = NEW.id AND dossiers_names MATCH"
    f""" '"' || replace({_KEPT.format(row="OLD.")}, '"', '""') || '"'); END"""
)
"""A mended name keeps its row, and so its place; the old words find the row, which has no index by dossier."""
_SQLITE = (
    "CREATE VIRTUAL TABLE dossiers_names USING fts5(words, dossier UNINDEXED, prefix='14 15 16', tokenize='unicode61')",
    (
        "CREATE TRIGGER dossiers_names_follow AFTER INSERT ON dossiers_dossier BEGIN"  # noqa: S608  constants only
        f" INSERT INTO dossiers_names (words, dossier) VALUES ({_ROW.format(row='NEW.')}); END"
    ),
    _FOLLOW,
)
_FILL = f"INSERT INTO dossiers_names (words, dossier) SELECT {_ROW.format(row='')} FROM dossiers_dossier ORDER BY id"  # noqa: S608  constants only
_WORDS = (
    "to_tsvector('simple', regexp_replace(applicant_key,"
    r" '([^[:space:][:punct:]]+)', 'a' || right(agency_id::text, 12) || '\1', 'g'))"
)
_POSTGRES = f"CREATE INDEX dossier_name_words ON dossiers_dossier USING gin ({_WORDS}) WITH (fastupdate = off)"


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make the index, anew where it is already there, and fill it."""
    take_down(connection)
    postgres = connection.vendor == "postgresql"
    _run(connection, *((_POSTGRES,) if postgres else (*_SQLITE, _FILL)))


def follow_mended(connection: BaseDatabaseWrapper) -> None:
    """Let an index put up before names could be mended follow them; PostgreSQL does so by itself."""
    if connection.vendor != "postgresql":
        _run(connection, "DROP TRIGGER IF EXISTS dossiers_names_mended", _FOLLOW)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Drop it."""
    if connection.vendor == "postgresql":
        _run(connection, "DROP INDEX IF EXISTS dossier_name_words")
    else:
        for name in ("dossiers_names_follow", "dossiers_names_mended"):
            _run(connection, f"DROP TRIGGER IF EXISTS {name}")
        _run(connection, "DROP TABLE IF EXISTS dossiers_names")


def condition(connection: BaseDatabaseWrapper, folded: str, agency: UUID) -> tuple[str, tuple[Any, ...]]:
    """SQL on `dossiers_dossier` and its parameters: names of this agency that hold these words, without marks."""
    ours = f"a{agency.hex[-12:]}"
    *whole, last = [ours + word for word in _WORD.findall(folded)]
    if connection.vendor == "postgresql":
        return f"agency_id = %s AND {_WORDS} @@ to_tsquery('simple', %s)", (agency, " & ".join([*whole, f"{last}:*"]))
    asked = " AND ".join([*(f'"{word}"' for word in whole), f'"{last}"*'])
    newest = f"SELECT dossier FROM dossiers_names WHERE dossiers_names MATCH %s ORDER BY rowid DESC LIMIT {_MOST}"  # noqa: S608
    return f"id IN ({newest})", (asked,)


def _run(connection: BaseDatabaseWrapper, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
