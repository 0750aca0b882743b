"""One text read: its citations with the documents and provisions meant, and the changes of words it orders."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import CitedDocument, Citing, Reference, references
from motcua.legal.lawbase.models import DocumentVersion, LegalDocument
from motcua.legal.lawbase.queries.cited import RegisterRows
from motcua.legal.lawbase.rules.amendments import Change, Pointed, Unread, changes
from motcua.legal.lawbase.rules.bearings import Cited
from motcua.legal.lawbase.rules.own_days import Named, own_days
from motcua.legal.lawbase.rules.places import own_root, place
from motcua.legal.lawbase.rules.structure import Tree, parse
from motcua.legal.lawbase.rules.text import clean, quoted_lines

MOST_PLACES = 50
_QUOTE = re.compile(r"“[^“”]*”")
_ID = re.compile(r"[a-z]+(?:-[a-z0-9.]+)+(?:/[a-z]+(?:-[a-z0-9.]+)+)*")
_NOTHING = re.compile(r"(?:[\s,;.]|và)*")
_SOME = re.compile(r"(?:một số|một phần)\s[^.;:\n]*$", re.IGNORECASE)
_ADDED = re.compile(r"(?<![,\w] )(?<!và )bổ sung\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about documents; `days`: its own provisions that begin on another day than the whole."""

    cited: tuple[Cited, ...]
    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    days: Mapping[str, date] = field(default_factory=dict)


def reading(document: LegalDocument, version: DocumentVersion) -> Reading:
    """Read a text against the register: two statements, however much it cites."""
    text, plain = version.text, clean(version.text)
    reader = _Reader(document, text)
    ordered = reader if plain == text else _Reader(document, plain)
    found, unread = changes(ordered.tree, ordered.pointed())
    return Reading(tuple(reader.cited()), tuple(found), tuple(unread), own_days(plain, ordered.named()))


def cited_in(
    document: LegalDocument, days: Mapping[date, Sequence[tuple[str, str]]]
) -> Iterator[tuple[date, list[Cited]]]:
    """Citations of the words of some provisions, given as (id, words), as of their days; two statements in all.

    Places count in all words of a day one after another; which provisions of this text there are is not asked.
    """
    rows = RegisterRows(lexicon().aliases)
    if len(days) > 1:
        everything = [one for pieces in days.values() for one in pieces]
        _Reader(document, _joined(everything), everything, on=max(days), rows=rows)
    for on, pieces in days.items():
        yield on, _Reader(document, _joined(pieces), pieces, on=on, rows=rows).cited()


def _joined(pieces: Sequence[tuple[str, str]]) -> str:
    return "".join(words for _, words in pieces)


def provisions_named(words: str) -> tuple[str, ...] | None:
    """Ids of the provisions somebody wrote («khoản 1 Điều 2, Điều 5»), or ids as they are; None: not understood."""
    given = words.replace(",", " ").split()
    if given and all(_ID.fullmatch(one) for one in given):
        return tuple(given)
    found = references(clean(words), lexicon())
    rest = clean(words)
    for one in reversed(found):
        rest = rest[: one.start] + rest[one.end :]
    ids = [place(path) for one in found if isinstance(one.document, str) for path in one.paths]
    if not _NOTHING.fullmatch(rest) or not all(ids):
        return None
    return tuple(dict.fromkeys(one for one in ids if one))


