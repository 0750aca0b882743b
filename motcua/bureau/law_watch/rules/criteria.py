"""Groups of criteria, the numbers an office enters for them, and what is computed from those numbers.

Values are whole numbers; sums are whole numbers, shares per cent with one decimal. Nothing computed is ever stored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from motcua.base.states import NotThatWay

LARGEST = 2_000_000_000


@dataclass(frozen=True)
class Input:
    """One number an office enters: what is counted, in which unit; `live` names what the system counts by itself."""

    key: str
    name: str
    unit: str = ""
    live: str = ""


@dataclass(frozen=True)
class Computed:
    """A sum of inputs, or the share of one in another."""

    key: str
    name: str
    unit: str = ""
    sum_of: tuple[str, ...] = ()
    part: str = ""
    whole: str = ""


@dataclass(frozen=True)
class Group:
    """«Nhóm tiêu chí»: what the decree looks at, with the article it stands in."""

    key: str
    name: str
    by: str
    sure: str
    criteria: tuple[str, ...]
    inputs: tuple[Input, ...]
    computed: tuple[Computed, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether the article was read in the text itself; else the screen says «cần xác nhận»."""
        return self.sure == "high"


@dataclass(frozen=True)
class Regime:
    """One decree's way of monitoring, from its first to its last day; both count."""

    key: str
    name: str
    from_on: date
    to_on: date | None
    by: str
    source: str
    sure: str
    groups: tuple[Group, ...] = field(repr=False)

    def holds_on(self, on: date) -> bool:
        """Whether the decree is in force on the day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    def group(self, key: str) -> Group | None:
        """The group with this key."""
        return next((group for group in self.groups if group.key == key), None)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every number entered under this decree."""
        return tuple(one for group in self.groups for one in group.inputs)


def regime_on(regimes: Iterable[Regime], on: date) -> Regime:
    """The decree in force on the day. Refuses: NotThatWay before the first."""
    for regime in regimes:
        if regime.holds_on(on):
            return regime
    raise NotThatWay(f"Ngày {on:%d/%m/%Y} chưa có quy định về theo dõi thi hành pháp luật.")


def regime_of(regimes: Iterable[Regime], first: date, last: date) -> Regime:
    """The one decree that covers a period. Refuses: NotThatWay when the decree changes within it."""
    known = tuple(regimes)
    begins, ends = regime_on(known, first), regime_on(known, last)
    if begins != ends:
        raise NotThatWay(f"Từ {ends.from_on:%d/%m/%Y} áp dụng tiêu chí khác. Tách thành hai kỳ.")
    return begins


def group_name(regimes: Iterable[Regime], key: str) -> str:
    """Name of a group under whichever decree has it; the key itself when none has."""
    return next((found.name for regime in regimes if (found := regime.group(key))), key)


@dataclass(frozen=True)
class Line:
    """One line of a table of figures: entered, counted from live data (`source` says which), or computed from others.

    `value` is None when nothing was entered.
    """

    key: str
    name: str
    unit: str
    value: int | None
    shown: str
    is_computed: bool = False
    source: str = ""

    @property
    def origin(self) -> str:
        """Where the number comes from, as a report says it."""
        if self.source:
            return f"tự tính từ {self.source}"
        return "tính từ các số trên" if self.is_computed else "nhập tay"


def lines(group: Group, values: Mapping[str, int], live: Mapping[str, str] | None = None) -> tuple[Line, ...]:
    """The inputs of a group, then what is computed from them; `live` names the source of what the system counted."""
    sources = live or {}
    known: dict[str, int] = {one.key: values[one.key] for one in group.inputs if one.key in values}
    rows = [
        Line(
            one.key, one.name, one.unit, known.get(one.key), shown(known.get(one.key)), source=sources.get(one.key, "")
        )
        for one in group.inputs
    ]
    for one in group.computed:
        if one.sum_of:
            parts = [known[key] for key in one.sum_of if key in known]
            total = sum(parts) if parts else None
            if total is not None:
                known[one.key] = total
            rows.append(Line(one.key, one.name, one.unit, total, shown(total), is_computed=True))
        else:
            text = share(known.get(one.part), known.get(one.whole))
            rows.append(Line(one.key, one.name, "%", None, text, is_computed=True))
    return tuple(rows)


def shown(value: int | None) -> str:
    """1234 → «1.234»; nothing for None."""
    return "" if value is None else f"{value:,}".replace(",", ".")


def share(part: int | None, whole: int | None) -> str:
    """Per cent with one decimal, «66,7»; nothing without both, or of nothing."""
    if part is None or not whole:
        return ""
    return f"{round(1000 * part / whole) / 10:.1f}".replace(".", ",")


def totals(sheets: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Sum of each input over the sheets of a period; an input nobody entered is absent."""
    found: dict[str, int] = {}
    for sheet in sheets:
        for key, value in sheet.items():
            found[key] = found.get(key, 0) + value
    return found


def checked(regime: Regime, values: Mapping[str, int | None]) -> dict[str, int | None]:
    """Figures that belong to the decree and are counts. Refuses: NotThatWay."""
    names = {one.key: one.name for one in regime.inputs}
    for key, value in values.items():
        if key not in names:
            raise NotThatWay(f"Số liệu “{key}” không thuộc tiêu chí của kỳ này.")
        if value is not None and not 0 <= value <= LARGEST:
            raise NotThatWay(f"{names[key]}: nhập số nguyên từ 0 trở lên.")
    return dict(values)
