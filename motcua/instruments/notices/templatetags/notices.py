"""`{% reminders %}`: an officer's unread reminders, at the head of a home page."""

from typing import Any
from uuid import UUID

from django import template

from motcua.instruments.notices import queries
from motcua.instruments.notices.models import Notice

register = template.Library()
MOST, READ = 3, 50
URGENT = ("trễ ", "hạn hôm nay")
"""How a reminder says that its day is past, or today."""


@register.inclusion_tag("notices/_reminders.html", takes_context=True)
def reminders(context: dict[str, Any]) -> dict[str, Any]:
    """The most urgent first, then the latest; nothing for who has none."""
    request = context["request"]
    account = getattr(request.user, "pk", None)
    rows = list(queries.reminders(UUID(str(account)))[:READ]) if account else []
    rows.sort(key=_urgency)
    for row in rows:
        row.subject = row.subject.partition(": ")[2] or row.subject
    return {"rows": rows[:MOST], "has_more": len(rows) > MOST, "csrf_token": context.get("csrf_token", "")}


def _urgency(row: Notice) -> int:
    """What is late, what is due today, the rest."""
    said = row.subject.rpartition(" – ")[2]
    return next((place for place, words in enumerate(URGENT) if said.startswith(words)), len(URGENT))
