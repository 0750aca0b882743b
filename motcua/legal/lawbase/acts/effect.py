"""Events of effect: recorded, proposed, decided; relations that make them; the state kept for lists."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.office.rules import SYSTEM, Actor
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.acts.facts import NotAsWritten
from motcua.legal.lawbase.acts.indexing import index_document, settle_spans
from motcua.legal.lawbase.choices import (
    CONFIRM,
    HOLDING,
    OWN_WORDS,
    REGISTER,
    EventKind,
    EventStanding,
    RelationKind,
)
from motcua.legal.lawbase.models import EffectEvent, EffectSpan, LegalDocument, Relation
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.relations import event_of

_OWN = {EventKind.ISSUED: "issued_on", EventKind.IN_FORCE: "effective_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happens to a document's effect: kind, first day, last day of a pause, to which provisions, by what."""

    kind: EventKind
    on: date
    until: date | None = None
    scope: tuple[str, ...] = ()
    scope_words: str = ""
    acting: LegalDocument | None = None
    acting_words: str = ""
    relation: Relation | None = None


@transaction.atomic
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


@transaction.atomic
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
    if target is not None:
        _refuse_twice(source, target, kind, scope_words)
    kept = LegalDocument.objects.select_for_update().get(pk=source.pk)
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
    event, on = event_of(kind), kept.effective_on or kept.issued_on
    if event is not None and target is not None and on is not None:
        happening = Happening(
            kind=event, on=on, scope=tuple(scope), scope_words=scope_words, acting=kept, relation=made
        )
        record_event(target, happening, by=by, at=at, confirmed=confirmed)
    return made


def _refuse_twice(source: LegalDocument, target: LegalDocument, kind: RelationKind, scope_words: str) -> None:
    same = source.outgoing.filter(target=target, kind=kind, scope_words=scope_words).first()
    if same is not None and same.rejected_at is not None:
        raise NotAsWritten("Quan hệ này đã có người không xác nhận; mở mục đó rồi bấm «Xem xét lại».")
    if same is not None:
        raise NotAsWritten("Quan hệ này đã có trong sổ.")


def _columns(what: Happening) -> dict[str, Any]:
    return {one.name: getattr(what, one.name) for one in fields(what)} | {"scope": sorted(what.scope)}


def set_own_events(document: LegalDocument, *, by: Actor, at: datetime) -> None:
    """The days the document sets itself, as confirmed events; replaced when its facts are corrected."""
    document.events.filter(acting__isnull=True, acting_words=OWN_WORDS).delete()
    own = [(kind, getattr(document, name)) for kind, name in _OWN.items()]
    if document.expires_on:
        own.append((EventKind.EXPIRES, document.expires_on + timedelta(days=1)))
    for kind, on in own:
        if on is not None:
            event = EffectEvent(document=document, kind=kind, on=on, acting_words=OWN_WORDS)
            event.standing, event.proposed_at, event.proposed_by = EventStanding.CONFIRMED, at, by.name
            event.decided_at, event.decided_by = at, by.name
            event.save(force_insert=True)
    settle_state(document, on=day_of(at))


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
    for document in stale.prefetch_related(queries.confirmed()).iterator(chunk_size=200):
        changed += settle_state(document, on=on)
    LegalDocument.objects.exclude(state_on=on).update(state_on=on)
    return changed


def propose_cascade(event: EffectEvent, *, by: Actor, at: datetime) -> None:
    """Texts that detail a document that ends wholly may end with it: proposed, for a person to look at.

    Where somebody else keeps the register of such a text, the system proposes it there.
    """
    if event.scope or event.kind not in effect.ENDS:
        return
    details = Relation.objects.filter(target=event.document, kind=RelationKind.DETAILS, rejected_at__isnull=True)
    for relation in details.select_related("source"):
        one = relation.source
        known = one.events.filter(kind=EventKind.EXPIRES, relation=relation).exists()
        if known or effect.ends_on(queries.events_of(one)):
            continue
        words = f"văn bản được quy định chi tiết hết hiệu lực ({event.document.name})"[:300]
        what = Happening(
            kind=EventKind.EXPIRES, on=event.on, acting=event.acting, acting_words=words, relation=relation
        )
        record_event(one, what, by=by if access.may(by, REGISTER, one.keeper_id) else SYSTEM, at=at)
