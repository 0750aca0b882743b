"""Whether each thing's chain is whole and ends where the thing itself says.

Entries and heads are read once, side by side, in the order of their keys, so that memory does not grow with the record.
Acts go on meanwhile: what looks broken is read again alone, and only counts if it stays so.
"""

import heapq
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from motcua.house.journal import rules
from motcua.house.journal.models import Chained, Entry
from motcua.house.journal.queries.broken import Broken

CHUNK = 2000
_TRIES, _PAUSE = 3, 0.05


@dataclass(frozen=True)
class Chain:
    """What the entries of one thing say."""

    thing_id: UUID
    kind: str
    seq: int
    head: str
    problem: Broken | None = None


@dataclass(frozen=True)
class Head:
    """What the thing itself says of its chain."""

    thing_id: UUID
    kind: str
    seq: int
    head: str


def kind_of(thing: Model | type[Model]) -> str:
    """The kind a thing is recorded under, such as `dossiers.dossier`."""
    return thing._meta.label_lower  # noqa: SLF001  Django's own


def chained_models() -> tuple[type[Chained], ...]:
    """Every table whose rows carry a chain."""
    return tuple(model for model in apps.get_models() if issubclass(model, Chained))


def entry_digest(entry: Entry) -> str:
    """The hash this entry must carry."""
    return rules.digest(
        {
            "thing_kind": entry.thing_kind,
            "thing_id": str(entry.thing_id),
            "seq": entry.seq,
            "at": rules.moment(entry.at),
            "act": entry.act,
            "account_id": str(entry.account_id) if entry.account_id else None,
            "name": entry.name,
            "facts": entry.facts,
            "prev": entry.prev,
        }
    )


def chains_problem(models: Iterable[type[Chained]]) -> Broken | None:
    """The first thing whose chain is broken, in the order of keys."""
    models = tuple(models)
    sides: Iterator[Chain | Head] = heapq.merge(
        _chains(), *(_heads(model) for model in models), key=attrgetter("thing_id")
    )
    for thing_id, found in groupby(sides, key=attrgetter("thing_id")):
        if _compare(found, models) and (problem := thing_problem(thing_id, models)):
            return problem
    return None


def thing_problem(thing_id: UUID, models: Iterable[type[Chained]] | None = None) -> Broken | None:
    """What is wrong with the chain of one thing, read afresh: heads before entries, again if an act came between."""
    models = chained_models() if models is None else tuple(models)
    problem = None
    for attempt in range(_TRIES):
        time.sleep(_PAUSE * attempt)
        heads = [head for model in models for head in _heads(model, pk=thing_id)]
        problem = _compare([*_chains(thing_id=thing_id), *heads], models)
        if problem is None:
            return None
    return problem


def _chains(**only: UUID) -> Iterator[Chain]:
    entries = Entry.objects.filter(**only).order_by("thing_id", "seq").iterator(chunk_size=CHUNK)
    for _, steps in groupby(entries, key=attrgetter("thing_id")):
        yield _walk(steps)


def _walk(steps: Iterator[Entry]) -> Chain:
    seq, head = 0, ""
    for entry in steps:
        seq += 1
        if why := _wrong(entry, seq, head):
            problem = Broken(entry.thing_kind, entry.thing_id, min(entry.seq, seq), why)
            return Chain(entry.thing_id, entry.thing_kind, seq, head, problem)
        head = entry.hash
    return Chain(entry.thing_id, entry.thing_kind, seq, head)


def _wrong(entry: Entry, seq: int, prev: str) -> str:
    if entry.seq != seq:
        return "dòng nhật ký bị mất"
    if entry_digest(entry) != entry.hash:
        return "nội dung không khớp mã băm, dòng nhật ký đã bị sửa"
    if entry.prev != prev:
        return "không nối tiếp dòng trước, dòng nhật ký đã bị thay"
    return ""


def _heads(model: type[Chained], **only: UUID) -> Iterator[Head]:
    rows = model._base_manager.filter(**only).order_by("pk").values_list("pk", "journal_seq", "journal_head")  # noqa: SLF001  Django's own
    kind = kind_of(model)
    for pk, seq, head in rows.iterator(chunk_size=CHUNK):
        yield Head(pk, kind, seq, head)


def _compare(found: Iterable[Chain | Head], models: tuple[type[Chained], ...]) -> Broken | None:
    rows = list(found)
    chain = next((row for row in rows if isinstance(row, Chain)), None)
    head = next((row for row in rows if isinstance(row, Head)), None)
    if chain is None:
        return Broken(head.kind, head.thing_id, 1, "dòng nhật ký bị mất") if head and head.seq else None
    if chain.problem:
        return chain.problem
    if head is None:
        known = chain.kind in {kind_of(model) for model in models}
        return Broken(chain.kind, chain.thing_id, chain.seq, "có nhật ký nhưng không còn bản ghi") if known else None
    if head.seq > chain.seq:
        return Broken(chain.kind, chain.thing_id, chain.seq + 1, "dòng nhật ký bị mất")
    if (head.seq, head.head) != (chain.seq, chain.head):
        return Broken(chain.kind, chain.thing_id, chain.seq, "bản ghi không khớp dòng nhật ký cuối")
    return None
