"""What hangs on the day of another document: changes that move with its first day, details that fall with its end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from motcua.legal.lawbase.choices import EVENT_NAMES, PATCH_NAMES, EventKind, EventStanding, PatchKind, RelationKind
from motcua.legal.lawbase.models import EffectEvent, LegalDocument, Relation, TextPatch
from motcua.legal.lawbase.rules.bearings import spoken
from motcua.legal.lawbase.rules.effect import ENDS

_ENDS = sorted(ENDS)


@dataclass(frozen=True, slots=True)
class Dated:
    """A change another document makes: to which, what, from which day; `stays`: why it does not move, else empty."""

    row: EffectEvent | TextPatch
    document: LegalDocument
    words: str
    on: date
    is_confirmed: bool
    stays: str = ""


def following(source: LegalDocument, *, to: date) -> tuple[list[Dated], list[Dated]]:
    """Changes of other documents by this one: those that move with its first day to the new one, and those that stay.

    What was rejected moves too, but is not told.
    """
    rows = [_dated(row, to) for row in changes_made_by(source)]
    told = [one for one in rows if one.row.standing != EventStanding.REJECTED]
    told.sort(key=lambda one: (one.document.name, str(one.document.pk), one.on, one.words))
    return [one for one in told if not one.stays and one.on != to], [one for one in told if one.stays]


def moving(source: LegalDocument, *, to: date) -> list[EffectEvent | TextPatch]:
    """The rows that move, whatever was decided on them."""
    rows = changes_made_by(source)
    return [row for row in rows if row.on != to and not _dated(row, to).stays]


def moves_confirmed(source: LegalDocument, *, to: date) -> bool:
    """Whether anything that somebody confirmed moves."""
    return any(row.standing == EventStanding.CONFIRMED for row in moving(source, to=to))


def changes_made_by(source: LegalDocument) -> Iterator[EffectEvent | TextPatch]:
    """Every event and change of words it makes in other documents; two statements."""
    yield from source.made_events.exclude(document=source).select_related("document")
    yield from source.made_patches.select_related("document")


def _dated(row: EffectEvent | TextPatch, to: date) -> Dated:
    stays = "" if row.follows else "có ngày riêng"
    if isinstance(row, EffectEvent):
        words, place = EVENT_NAMES[EventKind(row.kind)], row.scope_words
        if not stays and row.until and row.until < to:
            stays = f"hết thời gian ngưng ngày {row.until:%d/%m/%Y}, trước ngày mới"
    else:
        words = PATCH_NAMES[PatchKind(row.kind)].lower()
        place = spoken(row.target) if row.target else "cả văn bản"
    words += f" ({place})" if place else ""
    return Dated(row, row.document, words, row.on, row.standing == EventStanding.CONFIRMED, stays)


def end_of(document: LegalDocument) -> EffectEvent | None:
    """The confirmed event with which the whole document ends first."""
    rows = document.events.filter(standing=EventStanding.CONFIRMED, kind__in=_ENDS).order_by("on", "id")
    return next((row for row in rows if not row.scope), None)


def details_of(document: UUID) -> Iterable[Relation]:
    """Relations by which others lay down its details («quy định chi tiết»), but those a person rejected."""
    rows = Relation.objects.filter(target=document, kind=RelationKind.DETAILS, rejected_at__isnull=True)
    return rows.select_related("source").order_by("recorded_at", "id")


def ended_with(document: LegalDocument) -> int:
    """How many of its details were confirmed to end with the day it sets itself."""
    rows = EffectEvent.objects.filter(relation__target=document, relation__kind=RelationKind.DETAILS, acting=None)
    return rows.filter(kind=EventKind.EXPIRES, standing=EventStanding.CONFIRMED, follows=True).count()


def ends_without_cascade() -> list[EffectEvent]:
    """Ends of documents of whose details nobody has asked yet whether they end too."""
    asked = EffectEvent.objects.filter(relation=OuterRef("pk"), kind=EventKind.EXPIRES)
    rows = Relation.objects.filter(kind=RelationKind.DETAILS, rejected_at__isnull=True, target__ended_on__isnull=False)
    targets = set(rows.filter(~Exists(asked)).values_list("target", flat=True))
    ends = (end_of(one) for one in LegalDocument.objects.filter(pk__in=targets).order_by("id"))
    return [end for end in ends if end is not None]


def gazette_unknown(keepers: Iterable[UUID]) -> list[LegalDocument]:
    """Entries that begin some days after the gazette, whose day in the gazette nobody has told."""
    rows = LegalDocument.objects.filter(gazette_days__isnull=False, effective_on__isnull=True, keeper__in=list(keepers))
    return list(rows.order_by("registered_at", "id"))
