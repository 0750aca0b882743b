"""Questions about the register."""

from motcua.legal.lawbase.queries.documents import (
    as_rules,
    by_number,
    confirmed,
    current_text,
    ended_in,
    events_of,
    fields_of,
    holding,
    issuers,
    newest,
    on_day,
    proposed,
    related,
    state_of,
    types,
    years,
)
from motcua.legal.lawbase.queries.search import Filters, Hit, search
from motcua.legal.lawbase.queries.texts import Line, TextOnDay, history, text_on

__all__ = [
    "Filters",
    "Hit",
    "Line",
    "TextOnDay",
    "as_rules",
    "by_number",
    "confirmed",
    "current_text",
    "ended_in",
    "events_of",
    "fields_of",
    "history",
    "holding",
    "issuers",
    "newest",
    "on_day",
    "proposed",
    "related",
    "search",
    "state_of",
    "text_on",
    "types",
    "years",
]
