"""What applies on a day, by field; how a document ended and what stands in its place."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, OuterRef, QuerySet, When

from motcua.legal.lawbase.choices import HOLDING, EffectState, EventKind, EventStanding
from motcua.legal.lawbase.models import EffectEvent, LegalDocument
from motcua.legal.lawbase.queries.documents import confirmed, published, state_of
from motcua.legal.lawbase.rules import effect

PAGE = 40
_STEPS = 5
_LAST = Case(When(field="", then=1), default=0)
"""Documents of no field stand after the others."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A document that is applied on the day, in which state."""

    document: LegalDocument
    state: EffectState


@dataclass(frozen=True, slots=True)
class Ending:
    """How a document ended: the first day without effect, how, by which document; `now`: what applies instead."""

    on: date
    kind: EventKind
    acting: LegalDocument | None
    now: LegalDocument | None


def applying(*, on: date, field: str = "", local: bool = False, page: int = 1) -> tuple[list[Applied], bool]:
    """One page of what is applied on the day, by field and newest first, and whether there is more.

    The state is computed from the events; a document that is paused on the day is left out.
    """
    rows = _begun_and_not_ended(on, local=local)
    rows = rows.filter(field=field) if field else rows
    rows = rows.order_by(_LAST, "field", "-issued_on", "number_key", "id").prefetch_related(confirmed())
    found = list(rows[(page - 1) * PAGE : page * PAGE + 1])
    states = [Applied(row, state_of(row, on=on)) for row in found[:PAGE]]
    return [one for one in states if one.state in HOLDING], len(found) > PAGE


def fields_on(*, on: date, local: bool = False) -> list[tuple[str, int]]:
    """Fields with documents that have begun and not ended on the day, and how many."""
    rows = _begun_and_not_ended(on, local=local).exclude(field="").order_by("field")
    return list(rows.values("field").annotate(many=Count("id")).values_list("field", "many"))


def ending(document: LegalDocument, *, on: date) -> Ending | None:
    """How the document ended up to the day, followed to what stands in its place; None while it has not."""
    last = _end_of(document, on)
    if last is None:
        return None
    now, seen = last.acting if last.kind == EventKind.REPLACED else None, {document.pk}
    for _ in range(_STEPS):
        if now is None or now.pk in seen or (step := _end_of(now, on)) is None:
            break
        seen.add(now.pk)
        now = step.acting if step.kind == EventKind.REPLACED else None
    return Ending(last.on, EventKind(last.kind), last.acting, now)


def _end_of(document: LegalDocument, on: date) -> EffectEvent | None:
    return (
        _whole(document.events.filter(on__lte=on), *effect.ENDS).select_related("acting").order_by("on", "id").first()
    )


def _begun_and_not_ended(on: date, *, local: bool) -> QuerySet[LegalDocument]:
    events = EffectEvent.objects.filter(document=OuterRef("pk"), on__lte=on)
    begun, ended = _whole(events, EventKind.IN_FORCE), _whole(events, *effect.ENDS)
    rows = published().filter(Exists(begun)).exclude(Exists(ended))
    return rows.filter(issuer_unit__isnull=False) if local else rows


def _whole(events: QuerySet[EffectEvent], *kinds: EventKind) -> QuerySet[EffectEvent]:
    """Confirmed events of these kinds that are of the whole document."""
    return events.filter(standing=EventStanding.CONFIRMED, kind__in=kinds, scope=[])
