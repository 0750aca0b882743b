"""What only legal documents of councils and committees have [34/2016/NĐ-CP; 78/2025/NĐ-CP]."""

import re
from collections.abc import Iterator

from motcua.base.vn.rules import fold
from motcua.legal.formats.choices import PROSE, Part
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.findings import Fault, FormatRule, check, fault
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import part_style, styled


@check("Q-10")
def line_before(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«QUYẾT ĐỊNH:» until 31/3/2025; the sentence «… ban hành …» since."""
    lines = reading.of(Part.RESOLVE)
    if rule.values.get("line") == "asked":
        yield from styled(lines, part_style(rule))
        if not lines and reading.of(Part.ARTICLE):
            yield fault(reading.of(Part.ARTICLE)[0], "trước Điều 1 không có dòng “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:”")
        return
    yield from (fault(line, f"có dòng “{line.text.strip()}”") for line in lines)
    if not lines and not _enacts(reading):
        yield Fault("không thấy câu “… ban hành Quyết định …”, “… ban hành Nghị quyết …”")


def _enacts(reading: Reading) -> bool:
    for line in reading.lines:
        if line.part is Part.ARTICLE:
            return False
        plain = fold(line.text)
        if line.part is not Part.BASIS and "ban hanh" in plain and plain.startswith(("uy ban", "hoi dong", "chu tich")):
            return True
    return False


@check("Q-11")
def council_preamble(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A resolution considers a submission."""
    bases = reading.of(Part.BASIS)
    if reading.kind == "NQ" and bases and not any(fold(line.text).startswith("xet ") for line in bases):
        yield fault(bases[-1], "không thấy “Xét Tờ trình …”")


@check("Q-12")
def committee_preamble(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A decision is proposed by an agency."""
    bases = reading.of(Part.BASIS)
    if reading.kind == "QĐ" and bases and not any(fold(line.text).startswith("theo de nghi") for line in bases):
        yield fault(bases[-1], "không thấy “Theo đề nghị của …”")


@check("Q-13")
def agency_line(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """The line of the agency under the name is gone from the new template."""
    for line in reading.of(Part.AUTHORITY):
        if fold(line.text).startswith(("uy ban nhan dan", "hoi dong nhan dan")):
            yield fault(line, "còn dòng tên cơ quan ban hành")


@check("Q-16")
def closing(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Resolutions say when they were adopted, in italics; decisions do not."""
    lines = reading.of(Part.CLOSING)
    if reading.kind == "NQ":
        yield from styled(lines, {"italic": True})
        if not lines and reading.of(Part.ARTICLE):
            yield Fault("không thấy câu “Nghị quyết này đã được Hội đồng nhân dân … thông qua ngày …”")
    elif reading.kind == "QĐ":
        yield from (fault(line, "quyết định có câu thông qua của nghị quyết") for line in lines)


def _signed(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """The look of powers, posts and names."""
    yield from styled(reading.of(Part.SIGN_POWER, Part.SIGN_POST), part_style(rule))
    yield from styled(reading.of(Part.SIGN_NAME), part_style(rule, "second_style"))


@check("Q-17")
def council_signature(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«CHỦ TỊCH» alone."""
    if reading.kind == "NQ":
        yield from _signed(reading, rule)
        for line in reading.of(Part.SIGN_POWER):
            if line.text.upper().startswith("TM"):
                yield fault(line, "chữ ký nghị quyết có “TM.”")


@check("Q-18")
def committee_signature(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«TM. ỦY BAN NHÂN DÂN» above the chair, unless the chair's own decision."""
    posts = reading.of(Part.SIGN_POST, Part.SIGN_POWER)
    if reading.kind == "QĐ":
        yield from _signed(reading, rule)
    issuer = fold(reading.text(Part.ISSUER))
    by_committee = reading.kind == "QĐ" and issuer.startswith(("uy ban", "ubnd"))
    if by_committee and posts and not any(line.text.upper().startswith("TM") for line in posts):
        yield fault(posts[0], "không có “TM. ỦY BAN NHÂN DÂN”")


@check("Q-20")
def issued_with(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """An attached Quy định, Quy chế carries «(Ban hành kèm theo …)», and the act says so."""
    titles, references = reading.of(Part.ATTACHED_TITLE), reading.of(Part.ATTACHED_REFERENCE)
    if titles and not references:
        yield fault(titles[0], "dưới tên văn bản kèm theo không có “(Ban hành kèm theo …)”")
    for line in references:
        if not re.search(r"kem theo (quyet dinh|nghi quyet)", fold(line.text)):
            yield fault(line, "không ghi “Ban hành kèm theo Quyết định (Nghị quyết) số … ngày …”")
    told = fold(reading.text(*PROSE))
    if titles and "kem theo" not in told:
        yield fault(titles[0], "Điều 1 không ghi “Ban hành kèm theo …”")


@check("Q-22")
def effect(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A day, not «kể từ ngày ký», unless made by the short procedure."""
    told = fold(reading.text(Part.BASIS, *PROSE))
    for line in reading.of(*PROSE):
        plain = fold(line.text)
        if "hieu luc" in plain and "tu ngay ky" in plain and "rut gon" not in told:
            yield fault(line, "có hiệu lực “kể từ ngày ký”")
        elif "hieu luc" in plain and words.key("kể từ ngày ban hành") in words.key(plain):
            yield fault(line, "có hiệu lực “kể từ ngày ban hành”")
