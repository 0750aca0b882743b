"""Events of effect: recorded, proposed, decided; relations that make them; the state kept for lists."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.office.rules import SYSTEM, Actor
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.acts.facts import NotAsWritten
from motcua.legal.lawbase.acts.indexing import index_document, settle_spans
from motcua.legal.lawbase.acts.racing import anew_when_raced
from motcua.legal.lawbase.choices import CONFIRM, HOLDING, REGISTER, EventKind, EventStanding, RelationKind
from motcua.legal.lawbase.loader.falling import falling
from motcua.legal.lawbase.models import EffectEvent, EffectSpan, LegalDocument, Relation
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.falling import is_asked
from motcua.legal.lawbase.rules.relations import event_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happens to a document's effect: kind, first day, last day of a pause, to which provisions, by what.

    `follows`: the day is the first one of what acts, and moves with it.
    """

    kind: EventKind
    on: date
    until: date | None = None
    scope: tuple[str, ...] = ()
    scope_words: str = ""
    acting: LegalDocument | None = None
    acting_words: str = ""
    follows: bool = False
    relation: Relation | None = None


@anew_when_raced
def record_event(
    document: LegalDocument, what: Happening, *, by: Actor, at: datetime, confirmed: bool = False
) -> EffectEvent:
    """Record what happens to a document's effect; without `confirmed` it is a proposal that does not count yet.

    Confirming at once needs the right to confirm. Refuses: NotAllowed, NotAsWritten.
    """
    access.require(by, CONFIRM if confirmed else REGISTER, document.keeper_id)
    if what.until and what.until < what.on:
        raise NotAsWritten("Ngày kết thúc không được trước ngày bắt đầu.")
    kept = LegalDocument.objects.select_for_update().get(pk=document.pk)
    event = EffectEvent(document=kept, proposed_at=at, proposed_by=by.name, **_columns(what))
    if confirmed:
        event.standing, event.decided_at, event.decided_by = EventStanding.CONFIRMED, at, by.name
    event.save(force_insert=True)
    acting = what.acting.slug if what.acting else what.acting_words
    facts = {"kind": str(what.kind), "on": str(what.on), "scope": sorted(what.scope), "acting": acting}
    journal.write(kept, act="law.event" if confirmed else "law.propose", by=by, at=at, **facts)
    kept.save(update_fields=[*journal.CHAIN])
    if confirmed:
        settle_state(kept, on=day_of(at))
        propose_cascade(event, by=by, at=at)
    return event


@anew_when_raced
def relate(
    source: LegalDocument, *, kind: RelationKind, by: Actor, at: datetime, target: LegalDocument | None = None,
    target_words: str = "", scope: Iterable[str] = (), scope_words: str = "", confirmed: bool = False,
) -> Relation:  # fmt: skip
    """Record that one document bears on another, or on a citation not yet resolved.

    A relation that changes effect makes an event on the other document from the day the source takes effect:
    confirmed with the relation, else proposed. Refuses: NotAllowed, NotAsWritten (itself, nothing, recorded already).
    """
    access.require(by, CONFIRM if confirmed else REGISTER, source.keeper_id)
    if target is None and not target_words.strip():
        raise NotAsWritten("Chưa ghi văn bản liên quan.")
    if target is not None and target.pk == source.pk:
        raise NotAsWritten("Văn bản không có quan hệ với chính mình.")
    kept = LegalDocument.objects.select_for_update().get(pk=source.pk)
    if target is not None:
        _refuse_twice(kept, target, kind, scope_words)
    made = Relation(
        source=kept, target=target, target_words=target_words, kind=kind, scope=sorted(scope),
        scope_words=scope_words, recorded_at=at, recorded_by=by.name,
    )  # fmt: skip
    if confirmed:
        made.confirmed_at, made.confirmed_by = at, by.name
    made.save(force_insert=True)
    journal.write(kept, act="law.relate", by=by, at=at, kind=str(kind), target=target.slug if target else target_words)
    kept.save(update_fields=[*journal.CHAIN])
    source.journal_seq, source.journal_head = kept.journal_seq, kept.journal_head
    event, on = event_of(kind), queries.first_day(kept)
    if event is not None and target is not None and on is not None:
        happening = Happening(
            kind=event, on=on, scope=tuple(made.scope), scope_words=scope_words, acting=kept, follows=True,
            relation=made,
        )  # fmt: skip
        record_event(target, happening, by=by, at=at, confirmed=confirmed)
    if kind is RelationKind.DETAILS and target is not None and (end := queries.end_of(target)) is not None:
        propose_cascade(end, by=by, at=at)
    return made


def _refuse_twice(source: LegalDocument, target: LegalDocument, kind: RelationKind, scope_words: str) -> None:
    same = source.outgoing.filter(target=target, kind=kind, scope_words=scope_words).first()
    if same is not None and same.rejected_at is not None:
        raise NotAsWritten("Quan hệ này đã có người không xác nhận; mở mục đó rồi bấm «Xem xét lại».")
    if same is not None:
        when = same.recorded_at.astimezone(VN)
        raise NotAsWritten(f"Quan hệ này đã có trong sổ: {same.recorded_by} ghi lúc {when:%H:%M ngày %d/%m/%Y}.")


def _columns(what: Happening) -> dict[str, Any]:
    return {one.name: getattr(what, one.name) for one in fields(what)} | {"scope": sorted(what.scope)}


