"""How search answers rank, and which words of them are shown marked: the same on every database."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from motcua.base.vn.rules import fold
from motcua.legal.lawbase.rules.text import searchable

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_TOKEN = re.compile(r"\w+")
_PHRASE = re.compile(r'["“”]([^"“”]{2,200})["“”]')
_K, _B, _USUAL_LENGTH = 1.2, 0.6, 150
_HEADING, _PHRASE_BONUS, _NEAR = 2.5, 1.5, 1.0
_WINDOW = 44
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
LONGEST_WORD = 40


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


def weight(rows_with_word: int, rows: int) -> float:
    """How much a word tells: the rarer the more (BM25's idf, never negative)."""
    return log(1 + (max(rows, rows_with_word) - rows_with_word + 0.5) / (rows_with_word + 0.5))


def score(
    words: Sequence[str], *, heading: str, title: str, groups: Sequence[Sequence[str]], weights: Mapping[str, float],
    phrases: Iterable[str] = (),
) -> float:  # fmt: skip
    """BM25 over the row's words; words of the heading and of the document's title count more, near ones more again."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    headed, titled = set(heading.split()), set(title.split())
    length = 1 - _B + _B * len(words) / _USUAL_LENGTH
    total, met = 0.0, 0.0
    most = sum(max(weights[word] for word in group) for group in groups) or 1.0
    for group in groups:
        best = 0.0
        for word in group:
            often = counts.get(word, 0) + _HEADING * (word in headed) + 0.8 * (word in titled)
            best = max(best, weights[word] * often * (_K + 1) / (often + _K * length))
            met += weights[word] * bool(often) / len(group)
        total += best
    joined = f" {' '.join(words)} "
    total += _PHRASE_BONUS * sum(f" {phrase} " in joined for phrase in phrases)
    return total * (0.4 + 0.6 * met / most) + _NEAR * _adjacent(words, heading, groups)


def _adjacent(words: Sequence[str], heading: str, groups: Sequence[Sequence[str]]) -> float:
    """The share of neighbouring words of the query that are neighbours in the row too; in its heading twice."""
    if len(groups) < 2:
        return 0.0
    pairs = set(pairwise(words))
    head = heading.split()
    above = set(pairwise(head))
    met = 0.0
    for first, second in pairwise(groups):
        both = {(a, b) for a in first for b in second}
        met += bool(both & pairs) + bool(both & above)
    return met / (len(groups) - 1)


def snippet(text: str, found: frozenset[str], *, window: int = _WINDOW) -> tuple[Part, ...]:
    """The stretch of the text that holds most of the found words, with those marked."""
    tokens = [(match.start(), match.end(), fold(match.group())) for match in _TOKEN.finditer(text)]
    if not tokens:
        return ()
    hits = [token[2] in found for token in tokens]
    begin = _densest(tokens, hits, window)
    end = min(begin + window, len(tokens))
    parts: list[Part] = [Part("… ")] if begin else []
    at = tokens[begin][0] if begin else 0
    for place in range(begin, end):
        if hits[place]:
            parts += [Part(text[at : tokens[place][0]]), Part(text[tokens[place][0] : tokens[place][1]], is_found=True)]
            at = tokens[place][1]
    last = tokens[end - 1][1]
    parts.append(Part(text[at:last] if end < len(tokens) else text[at:]))
    if end < len(tokens):
        parts.append(Part(" …"))
    return tuple(part for part in parts if part.text)


def _densest(tokens: Sequence[tuple[int, int, str]], hits: Sequence[bool], window: int) -> int:
    """Where the window begins that holds the most different found words; a little before the first of them."""
    best, at = (0, 0), 0
    within: dict[str, int] = {}
    many = 0
    for place, hit in enumerate(hits):
        if hit:
            word = tokens[place][2]
            within[word] = within.get(word, 0) + 1
            many += 1
        old = place - window
        if old >= 0 and hits[old]:
            word = tokens[old][2]
            within[word] -= 1
            many -= 1
            if not within[word]:
                del within[word]
        if (len(within), many) > best:
            best, at = (len(within), many), max(0, place - window + 1)
    first = next((place for place in range(at, len(hits)) if hits[place]), at)
    return max(0, min(first - 6, len(tokens) - window)) if best > (0, 0) else 0
