"""What stands around every page of the register."""

from typing import Any

from django.urls import reverse

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.house.office.access import Request
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.choices import CONFIRM


def framed(request: Request, **context: Any) -> dict[str, Any]:
    """Context of a page under the officers' frame."""
    waiting = queries.proposed(request.actor, keepers=access.keepers(request.actor, CONFIRM)).count()
    here, register = request.path, reverse("lawbase:register")
    tabs = [
        Tab("Sổ văn bản", reverse("lawbase:register"), current=here == register or here.startswith(f"{register}so/")),
        Tab("Nhập văn bản", reverse("lawbase:import"), current=here.startswith(reverse("lawbase:import"))),
    ]
    if request.actor.may_somewhere(CONFIRM):
        address = reverse("lawbase:proposals")
        tabs.append(Tab("Chờ xác nhận", address, count=waiting, current=here == address))
    return {"tabs": tabs, "home_url": link("dossiers:home"), "search_url": link("dossiers:search")} | context
