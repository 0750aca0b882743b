"""A document as Akoma Ntoso 3.0, valid against the schema of OASIS."""

import re
from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

from motcua.legal.lawbase import queries
from motcua.legal.lawbase.choices import PROVISION_WORDS, UNIT_NAMES, EffectState, UnitKind
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules.pointintime import Piece

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ELEMENTS = {
    UnitKind.PART: "part",
    UnitKind.CHAPTER: "chapter",
    UnitKind.SECTION: "section",
    UnitKind.SUBSECTION: "subsection",
    UnitKind.ARTICLE: "article",
    UnitKind.HEADING: "division",
    UnitKind.CLAUSE: "paragraph",
    UnitKind.POINT: "point",
    UnitKind.ITEM: "indent",
    UnitKind.TEXT: "subparagraph",
    UnitKind.APPENDIX: "title",
    UnitKind.ATTACHED: "book",
    UnitKind.FORM: "tome",
}
_NAMED = {
    UnitKind.PART,
    UnitKind.CHAPTER,
    UnitKind.SECTION,
    UnitKind.SUBSECTION,
    UnitKind.ARTICLE,
    UnitKind.HEADING,
    UnitKind.APPENDIX,
    UnitKind.FORM,
}
_STATUS = {EffectState.SUSPENDED: "temporarilyRemoved", EffectState.EXPIRED: "removed"}
"""The schema's words: temporarily removed «for a temporary suspension of efficacy», definitely removed."""
_HEADING_LINES = 8
_NUMBER = re.compile(r"^\s*(?:\d+[a-zđ]?\d?\s?[.\-]|[a-zđ]\d?\s?[).]|[-+•*])\s*", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_akoma_ntoso(document: LegalDocument, *, on: date) -> bytes:
    """The text on the day as Akoma Ntoso; the structure is mapped, ids are ours with `__` between steps."""
    root = ET.Element("akomaNtoso", {"xmlns": NAMESPACE})
    act = ET.SubElement(root, "act", {"name": "act", "contains": "singleVersion"})
    _meta(act, document, on)
    text = queries.text_on(document, on=on)
    pieces = [piece for piece in text.now.pieces if not piece.is_gone] if text else []
    _preface(act, document, [piece for piece in pieces if piece.kind is UnitKind.HEADER])
    _preamble(act, [piece for piece in pieces if piece.kind in {UnitKind.BASIS, UnitKind.ENACTING}])
    apart = {UnitKind.HEADER, UnitKind.BASIS, UnitKind.ENACTING, UnitKind.FOOTER}
    whole = queries.state_of(document, on=on)
    body = ET.SubElement(act, "body", {"status": _STATUS[whole]} if whole in _STATUS else {})
    _body(body, [piece for piece in pieces if piece.kind not in apart], queries.standing(text, on=on))
    if ending := [piece for piece in pieces if piece.kind is UnitKind.FOOTER]:
        _lines(ET.SubElement(act, "conclusions"), "".join(piece.text for piece in ending))
    ET.indent(root)
    words: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{words}'.encode()


def _meta(act: ET.Element, document: LegalDocument, on: date) -> None:
    meta = ET.SubElement(act, "meta")
    identification = ET.SubElement(meta, "identification", {"source": "#register"})
    base = f"/akn/vn/act/{_day(document.issued_on) or 'undated'}/{document.slug}"
    levels = (
        ("FRBRWork", base, document.issued_on), ("FRBRExpression", f"{base}/vie@{on.isoformat()}", on),
        ("FRBRManifestation", f"{base}/vie@{on.isoformat()}.xml", on),
    )  # fmt: skip
    for name, address, day in levels:
        level = ET.SubElement(identification, name)
        ET.SubElement(level, "FRBRthis", {"value": f"{address}/!main"})
        ET.SubElement(level, "FRBRuri", {"value": address})
        ET.SubElement(level, "FRBRdate", {"date": _day(day) or "1000-01-01", "name": "Generation"})
        ET.SubElement(level, "FRBRauthor", {"href": "#issuer"})
        if name == "FRBRWork":
            ET.SubElement(level, "FRBRcountry", {"value": "vn"})
        if name == "FRBRExpression":
            ET.SubElement(level, "FRBRlanguage", {"language": "vie"})
    references = ET.SubElement(meta, "references", {"source": "#register"})
    for key, name in (("register", "register"), ("issuer", document.issuer)):
        ET.SubElement(references, "TLCOrganization", {"eId": key, "href": f"/ontology/{key}", "showAs": _xml(name)})


def _preface(act: ET.Element, document: LegalDocument, pieces: list[Piece]) -> None:
    preface = ET.SubElement(act, "preface")
    long_title = ET.SubElement(ET.SubElement(preface, "longTitle"), "p")
    ET.SubElement(long_title, "docNumber").text = _xml(document.number)
    ET.SubElement(long_title, "docTitle").text = _xml(document.title)
    _lines(preface, "".join(piece.text for piece in pieces), at_least=0)


def _preamble(act: ET.Element, pieces: list[Piece]) -> None:
    if pieces:
        _lines(ET.SubElement(act, "preamble"), "".join(piece.text for piece in pieces))


def _body(body: ET.Element, pieces: list[Piece], states: Mapping[str, EffectState]) -> None:
    """Units inside one another, by their place in the tree: the depth of articles is the chapter's plus one.

    One that alone is paused, not begun or ended carries the schema's status and says so in a remark.
    """
    places: dict[str, ET.Element] = {}
    above = body
    for index, piece in enumerate(pieces):
        parent = places.get(piece.id.rpartition("/")[0])
        if piece.kind is UnitKind.ARTICLE:
            parent = above if parent in {None, body} or parent is places.get(piece.id.split("/")[0]) else parent
        element = ET.SubElement(
            parent if parent is not None else body, _ELEMENTS[piece.kind], {"eId": piece.id.replace("/", "__")}
        )
        places[piece.id] = element
        state = states.get(piece.id)
        if state in _STATUS:
            element.set("status", _STATUS[state])
        if piece.kind in {UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION} or piece.kind in {
            UnitKind.ATTACHED,
            UnitKind.APPENDIX,
            UnitKind.FORM,
        }:
            above = element
        has_more = index + 1 < len(pieces) and _follows(piece, pieces[index + 1])
        _own(element, piece, has_more=has_more, remark=PROVISION_WORDS[state] if state else "")
    if not pieces:
        _lines(ET.SubElement(ET.SubElement(body, "hcontainer", {"eId": "empty", "name": "empty"}), "content"), "")


def _follows(piece: Piece, later: Piece) -> bool:
    groups = {UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.ATTACHED}
    return later.id.startswith(f"{piece.id}/") or (piece.kind in groups and later.kind is UnitKind.ARTICLE)


def _own(element: ET.Element, piece: Piece, *, has_more: bool, remark: str) -> None:
    """Number, heading and words as the text has them; an article of one sentence has it as its content."""
    label, heading, words = _parts(piece)
    if not words and not has_more:
        heading, words = "", [heading]
    for name, said in (("num", label), ("heading", heading)):
        if said:
            ET.SubElement(element, name).text = _xml(said)
    if words or remark or not has_more:
        block = ET.SubElement(element, "intro" if has_more else "content")
        if remark:
            ET.SubElement(ET.SubElement(block, "p"), "remark", {"status": "editorial"}).text = remark
        _lines(block, "\n".join(words), at_least=0 if remark else 1)


def _parts(piece: Piece) -> tuple[str, str, list[str]]:
    """(number as written, heading, lines): together every word of the piece, once."""
    lines = [line.strip() for line in piece.text.split("\n") if line.strip()]
    label = _label(piece, lines[0]) if lines else ""
    rest = [line for line in [lines[0][len(label) :].strip(), *lines[1:]] if line] if lines else []
    heading = " ".join(piece.heading.split())
    for count in range(1, min(len(rest), _HEADING_LINES) + 1):
        if heading and " ".join(" ".join(rest[:count]).split()) == heading:
            return label, heading, rest[count:]
    return label, "", rest


def _label(piece: Piece, first: str) -> str:
    """«Chương I», «Điều 13a.», «1.», «đ)» as it stands at the beginning of the piece."""
    name = "" if piece.kind is UnitKind.HEADING else UNIT_NAMES[piece.kind]
    titled = re.match(rf"{re.escape(name)}\s*{re.escape(piece.number)}\s*[.:)]?(?=\s|$)", first, re.IGNORECASE)
    found = titled if titled and piece.number and piece.kind in _NAMED else _NUMBER.match(first)
    return found.group().strip() if found and (piece.number or piece.kind is UnitKind.ITEM) else ""


def _lines(parent: ET.Element, text: str, *, at_least: int = 1) -> None:
    lines = [_xml(line.strip()) for line in text.split("\n") if line.strip()]
    for line in lines or [""] * at_least:
        ET.SubElement(parent, "p").text = line


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
