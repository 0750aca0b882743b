"""Căn cứ and viện dẫn [30/2020/NĐ-CP, Phụ lục I, phần I, II.6.a, II.6.b]."""

import re
from collections.abc import Iterator

from motcua.base.vn.rules import nfc
from motcua.legal.formats.choices import PROSE, Part
from motcua.legal.formats.rules.findings import Fault, FormatRule, check, fault
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import part_style, styled

TYPES = (
    "Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Công văn|Thông báo|Kế hoạch|Tờ trình|Báo cáo"
)
SYMBOL = r"\d{1,5}[a-zđ]?(?:/(?:19|20)\d{2})?/[A-ZĐƯ][\w&.,-]*[\w]"
CITED = re.compile(rf"\b({TYPES})\s+(?:số\s*:?\s*)?({SYMBOL})")
WITHOUT_WORD = re.compile(rf"\b({TYPES})\s+({SYMBOL})")
LAW_WITH_NUMBER = re.compile(
    r"\b(Luật|Bộ luật|Pháp lệnh)\b[^;,]{0,120}?\bsố\s*:?\s*\d+[^;]{0,12}/(QH|UBTVQH|PL)", re.IGNORECASE
)
NAMED_TYPE = re.compile(rf"^Căn cứ\s+({TYPES})\b")
DATED = re.compile(r"ngày\s+\d{1,2}\s*(tháng|/|-)\s*\d{1,2}")


@check("A-36")
def punctuation(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«;» after each, «.» after the last; some end with a comma or a colon, the law says a dot."""
    lines = reading.of(Part.BASIS)
    for place, line in enumerate(lines, 1):
        end = line.text.rstrip()[-1:]
        wanted = "." if place == len(lines) else ";"
        if end != wanted:
            shown = f"cuối dòng là “{end}”" if not end.isalnum() else "cuối dòng không có dấu"
            yield fault(line, shown, wanted=f"cuối dòng là “{wanted}”")


@check("Q-09")
def legal_bases(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Look and punctuation of the bases of a legal document."""
    yield from styled(reading.of(Part.BASIS), part_style(rule))
    yield from punctuation(reading, rule)


@check("A-37")
def content(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A law without its number; other texts with number and date."""
    for line in reading.of(Part.BASIS):
        text = nfc(line.text)
        if LAW_WITH_NUMBER.search(text):
            yield fault(line, "Luật, Pháp lệnh có ghi số, ký hiệu")
        elif NAMED_TYPE.match(text) and not CITED.search(text):
            yield fault(line, "không thấy số, ký hiệu")
        elif NAMED_TYPE.match(text) and not DATED.search(text) and "…" not in text and ".." not in text:
            yield fault(line, "không thấy ngày, tháng, năm ban hành")


@check("A-39")
def first_mention(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """The first time with its date, later without. Only where the file itself shows both ways turned round."""
    seen: set[str] = set()
    for line in reading.of(Part.BASIS, *PROSE):
        text = nfc(line.text)
        for found in CITED.finditer(text):
            key = f"{found[1]} {found[2]}".casefold()
            dated = bool(re.match(r"\s*,?\s*ngày\s+\d", text[found.end() :]))
            if key not in seen and not dated and line.part is not Part.BASIS:
                yield fault(line, f"lần đầu viện dẫn {found[1]} số {found[2]} không ghi thời gian ban hành")
            elif key in seen and dated:
                yield fault(line, f"viện dẫn lại {found[1]} số {found[2]} còn ghi thời gian ban hành")
            seen.add(key)


@check("A-40")
def word_number(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«Nghị định số 30/2020/NĐ-CP», not «Nghị định 30/2020/NĐ-CP»."""
    for line in reading.of(Part.BASIS, *PROSE):
        if found := WITHOUT_WORD.search(nfc(line.text)):
            yield fault(line, f"“{found[0]}” thiếu từ “số”")
