"""Closed lists of the forms: the kinds of field, the tests a condition makes, the kinds of check between answers."""

from enum import StrEnum


class FieldType(StrEnum):
    """What a field holds, and so how it is asked, read and kept."""

    TEXT = "text"
    NAME = "name"
    LONG_TEXT = "long_text"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TIME = "time"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"
    AGREE = "agree"
    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    EMAIL = "email"
    UNIT = "unit"
    LOOKUP = "lookup"


DATES = frozenset({FieldType.DATE, FieldType.PARTIAL_DATE})
LISTS = frozenset({FieldType.CHOICE, FieldType.LOOKUP, FieldType.UNIT})
TRUTHS = frozenset({FieldType.YES_NO, FieldType.AGREE})
PARTS = ("day", "month", "year")


class Test(StrEnum):
    """What a condition asks of an earlier answer."""

    IS = "is"
    NOT = "not"
    GIVEN = "given"
    AGE_FROM = "age_from"
    AGE_UNDER = "age_under"


class CheckKind(StrEnum):
    """How two answers must stand to each other."""

    ORDER = "order"
    DIFFER = "differ"
    NOT_BOTH = "not_both"
