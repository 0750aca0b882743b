"""What of a document and its provisions is kept for search: folded words, their order, and marks a query may ask for.

Pure, so that both databases keep the same: which rows match is then the same question to both, and so is which of them
stand first. A mark begins with `_` (a word of the heading), with `@` (a fact of the document) or joins two neighbours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import pairwise

from motcua.legal.lawbase.choices import EffectState
from motcua.legal.lawbase.rules.ranking import search_words

DAY_BITS, DOCUMENT_BITS, ROW_BITS = 22, 20, 20
HALF, LAST = 1 << (DAY_BITS + DOCUMENT_BITS + ROW_BITS), (1 << 63) - 1
YEARS, HOLDS, HOLDS_NOT = "@b", "@holds", "@over"
YEARS_LETTERS, STATE = len(f"{YEARS}h0000"), "@s"
MOST_LETTERS, MOST_DIFFERENT, MOST_PAIRED, MOST_PAIRS = 600_000, 120_000, 20_000, 120_000
"""Of one row: letters kept, letters of different words; words whose neighbours are kept, and letters of those.
PostgreSQL holds no more: it keeps each term twice."""


@dataclass(frozen=True, slots=True)
class Document:
    """What every row of a document carries; `states`: all it ever had or will have."""

    slug: str
    type: str
    number: str
    title: str
    issuer: str
    field: str
    issued_on: date | None
    is_holding: bool
    states: frozenset[EffectState] = frozenset()

    @property
    def words(self) -> str:
        """The words of the row that stands for the document itself."""
        return search_words(f"{self.type} {self.number} {self.title} {self.issuer} {self.field}")

    @property
    def head(self) -> str:
        """The words people name it by: its title, its type before it where it does not begin so."""
        kind, title = search_words(self.type), search_words(self.title)
        return title if f"{title} ".startswith(f"{kind} ") else f"{kind} {title}".strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to find: its words, those of its heading, those of its document's title, and its marks."""

    title: str
    head: str
    words: str
    marks: str


def first_place(document: Document) -> int:
    """Where the document's rows begin: those that hold first, then the newest; of one day in no telling order."""
    mixed = int.from_bytes(blake2b(document.slug.encode(), digest_size=4).digest()) >> (32 - DOCUMENT_BITS)
    return _day_place(document.issued_on, is_holding=document.is_holding) + (mixed << ROW_BITS)


def _day_place(issued_on: date | None, *, is_holding: bool) -> int:
    days = (1 << DAY_BITS) - 1 - (issued_on.toordinal() if issued_on else 0)
    return ((not is_holding) << DAY_BITS | days) << (DOCUMENT_BITS + ROW_BITS)


def issued_by(on: date) -> tuple[tuple[int, int], tuple[int, int]]:
    """The two runs of places of documents issued on the day or before, or on no day: those that hold, the others."""
    return (_day_place(on, is_holding=True), HALF), (_day_place(on, is_holding=False), LAST)


def day_of(place: int) -> date:
    """The day of issue a place tells; the first day there is for a document without one."""
    days = (place >> (DOCUMENT_BITS + ROW_BITS)) & ((1 << DAY_BITS) - 1)
    return date.fromordinal(max(1, (1 << DAY_BITS) - 1 - days))


def next_document(place: int) -> int:
    """The first place of the document after this one."""
    return ((place >> ROW_BITS) + 1) << ROW_BITS


def row_of(document: Document, words: str, head: str | None = None) -> Row:
    """A provision with its heading; without one the row of the document itself."""
    few = kept(words)
    title = "" if head is None else search_words(document.title)
    own = document.head if head is None else head
    heading = list(dict.fromkeys(own.split()))
    marks = [*pairs(few), *(f"_{word}" for word in heading), length_mark(len(heading)), *_facts(document)]
    return Row(title, own, few, " ".join(marks))


def kept(words: str) -> str:
    """As many of the words, from the first, as one row holds."""
    if len(words) <= MOST_DIFFERENT:
        return words
    few, seen, left = words[: MOST_LETTERS + 1].rsplit(" ", 1)[0].split(" "), set[str](), MOST_DIFFERENT
    for at, word in enumerate(few):
        if word not in seen:
            seen.add(word)
            left -= len(word)
            if left < 0:
                return " ".join(few[:at])
    return words if len(words) <= MOST_LETTERS else " ".join(few)


def pairs(words: str) -> Iterable[str]:
    """Neighbouring words, each pair once."""
    first = words.split(" ", MOST_PAIRED)[:MOST_PAIRED]
    left = MOST_PAIRS
    for pair in dict.fromkeys(map("_".join, pairwise(first))):
        left -= len(pair)
        if left < 0:
            return
        yield pair


def counted(row: Row) -> set[str]:
    """What the vocabulary counts of a row: its words, the row itself, its place among the years, there by state too."""
    years = row.marks[-YEARS_LETTERS:]
    states = {f"{mark}{years}" for mark in row.marks.split() if mark.startswith(STATE)}
    return {"", *row.words.split(), *row.title.split(), years, *states}


def years_counted(state: str) -> str:
    """How the vocabulary's words begin that count rows by years: all, or those of documents ever in a state."""
    return f"{mark('s', state) if state else ''}{YEARS}"


def years_mark(document: Document) -> str:
    """Holding or not, and the year: the rows of one such mark stand together."""
    return f"{YEARS}{'h' if document.is_holding else 'x'}{document.issued_on.year if document.issued_on else 0:04}"


def length_mark(words: int) -> str:
    """How many different words the heading has."""
    return f"@l{words}"


def half_mark(document: Document) -> str:
    """Whether it holds: the first half of the places, or the second."""
    return HOLDS if document.is_holding else HOLDS_NOT


def halves(first: int, end: int) -> tuple[str, ...]:
    """The mark of the half in which all places from the first up to the end lie, if they lie in one."""
    if end <= HALF:
        return (HOLDS,)
    return (HOLDS_NOT,) if first >= HALF else ()


def years_begin(mark: str) -> int:
    """The first place of rows with this mark of years."""
    return _day_place(date(int(mark[3:]), 12, 31) if int(mark[3:]) else None, is_holding=mark[2] == "h")


def years_meet(mark: str, first: int, end: int) -> bool:
    """Whether rows with this mark of years may stand from the first place up to the end."""
    last = _day_place(date(int(mark[3:]), 1, 1) if int(mark[3:]) else None, is_holding=mark[2] == "h")
    return years_begin(mark) < end and first < last + (1 << (DOCUMENT_BITS + ROW_BITS))


def mark(kind: str, value: object) -> str:
    """A fact as a mark: exact, whatever its letters."""
    return f"@{kind}{blake2b(str(value).encode(), digest_size=5).hexdigest()}"


def _facts(document: Document) -> Sequence[str]:
    year = document.issued_on.year if document.issued_on else 0
    facts = {"t": document.type, "i": document.issuer, "f": document.field, "y": year, "d": document.slug}
    states = [mark("s", state) for state in sorted(document.states)]
    return [*(mark(kind, value) for kind, value in facts.items()), *states, half_mark(document), years_mark(document)]
