"""Whom a name or a short number means: the text's own memory first, then a register of documents if one is given."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from motcua.legal.citations.choices import Warn
from motcua.legal.citations.rules.document import Document
from motcua.legal.citations.rules.found import Found
from motcua.legal.citations.rules.names import Lexicon
from motcua.legal.citations.rules.numbers import Number


@dataclass(frozen=True, slots=True)
class Known:
    """A document a register knows."""

    kind: str
    number: str
    name: str | None = None
    date: str | None = None
    issuer: str | None = None


class Register(Protocol):
    """Where documents are looked up; each answer may be None. `on`: the day of the citing text."""

    def prepare(self, numbers: frozenset[str], kinds: frozenset[str]) -> None:
        """Told once a text, before the questions: all numbers it cites, and the kinds it cites by name alone."""

    def by_number(self, kind: str, number: str, issuer: str | None, on: date | None) -> Known | None:
        """The document of this number; numbers of two issuers may be the same."""

    def by_name(self, kind: str, name: str, dated: str | None, on: date | None) -> Known | None:
        """The law of this name: of the date or year said, else the version in force on the day."""

    def by_alias(self, alias: str, on: date | None) -> Known | None:
        """The law a short name stands for («BLTTDS»)."""


@dataclass(frozen=True, slots=True)
class Citing:
    """The citing text: its day and its issuer settle names and relative issuers («UBND thành phố»)."""

    on: date | None = None
    issuer: str | None = None


def resolve(found: list[Found], lexicon: Lexicon, register: Register | None, citing: Citing) -> None:
    """Fill what the words leave out: from the first full citation, then from the register."""
    if register is not None:
        _announce(found, register)
    memory: dict[str, Document] = {}
    for one in found:
        document = one.document
        if document is None or document.is_self:
            continue
        if document.name and document.kind:
            document.name = lexicon.spelled(document.kind, document.name)
        if citing.issuer and document.issuer:
            document.issuer = _whole_issuer(document.issuer, citing.issuer)
        _remember(memory, one, document)
        if register is not None:
            _look_up(one, document, register, citing)


def _announce(found: list[Found], register: Register) -> None:
    """All a text asks for in one go, so that a register can read its rows at once."""
    cited = [one.document for one in found if one.document is not None and not one.document.is_self]
    register.prepare(
        frozenset(document.number.canonical for document in cited if document.number),
        frozenset(document.kind for document in cited if document.number is None and document.name),
    )


def _whole_issuer(said: str, own: str) -> str:
    """«UBND thành phố» in a text of UBND thành phố Tam Kỳ is that one."""
    short, whole = _spelled_out(said), _spelled_out(own)
    relative = short.split()[-1] in {"tỉnh", "phố", "huyện", "xã", "phường", "quận", "trấn"}
    return own if relative and whole.lower().startswith(short.lower() + " ") else said


def _spelled_out(issuer: str) -> str:
    return issuer.replace("UBND", "Ủy ban nhân dân").replace("Uỷ ban", "Ủy ban").replace("HĐND", "Hội đồng nhân dân")


def _remember(memory: dict[str, Document], one: Found, document: Document) -> None:
    """Fill a short citation from the full one before it, and keep the full one for those to come."""
    number = document.number
    keys = [number.key, *_shorter(number, document.kind)] if number else []
    if number and Warn.INCOMPLETE_NUMBER in number.warnings:
        keys = [f"{number.key}~{document.kind}"]
    elif not number and document.name and (document.date is None or len(document.date) == 4):
        keys = [f"{document.kind} {document.name} {document.date or ''}".strip().lower()]
    elif document.is_bare:
        keys = [f"the {document.kind}"]
    full = next((memory[key] for key in keys if key in memory and _may_be(document, memory[key])), None)
    if full is not None and full is not document:
        _fill(one, document, full)
    if (document.number or document.name) and not one.is_nested and not document.is_bare:
        _remember_bare(memory, document)
    if full is not None:
        return
    if document.name and number and not one.is_nested:
        keys.append(f"{document.kind} {document.name}".lower())
        if document.year:
            keys.append(f"{document.kind} {document.name} {document.year}".lower())
    for key in keys:
        memory.setdefault(key, document)


def _remember_bare(memory: dict[str, Document], document: Document) -> None:
    """«của Luật» means the one law cited so far; where there are two, nobody can say which."""
    key = f"the {document.kind}"
    known = memory.setdefault(key, document)
    same = known.name == document.name if known.name and document.name else known.number == document.number
    if not same:
        memory[key] = Document(document.start, document.end)


def _may_be(document: Document, full: Document) -> bool:
    """A number is no identity: another issuer, kind or date is another document."""
    if document.kind != full.kind or (document.issuer and full.issuer and document.issuer != full.issuer):
        return False
    return not (document.date and full.date) or full.date.startswith(document.date)


def _shorter(number: Number, kind: str) -> list[str]:
    """How later citations shorten a number: «Nghị định 61/2018», «Nghị định 61»."""
    head, *rest = number.key.split("/")
    return [f"{head}/{number.year}~{kind}", f"{head}~{kind}"] if number.year and rest else []


def _fill(one: Found, document: Document, full: Document) -> None:
    incomplete = document.number is None or Warn.INCOMPLETE_NUMBER in document.number.warnings
    if incomplete and full.number and Warn.INCOMPLETE_NUMBER not in full.number.warnings:
        document.written = document.written or (document.number.canonical if document.number else None)
        document.number = replace(full.number, warnings=())
        one.warnings.discard(Warn.INCOMPLETE_NUMBER)
    document.date = full.date if document.date is None or len(document.date) == 4 else document.date
    document.date = document.date or full.date
    document.issuer = document.issuer or full.issuer
    document.name = document.name or full.name


def _look_up(one: Found, document: Document, register: Register, citing: Citing) -> None:
    known: Known | None = None
    if document.number:
        known = register.by_number(document.kind, document.number.canonical, document.issuer, citing.on)
    elif document.written:
        known = register.by_alias(document.written, citing.on)
    if known is None and document.number is None and document.name:
        known = register.by_name(document.kind, document.name, document.date, citing.on)
    if known is None:
        return
    if document.number is None or Warn.INCOMPLETE_NUMBER in document.number.warnings:
        document.number = Number(document.start, document.end, known.number, None, "", strong=True)
        one.warnings.discard(Warn.INCOMPLETE_NUMBER)
    one.warnings.discard(Warn.AMBIGUOUS_NUMBER)
    document.name = document.name or known.name
    document.date = known.date if document.date is None or len(document.date) == 4 else document.date
    document.issuer = document.issuer or known.issuer
