"""law/law_review/rules.yaml in, the decrees' forms and days out; and what is wrong in that file, by line.

Read once and kept. `findings` is what `motcua check-law` shows.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from motcua.bureau.law_review.choices import ListName
from motcua.bureau.law_review.rules import CutOff, Form, Regime
from motcua.legal.procedures.loader.build import Instrument, read_instruments
from motcua.legal.procedures.loader.checks import citation_fault
from motcua.legal.procedures.loader.files import BadFile, ItemPath, LawFile, read
from motcua.legal.procedures.loader.shape import Finding, written_twice

LAST = date(9998, 12, 31)
SURE = {"high", "medium", "low"}
_DAY = re.compile(r"\d\d/\d\d")


def regimes() -> tuple[Regime, ...]:
    """Every decree's forms and days, oldest first. Refuses: ValueError, KeyError for a file that cannot be read."""
    return _cached(_law_dir())[0]


def cut_offs() -> tuple[CutOff, ...]:
    """The known cut-offs, oldest first."""
    return _cached(_law_dir())[1]


def _law_dir() -> Path:
    from django.conf import settings  # noqa: PLC0415  explicit folders need no settings

    return Path(settings.LAW_DIR)


@lru_cache(maxsize=8)
def _cached(law_dir: Path) -> tuple[tuple[Regime, ...], tuple[CutOff, ...]]:
    return _built(read(_path(law_dir)))


def _path(law_dir: Path) -> Path:
    return law_dir / "law_review" / "rules.yaml"


def _built(file: LawFile) -> tuple[tuple[Regime, ...], tuple[CutOff, ...]]:
    values = cast("dict[str, Any]", file.values)
    made = [_regime(row, values["columns"]) for row in values["regimes"]]
    days = [CutOff(row["cut_off"], row["by"], row["sure"]) for row in values["cut_offs"]]
    return tuple(sorted(made, key=lambda one: one.from_on)), tuple(sorted(days, key=lambda one: one.on))


def _regime(row: dict[str, Any], names: dict[str, str]) -> Regime:
    yearly, years = row["yearly"], row["round"]
    if not _DAY.fullmatch(yearly["publish_by"]):
        raise ValueError(f"publish_by “{yearly['publish_by']}” phải viết như 31/01")
    day, month = map(int, yearly["publish_by"].split("/"))
    date(2001, month, day)
    return Regime(
        key=row["key"],
        name=row["name"],
        from_on=row["from"],
        to_on=row.get("to"),
        by=row["by"],
        sure=row["sure"],
        pause=row["pause"],
        forms=tuple(_form(one, names) for one in row["lists"]),
        yearly_day=(day, month),
        yearly_by=yearly["by"],
        yearly_sure=yearly["sure"],
        round_years=years["years"],
        publish_days=years["publish_days"],
        round_by=years["by"],
        round_sure=years["sure"],
    )


def _form(row: dict[str, Any], names: dict[str, str]) -> Form:
    columns = tuple((key, names[key]) for key in row["columns"])
    return Form(ListName(row["key"]), row["form"], row["title"], columns, row["sure"])


def findings(law_dir: Path) -> tuple[Finding, ...]:
    """Every fault: unreadable, a list or column missing, days that overlap or leave a gap, unknown texts."""
    path = _path(law_dir)
    try:
        file = read(path)
        found, days = _built(file)
        known = {one.number: one for one in read_instruments(read(law_dir / "instruments.yaml").values)}
    except BadFile as bad:
        return (Finding(bad.path, bad.line, bad.message),)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as bad:
        return (Finding(path, 1, f"không đọc được: {bad}"),)
    faults = [*written_twice(file)]
    faults += [Finding(path, file.line("regimes", no), words) for no, words in _days(found)]
    for no, regime in enumerate(found):
        faults += [Finding(path, file.line(*place), words) for place, words in _faults(no, regime, known)]
    for no, one in enumerate(days):
        places = _rests(("cut_offs", no), one.by, one.sure, one.on, known)
        faults += [Finding(path, file.line(*place), words) for place, words in places]
    return tuple(sorted(faults))


def _faults(no: int, regime: Regime, known: dict[str, Instrument]) -> Iterator[tuple[ItemPath, str]]:
    """What is wrong within one decree's block, with the place of each fault in the file."""
    here: ItemPath = ("regimes", no)
    yield from _rests(here, regime.by, regime.sure, regime.from_on, known)
    yield from _rests((*here, "yearly"), regime.yearly_by, regime.yearly_sure, regime.from_on, known)
    yield from _rests((*here, "round"), regime.round_by, regime.round_sure, regime.from_on, known)
    if (keys := [form.key for form in regime.forms]) != list(ListName):
        yield (*here, "lists"), f"{regime.key}: cần đủ bốn danh mục theo thứ tự, đang có {', '.join(keys)}"
    for at, form in enumerate(regime.forms):
        if form.sure not in SURE:
            yield (*here, "lists", at), f"sure: “{form.sure}” không phải high, medium, low"
        if len(set(form.columns)) != len(form.columns):
            yield (*here, "lists", at), f"{form.key}: một cột có hai lần"


def _rests(
    place: ItemPath, by: str, sure: str, on: date, known: dict[str, Instrument]
) -> Iterator[tuple[ItemPath, str]]:
    if fault := citation_fault(by, on, known):
        yield (*place, "by"), fault
    if sure not in SURE:
        yield (*place, "sure"), f"sure: “{sure}” không phải high, medium, low"


def _days(found: tuple[Regime, ...]) -> Iterator[tuple[int, str]]:
    for no, (earlier, later) in enumerate(pairwise(found), start=1):
        expected = (earlier.to_on or LAST) + timedelta(days=1)
        if later.from_on < expected:
            yield no, f"{later.key}: chồng ngày với {earlier.key}"
        elif later.from_on > expected:
            yield no, f"{later.key}: trống từ {expected} đến {later.from_on}"
