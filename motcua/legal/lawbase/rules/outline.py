"""The lines at which units begin: segment by segment (the act, what is attached, each appendix), chain by chain."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.chains import Key, chain, letter_key, number_key, roman_key
from motcua.legal.lawbase.rules.lines import Mark, attached_title, is_title, marks_of
from motcua.legal.lawbase.rules.text import is_upper, latin, quoted_lines

LEVELS = {
    UnitKind.HEADER: 0,
    UnitKind.ATTACHED: 0,
    UnitKind.APPENDIX: 0,
    UnitKind.FORM: 1,
    UnitKind.FOOTER: 1,
    UnitKind.BASIS: 1,
    UnitKind.ENACTING: 1,
    UnitKind.PART: 1,
    UnitKind.CHAPTER: 2,
    UnitKind.SECTION: 3,
    UnitKind.SUBSECTION: 4,
    UnitKind.ARTICLE: 5,
    UnitKind.HEADING: 5,
    UnitKind.CLAUSE: 6,
    UnitKind.TEXT: 7,
    UnitKind.POINT: 8,
    UnitKind.ITEM: 9,
}
_BIG = {UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION}
_BASIS = re.compile(r"(căn cứ|xét|theo đề nghị|thực hiện|sau khi|trên cơ sở)\s", re.IGNORECASE)
_ENACTS = re.compile(
    r"((QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ ĐỊNH|THÔNG TƯ|CHỈ THỊ)\s*:?$)|"
    r"((Quốc hội|Ủy ban|Chính phủ|Bộ trưởng|Hội đồng|Thủ tướng|Chủ tịch|Chánh án|Thống đốc)\b.{0,160}\bban hành\b)"
)
_LONGEST_HEADING = 500


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a unit begins."""

    start: int
    kind: UnitKind
    number: str
    shown: str
    heading: str
    level: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    marks: tuple[Mark, ...]

    def as_(self, kind: UnitKind) -> Mark | None:
        return next((mark for mark in self.marks if mark.kind is kind), None)


def outline(text: str, *, piece: bool = False) -> list[Opening]:
    """Openings in order; the first begins at 0 unless the text is empty. A `piece` has no header and no footer."""
    lines = _lines(text)
    if not lines:
        return []
    found: list[Opening] = []
    for opening, segment in _segments(lines, piece=piece):
        if opening is not None:
            found.append(opening)
        found += _inside(segment, header=opening is None and not piece, footer=not piece)
    if not found or found[0].start > 0:
        kind = UnitKind.TEXT if piece or not found else UnitKind.HEADER
        found.insert(0, _opening(_Line(0, "", ()), Mark(kind, "", "", ""), level=0))
    return found


def _lines(text: str) -> list[_Line]:
    quotes = quoted_lines(text)
    found, at, next_quote = [], 0, 0
    for raw in text.splitlines(keepends=True):
        while next_quote < len(quotes) and quotes[next_quote][1] <= at:
            next_quote += 1
        quoted = next_quote < len(quotes) and quotes[next_quote][0] < at
        starts_quote = raw.lstrip()[:1] in {"“", "„", '"'}
        found.append(_Line(at, raw, () if quoted or starts_quote else marks_of(raw)))
        at += len(raw)
    return found


def _segments(lines: list[_Line], *, piece: bool) -> list[tuple[Opening | None, list[_Line]]]:
    """The act, then each attached text and appendix with the line that opens it."""
    found: list[tuple[Opening | None, list[_Line]]] = [(None, [])]
    seen_article = False
    for index, line in enumerate(lines):
        opening = None
        if mark := line.as_(UnitKind.APPENDIX):
            opening = _opening(line, mark, heading=_heading(lines, index, mark))
        elif seen_article and not piece and attached_title(line.text) and _comes_with(lines, index):
            opening = _opening(line, Mark(UnitKind.ATTACHED, "", "", ""), heading=_title(lines, index))
        seen_article = seen_article or line.as_(UnitKind.ARTICLE) is not None
        if opening is not None:
            found.append((opening, []))
        else:
            found[-1][1].append(line)
    return found


def _comes_with(lines: list[_Line], index: int) -> bool:
    """«(Ban hành kèm theo Quyết định số …)» stands within the next lines."""
    near = " ".join(line.text for line in lines[index : index + 6])
    return "kèm theo" in latin(near).lower()


def _title(lines: list[_Line], index: int) -> str:
    words = []
    for line in lines[index : index + 6]:
        plain = " ".join(line.text.split())
        if not plain or not is_upper(plain):
            break
        words.append(plain)
    return " ".join(words)[:_LONGEST_HEADING]


def _inside(lines: list[_Line], *, header: bool, footer: bool) -> list[Opening]:
    articles = _chosen(lines, UnitKind.ARTICLE, number_key)
    found = _with_articles(lines, articles) if articles else _plan(lines, piece=not footer)
    end = _footer_at(lines, after=_last_main(found)) if footer else None
    if end is not None:
        found = [opening for opening in found if opening.start < end.start]
        found.append(_opening(end, Mark(UnitKind.FOOTER, "", "", "")))
    if header:
        found = _head(lines, found[0].start if found else None) + found
    return found


