"""A document as the reader of the file hands it on: sections, paragraphs, runs, with the formatting that is in force.

Plain values: sizes and distances in points, pages in millimetres. `uid` numbers paragraphs in reading order; a mend
names them again. A `Line` is what stands on one line as written: a paragraph cut at its tabs and line breaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from motcua.base.vn.rules import nfc
from motcua.legal.formats.choices import Part

LABEL = -1
"""The index of the run that is the number Word sets before a paragraph by itself: no letter of the text."""
_HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
UNSEEN = dict.fromkeys(map(ord, _HIDDEN)) | {ord("Ð"): "Đ", ord("ð"): "đ", ord("Ɖ"): "Đ"}
"""Not seen on paper, or seen as another letter: rules on letters speak of them, all others read past them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. `fonts`: those its letters are set in; `colour`: RRGGBB, "" for automatic (black)."""

    index: int
    text: str
    fonts: tuple[str, ...] = ("Times New Roman",)
    size: float = 14.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    colour: str = ""
    raised: bool = False

    @property
    def shown(self) -> str:
        """The letters as printed."""
        return self.text.upper() if self.caps else self.text


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands: body, cell, box, header or footer; the cell's table, row, column; its section; page."""

    area: str = "body"
    section: int = 0
    page: int | None = None
    table: int = -1
    row: int = -1
    column: int = -1
    width_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn thing beside the text: its length in points, whether it is a line or carries a border."""

    length_pt: float
    is_line: bool


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `align`: left, center, right, both; `line` counts single lines; indents are from the margin."""

    uid: int
    spot: Spot
    runs: tuple[Run, ...] = ()
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    tab_pt: float = 36.0
    border_below: bool = False
    border_above: bool = False
    shapes: tuple[Shape, ...] = ()
    changed: bool = False
    style: str = ""
    contextual: bool = False

    @property
    def text(self) -> str:
        """All its letters as printed, with the number the machine sets before them."""
        return "".join(run.shown for run in self.runs)

    @property
    def label(self) -> str:
        """The number the machine sets before them, "" where there is none."""
        return self.runs[0].shown.strip() if self.runs and self.runs[0].index == LABEL else ""

    @property
    def start(self) -> float:
        """Where its first letter stands, in points from the margin."""
        own = self.text
        return self.left + (self.tab_pt if own.startswith("\t") and abs(self.first) < 1 else self.first)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number field of a header or footer; `align` "" where the file does not tell."""

    uid: int
    run: int
    top: bool
    align: str
    size: float
    bold: bool
    italic: bool
    kind: str = "default"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: page and margins in millimetres, how its pages are numbered."""

    index: int
    width_mm: float
    height_mm: float
    margins: dict[str, float]
    numbers: tuple[PageNumber, ...] = ()
    number_format: str = "decimal"
    number_start: int | None = None
    first_differs: bool = False
    column_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a paragraph between tabs and line breaks; `part` says what it is in the document.

    `text` is what the eye reads: composed letters, nothing unseen; `runs` hold the letters as they are in the file.
    """

    para: Para
    runs: tuple[Run, ...]
    text: str
    order: int = 0
    alone: bool = True
    part: Part = Part.OTHER

    @property
    def lettered(self) -> tuple[Run, ...]:
        """Runs with anything to see."""
        return tuple(run for run in self.runs if run.text.strip())

    def named(self, part: Part) -> "Line":
        """The same line, known as this part."""
        return replace(self, part=part)


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole document. `pages` is what the file says, or a guess; `tracked`: changes are still marked."""

    sections: tuple[Section, ...]
    paras: tuple[Para, ...]
    pages: int = 1
    tracked: bool = False
    others: tuple[Para, ...] = field(default=())

    @property
    def body(self) -> tuple[Para, ...]:
        """Paragraphs of the text itself, without headers and footers."""
        return tuple(para for para in self.paras if para.spot.area not in {"header", "footer", "note"})


def lines_of(para: Para) -> Iterator[Line]:
    """The lines of one paragraph: cut at line breaks, and at tabs between letters."""
    pieces: list[list[Run]] = [[]]
    seen = False
    for run in para.runs:
        text = ""
        for letter in run.text:
            if letter == "\n" or (letter == "\t" and (seen or text.strip())):
                pieces[-1].append(replace(run, text=text))
                pieces.append([])
                text, seen = "", False
            else:
                text += letter
        pieces[-1].append(replace(run, text=text))
        seen = seen or bool(text.strip())
    kept = [runs for runs in pieces if any(run.text.strip() for run in runs)] or [[]]
    for order, runs in enumerate(kept):
        text = nfc("".join(run.shown for run in runs).translate(UNSEEN)).strip()
        yield Line(para, tuple(run for run in runs if run.text), text, order, alone=len(kept) == 1)
