"""Tables as a spreadsheet («.xlsx»): every cell is text, so that what looks like a formula stays what was typed."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from motcua.instruments.printing.exports.text import plain

_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
LONGEST_CELL, LONGEST_NAME = 32_000, 31
FONT = "Times New Roman"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table of a workbook: the name of its tab, title, notes above the table, head and lines; all as text."""

    name: str
    title: str
    notes: Sequence[str] = ()
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def as_workbook(sheets: Iterable[Sheet]) -> bytes:
    """The tables as one .xlsx, a tab each, with the head repeated on every printed page."""
    out = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, safe)
    looks = {
        "title": book.add_format({"bold": True, "font_name": FONT, "font_size": 14}),
        "note": book.add_format({"italic": True, "font_name": FONT, "font_size": 12}),
        "head": book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center",
                                 "font_name": FONT, "font_size": 12, "bg_color": "#E8EDF3"}),
        "cell": book.add_format({"border": 1, "text_wrap": True, "valign": "top", "font_name": FONT, "font_size": 12,
                                 "num_format": "@"}),
        "no": book.add_format({"border": 1, "valign": "top", "align": "center", "font_name": FONT, "font_size": 12}),
    }  # fmt: skip
    taken: set[str] = set()
    for sheet in sheets:
        _write(book, sheet, _tab(sheet.name, taken), looks)
    book.close()
    return out.getvalue()


def _tab(name: str, taken: set[str]) -> str:
    """A name a spreadsheet takes, no two alike."""
    made = base = _SHEET_NAME.sub(" ", name).strip()[:LONGEST_NAME] or "Bảng"
    number = 1
    while made.casefold() in taken:
        number += 1
        made = f"{base[: LONGEST_NAME - 4]} ({number})"
    taken.add(made.casefold())
    return made


def _write(book: xlsxwriter.Workbook, sheet: Sheet, name: str, looks: dict[str, Any]) -> None:
    tab = book.add_worksheet(name)
    tab.write_string(0, 0, _cell(sheet.title), looks["title"])
    for line, note in enumerate(sheet.notes, start=1):
        tab.write_string(line, 0, _cell(note), looks["note"])
    top = len(sheet.notes) + 2
    for column, words in enumerate(sheet.head):
        tab.write_string(top, column, _cell(words), looks["head"])
        tab.set_column(column, column, _width(column, sheet))
    for line, cells in enumerate(sheet.rows, start=top + 1):
        for column, words in enumerate(cells):
            if column == 0 and words.isdecimal():
                tab.write_number(line, column, int(words), looks["no"])
            else:
                tab.write_string(line, column, _cell(words), looks["cell"])
    tab.freeze_panes(top + 1, 0)
    if sheet.rows:
        tab.autofilter(top, 0, top + len(sheet.rows), max(len(sheet.head) - 1, 0))
    tab.set_landscape()
    tab.set_paper(9)
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(top)
    tab.set_footer("&CTrang &P/&N")


def _width(column: int, sheet: Sheet) -> float:
    """Wide enough for the longest line, within a page."""
    longest = max([len(sheet.head[column]) / 2, *(len(row[column]) for row in sheet.rows if column < len(row))])
    return min(max(longest + 2, 6), 48)


def _cell(words: str) -> str:
    clean = plain(words)
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 1] + "…"
