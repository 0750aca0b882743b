"""Everything that changes the register; each act is one transaction with its row in the document's journal."""

from motcua.legal.lawbase.acts.attaching import attach, keep, show_file
from motcua.legal.lawbase.acts.batch import (
    UNREAD,
    begin_row,
    drop_row,
    enter_row,
    error_file,
    fail_row,
    lay_scan_before,
    note_page,
    settle_row,
    start_import,
)
from motcua.legal.lawbase.acts.citing import note_unreadable, read_again, read_citations
from motcua.legal.lawbase.acts.deciding import decide, decide_read, reconsider
from motcua.legal.lawbase.acts.effect import Happening, propose_missing_ends, record_event, refresh_states, relate
from motcua.legal.lawbase.acts.facts import AlreadyKept, Facts, NotAsWritten
from motcua.legal.lawbase.acts.register import add_version, correct, first_day_after, patch, register
from motcua.legal.lawbase.acts.taking import Taken, enter, store, take_in

__all__ = [
    "UNREAD",
    "AlreadyKept",
    "Facts",
    "Happening",
    "NotAsWritten",
    "Taken",
    "add_version",
    "attach",
    "begin_row",
    "correct",
    "decide",
    "decide_read",
    "drop_row",
    "enter",
    "enter_row",
    "error_file",
    "fail_row",
    "first_day_after",
    "keep",
    "lay_scan_before",
    "note_page",
    "note_unreadable",
    "patch",
    "propose_missing_ends",
    "read_again",
    "read_citations",
    "reconsider",
    "record_event",
    "refresh_states",
    "register",
    "relate",
    "settle_row",
    "show_file",
    "start_import",
    "store",
    "take_in",
]
