"""Everything that changes a certification book: open, certify, cancel a number, close."""

from motcua.trades.certification.acts.books import book_for, close_book, open_book
from motcua.trades.certification.acts.lines import Request, cancel_line, certify

__all__ = ["Request", "book_for", "cancel_line", "certify", "close_book", "open_book"]
