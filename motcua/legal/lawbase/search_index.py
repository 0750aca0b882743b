"""Words of provisions: FTS5 on SQLite, GIN over `tsvector` on PostgreSQL, both over the same folded words.

`search_text` holds only a–z, 0–9 and single spaces, so that both databases cut it into the same words. Which rows match
is asked of the database; how they rank is computed by `rules.ranking`, so the answers are the same on both. A migration
that lets SQLite remake the table loses the triggers: run `put_up` again in it.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

_SQLITE = (
    "CREATE VIRTUAL TABLE lawbase_words USING fts5(words, row UNINDEXED, tokenize='unicode61')",
    """CREATE TRIGGER lawbase_words_in AFTER INSERT ON lawbase_provision WHEN NEW.search_text <> '' BEGIN
       INSERT INTO lawbase_words (words, row) VALUES (NEW.search_text, NEW.id); END""",
    """CREATE TRIGGER lawbase_words_out AFTER DELETE ON lawbase_provision WHEN OLD.search_text <> '' BEGIN
       DELETE FROM lawbase_words WHERE row = OLD.id; END""",
    """CREATE TRIGGER lawbase_words_change AFTER UPDATE OF search_text ON lawbase_provision BEGIN
       DELETE FROM lawbase_words WHERE row = OLD.id;
       INSERT INTO lawbase_words (words, row) SELECT NEW.search_text, NEW.id WHERE NEW.search_text <> ''; END""",
    "INSERT INTO lawbase_words (words, row) SELECT search_text, id FROM lawbase_provision WHERE search_text <> ''",
)
_POSTGRES = "CREATE INDEX lawbase_words ON lawbase_provision USING gin (to_tsvector('simple', search_text))"
_TRIGGERS = ("lawbase_words_in", "lawbase_words_out", "lawbase_words_change")


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make the index, anew where it is already there, and fill it."""
    take_down(connection)
    _run(connection, *((_POSTGRES,) if connection.vendor == "postgresql" else _SQLITE))


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Drop it."""
    if connection.vendor == "postgresql":
        _run(connection, "DROP INDEX IF EXISTS lawbase_words")
    else:
        _run(
            connection, *(f"DROP TRIGGER IF EXISTS {name}" for name in _TRIGGERS), "DROP TABLE IF EXISTS lawbase_words"
        )


def condition(
    connection: BaseDatabaseWrapper, groups: list[list[str]], phrases: list[str], *, every: bool
) -> tuple[str, list[str]]:
    """SQL on the provisions: all groups (any word of each), or any of them; and every phrase word after word."""
    if connection.vendor == "postgresql":
        sides = ["(" + " | ".join(group) + ")" for group in groups]
        asked = (" & " if every else " | ").join(sides)
        tight = [" <-> ".join(phrase.split()) for phrase in phrases]
        whole = " & ".join([*([f"({asked})"] if asked else []), *(f"({phrase})" for phrase in tight)])
        return "to_tsvector('simple', lawbase_provision.search_text) @@ to_tsquery('simple', %s)", [whole]
    sides = ["(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in groups]
    asked = (" AND " if every else " OR ").join(sides)
    whole = " AND ".join([*([f"({asked})"] if asked else []), *(f'"{phrase}"' for phrase in phrases)])
    return "lawbase_provision.id IN (SELECT row FROM lawbase_words WHERE lawbase_words MATCH %s)", [whole]


def _run(connection: BaseDatabaseWrapper, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
