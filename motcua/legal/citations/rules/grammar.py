"""The scanner: one pass over the cleaned text; at each word that may open a citation the grammar is tried once.

citation = targets [«của»] document | document | targets; what cannot be read is passed over, never tried again.
"""

import re

from motcua.legal.citations.choices import ATTACHED_TYPES, TYPES, Level, Relation
from motcua.legal.citations.rules.attachment import paths
from motcua.legal.citations.rules.codex import give_back_date, take_title_date
from motcua.legal.citations.rules.documents import numbered_alone, read_document, read_names, read_plural, read_shared
from motcua.legal.citations.rules.found import Found
from motcua.legal.citations.rules.names import Lexicon
from motcua.legal.citations.rules.plain import read_plain
from motcua.legal.citations.rules.targets import Target, read_targets
from motcua.legal.citations.rules.units import UNIT, Unit
from motcua.legal.citations.rules.words import (
    GAP,
    MUST,
    SHORT_TYPE,
    TYPE,
    goes_on_with,
    is_heading,
    one_of,
    starts_line,
    word_before,
)

_UNIT_PLAIN = re.sub(r"\?P<\w+>", "?:", UNIT.pattern)
_ANCHOR = (
    rf"\b(?:(?P<type>{TYPE}|{SHORT_TYPE})|(?P<unit>(?:[Tt]ừ{MUST})?(?:(?:[Cc]ác|[Nn]hững){MUST})?{_UNIT_PLAIN})|"
    rf"(?P<number>(?:[Ss]ố|SỐ)(?:{GAP}(?:hiệu|:))?{GAP}(?=\d)|(?=\d{{1,5}}(?:\.\d{{1,3}}|\.(?=[a-zđ]/))?[a-zđ]?"
    r"(?:\s?/\s?(?:19|20)\d\d)?\s?[/–-]\s?[A-ZĐa-z])(?<![\d/.,:–-]))"
)
_ATTACHED = rf"(?:được{MUST})?(?:(?:ban{MUST}hành{MUST})?kèm{MUST}theo|đính{MUST}kèm(?:{MUST}theo)?)"
_EXCEPT = rf"(?:{GAP}\((?:ngoại{MUST})?trừ{MUST}[^()\n]{{1,160}}\))?"
_TO_DOCUMENT = re.compile(
    rf"{_EXCEPT}{GAP}(?:,{GAP})?(?:(?:{_ATTACHED}|của|CỦA|tại|trong|thuộc|ở){MUST})?(?:(?:các|cả){MUST})?"
)
_ANNEX_TITLE = re.compile(
    rf"{GAP}[-–:(]?{GAP}(?:(?!bằng{MUST}|[Pp]hụ{MUST}[Ll]ục|[Mm]ẫu{MUST})[^.;:()\n]){{3,160}}?\)?{MUST}{_ATTACHED}{MUST}(?={TYPE})"
)
_REGULATION = re.compile(
    rf"{GAP}(?:,{GAP})?(?:(?:của|tại|trong){MUST})?(?P<kind>{one_of(*ATTACHED_TYPES)})[^.;\n]{{0,200}}?{MUST}{_ATTACHED}{MUST}"
)
_SIGNPOSTS = {
    "tại",
    "theo",
    "ở",
    "các",
    "từ",
    "của",
    "và",
    "hoặc",
    "trừ",
    "vào",
    "định",
    "là",
    "nêu",
    "bỏ",
    "đổi",
    "sung",
    "thế",
    "đến",
    "",
}
_ISSUE_HEADER = re.compile(r"(?:Số|SỐ)\s*:")
_LINE_ENDS = re.compile(r"[ ]*\n")
_LIST_END = re.compile(r"[\n.](?=\s|$)")


_OPENS_DOCUMENT = (
    frozenset(",-–:(cCđĐtTởbBkKqQ") | {one[0] for one in (*TYPES, *ATTACHED_TYPES)} | {one[0].lower() for one in TYPES}
)
"""Letters and marks that may follow a provision where the document it belongs to comes next."""

_ROOM = 20_000
"""Paths that ranges may make in a short text; every four characters more allow one more."""


