"""Every letter of a Word file, part by part, and every number Word sets by itself: what no mending may change.

Read from the zip itself, apart from what mends it. Page numbers are figures of a field, not letters of the text.
"""

import io
import zipfile
from typing import Any

from lxml import etree

from motcua.base.word.loader import Lists, W, parser, value

TEXT = {f"{W}t", f"{W}delText"}
COMMENTS = "word/comments"
NUMBERS = "numbers"
"""Under this name stand the numbers shown, one a line; no part of a file is called so."""


def letters_of(content: bytes) -> dict[str, str]:
    """Part name → its letters, and the numbers shown; parts without letters and the comments are left out."""
    found: dict[str, str] = {}
    roots: dict[str, Any] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not name.startswith("word/") or not name.endswith(".xml") or name.startswith(COMMENTS):
                continue
            root = etree.fromstring(archive.read(name), parser())
            if "/glossary/" not in name:
                roots.setdefault(root.tag, root)
            if text := _letters(root):
                found[name] = text
    if numbers := _numbers(roots):
        found[NUMBERS] = numbers
    return found


def _numbers(roots: dict[str, Any]) -> str:
    lists, document = Lists(roots.get(f"{W}numbering"), roots.get(f"{W}styles")), roots.get(f"{W}document")
    shown = (lists.next(para) for para in document.iter(f"{W}p")) if document is not None else ()
    return "\n".join(f"{one.text}{one.gap}" for one in shown if one is not None)


def _letters(root: Any) -> str:
    pieces: list[str] = []
    fields: list[dict[str, Any]] = []
    for element in root.iter():
        if element.tag == f"{W}fldChar":
            kind = value(element, "fldCharType")
            if kind == "begin":
                fields.append({"code": "", "shows": False})
            elif kind == "separate" and fields:
                fields[-1]["shows"] = True
            elif kind == "end" and fields:
                fields.pop()
        elif element.tag == f"{W}instrText" and fields:
            fields[-1]["code"] += element.text or ""
        elif element.tag in TEXT and element.text and not _is_page_number(element, fields):
            pieces.append(element.text)
        elif element.tag == f"{W}sym":
            pieces.append(value(element, "char") or "")
    return "".join(pieces)


def _is_page_number(element: Any, fields: list[dict[str, Any]]) -> bool:
    if any(field["shows"] and field["code"].split()[:1] == ["PAGE"] for field in fields):
        return True
    simple = next((one for one in element.iterancestors(f"{W}fldSimple")), None)
    return simple is not None and (value(simple, "instr") or "").split()[:1] == ["PAGE"]
