"""Text of Word documents and of PDFs; both have passed the vault's checks."""

import zipfile
from pathlib import Path

import docx
import pypdfium2
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError

from motcua.legal.lawbase.loader.refusals import NotReadable

_BROKEN = "Tệp bị hỏng, không đọc được nội dung."
_NUMBERED = "Tệp Word đánh số tự động; số điều, khoản do Word sinh ra không nằm trong chữ. Kiểm tra lại cấu trúc."
_SIGNED = "Số và ngày lấy từ hình chữ ký số trên trang; so lại với bản in."
_LITTLE_TEXT = 40
_MOST_LETTERS = 5_000_000


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


def pdf_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of every page, drawn signature fields included: agencies stamp number and day into them.

    Refuses: NotReadable; a scan without text is said to be one.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as reason:
        raise NotReadable(_BROKEN) from reason
    try:
        has_fields = document.get_formtype() != 0
        if has_fields:
            document.init_forms()
        pages = []
        for number in range(len(document)):
            pages.append(_page_text(document, number, flatten=has_fields))
            if sum(map(len, pages)) > _MOST_LETTERS:
                raise NotReadable("Văn bản quá dài, không nhập được.")
    except pypdfium2.PdfiumError as reason:
        raise NotReadable(_BROKEN) from reason
    finally:
        document.close()
    text = "\n".join(pages)
    if len("".join(text.split())) < _LITTLE_TEXT:
        raise NotReadable("Tệp PDF là bản quét, không có chữ. Hãy nhận dạng chữ (OCR) rồi nhập lại.")
    return text, ((_SIGNED,) if has_fields else ())


def _page_text(document: pypdfium2.PdfDocument, number: int, *, flatten: bool) -> str:
    page = document[number]
    if flatten:
        page.flatten()
        page.close()
        page = document[number]
    text = str(page.get_textpage().get_text_bounded())
    return text.replace("\r\n", "\n").replace("\ufffe", "-")
