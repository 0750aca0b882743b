"""`{% reminders %}`: an officer's unread reminders, at the head of a home page."""

from typing import Any
from uuid import UUID

from django import template

from motcua.instruments.notices import queries

register = template.Library()
MOST = 5


@register.inclusion_tag("notices/_reminders.html", takes_context=True)
def reminders(context: dict[str, Any]) -> dict[str, Any]:
    """Nothing for who has none."""
    request = context["request"]
    account = getattr(request.user, "pk", None)
    rows = list(queries.reminders(UUID(str(account)))[: MOST + 1]) if account else []
    return {"rows": rows[:MOST], "has_more": len(rows) > MOST, "csrf_token": context.get("csrf_token", "")}
