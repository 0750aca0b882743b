"""What every officer's page shows around its content: tabs with counts, search, the button of receipt."""

from functools import cache
from typing import Any

from django.urls import reverse

from motcua.base.ui.rules import Tab
from motcua.counter.dossiers import queries
from motcua.house.office.access import Request

_MARK = "DOSSIER"
TABS_BY_RIGHT = {
    "mine": "dossier.read",
    "submitted": "dossier.receive",
    "to_sign": "dossier.approve",
    "to_return": "dossier.return",
    "waiting": "dossier.read",
    "all": "dossier.read",
}


def tabs(request: Request, *, current: str = "", counted: bool = False) -> list[Tab]:
    """The lists this officer has, with how many stand in each when `counted`."""
    actor = request.actor
    names = [name for name, right in TABS_BY_RIGHT.items() if actor.may_somewhere(right)]
    counts = queries.counts(actor, names=names) if counted else {}
    return [
        Tab(
            label=queries.LISTS[name][0],
            url=reverse("dossiers:list", args=[name]),
            count=_capped(counts[name]) if counted else None,
            current=name == current,
        )
        for name in names
    ]


@cache
def _shape(name: str, *more: str) -> tuple[str, str]:
    before, _, after = reverse(f"dossiers:{name}", args=[_MARK, *more]).partition(_MARK)
    return before, after


def dossier_url(key: str) -> str:
    """Address of a dossier; a list needs fifty of them, so the pattern is turned into an address only once."""
    return key.join(_shape("detail"))


def act_url(key: str, act: str) -> str:
    """Address of an act on a dossier."""
    return key.join(_shape("act", str(act)))


def _capped(count: int) -> int | str:
    return f"hơn {queries.COUNT_CAP}" if count > queries.COUNT_CAP else count


def framed(request: Request, *, current: str = "", counted: bool = False, **context: Any) -> dict[str, Any]:
    """Context of a page under the officers' frame."""
    actor = request.actor
    frame = {
        "home_url": reverse("dossiers:list", args=["mine"]),
        "tabs": tabs(request, current=current, counted=counted),
        "search_url": reverse("dossiers:search"),
        "receive_url": reverse("dossiers:choose") if actor.may_somewhere("dossier.receive") else "",
    }
    return frame | context
