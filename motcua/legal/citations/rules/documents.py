"""Documents: «Nghị định số 30/2020/NĐ-CP ngày … của …», «Luật Đất đai năm 2013», «BLTTDS», «Thông tư này»."""

import re
from dataclasses import replace

from motcua.legal.citations.choices import NAMED_TYPES, SELF_TYPES, Warn
from motcua.legal.citations.rules.amending import read_amending
from motcua.legal.citations.rules.document import SO, Document, complete, take_number, with_tail
from motcua.legal.citations.rules.names import Lexicon, read_name
from motcua.legal.citations.rules.numbers import mismatch, read_number, usual_type
from motcua.legal.citations.rules.words import (
    GAP,
    MUST,
    SHORT_TYPE_WORD,
    TYPE,
    TYPE_WORD,
    UPPER,
    either_case,
    skip,
    type_named,
)

_THIS = re.compile(rf"{GAP}(?:này|nầy|NÀY)(?!\w)")
_BY_ISSUER = re.compile(
    rf"{MUST}của{MUST}(?!{TYPE})(?P<issuer>[{UPPER}](?:(?!{MUST}(?:{TYPE}|quy{MUST}định|theo{MUST}))[^,.;:()\n]){{2,60}}?){MUST}số{GAP}:?{GAP}(?=\d)"
)
_COLON = re.compile(
    rf"(?:{MUST}của{MUST}(?P<issuer>[{UPPER}][^,.;:()\n]{{2,60}}?))?{GAP}"
    rf"(?:(?:sau(?:{MUST}đây)?)?{GAP}:{GAP}(?=[Ss]ố{MUST}?\d)|(?<= )(?P<each>số{GAP}:){GAP}(?=\d))"
)
_AFTER_BARE = (
    r"(?:"
    r"của|và|hoặc|hay|là|thì|mà|được|đã|bị|có|không|phải|nêu|nói|để|khi|cho|với|chỉ|trên|do|đối|bao|gồm|trong|"
    r"nhưng|theo|trước|sau|từ|đến|nếu|vào|tại|bằng|như|còn|cũng|sẽ|nhằm|vì|trừ|tuy|bởi|ở|quy|đang|vẫn"
    r")"
)
_ALONE = re.compile(rf"{GAP}(?:$|[.,;:)\]”\"(\n]|{_AFTER_BARE}(?!\w))")
_NAMES = re.compile(
    rf"(?P<kind>{either_case('Bộ luật')}|{either_case('Luật')}|{either_case('Pháp lệnh')}){GAP}:{GAP}(?=[{UPPER}])"
)
_NAMES_JOIN = re.compile(rf"{GAP}(?:[,;]{GAP}(?:và{MUST})?|và{MUST})")
_MOST_NAMES = 100
_LINE_ENDS = re.compile(r"[ ]*\n")
_TREATY = re.compile(
    rf"(?P<kind>Công{MUST}ước|Hiệp{MUST}định|Hiệp{MUST}ước|Nghị{MUST}định{MUST}thư|Hiến{MUST}chương)(?!\w)"
    rf"(?:{MUST}(?P<name>[{UPPER}][^,.;:()\n]{{0,80}}?)(?=$|{GAP}[,.;:()\n]|{MUST}(?:năm|ngày|về|và|hoặc|được|có|thì|quy)(?!\w)))?"
)
_SHORT_NUMBER = re.compile(r"\d{1,4}[a-zđ]?")
_SHARED = re.compile(
    rf"(?P<kind>{TYPE}){MUST}(?:số{MUST})?(?P<list>\d{{1,4}}[a-zđ]?(?:{GAP},{GAP}\d{{1,4}}[a-zđ]?){{0,30}})"
    rf"{GAP}(?:,{GAP}|và{MUST})(?=\d{{1,4}}[a-zđ]?/(?:19|20)\d\d/)"
)
_OF_TWO_OFFICES = re.compile(r"\d+[a-z]?/(?!(?:SY|SL|TrS)-)[A-ZĐ][\wĐđ]+-[A-ZĐ][\wĐđ&,.-]+")
_ABOVE = re.compile(rf"{MUST}(?:đã{MUST})?(?:nêu|nói|dẫn){MUST}(?:trên|ở{MUST}trên)(?!\w)")
_BASED = re.compile(rf"CĂN{MUST}CỨ{MUST}$")
_SHORT = {"Luật", "Bộ luật", "Pháp lệnh"}
"""Kinds a later text calls by the type word alone («khoản 3 Điều 45 của Luật»)."""
_COUNTRY = re.compile(rf"{MUST}nước{MUST}Cộng{MUST}h(?:òa|oà){MUST}xã{MUST}hội{MUST}chủ{MUST}nghĩa{MUST}Việt{MUST}Nam")


