"""Conditions over the answers, as the law files write them: `{subject.birth_date: {age_from: 14}}`.

A condition is true, false, or unknown (an answer is missing); unknown never blocks and never demands a paper.
Several keys in one mapping must all hold; `any`, `all`, `not` combine.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

Scalar = str | int | bool
Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Answers = Mapping[str, object]

TESTS = {
    "is",
    "given",
    "declared",
    "other_than",
    "age_under",
    "age_from",
    "days_over",
    "days_within",
    "months_over",
    "same_as",
    "over",
    "after",
}
DECISIVE = {"given", "declared", "other_than"}  # a missing answer decides these; it leaves the others unknown
GROUPS = {"any", "all", "not"}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class BadCondition(ValueError):
    """A condition that cannot be read; the message says which word is wrong."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a condition may look at: the answers, the day of filing, the channel and the time of day."""

    answers: Answers
    on: date
    channel: str = ""
    at_time: time | None = None

    def value(self, key: str) -> object:
        """The answer under `key`, or None when it was not given."""
        if key in ("channel", "time"):
            return (self.channel if key == "channel" else self.at_time) or None
        answer = self.answers.get(key)
        return None if answer in ("", ()) else answer


@dataclass(frozen=True, slots=True)
class Condition:
    """One node: a test of one answer (`op`, `key`, `value`), or a group (`op` any/all/not, `parts`)."""

    op: str
    key: str = ""
    value: tuple[Scalar, ...] = ()
    parts: tuple["Condition", ...] = field(default=())

    @classmethod
    def parse(cls, raw: object) -> "Condition":
        """Read the mapping of a law file. Refuses: BadCondition."""
        if not isinstance(raw, Mapping) or not raw:
            raise BadCondition(f"điều kiện phải là một ánh xạ, không phải {raw!r}")
        parts = tuple(_parse_one(str(key), value) for key, value in raw.items())
        return parts[0] if len(parts) == 1 else cls("all", parts=parts)

    def as_json(self) -> Json:
        """The mapping again, as `parse` reads it."""
        if self.op == "not":
            return {"not": self.parts[0].as_json()}
        if self.op in GROUPS:
            return {self.op: [part.as_json() for part in self.parts]}
        if self.op == "is":
            return {self.key: list(self.value)}
        return {self.key: {self.op: self.value[0]}}

    def keys(self) -> frozenset[str]:
        """Every answer the condition looks at."""
        own = {self.key} if self.key else set()
        own |= {str(self.value[0])} if self.op == "same_as" else set()
        return frozenset(own.union(*(part.keys() for part in self.parts)))


def _parse_one(key: str, value: object) -> Condition:
    if key == "not":
        return Condition("not", parts=(Condition.parse(value),))
    if key in GROUPS:
        if not isinstance(value, list):
            raise BadCondition(f"“{key}” cần một danh sách điều kiện")
        return Condition(key, parts=tuple(Condition.parse(part) for part in value))
    if not isinstance(value, Mapping):
        values = value if isinstance(value, list) else [value]
        return Condition("is", key, tuple(_scalar(one) for one in values))
    tests = tuple(Condition(_known(str(op)), key, (_scalar(arg),)) for op, arg in value.items())
    return tests[0] if len(tests) == 1 else Condition("all", parts=tests)


def _known(op: str) -> str:
    if op not in TESTS:
        raise BadCondition(f"không có phép so “{op}”")
    return op


def _scalar(value: object) -> Scalar:
    if isinstance(value, str | int):
        return value
    raise BadCondition(f"giá trị {value!r} phải là chữ, số hoặc đúng/sai")


def holds(condition: Condition | None, facts: Facts) -> bool | None:
    """Whether the condition holds for these facts; None when an answer it needs is missing. No condition: true."""
    if condition is None:
        return True
    if condition.op in GROUPS:
        return _group(condition.op, [holds(part, facts) for part in condition.parts])
    value = facts.value(condition.key)
    if condition.op in DECISIVE:
        return _decide(condition.op, value, condition.value[0])
    return None if value is None else _test(condition, value, facts)


def _decide(op: str, value: object, wanted: Scalar) -> bool:
    if op == "given":
        return (value is not None) == wanted
    return value is not None and _same(value, wanted) == (op == "declared")


def _same(value: object, wanted: Scalar) -> bool:
    return _word(value) == _word(wanted)


def _word(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value).casefold()


def _group(op: str, results: Sequence[bool | None]) -> bool | None:
    if op == "not":
        return None if results[0] is None else not results[0]
    decisive = op == "any"
    if decisive in results:
        return decisive
    return None if None in results else not decisive


def _test(condition: Condition, value: object, facts: Facts) -> bool | None:
    op, wanted = condition.op, condition.value
    if op == "is":
        return any(_same(value, one) for one in wanted)
    if op == "same_as":
        other = facts.value(str(wanted[0]))
        return None if other is None else other == value
    if op == "after":
        return isinstance(value, time) and value > time.fromisoformat(str(wanted[0]))
    if op == "over":
        return _int(value) > int(wanted[0])
    day = first_day(value)
    return None if day is None else _dated(op, day, int(wanted[0]), facts.on)


def _dated(op: str, day: date, bound: int, on: date) -> bool:
    if op == "days_over":
        return (on - day).days > bound
    if op == "days_within":
        return (on - day).days <= bound
    if op == "months_over":
        return on > months_after(day, bound)
    return (age(day, on) < bound) == (op == "age_under")


def _int(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


def first_day(value: object) -> date | None:
    """The day of a full or partial ISO date; a missing day or month counts as the first [01/2016/TTLT, 2.1]."""
    if isinstance(value, date):
        return value
    match = _PARTIAL.match(str(value))
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def age(born_on: date, on: date) -> int:
    """Full years («tuổi tròn», “từ đủ … tuổi”) on that day; the birthday itself counts."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError
