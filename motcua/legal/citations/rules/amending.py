"""Amending laws cited by name: «Luật sửa đổi, bổ sung một số điều của Luật …», with the laws their name holds."""

import re

from motcua.legal.citations.choices import Warn
from motcua.legal.citations.rules.dates import Day, read_year
from motcua.legal.citations.rules.document import Document, set_date, take_number, with_tail
from motcua.legal.citations.rules.names import Lexicon, read_name
from motcua.legal.citations.rules.words import GAP, MUST, TYPE_WORD, skip, type_named

_AMENDING = re.compile(
    rf"[Ss]ửa{MUST}đổi(?:,?{MUST}(?:và{MUST})?[Bb]ổ{MUST}sung)?{MUST}(?:[^;.\n()]{{0,80}}?{MUST})?(?:của{MUST})?(?:các{MUST})?"
    r"(?=(?:Bộ luật|Luật|Pháp lệnh)\s)"
)
_AMENDING_ALONE = re.compile(rf"[Ss]ửa{MUST}đổi(?:,?{MUST}(?:và{MUST})?[Bb]ổ{MUST}sung)?(?!\w)")
_UNTIL = re.compile(rf"{GAP}(?:[;:.()\[\]“”\"\n]|(?:ngày|số){MUST}\d|năm{MUST}\d|$)|{MUST}(?:có{MUST}hiệu|được|đã)")
_AND = re.compile(rf"{GAP}(?:,{GAP}(?:và{MUST})?|và{MUST})(?:của{MUST})?(?=(?:Bộ luật|Luật|Pháp lệnh)\s)")


def read_amending(lexicon: Lexicon, text: str, document: Document, at: int) -> Document | None:
    """«Luật sửa đổi, bổ sung một số điều của Luật …»: numbers inside belong to the amended laws.

    A single trailing number may be the amending law's own: the year of the date and the known numbers decide.
    """
    opening = _AMENDING.match(text, at, min(len(text), at + 260))
    if opening is None:
        return _amending_alone(text, document, at)
    end = opening.end()
    while len(document.inner) < 60:
        one = _amended(lexicon, text, end)
        if one is None:
            break
        document.inner.append(one)
        end = one.end
        joined = _AND.match(text, end)
        if joined is None:
            break
        end = joined.end()
    if not document.inner:
        return _amending_alone(text, document, at)
    last = document.inner[-1]
    document.end = last.end
    with_tail(text, document)
    _settle_trailing(lexicon, document, last)
    until = last.number.start if last.number is document.number and last.number else last.end
    document.name = re.sub(r"\s+số\s*:?$", "", " ".join(text[at:until].split()))
    if last.number is document.number:
        last.number = None
    document.inner = [one for one in document.inner if one.number]
    return document


def _amended(lexicon: Lexicon, text: str, at: int) -> Document | None:
    """One amended law in the name of another: its own name and number, no date."""
    word = TYPE_WORD.match(text, at)
    if word is None:
        return None
    one = Document(at, word.end(), type_named(word[0]))
    name = read_name(lexicon, one.kind, text, skip(text, one.end))
    if name:
        one.name, one.end = name
    if take_number(text, one) and one.number:
        one.warnings |= set(one.number.warnings)
    elif name and (year := _own_year(text, one.end)):
        set_date(one, year)
    return one if one.name or one.number else None


def _own_year(text: str, at: int) -> Day | None:
    begin = skip(text, at)
    year = read_year(text, begin) if begin > at else None
    return year if year and _AND.match(text, year.end) else None


def _settle_trailing(lexicon: Lexicon, document: Document, last: Document) -> None:
    numbered = [one for one in document.inner if one.number]
    if len(numbered) != 1 or last.number is None:
        return
    carries = lexicon.carries(last.kind, last.name or "", last.number.canonical)
    if carries is None and len(document.inner) == 1:
        if document.date and last.number.year and int(document.date[:4]) != last.number.year:
            return
        if not document.date:
            document.warnings.add(Warn.AMBIGUOUS_NUMBER)
    if not carries:
        document.number = last.number
        document.warnings |= set(last.number.warnings)


def _amending_alone(text: str, document: Document, at: int) -> Document | None:
    """An amending law whose name holds no other law («Luật sửa đổi 11 luật có liên quan đến quy hoạch»)."""
    opening = _AMENDING_ALONE.match(text, at)
    until = _UNTIL.search(text, opening.end(), opening.end() + 200) if opening else None
    if opening is None or until is None or until.start() - opening.end() < 3:
        return None
    document.name, document.end = " ".join(text[at : until.start()].split()), until.start()
    if take_number(text, document):
        assert document.number is not None  # noqa: S101 - just read
        document.warnings |= set(document.number.warnings)
    return with_tail(text, document)