def _with_articles(lines: list[_Line], articles: list[int]) -> list[Opening]:
    found: list[Opening] = []
    chosen = set(articles)
    bounds = [*articles, len(lines)]
    for index in range(articles[0] if articles else 0):
        _add_big(found, lines, index)
    for place, begin in enumerate(articles):
        mark = lines[begin].as_(UnitKind.ARTICLE)
        if mark is None:  # pragma: no cover  chosen lines have the mark
            continue
        found.append(_opening(lines[begin], mark, heading=_heading(lines, begin, mark)))
        end = bounds[place + 1]
        inner_end = next((i for i in range(begin + 1, end) if _big(lines[i]) and i not in chosen), end)
        found += _clauses(lines[begin + 1 : inner_end])
        for index in range(inner_end, end):
            _add_big(found, lines, index)
    return found


def _big(line: _Line) -> Mark | None:
    return next((mark for mark in line.marks if mark.kind in _BIG), None)


def _add_big(found: list[Opening], lines: list[_Line], index: int) -> None:
    if mark := _big(lines[index]) or lines[index].as_(UnitKind.FORM):
        found.append(_opening(lines[index], mark, heading=_heading(lines, index, mark)))


def _clauses(lines: list[_Line]) -> list[Opening]:
    chosen = _chosen(lines, UnitKind.CLAUSE, number_key)
    if not chosen:
        return _points(lines)
    found = _points(lines[: chosen[0]])
    for begin, end in pairwise([*chosen, len(lines)]):
        if mark := lines[begin].as_(UnitKind.CLAUSE):
            found.append(_opening(lines[begin], mark))
        found += _points(lines[begin + 1 : end])
    return found


def _points(lines: list[_Line]) -> list[Opening]:
    chosen = set(_chosen(lines, UnitKind.POINT, letter_key))
    found = []
    for index, line in enumerate(lines):
        mark = line.as_(UnitKind.POINT) if index in chosen else line.as_(UnitKind.ITEM) or line.as_(UnitKind.TEXT)
        if mark is not None:
            found.append(_opening(line, mark))
    return found


def _plan(lines: list[_Line], *, piece: bool) -> list[Opening]:
    """A text without articles: forms of an appendix, headings I., then 1., a), -."""
    romans = _chosen(lines, UnitKind.HEADING, roman_key)
    bounds = romans if len(romans) > 1 or any(is_upper(lines[index].text) for index in romans) else []
    begins = sorted({*bounds, *(i for i, line in enumerate(lines) if _big(line) or line.as_(UnitKind.FORM))})
    found = _clauses(lines[: begins[0]] if begins else lines)
    numbered = [one for one in found if one.kind is not UnitKind.ITEM]
    if not begins and not piece and len(numbered) < 2:
        return []
    for begin, end in pairwise([*begins, len(lines)]):
        mark = lines[begin].as_(UnitKind.HEADING) if begin in bounds else None
        mark = mark or _big(lines[begin]) or lines[begin].as_(UnitKind.FORM)
        if mark is not None:
            found.append(_opening(lines[begin], mark, heading=_heading(lines, begin, mark)))
        found += _clauses(lines[begin + 1 : end])
    return found


def _chosen(lines: Sequence[_Line], kind: UnitKind, key: Callable[[str], Key]) -> list[int]:
    marked = [(index, mark) for index, line in enumerate(lines) if (mark := line.as_(kind))]
    kept = [(index, number) for index, mark in marked if (number := key(mark.number))[0] > 0]
    return [kept[place][0] for place in chain([number for _, number in kept])]


def _last_main(found: list[Opening]) -> int:
    """Where the last article (heading, of a plan) begins: dashes under «Nơi nhận» are no part of it."""
    main = [opening.start for opening in found if opening.kind in {UnitKind.ARTICLE, UnitKind.HEADING}]
    return main[-1] if main else found[0].start if found else -1


def _footer_at(lines: list[_Line], *, after: int) -> _Line | None:
    """The first footer line of the last article's text; signatures before the last article are running text."""
    return next((line for line in lines if line.start > after and line.as_(UnitKind.FOOTER)), None)


def _head(lines: list[_Line], body: int | None) -> list[Opening]:
    """The header up to the first unit, with each basis and the enacting words apart."""
    found = [_opening(lines[0], Mark(UnitKind.HEADER, "", "", ""))] if lines and lines[0].start != body else []
    seen_basis = False
    for line in lines:
        if body is not None and line.start >= body:
            break
        plain = " ".join(latin(line.text[:400]).split())
        if _BASIS.match(plain) and plain[:1].isupper() and body is not None:
            found.append(_opening(line, Mark(UnitKind.BASIS, "", "", "")))
            seen_basis = True
        elif seen_basis and _ENACTS.match(plain):
            found.append(_opening(line, Mark(UnitKind.ENACTING, "", "", "")))
    return found


def _heading(lines: list[_Line], index: int, mark: Mark) -> str:
    """Words on the line itself, or the title lines under «Chương II»."""
    if mark.rest:
        if mark.kind is UnitKind.ARTICLE and len(mark.rest) > _LONGEST_HEADING // 2:
            return ""
        return mark.rest[:_LONGEST_HEADING]
    if mark.kind is UnitKind.ARTICLE:
        return ""
    words: list[str] = []
    for line in lines[index + 1 : index + 8]:
        plain = " ".join(line.text.split())
        if not plain and not words:
            continue
        if not plain or not is_title(line.text) or (words and not is_upper(plain)) or plain.startswith("("):
            break
        words.append(plain)
    return " ".join(words)[:_LONGEST_HEADING]


def _opening(line: _Line, mark: Mark, *, heading: str = "", level: int | None = None) -> Opening:
    depth = LEVELS[mark.kind] if level is None else level
    return Opening(line.start, mark.kind, mark.number, mark.shown, heading, depth)
