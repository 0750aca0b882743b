"""Terms of `SearchRow`: FTS5 on SQLite, GIN over `tsvector` on PostgreSQL, both over the same words and marks.

`queries.places` asks it. A migration that lets SQLite remake the table loses the triggers: run `put_up` again in it.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from motcua.legal.lawbase.rules import indexing

_TERMS = "trim({row}title || ' ' || {row}words || ' ' || {row}marks)"
_KEEP = "INSERT INTO lawbase_terms (rowid, terms)"
_DROP = "INSERT INTO lawbase_terms (lawbase_terms, rowid, terms)"
_OUT = f"{_DROP} VALUES ('delete', OLD.place, {_TERMS.format(row='OLD.')});"
_IN = f"{_KEEP} VALUES (NEW.place, {_TERMS.format(row='NEW.')});"
_FTS = "fts5(terms, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '_@'\")"
_SQLITE = (
    f"CREATE VIRTUAL TABLE lawbase_terms USING {_FTS}",
    f"CREATE TRIGGER lawbase_terms_in AFTER INSERT ON lawbase_searchrow BEGIN {_IN} END",
    f"CREATE TRIGGER lawbase_terms_out AFTER DELETE ON lawbase_searchrow BEGIN {_OUT} END",
    f"CREATE TRIGGER lawbase_terms_change AFTER UPDATE ON lawbase_searchrow BEGIN {_OUT} {_IN} END",
    f"{_KEEP} SELECT place, {_TERMS.format(row='')} FROM lawbase_searchrow ORDER BY place",  # noqa: S608  constants only
    "INSERT INTO lawbase_terms (lawbase_terms) VALUES ('optimize')",
)
VECTOR = "lawbase_terms_of(title, words, marks)"
# Each term, and each once more behind the row's mark of years, which ends its marks: the rows of one year are then told
# by short lists of their own. A function, so that the planner knows what it costs to compute the terms of a row anew;
# told more, it would find questions for common words so dear that PostgreSQL compiles them first (JIT), which takes
# longer than answering; unsafe for parallel workers, because to start them takes longer too, and because years asked
# for in parallel (UNION ALL) would not come in order.
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION lawbase_terms_of(title text, words text, marks text) RETURNS tsvector"
    " LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE COST 300 AS"
    f" $$ DECLARE terms text := {_TERMS.format(row='')}; years text := right(marks, {indexing.YEARS_LETTERS});"
    " BEGIN RETURN array_to_tsvector(string_to_array("
    "terms || ' ' || years || replace(terms, ' ', ' ' || years), ' ')); END $$"
)
_POSTGRES = (
    _FUNCTION,
    # Of long words the beginning is read; kept plain, it need not be unpacked whole for that.
    "ALTER TABLE lawbase_searchrow ALTER words SET STORAGE EXTERNAL",
    f"CREATE INDEX lawbase_terms ON lawbase_searchrow USING gin ({VECTOR}) WITH (fastupdate = off)",
)
_TRIGGERS = ("lawbase_terms_in", "lawbase_terms_out", "lawbase_terms_change")


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make the index, anew where it is already there, and fill it."""
    take_down(connection)
    _run(connection, *(_POSTGRES if connection.vendor == "postgresql" else _SQLITE))


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Drop it."""
    if connection.vendor == "postgresql":
        _run(connection, "DROP INDEX IF EXISTS lawbase_terms", "DROP FUNCTION IF EXISTS lawbase_terms_of")
    else:
        _run(
            connection, *(f"DROP TRIGGER IF EXISTS {name}" for name in _TRIGGERS), "DROP TABLE IF EXISTS lawbase_terms"
        )


def _run(connection: BaseDatabaseWrapper, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
