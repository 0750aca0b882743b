"""Database triggers that refuse to change or delete what is on record, and to skip a link of a chain.

They stop mistakes and ordinary accounts; whoever owns the tables can drop them, which is why `queries.verify` exists.
A migration that lets SQLite remake one of the tables loses its triggers: run `put_up` again in it. Tests that tamper
call `take_down(connection)` first.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("journal_entry", "journal_look", "journal_seal")
_NAMES = frozenset(
    {f"{table}_is_append_only" for table in TABLES}
    | {f"{table}_is_never_deleted" for table in TABLES}
    | {"journal_entry_follows_its_chain"}
)
_REFUSED = "the journal is append-only"
_SKIPPED = "the journal entry does not follow its chain"
_SQLITE = (
    "CREATE TRIGGER {table}_is_append_only BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refused}'); END",
    "CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refused}'); END",
)
_SQLITE_CHAIN = (
    "CREATE TRIGGER journal_entry_follows_its_chain BEFORE INSERT ON journal_entry"  # noqa: S608  constants only
    " WHEN NOT ((NEW.seq = 1 AND NEW.prev = '') OR EXISTS (SELECT 1 FROM journal_entry"
    " WHERE thing_id = NEW.thing_id AND seq = NEW.seq - 1 AND hash = NEW.prev))"
    f" BEGIN SELECT RAISE(ABORT, '{_SKIPPED}'); END"
)
_POSTGRES_FUNCTIONS = (
    f"""CREATE OR REPLACE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END $$
""",
    # Without sequential scans: a plan made on the empty table of a first day is kept by the session.
    f"""CREATE OR REPLACE FUNCTION journal_follows() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF NEW.seq = 1 AND NEW.prev = '' THEN RETURN NEW; END IF;
  PERFORM 1 FROM journal_entry WHERE thing_id = NEW.thing_id AND seq = NEW.seq - 1 AND hash = NEW.prev;
  IF FOUND THEN RETURN NEW; END IF;
  RAISE EXCEPTION '{_SKIPPED}' USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
)
_POSTGRES = (
    """CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION journal_refuses()""",
    """CREATE TRIGGER {table}_is_never_deleted BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuses()""",
)
_POSTGRES_CHAIN = (
    "CREATE TRIGGER journal_entry_follows_its_chain BEFORE INSERT ON journal_entry"
    " FOR EACH ROW EXECUTE FUNCTION journal_follows()"
)


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers, anew where they are already there."""
    take_down(connection)
    postgres = connection.vendor == "postgresql"
    for statement in _POSTGRES_FUNCTIONS if postgres else ():
        _run(connection, statement)
    for table in TABLES:
        for statement in _POSTGRES if postgres else _SQLITE:
            _run(connection, statement.format(table=table, refused=_REFUSED))
    _run(connection, _POSTGRES_CHAIN if postgres else _SQLITE_CHAIN)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers: for a reversed migration, an emptied test database, a test that tampers."""
    for name in sorted(_NAMES):
        table = next(table for table in TABLES if name.startswith(table))
        _run(connection, f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if connection.vendor != "sqlite" else ""))


def missing(connection: BaseDatabaseWrapper) -> frozenset[str]:
    """Names of triggers that should be there and in force, and are not."""
    if connection.vendor == "postgresql":
        present = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    else:
        present = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(present)
        return _NAMES - {name for (name,) in cursor.fetchall()}


def _run(connection: BaseDatabaseWrapper, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
