"""Put on record: an act, a look, a day's seal. One INSERT each."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from motcua.base.keys import new_id
from motcua.house.journal import events, queries, rules
from motcua.house.journal.models import CHAIN, Chained, Entry, Look, Seal

__all__ = ["CHAIN", "record_look", "seal_day", "write"]


def write(thing: Chained, *, act: str, by: rules.Recorder, at: datetime, **facts: object) -> Entry:
    """Record one act done to this thing, as the next link of its chain.

    Moves `thing.journal_seq` and `thing.journal_head` in memory: the caller saves them with the rest
    (`update_fields=[…, *CHAIN]`) in the same transaction. Two acts at once on one thing: the later one fails
    (IntegrityError) and nothing of it is kept. Refuses: OutsideTransaction, facts that are not plain (TypeError).
    """
    if not connection.in_atomic_block:
        raise rules.OutsideTransaction(act)
    entry = Entry(
        thing_kind=queries.kind_of(thing),
        thing_id=thing.pk,
        seq=thing.journal_seq + 1,
        at=at,
        act=str(act),
        account_id=by.account_id,
        name=rules.text(by.name),
        facts=rules.plain(facts),
        prev=thing.journal_head,
    )
    entry.hash = queries.entry_digest(entry)
    entry.save(force_insert=True)
    thing.journal_seq, thing.journal_head = entry.seq, entry.hash
    events.announce(entry)
    return entry


def record_look(account_id: UUID | None, name: str, thing_kind: str, thing_id: UUID, at: datetime, page: str) -> Look:
    """Record that this person has seen this thing, and on which page."""
    look = Look(
        account_id=account_id, name=rules.text(name), thing_kind=thing_kind, thing_id=thing_id, at=at, page=page
    )
    look.hash = queries.look_digest(look)
    look.save(force_insert=True)
    return look


@transaction.atomic
def seal_day(on: date, *, sign: rules.Sign | None = None) -> Seal:
    """Seal everything recorded after the seal before, up to the end of this day («niêm phong nhật ký ngày»).

    Days without a seal in between are covered by this one. Refuses: AlreadySealed, DayNotOver (ten minutes after
    midnight by the machine's clock).
    """
    if not rules.is_over(on, now_key=new_id()):
        raise rules.DayNotOver(f"Ngày {on:%d/%m/%Y} chưa kết thúc, chưa thể niêm phong nhật ký.")
    last = Seal.objects.order_by("-day").first()
    if last and last.day >= on:
        raise rules.AlreadySealed(f"Nhật ký đã niêm phong đến ngày {last.day:%d/%m/%Y}.")
    seal = queries.expected_seal(on, before=last)
    seal.signature = sign(seal.digest) if sign else None
    seal.save(force_insert=True)
    return seal
