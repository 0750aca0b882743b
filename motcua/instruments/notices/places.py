"""The place of one's own notices in the officers' menu, and how many are new."""

from motcua.house.office import menu
from motcua.house.office.menu import Waiting
from motcua.house.office.rules import Actor
from motcua.instruments.notices import queries


def waiting(actor: Actor) -> Waiting:
    """Notices not read yet."""
    return Waiting(to_do=queries.unread(actor.account_id) if actor.account_id else 0, to_do_words="chưa đọc")


menu.register(90, "Thông báo", "notices:inbox", waiting=waiting)
