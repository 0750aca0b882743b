"""What was read from a document's text and waits for a person, and what nobody could read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.legal.lawbase.choices import EVENT_NAMES, PATCH_NAMES, EventKind, EventStanding, PatchKind, RelationKind
from motcua.legal.lawbase.models import Citation, DocumentVersion, EffectEvent, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.queries.documents import current_text, events_of
from motcua.legal.lawbase.queries.texts import text_on
from motcua.legal.lawbase.rules import effect, relations
from motcua.legal.lawbase.rules.bearings import spoken
from motcua.legal.lawbase.rules.diff import Row, pair
from motcua.legal.lawbase.rules.pointintime import Patch, Piece, consolidated, inside
from motcua.legal.lawbase.rules.text import clean

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class ReadRelation:
    """A relation read from the text, in words."""

    row: Relation
    words: str
    origin: str


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event of effect it would make."""

    row: EffectEvent
    words: str


@dataclass(frozen=True, slots=True)
class ReadPatch:
    """A change of words; `misfit`: why it would not fit the text of that day, nothing when it fits.

    `beside`: the words of that day and the new ones, side by side, where whole provisions are replaced.
    """

    row: TextPatch
    words: str
    place: str
    misfit: str
    beside: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything read from one document that a person has to look at."""

    version: DocumentVersion | None
    relations: tuple[ReadRelation, ...] = ()
    events: tuple[ReadEvent, ...] = ()
    patches: tuple[ReadPatch, ...] = ()
    unresolved: tuple[Citation, ...] = ()

    @property
    def many(self) -> int:
        """How many can be decided."""
        return len(self.relations) + len(self.events) + len(self.patches)


def versions_to_read(most: int) -> list[DocumentVersion]:
    """Current Vietnamese texts whose citations are not read, oldest first."""
    rows = DocumentVersion.objects.filter(citations_read_at__isnull=True, is_current=True, language="vi")
    return list(rows.order_by("made_at", "id")[:most])


def unreadable(*, keepers: Iterable[UUID]) -> list[DocumentVersion]:
    """Current texts the machine failed on, in these registers, latest first: somebody has to read them."""
    rows = DocumentVersion.objects.filter(is_current=True, unread__0__failed=True, document__keeper__in=list(keepers))
    return list(rows.select_related("document").order_by("-citations_read_at", "id")[:MOST_SHOWN])


def open_relations(source: LegalDocument) -> QuerySet[Relation]:
    """Relations nobody has decided on, read or recorded by hand; those that make an event are decided with it."""
    undecided = source.outgoing.filter(confirmed_at__isnull=True, rejected_at__isnull=True, events__isnull=True)
    return undecided.filter(Q(target__isnull=False) | Q(is_read=False))


def waiting(source: LegalDocument) -> Waiting:
    """Proposals of this document and citations that lead nowhere; a patch is tried on the text of its day."""
    version = current_text(source)
    rows = open_relations(source)
    events = source.made_events.filter(standing=EventStanding.PROPOSED).select_related("document").order_by("on", "id")
    unclear = Citation.objects.filter(version=version, standing__in=["unknown", "ambiguous"]).order_by("start")
    return Waiting(
        version,
        tuple(
            ReadRelation(
                row, relations.words(RelationKind(row.kind), incoming=False), spoken(row.origin) if row.origin else ""
            )
            for row in rows.select_related("target").order_by("recorded_at", "id")[:MOST_SHOWN]
        ),
        tuple(ReadEvent(row, EVENT_NAMES[EventKind(row.kind)]) for row in events[:MOST_SHOWN]),
        tuple(_patches(source)),
        tuple(unclear[:MOST_SHOWN]) if version else (),
    )


def _patches(source: LegalDocument) -> list[ReadPatch]:
    rows = source.made_patches.filter(standing=EventStanding.PROPOSED).select_related("document")
    by_document: dict[LegalDocument, list[TextPatch]] = {}
    for row in rows.order_by("document_id", "order")[:MOST_SHOWN]:
        by_document.setdefault(row.document, []).append(row)
    return [one for document, those in by_document.items() for one in _tried(document, those)]


def _tried(document: LegalDocument, rows: list[TextPatch]) -> list[ReadPatch]:
    """All of one document together, since one patch may stand on another."""
    on = max(row.on for row in rows)
    text = text_on(document, on=on)
    tried = {row.order: _as_rule(row) for row in rows}
    misfits: dict[int, str] = {}
    if text is not None:
        misfits = {one.patch.order: one.reason for one in consolidated(text.now.pieces, tried.values(), on).unapplied}
    none = "" if text is not None else "Văn bản được sửa đổi chưa có toàn văn trong sổ."
    return [
        ReadPatch(
            row,
            PATCH_NAMES[PatchKind(row.kind)],
            spoken(row.target) if row.target else "cả văn bản",
            misfits.get(row.order, none),
            _beside(row, text.now.pieces) if text and row.kind == PatchKind.REPLACE else (),
        )
        for row in rows
    ]


def _beside(row: TextPatch, pieces: Sequence[Piece]) -> tuple[Row, ...]:
    old = [one for one in inside(pieces, row.target) if not one.is_gone]
    words = clean("".join(one.text for one in old)).strip()
    return (pair(row.target, words, clean(row.text).strip()),) if words else ()


def _as_rule(row: TextPatch) -> Patch:
    return Patch(PatchKind(row.kind), row.target, row.on, "", row.text, row.phrase, row.order)


def change_days(document: LegalDocument) -> list[date]:
    """Days on which the words or the effect change."""
    return sorted({*effect.boundaries(events_of(document)), *patch_days(document)})


def patch_days_with_eve(document: LegalDocument) -> list[tuple[date, date]]:
    """Each day on which words change, with the day before it."""
    return [(on - timedelta(days=1), on) for on in patch_days(document)]


def patch_days(document: LegalDocument) -> list[date]:
    """Days on which confirmed changes of words count."""
    rows = document.patches.filter(standing=EventStanding.CONFIRMED)
    return list(rows.order_by("on").values_list("on", flat=True).distinct())
