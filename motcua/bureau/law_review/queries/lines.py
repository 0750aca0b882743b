"""Lines of lists, computed from the register's confirmed events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from motcua.base.vn.rules import day
from motcua.bureau.law_review import loader, rules
from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.models import ExpiryList, ListLine, ReviewCase, Systematisation
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
    """The lists under the forms of the decree they were made by, as everybody may read them.

    Documents kept back today have no line, and where one is the reason of a line its name is not told; each table
    counts apart, for officers, what is left out of it.
    """
    regime = regime_named(row.regime)
    lines, hidden = kept_lines(row), left_out(row)
    names = list(ListName)[:2] if isinstance(row, ExpiryList) else list(ListName)
    secret = _secret(row, lines)
    found = []
    for name in names:
        shown = [line for line in lines if line.list == name and line.document_id not in hidden]
        left = tuple(hidden[line.document_id] for line in lines if line.list == name and line.document_id in hidden)
        made = rules.table(regime.form(name), [rules.without_names(line, secret) for line in shown])
        found.append(replace(made, left_out=left))
    return tuple(found)


def left_out(row: ExpiryList | Systematisation) -> dict[str, str]:
    """Documents of the lists that are kept back from the public today, by id, with their names; one query."""
    keys = row.lines.filter(document__is_public=False).values_list("document", flat=True)
    return {str(key): one.name for key, one in bases.by_ids(keys).items()}


def is_open(row: ExpiryList | Systematisation) -> bool:
    """Whether everybody may read the lines today as they were kept: no document kept back is in them or named."""
    lines = kept_lines(row)
    secret = _secret(row, lines)
    return not left_out(row) and all(rules.without_names(line, secret) == line for line in lines)


def not_told(row: ExpiryList | Systematisation) -> tuple[str, ...]:
    """What nobody is told of it today: ids of its documents kept back, names of those that acted on the others."""
    return (*sorted(left_out(row)), *sorted(_secret(row, kept_lines(row))))


def _secret(row: ExpiryList | Systematisation, lines: Sequence[rules.Line]) -> list[str]:
    """Names that are not told: of what acted on the documents, or on the bases for which they were reviewed."""
    documents = row.lines.filter(list=ListName.TO_HANDLE).values("document")
    cases = ReviewCase.objects.filter(document__in=documents, basis__isnull=False)
    return bases.kept_back_behind([line.document_id for line in lines], basis_of=cases.values_list("basis", flat=True))


def slugs_of(row: ExpiryList | Systematisation) -> dict[str, list[str]]:
    """Addresses of the documents of each list that everybody may read, in the order of its lines; one query."""
    found: dict[str, list[str]] = {}
    lines = row.lines.filter(document__is_public=True)
    for name, slug in lines.order_by("list", "no").values_list("list", "document__slug"):
        found.setdefault(name, []).append(slug)
    return found


def regime_named(key: str) -> rules.Regime:
    """The decree with that key. Refuses: LookupError."""
    return next(one for one in loader.regimes() if one.key == key)