def read_document(lexicon: Lexicon, text: str, at: int, *, after_target: bool = False) -> Document | None:
    """The document whose words begin here, with date and issuer; `after_target`: a provision of it stands before."""
    alias = lexicon.alias_pattern.match(text, at) if lexicon.alias_pattern else None
    if alias:
        kind, name = lexicon.aliases[" ".join(alias[0].split())]
        return with_tail(text, Document(at, alias.end(), kind, name=name, written=alias[0]))
    word = TYPE_WORD.match(text, at) or SHORT_TYPE_WORD.match(text, at)
    if word is None:
        return _treaty(text, at) if after_target else None
    kind, capital = type_named(word[0]), word[0][0].isupper()
    if this := _THIS.match(text, word.end()):
        allowed = kind in SELF_TYPES and (capital or after_target)
        return Document(at, this.end(), kind, self_kind=kind, capital=capital) if allowed else None
    document = Document(at, word.end(), kind, capital=capital)
    if take_number(text, document, lenient=after_target) or _take_number_after_issuer(text, document):
        return complete(lexicon, text, document)
    return _without_number(lexicon, text, document, word[0], after_target=after_target)


def _without_number(
    lexicon: Lexicon, text: str, document: Document, word: str, *, after_target: bool
) -> Document | None:
    """A law by its name, or by its type word alone behind a provision («khoản 3 Điều 45 của Luật»)."""
    if word.isupper():
        return _in_capitals(lexicon, text, document, after_target=after_target)
    if after_target and (above := _ABOVE.match(text, document.end)):
        document.is_bare, document.end = True, above.end()
        return document
    if document.kind not in NAMED_TYPES or not (document.capital or after_target):
        return None
    short = after_target and document.capital and document.kind in _SHORT
    document.is_bare = short and _ALONE.match(text, document.end) is not None
    named = None if document.is_bare else _named(lexicon, text, document)
    document.is_bare = document.is_bare or (
        short and named is None and _LINE_ENDS.match(text, document.end) is not None
    )
    return document if document.is_bare else named


def _in_capitals(lexicon: Lexicon, text: str, document: Document, *, after_target: bool) -> Document | None:
    """«ĐIỀU 5 LUẬT HỘ TỊCH», «CĂN CỨ LUẬT HỘ TỊCH»: in capitals only a known name counts.

    Neither does a title of its own («LUẬT HỘ TỊCH») that nothing before and no number or day behind makes a citation.
    """
    begin = skip(text, document.end)
    known = lexicon.match(document.kind, text, begin) if begin > document.end else None
    if known is None or not (after_target or _BASED.search(text[max(0, document.start - 12) : document.start])):
        return None
    document.name, document.end = known
    return complete(lexicon, text, document) if take_number(text, document) else with_tail(text, document)


def numbered_alone(lexicon: Lexicon, text: str, at: int, kind: str | None, *, header: bool = False) -> Document | None:
    """A number without a type word («số 61/2018/NĐ-CP»): its type is the list's or the symbol's.

    `header`: the text's own number; a symbol of two offices is a letter's («Số: 123/UBND-NC»).
    """
    so = SO.match(text, at)
    number = read_number(text, so.end() if so else at)
    if number is None:
        return None
    listed = kind if kind and not mismatch(kind, number) else None
    named = listed or usual_type(number) or ("Luật" if number.strong else None)
    if header and named is None and _OF_TWO_OFFICES.fullmatch(number.canonical):
        named, kind = "Công văn", "Công văn"
    if named is None or not (number.strong or (so and kind)):
        return None
    document = Document(at, number.end, named, number=number)
    return complete(lexicon, text, document)


