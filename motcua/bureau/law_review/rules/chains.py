"""Why a document is to be reviewed: the chain of bases from it to the one that changed [79/2025/NĐ-CP, 4].

A document rests on its «căn cứ ban hành» and on what it lays down the details of; that one may rest on another. Each
document is reached once, by a shortest chain, so that a circle of bases ends and no document is asked for twice.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from motcua.legal.lawbase.choices import EventKind
from motcua.legal.lawbase.rules.effect import ENDS, PAUSES

CHANGES = ENDS | PAUSES | {EventKind.AMENDED, EventKind.SUPPLEMENTED, EventKind.RESUMED, EventKind.UNFIT}
"""Events that change what a basis says; that it was issued or takes effect changes nothing that rests on it yet."""


@dataclass(frozen=True, slots=True)
class Link:
    """One document rests on another («căn cứ vào», «quy định chi tiết»); unconfirmed when nobody has said so yet."""

    above: str
    below: str
    words: str
    is_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain, from the document reached down to what it rests on."""

    document: str
    words: str
    basis: str
    is_confirmed: bool = True


Chain = tuple[Step, ...]
Level = Callable[[Sequence[str]], Iterable[Link]]


def resting_on(changed: str, links_of: Level, *, through: Callable[[str], bool]) -> Mapping[str, Chain]:
    """Every document that rests on the changed one, nearest first, with its chain down to it.

    `links_of` answers for one level of documents at once; a chain goes on only `through` documents that are applied.
    """
    found: dict[str, Chain] = {}
    seen, level = {changed}, [changed]
    while level:
        following: list[str] = []
        for link in sorted(links_of(level), key=lambda one: (one.below, one.above, not one.is_confirmed, one.words)):
            if link.below in seen or not through(link.below):
                continue
            seen.add(link.below)
            step = Step(link.below, link.words, link.above, link.is_confirmed)
            found[link.below] = (step, *found.get(link.above, ()))
            following.append(link.below)
        level = following
    return found
