"""Phần, Chương, Mục, Điều, khoản, điểm [30/2020/NĐ-CP, Phụ lục I, phần I, II.6.d, II.6.đ]."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from motcua.base.vn.rules import nfc
from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.findings import Fault, FormatRule, check, fault
from motcua.legal.formats.rules.paper import Line, Run
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import (
    ALIGN_WORDS,
    Found,
    joined,
    number,
    para_mend,
    part_style,
    size_found,
    slope_found,
    styled,
    weight_found,
)
from motcua.legal.formats.rules.widths import width_pt

CM = 28.3465
SENTENCE = 60
"""Below so many letters a line may be anything: a caption, a formula, a note."""
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
NUMBERED = {Part.DIVISION: r"[IVXLC]+", Part.SUBDIVISION: r"\d+"}


def body_size(reading: Reading) -> tuple[float, float]:
    """The size most of the prose is set in, as a range for a figure that must equal it."""
    counts: dict[float, int] = {}
    for line in reading.of(Part.BODY, Part.CLAUSE, Part.POINT, Part.ARTICLE):
        for run in line.lettered:
            counts[run.size] = counts.get(run.size, 0) + len(run.text)
    likely = max(counts, key=lambda size: counts[size]) if counts else 14.0
    return (likely, likely) if 13 <= likely <= 14 else (13.0, 14.0)


def indent_found(line: Line, allowed: tuple[float, ...], slack: float) -> Iterator[Found]:
    """The first letter neither at 1 nor at 1.27 cm."""
    start = line.para.start / CM
    if not any(abs(start - one) <= slack for one in allowed):
        nearest = min(allowed, key=lambda one: abs(start - one))
        mends = [para_mend(line, "left", 0.0), para_mend(line, "first", nearest * CM)]
        yield f"lùi đầu dòng {number(round(start, 2))} cm", mends


def _divided(reading: Reading, rule: FormatRule, part: Part, title: Part) -> Iterator[Fault]:
    style = part_style(rule)
    yield from styled(reading.of(part), {**style, "upper": False})
    yield from styled(reading.of(title), {**style, "upper": True})
    for line in reading.of(part):
        found = re.match(r"^(phần|chương|mục|tiểu mục)\s+(.+?)\s*[.:]?$", nfc(line.text), re.IGNORECASE)
        own = found[2].split()[0].rstrip(".:") if found else ""
        if found and not re.fullmatch(NUMBERED[part], own) and "thứ" not in found[2]:
            wanted = "chữ số La Mã" if part is Part.DIVISION else "chữ số Ả Rập"
            yield fault(line, f"số thứ tự “{own}”", wanted=wanted)


@check("A-41")
def divisions(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Phần, Chương and their titles."""
    yield from _divided(reading, rule, Part.DIVISION, Part.DIVISION_TITLE)