def _treaty(text: str, at: int) -> Document | None:
    """A treaty whose provision is cited («Điều 15 Công ước Viên năm 1963»): no article of the citing text."""
    found = _TREATY.match(text, at)
    if found is None:
        return None
    name = " ".join(found["name"].split()) if found["name"] else None
    return with_tail(text, Document(at, found.end(), " ".join(found["kind"].split()), name=name))


def read_shared(lexicon: Lexicon, text: str, at: int) -> list[Document]:
    """«các Thông tư số 01, 02 và 03/…»: year and symbol said once, at the last; empty where it is no such list."""
    found = _SHARED.match(text, at)
    last = read_number(text, found.end()) if found else None
    if found is None or last is None or not last.strong or not last.year:
        return []
    kind = type_named(found["kind"])
    rest = last.canonical[last.canonical.index("/") :]
    documents: list[Document] = []
    for short in _SHORT_NUMBER.finditer(text, found.start("list"), found.end("list")):
        number = replace(last, start=short.start(), end=short.end(), canonical=short[0] + rest, warnings=())
        begin = short.start() if documents else at
        one = Document(begin, short.end(), kind, number=number, warnings={*last.warnings, Warn.REPAIRED})
        documents.append(one)
    whole = Document(last.start, last.end, kind, number=last)
    return [*documents, complete(lexicon, text, whole)]


def _take_number_after_issuer(text: str, document: Document) -> bool:
    found = _BY_ISSUER.match(text, document.end)
    number = read_number(text, found.end()) if found else None
    if found is None or number is None:
        return False
    document.issuer = " ".join(found["issuer"].split())
    document.number, document.end = number, number.end
    return True


def read_names(lexicon: Lexicon, text: str, at: int) -> list[Document]:
    """«các Luật: Hộ tịch ngày …; Nuôi con nuôi ngày …»: the type word said once, known names after it."""
    opening = _NAMES.match(text, at)
    documents: list[Document] = []
    begin = opening.end() if opening else -1
    while opening and len(documents) < _MOST_NAMES:
        kind = type_named(opening["kind"])
        known = lexicon.match(kind, text, begin)
        if known is None:
            break
        document = Document(begin, known[1], kind, name=known[0])
        documents.append(
            complete(lexicon, text, document) if take_number(text, document) else with_tail(text, document)
        )
        if (joined := _NAMES_JOIN.match(text, document.end)) is None:
            break
        begin = joined.end()
    return documents


def read_plural(text: str, at: int) -> tuple[str, str | None, int] | None:
    """«các Nghị định của Chính phủ: Số …»: type and issuer said once, and where the first number stands."""
    word = TYPE_WORD.match(text, at)
    colon = _COLON.match(text, word.end()) if word else None
    if word is None or colon is None or (colon["each"] and not text[max(0, at - 4) : at].lower().startswith("các")):
        return None
    return type_named(word[0]), colon["issuer"], colon.end()


def _named(lexicon: Lexicon, text: str, document: Document) -> Document | None:
    """A law cited by its name, with or without its number after it."""
    begin = skip(text, document.end)
    if document.kind == "Hiến pháp":
        if country := _COUNTRY.match(text, document.end):
            document.end = country.end()
        return with_tail(text, document)
    if begin == document.end:
        return None
    if amending := read_amending(lexicon, text, document, begin):
        return amending
    name = read_name(lexicon, document.kind, text, begin, new_line="\n" in text[document.end : begin])
    if name is None:
        return None
    document.name, document.end = name
    if take_number(text, document):
        return complete(lexicon, text, document)
    return with_tail(text, document)
