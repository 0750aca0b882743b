"""A PDF held against the rules as far as fonts and boxes tell: page, margins, fonts, the words of the head, the file.

What a PDF does not show (styles, indents, spacing) is left to the eye. The number and date of a signed PDF stand in the
signature's picture, not in the text, so nothing is said about them.
"""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2

from motcua.base.vn.rules import nfc
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.findings import Fault, FormatRule
from motcua.legal.formats.word.guard import Unusable, check_size

POINT_MM = 25.4 / 72
PAGES = 500
HEAD_LETTERS = 4000
SAME_LINE_PT = 3.0
"""Letters of one line stand no further apart in height, marks and all."""
FACES = ("timesnewroman", "times-new-roman", "timesnewromanps", "times new roman")
SEEN = {"A-01", "A-04", "A-05", "A-06", "A-12", "A-14", "A-75", "Q-01", "Q-02", "K-01", "K-02", "K-03", "K-05", "K-06"}
"""Rules a PDF can be held against."""


@dataclass(frozen=True)
class PdfPaper:
    """What was read: pages in millimetres, the edges of the text of each, font names, the text, the version.

    `head`: the letters of the first page put together line by line from where they stand, whatever font each is in;
    `is_clear`: the first page's letters can be believed, for they are all known and of one family of fonts.
    """

    sizes: tuple[tuple[float, float], ...]
    edges: tuple[tuple[float, float] | None, ...]
    fonts: tuple[tuple[str, bool], ...]
    text: str
    version: tuple[int, int]
    head: str = ""
    is_clear: bool = True


def read_pdf(content: bytes) -> PdfPaper:
    """Open and read; a broken cross-reference is rebuilt where that is possible. Refuses: Unusable."""
    check_size(len(content))
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            major, _, minor = document.pdf_version.partition(".")
            fonts = tuple(sorted(set(_fonts(document, PAGES))))
            families = {_family(name) for name, _ in _fonts(document, 1)} - {""}
        drawn = pypdfium2.PdfDocument(content)
        try:
            pages = [_page(drawn[index]) for index in range(min(len(drawn), PAGES))]
            head = _head(drawn[0]) if pages else ""
        finally:
            drawn.close()
    except pikepdf.PasswordError as problem:
        raise Unusable("Tệp PDF có mật khẩu. Bỏ mật khẩu rồi gửi lại.") from problem
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, RuntimeError) as problem:
        raise Unusable("Tệp PDF hỏng, không đọc được. Xuất lại từ Word rồi gửi lại.") from problem
    if not pages:
        raise Unusable("Tệp PDF không có trang nào.")
    sizes, edges, texts = zip(*pages, strict=True)
    is_clear = len(families) <= 1 and not any(_is_unknown(letter) for letter in texts[0])
    return PdfPaper(sizes, edges, fonts, "\n".join(texts), (int(major), int(minor or 0)), head, is_clear)


def _page(page: pypdfium2.PdfPage) -> tuple[tuple[float, float], tuple[float, float] | None, str]:
    wide, high = page.get_size()
    text_page = page.get_textpage()
    boxes = [text_page.get_rect(index) for index in range(text_page.count_rects())]
    edges = None
    if boxes:
        edges = (min(box[0] for box in boxes) * POINT_MM, (wide - max(box[2] for box in boxes)) * POINT_MM)
    return (wide * POINT_MM, high * POINT_MM), edges, str(text_page.get_text_bounded())


def _head(page: pypdfium2.PdfPage) -> str:
    """The first page from its letters' places: a word set in two fonts is drawn in pieces, and not always in order."""
    text_page = page.get_textpage()
    letters: list[tuple[float, float, str]] = []
    for index in range(min(text_page.count_chars(), HEAD_LETTERS)):
        letter = str(text_page.get_text_range(index, 1))
        if letter.isalpha():
            left, bottom, right, top = text_page.get_charbox(index, loose=True)
            letters.append(((bottom + top) / 2, (left + right) / 2, letter))
    letters.sort(key=lambda one: -one[0])
    lines: list[list[tuple[float, float, str]]] = [letters[:1]]
    for above, below in pairwise(letters):
        if above[0] - below[0] > SAME_LINE_PT:
            lines.append([])
        lines[-1].append(below)
    return "\n".join("".join(letter for _, _, letter in sorted(line, key=lambda one: one[1])) for line in lines)


def _is_unknown(letter: str) -> bool:
    """No letter of any alphabet: a font that does not tell what its shapes mean."""
    return (
        letter == "\ufffd"
        or unicodedata.category(letter) in {"Co", "Cn"}
        or (letter < " " and letter not in "\r\n\t\x02")
    )


def _family(name: str) -> str:
    """«LiberationSerif-Bold» → «liberationserif»; "" for fonts of signs, which are no family of letters."""
    plain = name.casefold().replace(" ", "").partition("-")[0].partition(",")[0]
    is_signs = plain.startswith(("symbol", "wingdings", "zapfdingbats", "opensymbol"))
    return "" if is_signs else plain.removesuffix("mt").removesuffix("ps")