def day_of(at: datetime) -> date:
    """The Vietnamese day of a moment."""
    return at.astimezone(VN).date()


def settle_state(document: LegalDocument, *, on: date) -> bool:
    """Bring the spans, the columns for lists and the rows of search up to events and day; whether the state changed."""
    rewritten = settle_spans(document)
    events = queries.events_of(document)
    state = effect.state_on(events, on)
    ended = effect.ends_on(events)
    new = {"state": state, "state_on": on, "ended_on": ended, "is_holding": state in HOLDING}
    changed = document.state != state or document.ended_on != ended
    moved = document.is_holding != new["is_holding"]
    for name, value in new.items():
        setattr(document, name, value)
    document.save(update_fields=list(new))
    if rewritten or moved:
        index_document(document)
    return changed


def refresh_states(*, on: date) -> int:
    """Nightly: bring every entry's columns up to the day; how many changed their state."""
    today = EffectSpan.objects.filter(document=OuterRef("pk"), since__lte=on, until__gt=on)
    stale = LegalDocument.objects.filter(~Exists(today.filter(state=OuterRef("state"))))
    changed = 0
    for key in list(stale.values_list("pk", flat=True)):
        with transaction.atomic():
            changed += settle_state(LegalDocument.objects.select_for_update().get(pk=key), on=on)
    LegalDocument.objects.exclude(state_on=on).update(state_on=on)
    return changed


def propose_missing_ends(*, at: datetime) -> None:
    """Nightly: where a document ends and nobody has asked what becomes of its details, it is asked."""
    for event in queries.ends_without_cascade():
        with transaction.atomic():
            propose_cascade(event, by=SYSTEM, at=at)


def propose_cascade(event: EffectEvent, *, by: Actor, at: datetime) -> None:
    """Texts that detail a document that ends wholly may end with it: proposed, for a person to look at.

    With which ends, the law of that day says (law/lawbase/details.yaml). What was proposed or confirmed before moves
    with the end when that is put right. Where somebody else keeps the register of such a text, the system acts.
    """
    if event.scope or not is_asked(falling(), EventKind(event.kind), event.on):
        return
    for relation in queries.details_of(event.document_id):
        one, doer = relation.source, _doer(by, relation.source)
        known = one.events.filter(kind=EventKind.EXPIRES, relation=relation).first()
        if known is not None:
            _follow(known, event, by=doer, at=at)
        elif (last := effect.ends_on(queries.events_of(one))) is None or last > event.on:
            words = f"văn bản được quy định chi tiết hết hiệu lực ({event.document.name})"[:300]
            what = Happening(
                kind=EventKind.EXPIRES, on=event.on, acting=event.acting, acting_words=words, relation=relation,
                follows=event.follows or event.acting is None,
            )  # fmt: skip
            record_event(one, what, by=doer, at=at)


def withdraw_cascade(document: LegalDocument, *, reason: str, by: Actor, at: datetime) -> None:
    """The document no longer ends: what was proposed to end with it no longer waits for a word."""
    for relation in queries.details_of(document.pk):
        for event in relation.events.filter(kind=EventKind.EXPIRES, standing=EventStanding.PROPOSED):
            kept = LegalDocument.objects.select_for_update().get(pk=event.document_id)
            event.standing, event.decided_at, event.decided_by, event.reason = (
                EventStanding.REJECTED, at, SYSTEM.name, reason,
            )  # fmt: skip
            event.save(update_fields=["standing", "decided_at", "decided_by", "reason"])
            doer = _doer(by, kept)
            journal.write(kept, act="law.withdraw", by=doer, at=at, kind=event.kind, on=str(event.on), reason=reason)
            kept.save(update_fields=[*journal.CHAIN])


def _doer(by: Actor, document: LegalDocument) -> Actor:
    """Who does in a register what an act elsewhere leads to: the same person where that is their register."""
    return by if access.may(by, REGISTER, document.keeper_id) else SYSTEM


def _follow(known: EffectEvent, end: EffectEvent, *, by: Actor, at: datetime) -> None:
    """What falls with an end stands on its day, waiting or confirmed, unless a person gave it a day of its own.

    A proposal the system withdrew waits again; what a person rejected stays rejected.
    """
    is_waiting = known.standing == EventStanding.PROPOSED
    if known.standing == EventStanding.REJECTED and known.decided_by == SYSTEM.name:
        known.standing, known.decided_at, known.decided_by, known.reason = EventStanding.PROPOSED, None, "", ""
    elif known.on == end.on or known.standing == EventStanding.REJECTED or not (known.follows or is_waiting):
        return
    kept = LegalDocument.objects.select_for_update().get(pk=known.document_id)
    before, known.on, known.acting = known.on, end.on, end.acting
    known.follows = end.follows or end.acting is None
    known.save(update_fields=["on", "acting", "follows", "standing", "decided_at", "decided_by", "reason"])
    facts = {"acting": end.document.slug, "before": str(before), "on": str(end.on), "many": 1}
    journal.write(kept, act="law.redate", by=by, at=at, **facts)
    kept.save(update_fields=[*journal.CHAIN])
    if known.standing == EventStanding.CONFIRMED:
        settle_state(kept, on=day_of(at))
        propose_cascade(known, by=by, at=at)
