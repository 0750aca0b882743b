"""Figures: a sheet for a period, numbers entered into it. What can be computed is never entered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.bureau.law_watch import access, loader, queries, rules
from motcua.bureau.law_watch.acts.base import begin, note
from motcua.bureau.law_watch.choices import Act
from motcua.bureau.law_watch.models import Figure, FigureSheet
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor


@transaction.atomic
def open_figures(*, from_on: date, to_on: date, by: Actor, at: datetime) -> FigureSheet:
    """Open the sheet of a period under the decree in force. Periods of one agency do not overlap: sums count once.

    Refuses: NotAllowed, NotThatWay for a period across two decrees or over one that is there.
    """
    rules.in_order(from_on, to_on, "Kỳ số liệu")
    regime = rules.regime_of(loader.regimes(), from_on, to_on)
    agency = office.directory().agency(access.own_unit(by))
    over = FigureSheet.objects.filter(agency_id=agency.id, from_on__lte=to_on, to_on__gte=from_on).first()
    if over is not None:
        raise rules.NotThatWay(f"Kỳ này chồng với kỳ {over.from_on:%d/%m/%Y}–{over.to_on:%d/%m/%Y} đã có.")
    facts = {"from_on": from_on.isoformat(), "to_on": to_on.isoformat(), "regime": regime.key}
    values: dict[str, Any] = {"from_on": from_on, "to_on": to_on, "regime": regime.key}
    return begin(FigureSheet, Act.OPEN_FIGURES, by=by, at=at, facts=facts, **values)


def _typed(regime: rules.Regime, wanted: Mapping[str, int | None], live: Mapping[str, int]) -> None:
    """Refuses: NotThatWay for a number the system counts by itself in this period."""
    counted = next((one for one in regime.inputs if one.key in live and wanted.get(one.key) is not None), None)
    if counted is not None:
        raise rules.NotThatWay(f"{counted.name}: hệ thống tự tính trong kỳ này, không nhập.")


@transaction.atomic
def enter_figures(
    sheet: FigureSheet, values: Mapping[str, int | None], *, by: Actor, at: datetime
) -> dict[str, list[int | None]]:
    """Enter or correct numbers; None takes one back. Answers what changed, as {input: [before, after]}.

    Nothing changed: nothing is recorded. Refuses: NotAllowed, NotThatWay.
    """
    access.require(by, access.WRITE, sheet.unit_id)
    sheet = access.lock(sheet)
    regime = next(one for one in loader.regimes() if one.key == sheet.regime)
    wanted = rules.checked(regime, values)
    _typed(regime, wanted, queries.live_of(sheet))
    there = {row.key: row for row in sheet.figures.all()}
    changed: dict[str, list[int | None]] = {}
    for key, value in wanted.items():
        row = there.get(key)
        before = row.value if row else None
        if before == value:
            continue
        changed[key] = [before, value]
        if value is None:
            sheet.figures.filter(key=key).delete()
        else:
            Figure.objects.update_or_create(sheet=sheet, key=key, defaults={"value": value})
    if changed:
        note(sheet, Act.ENTER_FIGURES, by=by, at=at, figures=changed)
    return changed