@check("A-42")
def subdivisions(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Mục, Tiểu mục and their titles."""
    yield from _divided(reading, rule, Part.SUBDIVISION, Part.SUBDIVISION_TITLE)


@check("A-43")
def titles(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """A chapter without a title; an article without one where most articles have theirs."""
    titled = {Part.DIVISION: Part.DIVISION_TITLE, Part.SUBDIVISION: Part.SUBDIVISION_TITLE}
    for place, line in enumerate(reading.lines):
        if line.part in titled:
            after = reading.lines[place + 1].part if place + 1 < len(reading.lines) else None
            found = words.SUBDIVISION.match(line.text) if line.part is Part.SUBDIVISION else None
            if after is not titled[line.part] and not (found and found.group(3)):
                yield fault(line, "không có tiêu đề")
    yield from _untitled(reading, least=1)


def _untitled(reading: Reading, *, least: int) -> Iterator[Fault]:
    """Articles without a title where most of the same text (the act, or what it issues) have one."""
    texts: list[list[Line]] = []
    last = 0
    for line in reading.of(Part.ARTICLE):
        found = re.match(r"điều\s+(\d+)", nfc(line.text), re.IGNORECASE)
        own = int(found[1]) if found else last + 1
        if not texts or (own == 1 and last >= 1):
            texts.append([])
        texts[-1].append(line)
        last = own
    for lines in texts:
        bare = [line for line in lines if not article_title(line)]
        if len(lines) >= least and len(bare) * 3 < len(lines):
            yield from (fault(line, "điều không có tiêu đề") for line in bare)


def article_title(line: Line) -> str:
    """«Phạm vi điều chỉnh» of «Điều 1. Phạm vi điều chỉnh»: what is bold after the number."""
    found = words.ARTICLE.match(line.text)
    rest = line.text[found.end() :].strip(" .:") if found else ""
    return rest if rest and all(run.bold for run in line.lettered) else ""


def number_runs(line: Line) -> Line:
    """The runs of «Điều 1.» only."""
    found = words.ARTICLE.match(line.text)
    length = found.end() if found else 0
    kept: list[Run] = []
    seen = 0
    for run in line.runs:
        if seen >= length:
            break
        kept.append(replace(run, text=run.text[: length - seen]))
        seen += len(run.text)
    return replace(line, runs=tuple(kept))


def _out_of_order(reading: Reading) -> Iterator[Fault]:
    """«Điều 4» behind «Điều 2»: articles count on over the whole text; what is attached begins anew at 1."""
    last = 0
    for line in _unquoted(reading):
        shape = words.ARTICLE.match(nfc(line.text)) if line.part is Part.ARTICLE else None
        found = re.fullmatch(r"(\d+)([a-zđ]?)", shape[1]) if shape else None
        if found is None:
            continue
        own = int(found[1])
        if last and own not in {last + 1, 1} and not (own == last and found[2]):
            yield fault(line, f"điều {own} đứng sau điều {last}")
        last = own


def _articles(reading: Reading, rule: FormatRule, sizes: tuple[float, float]) -> Iterator[Fault]:
    for line in reading.of(Part.ARTICLE):
        own = number_runs(line)
        found: list[Found] = [*size_found(line, *sizes), *weight_found(own, bold=True), *slope_found(own, italic=False)]
        if "\t" not in line.para.text.strip():
            found += indent_found(line, rule.figures("indent_cm"), rule.figures("slack_cm")[0])
        yield from joined(line, found)
        shape = words.ARTICLE.match(nfc(line.text))
        if shape and not re.fullmatch(r"\d+[a-zđ]?", shape[1]):
            yield fault(line, f"số thứ tự của điều “{shape[1]}”")
        elif shape and shape[2] != ".":
            yield fault(line, "sau số thứ tự của điều không có dấu chấm")
        elif shape and not line.text.startswith("Điều"):
            yield fault(line, "từ “Điều” không viết chữ in thường, hoa chữ đầu")
    yield from _out_of_order(reading)


@check("A-44")
def articles(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«Điều 1.»"""
    yield from _articles(reading, rule, body_size(reading))


@check("Q-14")
def legal_articles(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Articles of a legal document."""
    least, most = rule.figures("size")
    yield from _articles(reading, rule, (least, most))
    yield from _untitled(reading, least=3)


def _clauses(reading: Reading, style: Mapping[str, tuple[float, float]]) -> Iterator[Fault]:
    expected = 0
    for line in _unquoted(reading):
        if line.part is not Part.CLAUSE:
            expected = 0 if line.part in {Part.ARTICLE, Part.ROMAN, Part.SUBDIVISION, Part.DIVISION} else expected
            continue
        found = list(size_found(line, *style["size"])) + list(slope_found(_label(line), italic=False))
        yield from joined(line, found)
        shape = words.CLAUSE.match(line.text)
        if not shape:
            continue
        if shape[2] != ".":
            yield fault(line, f"sau số thứ tự của khoản là “{shape[2]}”")
        if expected and int(shape[1]) not in {expected + 1, 1}:
            yield fault(line, f"khoản {shape[1]} đứng sau khoản {expected}")
        expected = int(shape[1])


def _label(line: Line) -> Line:
    return replace(line, runs=line.lettered[:1])


def _unquoted(reading: Reading) -> Iterator[Line]:
    """Lines of the text but those inside “…” of an amending text."""
    inside = False
    for line in reading.lines:
        opens, closes = line.text.count("“"), line.text.count("”")
        if not inside and not line.text.startswith("“"):
            yield line
        inside = opens > closes if not inside else not closes > opens


def _points(reading: Reading) -> Iterator[Fault]:
    last = ""
    for line in _unquoted(reading):
        if line.part is not Part.POINT:
            last = "" if line.part in {Part.CLAUSE, Part.ARTICLE, Part.ROMAN} else last
            continue
        shape = words.POINT.match(nfc(line.text))
        if not shape:
            continue
        if shape[2] != ")":
            yield fault(line, f"sau chữ của điểm là “{shape[2]}”")
        letter = shape[1]
        if letter not in words.VIETNAMESE:
            yield fault(line, f"“{letter}” không phải chữ cái tiếng Việt")
        elif last and letter != "a" and words.VIETNAMESE.index(letter) != words.VIETNAMESE.index(last) + 1:
            yield fault(line, f"điểm {letter} đứng sau điểm {last}")
        last = letter if letter in words.VIETNAMESE else last


@check("A-51")
def romans(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """«I.», «II.» … in order, in bold capitals."""
    lines = reading.of(Part.ROMAN)
    yield from styled(lines, part_style(rule))
    last = 0
    for line in lines:
        shape = words.ROMAN.match(line.text)
        own = ROMANS.index(shape[1]) + 1 if shape and shape[1] in ROMANS else 0
        if last and own and own not in {last + 1, 1}:
            yield fault(line, f"mục {ROMANS[own - 1]} đứng sau mục {ROMANS[last - 1]}")
        last = own


@check("A-45")
def clauses(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«1.», in order."""
    yield from _clauses(reading, {"size": body_size(reading)})


@check("A-46")
def points(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«a)», in the order of Vietnamese letters."""
    yield from _points(reading)


@check("Q-15")
def legal_clauses(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Clauses and points of a legal document."""
    least, most = rule.figures("size")
    yield from _clauses(reading, {"size": (least, most)})
    yield from _points(reading)
    yield from _legal_prose(reading, least, most)


def _legal_prose(reading: Reading, least: float, most: float) -> Iterator[Fault]:
    """The text below the first article: its size, upright, justified where it fills a line."""
    first = next((line.para.uid for line in reading.of(Part.ARTICLE)), None)
    for line in reading.of(Part.BODY, Part.CLAUSE, Part.POINT):
        if first is None or line.para.uid < first:
            continue
        found: list[Found] = list(size_found(line, least, most)) if line.part is not Part.CLAUSE else []
        if line.part is not Part.CLAUSE and len(line.text) > SENTENCE and all(run.italic for run in line.lettered):
            found += slope_found(line, italic=False)
        if len(line.text) > SENTENCE and line.alone and line.para.align != "both" and not fills_one_line(line):
            found.append((ALIGN_WORDS[line.para.align], [para_mend(line, "align", "both")]))
        yield from joined(line, found)


def fills_one_line(line: Line) -> bool:
    """Whether left and justified look the same: the text does not reach a second line."""
    width = sum(width_pt(run.shown, run.size, bold=run.bold) for run in line.runs)
    return width + max(line.para.start, 0) < (line.para.spot.width_pt or 440) - 10
