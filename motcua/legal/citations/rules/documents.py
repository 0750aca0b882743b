"""Documents: «Nghị định số 30/2020/NĐ-CP ngày … của …», «Luật Đất đai năm 2013», «BLTTDS», «Thông tư này»."""

import re
from dataclasses import dataclass, field

from motcua.legal.citations.choices import NAMED_TYPES, SELF_TYPES, Warn
from motcua.legal.citations.rules.dates import Day, read_date, read_effect, read_year
from motcua.legal.citations.rules.issuers import read_issuer
from motcua.legal.citations.rules.names import Lexicon, read_name
from motcua.legal.citations.rules.numbers import Number, mismatch, read_number, usual_type
from motcua.legal.citations.rules.words import GAP, MUST, TYPE_WORD, UPPER, skip, type_named

_THIS = re.compile(rf"{GAP}(?:này|nầy)(?!\w)")
SO = re.compile(rf"{GAP}(?P<so>(?:[Ss]ố|SỐ)(?:{GAP}(?:hiệu|:))?){GAP}")
_BY_ISSUER = re.compile(rf"{MUST}của{MUST}(?P<issuer>[{UPPER}][^,.;:()\n]{{2,60}}?){MUST}số{GAP}:?{GAP}(?=\d)")
_COLON = re.compile(rf"(?:{MUST}của{MUST}(?P<issuer>[{UPPER}][^,.;:()\n]{{2,60}}?))?{GAP}(?:sau(?:{MUST}đây)?)?{GAP}:{GAP}(?=[Ss]ố{MUST}?\d)")
_ON = re.compile(rf"{GAP},?{GAP}(?:(?:được{MUST})?(?:ban{MUST}hành|ký|thông{MUST}qua){MUST})?(?=ngày{MUST}\d)")
_OF = re.compile(rf"{GAP},?{GAP}của{MUST}")
_COUNTRY = re.compile(rf"{MUST}nước{MUST}Cộng{MUST}h(?:òa|oà){MUST}xã{MUST}hội{MUST}chủ{MUST}nghĩa{MUST}Việt{MUST}Nam")
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
    distributes: bool = False

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


def read_document(lexicon: Lexicon, text: str, at: int, *, after_target: bool = False) -> Document | None:
    """The document whose words begin here, with date and issuer; `after_target`: a provision of it stands before."""
    alias = lexicon.alias_pattern.match(text, at) if lexicon.alias_pattern else None
    if alias:
        kind, name = lexicon.aliases[" ".join(alias[0].split())]
        return _with_tail(text, Document(at, alias.end(), kind, name=name, written=alias[0]))
    word = TYPE_WORD.match(text, at)
    if word is None:
        return None
    kind, capital = type_named(word[0]), word[0][0].isupper()
    if this := _THIS.match(text, word.end()):
        allowed = kind in SELF_TYPES and (capital or after_target)
        return Document(at, this.end(), kind, self_kind=kind, capital=capital) if allowed else None
    document = Document(at, word.end(), kind, capital=capital)
    if _take_number(text, document) or _take_number_after_issuer(text, document):
        return _numbered(lexicon, text, document)
    if kind in NAMED_TYPES and (capital or after_target) and not (word[0].isupper() and len(word[0]) > 1):
        return _named(lexicon, text, document)
    return None


def numbered_alone(lexicon: Lexicon, text: str, at: int, kind: str | None) -> Document | None:
    """A number without a type word («số 48/2013/NĐ-CP»): its type is the list's or the symbol's."""
    so = SO.match(text, at)
    number = read_number(text, so.end() if so else at)
    if number is None:
        return None
    listed = kind if kind and not mismatch(kind, number) else None
    named = listed or usual_type(number) or ("Luật" if number.strong else None)
    if named is None or not (number.strong or (so and kind)):
        return None
    document = Document(at, number.end, named, number=number)
    return _numbered(lexicon, text, document)


def _take_number(text: str, document: Document) -> bool:
    so = SO.match(text, document.end)
    begin = so.end() if so else skip(text, document.end)
    if begin == document.end:
        return False
    number = read_number(text, begin, bare=True)
    if number is None or (not so and number.kind == "" and not number.year and "/" not in number.canonical and "-" not in number.canonical):
        return False
    if Warn.INCOMPLETE_NUMBER in number.warnings and not _bare_is_number(text, number, said=so is not None):
        return False
    document.number, document.end = number, number.end
    return True


def _bare_is_number(text: str, number: Number, *, said: bool) -> bool:
    """«Nghị định 61/2018» and «Quyết định số 12 ngày …» are numbers; «Báo cáo số 3 năm» and «Kế hoạch 2025» are not."""
    return bool(number.year) or (said and _ON.match(text, number.end) is not None)


def _take_number_after_issuer(text: str, document: Document) -> bool:
    found = _BY_ISSUER.match(text, document.end)
    number = read_number(text, found.end()) if found else None
    if found is None or number is None:
        return False
    document.issuer = " ".join(found["issuer"].split())
    document.number, document.end = number, number.end
    return True


def read_plural(text: str, at: int) -> tuple[str, str | None, int] | None:
    """«các Nghị định của Chính phủ: Số …»: type and issuer said once, and where the first number stands."""
    word = TYPE_WORD.match(text, at)
    colon = _COLON.match(text, word.end()) if word else None
    if word is None or colon is None:
        return None
    return type_named(word[0]), colon["issuer"], colon.end()


def _numbered(lexicon: Lexicon, text: str, document: Document) -> Document:
    assert document.number is not None  # noqa: S101 - callers have just read it
    document.warnings |= set(document.number.warnings)
    if mismatch(document.kind, document.number):
        document.warnings.add(Warn.TYPE_SYMBOL_MISMATCH)
    if document.kind in NAMED_TYPES and document.name is None:
        begin = skip(text, document.end)
        known = lexicon.match(document.kind, text, begin) if begin > document.end else None
        if known:
            document.name, document.end = known
    return _with_tail(text, document)


def _named(lexicon: Lexicon, text: str, document: Document) -> Document | None:
    """A law cited by its name, with or without its number after it."""
    begin = skip(text, document.end)
    if document.kind == "Hiến pháp":
        if country := _COUNTRY.match(text, document.end):
            document.end = country.end()
        return _with_tail(text, document)
    if begin == document.end:
        return None
    if amending := read_amending(lexicon, text, document, begin):
        return amending
    name = read_name(lexicon, document.kind, text, begin)
    if name is None:
        return None
    document.name, document.end = name
    if _take_number(text, document):
        return _numbered(lexicon, text, document)
    return _with_tail(text, document)


def _with_tail(text: str, document: Document) -> Document:
    """Date and issuer that follow, in either order, and the day of effect."""
    for _ in range(3):
        if document.date is None and (day := _day(text, document.end)):
            _set_date(document, day)
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
    year_at = skip(text, at)
    return read_year(text, year_at) if year_at > at else None


def _set_date(document: Document, day: Day) -> None:
    document.date, document.date_at, document.end = day.iso, document.end, day.end
    if day.iso is None:
        document.warnings.add(Warn.BAD_DATE)


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
    _with_tail(text, document)
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
    if _take_number(text, one) and one.number:
        one.warnings |= set(one.number.warnings)
    elif name and (year := _own_year(text, one.end)):
        _set_date(one, year)
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
    if _take_number(text, document):
        assert document.number is not None  # noqa: S101 - just read
        document.warnings |= set(document.number.warnings)
    return _with_tail(text, document)
