"""Which line is what («thành phần thể thức»): the head, the text, the end, what is attached. A line not known is OTHER.

A document that is wrong must still be recognised, and what is not recognised is not judged: recognition looks at words
and places first, at formatting only where words do not tell.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from motcua.base.vn.rules import fold
from motcua.legal.formats.choices import Part
from motcua.legal.formats.rules import ending, words
from motcua.legal.formats.rules.paper import Line, Paper, lines_of
from motcua.legal.formats.rules.structure import Walker

HEAD_LINES = 45
"""The head and the title stand within so many lines."""
_TEXT_BEGINS = ("can cu", "kinh gui", "xet ", "theo de nghi", "thuc hien", "de ", "nham ", "i. ", "1. ", "dieu 1")
HEAD_PARTS = {Part.NATIONAL_TITLE, Part.MOTTO, Part.PARENT, Part.ISSUER, Part.NUMBER, Part.PLACE_DATE}


@dataclass(frozen=True)
class Reading:
    """A document read: its lines in order with their parts, and its kind («QĐ», "" for a letter or when unknown)."""

    paper: Paper
    lines: tuple[Line, ...]
    kind: str
    kinds: tuple[str, ...]

    def of(self, *parts: Part) -> list[Line]:
        """The lines of these parts, in order."""
        return [line for line in self.lines if line.part in parts]

    def text(self, *parts: Part) -> str:
        """Their words in one string."""
        return " ".join(" ".join(line.text for line in self.of(*parts)).split())

    @property
    def is_letter(self) -> bool:
        """Công văn: no name of a kind, but a subject under the number or an addressee."""
        return not self.kind and bool(self.of(Part.LETTER_SUBJECT, Part.ADDRESSEE))

    @property
    def has_head(self) -> bool:
        """Whether it starts as a document of an agency does."""
        return bool(self.of(Part.NATIONAL_TITLE, Part.MOTTO) and self.of(Part.NUMBER, Part.KIND, Part.ISSUER))


def read(paper: Paper) -> Reading:
    """Name the part of every line."""
    lines = [line for para in paper.body for line in lines_of(para) if line.text]
    parts: dict[int, Part] = {}
    kind_at = _kind_at(lines)
    head_end = kind_at if kind_at is not None else _letter_start(lines)
    _head(lines[:head_end], parts)
    kind = fold(lines[kind_at].text) if kind_at is not None else ""
    start = head_end
    if kind_at is not None:
        parts[kind_at] = Part.KIND
        start = kind_at + 1 if kind in words.WITHOUT_SUBJECT else _title(lines, kind_at + 1, parts)
    ending.name_parts(lines, start, parts)
    Walker(lines, parts, kind).walk(start)
    named = [line.named(parts.get(order, Part.OTHER)) for order, line in enumerate(lines)]
    named += [line.named(Part.CONTACT) for line in _contacts(paper)]
    kinds = words.KINDS.get(kind, ())
    return Reading(paper, tuple(named), kinds[0] if kinds else "", kinds)


def _kind_at(lines: list[Line]) -> int | None:
    for order, line in enumerate(lines[:HEAD_LINES]):
        if fold(line.text).strip(" :") in words.KINDS and line.text.strip(" :") != line.text.strip(" :").lower():
            return order
        if fold(line.text).startswith("kinh gui") or len(line.text) > 160:
            return None
    return None


def _letter_start(lines: list[Line]) -> int:
    for order, line in enumerate(lines[:HEAD_LINES]):
        if fold(line.text).startswith("kinh gui") or len(line.text) > 160:
            return order
    return min(len(lines), HEAD_LINES)


def _like(text: str, wanted: str) -> bool:
    own = words.key(text)
    if wanted == words.NATIONAL and own.startswith("conghoa") and own.endswith("vietnam"):
        return True
    return own == wanted or (
        abs(len(own) - len(wanted)) <= 4 and SequenceMatcher(None, own, wanted, autojunk=False).ratio() > 0.85
    )


def _head(lines: list[Line], parts: dict[int, Part]) -> None:
    for order, line in enumerate(lines):
        if words.DRAFT.match(fold(line.text)):
            parts[order] = Part.OTHER
        elif part := _formula(line):
            parts[order] = part
    named = set(parts.values())
    national = next((lines[order] for order, part in parts.items() if part is Part.NATIONAL_TITLE), None)
    first_number = min((order for order, part in parts.items() if part is Part.NUMBER), default=len(lines))
    if named & {Part.NATIONAL_TITLE, Part.MOTTO}:
        agency = [order for order in range(first_number) if order not in parts and _beside(lines[order], national)]
        _agencies(lines, agency, parts)
    _letter_subject(lines, parts)


def _formula(line: Line) -> Part | None:
    own = words.key(line.text)
    plain = fold(line.text)
    if _like(line.text, words.NATIONAL):
        return Part.NATIONAL_TITLE
    if _like(line.text, words.MOTTO):
        return Part.MOTTO
    if len(line.text) < 70 and words.NUMBER.match(plain):
        return Part.NUMBER
    if len(line.text) < 90 and words.PLACE_DATE.match(plain) and not plain.startswith(("hom nay", "can cu", "kem")):
        return Part.PLACE_DATE
    if words.is_upper(line.text):
        for names, part in (
            (words.URGENCY, Part.URGENCY),
            (words.SECRECY, Part.SECRECY),
            (words.CIRCULATION, Part.CIRCULATION),
        ):
            if own in names:
                return part
    return Part.COPY_FORM if words.COPY_FORM.match(own) and len(own) < 24 else None


def _beside(line: Line, national: Line | None) -> bool:
    """In the other column of the head, or before Quốc hiệu on the same tabbed line; with letters, no drawn rule."""
    if words.RULE.match(line.text.replace(" ", "")) or len(line.text) > 120:
        return False
    if national is None or national.para.spot.table < 0:
        return words.is_upper(line.text) or fold(line.text).startswith(words.LOWER_AGENCIES)
    return line.para.spot.table == national.para.spot.table and line.para.spot.column != national.para.spot.column


def _agencies(lines: list[Line], orders: list[int], parts: dict[int, Part]) -> None:
    """Chủ quản above, ban hành below: by weight where weights differ, else by the words that begin an agency's name."""
    bold = [all(run.bold for run in lines[order].lettered) for order in orders]
    split = 0
    if any(bold) and not all(bold):
        split = bold.index(True)
        if not all(bold[split:]):
            split = _second_agency(lines, orders)
    elif len(orders) > 1:
        split = _second_agency(lines, orders)
    for place, order in enumerate(orders):
        parts[order] = Part.PARENT if place < split else Part.ISSUER


