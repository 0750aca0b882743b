"""Text of Word documents; they have passed the vault's checks."""

import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError

from motcua.legal.lawbase.loader.refusals import NotReadable

_BROKEN = "Tệp bị hỏng, không đọc được nội dung."
_NUMBERED = "Tệp Word đánh số tự động; số điều, khoản do Word sinh ra không nằm trong chữ. Kiểm tra lại cấu trúc."


def word_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Paragraphs and table rows in order; columns of a table apart by a tab. Refuses: NotReadable."""
    try:
        document = docx.Document(str(path))
        lines = _lines(document)
        automatic = bool(document.element.body.xpath(".//w:pPr/w:numPr"))
    except (PackageNotFoundError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as reason:
        raise NotReadable(_BROKEN) from reason
    return "\n".join(lines), ((_NUMBERED,) if automatic else ())


def _lines(document: Document) -> list[str]:
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += ["\t\t".join(cell.text.replace("\n", "\t\t") for cell in row.cells) for row in block.rows]
        else:
            found.append(block.text)
    return found
