"""The place of monitoring in the officers' menu, and what waits there."""

from motcua.bureau.law_watch import access, queries
from motcua.house.office import menu
from motcua.house.office.menu import Waiting
from motcua.house.office.rules import Actor


def waiting(actor: Actor) -> Waiting:
    """Proposals nobody answered in time, activities past their day; answers to judge."""
    units, on = access.readable_units(actor), actor.on
    late = sum(1 for one in queries.unanswered(units, on=on) if one.late)
    late += sum(1 for one in queries.reminders(units, on=on) if one.late)
    return Waiting(late, queries.to_judge(units).count())


menu.register(32, "Theo dõi thi hành pháp luật", "law_watch:home", right=access.READ, waiting=waiting)
