"""Pictures of pages as text, by Tesseract where it is installed («nhận dạng chữ», OCR)."""

import io
import tempfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import ImageFilter

from motcua.legal.lawbase.loader import programs

DPI = 300
MOST_PAGES = 200
SECONDS = 180.0
MISSING = (
    "Tệp PDF là bản quét, không có chữ, và máy chủ chưa cài phần nhận dạng chữ. Tệp vẫn được giữ làm tệp đính kèm: hãy"
    " ghi thuộc tính, dán nội dung nếu có; hoặc nhờ quản trị viên cài gói tesseract-ocr-vie."
)
_MOST_SIDE = 5200
_SOFT = ImageFilter.BoxBlur(1)
"""The grain of a scanner is read as dots and hooks; a light blur takes it off and leaves the marks of letters."""
_GAP = 2.0
"""Between two words further apart than so many heights of a letter stands a column."""


class Page(NamedTuple):
    """What was recognised, and how sure the program is of it, in percent."""

    text: str
    sure: float


class _Word(NamedTuple):
    line: tuple[str, str, str]
    left: int
    right: int
    height: int
    sure: float
    text: str


def is_possible() -> bool:
    """Whether this machine has Tesseract with Vietnamese."""
    return bool(_language())


def _language() -> str:
    program = programs.found("tesseract")
    if not program:
        return ""
    try:
        with tempfile.TemporaryDirectory() as folder:
            known = programs.run((program, "--list-langs"), folder=Path(folder), seconds=30).decode().split()
    except programs.Failed:
        return ""
    return "vie" if "vie" in known else ""


def recognise(page: pypdfium2.PdfPage) -> Page:
    """The words of one page, columns apart by a tab; an empty page when the program gives no answer."""
    wide, high = page.get_size()
    scale = min(DPI / 72, _MOST_SIDE / max(wide, high, 1.0))
    picture = io.BytesIO()
    drawn = page.render(scale=scale, grayscale=True, may_draw_forms=True).to_pil().convert("L")
    drawn.filter(_SOFT).save(picture, "PNG", compress_level=1)
    command = (programs.found("tesseract"), "-", "-", "-l", "vie", "--psm", "3", "--dpi", str(round(72 * scale)), "tsv")
    try:
        with tempfile.TemporaryDirectory() as folder:
            answer = programs.run(command, folder=Path(folder), seconds=SECONDS, given=picture.getvalue())
    except programs.Failed:
        return Page("", 0.0)
    return _page(list(_words(answer.decode("utf-8", "replace"))))


def _words(table: str) -> Iterable[_Word]:
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            left, wide, high = int(cells[6]), int(cells[8]), int(cells[9])
            place = (cells[2], cells[3], cells[4])
            yield _Word(place, left, left + wide, high, float(cells[10]), cells[11].strip())


def _page(words: list[_Word]) -> Page:
    if not words:
        return Page("", 0.0)
    text = words[0].text
    for before, word in pairwise(words):
        if word.line != before.line:
            text += "\n"
        elif word.left - before.right > _GAP * max(word.height, before.height):
            text += "\t"
        else:
            text += " "
        text += word.text
    return Page(text, sum(word.sure for word in words) / len(words))
