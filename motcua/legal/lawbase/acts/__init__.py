"""Everything that changes the register; each act is one transaction with its row in the document's journal."""

from motcua.legal.lawbase.acts.citing import note_unreadable, read_again, read_citations
from motcua.legal.lawbase.acts.deciding import decide, decide_read, reconsider
from motcua.legal.lawbase.acts.effect import Happening, record_event, refresh_states, relate
from motcua.legal.lawbase.acts.facts import AlreadyKept, Facts, NotAsWritten
from motcua.legal.lawbase.acts.register import add_version, correct, patch, register
from motcua.legal.lawbase.acts.taking import Taken, enter, take_in

__all__ = [
    "AlreadyKept",
    "Facts",
    "Happening",
    "NotAsWritten",
    "Taken",
    "add_version",
    "correct",
    "decide",
    "decide_read",
    "enter",
    "note_unreadable",
    "patch",
    "read_again",
    "read_citations",
    "reconsider",
    "record_event",
    "refresh_states",
    "register",
    "relate",
    "take_in",
]
