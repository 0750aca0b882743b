"""What every act here does: right, state, journal row, saved together; and how a new thing begins."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import access, rules
from motcua.bureau.drafting.choices import Act, ProgrammeAct, State
from motcua.bureau.drafting.models import Draft, Kept
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor

K = TypeVar("K", bound=Kept)


def begin(
    model: type[K], act: Act | ProgrammeAct, *, by: Actor, at: datetime, facts: Mapping[str, object], **values: Any
) -> K:
    """A new thing of the actor's unit, with the first row of its record. Refuses: NotAllowed."""
    unit = access.own_unit(by)
    row = model(
        agency_id=office.directory().agency(unit).id,
        unit_id=unit.id,
        created_at=at,
        created_by=by.name,
        created_account=by.account_id,
        **values,
    )
    journal.write(row, act=act.value, by=by, at=at, unit=unit.code, **facts)
    row.save(force_insert=True)
    return row


def note(
    row: Kept, act: Act | ProgrammeAct, *, by: Actor, at: datetime, fields: tuple[str, ...] = (), **facts: Any
) -> None:
    """Put an act on record and save the columns it set."""
    journal.write(row, act=act.value, by=by, at=at, **facts)
    row.save(update_fields=sorted({*fields, *CHAIN}))


def moved(draft: Draft, act: Act, *, by: Actor, right: str = access.WRITE) -> Draft:
    """The draft, locked and already in the state after the act; not saved. Refuses: NotAllowed, ActNotOpen."""
    access.require(by, right, draft.unit_id)
    fresh = access.lock(draft)
    fresh.state = rules.next_state(State(fresh.state), act)
    return fresh


def today(at: datetime) -> date:
    """The Vietnamese day of a moment."""
    return at.astimezone(VN).date()


def words(text: str, missing: str) -> str:
    """Text without blanks around it. Refuses: NotThatWay with `missing` when nothing is left."""
    if not (cleaned := text.strip()):
        raise rules.NotThatWay(missing)
    return cleaned


def not_to_come(on: date, at: datetime) -> None:
    """Refuses: NotThatWay for a day that has not come."""
    if on > today(at):
        raise rules.NotThatWay(f"Ngày {on:%d/%m/%Y} chưa đến.")


def in_order(first: date, last: date, what: str) -> None:
    """Refuses: NotThatWay when the second day lies before the first."""
    if last < first:
        raise rules.NotThatWay(f"{what}: ngày {last:%d/%m/%Y} trước ngày {first:%d/%m/%Y}.")
