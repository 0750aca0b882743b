"""What the components compute: words of a due moment, shapes of rows, the keypad. No Django, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from motcua.base.ui.choices import TONE_ICONS, Tone
from motcua.base.worktime.rules import VN

_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class DueWords:
    """How near a due moment is: a pattern (translatable), its values, a tone and an icon."""

    pattern: str
    values: dict[str, object] = field(default_factory=dict)
    tone: Tone = Tone.QUIET
    icon: str = "dot"

    @property
    def words(self) -> str:
        """The Vietnamese sentence, such as «còn 2 ngày»."""
        return self.pattern % self.values


def _due(tone: Tone, pattern: str, **values: object) -> DueWords:
    return DueWords(pattern, values, tone, "check" if tone is Tone.GOOD else TONE_ICONS[tone])


def due_words(due_at: datetime | None, now: datetime, working_days_left: int | None = None) -> DueWords:
    """«còn 2 ngày», «hôm nay trước 17:00» or «trễ 1 ngày».

    The caller counts working days (negative when past); without a count, calendar days are said.
    """
    if due_at is None:
        return _due(Tone.QUIET, "chưa hẹn ngày")
    due, here = due_at.astimezone(VN), now.astimezone(VN)
    if due < here:
        return _late(due, here, working_days_left)
    if due.date() == here.date():
        return _due(Tone.SOON, "hôm nay trước %(time)s", time=f"{due:%H:%M}")
    days = (due.date() - here.date()).days
    if working_days_left is not None and working_days_left > 0:
        days = working_days_left
    return _due(Tone.GOOD, "còn %(days)s ngày", days=days)


def _late(due: datetime, here: datetime, working_days_left: int | None) -> DueWords:
    if due.date() != here.date():
        if working_days_left == 0:
            return _due(Tone.LATE, "trễ từ %(time)s %(day)s", time=f"{due:%H:%M}", day=_day(due.date()))
        days = -working_days_left if working_days_left and working_days_left < 0 else (here.date() - due.date()).days
        return _due(Tone.LATE, "trễ %(days)s ngày", days=days)
    seconds = int((here - due).total_seconds())
    if seconds < _HOUR:
        return _due(Tone.LATE, "trễ %(minutes)s phút", minutes=max(1, seconds // _MINUTE))
    return _due(Tone.LATE, "trễ %(hours)s giờ", hours=seconds // _HOUR)


def _day(on: date) -> str:
    return f"{on:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Tab:
    """One link of a row of tabs; a count is shown when it is not None."""

    label: str
    url: str
    count: int | str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One line of a work list: what, whose, when, where it stands, what to do next."""

    code: str
    url: str
    title: str
    person: str
    due: DueWords
    step: str = ""
    next_label: str = ""
    next_url: str = ""
    next_key: str = ""


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """A heading of a work list («Trễ hạn», «Hôm nay») and its rows; `total` when there are more than shown."""

    title: str
    rows: Sequence[WorkRow]
    total: int | str | None = None

    @property
    def count(self) -> int | str:
        """The figure beside the heading."""
        return len(self.rows) if self.total is None else self.total


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One thing that happened to a dossier, or will («sắp tới», `at` None)."""

    title: str
    at: datetime | None = None
    who: str = ""
    note: str = ""
    tone: Tone = Tone.GOOD


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart: the figure opens onto the rows behind it when it has a `url`."""

    label: str
    value: float
    shown: str = ""
    url: str = ""
    tone: Tone = Tone.INFO


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its length, in hundredths of the longest."""

    bar: Bar
    length: str
    shown: str


def drawn_bars(bars: Sequence[Bar], *, top: float | None = None) -> list[DrawnBar]:
    """Lengths against `top`, or against the longest bar; an empty or all-zero chart has no lengths."""
    highest = top if top is not None else max((bar.value for bar in bars), default=0)
    return [DrawnBar(bar, _length(bar.value, highest), bar.shown or _figure(bar.value)) for bar in bars]


def _length(value: float, highest: float) -> str:
    share = 0.0 if highest <= 0 else min(max(value / highest, 0.0), 1.0)
    return f"{share * 100:.1f}"


def _figure(value: float) -> str:
    """12 → «12»; 98.4 → «98,4»; 1200 → «1.200»."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", ".,"))


def file_size(size: int) -> str:
    """«12 KB», «1,4 MB»."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def press(value: str, key: str, *, longest: int = 20) -> str:
    """The keypad without JavaScript: the field after one more key (a digit, `back` or `clear`)."""
    if key == "clear":
        return ""
    if key == "back":
        return value[:-1]
    return value + key if key.isdigit() and len(key) == 1 and len(value) < longest else value
