"""What was decided on one entry, to be read again and taken back; texts that hold something to decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from motcua.legal.lawbase.choices import (
    EVENT_NAMES,
    OWN_WORDS,
    PATCH_NAMES,
    EventKind,
    EventStanding,
    PatchKind,
    RelationKind,
)
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.rules import relations
from motcua.legal.lawbase.rules.bearings import spoken

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: on which kind of thing, what it says, who decided what, when and why."""

    kind: str
    key: UUID
    words: str
    is_rejected: bool
    by: str
    at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class ToRead:
    """A text with so many things read from it that nobody has decided on."""

    document: LegalDocument
    many: int


def decided(document: LegalDocument) -> list[Decided]:
    """Decisions on this entry, last first; the days it sets itself are none."""
    events = document.events.exclude(standing=EventStanding.PROPOSED).exclude(acting_words=OWN_WORDS)
    patches = document.patches.exclude(standing=EventStanding.PROPOSED).select_related("acting")
    bare = document.outgoing.filter(events__isnull=True).exclude(confirmed_at__isnull=True, rejected_at__isnull=True)
    rows = [_event(row) for row in events.select_related("acting").order_by("-decided_at", "id")[:MOST_SHOWN]]
    rows += [_patch(row) for row in patches.order_by("-decided_at", "-recorded_at", "id")[:MOST_SHOWN]]
    rows += [_relation(row) for row in bare.select_related("target").order_by("-recorded_at", "id")[:MOST_SHOWN]]
    return sorted(rows, key=lambda one: (one.at is None, -(one.at.timestamp() if one.at else 0), str(one.key)))


def texts_to_read(*, keepers: Iterable[UUID], most: int) -> list[ToRead]:
    """Entries of these registers from whose text relations or changes of words wait for a word, last entered first."""
    relation = Q(
        outgoing__confirmed_at__isnull=True, outgoing__rejected_at__isnull=True, outgoing__target__isnull=False,
        outgoing__events__isnull=True, outgoing__isnull=False,
    )  # fmt: skip
    rows = LegalDocument.objects.filter(keeper__in=list(keepers)).annotate(
        read=Count("outgoing", filter=relation, distinct=True),
        changes=Count("made_patches", filter=Q(made_patches__standing=EventStanding.PROPOSED), distinct=True),
    )
    waiting = rows.filter(Q(read__gt=0) | Q(changes__gt=0)).order_by("-changes", "-registered_at", "-id")
    return [ToRead(row, row.read + row.changes) for row in waiting[:most]]


def _event(row: EffectEvent) -> Decided:
    by = row.acting.name if row.acting else row.acting_words
    scope = f" ({row.scope_words})" if row.scope_words else ""
    words = f"{EVENT_NAMES[EventKind(row.kind)]}{scope} từ {row.on:%d/%m/%Y} – {by}"
    return _decided("event", row, words)


def _patch(row: TextPatch) -> Decided:
    place = spoken(row.target) if row.target else "cả văn bản"
    words = f"{PATCH_NAMES[PatchKind(row.kind)]}: {place}, từ {row.on:%d/%m/%Y} – {row.acting.name}"
    if row.decided_at is None:
        return Decided("patch", row.pk, words, False, row.recorded_by, row.recorded_at, "")
    return _decided("patch", row, words)


def _relation(row: Relation) -> Decided:
    other = row.target.name if row.target else row.target_words
    words = f"{relations.words(RelationKind(row.kind), incoming=False)} {other}"
    if row.rejected_at:
        return Decided("relation", row.pk, words, True, row.rejected_by, row.rejected_at, row.reason)
    return Decided("relation", row.pk, words, False, row.confirmed_by, row.confirmed_at, "")


def _decided(kind: str, row: EffectEvent | TextPatch, words: str) -> Decided:
    is_rejected = row.standing == EventStanding.REJECTED
    return Decided(kind, row.pk, words, is_rejected, row.decided_by, row.decided_at, row.reason)
