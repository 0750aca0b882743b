"""A person's word on what was proposed — events of effect, changes of words, relations — and taking it back.

All three are decided alike: confirmed it counts, on the day the person sets; rejected it needs a reason, stays on
record and is never proposed again; taken back («xem xét lại») it waits again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from motcua.house.journal import acts as journal
from motcua.house.office.rules import Actor
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.acts.effect import day_of, propose_cascade, settle_state
from motcua.legal.lawbase.acts.facts import NotAsWritten
from motcua.legal.lawbase.choices import CONFIRM, OWN_WORDS, EventStanding
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation, TextPatch

Decidable = EffectEvent | TextPatch | Relation


@dataclass(frozen=True, slots=True)
class Word:
    """What the person says: yes or no, why, and the days that differ from those proposed, by id."""

    accept: bool
    by: Actor
    at: datetime
    reason: str = ""
    days: Mapping[UUID, date] = field(default_factory=dict)


@transaction.atomic
def decide(
    event: EffectEvent, *, accept: bool, by: Actor, at: datetime, reason: str = "", on: date | None = None
) -> EffectEvent:
    """Confirm or reject a proposed event. Confirmed, it counts from its day; what it would drag along is proposed.

    `on`: the day the person sets when the proposed one is not the day of the text; it no longer moves with the first
    day of what acts. The relation that made the event is
    decided with it. Refuses: NotAllowed, NotAsWritten (decided already, rejected without a reason, ends too early).
    """
    access.require(by, CONFIRM, event.document.keeper_id)
    kept = LegalDocument.objects.select_for_update().get(pk=event.document_id)
    fresh = EffectEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if fresh.standing != EventStanding.PROPOSED:
        raise NotAsWritten("Đề xuất này đã được quyết định.")
    if not accept and not reason.strip():
        raise NotAsWritten("Chưa ghi lý do không xác nhận.")
    proposed_on, fresh.on = fresh.on, (on if accept and on else fresh.on)
    fresh.follows = fresh.follows and fresh.on == proposed_on
    if fresh.until and fresh.until < fresh.on:
        raise NotAsWritten("Ngày kết thúc không được trước ngày bắt đầu.")
    fresh.standing = EventStanding.CONFIRMED if accept else EventStanding.REJECTED
    fresh.decided_at, fresh.decided_by, fresh.reason = at, by.name, reason
    fresh.save(update_fields=["on", "follows", "standing", "decided_at", "decided_by", "reason"])
    facts = {"kind": fresh.kind, "on": str(fresh.on), "reason": reason}
    facts |= {"proposed_on": str(proposed_on)} if proposed_on != fresh.on else {}
    journal.write(kept, act="law.confirm" if accept else "law.reject", by=by, at=at, **facts)
    kept.save(update_fields=[*journal.CHAIN])
    _decide_its_relation(fresh, accept=accept, by=by, at=at, reason=reason)
    if accept:
        settle_state(kept, on=day_of(at))
        propose_cascade(fresh, by=by, at=at)
    return fresh


@transaction.atomic
def decide_read(
    source: LegalDocument, *, accept: bool, by: Actor, at: datetime, reason: str = "", relations: Iterable[UUID] = (),
    events: Iterable[UUID] = (), patches: Iterable[UUID] = (), days: Mapping[UUID, date] | None = None,
) -> int:  # fmt: skip
    """Confirm, or reject with the reason, what was read from a document or recorded on it; how many.

    `days`: for events and patches whose day is not the proposed one («Điều 5 có hiệu lực từ …»).
    Refuses: NotAllowed (one of the registers concerned), NotAsWritten (rejected without a reason).
    """
    access.require(by, CONFIRM, source.keeper_id)
    if not accept and not reason.strip():
        raise NotAsWritten("Chưa ghi lý do không xác nhận.")
    word = Word(accept, by, at, reason.strip(), days or {})
    waiting = source.made_events.filter(pk__in=list(events), standing=EventStanding.PROPOSED).order_by("id")
    for event in waiting:
        decide(event, accept=accept, by=by, at=at, reason=reason, on=word.days.get(event.pk))
    return len(waiting) + _decide_patches(source, list(patches), word) + _decide_relations(source, relations, word)


@transaction.atomic
def reconsider(thing: Decidable, *, reason: str, by: Actor, at: datetime) -> None:
    """Take a decision back, whichever it was: it waits again and no longer counts («xem xét lại»).

    What it led to meanwhile — proposals for other documents, reviews — stays, for a person to look at.
    Refuses: NotAllowed, NotAsWritten (no reason, nothing decided, a day the document sets itself, a relation whose
    event is to be taken back instead).
    """
    holder = thing.source if isinstance(thing, Relation) else thing.document
    access.require(by, CONFIRM, holder.keeper_id)
    if not reason.strip():
        raise NotAsWritten("Chưa ghi lý do xem xét lại.")
    kept = LegalDocument.objects.select_for_update().get(pk=holder.pk)
    if isinstance(thing, Relation):
        what = _open_relation(thing)
    elif isinstance(thing, EffectEvent):
        what = _open_event(thing)
    else:
        what = _open_patch(thing)
    journal.write(kept, act="law.reconsider", by=by, at=at, what=what, reason=reason.strip())
    kept.save(update_fields=[*journal.CHAIN])
    settle_state(kept, on=day_of(at))


def _open_event(thing: EffectEvent) -> str:
    row = EffectEvent.objects.select_for_update(of=("self",)).get(pk=thing.pk)
    if row.standing == EventStanding.PROPOSED:
        raise NotAsWritten("Mục này đang chờ xác nhận, chưa có quyết định nào.")
    if row.acting_id is None and row.acting_words == OWN_WORDS:
        raise NotAsWritten("Ngày này do chính văn bản định: dùng «Sửa thông tin».")
    row.standing, row.decided_at, row.decided_by, row.reason = EventStanding.PROPOSED, None, "", ""
    row.save(update_fields=["standing", "decided_at", "decided_by", "reason"])
    Relation.objects.filter(events=row, target=row.document_id).update(**_UNDECIDED)
    return f"{row.kind} {row.on}"


def _open_patch(thing: TextPatch) -> str:
    row = TextPatch.objects.select_for_update(of=("self",)).get(pk=thing.pk)
    if row.standing == EventStanding.PROPOSED:
        raise NotAsWritten("Mục này đang chờ xác nhận, chưa có quyết định nào.")
    row.standing, row.decided_at, row.decided_by, row.reason = EventStanding.PROPOSED, None, "", ""
    row.save(update_fields=["standing", "decided_at", "decided_by", "reason"])
    return f"{row.kind} {row.target}"


def _open_relation(thing: Relation) -> str:
    row = Relation.objects.select_for_update(of=("self",)).get(pk=thing.pk)
    if row.confirmed_at is None and row.rejected_at is None:
        raise NotAsWritten("Mục này đang chờ xác nhận, chưa có quyết định nào.")
    if row.events.filter(document=row.target_id).exists():
        raise NotAsWritten("Quan hệ này làm thay đổi hiệu lực: xem xét lại ở diễn biến hiệu lực của văn bản kia.")
    Relation.objects.filter(pk=row.pk).update(**_UNDECIDED)
    return f"{row.kind} {row.target_words or row.target_id}"


_UNDECIDED = {"confirmed_at": None, "confirmed_by": "", "rejected_at": None, "rejected_by": "", "reason": ""}


def _decide_its_relation(event: EffectEvent, *, accept: bool, by: Actor, at: datetime, reason: str) -> None:
    """What made the event says the same thing; a text that only falls with another is another matter."""
    waiting = Relation.objects.filter(events=event, confirmed_at__isnull=True, rejected_at__isnull=True)
    if accept:
        waiting.update(confirmed_at=at, confirmed_by=by.name)
        return
    own = waiting.filter(target=event.document_id)
    if not EffectEvent.objects.filter(relation__in=own).exclude(standing=EventStanding.REJECTED).exists():
        own.update(rejected_at=at, rejected_by=by.name, reason=reason)


def _decide_patches(source: LegalDocument, keys: list[UUID], word: Word) -> int:
    waiting = source.made_patches.select_for_update(of=("self",)).filter(pk__in=keys, standing=EventStanding.PROPOSED)
    by_document: dict[UUID, list[TextPatch]] = {}
    for row in waiting.order_by("document_id", "order"):
        by_document.setdefault(row.document_id, []).append(row)
    for key, rows in by_document.items():
        kept = LegalDocument.objects.select_for_update().get(pk=key)
        access.require(word.by, CONFIRM, kept.keeper_id)
        for row in rows:
            row.standing = EventStanding.CONFIRMED if word.accept else EventStanding.REJECTED
            row.decided_at, row.decided_by, row.reason = word.at, word.by.name, word.reason
            on = word.days.get(row.pk, row.on) if word.accept else row.on
            row.follows, row.on = row.follows and row.on == on, on
        TextPatch.objects.bulk_update(rows, ["standing", "decided_at", "decided_by", "reason", "on", "follows"])
        act = "law.confirm_patch" if word.accept else "law.reject_patch"
        targets = [f"{row.target} {row.on}" for row in rows]
        journal.write(kept, act=act, by=word.by, at=word.at, acting=source.slug, targets=targets, reason=word.reason)
        kept.save(update_fields=[*journal.CHAIN])
        settle_state(kept, on=day_of(word.at))
    return sum(map(len, by_document.values()))


def _decide_relations(source: LegalDocument, keys: Iterable[UUID], word: Word) -> int:
    rows = list(queries.open_relations(source).filter(pk__in=list(keys)).select_for_update(of=("self",)))
    if not rows:
        return 0
    changed = {"confirmed_at": word.at, "confirmed_by": word.by.name}
    if not word.accept:
        changed = {"rejected_at": word.at, "rejected_by": word.by.name, "reason": word.reason}
    Relation.objects.filter(pk__in=[row.pk for row in rows]).update(**changed)
    kept = LegalDocument.objects.select_for_update().get(pk=source.pk)
    act = "law.confirm_relations" if word.accept else "law.reject_relations"
    journal.write(kept, act=act, by=word.by, at=word.at, many=len(rows), reason=word.reason)
    kept.save(update_fields=[*journal.CHAIN])
    return len(rows)
