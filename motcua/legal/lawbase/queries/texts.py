"""The text on a day with its marks, and the line of what happened to a document."""

from dataclasses import dataclass
from datetime import date

from motcua.legal.lawbase.choices import EVENT_NAMES, EventKind, EventStanding, PatchKind, UnitKind
from motcua.legal.lawbase.models import DocumentVersion, LegalDocument
from motcua.legal.lawbase.queries.documents import current_text
from motcua.legal.lawbase.rules.pointintime import Consolidated, Patch, Piece, consolidated


@dataclass(frozen=True, slots=True)
class TextOnDay:
    """A document's words on a day; `by` names the acting documents by slug."""

    version: DocumentVersion
    before: tuple[Piece, ...]
    now: Consolidated
    by: dict[str, LegalDocument]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on the history line."""

    on: date
    words: str
    scope_words: str
    acting: LegalDocument | None
    is_confirmed: bool


def text_on(document: LegalDocument, *, on: date, language: str = "vi") -> TextOnDay | None:
    """The text with the changes up to the day applied; what could not be applied is listed in it. None for a stub."""
    version = current_text(document, language)
    return None if version is None else _patched(document, version, on)


def text_as_entered(document: LegalDocument, no: int) -> TextOnDay | None:
    """One of the texts the register was given, as it was given, without the changes made since."""
    version = document.versions.filter(no=no).first()
    if version is None:
        return None
    before = _before(version)
    return TextOnDay(version, before, Consolidated(before), {})


def _patched(document: LegalDocument, version: DocumentVersion, on: date) -> TextOnDay:
    decided = document.patches.filter(standing=EventStanding.CONFIRMED)
    rows = list(decided.select_related("acting").order_by("on", "order"))
    patches = [
        Patch(
            PatchKind(row.kind), row.target, row.on, row.acting.slug, row.text, row.phrase, row.order,
            row.acting.issued_on,
        )
        for row in rows
    ]  # fmt: skip
    before = _before(version)
    return TextOnDay(version, before, consolidated(before, patches, on), {row.acting.slug: row.acting for row in rows})


def _before(version: DocumentVersion) -> tuple[Piece, ...]:
    return tuple(
        Piece(row.unit_id, UnitKind(row.kind), row.number, row.heading, row.text)
        for row in version.provisions.order_by("order")
    )


def history(document: LegalDocument, *, proposals: bool = False) -> list[Line]:
    """What happened and will happen, by day; proposals only for officers."""
    rows = document.events.exclude(standing=EventStanding.REJECTED).select_related("acting").order_by("on", "id")
    return [
        Line(row.on, EVENT_NAMES[EventKind(row.kind)], row.scope_words, row.acting, row.standing == "confirmed")
        for row in rows
        if proposals or row.standing == EventStanding.CONFIRMED
    ]
