"""For who reviews documents: whose they are, what rests on them, what changed in them."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.legal.lawbase.choices import EventKind, EventStanding, Nature, RelationKind
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.queries.documents import confirmed


def of_units(units: Iterable[UUID]) -> QuerySet[LegalDocument]:
    """Documents these units answer for: as the responsible one where it is named, else as issuer."""
    keys = list(units)
    ours = Q(responsible_unit__in=keys) | Q(responsible_unit__isnull=True, issuer_unit__in=keys)
    return LegalDocument.objects.filter(ours)


def normative_of(units: Iterable[UUID]) -> QuerySet[LegalDocument]:
    """Rules for all among them, with their confirmed events, by day of issue."""
    rows = of_units(units).filter(nature=Nature.NORMATIVE)
    return rows.prefetch_related(confirmed()).order_by("issued_on", "number_key", "id")


def by_ids(keys: Iterable[object]) -> dict[UUID, LegalDocument]:
    """Documents by id, with their confirmed events; two queries."""
    rows = LegalDocument.objects.filter(pk__in=list(keys)).prefetch_related(confirmed())
    return {one.pk: one for one in rows}


def resting_on(targets: Iterable[object], kinds: Iterable[RelationKind]) -> list[tuple[UUID, UUID, str, bool]]:
    """(document, what it rests on, kind, whether confirmed) for relations of these kinds to any of the targets."""
    rows = Relation.objects.filter(target__in=list(targets), kind__in=list(kinds), rejected_at__isnull=True)
    found = rows.values_list("source_id", "target_id", "kind", "confirmed_at")
    return [(source, target, kind, at is not None) for source, target, kind, at in found if target]


def changes(document: LegalDocument, kinds: Iterable[EventKind]) -> list[EffectEvent]:
    """Confirmed events of these kinds, as they were decided, with what acted."""
    rows = document.events.filter(standing=EventStanding.CONFIRMED, kind__in=list(kinds))
    return list(rows.select_related("document", "acting").order_by("decided_at", "id"))


def patched(document: LegalDocument) -> list[TextPatch]:
    """Confirmed changes of its words, as they were recorded, with what acted."""
    rows = document.patches.filter(standing=EventStanding.CONFIRMED)
    return list(rows.select_related("document", "acting").order_by("recorded_at", "order", "id"))


def changed_since(moment: datetime, kinds: Iterable[EventKind]) -> list[LegalDocument]:
    """Documents of which an event of these kinds, or a change of words, was confirmed since the moment."""
    rows = EffectEvent.objects.filter(standing=EventStanding.CONFIRMED, kind__in=list(kinds), decided_at__gte=moment)
    patches = TextPatch.objects.filter(standing=EventStanding.CONFIRMED)
    patches = patches.filter(Q(decided_at__gte=moment) | Q(decided_at__isnull=True, recorded_at__gte=moment))
    either = Q(pk__in=rows.values("document")) | Q(pk__in=patches.values("document"))
    return list(LegalDocument.objects.filter(either).order_by("id"))


def undecided(keys: Iterable[object], *, until: date) -> set[UUID]:
    """Which of these documents have an event up to the day that waits for a person's word."""
    rows = EffectEvent.objects.filter(document__in=list(keys), standing=EventStanding.PROPOSED, on__lte=until)
    return set(rows.values_list("document_id", flat=True))


def entry(key: UUID) -> LegalDocument:
    """The entry with this id. Refuses: LegalDocument.DoesNotExist."""
    return LegalDocument.objects.get(pk=key)
