"""Finding a procedure by what people type: no accents needed, words in any order, one slip of the finger forgiven."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from motcua.base.vn.rules import fold
from motcua.legal.procedures.rules.version import ProcedureVersion

NAME, WORDS, SUMMARY = 8, 6, 2
EXACT, START, SLIP = 3, 2, 1
MIN_TYPO = 3


def ranked(
    text: str, versions: Sequence[ProcedureVersion], abbreviations: Mapping[str, str]
) -> tuple[ProcedureVersion, ...]:
    """The procedures every typed word fits, best first; all of them, in code order, when nothing is typed."""
    typed = fold(text).strip()
    if not typed:
        return tuple(versions)
    exact = tuple(one for one in versions if one.code.startswith(typed))
    if exact:
        return exact
    queries = [typed.split(), _spelled_out(typed, abbreviations).split()]
    return _best(queries, typed, versions, slips=False) or _best(queries, typed, versions, slips=True)


def _best(
    queries: Sequence[Sequence[str]], typed: str, versions: Sequence[ProcedureVersion], *, slips: bool
) -> tuple[ProcedureVersion, ...]:
    scored = [(max(_score(words, typed, one, slips=slips) for words in queries), one) for one in versions]
    return tuple(one for score, one in sorted(scored, key=lambda pair: (-pair[0], pair[1].code)) if score)


def _spelled_out(typed: str, abbreviations: Mapping[str, str]) -> str:
    return " ".join(fold(abbreviations.get(word, word)) for word in typed.split())


def _score(words: Sequence[str], typed: str, version: ProcedureVersion, *, slips: bool) -> int:
    places = (
        (NAME, f"{version.short_name} {version.name} {version.name_en}"),
        (WORDS, " , ".join(version.words)),
        (SUMMARY, f"{version.summary} {version.summary_en}"),
    )
    scores = [max(_fits(word, _words(text), slips=slips) * weight for weight, text in places) for word in words]
    if not all(scores):
        return 0
    phrases = [_folded(text) for text in (version.short_name, version.name, *version.words)]
    whole = 40 * (" ".join(words) in phrases or typed in phrases)
    part = 10 * any(" ".join(words) in phrase for phrase in phrases)
    return whole + part + sum(scores) * 10 // len(scores) - len(version.name) // 20


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip(".,;:()–") for word in fold(text).split()))


def _fits(word: str, among: Sequence[str], *, slips: bool) -> int:
    if word in among:
        return EXACT
    if len(word) > 1 and any(other.startswith(word) for other in among):
        return START
    return SLIP if slips and len(word) >= MIN_TYPO and any(_one_slip(word, other) for other in among) else 0


def _one_slip(typed: str, word: str) -> bool:
    """Whether one letter more, less, other or swapped makes `word` of `typed`."""
    if abs(len(typed) - len(word)) > 1 or len(word) < MIN_TYPO:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    mine, other = typed[start:], word[start:]
    swapped = mine[:2] == other[1::-1] and mine[2:] == other[2:]
    return swapped or mine[1:] == other[1:] or mine[1:] == other or mine == other[1:]
