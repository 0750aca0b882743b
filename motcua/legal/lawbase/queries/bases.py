"""For who reviews documents: whose they are, what rests on them, what changed in them."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.worktime.rules import VN
from motcua.legal.lawbase.choices import OWN_WORDS, EventKind, EventStanding, Nature, RelationKind
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


def changes(document: LegalDocument, kinds: Iterable[EventKind], *, on: date) -> list[EffectEvent]:
    """Confirmed events of these kinds, as they were decided, with what acted; own days only once they have come."""
    rows = document.events.filter(standing=EventStanding.CONFIRMED, kind__in=list(kinds))
    rows = rows.exclude(acting__isnull=True, acting_words=OWN_WORDS, on__gt=on)
    return list(rows.select_related("document", "acting").order_by("decided_at", "id"))


def patched(document: LegalDocument) -> list[TextPatch]:
    """Confirmed changes of its words, as they were recorded, with what acted."""
    rows = document.patches.filter(standing=EventStanding.CONFIRMED)
    return list(rows.select_related("document", "acting").order_by("recorded_at", "order", "id"))


def changed_since(moment: datetime, kinds: Iterable[EventKind], *, on: date) -> list[LegalDocument]:
    """Documents of which an event of these kinds, or a change of words, was confirmed since the moment.

    Also those whose own end has come since then, up to the day.
    """
    own = Q(acting__isnull=True, acting_words=OWN_WORDS, on__gt=moment.astimezone(VN).date(), on__lte=on)
    rows = EffectEvent.objects.filter(standing=EventStanding.CONFIRMED, kind__in=list(kinds))
    rows = rows.filter(Q(decided_at__gte=moment) | own)
    patches = TextPatch.objects.filter(standing=EventStanding.CONFIRMED)
    patches = patches.filter(Q(decided_at__gte=moment) | Q(decided_at__isnull=True, recorded_at__gte=moment))
    either = Q(pk__in=rows.values("document")) | Q(pk__in=patches.values("document"))
    return list(LegalDocument.objects.filter(either).order_by("id"))


def kept_back_behind(keys: Iterable[object], *, basis_of: Iterable[object] = ()) -> list[str]:
    """Names, with the day and without, of documents kept back that acted on these, on their bases, or are one."""
    near = [*keys, *basis_of]
    acted = Q(made_events__document__in=near) | Q(made_patches__document__in=near) | Q(pk__in=near)
    found = []
    for one in LegalDocument.objects.filter(acted, is_public=False).distinct().order_by("id"):
        found += [f"{one.name} ngày {one.issued_on:%d/%m/%Y}"] if one.issued_on else []
        found.append(one.name)
    return found


def undecided(keys: Iterable[object], *, until: date) -> set[UUID]:
    """Which of these documents have an event up to the day that waits for a person's word."""
    rows = EffectEvent.objects.filter(document__in=list(keys), standing=EventStanding.PROPOSED, on__lte=until)
    return set(rows.values_list("document_id", flat=True))


def entry(key: UUID) -> LegalDocument:
    """The entry with this id. Refuses: LegalDocument.DoesNotExist."""
    return LegalDocument.objects.get(pk=key)
