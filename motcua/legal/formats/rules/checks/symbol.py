"""«Số, ký hiệu»: digits, separators, build, look [30/2020/NĐ-CP, Phụ lục I, phần I, II.3]."""

import re
from collections.abc import Iterator
from dataclasses import replace

from motcua.base.vn.rules import fold
from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.checks.head import clean
from motcua.legal.formats.rules.findings import Fault, FormatRule, check, fault
from motcua.legal.formats.rules.paper import Line, Run
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import (
    Found,
    align_found,
    case_found,
    joined,
    part_style,
    size_found,
    slope_found,
    styled,
    weight_found,
)

SHAPE = re.compile(
    r"^(?P<word>số)\s*(?P<colon>:)?\s*(?P<digits>[^/A-ZĐƯ-]*?)\s*(?P<rest>(?:[/\-–].*)?)$", re.IGNORECASE
)
LEGAL = re.compile(r"^\d{2,5}/(19|20)\d\d/(NQ-HĐND|QĐ-UBND|QĐ-CTUBND|QĐ-CT\.UBND)$")
LEGAL_BLANK = re.compile(r"^[.…_\s]*/((19|20)\d\d|[.…_\s]*)/(NQ-HĐND|QĐ-UBND|QĐ-CTUBND|QĐ-CT\.UBND)$")


def split_at_digits(line: Line) -> tuple[Line, Line]:
    """The word «Số:» with its number, and the symbol after the first «/»: the runs of each."""
    first: list[Run] = []
    second: list[Run] = []
    seen = False
    for run in line.runs:
        if seen:
            second.append(run)
            continue
        before, slash, after = run.text.partition("/")
        first.append(replace(run, text=before))
        if slash:
            seen = True
            second.append(replace(run, text=after))
    return replace(line, runs=tuple(first)), replace(line, runs=tuple(second))


@check("A-22")
def number_word(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«Số:», 13, upright, centred under the agency. Bold is not upright body type either: «kiểu chữ đứng» alone."""
    least, most = rule.figures("size")
    for line in reading.of(Part.NUMBER):
        word, _ = split_at_digits(line)
        found: list[Found] = [*size_found(word, least, most), *slope_found(word, italic=False)]
        found += [*weight_found(word, bold=False), *align_found(line, "center")]
        yield from joined(line, found)
        written = clean("".join(run.text for run in line.runs))
        if not written.startswith("Số"):
            yield fault(line, f"từ “Số” ghi là “{written[:3].strip()}”")
        elif not re.match(r"^Số\s*:", written):
            yield fault(line, "sau từ “Số” không có dấu hai chấm")


@check("A-23")
def digits(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Arabic, below 10 with a leading 0. A number left blank is given at the registry."""
    for line in reading.of(Part.NUMBER):
        found = SHAPE.match(clean(line.text))
        own = found["digits"].strip(" .…_") if found else ""
        if own and not own.isdigit() and not re.fullmatch(r"\d+[a-z]?", own):
            yield fault(line, f"số ghi “{own}”")
        elif re.fullmatch(r"[IVXLC]+", _before_slash(line)):
            yield fault(line, f"số ghi “{_before_slash(line)}”")
        elif own.isdigit() and len(own) == 1:
            yield fault(line, f"số {own} không có số 0 phía trước")


def _before_slash(line: Line) -> str:
    return clean(line.text).partition("/")[0].partition(":")[2].strip()


@check("A-24")
def symbol_look(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """The symbol in capitals (but QyĐ, CTr, TTr), 13, upright."""
    least, most = rule.figures("size")
    for line in reading.of(Part.NUMBER):
        _, symbol = split_at_digits(line)
        if not symbol.lettered:
            continue
        found: list[Found] = [*size_found(symbol, least, most), *slope_found(symbol, italic=False)]
        found += weight_found(symbol, bold=False)
        text = "".join(run.shown for run in symbol.runs)
        plain = re.sub(r"\b(QyĐ|CTr|TTr|TTh|BTTTT)\b", "X", text)
        if plain != plain.upper() and text.lower() == text:
            found += case_found(replace(symbol, text=text), upper=True)
        elif re.search(r"\b[a-zđ]{2,}", plain) or _miswritten_kind(plain):
            yield fault(line, f"ký hiệu “{clean(text)}” không in hoa")
        yield from joined(line, found)


def _miswritten_kind(symbol: str) -> bool:
    """«Kh», «Qđ»: an abbreviation of a kind with the wrong capitals."""
    right = {one.upper(): one for one in words.ABBREVIATIONS}
    return any(right.get(word.upper(), word) != word for word in re.findall(r"\w+", symbol) if not word.isupper())


@check("A-25")
def separators(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«/» between number and symbol, «-» inside it, no spaces."""
    for line in reading.of(Part.NUMBER):
        own = clean(line.text)
        found = SHAPE.match(own)
        rest = found["rest"] if found else ""
        if not rest:
            continue
        why = []
        if not rest.startswith("/"):
            why.append(f"giữa số và ký hiệu là “{rest[0]}”, không phải “/”")
        if re.search(r"[–—−]", rest[1:]):
            why.append("gạch nối (-) thành dấu gạch khác")
        if re.search(r"\S\s+\S", rest) or re.match(r"/\s", rest) or re.search(r"\d\s+/", own):
            why.append("có cách chữ trong số, ký hiệu")
        if why:
            yield fault(line, ", ".join(why))


@check("A-26")
def build(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """With a kind: its abbreviation first. A letter: agency first, no abbreviation of a kind."""
    for line in reading.of(Part.NUMBER):
        found = SHAPE.match(clean(line.text))
        groups = re.split(r"[-–]", re.sub(r"\s", "", found["rest"]).lstrip("/-–")) if found else []
        if not found or not found["rest"].startswith("/") or not groups[0]:
            continue
        first = groups[0].rpartition("/")[2]
        if reading.kinds and fold(first) not in {fold(one) for one in reading.kinds}:
            yield fault(line, f"ký hiệu bắt đầu bằng “{first}”, văn bản là {reading.of(Part.KIND)[0].text.strip()}")
        elif reading.kinds and len(groups) < 2:
            yield fault(line, "ký hiệu thiếu chữ viết tắt tên cơ quan")
        elif reading.is_letter and (first in {"CV", "QĐ", "TTr", "BC", "TB", "KH"} or len(groups) < 2):
            why = "thiếu đơn vị soạn thảo hoặc lĩnh vực" if len(groups) < 2 else f"công văn mà ghi “{first}”"
            yield fault(line, why)


@check("Q-05")
def legal_number(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Number, year, symbol of a council or a committee; and its look."""
    for line in reading.of(Part.NUMBER):
        yield from styled([line], part_style(rule))
        own = clean(line.text)
        number = re.sub(r"^Số\s*:?\s*", "", own)
        if not own.startswith("Số:") and not own.startswith("Số :"):
            yield fault(line, "không ghi “Số:”")
        elif not LEGAL.match(number) and not LEGAL_BLANK.match(number) and words.key(own):
            yield fault(line, f"số, ký hiệu ghi “{number}”")
