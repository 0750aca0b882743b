"""The officers' menu: each module names its place once, in its own `places.py`, and may say what waits there.

Every officers' page shows the same menu: the places the officer has a right to, in one order («nơi làm việc»).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.utils.module_loading import autodiscover_modules

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.house.office.rules import Actor


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many things of a place are late, and how many more are to be done; the words said after each number."""

    late: int = 0
    to_do: int = 0
    late_words: str = "trễ hạn"
    to_do_words: str = "cần làm"


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the menu: the name of its page, the right that opens it ("" for every officer), what waits there."""

    order: int
    label: str
    page: str
    right: str = ""
    waiting: Callable[[Actor], Waiting] | None = None


_PLACES: dict[str, Place] = {}


def register(
    order: int, label: str, page: str, *, right: str = "", waiting: Callable[[Actor], Waiting] | None = None
) -> None:
    """Add a place; `page` is its address name, `order` where it stands in the menu."""
    _PLACES[page] = Place(order, label, page, right, waiting)


@cache
def places() -> tuple[Place, ...]:
    """All places of the installed modules, in the order of the menu."""
    autodiscover_modules("places")
    return tuple(sorted(_PLACES.values(), key=lambda place: place.order))


def open_to(actor: Actor) -> tuple[Place, ...]:
    """The places this officer may enter."""
    if actor.officer_id is None:
        return ()
    return tuple(place for place in places() if not place.right or actor.may_somewhere(place.right))


def menu_of(request: HttpRequest) -> list[Tab]:
    """The menu of an officer's page; nothing for anybody else. Costs no statement."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.officer_id is None:
        return []
    found = [Tab(place.label, link(place.page)) for place in open_to(actor)]
    return [*found, Tab("Tài khoản của tôi", link("accounts:profile"))]


def waiting_for(actor: Actor) -> Iterator[tuple[Place, Waiting]]:
    """The places where something is late or to be done."""
    for place in open_to(actor):
        if place.waiting is not None and ((found := place.waiting(actor)).late or found.to_do):
            yield place, found