class Scanner:
    """One text being read; `found` grows in text order."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.lexicon, self.text = lexicon, text
        self.found: list[Found] = []
        self._list: tuple[str, str | None, int] | None = None
        self._title_date = -1
        self._room = _ROOM + len(text) // 4
        alias = lexicon.alias_pattern
        self._opens_document = _OPENS_DOCUMENT | {name[0] for name in lexicon.aliases}
        self._anchor = re.compile(f"{_ANCHOR}|(?P<alias>{alias.pattern}))" if alias else f"{_ANCHOR})")

    def run(self) -> list[Found]:
        """All references, inner ones of an amending law's name right after it."""
        at = 0
        while anchor := self._anchor.search(self.text, at):
            at = max(self._read(anchor), anchor.end(), anchor.start() + 1)
        return self.found

    def _read(self, anchor: re.Match[str]) -> int:
        """Read at the anchor; the place where the search goes on."""
        if anchor.lastgroup == "unit":
            return self._provision(anchor.start())
        if anchor.lastgroup == "number":
            return self._number(anchor)
        return self._document(anchor.start())

    def _document(self, at: int) -> int:
        if plural := read_plural(self.text, at):
            end = _LIST_END.search(self.text, plural[2], plural[2] + 2000)
            self._list = (plural[0], plural[1], end.start() if end else plural[2] + 2000)
            return plural[2]
        if shared := read_shared(self.lexicon, self.text, at) or read_names(self.lexicon, self.text, at):
            for one in shared:
                self._add(Found(one.start, one.end, one))
            return shared[-1].end
        document = read_document(self.lexicon, self.text, at)
        return self._add(Found(at, document.end, document)) if document else at

    def _number(self, anchor: re.Match[str]) -> int:
        at = anchor.start()
        header = bool(_ISSUE_HEADER.match(self.text, at)) and starts_line(self.text, at)
        kind, issuer = (None, None) if header else self._kind_of_list(at)
        document = numbered_alone(self.lexicon, self.text, at, kind, header=header)
        if document is None:
            return at
        document.issuer = document.issuer or issuer
        return self._add(Found(at, document.end, document, is_header=header))

    def _kind_of_list(self, at: int) -> tuple[str | None, str | None]:
        """The type (and issuer) a list has said once: «các Nghị định …: số …; số …», «Thông tư số A và số B»."""
        if self._list and at <= self._list[2]:
            return self._list[0], self._list[1]
        last = self.found[-1] if self.found else None
        if (
            last
            and last.document
            and last.document.number
            and at - last.end <= 300
            and "\n" not in self.text[last.end : at]
        ):
            return last.document.kind, None
        return None, None

    def _provision(self, at: int) -> int:
        if plain := read_plain(self.text, at):
            self._room -= 1
            return self._add(plain)
        targets = read_targets(self.text, at)
        if not targets:
            return at
        end = targets[-1].end
        found = Found(targets[0].start, end, None, targets)
        if not targets[-1].is_relative:
            self._attach(found)
        if found.document is None and (_is_noise(self.text, targets) or _fills_line(self.text, targets)):
            return end
        found.paths, found.warnings = paths(targets, document_named=found.document is not None, room=self._room)
        self._room -= len(found.paths)
        return self._add(found) if found.paths else end

    def _attach(self, found: Found) -> None:
        """The document that the targets belong to, «của» or «kèm theo» between."""
        if found.targets[-1].top < Level.FORM and not goes_on_with(self.text, found.end, self._opens_document):
            return
        if regulation := _REGULATION.match(self.text, found.end):
            document = read_document(self.lexicon, self.text, regulation.end(), after_target=True)
            if document:
                found.attached = " ".join(regulation["kind"].split())
        else:
            is_annex = found.targets[-1].top >= Level.FORM and "kèm" in self.text[found.end : found.end + 200]
            titled = _ANNEX_TITLE.match(self.text, found.end) if is_annex else None
            to = titled or _TO_DOCUMENT.match(self.text, found.end)
            document = read_document(self.lexicon, self.text, to.end(), after_target=True) if to else None
        if document and not is_heading(self.text, document.start):
            found.document, found.end = document, document.end

    def _add(self, found: Found) -> int:
        document = found.document
        self.found.append(found)
        if document is None:
            return found.end
        if self._title_date >= 0:
            give_back_date(document, self._title_date)
            found.end = min(found.end, document.end) if document.end > found.start else found.end
        self._title_date = max(
            self._title_date,
            take_title_date(self.text, document, in_note=self.text[found.start - 1 : found.start] == "("),
        )
        found.warnings |= document.warnings
        for inner in document.inner:
            nested = Found(inner.start, inner.end, inner, is_nested=True, relation=Relation.IN_TITLE)
            nested.warnings |= inner.warnings
            self.found.append(nested)
        return found.end


def _is_noise(text: str, targets: list[Target]) -> bool:
    """A provision without document that says too little: «Điều này» alone, «điểm a» of nothing, «mục 2», «phần 1»."""
    if len(targets) > 1 and not all(len(target.units) == 1 for target in targets):
        return False
    target = targets[0]
    if len(target.units) > 1:
        return False
    unit = target.units[target.lowest]
    return unit.this or not unit.ids or _says_too_little(text, unit)


def _fills_line(text: str, targets: list[Target]) -> bool:
    """Whether an article's number stands alone on its line, as old headings do («ĐIỀU 5», its title below)."""
    target = targets[0]
    if len(targets) > 1 or set(target.units) != {Level.ARTICLE} or not starts_line(text, target.start):
        return False
    return text[target.start : target.start + 4].isupper() or _LINE_ENDS.match(text, target.end) is not None


def _says_too_little(text: str, unit: Unit) -> bool:
    written = text[unit.start : unit.start + 1]
    if unit.level is Level.POINT:
        return not unit.ids[0][0].isalpha() or word_before(text, unit.start) not in _SIGNPOSTS
    if unit.level is Level.ARTICLE and written.islower():
        if len(unit.ids) > 1 and written == "c":
            return False
        return word_before(text, unit.start) not in _SIGNPOSTS
    return unit.level <= Level.ITEM or (unit.level in {Level.SECTION, Level.PART} and written.islower())
