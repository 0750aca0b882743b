"""What every act here does: right, state, journal row, saved together; and how a new thing begins."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from motcua.bureau.law_review import access, queries, rules
from motcua.bureau.law_review.choices import Act
from motcua.bureau.law_review.models import ExpiryList, Kept, ListLine, Systematisation
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor, UnitRow

K = TypeVar("K", bound=Kept)
S = TypeVar("S", bound=StrEnum)


def begin(
    model: type[K], act: Act, *, unit: UnitRow, by: Actor, at: datetime, facts: Mapping[str, object], **values: Any
) -> K:
    """A new thing of the unit, with the first row of its record."""
    agency = office.directory().agency(unit)
    row = model(agency_id=agency.id, unit_id=unit.id, created_at=at, created_by=by.name, **values)
    journal.write(row, act=act.value, by=by, at=at, unit=unit.code, **facts)
    row.save(force_insert=True)
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


def keep_lines(row: ExpiryList | Systematisation, lines: Iterable[rules.Line]) -> dict[str, int]:
    """Put these lines in place of the earlier ones, numbered within each list; how many each list has."""
    row.lines.all().delete()
    owner = {"year_list": row} if isinstance(row, ExpiryList) else {"round": row}
    made, numbers = [], dict[str, int]()
    for line in lines:
        numbers[line.list.value] = no = numbers.get(line.list.value, 0) + 1
        values = {name: getattr(line, name) for name in queries.COLUMNS}
        made.append(ListLine(**owner, document_id=line.document_id, list=line.list.value, no=no, **values))
    ListLine.objects.bulk_create(made, batch_size=500)
    return numbers
