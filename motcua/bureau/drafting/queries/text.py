"""The words of a file: paragraphs and tables of a Word document, text of a PDF."""

from collections.abc import Iterator
from io import BytesIO

import docx
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph

from motcua.base.vn.rules import nfc
from motcua.instruments.vault.rules import Kind

MOST = 2_000_000
"""Characters kept of one version; a longer text is cut."""


def words_of(content: bytes, mime: str) -> str:
    """The text of a file, in NFC, a paragraph a line; empty for pictures and scans without text."""
    read = {Kind.DOCX.mime: _docx, Kind.PDF.mime: _pdf}.get(mime)
    if read is None:
        return ""
    try:
        return nfc("\n".join(read(content)))[:MOST]
    except Exception:  # noqa: BLE001  a file no reader understands has no text, and the page says so
        return ""


def _docx(content: bytes) -> Iterator[str]:
    for block in docx.Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))


def _pdf(content: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded().replace("\r", "")
