"""Fonts, colours and letters of the whole text [30/2020/NĐ-CP, Phụ lục I, phần I, I.4]."""

import re
import unicodedata
from collections.abc import Iterator

from motcua.legal.formats.rules.findings import EXCERPT, Fault, FormatRule, Mend, check
from motcua.legal.formats.rules.paper import Para
from motcua.legal.formats.rules.parts import Reading

BLACK = {"", "000000", "auto"}
OLD_CODES = (".vn", "vni-", "vni ", "uni-", "abc-")
"""Fonts of the coding before Unicode: another font alone would make the text unreadable."""
LOOK_ALIKE = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"}
OTHER_SCRIPTS = re.compile("[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧινορυ\u0400-\u04ff]")
"""Greek letters drawn like Latin ones, and all of the Russian ones; μ, Ω, Δ are units and signs."""
HIDDEN = dict.fromkeys("\u200c\u200d\u2060\ufeff", "ký tự ẩn") | {
    "\u00ad": "dấu nối mềm",
    "\u200b": "ký tự độ rộng bằng không",
    "\u200e": "dấu chiều viết",
    "\u200f": "dấu chiều viết",
}


def _at(para: Para, found: str, mends: list[Mend] | None = None, excerpt: str = "") -> Fault:
    return Fault(found, para, (excerpt or " ".join(para.text.split()))[:EXCERPT], tuple(mends or ()))


def _font_faults(reading: Reading, wanted: str) -> Iterator[Fault]:
    for para in reading.paper.paras:
        wrong = [
            run for run in para.runs
            if any(map(str.isalnum, run.text)) and any(font.casefold() != wanted.casefold() for font in run.fonts)
        ]  # fmt: skip
        if not wrong:
            continue
        names = sorted({font for run in wrong for font in run.fonts if font.casefold() != wanted.casefold()})
        old = any(name.casefold().startswith(OLD_CODES) for name in names)
        mends = [] if old else [Mend("run", para.uid, "font", wanted, run.index) for run in wrong]
        found = f"phông {', '.join(names)}"
        yield _at(para, found + (" (mã cũ, phải chuyển mã sang Unicode)" if old else ""), mends)


def _colour_faults(reading: Reading) -> Iterator[Fault]:
    red = {run.index for line in reading.lines if line.part.value in {"urgency", "secrecy"} for run in line.runs}
    stamped = {line.para.uid for line in reading.lines if line.part.value in {"urgency", "secrecy"}}
    for para in reading.paper.paras:
        wrong = [
            run for run in para.runs
            if run.text.strip() and run.colour not in BLACK and not (para.uid in stamped and run.index in red)
        ]  # fmt: skip
        if wrong:
            colours = ", ".join(sorted({run.colour for run in wrong}))
            mends = [Mend("run", para.uid, "colour", "000000", run.index) for run in wrong]
            yield _at(para, f"chữ màu {colours}", mends)


@check("A-06")
def fonts(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Every letter in Times New Roman."""
    yield from _font_faults(reading, str(rule.values["font"]))


@check("A-07")
def colours(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Black; the stamp of urgency is red."""
    yield from _colour_faults(reading)


@check("K-05")
def legal_letters(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Font and colour of a legal document."""
    yield from _font_faults(reading, str(rule.values["font"]))
    yield from _colour_faults(reading)


def _letters(para: Para) -> str:
    return "".join(run.text for run in para.runs)


@check("K-06")
def twin_font(_reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """In a Word file the name of the font counts, and A-06 speaks of it; only a PDF has this note (`pdf`)."""
    yield from ()


@check("K-01")
def decomposed(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Marks that stand apart from their letters although one letter has them both."""
    for para in reading.paper.paras:
        text = _letters(para)
        if not text.isascii() and unicodedata.normalize("NFC", text) != text:
            count = sum(1 for letter in text if unicodedata.combining(letter))
            yield _at(para, f"{count} dấu rời")


@check("K-02")
def look_alike(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Icelandic Ð for Đ; a Russian or Greek letter among Latin ones."""
    for para in reading.paper.paras:
        text = _letters(para)
        if text.isascii():
            continue
        wrong = sorted({letter for letter in text if letter in LOOK_ALIKE} | set(_foreign(text)))
        if wrong:
            yield _at(para, "có " + ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in wrong[:5]))


def _foreign(text: str) -> Iterator[str]:
    if not OTHER_SCRIPTS.search(text):
        return
    for word in text.split():
        if any(unicodedata.name(letter, "").startswith("LATIN") for letter in word):
            yield from OTHER_SCRIPTS.findall(word)


@check("K-03")
def hidden(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Soft hyphens, zero-width letters."""
    for para in reading.paper.paras:
        text = _letters(para)
        if not text.isascii() and (found := sorted({HIDDEN[letter] for letter in text if letter in HIDDEN})):
            yield _at(para, "có " + ", ".join(found))


@check("K-04")
def tracked(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Changes still marked."""
    changed = [para for para in reading.paper.paras if para.changed]
    if changed:
        yield _at(changed[0], f"còn dấu sửa ở {len(changed)} đoạn", [])
