"""A rule of format with its dates, what a check found against it, and how a machine would mend it.

Checks are registered by rule id; a check gets the document read and the rule as it holds on the day, with its values.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from motcua.legal.formats.choices import Part, Profile, Severity, Sight
from motcua.legal.formats.rules.paper import Line, Para
from motcua.legal.formats.rules.parts import Reading

EXCERPT = 90


@dataclass(frozen=True)
class FormatRule:
    """One rule in one period. `style`, `values`: what the law's figures are, for the check to hold against."""

    id: str
    profile: Profile
    title: str
    demands: str
    severity: Severity
    seen_by: Sight
    mends: bool
    by: str
    from_on: date
    to_on: date | None = None
    sure: str = "high"
    note: str = ""
    part: Part | None = None
    style: Mapping[str, object] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    more: Mapping[str, object] = field(default_factory=dict)

    def holds(self, on: date) -> bool:
        """Whether it is in force on the day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    def figures(self, name: str) -> tuple[float, ...]:
        """A list of figures of the rule: `size: [13, 14]` → (13.0, 14.0)."""
        found = self.values.get(name, ())
        return tuple(float(str(one)) for one in found) if isinstance(found, list | tuple) else (float(str(found)),)


@dataclass(frozen=True)
class Mend:
    """One mechanical change: on a run, a paragraph, a section or a page number; `value` None takes the setting away."""

    target: str
    uid: int
    name: str
    value: object
    run: int = -1


@dataclass(frozen=True)
class Fault:
    """What a check saw: where (a paragraph, or the whole document), what is, and the mends that would put it right."""

    found: str
    para: Para | None = None
    excerpt: str = ""
    mends: tuple[Mend, ...] = ()
    wanted: str = ""
    section: int | None = None


@dataclass(frozen=True)
class Finding:
    """A fault with its rule, ready to be shown."""

    rule: FormatRule
    fault: Fault

    @property
    def can_be_mended(self) -> bool:
        """Whether a machine can put it right without touching a letter."""
        return bool(self.fault.mends)

    @property
    def place(self) -> str:
        """«trang 2, đoạn 14», or «toàn văn bản»."""
        para = self.fault.para
        if para is None:
            section = self.fault.section
            part = f", phần {section + 1} của tệp" if section else ""
            return "toàn văn bản" if section is None else f"thiết lập trang{part}"
        words = [f"trang {para.spot.page}"] if para.spot.page else []
        area = {"header": "đầu trang", "footer": "chân trang", "box": "khung chữ", "note": "chú thích"}
        return (
            ", ".join([*words, area.get(para.spot.area, ""), f"đoạn {para.uid + 1}"]).replace(", , ", ", ").strip(", ")
        )


Check = Callable[[Reading, FormatRule], Iterable[Fault]]
CHECKS: dict[str, Check] = {}
"""Rule id → the check that sees it."""


def check(*ids: str) -> Callable[[Check], Check]:
    """Register a check for these rules. Refuses (ValueError) a second check for one rule."""

    def register(function: Check) -> Check:
        for one in ids:
            if one in CHECKS:
                raise ValueError(f"{one} has a check already.")
            CHECKS[one] = function
        return function

    return register


def fault(line: Line, found: str, mends: Iterable[Mend] = (), wanted: str = "") -> Fault:
    """A fault at a line."""
    return Fault(found, line.para, " ".join(line.text.split())[:EXCERPT], tuple(mends), wanted)


def findings(reading: Reading, rules: Iterable[FormatRule]) -> Iterator[Finding]:
    """All that the rules of the day find, rule by rule in the order of the law."""
    for rule in rules:
        if rule.seen_by is Sight.MACHINE:
            for one in CHECKS[rule.id](reading, rule):
                yield Finding(rule, one)
