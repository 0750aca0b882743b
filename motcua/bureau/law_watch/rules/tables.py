"""An annex as a table, and the same as a file a spreadsheet opens."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""
ACTIVE = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """«Phụ lục»: its key (also the file's name), title, head and lines, all as text."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_csv(table: Table) -> str:
    """The table as CSV; what a spreadsheet would run as a formula is made plain text."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[_plain(cell) for cell in row] for row in ((table.title,), table.head, *table.rows)])
    return MARK + out.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(ACTIVE) else cell


def numbered(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The same rows with their number in front."""
    return tuple((str(no), *row) for no, row in enumerate(rows, start=1))
