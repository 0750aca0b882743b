"""When a document's first day is put right, what was proposed from the wrong day is proposed from the right one."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from motcua.house.journal import acts as journal
from motcua.house.office.rules import Actor
from motcua.legal.lawbase.choices import EventStanding
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, TextPatch

Dated = EffectEvent | TextPatch


def move_proposals(source: LegalDocument, *, before: date, to: date, by: Actor, at: datetime) -> int:
    """Move what waits in other documents because of this one; how many. What a person confirmed is left to a person."""
    rows: list[Dated] = [
        *source.made_events.filter(standing=EventStanding.PROPOSED, on=before, relation__source=source),
        *source.made_patches.filter(standing=EventStanding.PROPOSED, on=before),
    ]
    for key, those in _by_document(rows).items():
        kept = LegalDocument.objects.select_for_update().get(pk=key)
        for model in (EffectEvent, TextPatch):
            ids = [row.pk for row in those if isinstance(row, model)]
            model._default_manager.filter(pk__in=ids, standing=EventStanding.PROPOSED).update(on=to)  # noqa: SLF001
        facts = {"acting": source.slug, "before": str(before), "on": str(to), "many": len(those)}
        journal.write(kept, act="law.redate", by=by, at=at, **facts)
        kept.save(update_fields=[*journal.CHAIN])
    return len(rows)


def _by_document(rows: Iterable[Dated]) -> dict[UUID, list[Dated]]:
    found: dict[UUID, list[Dated]] = {}
    for row in sorted(rows, key=lambda one: str(one.document_id)):
        found.setdefault(row.document_id, []).append(row)
    return found
