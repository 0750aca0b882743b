"""Page, margins, page numbers [30/2020/NĐ-CP, Phụ lục I, phần I, I.1–I.3, I.7]."""

from collections.abc import Iterator

from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules.findings import Fault, FormatRule, Mend, check
from motcua.legal.formats.rules.paper import PageNumber, Paper, Para, Section
from motcua.legal.formats.rules.parts import HEAD_PARTS, Reading
from motcua.legal.formats.rules.styles import ALIGN_WORDS, SLACK_PT, number

SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
LAID_OUT = HEAD_PARTS | {Part.SIGN_POST, Part.SIGN_POWER, Part.SIGN_NAME, Part.COPIES_LABEL, Part.ADDRESSEE}
LONG_TEXT = 5200
"""So many letters fill more than one page whatever the spacing."""


def _mm(value: float) -> str:
    return f"{number(round(value, 1))} mm"


@check("A-01", "Q-01")
def paper_size(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """A4, standing or lying."""
    short, long = rule.figures("short_mm")[0], rule.figures("long_mm")[0]
    slack = rule.figures("slack_mm")[0]
    for section in reading.paper.sections:
        sides = sorted((section.width_mm, section.height_mm))
        if abs(sides[0] - short) > slack or abs(sides[1] - long) > slack:
            lying = section.width_mm > section.height_mm
            size = (long, short) if lying else (short, long)
            mends = (
                Mend("section", section.index, "width", size[0]),
                Mend("section", section.index, "height", size[1]),
            )
            found = f"khổ {_mm(section.width_mm)} × {_mm(section.height_mm)}"
            yield Fault(found, mends=mends, section=section.index)


@check("A-02")
def orientation(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Lying pages only where there are tables; those of the head and the end only set columns."""
    laid = {line.para.spot.table for line in reading.lines if line.part in LAID_OUT}
    tables = {para.spot.section for para in reading.paper.body if para.spot.table not in {-1, *laid}}
    for section in reading.paper.sections:
        if section.width_mm > section.height_mm and section.index not in tables:
            mend = Mend("section", section.index, "turn", value=True)
            yield Fault("trang nằm ngang mà không có bảng, biểu", mends=(mend,), section=section.index)


def _standing(paper: Paper) -> list[Section]:
    return [section for section in paper.sections if section.height_mm >= section.width_mm]


def _margin_faults(section: Section, sides: list[str], mm: list[float], slack: float) -> Iterator[Fault]:
    least, most = mm
    for side in sides:
        is_now = section.margins[side]
        if not least - slack <= is_now <= most + slack:
            mend = Mend("section", section.index, side, least if is_now < least else most)
            yield Fault(
                f"lề {SIDES[side]} {_mm(is_now)}", mends=(mend,), section=section.index,
                wanted=f"lề {SIDES[side]} {number(least)} - {number(most)} mm",
            )  # fmt: skip


@check("A-03", "A-04", "A-05")
def margins(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """Each margin within its range, on standing pages: the annex says nothing of the edges of lying ones."""
    sides = rule.values["sides"]
    for section in _standing(reading.paper):
        yield from _margin_faults(section, list(sides), list(rule.figures("mm")), rule.figures("slack_mm")[0])  # type: ignore[call-overload]


@check("Q-02")
def legal_margins(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """All four margins of a legal document."""
    groups: list[tuple[list[str], list[float]]] = list(rule.values["margins"])  # type: ignore[call-overload]
    for section in _standing(reading.paper):
        for sides, mm in groups:
            yield from _margin_faults(section, sides, mm, rule.figures("slack_mm")[0])


# --- page numbers -------------------------------------------------------------------------
@check("A-08")
def number_form(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """From 1, Arabic. Later sections count on or anew as their text wants: annexes have a rule of their own."""
    for section in reading.paper.sections:
        if not section.numbers:
            continue
        if section.number_format != "decimal":
            mend = Mend("section", section.index, "number_format", "decimal")
            yield Fault("số trang không phải chữ số Ả Rập", mends=(mend,), section=section.index)
        if section.index == 0 and section.number_start not in {None, 1}:
            mend = Mend("section", section.index, "number_start", 1)
            yield Fault(f"đánh số trang từ {section.number_start}", mends=(mend,), section=section.index)


@check("A-09")
def number_look(reading: Reading, rule: FormatRule) -> Iterator[Fault]:
    """13 to 14, upright."""
    least, most = rule.figures("size")
    for one in _numbers(reading.paper):
        found, mends = [], []
        if not least - SLACK_PT <= one.size <= most + SLACK_PT:
            found.append(f"số trang cỡ {number(one.size)}")
            mends.append(Mend("run", one.uid, "size", least if one.size < least else most, one.run))
        if one.italic:
            found.append("số trang nghiêng")
            mends.append(Mend("run", one.uid, "italic", value=False, run=one.run))
        if found:
            yield Fault(", ".join(found), para=_para(reading.paper, one.uid), mends=tuple(mends))


@check("A-10")
def number_place(reading: Reading, _rule: FormatRule) -> Iterator[Fault]:
    """Centred in the top margin, not on the first page. A document of one page needs none."""
    paper = reading.paper
    seen: set[int] = set()
    for section in paper.sections:
        for one in section.numbers:
            if one.uid not in seen:
                seen.add(one.uid)
                yield from _place_faults(paper, one)
    if not paper.sections:
        return
    first = paper.sections[0]
    if not first.numbers and _has_several_pages(paper):
        yield Fault("không có số trang", mends=(Mend("page_number", 0, "add", 13.0),), section=0)
    elif not first.first_differs and any(one.top for one in first.numbers):
        mend = Mend("page_number", 0, "hide_first", value=True)
        yield Fault("trang thứ nhất hiển thị số trang", mends=(mend,), section=0)


def _place_faults(paper: Paper, one: PageNumber) -> Iterator[Fault]:
    para = _para(paper, one.uid)
    if not one.top:
        mends = (Mend("page_number", one.uid, "move_up", value=True),) if _is_bare(para) else ()
        yield Fault("số trang ở lề dưới", para=para, mends=mends)
    elif one.kind == "first":
        mends = (Mend("page_number", one.uid, "take_out", value=True),) if _is_bare(para) else ()
        yield Fault("trang thứ nhất hiển thị số trang", para=para, mends=mends)
    elif one.align not in {"center", ""}:
        mend = Mend("para", one.uid, "align", "center")
        yield Fault(f"số trang {ALIGN_WORDS.get(one.align, one.align)}", para=para, mends=(mend,))


def _is_bare(para: Para | None) -> bool:
    """Nothing but the number stands in its paragraph: taking it away takes no letter away."""
    return para is not None and not any(map(str.isalpha, para.text))


def _numbers(paper: Paper) -> list[PageNumber]:
    found: dict[tuple[int, int], PageNumber] = {}
    for section in paper.sections:
        for one in section.numbers:
            found[one.uid, one.run] = one
    return list(found.values())


def _para(paper: Paper, uid: int) -> Para | None:
    return next((para for para in paper.paras if para.uid == uid), None)


def _has_several_pages(paper: Paper) -> bool:
    return paper.pages > 1 or sum(len(para.text) for para in paper.body) > LONG_TEXT
