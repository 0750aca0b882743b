"""A list as a table with the columns of its form, and as a file a spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO

from motcua.bureau.law_review.choices import SLUGS, ListName
from motcua.bureau.law_review.rules.lists import Line
from motcua.bureau.law_review.rules.regimes import Form

MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""
ACTIVE = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """One list: its key (also the file's name), the form's number, title, head and lines, all as text.

    `left_out`: names of documents kept back from the public, for officers only.
    """

    key: ListName
    form: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_sure: bool
    left_out: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """In addresses and names of files."""
        return SLUGS[self.key]


def table(form: Form, lines: Sequence[Line]) -> Table:
    """The lines under the form's columns, numbered."""
    rows = tuple((str(no), *(_cell(line, key) for key, _ in form.columns)) for no, line in enumerate(lines, start=1))
    head = ("STT", *(name for _, name in form.columns))
    return Table(form.key, form.number, form.title, head, rows, form.is_sure)


KEPT_BACK = "một văn bản không công khai"


def without_names(line: Line, names: Iterable[str]) -> Line:
    """The line for everybody: what a document kept back did to another is told without its name."""
    reason, content = line.reason, line.content
    for name in names:
        reason, content = reason.replace(name, KEPT_BACK), content.replace(name, KEPT_BACK)
    return replace(line, reason=reason, content=content)


def _cell(line: Line, key: str) -> str:
    if key == "number":
        day = _day(line.issued_on)
        return f"{line.number or 'Không số'} ngày {day}" if day else line.number or "Không số"
    if key == "provisions":
        return f"{line.title}. {line.provisions}"
    if key in {"ended_on", "effective_on"}:
        return _day(line.on_day)
    if key == "due_on":
        return _day(line.due_on)
    return str(getattr(line, "provisions" if key == "note" else key))


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def as_csv(shown: Table) -> str:
    """The table as CSV; what a spreadsheet would run as a formula is made plain text."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([[_plain(cell) for cell in row] for row in ((shown.title,), shown.head, *shown.rows)])
    return MARK + out.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(ACTIVE) else cell
