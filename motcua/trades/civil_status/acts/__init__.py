"""Everything that changes a register: books (open, close), entries (enter, note, cancel), after (duties, findings)."""

from motcua.trades.civil_status.acts.after import find, finish_follow_up, follow, give_personal_number
from motcua.trades.civil_status.acts.books import book_for, close_book, open_book
from motcua.trades.civil_status.acts.entries import Written, cancel, enter, note

__all__ = [
    "Written",
    "book_for",
    "cancel",
    "close_book",
    "enter",
    "find",
    "finish_follow_up",
    "follow",
    "give_personal_number",
    "note",
    "open_book",
]
