"""Rules between answers: what must come after what, what must not be the same.

A partial date breaks an order only where no day it can be would keep it.
"""

from collections.abc import Collection, Mapping
from datetime import date

from motcua.base.vn.rules import PartialDate
from motcua.legal.eforms.choices import CheckKind
from motcua.legal.eforms.rules.conditions import hold
from motcua.legal.eforms.rules.shape import Answer, Check


def is_broken(check: Check, values: Mapping[str, Answer], given: Collection[str], *, on: date) -> bool:
    """Whether the answers break the rule; a rule about an answer not yet given is not broken."""
    if check.unless and hold(check.unless, values, given, on=on):
        return False
    if check.kind is CheckKind.NOT_BOTH:
        return hold(check.both, values, given, on=on)
    first, second = (values.get(key) for key in check.keys)
    if not isinstance(first, str) or not isinstance(second, str):
        return False
    if check.kind is CheckKind.DIFFER:
        return first.casefold() == second.casefold()
    later, earlier = PartialDate.parse(first).latest, PartialDate.parse(second).earliest
    return later < earlier if check.may_equal else later <= earlier
