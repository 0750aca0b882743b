"""When a question is asked and when it must be answered: conditions on earlier answers.

In doubt a condition on age holds: a person of whom only the year of birth is known is asked rather than passed over.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from motcua.base.vn.rules import PartialDate
from motcua.legal.eforms.choices import Test
from motcua.legal.eforms.rules.shape import Answer, Condition


def hold(conditions: Iterable[Condition], values: Mapping[str, Answer], given: Iterable[str], *, on: date) -> bool:
    """Whether all conditions hold; `given` names the answers that were typed, well or badly."""
    return all(_holds(condition, values, given, on) for condition in conditions)


def age(born: PartialDate, on: date, *, oldest: bool) -> int:
    """Full years on that day, of the earliest or the latest day the birth can have been."""
    birth = born.earliest if oldest else born.latest
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def _holds(condition: Condition, values: Mapping[str, Answer], given: Iterable[str], on: date) -> bool:
    value = values.get(condition.key)
    match condition.test:
        case Test.GIVEN:
            return (condition.key in given) == condition.wanted[0]
        case Test.IS:
            return value is not None and _among(value, condition.wanted)
        case Test.NOT:
            return value is not None and not _among(value, condition.wanted)
        case Test.AGE_FROM:
            return isinstance(value, str) and age(PartialDate.parse(value), on, oldest=True) >= int(condition.wanted[0])
        case Test.AGE_UNDER:
            return isinstance(value, str) and age(PartialDate.parse(value), on, oldest=False) < int(condition.wanted[0])


def _among(value: Answer, wanted: tuple[Answer, ...]) -> bool:
    """Equality that keeps true apart from the number 1."""
    return any(type(value) is type(other) and value == other for other in wanted)
