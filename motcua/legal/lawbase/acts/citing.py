"""Citations read from a text become proposals: relations, events of effect, changes of words; a person decides."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.house.journal import acts as journal
from motcua.house.office.rules import SYSTEM, Actor
from motcua.legal.lawbase import access
from motcua.legal.lawbase.acts.effect import Happening, record_event
from motcua.legal.lawbase.acts.racing import anew_when_raced
from motcua.legal.lawbase.choices import PATCH_NAMES, REGISTER, EventKind, EventStanding, RelationKind
from motcua.legal.lawbase.models import Citation, DocumentVersion, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.queries.documents import first_day
from motcua.legal.lawbase.queries.reading import Reading, reading
from motcua.legal.lawbase.rules.amendments import Change, Unread
from motcua.legal.lawbase.rules.bearings import Bearing, Cited, bearings, spoken
from motcua.legal.lawbase.rules.identity import number_key
from motcua.legal.lawbase.rules.own_days import day_of
from motcua.legal.lawbase.rules.relations import event_of

MOST_PROPOSALS = 500
Days = Mapping[str, date]


@anew_when_raced
def read_citations(version: DocumentVersion, *, at: datetime) -> int:
    """Read a text's citations; what it does to other documents is proposed, never applied. How many citations.

    Read again, nothing is proposed twice: what a person recorded or decided stays. The machine is the one who acts.
    """
    source = LegalDocument.objects.select_for_update().get(pk=version.document_id)
    found = reading(source, version)
    version.citations.all().delete()
    Citation.objects.bulk_create([_row(version, one) for one in found.cited], batch_size=500)
    version.citations_read_at, version.unread = at, [asdict(one) for one in (*found.unread, *_undated(source, found))]
    version.save(update_fields=["citations_read_at", "unread"])
    targets = _locked({key for one in found.cited if (key := one.target)})
    known = [_sure(one, found.unread) for one in bearings(found.cited)[:MOST_PROPOSALS]]
    relations = _keep_relations(source, known, targets, days=found.days, at=at)
    patches = _propose_patches(source, found.changes[:MOST_PROPOSALS], targets, days=found.days, at=at)
    _propose_own_days(source, found.days, at=at)
    journal.write(
        source, act="law.read", by=SYSTEM, at=at, version=version.no, citations=len(found.cited), relations=relations,
        patches=patches, unread=len(found.unread),
    )  # fmt: skip
    source.save(update_fields=[*journal.CHAIN])
    return len(found.cited)


@transaction.atomic
def note_unreadable(version: DocumentVersion, *, reason: str, at: datetime) -> None:
    """Put on record that the machine could not read a text, and why; an officer reads it or lets it be read again."""
    source = LegalDocument.objects.select_for_update().get(pk=version.document_id)
    version.citations_read_at = at
    version.unread = [{"origin": "", "words": "Cả văn bản", "reason": reason, "failed": True}]
    version.save(update_fields=["citations_read_at", "unread"])
    journal.write(source, act="law.read_failed", by=SYSTEM, at=at, version=version.no, reason=reason)
    source.save(update_fields=[*journal.CHAIN])


@transaction.atomic
def read_again(document: LegalDocument, *, by: Actor, at: datetime) -> None:
    """Let the current text be read anew in the night, as when it was entered. Refuses: NotAllowed."""
    access.require(by, REGISTER, document.keeper_id)
    kept = LegalDocument.objects.select_for_update().get(pk=document.pk)
    kept.versions.filter(is_current=True, language="vi").update(citations_read_at=None)
    journal.write(kept, act="law.read_again", by=by, at=at)
    kept.save(update_fields=[*journal.CHAIN])


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


def _sure(one: Bearing, unread: Sequence[Unread]) -> Bearing:
    """A repeal that was not read to its end («Bãi bỏ tên Điều 3», «… trừ …») ends no provision: a person reads it."""
    if one.kind is not RelationKind.REPEALS or not one.scope:
        return one
    doubtful = {part.origin for part in unread}
    pairs = [(scope, origin) for scope, origin in zip(one.scope, one.origins, strict=True) if origin not in doubtful]
    scope, origins = tuple(scope for scope, _ in pairs), tuple(origin for _, origin in pairs)
    return replace(one, scope=scope, origins=origins, is_open=one.is_open or not scope)


def _keep_relations(
    source: LegalDocument, found: Sequence[Bearing], targets: dict[str, LegalDocument], *, days: Days, at: datetime
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
            _propose_events(relation, one, days=days, at=at)
    return made


def _rescope(kept: Relation, one: Bearing) -> None:
    """A better text of the same document may name other provisions; what is decided is left alone."""
    if not kept.is_read or kept.confirmed_at or kept.rejected_at or kept.scope == list(one.scope):
        return
    if kept.events.exclude(standing=EventStanding.PROPOSED).exists() or kept.events.count() > 1:
        return
    kept.scope, kept.scope_words = list(one.scope), one.scope_words
    kept.save(update_fields=["scope", "scope_words"])
    kept.events.update(scope=sorted(one.scope), scope_words=one.scope_words)


def _propose_events(relation: Relation, one: Bearing, *, days: Days, at: datetime) -> None:
    """One event for each day on which what the text does to the other document counts."""
    source, event = relation.source, event_of(one.kind)
    if event is None or relation.target is None or one.is_open:
        return
    by_day: dict[date | None, list[str]] = {}
    for scope, origin in zip(one.scope, one.origins, strict=True):
        by_day.setdefault(day_of(origin, days), []).append(scope)
    if not one.scope:
        by_day[day_of(one.origin, days)] = []
    for own, scope_of_day in by_day.items():
        if (on := own or first_day(source)) is not None:
            words = ", ".join(map(spoken, scope_of_day))[:500]
            happening = Happening(
                kind=event, on=on, scope=tuple(scope_of_day), scope_words=words, acting=source, relation=relation,
                follows=own is None,
            )  # fmt: skip
            record_event(relation.target, happening, by=SYSTEM, at=at)


def _propose_own_days(source: LegalDocument, days: Days, *, at: datetime) -> None:
    """Provisions of the text itself that begin on another day («riêng Điều 5 có hiệu lực từ …»)."""
    told = {(event.on, tuple(event.scope)) for event in source.events.filter(kind=EventKind.IN_FORCE)}
    by_day: dict[date, list[str]] = {}
    for unit, on in days.items():
        if on != source.effective_on:
            by_day.setdefault(on, []).append(unit)
    for on, scope in by_day.items():
        if (on, tuple(sorted(scope))) not in told:
            words = ", ".join(map(spoken, scope))[:500]
            happening = Happening(kind=EventKind.IN_FORCE, on=on, scope=tuple(scope), scope_words=words, acting=source)
            record_event(source, happening, by=SYSTEM, at=at)
            source.refresh_from_db(fields=[*journal.CHAIN])


def _undated(source: LegalDocument, found: Reading) -> list[Unread]:
    """Changes of words that could not be proposed since nothing says from which day they count."""
    if source.effective_on is not None:
        return []
    reason = "Chưa có ngày có hiệu lực của văn bản này: ghi ngày ở «Sửa thông tin», máy sẽ đọc lại."
    late = [one for one in found.changes if day_of(one.origin, found.days) is None]
    return [Unread(one.origin, f"{PATCH_NAMES[one.kind]}: {spoken(one.target)}", reason) for one in late]


def _propose_patches(
    source: LegalDocument, found: Sequence[Change], targets: dict[str, LegalDocument], *, days: Days, at: datetime
) -> int:
    """Proposed patches, from the day of the provision that orders them, else from the source's own first day."""
    known = {(str(row.document_id), row.kind, row.target, row.phrase): row for row in source.made_patches.all()}
    order: dict[str, int] = {}
    for row in known.values():
        order[str(row.document_id)] = max(order.get(str(row.document_id), -1), row.order)
    rows = []
    for one in found:
        key = (one.document, str(one.kind), one.target[:200], one.phrase[:500])
        own = day_of(one.origin, days)
        on = own or source.effective_on
        if key in known or one.document not in targets or on is None:
            continue
        order[one.document] = order.get(one.document, -1) + 1
        known[key] = TextPatch(
            document=targets[one.document], acting=source, kind=one.kind, target=one.target[:200], text=one.text,
            on=on, phrase=one.phrase[:500], order=order[one.document], origin=one.origin[:200],
            recorded_at=at, recorded_by=SYSTEM.name, standing=EventStanding.PROPOSED, follows=own is None,
        )  # fmt: skip
        rows.append(known[key])
    TextPatch.objects.bulk_create(rows, batch_size=500)
    return len(rows)
