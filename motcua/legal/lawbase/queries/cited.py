"""The register as the citation parser asks it («tra cứu văn bản được viện dẫn»): a text's rows are read at once.

A number is no identity: where two documents fit what the text says, neither is meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import Q

from motcua.base.vn.rules import fold
from motcua.legal.citations.rules import CitedDocument, Known
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules.identity import matches, number_key, type_from_number
from motcua.legal.lawbase.rules.issuers import issuer_words
from motcua.legal.lawbase.rules.text import latin

MOST_NUMBERS = 1500
_RELATIVE = (["tinh"], ["pho"], ["huyen"], ["quan"], ["tran"], ["phuong"], ["xa"])
_COLUMNS = ("id", "slug", "type", "number", "number_key", "title", "issuer", "issued_on", "effective_on", "ended_on")
Standing = Literal["known", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Row:
    """What a look-up needs of a document."""

    id: UUID
    slug: str
    type: str
    number: str
    number_key: str
    title: str
    issuer: str
    issued_on: date | None
    effective_on: date | None
    ended_on: date | None

    @property
    def begins(self) -> date | None:
        """Its first day."""
        return self.effective_on or self.issued_on

    def known(self) -> Known:
        """The same in the parser's words; a law's name without its kind."""
        name = self.title.removeprefix(f"{self.type} ") if self.title.startswith(f"{self.type} ") else None
        return Known(self.type, self.number, name, self.issued_on.isoformat() if self.issued_on else None, self.issuer)


class RegisterRows:
    """A `Register` for the texts of one page; at most two statements in `prepare`, none for what it has read."""

    def __init__(self, aliases: Mapping[str, tuple[str, str]]) -> None:
        self._aliases = aliases
        self._asked: set[str] = set()
        self._kinds: frozenset[str] = frozenset()
        self._rows: list[Row] = []
        self._of_kinds: list[Row] = []
        self._by_key: dict[str, list[Row]] = {}
        self._named: dict[tuple[str, str], list[Row]] = {}

    def prepare(self, numbers: frozenset[str], kinds: frozenset[str]) -> None:
        """Read every document with one of the numbers, and every document of the kinds, for their names."""
        asked = sorted({key for key in map(number_key, numbers) if key and key not in self._asked})[:MOST_NUMBERS]
        if not asked and kinds <= self._kinds:
            return
        if asked:
            wanted = Q(number_key__in=asked)
            for key in [key for key in asked if _is_short(key)][:50]:
                wanted |= Q(number_key__startswith=f"{key}/") | Q(number_key__startswith=f"{key}-")
            self._rows = list({row.id: row for row in [*self._rows, *_read(wanted)]}.values())
        if new := kinds - self._kinds:
            self._of_kinds += _read(Q(type__in=sorted(new)))
        self._asked, self._kinds = self._asked | set(asked), self._kinds | kinds
        self._by_key = {}
        for row in {row.id: row for row in [*self._rows, *self._of_kinds]}.values():
            self._by_key.setdefault(row.number_key, []).append(row)
        self._named = {}
        for row in self._of_kinds:
            for name in {fold(latin(row.title)), fold(latin(f"{row.type} {row.title}"))}:
                self._named.setdefault((row.type, name), []).append(row)

    def by_number(self, kind: str, number: str, issuer: str | None, on: date | None) -> Known | None:  # noqa: ARG002
        """The document of this number, kind and issuer, when it is the only one."""
        found = self._numbered(kind, number, issuer, None)
        return found[0].known() if len(found) == 1 else None

    def by_name(self, kind: str, name: str, dated: str | None, on: date | None) -> Known | None:
        """The law of this name: of the date or year said, else the one in force on the day."""
        found = self._by_name(kind, name, dated, on)
        return found[0].known() if len(found) == 1 else None

    def by_alias(self, alias: str, on: date | None) -> Known | None:
        """The law a short name stands for."""
        meant = self._aliases.get(alias)
        return self.by_name(*meant, None, on) if meant else None

    def found(self, cited: CitedDocument, on: date | None) -> tuple[Row | None, Standing]:
        """The row a finished citation means; None with «ambiguous» when several fit, «unknown» when none does."""
        if cited.number:
            rows = self._numbered(cited.type, cited.number, cited.issuer, cited.date)
        else:
            rows = self._by_name(cited.type, cited.name or "", cited.date, on)
        if len(rows) == 1:
            return rows[0], "known"
        return None, "ambiguous" if rows else "unknown"

    def _numbered(self, kind: str, number: str, issuer: str | None, dated: str | None) -> list[Row]:
        key = number_key(number)
        rows = self._by_key.get(key, [])
        if not rows and key and _is_short(key):
            rows = [row for row in self._rows if matches(key, row.number_key)]
        kinds = {kind, type_from_number(number)} if kind not in {"Văn bản", ""} else {row.type for row in rows}
        rows = [row for row in rows if row.type == kind] or [row for row in rows if row.type in kinds]
        if issuer:
            rows = [row for row in rows if _same_issuer(issuer, row.issuer)]
        if dated:
            rows = [row for row in rows if row.issued_on is None or row.issued_on.isoformat().startswith(dated)]
        return rows

    def _by_name(self, kind: str, name: str, dated: str | None, on: date | None) -> list[Row]:
        rows = self._named.get((kind, fold(latin(f"{kind} {name}"))), [])
        if dated:
            return [row for row in rows if row.issued_on and row.issued_on.isoformat().startswith(dated)]
        if on is None or len(rows) < 2:
            return rows if on is None else [row for row in rows if row.begins is None or row.begins <= on]
        begun = [(row.begins, row) for row in rows if row.begins and row.begins <= on]
        last = max((day for day, _ in begun), default=None)
        return [row for day, row in begun if day == last]


def _same_issuer(said: str, kept: str) -> bool:
    """«UBND thành phố» leaves open which one; where it stands for one row only, it is that."""
    words, whole = issuer_words(said), issuer_words(kept)
    return words == whole or (words.split()[-1:] in _RELATIVE and whole.startswith(f"{words} "))


def _is_short(key: str) -> bool:
    """«61/2018» and «61»: a number without its symbol."""
    return key.replace("/", "").isdigit()


def _read(wanted: Q) -> list[Row]:
    return [Row(*values) for values in LegalDocument.objects.filter(wanted).order_by("id").values_list(*_COLUMNS)]
