"""Formatting of a line against what a rule wants: size, weight, slope, capitals, alignment, spacing; with the mends."""

from collections.abc import Iterator, Mapping

from motcua.legal.formats.rules import words
from motcua.legal.formats.rules.findings import Fault, FormatRule, Mend, fault
from motcua.legal.formats.rules.paper import Line, Run

SLACK_PT = 0.26
"""Sizes come in half points; anything nearer is the same size."""
FLUSH_PT = 6.0
ALIGN_WORDS = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "both": "canh đều hai lề"}
Found = tuple[str, list[Mend]]


def number(value: float) -> str:
    """13.0 → «13», 12.5 → «12,5»."""
    return f"{value:g}".replace(".", ",")


def run_mend(line: Line, run: Run, name: str, value: object) -> Mend:
    """A change of one run."""
    return Mend("run", line.para.uid, name, value, run.index)


def para_mend(line: Line, name: str, value: object) -> Mend:
    """A change of the line's paragraph."""
    return Mend("para", line.para.uid, name, value)


def size_found(line: Line, least: float, most: float) -> Iterator[Found]:
    """Runs smaller or larger than allowed."""
    wrong = [
        run for run in line.lettered if not run.raised and not least - SLACK_PT <= run.size <= most + SLACK_PT
    ]  # fmt: skip
    if wrong:
        sizes = ", ".join(sorted({number(run.size) for run in wrong}))
        yield f"cỡ chữ {sizes}", [run_mend(line, run, "size", least if run.size < least else most) for run in wrong]


def weight_found(line: Line, *, bold: bool) -> Iterator[Found]:
    """Runs not bold that should be, or the other way about."""
    wrong = [run for run in line.lettered if run.bold is not bold and any(letter.isalnum() for letter in run.text)]
    if wrong:
        yield "không đậm" if bold else "đậm", [run_mend(line, run, "bold", bold) for run in wrong]


def slope_found(line: Line, *, italic: bool) -> Iterator[Found]:
    """Runs upright that should be italic, or the other way about."""
    wrong = [run for run in line.lettered if run.italic is not italic and any(letter.isalnum() for letter in run.text)]
    if wrong:
        yield "không nghiêng" if italic else "nghiêng", [run_mend(line, run, "italic", italic) for run in wrong]


def case_found(line: Line, *, upper: bool) -> Iterator[Found]:
    """Not in capitals that should be: set as formatting. In capitals typed as such: no machine mends it."""
    if upper and not words.is_upper(line.text) and any(letter.isalpha() for letter in line.text):
        yield "không in hoa", [run_mend(line, run, "caps", value=True) for run in line.lettered]
    if not upper and words.is_upper(line.text) and sum(letter.isalpha() for letter in line.text) > 4:
        by_format = all(run.caps or not any(map(str.isalpha, run.text)) for run in line.lettered)
        yield "in hoa", [run_mend(line, run, "caps", value=False) for run in line.lettered if run.caps and by_format]


def align_found(line: Line, align: str) -> Iterator[Found]:
    """Not where it should stand. A line set with tabs has no alignment of its own and is left to the eye."""
    para = line.para
    if "\t" in para.text.strip() or (align == "center" and para.text.startswith("\t")):
        return
    if align == "left":
        if para.align not in {"left", "both"} or abs(para.start) > FLUSH_PT:
            mends = [para_mend(line, "align", "left"), para_mend(line, "left", 0.0), para_mend(line, "first", 0.0)]
            yield "không sát lề trái", mends
    elif para.align != align:
        yield ALIGN_WORDS.get(para.align, para.align), [para_mend(line, "align", align)]


def style_found(line: Line, style: Mapping[str, object]) -> Iterator[Found]:
    """All that is not as `style` wants it."""
    if isinstance(size := style.get("size"), list):
        yield from size_found(line, float(size[0]), float(size[1]))
    if "bold" in style:
        yield from weight_found(line, bold=bool(style["bold"]))
    if "italic" in style:
        yield from slope_found(line, italic=bool(style["italic"]))
    if "upper" in style:
        yield from case_found(line, upper=bool(style["upper"]))
    if "align" in style:
        yield from align_found(line, str(style["align"]))
    if style.get("single") and not 0.94 <= line.para.line <= 1.06:
        yield f"cách dòng {number(round(line.para.line, 2))}", [para_mend(line, "line", 1.0)]


def styled(lines: list[Line], style: Mapping[str, object]) -> Iterator[Fault]:
    """One fault a line, naming everything wrong with it. A fault no machine can mend whole is not half mended."""
    for line in lines:
        found = list(style_found(line, style))
        fixed = [one for one in found if one[1]]
        rest = [one for one in found if not one[1]]
        for group in (fixed, rest):
            if group:
                yield fault(line, ", ".join(text for text, _ in group), [mend for _, mends in group for mend in mends])


def joined(line: Line, found: list[Found]) -> Iterator[Fault]:
    """Several things wrong with one line as one fault."""
    if found:
        yield fault(line, ", ".join(text for text, _ in found), [mend for _, mends in found for mend in mends])


def part_style(rule: FormatRule, name: str = "style") -> Mapping[str, object]:
    """The style a rule wants, or its second one (`title_style`, `second_style`)."""
    found = rule.style if name == "style" else rule.more.get(name, {})
    return found if isinstance(found, dict) else dict(found) if isinstance(found, Mapping) else {}
