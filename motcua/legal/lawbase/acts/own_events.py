"""The days a document sets itself, as confirmed events: issue, first day, «có hiệu lực đến hết ngày …»."""

from datetime import date, datetime

from motcua.house.journal import acts as journal
from motcua.house.office.rules import Actor
from motcua.legal.lawbase.acts.effect import day_of, propose_cascade, settle_state, withdraw_cascade
from motcua.legal.lawbase.choices import OWN_WORDS, EventKind, EventStanding
from motcua.legal.lawbase.models import EffectEvent, LegalDocument
from motcua.legal.lawbase.rules import effect

_NO_LONGER = "Văn bản không còn định ngày này."


def set_own_events(document: LegalDocument, *, by: Actor, at: datetime) -> None:
    """Bring the own events up to the facts. A day that is put right moves its event, since reviews may rest on it.

    An end the document sets itself drags along what lays down its details, as a repeal does: proposed.
    """
    kept = {EventKind(row.kind): row for row in document.events.filter(acting__isnull=True, acting_words=OWN_WORDS)}
    days = {
        EventKind.ISSUED: document.issued_on,
        EventKind.IN_FORCE: document.effective_on,
        EventKind.EXPIRES: effect.sunset(document.expires_on).on if document.expires_on else None,
    }
    for kind, on in days.items():
        _set(document, kept.get(kind), kind, on, by=by, at=at)
    settle_state(document, on=day_of(at))
    end = document.events.filter(kind=EventKind.EXPIRES, acting__isnull=True, acting_words=OWN_WORDS).first()
    if end is not None and end.standing == EventStanding.CONFIRMED:
        propose_cascade(end, by=by, at=at)
    elif end is not None and not document.ended_on:
        withdraw_cascade(document, reason=_NO_LONGER, by=by, at=at)
    document.refresh_from_db(fields=[*journal.CHAIN])


def _set(
    document: LegalDocument, row: EffectEvent | None, kind: EventKind, on: date | None, *, by: Actor, at: datetime
) -> None:
    """One own event on its day; one that was there and has no day now is kept, but no longer counts."""
    if row is None:
        if on is None:
            return
        row = EffectEvent(document=document, kind=kind, on=on, acting_words=OWN_WORDS, proposed_at=at)
        row.proposed_by = by.name
    elif row.on == on and row.standing == EventStanding.CONFIRMED:
        return
    row.on = on or row.on
    row.standing = EventStanding.CONFIRMED if on else EventStanding.REJECTED
    row.decided_at, row.decided_by, row.reason = at, by.name, "" if on else _NO_LONGER
    row.save()