def _second_agency(lines: list[Line], orders: list[int]) -> int:
    first = fold(lines[orders[0]].text)
    if not first.startswith(words.UPPER_AGENCIES):
        return 0
    for place, order in enumerate(orders[1:], 1):
        plain = fold(lines[order].text)
        if plain.startswith(words.LOWER_AGENCIES) and not plain.startswith(("phong chong", "phong, chong")):
            return place
    return 0


def _letter_subject(lines: list[Line], parts: dict[int, Part]) -> None:
    for order, line in enumerate(lines):
        if order in parts or not fold(line.text).startswith(("v/v", "ve viec")):
            continue
        parts[order] = Part.LETTER_SUBJECT
        for more in range(order + 1, len(lines)):
            if more in parts or not _same_cell(line, lines[more]):
                break
            parts[more] = Part.LETTER_SUBJECT
        return


def _same_cell(one: Line, other: Line) -> bool:
    here, there = one.para.spot, other.para.spot
    return here.table >= 0 and (here.table, here.row, here.column) == (there.table, there.row, there.column)


def _title(lines: list[Line], start: int, parts: dict[int, Part]) -> int:
    """The subject under the kind, then the line of who decides; gives where the text begins."""
    order = start
    while order < len(lines) and words.RULE.match(lines[order].text.replace(" ", "")):
        order += 1
    stop = min(len(lines), start + 12)
    if order < stop and (_is_subject(lines[order]) or _stands_as_subject(lines, order)):
        parts[order] = Part.SUBJECT
        look = _look(lines[order])
        order += 1
        while order < stop and _look(lines[order]) == look and look != (False, False) and _is_subject(lines[order]):
            parts[order] = Part.SUBJECT
            order += 1
    while order < stop and (
        words.RULE.match(lines[order].text.replace(" ", ""))
        or (words.is_upper(lines[order].text) and words.key(lines[order].text) not in words.RESOLVES)
    ):
        if lines[order].text.endswith(":"):
            break
        if not words.ROMAN.match(lines[order].text) and not words.RULE.match(lines[order].text.replace(" ", "")):
            parts[order] = Part.AUTHORITY
        elif words.ROMAN.match(lines[order].text):
            break
        order += 1
    return order


def _stands_as_subject(lines: list[Line], order: int) -> bool:
    """A subject that lost its look is known by its place: a short line between the kind and the text's first words."""
    line = lines[order]
    following = fold(lines[order + 1].text) if order + 1 < len(lines) else ""
    return (
        _is_subject(line, by_look=False)
        and len(line.text) < 200
        and line.text[-1:] not in ".;:,"
        and (following.startswith(_TEXT_BEGINS) or words.is_upper(lines[order + 1].text if following else ""))
    )


def _look(line: Line) -> tuple[bool, bool]:
    return all(run.bold for run in line.lettered), line.para.align == "center"


def _is_subject(line: Line, *, by_look: bool = True) -> bool:
    plain = fold(line.text)
    if plain.startswith(("can cu", "kinh gui", "hom nay", "dieu 1", "thuc hien", "xet")):
        return False
    if words.is_upper(line.text) and plain.startswith((*words.UPPER_AGENCIES, *words.POSTS, "khoa ")):
        return False
    if (
        words.key(line.text) in words.RESOLVES
        or words.DRAFT.match(plain)
        or words.RULE.match(line.text.replace(" ", ""))
    ):
        return False
    if words.ROMAN.match(line.text) or words.CLAUSE.match(line.text):
        return False
    bold, centred = _look(line)
    return (
        not by_look or bold or centred or plain.startswith(("ve viec", "v/v", "ve ", "ban hanh", "sua doi", "bai bo"))
    )


def _contacts(paper: Paper) -> Iterator[Line]:
    for para in paper.paras:
        if para.spot.area == "footer" and _is_contact(para.text):
            yield from (line for line in lines_of(para) if line.text)


def _is_contact(text: str) -> bool:
    plain = fold(text)
    return any(word in plain for word in ("dien thoai", "dt:", "fax", "email", "e-mail", "website"))


def lines_by_para(lines: Iterable[Line]) -> dict[int, list[Line]]:
    """Lines under the number of their paragraph."""
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.para.uid, []).append(line)
    return found
