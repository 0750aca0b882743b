"""The words of a file: paragraphs and tables of a Word document with the numbers Word shows, text of a PDF."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2

from motcua.base.vn.rules import nfc
from motcua.base.word import loader as word
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
    for block in word.read(BytesIO(content)).blocks:
        if isinstance(block, str):
            yield block
        else:
            yield from (" | ".join(dict.fromkeys(cell.strip() for cell in row)) for row in block)


def _pdf(content: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded().replace("\r", "")
