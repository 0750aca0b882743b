"""Questions of a survey, and how their answers are counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.base.states import NotThatWay
from motcua.bureau.law_watch.choices import SCALE, QuestionKind
from motcua.bureau.law_watch.rules.criteria import share

FEWEST = 2
MOST = 10


def options(kind: QuestionKind, words: str) -> tuple[str, ...]:
    """Answers a question offers: one a line for a choice, 1 to 5 for a scale. Refuses: NotThatWay."""
    if kind is QuestionKind.SCALE:
        return SCALE
    found = tuple(dict.fromkeys(line.strip() for line in words.splitlines() if line.strip()))
    if not FEWEST <= len(found) <= MOST:
        raise NotThatWay(f"Ghi từ {FEWEST} đến {MOST} trả lời khác nhau, mỗi dòng một trả lời.")
    return found


def checked_answer(offered: Sequence[str], chosen: int | None) -> int | None:
    """The number of the chosen answer, from 0; None when left blank. Refuses: NotThatWay."""
    if chosen is not None and not 0 <= chosen < len(offered):
        raise NotThatWay("Trả lời không có trong phiếu.")
    return chosen


@dataclass(frozen=True)
class Counted:
    """How often one answer was given, and its share of the answers to the question."""

    answer: str
    count: int
    share: str


def counted(offered: Sequence[str], found: Mapping[int, int]) -> tuple[Counted, ...]:
    """Every offered answer with its count; shares are of those who answered this question."""
    whole = sum(found.values())
    return tuple(Counted(words, found.get(no, 0), share(found.get(no, 0), whole)) for no, words in enumerate(offered))


def mean(kind: QuestionKind, found: Mapping[int, int]) -> str:
    """Mean of a scale with one decimal, «3,8»; nothing for a choice or without answers."""
    whole = sum(found.values())
    if kind is not QuestionKind.SCALE or not whole:
        return ""
    return f"{sum((no + 1) * count for no, count in found.items()) / whole:.1f}".replace(".", ",")
