"""The text of a .docx as it stands when its changes are accepted, each paragraph with the number Word shows.

Read are words in content controls, fields and insertions; not read are deleted and hidden words, the instructions of
fields, drawings and what stands in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import docx

from motcua.base.word.loader.lists import Lists
from motcua.base.word.loader.xml import MC, W, child_value, is_on, part_of, value

CONTENTS = "Table of Contents"
Rows = tuple[tuple[str, ...], ...]
_GROUPS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_INLINE = {*_GROUPS, *(f"{W}{tag}" for tag in ("hyperlink", "fldSimple", "dir", "bdo"))}


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs and tables (rows of cells) in order; `has_unread`: some numbers are of a kind not known here."""

    blocks: tuple[str | Rows, ...]
    has_numbers: bool = False
    has_unread: bool = False


def read(source: Path | IO[bytes]) -> Text:
    """The text of the file's body. Raises what python-docx and lxml raise for a file that is none."""
    document = docx.Document(str(source) if isinstance(source, Path) else source)
    lists = Lists(part_of(document, "/numbering"), part_of(document, "/styles"))
    blocks = tuple(_blocks(document.element.body, lists))
    return Text(blocks, lists.has_numbers, lists.has_unread)


def _blocks(parent: Any, lists: Lists) -> Iterator[str | Rows]:
    carried = ""
    for child in _flat(parent):
        if child.tag == f"{W}tbl":
            yield tuple(
                tuple(_cell(cell, lists) for cell in _inside(row, f"{W}tc")) for row in _inside(child, f"{W}tr")
            )
            continue
        number, text = lists.next(child), carried + words_of(child)
        if _is_joined(child):
            carried = text
            continue
        carried = ""
        yield number.before(text) if number else text
    if carried:
        yield carried


def _flat(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, those in content controls too, but no table of contents: it only repeats the text."""
    for child in parent:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _GROUPS and child_value(child, "sdtPr/docPartObj/docPartGallery") != CONTENTS:
            yield from _flat(child)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, those in content controls too, without deleted rows."""
    for child in parent:
        if child.tag == tag and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _GROUPS:
            yield from _inside(child, tag)


def _cell(cell: Any, lists: Lists) -> str:
    """Its paragraphs by line; those of a table in it row by row."""
    found = []
    for block in _blocks(cell, lists):
        found += [block] if isinstance(block, str) else ["\t".join(row) for row in block]
    return "\n".join(found)


def _is_joined(paragraph: Any) -> bool:
    """Its mark is deleted in tracked changes: the words go on in the next one."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(W + tag) is not None for tag in ("del", "moveFrom"))


def words_of(paragraph: Any) -> str:
    """The words of one paragraph, without its number."""
    return "".join(_run(run) for run in _runs(paragraph))


def _runs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in _INLINE:
            yield from _runs(child)
        elif child.tag == f"{MC}AlternateContent":
            yield from (run for choice in child.findall(f"{MC}Choice")[:1] for run in _runs(choice))


def _run(run: Any) -> str:
    hidden = run.find(f"{W}rPr/{W}vanish")
    if hidden is not None and is_on(hidden):
        return ""
    text = ""
    for child in run:
        if child.tag == f"{W}t":
            text += child.text or ""
        elif child.tag in {f"{W}tab", f"{W}ptab"}:
            text += "\t"
        elif child.tag == f"{W}noBreakHyphen":
            text += "-"
        elif child.tag == f"{W}cr" or (child.tag == f"{W}br" and value(child, "type") in {None, "textWrapping"}):
            text += "\n"
    return text
