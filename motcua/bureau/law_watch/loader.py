"""law/law_watch/criteria.yaml in, the decrees' criteria out; and what is wrong in that file, by line.

Read once and kept. `findings` is what `motcua check-law` shows.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from motcua.bureau.law_watch.choices import Live
from motcua.bureau.law_watch.rules import Computed, Group, Input, Regime
from motcua.legal.procedures.loader.build import Instrument, read_instruments
from motcua.legal.procedures.loader.checks import citation_fault
from motcua.legal.procedures.loader.files import BadFile, ItemPath, LawFile, read
from motcua.legal.procedures.loader.shape import Finding, written_twice

LAST = date(9998, 12, 31)
SURE = {"high", "medium", "low"}


def regimes(law_dir: Path | None = None) -> tuple[Regime, ...]:
    """Every decree's criteria, oldest first. Refuses: ValueError, KeyError for a file that cannot be read."""
    return _cached(law_dir or _law_dir())


def _law_dir() -> Path:
    from django.conf import settings  # noqa: PLC0415  explicit folders need no settings

    return Path(settings.LAW_DIR)


@lru_cache(maxsize=8)
def _cached(law_dir: Path) -> tuple[Regime, ...]:
    found = [_regime(row) for row in _rows(read(_path(law_dir)))]
    named = _sources(read(law_dir / "instruments.yaml"))
    shown = [replace(one, source=named.get(one.source, one.source)) for one in found]
    return tuple(sorted(shown, key=lambda one: one.from_on))


def _sources(file: LawFile) -> dict[str, str]:
    """Where a text was read, in words a reader understands; by key."""
    return cast("dict[str, str]", file.values.get("sources", {}))


def _path(law_dir: Path) -> Path:
    return law_dir / "law_watch" / "criteria.yaml"


def _regime(row: dict[str, Any]) -> Regime:
    return Regime(
        key=row["key"],
        name=row["name"],
        from_on=row["from"],
        to_on=row.get("to"),
        by=row["by"],
        source=row["source"],
        sure=row["sure"],
        groups=tuple(_group(group) for group in row["groups"]),
    )


def _group(row: dict[str, Any]) -> Group:
    return Group(
        key=row["key"],
        name=row["name"],
        by=row["by"],
        sure=row["sure"],
        criteria=tuple(row["criteria"]),
        inputs=tuple(Input(one["key"], one["name"], one.get("unit", ""), one.get("live", "")) for one in row["inputs"]),
        computed=tuple(
            Computed(
                key=one["key"],
                name=one["name"],
                unit=one.get("unit", ""),
                sum_of=tuple(one.get("sum", ())),
                part=one.get("part", ""),
                whole=one.get("whole", ""),
            )
            for one in row.get("computed", ())
        ),
    )


def findings(law_dir: Path) -> tuple[Finding, ...]:
    """Every fault of the file: unreadable, days that overlap or leave a gap, unknown texts, sums of nothing."""
    path = _path(law_dir)
    try:
        file = read(path)
        found = tuple(_regime(row) for row in _rows(file))
        cited = read(law_dir / "instruments.yaml")
        known = {one.number: one for one in read_instruments(cited.values)}
    except BadFile as bad:
        return (Finding(bad.path, bad.line, bad.message),)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as bad:
        return (Finding(path, 1, f"không đọc được: {bad}"),)
    faults = [
        *written_twice(file),
        *(Finding(path, 1, words) for words in _shared(found)),
        *(Finding(path, file.line("regimes", no), words) for no, words in _days(found)),
    ]
    for no, regime in enumerate(found):
        if regime.source not in _sources(cited):
            words = f"nguồn “{regime.source}” không có trong instruments.yaml"
            faults.append(Finding(path, file.line("regimes", no, "source"), words))
        faults += [Finding(path, file.line(*place), words) for place, words in _faults(no, regime, known)]
    return tuple(sorted(faults))


def _rows(file: LawFile) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", file.values["regimes"])


def _faults(no: int, regime: Regime, known: dict[str, Instrument]) -> Iterator[tuple[ItemPath, str]]:
    """What is wrong within one decree's criteria, with the place of each fault in the file."""
    here: ItemPath = ("regimes", no)
    yield from ((here, words) for words in _twice(regime))
    yield from _rests(here, regime.by, regime.sure, regime.from_on, known)
    for at, group in enumerate(regime.groups):
        place: ItemPath = (*here, "groups", at)
        yield from _rests(place, group.by, group.sure, regime.from_on, known)
        yield from ((place, words) for words in _sums(group))
        for one in group.inputs:
            if one.live and one.live not in set(Live):
                yield place, f"{group.key}.{one.key}: hệ thống không đếm được “{one.live}”"


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


def _shared(found: tuple[Regime, ...]) -> Iterator[str]:
    """Groups of one key under two decrees: rows name a group by its key alone."""
    keys = [group.key for regime in found for group in regime.groups]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"nhóm “{key}” có hai lần"


def _twice(regime: Regime) -> Iterator[str]:
    keys = [one.key for one in regime.inputs]
    keys += [one.key for group in regime.groups for one in group.computed]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"{regime.key}: “{key}” có hai lần"


def _sums(group: Group) -> Iterator[str]:
    known = {one.key for one in group.inputs}
    for one in group.computed:
        if bool(one.sum_of) == bool(one.part and one.whole):
            yield f"{group.key}.{one.key}: cần `sum`, hoặc cả `part` và `whole`"
        for key in filter(None, [*one.sum_of, one.part, one.whole]):
            if key not in known:
                yield f"{group.key}.{one.key}: “{key}” không có trong nhóm"
        known.add(one.key)
