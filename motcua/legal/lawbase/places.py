"""The place of the register of legal documents in the officers' menu, and what waits there."""

from motcua.house.office import menu
from motcua.house.office.menu import Waiting
from motcua.house.office.rules import Actor
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.choices import CONFIRM, REGISTER


def waiting(actor: Actor) -> Waiting:
    """Events that wait for the yes of a person."""
    if not actor.may_somewhere(CONFIRM):
        return Waiting()
    return Waiting(
        to_do=queries.proposed(actor, keepers=access.keepers(actor, CONFIRM)).count(), to_do_words="chờ xác nhận"
    )


menu.register(40, "Sổ văn bản pháp luật", "lawbase:register", right=REGISTER, waiting=waiting)
