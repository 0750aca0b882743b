"""What the law says of certification: what gets a number, how it is written, what may not be certified."""

from motcua.trades.certification.rules.books import BookClosed, TooEarly, may_close, month_days
from motcua.trades.certification.rules.numbers import Original, book_label, number_words, numbered, scope
from motcua.trades.certification.rules.refusals import RefusedByLaw, may_certify_signature, stop_at

__all__ = [
    "BookClosed",
    "Original",
    "RefusedByLaw",
    "TooEarly",
    "book_label",
    "may_certify_signature",
    "may_close",
    "month_days",
    "number_words",
    "numbered",
    "scope",
    "stop_at",
]
