"""The announced calendars (`law/calendar/<year>.yaml`) and the office's hours (`office/hours.yaml`), read once.

A slip raises `BrokenFile` with file and line; nothing is guessed around it.
"""

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from django.conf import settings

from motcua.base.worktime.loader.reading import BrokenFile, Entry, read
from motcua.base.worktime.rules import Calendar, CalendarDay, Hours, Period, Session

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKING_WEEK = "mon-fri"

__all__ = ["BrokenFile", "calendar", "forget", "hours", "units_with_hours"]


def calendar(root: Path | None = None) -> Calendar:
    """The calendar of all announced years; always the same object until `forget`. Raises BrokenFile."""
    return _calendar(root or Path(settings.LAW_DIR) / "calendar")


def hours(unit_code: str | None = None, root: Path | None = None) -> Hours:
    """The hours of a unit, the office's own where the unit has none written; `root` is the file. Raises BrokenFile."""
    by_unit = _hours(root or Path(settings.OFFICE_DIR) / "hours.yaml")
    return by_unit.get(unit_code) or by_unit[None]


def units_with_hours(root: Path | None = None) -> frozenset[str]:
    """Codes of the units that keep hours of their own."""
    return frozenset(code for code in _hours(root or Path(settings.OFFICE_DIR) / "hours.yaml") if code)


def forget() -> None:
    """Read the files anew at the next question."""
    _calendar.cache_clear()
    _hours.cache_clear()


@lru_cache(maxsize=8)
def _calendar(folder: Path) -> Calendar:
    known_until: dict[int, date] = {}
    days: list[CalendarDay] = []
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].yaml")):
        last, rows = _year(path)
        if last:
            known_until[last.year] = last
            days += rows
    try:
        return Calendar.of_years(known_until, days)
    except ValueError as error:
        raise BrokenFile(folder, 1, str(error)) from None


def _year(path: Path) -> tuple[date | None, list[CalendarDay]]:
    """The last known day of a year (None: not announced) and its rows."""
    fields = read(path).known_fields(required=("year", "announced", "rows"), optional=("announced_until",))
    year = int(path.stem)
    if fields["year"].text() != path.stem:
        raise fields["year"].broken(f"năm ghi trong tệp phải là {year}")
    rows = [_calendar_day(entry, year) for entry in fields["rows"].items()]
    seen: set[date] = set()
    for row, entry in zip(rows, fields["rows"].items(), strict=True):
        if row.on in seen:
            raise entry.broken(f"ngày {row.on:%d/%m/%Y} ghi hai lần")
        seen.add(row.on)
    if fields["announced"].one_of("true", "false") == "true":
        return date(year, 12, 31), rows
    return (_in_year(fields["announced_until"], year), rows) if "announced_until" in fields else (None, [])


def _calendar_day(entry: Entry, year: int) -> CalendarDay:
    fields = entry.known_fields(required=("date", "kind", "name", "by", "source", "sure"), optional=("instead_of",))
    on = _in_year(fields["date"], year)
    kind: Literal["off", "worked"] = "off" if fields["kind"].one_of("off", "worked") == "off" else "worked"
    if kind == "worked" and on.weekday() < WEEK.index("sat"):
        raise fields["kind"].broken(f"{on:%d/%m/%Y} không phải Thứ Bảy, Chủ Nhật nên không ghi làm bù")
    if not fields["name"].text():
        raise fields["name"].broken("chưa ghi tên ngày")
    return CalendarDay(
        on,
        kind,
        fields["name"].text(),
        instead_of=fields["instead_of"].day() if "instead_of" in fields else None,
        by=fields["by"].text(),
        source=fields["source"].text(),
        sure=fields["sure"].one_of("high", "medium", "low"),
    )


def _in_year(entry: Entry, year: int) -> date:
    if entry.day().year != year:
        raise entry.broken(f"ngày {entry.text()} không thuộc năm {year}")
    return entry.day()


@lru_cache(maxsize=8)
def _hours(path: Path) -> dict[str | None, Hours]:
    fields = read(path).known_fields(required=("default",), optional=("units",))
    default = _periods(fields["default"])
    _require_no_gap(fields["default"], default)
    by_unit: dict[str | None, Hours] = {None: Hours(tuple(default))}
    for code, entry in (fields["units"].fields() if "units" in fields else {}).items():
        by_unit[code] = Hours((*_periods(entry), *default))
    return by_unit


def _periods(entry: Entry) -> list[Period]:
    periods: list[Period] = []
    for item in entry.items():
        fields = item.known_fields(required=("from", "by", "sure"), optional=("to", WORKING_WEEK, *WEEK))
        from_on = fields["from"].day()
        to_on = fields["to"].day() if "to" in fields else None
        if to_on and to_on < from_on:
            raise fields["to"].broken("ngày kết thúc trước ngày bắt đầu")
        week = _week(item, fields)
        periods.append(Period(from_on, to_on, week, fields["sure"].one_of("high", "medium", "low")))
    return periods


def _week(item: Entry, fields: dict[str, Entry]) -> dict[int, tuple[Session, ...]]:
    week: dict[int, tuple[Session, ...]] = {}
    if WORKING_WEEK in fields:
        week = dict.fromkeys(range(5), _sessions(fields[WORKING_WEEK]))
    week |= {number: _sessions(fields[day]) for number, day in enumerate(WEEK) if day in fields}
    if not any(week.values()):
        raise item.broken("chưa ghi phiên làm việc nào trong tuần")
    return week


def _sessions(entry: Entry) -> tuple[Session, ...]:
    sessions = tuple(_session(item) for item in entry.items())
    for earlier, later in pairwise(sessions):
        if later.start <= earlier.end:
            raise entry.broken(f"phiên {later} phải sau phiên {earlier}")
    return sessions


def _session(entry: Entry) -> Session:
    start, separator, end = entry.text().partition("-")
    if not separator:
        raise entry.broken(f"phiên “{entry.text()}” chưa ghi theo mẫu 07:00-11:30")
    try:
        return Session.of(entry.clock(start), entry.clock(end))
    except BrokenFile:
        raise
    except ValueError as error:
        raise entry.broken(str(error)) from None


def _require_no_gap(entry: Entry, periods: list[Period]) -> None:
    if not periods or periods[-1].to_on is not None:
        raise entry.broken("giờ làm việc chung: khoảng cuối cùng không được ghi “to”")
    for earlier, later in pairwise(periods):
        if earlier.to_on is None or earlier.to_on + timedelta(days=1) != later.from_on:
            raise entry.broken(f"giờ làm việc chung bị đứt quãng hoặc chồng nhau trước ngày {later.from_on:%d/%m/%Y}")
