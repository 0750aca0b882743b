"""A document with typed numbers made into the same with automatic ones, as a clerk would have them from Word."""

import io
import re
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from motcua.base.word.tests.made import NAMES, abstract, anew, level, num

LIST = 900
LEVELS = (
    (r"Chương ([IVXLC]+)$", "Chương %1", "upperRoman"),
    (r"Điều (\d+)\. ", "Điều %2.", "decimal"),
    (r"(\d+)\. ", "%3.", "decimal"),
    (r"([a-z])\) ", "%4)", "lowerLetter"),
    (r"(-) ", "-", "bullet"),
)
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def automatic(document: Any, *, look: str = "") -> int:
    """Take the typed numbers out and let Word set them; gives how many. `look`: formatting the levels bring themselves.

    «đ)» stays typed, for Word does not count it: the list goes on with «e)» as one that starts anew at 5.
    """
    numbering = document.part.numbering_part.element
    last = f"<w:rPr>{look}</w:rPr>" if look else ""
    more = {1: '<w:lvlRestart w:val="0"/>'}
    levels = (level(n, text, form, more=more.get(n, ""), last=last) for n, (_, text, form) in enumerate(LEVELS))
    numbering.insert(0, _parsed(abstract(LIST, *levels)))
    numbering.append(_parsed(num(LIST, LIST)))
    counts: dict[int, int] = {}
    current, made = LIST, 0
    for paragraph in document.element.body.iter(qn("w:p")):
        place, figure, length = _label(paragraph)
        if place is None:
            continue
        counts = {upper: counts.get(upper, 1) for upper in range(place)} | counts
        if figure and figure != counts.get(place, 0) + 1:
            current += 1
            numbering.append(_parsed(num(current, LIST, anew(place, figure))))
        counts = {upper: count for upper, count in counts.items() if upper <= max(place, 1)} | {place: figure}
        _dress(paragraph, place, current, length)
        made += 1
    return made


def automatic_file(content: bytes, *, look: str = "") -> bytes:
    """The same of a whole file."""
    document = docx.Document(io.BytesIO(content))
    assert automatic(document, look=look)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _parsed(xml: str) -> Any:
    return parse_xml(re.sub(r"^<(\S+)", rf"<\1 {NAMES}", xml))


def _label(paragraph: Any) -> tuple[int | None, int, int]:
    text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
    for place, (shape, _, form) in enumerate(LEVELS):
        if found := re.match(shape, text):
            return place, _figure(found[1], form), found.end()
    return None, 0, 0


def _figure(own: str, form: str) -> int:
    if form == "upperRoman":
        return ROMANS.index(own) + 1
    if form == "lowerLetter":
        return ord(own) - ord("a") + 1
    return int(own) if form == "decimal" else 0


def _dress(paragraph: Any, place: int, current: int, length: int) -> None:
    """The list, the look of its number on the paragraph's mark, and the typed number away."""
    ppr = paragraph.get_or_add_pPr()
    list_of = ppr.get_or_add_numPr()
    list_of.get_or_add_ilvl().val, list_of.get_or_add_numId().val = place, current
    first = paragraph.find(qn("w:r")).find(qn("w:rPr"))
    mark = OxmlElement("w:rPr")
    mark.extend([parse_xml(child.xml) for child in first] if first is not None else [])
    ppr.append(mark)
    for one in list(paragraph.iter(qn("w:t"))):
        kept = (one.text or "")[length:]
        length = max(length - len(one.text or ""), 0)
        one.text = kept
        if kept:
            one.set(qn("xml:space"), "preserve")
        else:
            one.getparent().remove(one)
