"""A paper as plain values for its layout: every text as letters, never as markup.

What a citizen typed reaches the page through JSON strings only. Letters the font lacks become □, and marks that turn
the reading direction are dropped: a paper must read the same as the record behind it.
"""

import json
import unicodedata
from base64 import b64encode
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from motcua.base.worktime.rules import VN
from motcua.instruments.printing.rules.base import Paper

MISSING = "□"
UNSEEN = {"Cc", "Cf", "Cn", "Cs", "Co", "Me"}
STACKED = 2
"""Marks over one letter: «ơ̆» of Gia Rai and Ba Na names has no single code point and needs one."""


def letters(text: str, drawable: AbstractSet[int]) -> str:
    """The text in NFC, tabs as spaces, unseen marks dropped, □ for what the font cannot draw."""
    shown: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text).replace("\t", " "):
        kind = unicodedata.category(char)
        marks = marks + 1 if kind == "Mn" else 0
        if char == "\n":
            shown.append(char)
        elif kind in UNSEEN or marks > STACKED or (marks and ord(char) not in drawable):
            continue
        else:
            shown.append(char if ord(char) in drawable else MISSING)
    return "".join(shown)


def plain(value: object, drawable: AbstractSet[int]) -> object:  # noqa: PLR0911  one line a kind of value
    """Dataclasses as objects, moments as Vietnamese wall-clock ISO, days as ISO, the rest as letters."""
    if isinstance(value, str):
        return letters(value, drawable)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return {"moment": value.astimezone(VN).replace(tzinfo=None).isoformat(timespec="seconds")}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name), drawable) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item, drawable) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [plain(item, drawable) for item in value]
    raise TypeError(f"A paper cannot show {type(value).__name__}.")


def as_json(paper: Paper, drawable: AbstractSet[int]) -> str:
    """The paper's fields, its heading and its form number, as the layout reads them."""
    shown = plain(paper, drawable)
    assert isinstance(shown, dict)  # noqa: S101  # a paper is a dataclass
    shown["heading"] = letters(paper.heading, drawable)
    shown["form_number"] = getattr(paper, "form_number", "")
    return json.dumps(shown, ensure_ascii=False)
