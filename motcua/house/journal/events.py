"""What happened, told to whoever asked, once it is certain: after the commit.

A module above registers in its `handler.py`: `@events.on("dossiers.receive")`. A handler that fails is logged and stops
nobody: the act is already on record. Work that must not be lost belongs into a job of the act itself.
"""

from collections import defaultdict
from collections.abc import Callable

from django.db import transaction

from motcua.house.journal.models import Entry

Handler = Callable[[Entry], None]
_HANDLERS: dict[str, list[Handler]] = defaultdict(list)


def on(act: str) -> Callable[[Handler], Handler]:
    """Call the decorated function with the entry, each time this act has been committed."""

    def register(handler: Handler) -> Handler:
        if handler not in _HANDLERS[str(act)]:
            _HANDLERS[str(act)].append(handler)
        return handler

    return register


def registered() -> dict[str, tuple[Handler, ...]]:
    """Who hears what, for the map of the house."""
    return {act: tuple(handlers) for act, handlers in sorted(_HANDLERS.items()) if handlers}


def announce(entry: Entry) -> None:
    """Tell the handlers of this act after the commit."""
    for handler in _HANDLERS.get(entry.act, ()):
        transaction.on_commit(_call(handler, entry), robust=True)


def _call(handler: Handler, entry: Entry) -> Callable[[], None]:
    """A plain function: Django names what failed by `__qualname__`, which a partial has not."""

    def call() -> None:
        handler(entry)

    return call
