"""Citations read from a text become proposals: relations, events of effect, changes of words; a person decides."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.house.journal import acts as journal
from motcua.house.office.rules import SYSTEM, Actor
from motcua.legal.lawbase import access
from motcua.legal.lawbase.acts.effect import Happening, day_of, decide, record_event, settle_state
from motcua.legal.lawbase.acts.facts import NotAsWritten
from motcua.legal.lawbase.choices import CONFIRM, EventStanding
from motcua.legal.lawbase.models import Citation, DocumentVersion, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.queries.reading import reading
from motcua.legal.lawbase.rules.amendments import Change
from motcua.legal.lawbase.rules.bearings import Bearing, Cited, bearings
from motcua.legal.lawbase.rules.identity import number_key
from motcua.legal.lawbase.rules.relations import event_of

MOST_PROPOSALS = 500


@transaction.atomic
def read_citations(version: DocumentVersion, *, at: datetime) -> int:
    """Read a text's citations; what it does to other documents is proposed, never applied. How many citations.

    Read again, nothing is proposed twice: what a person recorded or decided stays. The machine is the one who acts.
    """
    source = LegalDocument.objects.select_for_update().get(pk=version.document_id)
    found = reading(source, version)
    version.citations.all().delete()
    Citation.objects.bulk_create([_row(version, one) for one in found.cited], batch_size=500)
    version.citations_read_at, version.unread = at, [asdict(one) for one in found.unread]
    version.save(update_fields=["citations_read_at", "unread"])
    targets = _locked({key for one in found.cited if (key := one.target)})
    relations = _keep_relations(source, bearings(found.cited)[:MOST_PROPOSALS], targets, at=at)
    patches = _propose_patches(source, found.changes[:MOST_PROPOSALS], targets, at=at)
    journal.write(
        source, act="law.read", by=SYSTEM, at=at, version=version.no, citations=len(found.cited), relations=relations,
        patches=patches, unread=len(found.unread),
    )  # fmt: skip
    source.save(update_fields=[*journal.CHAIN])
    return len(found.cited)


@transaction.atomic
def decide_read(
    source: LegalDocument, *, accept: bool, by: Actor, at: datetime, reason: str = "",
    relations: Iterable[UUID] = (), events: Iterable[UUID] = (), patches: Iterable[UUID] = (),
) -> int:  # fmt: skip
    """Confirm, or reject with the reason, what was read from a document; how many. Relations are only confirmed.

    Refuses: NotAllowed (one of the registers concerned), NotAsWritten (rejected without a reason).
    """
    access.require(by, CONFIRM, source.keeper_id)
    if not accept and not reason.strip():
        raise NotAsWritten("Chưa ghi lý do không xác nhận.")
    many = 0
    for event in source.made_events.filter(pk__in=list(events), standing=EventStanding.PROPOSED).order_by("id"):
        decide(event, accept=accept, by=by, at=at, reason=reason)
        many += 1
    many += _decide_patches(source, list(patches), accept=accept, by=by, at=at, reason=reason)
    return many + (_confirm_relations(source, list(relations), by=by, at=at) if accept else 0)


def _row(version: DocumentVersion, one: Cited) -> Citation:
    return Citation(
        version=version, start=one.start, end=one.end, origin=one.origin[:200], relation=one.relation,
        words=one.words, target_id=one.target and UUID(one.target), number_key=number_key(one.number)[:60],
        places=list(one.places), standing=one.standing,
    )  # fmt: skip


def _locked(keys: set[str]) -> dict[str, LegalDocument]:
    """The documents meant, in one statement."""
    rows = LegalDocument.objects.select_for_update().filter(pk__in=sorted(keys)).order_by("id")
    return {str(row.pk): row for row in rows}


def _keep_relations(
    source: LegalDocument, found: Sequence[Bearing], targets: dict[str, LegalDocument], *, at: datetime
) -> int:
    """New relations; one that was read before and nobody has decided on takes the scope of today."""
    known: dict[tuple[str, str], Relation] = {}
    for row in source.outgoing.order_by("recorded_at", "id"):
        known.setdefault((str(row.target_id or f"?{row.target_words}"), row.kind), row)
    named = {target for target, _ in known}
    told = {(str(event.document_id), event.kind) for event in source.made_events.all()}
    made = 0
    for one in found:
        kept = known.get((one.target or "", one.kind)) or known.get((f"?{one.name}", one.kind))
        if kept is None and one.kind == "refers" and one.target in named:
            continue
        if kept is not None and not (kept.target_id is None and kept.is_read and one.target):
            _rescope(kept, one)
            continue
        relation = kept or Relation(source=source, kind=one.kind, recorded_at=at, recorded_by=SYSTEM.name, is_read=True)
        relation.target = targets.get(one.target or "")
        relation.target_words, relation.origin = one.name, one.origin[:200]
        relation.scope, relation.scope_words = list(one.scope), one.scope_words
        relation.save()
        made += 1
        if (one.target, event_of(one.kind)) not in told:
            _propose_event(relation, one, at=at)
    return made


def _rescope(kept: Relation, one: Bearing) -> None:
    """A better text of the same document may name other provisions; what is decided is left alone."""
    if not kept.is_read or kept.confirmed_at is not None or kept.scope == list(one.scope):
        return
    if kept.events.exclude(standing=EventStanding.PROPOSED).exists():
        return
    kept.scope, kept.scope_words = list(one.scope), one.scope_words
    kept.save(update_fields=["scope", "scope_words"])
    kept.events.update(scope=sorted(one.scope), scope_words=one.scope_words)


def _propose_event(relation: Relation, one: Bearing, *, at: datetime) -> None:
    source, event = relation.source, event_of(one.kind)
    on = source.effective_on or source.issued_on
    if event is None or relation.target is None or on is None or one.is_open:
        return
    happening = Happening(
        kind=event, on=on, scope=one.scope, scope_words=one.scope_words, acting=source, relation=relation
    )
    record_event(relation.target, happening, by=SYSTEM, at=at)


def _propose_patches(
    source: LegalDocument, found: Sequence[Change], targets: dict[str, LegalDocument], *, at: datetime
) -> int:
    """Proposed patches from the source's first day of effect; without one nothing is proposed."""
    if source.effective_on is None:
        return 0
    known = {(str(row.document_id), row.kind, row.target, row.phrase): row for row in source.made_patches.all()}
    order: dict[str, int] = {}
    for row in known.values():
        order[str(row.document_id)] = max(order.get(str(row.document_id), -1), row.order)
    rows = []
    for one in found:
        key = (one.document, str(one.kind), one.target[:200], one.phrase[:500])
        if key in known or one.document not in targets:
            continue
        order[one.document] = order.get(one.document, -1) + 1
        known[key] = TextPatch(
            document=targets[one.document], acting=source, kind=one.kind, target=one.target[:200], text=one.text,
            on=source.effective_on, phrase=one.phrase[:500], order=order[one.document], origin=one.origin[:200],
            recorded_at=at, recorded_by=SYSTEM.name, standing=EventStanding.PROPOSED,
        )  # fmt: skip
        rows.append(known[key])
    TextPatch.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def _decide_patches(
    source: LegalDocument, keys: list[UUID], *, accept: bool, by: Actor, at: datetime, reason: str
) -> int:
    waiting = source.made_patches.select_for_update(of=("self",)).filter(pk__in=keys, standing=EventStanding.PROPOSED)
    by_document: dict[UUID, list[TextPatch]] = {}
    for row in waiting.order_by("document_id", "order"):
        by_document.setdefault(row.document_id, []).append(row)
    for key, rows in by_document.items():
        kept = LegalDocument.objects.select_for_update().get(pk=key)
        access.require(by, CONFIRM, kept.keeper_id)
        for row in rows:
            row.standing = EventStanding.CONFIRMED if accept else EventStanding.REJECTED
            row.decided_at, row.decided_by, row.reason = at, by.name, reason
        TextPatch.objects.bulk_update(rows, ["standing", "decided_at", "decided_by", "reason"])
        act = "law.confirm_patch" if accept else "law.reject_patch"
        targets = [row.target for row in rows]
        journal.write(kept, act=act, by=by, at=at, acting=source.slug, targets=targets, reason=reason)
        kept.save(update_fields=[*journal.CHAIN])
        settle_state(kept, on=day_of(at))
    return sum(map(len, by_document.values()))


def _confirm_relations(source: LegalDocument, keys: list[UUID], *, by: Actor, at: datetime) -> int:
    rows = list(source.outgoing.filter(pk__in=keys, confirmed_at__isnull=True, target__isnull=False))
    if not rows:
        return 0
    for row in rows:
        row.confirmed_at, row.confirmed_by = at, by.name
    Relation.objects.bulk_update(rows, ["confirmed_at", "confirmed_by"])
    kept = LegalDocument.objects.select_for_update().get(pk=source.pk)
    journal.write(kept, act="law.confirm_relations", by=by, at=at, many=len(rows))
    kept.save(update_fields=[*journal.CHAIN])
    return len(rows)
