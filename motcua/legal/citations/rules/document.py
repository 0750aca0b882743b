"""A document being read: what its words have said so far, and the number, date and issuer that follow."""

import re
from dataclasses import dataclass, field

from motcua.legal.citations.choices import NAMED_TYPES, Warn
from motcua.legal.citations.rules.dates import Day, read_date, read_effect, read_year
from motcua.legal.citations.rules.issuers import read_issuer
from motcua.legal.citations.rules.names import Lexicon
from motcua.legal.citations.rules.numbers import Number, mismatch, read_number
from motcua.legal.citations.rules.words import GAP, MUST, skip

SO = re.compile(rf"{GAP}(?P<so>(?:[Ss]ố|SỐ)(?:{GAP}(?:hiệu|:))?){GAP}")
_PASSED = rf"(?:(?:đã{MUST})?được{MUST})?(?:Quốc{MUST}hội{MUST})?(?:ban{MUST}hành|ký|thông{MUST}qua){MUST}"
_ON = re.compile(rf"{GAP},?{GAP}(?:{_PASSED})?(?=(?:ngày|NGÀY){GAP}\d)")
_OF = re.compile(rf"{GAP},?{GAP}(?:của|CỦA){MUST}")
_ON_IN_BRACKETS = re.compile(rf"{GAP}\((?=ngày{MUST}\d)")
_OFTEN_SHORT = {"Nghị định", "Thông tư", "Thông tư liên tịch"}
_IN_YEAR = re.compile(rf"{MUST}năm{MUST}(?:19|20)\d\d(?!\w)")
_EFFECT = re.compile(rf"{GAP},?{GAP}(?=có{MUST}hiệu)")


@dataclass(slots=True)
class Document:
    """What the words say about the cited document; `self_kind` is set for the citing text itself («Luật này»)."""

    start: int
    end: int
    kind: str = ""
    number: Number | None = None
    written: str | None = None
    name: str | None = None
    date: str | None = None
    issuer: str | None = None
    self_kind: str | None = None
    effective: str | None = None
    warnings: set[Warn] = field(default_factory=set)
    date_at: int = -1
    title_end: int = -1
    inner: "list[Document]" = field(default_factory=list)
    capital: bool = True
    is_bare: bool = False

    @property
    def year(self) -> int | None:
        """The year of the document, from its number or its date."""
        if self.number and self.number.year:
            return self.number.year
        return int(self.date[:4]) if self.date else None

    @property
    def is_self(self) -> bool:
        """Whether the citing text speaks of itself."""
        return self.self_kind is not None


def take_number(text: str, document: Document, *, lenient: bool = False) -> bool:
    """Read the number that follows, with or without «số»; `lenient`: even one without year («Điều 9 Nghị định 61»)."""
    so = SO.match(text, document.end)
    begin = so.end() if so else skip(text, document.end)
    if begin == document.end:
        return False
    number = read_number(text, begin, bare=True)
    if number is None:
        return False
    plain = lenient and (so or document.kind in _OFTEN_SHORT) and not number.year
    incomplete = Warn.INCOMPLETE_NUMBER in number.warnings and not plain
    short = document.kind in _OFTEN_SHORT
    if incomplete and not _bare_is_number(text, number, said=so is not None, short=short):
        return False
    document.number, document.end = number, number.end
    return True


def _bare_is_number(text: str, number: Number, *, said: bool, short: bool) -> bool:
    """«Nghị định 61/2018» and «Quyết định số 12 ngày …» are numbers; «Báo cáo số 3 năm» and «Kế hoạch 2025» are not."""
    if number.year or not said:
        return bool(number.year)
    return _ON.match(text, number.end) is not None or (short and _IN_YEAR.match(text, number.end) is not None)


def complete(lexicon: Lexicon, text: str, document: Document) -> Document:
    """What follows a number: a law's name, date, issuer; and whether type and symbol agree."""
    assert document.number is not None  # noqa: S101 - callers have just read it
    document.warnings |= set(document.number.warnings)
    if mismatch(document.kind, document.number):
        document.warnings.add(Warn.TYPE_SYMBOL_MISMATCH)
    if document.kind in NAMED_TYPES and document.name is None:
        begin = skip(text, document.end)
        known = lexicon.match(document.kind, text, begin) if begin > document.end else None
        if known:
            document.name, document.end = known
    return with_tail(text, document)


def with_tail(text: str, document: Document) -> Document:
    """Date and issuer that follow, in either order, and the day of effect."""
    for _ in range(3):
        if document.date is None and (day := _day(text, document.end)):
            set_date(document, day)
        elif document.issuer is None and (of := _OF.match(text, document.end)) and (document.number or document.date):
            issuer = read_issuer(text, of.end())
            if issuer is None:
                break
            document.issuer, document.end = issuer
        else:
            break
    if effect := _EFFECT.match(text, document.end):
        day = read_effect(text, effect.end())
        document.effective = day.iso if day else None
    return document


def _day(text: str, at: int) -> Day | None:
    if on := _ON.match(text, at):
        return read_date(text, on.end())
    if opened := _ON_IN_BRACKETS.match(text, at):
        day = read_date(text, opened.end())
        return Day(day.iso, day.end + 1) if day and text[day.end : day.end + 1] == ")" else None
    year_at = skip(text, at)
    return read_year(text, year_at) if year_at > at else None


def set_date(document: Document, day: Day) -> None:
    """Keep the day just read, and where it stood."""
    document.date, document.date_at, document.end = day.iso, document.end, day.end
    if day.iso is None:
        document.warnings.add(Warn.BAD_DATE)