class _Reader:
    """One text, its tree, its references."""

    def __init__(
        self,
        document: LegalDocument,
        text: str,
        pieces: Sequence[tuple[str, str]] = (),
        *,
        on: date | None = None,
        rows: RegisterRows | None = None,
    ) -> None:
        words = lexicon()
        self.document, self.text = document, text
        self.on: date | None = on or document.issued_on or document.effective_on
        self.rows = rows or RegisterRows(words.aliases)
        citing = Citing(on=self.on, issuer=document.issuer)
        self.found = references(text, words, register=self.rows, citing=citing)
        self.tree: Tree = parse(text)
        units = sorted(self.tree.walk(), key=lambda unit: unit.start)
        self.origins = [unit.id for unit in units]
        self.starts = [unit.start for unit in units]
        if pieces:
            self.origins = [key for key, _ in pieces]
            self.starts = list(accumulate((len(words) for _, words in pieces[:-1]), initial=0))
        self.ids = None if pieces else set(self.origins)
        self.quotes = sorted([*quoted_lines(text), *((one.start(), one.end()) for one in _QUOTE.finditer(text))])

    def cited(self) -> list[Cited]:
        """Every reference but the text's own number."""
        return [self._cited(one) for one in self.found if one.relation != "self"]

    def pointed(self) -> list[Pointed]:
        """References outside quotations, as the amending rules want them."""
        outside = [one for one in self.found if not self._is_quoted(one.start)]
        return sorted(map(self._pointed, outside), key=lambda one: (one.start, one.end))

    def named(self) -> list[Named]:
        """Every reference outside quotations with the provisions of this text it names."""
        outside = [one for one in self.found if not self._is_quoted(one.start)]
        return sorted(map(self._named, outside), key=lambda one: (one.start, one.end))

    def _named(self, one: Reference) -> Named:
        cited = self._cited(one)
        known = cited.standing == "self" and len(cited.places) == len(one.paths)
        return Named(one.start, one.end, cited.places if known else ())

    def _cited(self, one: Reference) -> Cited:
        target, standing = self._target(one.document)
        origin = self._origin(one.start)
        places: list[str | None] = []
        if standing == "self" and not self._is_quoted(one.start):
            document = one.document if isinstance(one.document, str) else ""
            root = own_root(document, document_type=self.document.type, origin=origin)
            places = [place(path, origin=origin, root=root) for path in one.paths[:MOST_PLACES]]
            places = [found for found in places if self.ids is None or found in self.ids]
        elif standing != "self":
            root = "kem-theo" if one.attached else ""
            places = [place(path, root=root) for path in one.paths[:MOST_PLACES]]
        named = one.document if isinstance(one.document, CitedDocument) else None
        return Cited(
            start=one.start, end=one.end, words=one.text[:500], origin=origin, relation=one.relation,
            name=_name(named) if named else "", number=(named.number or "") if named else "", target=target,
            standing=standing, places=tuple(found for found in places if found), is_whole=self._is_whole(one),
            is_added=_ADDED.search(self.text[max(0, one.start - 24) : one.start]) is not None,
        )  # fmt: skip

    def _is_whole(self, one: Reference) -> bool:
        """The whole document, not «bãi bỏ một số quy định của …»: which ones, others of the text say or nobody."""
        before = self.text[max(0, one.start - 60) : one.start]
        return one.paths == ("*",) and not (one.relation == "repeal" and _SOME.search(before))

    def _pointed(self, one: Reference) -> Pointed:
        target, standing = self._target(one.document)
        root = "kem-theo" if one.attached else ""
        return Pointed(one.start, one.end, target, one.paths, is_self=standing == "self", root=root)

    def _target(self, document: CitedDocument | str) -> tuple[str | None, str]:
        if isinstance(document, str):
            return None, "self"
        row, standing = self.rows.found(document, self.on)
        if row is not None and row.id == self.document.pk:
            return None, "self"
        return str(row.id) if row else None, standing

    def _origin(self, at: int) -> str:
        index = bisect_right(self.starts, at) - 1
        return self.origins[index] if index >= 0 else ""

    def _is_quoted(self, at: int) -> bool:
        """Within quoted words: they speak for another text. Quotations overlap at most once, so two are looked at."""
        index = bisect_right(self.quotes, (at, len(self.text) + 1)) - 1
        return any(start <= at < end for start, end in self.quotes[max(0, index - 40) : index + 1])


def _name(document: CitedDocument) -> str:
    named = f"{document.type} số {document.number}" if document.number else f"{document.type} {document.name or ''}"
    day = f" ngày {document.date}" if document.date and not document.number else ""
    return f"{named}{day}".strip()[:500]
