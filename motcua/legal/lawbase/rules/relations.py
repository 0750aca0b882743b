"""Fifteen ways one document bears on another, each with its words from both sides and what it does to effect."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motcua.legal.lawbase.choices import EventKind, RelationKind


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Outgoing and incoming words; the event it makes on the other document, if any; whether it asks for a review."""

    outgoing: str
    incoming: str
    event: EventKind | None = None
    review: bool = False
    cascade: bool = False


K, E = RelationKind, EventKind
RELATIONS: dict[RelationKind, RelationWords] = {
    K.REPEALS: RelationWords("bãi bỏ", "bị bãi bỏ bởi", E.REPEALED),
    K.TRANSLATES: RelationWords("là bản dịch của", "có bản dịch"),
    K.BASED_ON: RelationWords("căn cứ vào", "là căn cứ của", review=True),
    K.REFERS: RelationWords("dẫn chiếu đến", "được dẫn chiếu bởi"),
    K.STAYS: RelationWords("đình chỉ thi hành", "bị đình chỉ bởi", E.STAYED),
    K.CORRECTS: RelationWords("đính chính", "được đính chính bởi"),
    K.CONSOLIDATES: RelationWords("hợp nhất", "được hợp nhất trong"),
    K.GUIDES: RelationWords("hướng dẫn áp dụng", "được hướng dẫn áp dụng bởi"),
    K.DETAILS: RelationWords("quy định chi tiết", "được quy định chi tiết bởi", review=True, cascade=True),
    K.AMENDS: RelationWords("sửa đổi", "được sửa đổi bởi", E.AMENDED),
    K.SUPPLEMENTS: RelationWords("bổ sung", "được bổ sung bởi", E.SUPPLEMENTED),
    K.SUSPENDS: RelationWords("tạm ngưng hiệu lực của", "bị tạm ngưng hiệu lực bởi", E.SUSPENDED),
    K.REPLACES: RelationWords("thay thế", "được thay thế bởi", E.REPLACED),
    K.EXPLAINS: RelationWords("giải thích", "được giải thích bởi"),
    K.ANNOUNCES: RelationWords("công bố", "được công bố bởi"),
}


def event_of(kind: RelationKind) -> EventKind | None:
    """What happens to the other document when this relation takes effect; None for those that leave it alone."""
    return RELATIONS[kind].event


def words(kind: RelationKind, *, incoming: bool) -> str:
    """«sửa đổi» or «được sửa đổi bởi»."""
    return RELATIONS[kind].incoming if incoming else RELATIONS[kind].outgoing


def cascade(ended: Iterable[str], details: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Documents that would lose effect with the ended ones, as (document, because of): proposals, never effect.

    `details` names for each document those that lay down its details. A circle of documents is walked once.
    """
    waiting = list(ended)
    seen, found = set(waiting), []
    for because in waiting:
        for one in details.get(because, ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
                found.append((one, because))
    return found


def circles(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Documents that, over some steps, replace or repeal themselves: something was recorded the wrong way round."""
    following: dict[str, set[str]] = {}
    before: dict[str, int] = {}
    for source, target in pairs:
        following.setdefault(source, set())
        if target not in following[source]:
            following[source].add(target)
            before[target] = before.get(target, 0) + 1
    free = [one for one in following if not before.get(one)]
    left = set(following) | set(before)
    while free:
        one = free.pop()
        left.discard(one)
        for target in following.get(one, ()):
            before[target] -= 1
            if not before[target]:
                free.append(target)
    return sorted(left)
