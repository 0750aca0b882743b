"""When a document's first day is put right, what counts from that day in other documents counts from the right one."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from motcua.house.journal import acts as journal
from motcua.house.office.rules import Actor
from motcua.legal.lawbase import queries
from motcua.legal.lawbase.acts.effect import day_of, propose_cascade, settle_state
from motcua.legal.lawbase.choices import EventStanding
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, TextPatch

Dated = EffectEvent | TextPatch


def move_what_follows(source: LegalDocument, *, to: date, by: Actor, at: datetime) -> int:
    """Move every event and change of words that follows the first day, decided or not; how many.

    What has a day of its own stays (`queries.following`). Each document concerned has one row in its journal, and what
    falls with it is proposed from the new day.
    """
    rows = queries.moving(source, to=to)
    for key, those in _by_document(rows).items():
        kept = LegalDocument.objects.select_for_update().get(pk=key)
        before = sorted({str(row.on) for row in those})
        for model in (EffectEvent, TextPatch):
            ids = [row.pk for row in those if isinstance(row, model)]
            model._default_manager.filter(pk__in=ids).update(on=to)  # noqa: SLF001
        decided = sum(row.standing == EventStanding.CONFIRMED for row in those)
        facts = {"acting": source.slug, "before": ", ".join(before), "on": str(to), "many": len(those)}
        journal.write(kept, act="law.redate", by=by, at=at, confirmed=decided, **facts)
        kept.save(update_fields=[*journal.CHAIN])
        settle_state(kept, on=day_of(at))
        if (end := queries.end_of(kept)) is not None:
            propose_cascade(end, by=by, at=at)
    return len(rows)


def _by_document(rows: Iterable[Dated]) -> dict[UUID, list[Dated]]:
    found: dict[UUID, list[Dated]] = {}
    for row in sorted(rows, key=lambda one: str(one.document_id)):
        found.setdefault(row.document_id, []).append(row)
    return found
