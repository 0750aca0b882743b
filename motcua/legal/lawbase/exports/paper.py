"""A document's text on a day as PDF, in the form papers have, with marks of who changed what."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from motcua.instruments.printing import queries as printing
from motcua.instruments.printing.rules import LegalText, TextPiece
from motcua.legal.lawbase import queries
from motcua.legal.lawbase.choices import PROVISION_WORDS, STATE_NAMES, EffectState, UnitKind
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules.pointintime import Piece

MOST_LETTERS = 500_000
_GROUPS = {
    UnitKind.ATTACHED, UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.APPENDIX,
    UnitKind.FORM,
}  # fmt: skip


class TooLong(ValueError):
    """The text is longer than is printed at once; the sentence says what to do."""


def as_pdf(document: LegalDocument, *, on: date) -> bytes:
    """The text on the day as PDF/A. Refuses: TooLong."""
    text = queries.text_on(document, on=on)
    pieces = [piece for piece in text.now.pieces if piece.text.strip()] if text else []
    if sum(len(piece.text) for piece in pieces) > MOST_LETTERS:
        raise TooLong("Văn bản quá dài để in một lần. Hãy tải bản Word.")
    states = queries.standing(text, on=on)
    by = {slug: one.name for slug, one in text.by.items() if one.is_public} if text else {}
    has_body = any(piece.kind is not UnitKind.HEADER for piece in pieces)
    return printing.render(
        LegalText(
            on=on, demo=settings.DEMO, name=document.name, issuer=document.issuer, kind=document.type,
            number=document.number, issued=_long(document.issued_on), subject=document.title,
            state=STATE_NAMES[queries.state_of(document, on=on)],
            source=f"{settings.SITE_URL}{reverse('portal:law_document', args=[document.slug])}",
            pieces=[
                _shown(piece, by, states.get(piece.id))
                for piece in pieces
                if not (has_body and piece.kind is UnitKind.HEADER)
            ],
        )
    )  # fmt: skip


def _long(on: date | None) -> str:
    if on is None:
        return ""
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    return f"Ngày {on.day:02} tháng {month} năm {on.year}"


def _shown(piece: Piece, by: dict[str, str], state: EffectState | None) -> TextPiece:
    lines = [line.strip() for line in piece.text.split("\n") if line.strip()]
    level = 1 if piece.kind in _GROUPS else 2 if piece.kind in {UnitKind.ARTICLE, UnitKind.HEADING} else 0
    heading = ""
    if level == 1:
        heading, lines = "\n".join(lines), []
    elif level == 2:
        heading, lines = lines[0], lines[1:]
        if not piece.heading and ". " in heading:
            number, _, words = heading.partition(". ")
            heading, lines = f"{number}.", [words, *lines]
    lines = _joined(lines)
    return TextPiece(
        level=level, depth=piece.id.count("/"), heading=heading, lines=lines, is_gone=piece.is_gone,
        marks=[
            *([PROVISION_WORDS[state]] if state else []),
            *(f"{_verb(piece, number)}{_by(by.get(mark.by))}, từ ngày {mark.on:%d/%m/%Y}"
            for number, mark in enumerate(piece.marks, start=1)),
        ],
    )  # fmt: skip


def _joined(lines: list[str]) -> list[str]:
    """Paragraphs of lines as they were broken on a page: one that begins small goes on where none has ended."""
    found: list[str] = []
    for line in lines:
        if found and line[0].islower() and found[-1][-1] not in ".;:!?”" and ")" not in line[:3]:
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _verb(piece: Piece, number: int) -> str:
    return "Bị bãi bỏ" if piece.is_gone and number == len(piece.marks) else "Được sửa đổi, bổ sung"


def _by(name: str | None) -> str:
    """By which document; of one kept back nobody learns the name."""
    return f" bởi {name}" if name else ""
