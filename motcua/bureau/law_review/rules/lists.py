"""Lines of the lists: what ended or was suspended within a period, wholly or in part, why and from which day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.bureau.law_review.choices import ListName
from motcua.legal.lawbase.choices import EVENT_NAMES, EventKind
from motcua.legal.lawbase.rules.effect import ENDS, PAUSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A confirmed event, with what acted («bởi Quyết định số … ngày …») and the provisions in words."""

    kind: EventKind
    on: date
    until: date | None = None
    is_part: bool = False
    provisions: str = ""
    acting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list, as it is printed and kept."""

    document_id: str
    list: ListName
    kind: str
    number: str
    issued_on: date | None
    title: str
    reason: str = ""
    on_day: date | None = None
    provisions: str = ""
    proposal: str = ""
    content: str = ""
    lead: str = ""
    due_on: date | None = None


def reason_of(event: Happened) -> str:
    """«Bị bãi bỏ bởi Quyết định số … ngày …»; a pause also says its last day."""
    words = EVENT_NAMES[event.kind]
    if event.acting:
        own = event.acting[0].islower()
        words += f": {event.acting}" if own else f" bởi {event.acting}"
    if event.until:
        words += f" (đến hết ngày {event.until:%d/%m/%Y})"
    return words[0].upper() + words[1:]


def whole_end(events: Iterable[Happened], first: date, last: date) -> Happened | None:
    """The event by which the whole document ended, or began to be paused, within the days; an earlier end hides all.

    An end outweighs a pause; of several ends the first, of several pauses the one that still holds on the
    last day, else the first.
    """
    rows = sorted((one for one in events if not one.is_part), key=lambda one: (one.on, one.kind.value))
    ends = [one for one in rows if one.kind in ENDS]
    if ends and ends[0].on < first:
        return None
    if ends and ends[0].on <= last:
        return ends[0]
    pauses = [one for one in rows if one.kind in PAUSES and first <= one.on <= last]
    resumed = max((one.on for one in rows if one.kind is EventKind.RESUMED and one.on <= last), default=date.min)
    held = (one for one in pauses if resumed < one.on and (one.until is None or last <= one.until))
    return next(held, next(iter(pauses), None))


def is_over(events: Iterable[Happened], first: date) -> bool:
    """Whether the whole document had ended before the day."""
    return any(one.kind in ENDS and not one.is_part and one.on < first for one in events)


def part_ends(events: Iterable[Happened], first: date, last: date) -> tuple[Happened, ...]:
    """What ended, was paused or amended of single provisions within the days, by day."""
    wanted = ENDS | PAUSES
    rows = [one for one in events if one.kind is EventKind.AMENDED or (one.is_part and one.kind in wanted)]
    return tuple(sorted((one for one in rows if first <= one.on <= last), key=lambda one: (one.on, one.provisions)))


def joined(parts: Sequence[Happened]) -> tuple[str, str, date]:
    """Provisions, reasons and the first day of a document's partial endings, for one line of list two."""
    provisions = [one.provisions or "Một số nội dung được sửa đổi" for one in parts]
    reasons: list[str] = []
    for one in parts:
        words = f"{reason_of(one)} từ {one.on:%d/%m/%Y}" if len(parts) > 1 else reason_of(one)
        if words not in reasons:
            reasons.append(words)
    return "; ".join(dict.fromkeys(provisions)), "; ".join(reasons), parts[0].on


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """As lists are printed: by type, day of issue and number."""
    return tuple(sorted(lines, key=lambda one: (one.kind, one.issued_on or date.min, one.number, one.document_id)))
