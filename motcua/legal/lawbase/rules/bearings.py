"""What a text's citations come to: how it bears on each document it names, on which provisions («quan hệ, phạm vi»)."""

from collections.abc import Iterable
from dataclasses import dataclass

from motcua.legal.citations.choices import Relation
from motcua.legal.lawbase.choices import UNIT_NAMES, RelationKind, UnitKind
from motcua.legal.lawbase.rules.structure import SLUGS

_KINDS = {
    Relation.BASIS: RelationKind.BASED_ON,
    Relation.REPEAL: RelationKind.REPEALS,
    Relation.REPLACE: RelationKind.REPLACES,
    Relation.AMEND: RelationKind.AMENDS,
    Relation.CORRECT: RelationKind.CORRECTS,
    Relation.CONSOLIDATE: RelationKind.CONSOLIDATES,
    Relation.SUSPEND: RelationKind.SUSPENDS,
}
_IN_PART = frozenset({RelationKind.AMENDS, RelationKind.SUPPLEMENTS})
_SPOKEN = {SLUGS[kind]: UNIT_NAMES[kind] for kind in UnitKind}
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a text. `target` and `name`: the document meant; `places`: ids in it; `standing`: see models."""

    start: int
    end: int
    words: str
    origin: str
    relation: str
    name: str
    number: str
    target: str | None
    standing: str
    places: tuple[str, ...]
    is_whole: bool
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class Bearing:
    """How the text bears on one document; `is_open`: on which provisions is not clear, so effect is left alone.

    `origins`: for each provision of the scope, the one that says so.
    """

    kind: RelationKind
    target: str | None
    name: str
    origin: str
    scope: tuple[str, ...]
    is_open: bool
    origins: tuple[str, ...] = ()

    @property
    def scope_words(self) -> str:
        """«khoản 1 Điều 2, Điều 5»."""
        return ", ".join(spoken(one) for one in self.scope)[:_LONGEST]


def bearings(cited: Iterable[Cited]) -> list[Bearing]:
    """One for each document and kind, in the order of the text. What is only referred to and unknown is left out."""
    groups: dict[tuple[str, RelationKind], list[Cited]] = {}
    for one in cited:
        if one.standing != "self" and one.relation != Relation.SELF:
            groups.setdefault((one.target or f"?{one.name}", kind_of(one)), []).append(one)
    acted_on = {key for key, kind in groups if kind is not RelationKind.REFERS}
    return [
        _bearing(kind, rows)
        for (key, kind), rows in groups.items()
        if kind is not RelationKind.REFERS or (rows[0].target and key not in acted_on)
    ]


def kind_of(one: Cited) -> RelationKind:
    """The relation a citation makes; what is told of others («được sửa đổi bởi») is a reference."""
    kind = _KINDS.get(Relation(one.relation), RelationKind.REFERS)
    return RelationKind.SUPPLEMENTS if kind is RelationKind.AMENDS and one.is_added else kind


def _bearing(kind: RelationKind, rows: list[Cited]) -> Bearing:
    """A whole repeal beats a part of it; an amendment names its parts when it can."""
    whole = any(one.is_whole for one in rows)
    said: dict[str, str] = {}
    for one in rows:
        for found in filter(None, one.places):
            said.setdefault(found, one.origin)
    scope = tuple(said)
    if kind is RelationKind.REFERS or kind is RelationKind.BASED_ON or (whole and kind not in _IN_PART):
        scope = ()
    first = rows[0]
    return Bearing(
        kind, first.target, first.name, first.origin, scope, not whole and not scope, tuple(said[one] for one in scope)
    )


def spoken(unit_id: str) -> str:
    """«điểm đ khoản 2 Điều 3» from `dieu-3/khoan-2/diem-dd`; a basis stands in the head of the text anyway."""
    steps = unit_id.removeprefix(f"{SLUGS[UnitKind.HEADER]}/").split("/")
    return " ".join(_step(step) for step in reversed(steps))


def _step(step: str) -> str:
    slug = max((one for one in _SPOKEN if step == one or step.startswith(f"{one}-")), key=len, default="")
    number = step[len(slug) + 1 :]
    if slug == SLUGS[UnitKind.POINT]:
        number = number.replace("dd", "đ")
    elif slug in {SLUGS[UnitKind.APPENDIX], SLUGS[UnitKind.CHAPTER], SLUGS[UnitKind.PART]}:
        number = number.upper()
    return f"{_SPOKEN.get(slug, step)} {number}".strip()
