"""Lời văn: look, indent, gaps, line spacing, the closing mark [30/2020/NĐ-CP, Phụ lục I, phần I, II.6.e]."""

from collections.abc import Iterator

from motcua.legal.formats.choices import PROSE, Part
from motcua.legal.formats.rules.checks.structure import SENTENCE, fills_one_line, indent_found
from motcua.legal.formats.rules.findings import Fault, FormatRule, Mend, check, fault
from motcua.legal.formats.rules.paper import Line
from motcua.legal.formats.rules.parts import Reading
from motcua.legal.formats.rules.styles import (
    ALIGN_WORDS,
    Found,
    case_found,
    joined,
    number,
    para_mend,
    size_found,
    slope_found,
)

LINE_SLACK = 0.03
ENDS_WITHOUT_MARK = {"HĐ", "BB", "GM", "GGT", "GNP", "PG", "PC", "PB", "BTT", "BGN", "GUQ"}


@check("A-47")
def look(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Justified, upright, 13 to 14. Words set off inside a paragraph are the writer's; a whole paragraph is not."""
    least, most = rule.figures("size")
    for line in reading.of(Part.BODY, Part.CLAUSE, Part.POINT):
        found: list[Found] = list(size_found(line, least, most)) if line.part is Part.BODY else []
        if line.part is not Part.BODY:
            found = [one for one in size_found(line, least, most) if _far(line, least, most)]
        sentence = (len(line.text) > SENTENCE or _is_sentence(line)) and line.part is not Part.CLAUSE
        if sentence and all(run.italic for run in line.lettered):
            found += slope_found(line, italic=False)
        if len(line.text) > SENTENCE:
            if line.part is Part.BODY:
                found += case_found(line, upper=False)
            if line.para.align != "both" and line.alone and not fills_one_line(line):
                found.append((ALIGN_WORDS[line.para.align], [para_mend(line, "align", "both")]))
        yield from joined(line, found)


def _is_sentence(line: Line) -> bool:
    """A short line that is a sentence of the text: no note in brackets, no remark under a table."""
    text = line.text
    return (
        len(text) > SENTENCE / 2 and text.endswith((".", ";")) and not text.startswith(("(", "Ghi chú", "*", "Nguồn"))
    )


def _far(line: Line, least: float, most: float) -> bool:
    """Clauses and points are held to the size of the prose by their own rules."""
    return line.part not in PROSE and bool(least and most)


@check("A-48")
def indent(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """1 or 1.27 cm."""
    for line in reading.of(Part.BODY, Part.CLAUSE, Part.POINT, Part.BASIS):
        counted = line.part in {Part.CLAUSE, Part.POINT} and line.para.align != "center"
        if line.alone and (counted or len(line.text) > SENTENCE / 2):
            yield from joined(line, list(indent_found(line, rule.figures("indent_cm"), rule.figures("slack_cm")[0])))


@check("A-49")
def gaps(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """At least six points between two paragraphs of the text that follow each other."""
    least = rule.figures("least_pt")[0]
    before: Line | None = None
    for line in reading.lines:
        if line.part not in {*PROSE, Part.BASIS} or line.para.spot.table >= 0:
            before = None
            continue
        if before is not None and line.para.uid == before.para.uid + 1:
            same = line.para.contextual and before.para.contextual and line.para.style == before.para.style
            gap = 0.0 if same else line.para.before + before.para.after
            if gap < least - 0.1:
                mend = Mend("para", line.para.uid, "before", least)
                yield fault(line, f"cách đoạn trên {number(round(gap, 1))}pt", [mend])
        before = line


@check("A-50")
def line_spacing(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """From single to 1.5 lines."""
    least, most = rule.figures("lines")
    seen: set[int] = set()
    for line in reading.of(*PROSE, Part.BASIS):
        spacing = line.para.line
        if line.para.uid in seen or least - LINE_SLACK <= spacing <= most + LINE_SLACK:
            continue
        seen.add(line.para.uid)
        mend = para_mend(line, "line", least if spacing < least else most)
        yield fault(line, f"cách dòng {number(round(spacing, 2))} lines", [mend])


@check("A-52")
def closing_mark(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """«./.» after the last sentence before the signature."""
    signed = next((o for o, line in enumerate(reading.lines) if line.part in {Part.COPIES_LABEL, Part.SIGN_POST}), None)
    if signed is None or reading.kind in ENDS_WITHOUT_MARK or not (reading.kind or reading.is_letter):
        return
    text = [line for line in reading.lines[:signed] if line.part in {*PROSE, Part.CLOSING}]
    if text and not text[-1].text.rstrip().endswith("./."):
        yield fault(text[-1], "không có dấu “./.”")
