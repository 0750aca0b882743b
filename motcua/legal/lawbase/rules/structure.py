"""Parse the plain text of a document into Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm, tiết and Phụ lục.

Every character belongs to exactly one unit's own text: the own texts in order give the input back. Quoted replacement
text of an amending article stays inside the article that quotes it. Plans and reports (I., 1., a), -) are read too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.legal.lawbase.choices import UNIT_NAMES, UnitKind
from motcua.legal.lawbase.rules.outline import Opening, outline
from motcua.legal.lawbase.rules.text import clean

SLUGS = {
    UnitKind.HEADER: "phan-dau",
    UnitKind.BASIS: "can-cu",
    UnitKind.ENACTING: "ban-hanh",
    UnitKind.ATTACHED: "kem-theo",
    UnitKind.PART: "phan",
    UnitKind.CHAPTER: "chuong",
    UnitKind.SECTION: "muc",
    UnitKind.SUBSECTION: "tieu-muc",
    UnitKind.ARTICLE: "dieu",
    UnitKind.HEADING: "muc",
    UnitKind.CLAUSE: "khoan",
    UnitKind.POINT: "diem",
    UnitKind.ITEM: "tiet",
    UnitKind.APPENDIX: "phu-luc",
    UnitKind.FORM: "mau-so",
    UnitKind.FOOTER: "phan-cuoi",
    UnitKind.TEXT: "doan",
}
_IN_HEAD = frozenset({UnitKind.BASIS, UnitKind.ENACTING})
ABOVE_ARTICLES = frozenset({UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION})


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `start`–`end` is its own text (without the units inside), `stop` the end of all it holds."""

    id: str
    kind: UnitKind
    number: str
    heading: str
    start: int
    end: int
    stop: int
    children: tuple["Unit", ...] = ()

    @property
    def label(self) -> str:
        """«Điều 13a», «khoản 2», «điểm đ», «Phụ lục II»."""
        if self.kind is UnitKind.HEADING:
            return f"{self.number}." if self.number else ""
        return f"{UNIT_NAMES[self.kind]} {self.number}".strip()

    def walk(self) -> Iterator["Unit"]:
        """The unit and all inside, in the order of the text. Without recursion: depth is the text's, not ours."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting.extend(reversed(unit.children))


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed text."""

    text: str
    units: tuple[Unit, ...]

    def walk(self) -> Iterator[Unit]:
        """All units in the order of the text."""
        for unit in self.units:
            yield from unit.walk()

    def find(self, unit_id: str) -> Unit | None:
        """The unit with this id."""
        return next((unit for unit in self.walk() if unit.id == unit_id), None)

    def own(self, unit: Unit) -> str:
        """Its own text, without the units inside."""
        return self.text[unit.start : unit.end]

    def whole(self, unit: Unit) -> str:
        """Its text with all inside."""
        return self.text[unit.start : unit.stop]


def parse(text: str) -> Tree:
    """The tree of a text. Never refuses: what has no structure is one unit of running text."""
    return Tree(text, _assembled(outline(text), len(text), ""))


def fragment(text: str, *, under: str = "") -> Tree:
    """The tree of a piece of a document («Điều 13a. …», «2. …», «đ) …»); ids begin with the id of the unit above."""
    return Tree(text, _assembled(outline(text, piece=True), len(text), under))


def path_id(*steps: tuple[UnitKind, str]) -> str:
    """`dieu-13a/khoan-2/diem-dd` from kinds and numbers."""
    return "/".join(step_id(kind, number) for kind, number in steps)


def step_id(kind: UnitKind, number: str) -> str:
    """One step of an id. «đ» is written dd, so that điểm d and điểm đ differ in an address."""
    plain = clean(number).lower().replace("đ", "dd")
    safe = "".join(mark if mark.isascii() and mark.isalnum() else "-" for mark in plain).strip("-")
    return f"{SLUGS[kind]}-{safe}" if safe else SLUGS[kind]


class _Frame:
    """A unit that is still open."""

    def __init__(self, opening: Opening, unit_id: str, number: str) -> None:
        self.opening, self.id, self.number = opening, unit_id, number
        self.children: list[Unit] = []
        self.end = opening.start


def _assembled(openings: list[Opening], length: int, under: str) -> tuple[Unit, ...]:
    roots: list[Unit] = []
    stack: list[_Frame] = []
    taken: dict[str, int] = {}
    items: dict[str, int] = {}
    for index, opening in enumerate(openings):
        while stack and not _holds(stack[-1].opening, opening):
            _close(stack, roots, opening.start)
        number = opening.number
        above = _id_above(stack, opening.kind, under)
        if opening.kind in {UnitKind.ITEM, UnitKind.BASIS, UnitKind.TEXT} and not number:
            place = f"{above}|{opening.kind}"
            items[place] = items.get(place, 0) + 1
            number = str(items[place])
        wanted = f"{above}/{step_id(opening.kind, number)}" if above else step_id(opening.kind, number)
        taken[wanted] = taken.get(wanted, 0) + 1
        unit_id = wanted if taken[wanted] == 1 else f"{wanted}.{taken[wanted]}"
        frame = _Frame(opening, unit_id, opening.shown or number)
        frame.end = openings[index + 1].start if index + 1 < len(openings) else length
        stack.append(frame)
    while stack:
        _close(stack, roots, length)
    return tuple(roots)


def _holds(above: Opening, opening: Opening) -> bool:
    """A head holds its bases and enacting words only; others hold what is of a lower level."""
    if above.kind is UnitKind.HEADER:
        return opening.kind in _IN_HEAD
    return above.kind not in _IN_HEAD and above.level < opening.level


def _close(stack: list[_Frame], roots: list[Unit], stop: int) -> None:
    frame = stack.pop()
    opening = frame.opening
    unit = Unit(
        id=frame.id,
        kind=opening.kind,
        number=frame.number,
        heading=opening.heading,
        start=opening.start,
        end=frame.end,
        stop=stop,
        children=tuple(frame.children),
    )
    (stack[-1].children if stack else roots).append(unit)


def _id_above(stack: list[_Frame], kind: UnitKind, under: str) -> str:
    """Articles are numbered through the text, so their id does not hold the chapter; an attached text's does."""
    if kind is UnitKind.ARTICLE:
        holder = next((frame for frame in reversed(stack) if frame.opening.kind not in ABOVE_ARTICLES), None)
        return holder.id if holder else under
    return stack[-1].id if stack else under
