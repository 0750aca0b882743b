"""What the law says of registers: numbers, time, what an entry holds and how it is shown. Plain Python.

numbers: labels and numbers · time: on time or late, validity, closing · content: answers → national fields ·
rows: national fields → labelled lines · columns: the national digitisation schema · matching: the entry a person means.
"""

from motcua.trades.civil_status.rules.columns import COLUMNS, national_row
from motcua.trades.civil_status.rules.content import (
    Subject,
    Words,
    birth_content,
    change_content,
    copy_content,
    death_content,
    full_date,
    given,
    identity,
    in_words,
    iso_date,
    marital_content,
    marriage_content,
    subject_of,
)
from motcua.trades.civil_status.rules.matching import NotInRegister, Wanted, is_meant, name_matches
from motcua.trades.civil_status.rules.numbers import book_label, copy_number, entry_number, paper_number, scope
from motcua.trades.civil_status.rules.rows import ROWS, labelled, typed_fields
from motcua.trades.civil_status.rules.time import (
    BIRTH_DAYS,
    DEATH_DAYS,
    BookClosed,
    TooEarly,
    birth_registration,
    death_registration,
    is_valid,
    marriageable_from,
    may_close,
    valid_until,
)
from motcua.trades.civil_status.rules.words import change_kind, kind_words, marital_status, note_words, purpose

__all__ = [
    "BIRTH_DAYS",
    "COLUMNS",
    "DEATH_DAYS",
    "ROWS",
    "BookClosed",
    "NotInRegister",
    "Subject",
    "TooEarly",
    "Wanted",
    "Words",
    "birth_content",
    "birth_registration",
    "book_label",
    "change_content",
    "change_kind",
    "copy_content",
    "copy_number",
    "death_content",
    "death_registration",
    "entry_number",
    "full_date",
    "given",
    "identity",
    "in_words",
    "is_meant",
    "is_valid",
    "iso_date",
    "kind_words",
    "labelled",
    "marital_content",
    "marital_status",
    "marriage_content",
    "marriageable_from",
    "may_close",
    "name_matches",
    "national_row",
    "note_words",
    "paper_number",
    "purpose",
    "scope",
    "subject_of",
    "typed_fields",
    "valid_until",
]
