"""The place of background work in the officers' menu, and what waits there."""

from motcua.house.office import menu
from motcua.house.office.menu import Waiting
from motcua.house.office.rules import Actor
from motcua.instruments.jobs import queries


def waiting(_actor: Actor) -> Waiting:
    """Jobs that failed."""
    return Waiting(late=queries.failed().count(), late_words="lỗi")


menu.register(81, "Việc nền", "jobs:list", right="job.manage", waiting=waiting)
