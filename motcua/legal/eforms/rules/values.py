"""One answer: from what was typed to the value that is kept, or the sentence that says what to do.

A value read back gives itself, so that drafts, imports and pages share one reader.
"""

import re
from collections.abc import Callable
from datetime import date

from motcua.base.vn.rules import NotADate, NotAName, PartialDate, clean_name, day, nfc, personal_number_problem
from motcua.legal.eforms.choices import DATES, PARTS, FieldType
from motcua.legal.eforms.rules.sentences import lacks, say
from motcua.legal.eforms.rules.shape import Answer, Field, Raw
from motcua.legal.eforms.rules.text import as_text, tidy, tidy_lines, unprintable

_YES = frozenset({"yes", "true", "1", "on"})
_NO = frozenset({"no", "false", "0", "off"})
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_TIME = re.compile(r"([0-9]{1,2})(?:[:hg.]([0-9]{1,2})|([0-9]{2}))?h?", re.IGNORECASE)
_PHONE = re.compile(r"0[0-9]{9,10}|\+[0-9]{8,15}")
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")


class Wrong(ValueError):
    """The answer cannot be kept; the message is for the person who typed it."""


def typed(field: Field, raw: Raw) -> str:
    """What stands in the box, or in the three boxes of a date as «5/11/1990»; empty when nothing was typed."""
    if any(key in raw for key in field.part_keys):
        parts = [as_text(raw.get(key)).strip() for key in field.part_keys]
        return "/".join(parts) if any(parts) else ""
    return as_text(raw.get(field.key))


def read(field: Field, text: str, *, on: date, lang: str = "vi") -> Answer | None:
    """The value of what was typed on that day; None when nothing was. Refuses: Wrong, with the sentence to show."""
    if not text.strip() or not tidy(text):
        return None
    return _READERS[field.type](field, text, on, lang)


def _text(field: Field, text: str, _on: date, lang: str) -> str:
    clean = tidy_lines(text) if field.type is FieldType.LONG_TEXT else tidy(text)
    if (sign := unprintable(clean)) is not None:
        raise Wrong(say("symbol", field, lang, sign=sign) if sign.isprintable() else say("hidden_symbol", field, lang))
    return _short_enough(field, clean, lang)


def _name(field: Field, text: str, _on: date, lang: str) -> str:
    try:
        return clean_name(text)
    except NotAName as problem:
        raise Wrong(str(problem) if lang == "vi" else say("not_a_name", field, lang)) from None


def _date(field: Field, text: str, on: date, lang: str) -> str:
    when = _parsed(field, nfc(text).strip(), lang)
    if field.type is FieldType.DATE and not when.is_full:
        raise Wrong(lacks(field, "month" if when.month is None else "day", lang))
    if field.not_future and when.earliest > on:
        raise Wrong(say("future", field, lang, written=when, today=day(on)))
    if field.years_back is not None and when.latest.year < on.year - field.years_back:
        raise Wrong(say("ancient", field, lang, written=when, limit=field.years_back))
    return when.iso()


def _parsed(field: Field, text: str, lang: str) -> PartialDate:
    if match := _COMPACT.fullmatch(text):
        text = "/".join(match.groups())
    pieces = text.split("/")
    if len(pieces) == len(PARTS):
        text = _joined(field, pieces, lang)
    try:
        return PartialDate.parse(text)
    except NotADate:
        written = "/".join(piece.zfill(2) for piece in text.split("/"))
        if re.fullmatch(r"(?:[0-9]{1,2}/){0,2}[0-9]{4}", written):
            raise Wrong(say("no_such_day", field, lang, written=written)) from None
        raise Wrong(say("not_a_date", field, lang)) from None


def _joined(field: Field, pieces: list[str], lang: str) -> str:
    """Three boxes to one text; of a partial date the first may be empty, but not a month between day and year."""
    first, middle, last = (piece.strip() for piece in pieces)
    empty = [name for name, piece in zip(PARTS, (first, middle, last), strict=True) if not piece]
    may_lack = (["day"], ["day", "month"]) if field.type is FieldType.PARTIAL_DATE else ()
    if empty and empty not in may_lack:
        raise Wrong(lacks(field, empty[-1], lang))
    return "/".join(piece for piece in (first, middle, last) if piece)


def _time(field: Field, text: str, _on: date, lang: str) -> str:
    match = _TIME.fullmatch("".join(text.split()))
    hours, minutes = (int(match[1]), int(match[2] or match[3] or 0)) if match else (24, 0)
    if hours > 23 or minutes > 59:
        raise Wrong(say("not_a_time", field, lang))
    return f"{hours:02}:{minutes:02}"


def _number(field: Field, text: str, _on: date, lang: str) -> int:
    written = text.strip()
    if not re.fullmatch(r"[+-]?[0-9]+", written):
        raise Wrong(say("not_a_number", field, lang))
    low, high = field.minimum or 0, field.maximum if field.maximum is not None else 999_999_999
    if len(written) > 10 or not low <= int(written) <= high:
        raise Wrong(say("range", field, lang, low=low, high=high))
    return int(written)


def _choice(field: Field, text: str, _on: date, lang: str) -> str:
    code = text.strip()
    if all(code != choice.code for choice in field.choices):
        raise Wrong(say("unknown", field, lang))
    return code


def _truth(field: Field, text: str, _on: date, lang: str) -> bool | None:
    code = text.strip().lower()
    if code in _YES:
        return True
    if code in _NO:
        return None if field.type is FieldType.AGREE else False
    raise Wrong(say("yes_no", field, lang))


def _personal_number(field: Field, text: str, _on: date, lang: str) -> str:
    number = re.sub(r"[\s.\-]", "", tidy(text))
    if problem := personal_number_problem(number):
        raise Wrong(problem if lang == "vi" else say("number_problem", field, lang))
    return number


def _phone(field: Field, text: str, _on: date, lang: str) -> str:
    number = re.sub(r"[\s.()\-]", "", tidy(text))
    number = "0" + number[3:] if number.startswith("+84") else number
    if not _PHONE.fullmatch(number):
        raise Wrong(say("not_a_phone", field, lang))
    return number


def _email(field: Field, text: str, _on: date, lang: str) -> str:
    address = tidy(text)
    if len(address) > 254 or not _EMAIL.fullmatch(address):
        raise Wrong(say("not_an_email", field, lang))
    return address


def _short_enough(field: Field, clean: str, lang: str) -> str:
    if len(clean) > field.max_length:
        raise Wrong(say("long", field, lang, count=len(clean), limit=field.max_length))
    return clean


_READERS: dict[FieldType, Callable[[Field, str, date, str], Answer | None]] = {
    FieldType.TEXT: _text,
    FieldType.LONG_TEXT: _text,
    FieldType.NAME: _name,
    **dict.fromkeys(DATES, _date),
    FieldType.TIME: _time,
    FieldType.NUMBER: _number,
    **dict.fromkeys((FieldType.CHOICE, FieldType.LOOKUP, FieldType.UNIT), _choice),
    FieldType.YES_NO: _truth,
    FieldType.AGREE: _truth,
    FieldType.PERSONAL_NUMBER: _personal_number,
    FieldType.PHONE: _phone,
    FieldType.EMAIL: _email,
}
