"""The place of review and systematisation in the officers' menu, and what waits there."""

from motcua.bureau.law_review import access, queries
from motcua.bureau.law_review.choices import CaseState
from motcua.house.office import menu
from motcua.house.office.menu import Waiting
from motcua.house.office.rules import Actor


def waiting(actor: Actor) -> Waiting:
    """Decisions not carried out by their day, lists not published by theirs; reviews to be done or decided."""
    units, on = access.readable_units(actor), actor.on
    counts = queries.counts(units)
    days = [one.due_on for one in queries.reminders(units, None, on=on)]
    days += [case.due_on for case in queries.to_handle(units) if case.due_on]
    return Waiting(sum(day < on for day in days), counts[CaseState.OPEN] + counts[CaseState.REVIEWED])


menu.register(31, "Rà soát, hệ thống hóa văn bản", "law_review:home", right=access.READ, waiting=waiting)
