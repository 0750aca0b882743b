"""What every page of the registers shows around its content."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link


def framed(*, current: str = "", **context: Any) -> dict[str, Any]:
    """Context of a page under the officers' frame; the certification books stand beside when they are installed."""
    tabs = [
        Tab("Sổ hộ tịch", reverse("civil_status:books"), current=current == "books"),
        Tab("Việc phải làm sau khi ghi sổ", reverse("civil_status:follow_ups"), current=current == "follow_ups"),
    ]
    if certification := link("certification:books"):
        tabs.insert(1, Tab("Sổ chứng thực", certification))
    return {"tabs": tabs, "home_url": reverse("dossiers:home"), "search_url": reverse("dossiers:search")} | context


def number_of(request: HttpRequest, name: str) -> int | None:
    """A whole number from the address; nothing for anything else."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None
