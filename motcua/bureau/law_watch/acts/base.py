"""What every act here does: right, state, journal row, saved together; and how a new thing begins."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from motcua.bureau.law_watch import access, rules
from motcua.bureau.law_watch.choices import Act
from motcua.bureau.law_watch.models import Kept
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor

K = TypeVar("K", bound=Kept)
S = TypeVar("S", bound=StrEnum)


def begin(
    model: type[K], act: Act, *, by: Actor, at: datetime, facts: Mapping[str, object], taken: str = "", **values: Any
) -> K:
    """A new thing of the actor's unit, with the first row of its record.

    Refuses: NotAllowed, NotThatWay with the words of `taken` when there is such a thing already, also one that came in
    the same moment.
    """
    unit = access.own_unit(by)
    row = model(
        agency_id=office.directory().agency(unit).id,
        unit_id=unit.id,
        created_at=at,
        created_by=by.name,
        **values,
    )
    journal.write(row, act=act.value, by=by, at=at, unit=unit.code, **facts)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as there:
        raise rules.NotThatWay(taken or "Vừa có người ghi việc này. Xem lại danh sách.") from there
    return row


def note(row: Kept, act: Act, *, by: Actor, at: datetime, fields: tuple[str, ...] = (), **facts: Any) -> None:
    """Put an act on record and save the columns it set."""
    journal.write(row, act=act.value, by=by, at=at, **facts)
    row.save(update_fields=sorted({*fields, *CHAIN}))


def opened(
    row: K, table: Mapping[tuple[S, Act], S], state: type[S], act: Act, *, by: Actor, right: str = access.WRITE
) -> K:
    """The row, locked and already in the state after the act; not saved. Refuses: NotAllowed, ActNotOpen."""
    access.require(by, right, row.unit_id)
    fresh = access.lock(row)
    fresh.state = rules.next_state(table, state(fresh.state), act)  # type: ignore[attr-defined]
    return fresh


def words(text: str, missing: str) -> str:
    """Text without blanks around it. Refuses: NotThatWay with `missing` when nothing is left."""
    if not (cleaned := text.strip()):
        raise rules.NotThatWay(missing)
    return cleaned