def _fonts(document: pikepdf.Pdf, pages: int) -> Iterator[tuple[str, bool]]:
    """(face, whether embedded) of every font the first so many pages use."""
    for page in list(document.pages)[:pages]:
        resources: Any = page.obj.get("/Resources", {})
        for font in (resources.get("/Font", {}) or {}).values():
            inner = font.get("/DescendantFonts", [font])[0]
            described: Any = inner.get("/FontDescriptor", {})
            embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield (
                str(font.get("/BaseFont", "/?")).lstrip("/").partition("+")[2] or str(font.get("/BaseFont", "/?"))[1:],
                embedded,
            )


def faults(paper: PdfPaper, rule: FormatRule) -> Iterator[Fault]:
    """What one rule finds in a PDF; nothing for rules a PDF does not show."""
    if rule.id in {"A-01", "Q-01"}:
        yield from _sizes(paper)
    elif rule.id in {"A-04", "A-05", "Q-02"}:
        yield from _margins(paper, rule)
    elif rule.id in {"A-06", "K-05"}:
        yield from _faces(paper)
    elif rule.id == "K-06" and (twins := sorted({name for name, _ in paper.fonts if _is_twin(name)})):
        yield Fault(f"phông {', '.join(twins[:3])}")
    elif rule.id in {"A-12", "A-14"}:
        yield from _formula(paper, rule)
    elif rule.id == "A-75":
        yield from _file(paper)
    elif rule.id == "K-01" and nfc(paper.text) != paper.text:
        yield Fault("lớp chữ có dấu rời")
    elif rule.id == "K-02" and ("Ð" in paper.text or "ð" in paper.text):
        yield Fault("lớp chữ có “Ð” thay cho “Đ”")


def _sizes(paper: PdfPaper) -> Iterator[Fault]:
    wrong = [
        number for number, size in enumerate(paper.sizes, 1)
        if abs(min(size) - 210) > 1 or abs(max(size) - 297) > 1
    ]  # fmt: skip
    if wrong:
        size = paper.sizes[wrong[0] - 1]
        yield Fault(f"trang {', '.join(map(str, wrong[:8]))}: khổ {size[0]:.0f} × {size[1]:.0f} mm")


def _margins(paper: PdfPaper, rule: FormatRule) -> Iterator[Fault]:
    """Text nearer to the edge than allowed, on standing pages; a wide margin may be a short text and says nothing."""
    for side, index, least in (("trái", 0, 30.0), ("phải", 1, 15.0)):
        if (rule.id == "A-04" and index) or (rule.id == "A-05" and not index):
            continue
        near = [
            (number, edge[index])
            for number, (edge, (wide, high)) in enumerate(zip(paper.edges, paper.sizes, strict=True), 1)
            if edge and wide <= high and edge[index] < least - 1
        ]
        if near:
            yield Fault(f"trang {near[0][0]}: chữ cách mép {side} {near[0][1]:.0f} mm".replace(".", ","))


def _faces(paper: PdfPaper) -> Iterator[Fault]:
    strange = sorted({name for name, _ in paper.fonts if not _is_times(name) and not _is_twin(name)})
    if strange:
        yield Fault(f"phông {', '.join(strange[:5])}")
    loose = sorted({name for name, embedded in paper.fonts if not embedded and _is_times(name)})
    if loose:
        yield Fault(f"phông {', '.join(loose[:3])} không nhúng trong tệp")


def _is_times(name: str) -> bool:
    plain = name.casefold().replace(" ", "").replace("-", "")
    return plain.startswith(("timesnewroman", "times", "symbol", "wingdings", "zapfdingbats"))


def _is_twin(name: str) -> bool:
    """Fonts drawn to the measures and shapes of Times New Roman: printed they are the same letters."""
    return name.casefold().replace(" ", "").startswith(("tinos", "liberationserif"))


def _formula(paper: PdfPaper, rule: FormatRule) -> Iterator[Fault]:
    if not paper.text.strip():
        yield Fault("tệp không có lớp chữ (bản quét): máy không đọc được thành phần thể thức")
        return
    if paper.is_clear and not _told(paper, rule.id):
        yield Fault("không thấy Quốc hiệu" if rule.id == "A-12" else "không thấy Tiêu ngữ")


def _told(paper: PdfPaper, rule_id: str) -> bool:
    wanted = words.NATIONAL if rule_id == "A-12" else words.MOTTO
    return wanted in words.key(paper.text) or wanted in words.key(paper.head)


def is_for_the_eye(paper: PdfPaper, rule_id: str) -> bool:
    """What a PDF does not show; and the formulas where the letters of the head cannot be believed."""
    if rule_id not in SEEN:
        return True
    return rule_id in {"A-12", "A-14"} and bool(paper.text.strip()) and not paper.is_clear and not _told(paper, rule_id)


def _file(paper: PdfPaper) -> Iterator[Fault]:
    if paper.version < (1, 4):
        yield Fault(f"PDF phiên bản {paper.version[0]}.{paper.version[1]}")
