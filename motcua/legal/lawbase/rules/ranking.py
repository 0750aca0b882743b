"""How search answers rank, and which words of them are shown marked: the same on every database."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from motcua.base.vn.rules import fold, nfc
from motcua.legal.lawbase.rules.text import searchable

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_PHRASE = re.compile(r'["“”]([^"“”]{2,200})["“”]')
_K, _B, _USUAL_LENGTH = 1.2, 0.6, 150
_HEADING, _TITLE, _NAMED, _PHRASE_BONUS, _NEAR = 2.5, 0.8, 0.4, 1.5, 1.0
_WINDOW, _SHORTEST_MENDED = 260, 3
_ASKING = (
    "ai bao bi can cho co cua di duoc gi hay khi khong la lam may muon nao nhieu nhu o phai sao sau tai the thi toi"
)
ASKING = frozenset(f"{_ASKING} va ve voi".split())
"""Words of a question that the answer need not hold («được bao nhiêu», «thì làm thế nào»), without marks."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
LONGEST_WORD = 40
MOST_SHOWN = 30_000
"""Letters of a text among which a snippet is looked for."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: words without marks, and phrases in quotation marks."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a snippet; `is_found` for the words asked for."""

    text: str
    is_found: bool = False


def search_words(text: str) -> str:
    """The text as the index keeps it: a–z, 0–9, single spaces."""
    return " ".join(word[:LONGEST_WORD] for word in _NOT_A_WORD.sub(" ", searchable(text)).split())


def query_of(text: str) -> Query:
    """A query cut into words and quoted phrases; at most twelve words count."""
    phrases = tuple(found for raw in _PHRASE.findall(text) if (found := search_words(raw)))
    asked = dict.fromkeys(search_words(_PHRASE.sub(" ", text)).split())
    return Query(tuple(asked)[:12], phrases[:3])


def near_words(word: str) -> set[str]:
    """All spellings one slip away: a letter too many, too few, wrong, or two changed about."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in ALPHABET}
    more = {a + letter + b for a, b in cuts for letter in ALPHABET}
    return (fewer | swapped | wrong | more) - {word, ""}


def taken_for(words: Iterable[str], found: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The words asked for that do not occur, each with the words found in its stead: one slip away, else longer."""
    meant = {}
    for word in words:
        if word not in found:
            near = near_words(word).intersection(found) if len(word) >= _SHORTEST_MENDED else ()
            meant[word] = tuple(sorted(near or (one for one in found if one.startswith(word))))
    return {word: others for word, others in meant.items() if others}


def weight(rows_with_word: int, rows: int) -> float:
    """How much a word tells: the rarer the more (BM25's idf, never negative)."""
    return log(1 + (max(rows, rows_with_word) - rows_with_word + 0.5) / (rows_with_word + 0.5))


@dataclass(frozen=True)
class Asked:
    """A query ready to be held against rows: for each word the words it may mean, their weights, phrases."""

    groups: tuple[tuple[str, ...], ...]
    weights: Mapping[str, float]
    phrases: tuple[str, ...] = ()

    @cached_property
    def spaced(self) -> list[list[tuple[str, float]]]:
        """The words of each group between spaces, with their weights."""
        return [[(f" {word} ", self.weights[word]) for word in group] for group in self.groups]

    @cached_property
    def pairs(self) -> list[list[str]]:
        """Neighbours between spaces."""
        return [[f" {a} {b} " for a in first for b in second] for first, second in pairwise(self.groups)]

    @cached_property
    def most(self) -> float:
        """What a row with all the words has met."""
        return sum(max(self.weights[word] for word in group) for group in self.groups) or 1.0


def score(asked: Asked, *, words: str, head: str, title: str) -> float:
    """BM25 over the row's words; words of its heading and of its document's title count more, near ones more again."""
    text, above, over = f" {words} ", f" {head} ", f" {title} "
    length = _K * (1 - _B + _B * text.count(" ") / _USUAL_LENGTH)
    total, met, named = 0.0, 0.0, 0
    for group in asked.spaced:
        best, here, in_head = 0.0, 0.0, 0
        for word, weight in group:
            often: float = text.count(word)
            if word in above:
                often, in_head = often + _HEADING, 1
            if word in over:
                often += _TITLE
            if often:
                best = max(best, weight * often * (_K + 1) / (often + length))
                here = max(here, weight)
        total, met, named = total + best, met + here, named + in_head
    # How much of the heading was asked for: 1 for a law asked for by its whole name.
    share = min(1.0, named / (above.count(" ") - 1)) if head else 0.0
    total *= (0.4 + 0.6 * met / asked.most) * (1 + _NAMED * share * share)
    total += _PHRASE_BONUS * sum(f" {phrase} " in text for phrase in asked.phrases)
    return total + _NEAR * _adjacent(asked.pairs, text, above)


def _adjacent(pairs: Sequence[Sequence[str]], text: str, above: str) -> float:
    """The share of neighbouring words of the query that are neighbours in the row too; in its heading twice."""
    met = 0
    for both in pairs:
        for pair in both:
            if pair in text:
                met += 1
                break
        for pair in both:
            if pair in above:
                met += 1
                break
    return met / len(pairs) if pairs else 0.0


class _Flat(dict[int, str]):
    """Each letter as one plain letter: a folded text keeps the places of the text."""

    def __missing__(self, code: int) -> str:
        plain = fold(chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_FLAT = _Flat()


def snippet(text: str, found: frozenset[str], *, window: int = _WINDOW) -> tuple[Part, ...]:
    """The stretch of the text that holds most of the found words, with those marked."""
    text = nfc(text[:MOST_SHOWN])
    if not text.strip():
        return ()
    wanted = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    hits = [match.span() for match in re.finditer(rf"\b(?:{wanted})\b", text.translate(_FLAT))] if found else []
    begin, end = _densest(text, hits, window)
    parts: list[Part] = [Part("… ")] if begin else []
    at = begin
    for start, stop in hits:
        if begin <= start and stop <= end:
            parts += [Part(text[at:start]), Part(text[start:stop], is_found=True)]
            at = stop
    parts.append(Part(text[at:end]))
    if end < len(text):
        parts.append(Part(" …"))
    return tuple(part for part in parts if part.text)


def _densest(text: str, hits: Sequence[tuple[int, int]], window: int) -> tuple[int, int]:
    """The stretch that holds the most different found words; from a little before the first of them, whole words."""
    best, at, first = (0, 0), 0, 0
    within: dict[str, int] = {}
    for place, (start, stop) in enumerate(hits):
        word = text[start:stop].lower()
        within[word] = within.get(word, 0) + 1
        while stop - hits[first][0] > window:
            old = text[slice(*hits[first])].lower()
            within[old] -= 1
            if not within[old]:
                del within[old]
            first += 1
        if (len(within), place - first) > best:
            best, at = (len(within), place - first), hits[first][0]
    begin = max(0, min(at - window // 6, len(text) - window))
    if begin:
        begin = text.find(" ", begin) + 1 or begin
    end = min(begin + window, len(text))
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin + 1)
    return begin, end
