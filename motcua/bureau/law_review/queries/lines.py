"""Lines of lists, computed from the register's confirmed events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from motcua.base.vn.rules import day
from motcua.bureau.law_review import loader, rules
from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.models import ExpiryList, ListLine, Systematisation
from motcua.bureau.law_review.queries.own import documents_of
from motcua.house.office.rules import UnitRow
from motcua.legal.lawbase.choices import EventKind
from motcua.legal.lawbase.queries import bases

if TYPE_CHECKING:
    from motcua.legal.lawbase.models import EffectEvent, LegalDocument

COLUMNS = (
    "kind",
    "number",
    "issued_on",
    "title",
    "reason",
    "on_day",
    "provisions",
    "proposal",
    "content",
    "lead",
    "due_on",
)


def happened(document: LegalDocument) -> list[rules.Happened]:
    """The confirmed events of a document that was read with them."""
    rows: list[EffectEvent] = document.confirmed_events  # type: ignore[attr-defined]
    return [
        rules.Happened(
            kind=EventKind(row.kind),
            on=row.on,
            until=row.until,
            is_part=bool(row.scope or row.scope_words),
            provisions=row.scope_words or "; ".join(row.scope),
            acting=_acting(row),
        )
        for row in rows
    ]


def _acting(row: EffectEvent) -> str:
    if row.acting is None:
        return row.acting_words
    issued = row.acting.issued_on
    return f"{row.acting.name} ngày {day(issued)}" if issued else row.acting.name


def with_events(agency: UnitRow, on: date) -> list[LegalDocument]:
    """The agency's documents with their confirmed events and what acted in them; four queries however many."""
    rows = list(documents_of(agency, on))
    events = [event for row in rows for event in row.confirmed_events]  # type: ignore[attr-defined]
    acting = bases.by_ids({event.acting_id for event in events if event.acting_id})
    for event in events:
        if event.acting_id:
            event.acting = acting[event.acting_id]
    return rows


def line_of(document: LegalDocument, name: ListName, **values: Any) -> rules.Line:
    """A line with the document's own columns."""
    return rules.Line(
        document_id=str(document.pk),
        list=name,
        kind=document.type,
        number=document.number,
        issued_on=document.issued_on,
        title=document.title,
        **values,
    )


def year_lines(agency: UnitRow, year: int) -> tuple[rules.Line, ...]:
    """What lost or paused its effect in the year, wholly (list one) or in part (list two), as the register says now.

    A document that ended wholly in the year stands in list one only.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    whole, part = [], []
    for document in with_events(agency, last):
        events = happened(document)
        if end := rules.whole_end(events, first, last):
            whole.append(line_of(document, ListName.WHOLE, reason=rules.reason_of(end), on_day=end.on))
        elif not rules.is_over(events, first) and (parts := rules.part_ends(events, first, last)):
            provisions, reason, on = rules.joined(parts)
            part.append(line_of(document, ListName.PART, provisions=provisions, reason=reason, on_day=on))
    return (*rules.in_order(whole), *rules.in_order(part))


def kept_lines(row: ExpiryList | Systematisation) -> tuple[rules.Line, ...]:
    """The lines as they were made."""
    return tuple(
        rules.Line(
            document_id=str(line.document_id),
            list=ListName(line.list),
            **{name: getattr(line, name) for name in COLUMNS},
        )
        for line in sorted(_rows(row), key=lambda one: (list(ListName).index(ListName(one.list)), one.no))
    )


def _rows(row: ExpiryList | Systematisation) -> list[ListLine]:
    return list(row.lines.all())


def tables(row: ExpiryList | Systematisation) -> tuple[rules.Table, ...]:
    """The lists under the forms of the decree they were made by."""
    regime = regime_named(row.regime)
    lines = kept_lines(row)
    names = list(ListName)[:2] if isinstance(row, ExpiryList) else list(ListName)
    return tuple(rules.table(regime.form(name), [line for line in lines if line.list == name]) for name in names)


def slugs_of(row: ExpiryList | Systematisation) -> dict[str, list[str]]:
    """Addresses of the documents of each list, in the order of its lines, empty for one kept back; one query."""
    found: dict[str, list[str]] = {}
    rows = row.lines.order_by("list", "no").values_list("list", "document__slug", "document__is_public")
    for name, slug, is_public in rows:
        found.setdefault(name, []).append(slug if is_public else "")
    return found


def regime_named(key: str) -> rules.Regime:
    """The decree with that key. Refuses: LookupError."""
    return next(one for one in loader.regimes() if one.key == key)
