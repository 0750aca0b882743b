"""Annexes, secrecy, forms of copies [30/2020/NĐ-CP, Phụ lục I, phần I, III; 30/2020/NĐ-CP, Phụ lục I, phần II]."""

import re
from collections.abc import Iterator

from motcua.base.vn.rules import fold, nfc
from motcua.legal.formats.choices import PROSE, Part
from motcua.legal.formats.rules.findings import Fault, FormatRule, Mend, check, fault
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import part_style, run_mend, styled

FORMS = {"SAO Y", "SAO LỤC", "TRÍCH SAO"}


@check("A-65")
def annex_label(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«Phụ lục I» and its title."""
    labels = reading.of(Part.ANNEX_LABEL)
    yield from styled(labels, part_style(rule))
    yield from styled(reading.of(Part.ANNEX_TITLE), part_style(rule, "title_style"))
    for line in labels:
        own = re.sub(r"^phụ lục\s*(số)?\s*", "", nfc(line.text), flags=re.IGNORECASE).strip(" .:")
        if len(labels) > 1 and not re.fullmatch(r"[IVXLC]+", own):
            yield fault(line, f"số thứ tự của phụ lục “{own}” không phải chữ số La Mã")


@check("A-66")
def annex_reference(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«(Kèm theo …)» under the title."""
    lines = reading.of(Part.ANNEX_REFERENCE)
    yield from styled(lines, part_style(rule))
    if reading.of(Part.ANNEX_LABEL) and not lines:
        yield fault(reading.of(Part.ANNEX_LABEL)[0], "không thấy dòng “(Kèm theo …)”")


@check("A-67")
def annex_named(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """The text points to its annex."""
    labels = reading.of(Part.ANNEX_LABEL)
    told = fold(reading.text(*PROSE, Part.SUBJECT, Part.BASIS))
    named = ("phu luc", "kem theo", "danh sach", "bieu mau", "dinh kem")
    if labels and not any(word in told for word in named):
        yield fault(labels[0], "trong văn bản không có chỉ dẫn về phụ lục")


@check("A-68")
def annex_pages(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Each annex begins a section that counts its pages from 1."""
    sections = reading.paper.sections
    if not any(section.numbers for section in sections):
        return
    seen = {line.para.spot.section for line in reading.lines if line.part in {Part.SIGN_NAME, Part.COPIES_LABEL}}
    for line in reading.of(Part.ANNEX_LABEL):
        own = line.para.spot.section
        if own in seen:
            yield fault(line, "số trang của phụ lục nối tiếp văn bản: chưa ngắt phần trang (section) trước phụ lục")
        elif own < len(sections) and sections[own].number_start != 1:
            yield fault(line, "số trang của phụ lục nối tiếp", [Mend("section", own, "number_start", 1)])
        seen.add(own)


@check("A-69")
def urgency(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«KHẨN» …: bold capitals in bright red."""
    lines = reading.of(Part.URGENCY)
    yield from styled(lines, part_style(rule))
    for line in lines:
        pale = [run for run in line.lettered if not _is_red(run.colour)]
        if pale:
            yield fault(line, "không phải màu đỏ tươi", [run_mend(line, run, "colour", "FF0000") for run in pale])


def _is_red(colour: str) -> bool:
    shades = re.fullmatch(r"([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})", colour)
    red, green, blue = (int(one, 16) for one in shades.groups()) if shades else (0, 0, 0)
    return red >= 0xB0 and green < 0x60 and blue < 0x60


@check("A-70")
def secrecy(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Such a document does not belong here."""
    for line in reading.of(Part.SECRECY):
        yield fault(line, f"văn bản mang dấu “{line.text.strip()}”")


@check("A-74")
def copy_form(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """One of the three words."""
    for line in reading.of(Part.COPY_FORM):
        own = " ".join(nfc(line.text).split()).strip(" .:")
        if own not in FORMS:
            yield fault(line, f"hình thức sao ghi “{own}”")


@check("A-75")
def copy_file(_reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Only a PDF shows it: see `pdf`. A Word file is no electronic copy."""
    yield from ()
