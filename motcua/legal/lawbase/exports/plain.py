"""A document as JSON and Word; the register's open data as CSV."""

import csv
import io
import json
import re
from collections.abc import Iterable
from datetime import date

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from motcua.legal.lawbase import queries
from motcua.legal.lawbase.choices import PROVISION_WORDS, STATE_NAMES, UnitKind
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules.bearings import spoken

_TITLED = {UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.ARTICLE, UnitKind.HEADING}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "so_ky_hieu", "loai", "co_quan_ban_hanh", "ngay_ban_hanh", "ngay_hieu_luc", "ngay_het_hieu_luc", "trich_yeu",
    "linh_vuc", "tinh_trang", "dia_chi",
)  # fmt: skip


def as_json(document: LegalDocument, *, on: date) -> str:
    """Facts, state, events, relations and the text on the day; `import-law` reads it back.

    `provisions`: those that alone are paused, not begun or ended on the day.
    """
    text = queries.text_on(document, on=on)
    content = {
        "id": document.slug,
        "number": document.number,
        "type": document.type,
        "title": document.title,
        "issuer": document.issuer,
        "issued_on": _day(document.issued_on),
        "effective_on": _day(document.effective_on),
        "expires_on": _day(document.expires_on),
        "field": document.field,
        "source": document.source,
        "sure": document.sure,
        "published_on": _day(document.published_on),
        "as_of": on.isoformat(),
        "state": STATE_NAMES[queries.state_of(document, on=on)],
        "events": [
            {"on": line.on.isoformat(), "what": line.words, "scope": line.scope_words,
             "by": line.acting.slug if line.acting and line.acting.is_public else ""}
            for line in queries.history(document)
        ],
        "relations": [
            {"words": one.words, "document": one.document.slug if one.document else "", "citation": one.citation}
            for one in queries.related(document, public=True)
        ],
        "provisions": [
            {"id": key, "name": spoken(key), "state": STATE_NAMES[state]}
            for key, state in queries.standing(text, on=on).items()
        ],
        "text": text.now.text if text else "",
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, indent=1)


def as_word(document: LegalDocument, *, on: date) -> bytes:
    """The text on the day as a Word document: headings bold, one paragraph a line; what is paused says so."""
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    _paragraph(made, document.name, bold=True, centred=True)
    _paragraph(made, document.title, bold=True, centred=True)
    state = STATE_NAMES[queries.state_of(document, on=on)]
    _paragraph(made, f"Tình trạng hiệu lực ngày {on:%d/%m/%Y}: {state}", bold=False, centred=True)
    text = queries.text_on(document, on=on)
    states = queries.standing(text, on=on)
    for piece in text.now.pieces if text else ():
        if piece.is_gone:
            continue
        if piece.id in states:
            _paragraph(made, f"[{PROVISION_WORDS[states[piece.id]]}]", bold=True, centred=False)
        for number, line in enumerate(piece.text.split("\n")):
            if line.strip():
                titled = number == 0 and piece.kind in _TITLED
                _paragraph(made, line.strip(), bold=titled, centred=titled and piece.kind is not UnitKind.ARTICLE)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def as_csv(documents: Iterable[LegalDocument], *, on: date) -> str:
    """Open data of the register: one line a document; nothing a spreadsheet would compute."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for one in documents:
        row = (
            one.number, one.type, one.issuer, _day(one.issued_on), _day(one.effective_on), _day(one.ended_on),
            one.title, one.field, STATE_NAMES[queries.state_of(one, on=on)], one.slug,
        )  # fmt: skip
        writer.writerow([f"'{value}" if value.startswith(_FORMULA) else value for value in row])
    return file.getvalue()


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _paragraph(made: docx.document.Document, text: str, *, bold: bool, centred: bool) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run(_xml(text)).bold = bold
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
