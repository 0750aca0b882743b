"""Text of Word documents; they have passed the vault's checks."""

import zipfile
from pathlib import Path

from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from motcua.base.word import loader as word
from motcua.legal.lawbase.loader.refusals import NotReadable

_BROKEN = "Tệp bị hỏng, không đọc được nội dung."
_UNREAD = "Tệp Word có kiểu đánh số tự động lạ; số đó được đọc thành chữ số. So lại số điều, khoản với bản Word."
_CONVERTED = (
    "Số tự động đã qua LibreOffice, có thể khác bản gốc (như Điều lại đếm từ 1 ở mỗi chương). "
    "So lại từng số điều, khoản."
)


def word_text(path: Path, *, is_converted: bool = False) -> tuple[str, tuple[str, ...]]:
    """Paragraphs and table rows in order, with the numbers Word sets by itself; columns of a table apart by a tab.

    `is_converted`: LibreOffice wrote the file, which knows fewer ways of counting than Word. Refuses: NotReadable.
    """
    try:
        found = word.read(path)
    except (OpcError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as reason:
        raise NotReadable(_BROKEN) from reason
    told = ((_UNREAD, found.has_unread), (_CONVERTED, is_converted and found.has_numbers))
    return "\n".join(_lines(found)), tuple(note for note, holds in told if holds)


def _lines(found: word.Text) -> list[str]:
    lines: list[str] = []
    for block in found.blocks:
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += ["\t\t".join(cell.replace("\n", "\t\t") for cell in row) for row in block]
    return lines
