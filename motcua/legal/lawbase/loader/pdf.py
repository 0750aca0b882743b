"""Text of PDFs: written, stamped by signatures, or recognised from pictures. The file has passed the vault's checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from motcua.legal.lawbase.loader import scanned
from motcua.legal.lawbase.loader.refusals import NotReadable, NoWords, TakesLong

_BROKEN = "Tệp bị hỏng, không đọc được nội dung."
_SIGNED = "Số và ngày lấy từ hình chữ ký số trên trang; so lại với bản in."
_LITTLE_TEXT = 40
_MOST_LETTERS = 5_000_000
_NONE = "Không nhận ra chữ nào trên bản quét; tệp vẫn được giữ. Hãy ghi thuộc tính, dán nội dung nếu có."
_BLURRED = 80
_FLATTENED = 1
_COLUMN = 2.0
"""Between two runs further apart than so many heights of the line stands a column."""
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """The text, what a person should look at, and whether it was recognised from pictures."""

    text: str
    notes: tuple[str, ...] = ()
    is_recognised: bool = False


class _Run(NamedTuple):
    left: float
    right: float
    middle: float
    height: float
    text: str


def text_of(path: Path, *, is_quick: bool = False, told: Told | None = None) -> Found:
    """The text of every page, drawn signature fields included: agencies stamp number and day into them.

    A page that is only a picture is recognised; `told` hears of (page, of) as that goes on. Refuses: NotReadable,
    NoWords (a scan, and no Tesseract here), TakesLong (a scan, and `is_quick`).
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as reason:
        raise NotReadable(_BROKEN) from reason
    try:
        return _read(document, is_quick=is_quick, told=told)
    except pypdfium2.PdfiumError as reason:
        raise NotReadable(_BROKEN) from reason
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, *, is_quick: bool, told: Told | None) -> Found:
    has_fields = document.get_formtype() != 0
    if has_fields:
        document.init_forms()
    own = [_letters(document[number]) for number in range(len(document))]
    is_bare = sum(own) < _LITTLE_TEXT
    pictures = [
        number for number, many in enumerate(own)
        if many < _LITTLE_TEXT and _is_picture(document[number], least=0.0 if is_bare else 0.5)
    ]  # fmt: skip
    may = bool(pictures) and scanned.is_possible()
    if pictures and is_bare and not may:
        raise NoWords(scanned.MISSING)
    if may and is_quick:
        raise TakesLong
    recognised = _recognised(document, pictures, told) if may else {}
    pages, letters = [], 0
    for number in range(len(document)):
        pages.append(recognised[number].text if number in recognised else _page_text(document, number, has_fields))
        letters += len(pages[-1])
        if letters > _MOST_LETTERS:
            raise NotReadable("Văn bản quá dài, không nhập được.")
    text = "\n".join(pages)
    if len("".join(text.split())) < _LITTLE_TEXT:
        raise NoWords(_NONE) if recognised else NotReadable("Tệp PDF không có chữ nào đọc được.")
    return Found(text, tuple(_notes(recognised, pictures, has_fields=has_fields)), bool(recognised))


def _notes(recognised: dict[int, scanned.Page], pictures: list[int], *, has_fields: bool) -> Iterator[str]:
    if recognised:
        sure = sum(page.sure for page in recognised.values()) / len(recognised)
        yield (
            f"Chữ của {len(recognised)} trang do máy nhận dạng từ bản quét (độ chắc chắn {sure:.0f} %):"
            " so từng số, ngày, điều khoản với bản in."
        )
        if sure < _BLURRED:
            yield "Bản quét mờ hoặc nhiễu, nhiều chữ có thể sai. Nên quét lại ở 300 dpi, ngay ngắn, rồi nhập lại."
    elif pictures:
        pages = ", ".join(str(number + 1) for number in pictures[:20])
        yield f"Trang {pages} là hình quét, chưa đọc được chữ (máy chủ chưa cài phần nhận dạng chữ)."
    if has_fields and not recognised:
        yield _SIGNED


def _recognised(document: pypdfium2.PdfDocument, pictures: list[int], told: Told | None) -> dict[int, scanned.Page]:
    if len(pictures) > scanned.MOST_PAGES:
        raise NotReadable(f"Bản quét dài hơn {scanned.MOST_PAGES} trang. Hãy tách thành nhiều tệp.")
    found = {}
    for done, number in enumerate(pictures, start=1):
        found[number] = scanned.recognise(document[number])
        if told:
            told(done, len(pictures))
    return found


def _letters(page: pypdfium2.PdfPage) -> int:
    return len("".join(str(page.get_textpage().get_text_bounded()).split()))


def _is_picture(page: pypdfium2.PdfPage, *, least: float) -> bool:
    """Whether pictures cover so much of the page; with nothing asked, whether anything is drawn on it."""
    if not least:
        return any(True for _ in page.get_objects(max_depth=1))
    wide, high = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(covered >= least * wide * high)


def _page_text(document: pypdfium2.PdfDocument, number: int, has_fields: bool) -> str:  # noqa: FBT001
    page = document[number]
    if has_fields and page.flatten() == _FLATTENED:
        page.close()
        return _laid_out(document[number].get_textpage())
    text = str(document[number].get_textpage().get_text_bounded())
    return text.replace("\r\n", "\n").replace("\ufffe", "-")


def _laid_out(page: pypdfium2.PdfTextPage) -> str:
    """Runs of letters by where they stand: what a signature draws lies last in the file and in the gap on the page."""
    lines: list[list[_Run]] = []
    for run in sorted(_runs(page), key=lambda one: -one.middle):
        if lines and lines[-1][0].middle - run.middle < 0.5 * min(lines[-1][0].height, run.height):
            lines[-1].append(run)
        else:
            lines.append([run])
    return "\n".join(_line(sorted(line)) for line in lines)


def _line(runs: list[_Run]) -> str:
    text = runs[0].text
    for before, run in pairwise(runs):
        gap = run.left - before.right
        text += ("\t" if gap > _COLUMN * max(before.height, run.height) else " ") + run.text
    return text


def _runs(page: pypdfium2.PdfTextPage) -> Iterator[_Run]:
    letters: list[tuple[str, tuple[float, float, float, float]]] = []
    for index in range(page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(page.raw, index))
        box = page.get_charbox(index, loose=True)
        if letters and not _goes_on(letters[-1][1], box):
            yield from _run(letters)
            letters = []
        if letter not in "\r\n\x00":
            letters.append(("-" if letter == "\ufffe" else letter, box))
    yield from _run(letters)


def _goes_on(before: tuple[float, ...], box: tuple[float, ...]) -> bool:
    """Whether a letter stands on the same line right behind the one before."""
    height = max(box[3] - box[1], before[3] - before[1], 1.0)
    same_line = abs((box[1] + box[3]) - (before[1] + before[3])) < height
    return same_line and -0.5 * height < box[0] - before[2] < 0.8 * height


def _run(letters: list[tuple[str, tuple[float, float, float, float]]]) -> Iterator[_Run]:
    text = "".join(letter for letter, _ in letters).strip()
    if text:
        boxes = [box for letter, box in letters if letter.strip()]
        bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
        yield _Run(
            min(box[0] for box in boxes), max(box[2] for box in boxes), (bottom + top) / 2, max(top - bottom, 1.0), text
        )
