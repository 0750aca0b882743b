"""Drafting's place in the officers' menu, and what waits there."""

from motcua.bureau.drafting import access, queries
from motcua.house.office import menu
from motcua.house.office.menu import Waiting
from motcua.house.office.rules import Actor


def waiting(actor: Actor) -> Waiting:
    """Days that have passed; what is due today or to be done at once."""
    found = queries.alerts(access.readable_units(actor), on=actor.on)
    late = sum(1 for one in found if one.due_on and one.due_on < actor.on)
    return Waiting(late, sum(1 for one in found if one.due_on is None or one.due_on == actor.on))


menu.register(30, "Xây dựng, thẩm định văn bản", "drafting:home", right=access.READ, waiting=waiting)
