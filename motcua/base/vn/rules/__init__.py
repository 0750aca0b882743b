"""What Vietnamese writing demands: plain functions over text, dates and numbers; no office, no clock, no files."""

from motcua.base.vn.rules.identity import mask_id, mask_phone, personal_number_problem
from motcua.base.vn.rules.partial_date import NotADate, PartialDate
from motcua.base.vn.rules.show import basis, day, moment, money
from motcua.base.vn.rules.text import NotAName, clean_name, fold, name_sort_key, nfc, sort_key
from motcua.base.vn.rules.words import date_in_words, in_words

__all__ = [
    "NotADate",
    "NotAName",
    "PartialDate",
    "basis",
    "clean_name",
    "date_in_words",
    "day",
    "fold",
    "in_words",
    "mask_id",
    "mask_phone",
    "moment",
    "money",
    "name_sort_key",
    "nfc",
    "personal_number_problem",
    "sort_key",
]
