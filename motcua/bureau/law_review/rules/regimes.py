"""What a decree says of lists and days: forms, columns, the day of the yearly list, the five-year cut-off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from motcua.bureau.law_review.choices import ListName

HIGH = "high"


@dataclass(frozen=True, slots=True)
class Form:
    """«Biểu mẫu»: its number, title, and its columns as (key, name)."""

    key: ListName
    number: str
    title: str
    columns: tuple[tuple[str, str], ...]
    sure: str

    @property
    def is_sure(self) -> bool:
        """Whether it was read in the text itself; else «cần xác nhận»."""
        return self.sure == HIGH


@dataclass(frozen=True, slots=True)
class Regime:
    """One decree: the days it holds, its forms and its time limits."""

    key: str
    name: str
    from_on: date
    to_on: date | None
    by: str
    sure: str
    pause: str
    forms: tuple[Form, ...]
    yearly_day: tuple[int, int]
    yearly_by: str
    yearly_sure: str
    round_years: int
    publish_days: int
    round_by: str
    round_sure: str

    def form(self, name: ListName) -> Form:
        """The form of one of the four lists."""
        return next(form for form in self.forms if form.key == name)

    @property
    def yearly_words(self) -> str:
        """«31/01»."""
        return "{:02}/{:02}".format(*self.yearly_day)

    def holds_on(self, on: date) -> bool:
        """Both days count."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True)
class CutOff:
    """«Thời điểm hệ thống hóa»: the last day of a period."""

    on: date
    by: str
    sure: str


def regime_on(regimes: Sequence[Regime], on: date) -> Regime:
    """The decree in force on the day; before the first one, the first: older lists are printed on its forms."""
    return next((one for one in regimes if one.holds_on(on)), regimes[0])


def yearly_due(regimes: Sequence[Regime], year: int) -> date:
    """The last day for publishing what lost effect in the year: 31/01 of the next one."""
    day, month = regime_on(regimes, date(year + 1, 1, 1)).yearly_day
    return date(year + 1, month, day)


def round_due(regimes: Sequence[Regime], cut_off: date) -> date:
    """The last day for publishing the results of a period that was cut off on the day."""
    return cut_off + timedelta(days=regime_on(regimes, cut_off).publish_days)


def next_cut_off(cut_offs: Sequence[CutOff], on: date) -> CutOff:
    """The cut-off ahead, or the last one known."""
    return next((one for one in cut_offs if one.on >= on), cut_offs[-1])


def period_of(regimes: Sequence[Regime], cut_off: date) -> tuple[date, date]:
    """First and last day of the five years that end on the cut-off."""
    years = regime_on(regimes, cut_off).round_years
    return date(cut_off.year - years + 1, 1, 1), cut_off
