"""What the head of a document says: issuer, number, place and day, type, abstract, bases. Read leniently."""

import re
from dataclasses import dataclass
from datetime import date

from motcua.legal.lawbase.choices import TYPES, UnitKind
from motcua.legal.lawbase.rules.identity import canonical_number, type_from_number
from motcua.legal.lawbase.rules.structure import Tree
from motcua.legal.lawbase.rules.text import clean, is_upper

_NUMBER = re.compile(
    r"\bsố\s*:?\s*(\d[\w.]*\s?(?:/\s?\d{4}\s?)?[/\-]\s?[A-ZĐƯa-zđư\d][\w.&,]*(?:\s?[/\-–]\s?[\w.&]+){0,6})",
    re.IGNORECASE,
)
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_PLACE = re.compile(r"([^\d,;:\n]{2,40}),\s*ngày\s+\d{1,2}\s+tháng", re.IGNORECASE)
_STATE = re.compile(r"cộng\s+h(oà|òa)\s+xã\s+hội|độc\s+lập\s*[-–]", re.IGNORECASE)
_COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
_RULE = re.compile(r"[-_*–—=.\s]{3,}")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head says; empty where it says nothing."""

    issuer: str = ""
    number: str = ""
    place: str = ""
    issued_on: date | None = None
    type: str = ""
    abstract: str = ""
    bases: tuple[str, ...] = ()


def header_of(tree: Tree) -> Header:
    """The head of a parsed text. What cannot be read stays empty; nothing is guessed from the body."""
    head = next((unit for unit in tree.units if unit.kind is UnitKind.HEADER), None)
    if head is None:
        return Header()
    text = clean(tree.own(head))
    lines = [line for raw in text.split("\n") for line in _COLUMNS.split(raw.strip()) if line.strip()]
    number = _NUMBER.search(text)
    place = next((match for line in lines if (match := _PLACE.search(line))), None)
    kind, abstract = _type_and_abstract(lines)
    written = canonical_number(number.group(1)) if number else ""
    return Header(
        issuer=_issuer(lines),
        number=written,
        place=" ".join(place.group(1).split()).strip(" |") if place else "",
        issued_on=day_in(text),
        type=kind or type_from_number(written),
        abstract=abstract,
        bases=tuple(" ".join(tree.own(unit).split()) for unit in head.children if unit.kind is UnitKind.BASIS),
    )


def day_in(text: str) -> date | None:
    """The first «ngày … tháng … năm …» that is a day."""
    for match in _DAY.finditer(clean(text)):
        day, month, year = (int(part) for part in match.groups())
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def _issuer(lines: list[str]) -> str:
    """The agency's lines in capitals above the number, without the State's name."""
    words: list[str] = []
    for line in lines[:8]:
        plain = " ".join(line.split())
        if _STATE.search(plain) or _RULE.fullmatch(plain):
            continue
        if _NUMBER.search(plain) or _DAY.search(plain) or not is_upper(plain) or _is_type(plain):
            if words:
                break
            continue
        words.append(plain)
    return " ".join(words)[:200]


def _is_type(line: str) -> str:
    plain = " ".join(line.split()).strip(" :").casefold()
    return next((name for name in TYPES if name.casefold() == plain), "")


def _type_and_abstract(lines: list[str]) -> tuple[str, str]:
    for index, line in enumerate(lines):
        if is_upper(line) and (name := _is_type(line)) and not line.rstrip().endswith(":"):
            return name, _abstract(lines[index + 1 :])
    return "", ""


def _abstract(lines: list[str]) -> str:
    words: list[str] = []
    for line in lines[:8]:
        plain = " ".join(line.split())
        if _RULE.fullmatch(plain) or plain.startswith("("):
            break
        if words and is_upper(plain) and not is_upper(words[0]):
            break
        words.append(plain)
    return " ".join(words)[:1000]
