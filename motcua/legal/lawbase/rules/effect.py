"""Whether a document, or one provision, is in force on a day: computed from dated events [64/2025/QH15, 53–57].

An event's day is the first day of its consequence. Only confirmed events count; a cascade is a proposal for a person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from motcua.base.vn.rules import fold
from motcua.legal.lawbase.choices import EVENT_NAMES, STATE_NAMES, EffectState, EventKind
from motcua.legal.lawbase.rules.text import latin

ENDS = frozenset({EventKind.EXPIRES, EventKind.REPLACED, EventKind.REPEALED})
PAUSES = frozenset({EventKind.STAYED, EventKind.SUSPENDED})
_CODES = {"chl": EffectState.IN_FORCE, "hhl": EffectState.EXPIRED, "hhlmp": EffectState.PARTLY_EXPIRED}


@dataclass(frozen=True, slots=True)
class Event:
    """What happens on a day, to the whole document or to provisions (`scope`, ids). `until`: last day of a pause."""

    kind: EventKind
    on: date
    scope: tuple[str, ...] = ()
    until: date | None = None
    by: str = ""

    def touches(self, provision: str) -> bool:
        """Whether the whole document, or this provision or one that holds it, is meant."""
        return not self.scope or bool(self.near(provision))

    def near(self, provision: str) -> tuple[str, ...]:
        """What of the scope is this provision or holds it."""
        return tuple(one for one in self.scope if provision == one or provision.startswith(f"{one}/"))


@dataclass(frozen=True, slots=True)
class Span:
    """The state from a day up to, not including, another."""

    since: date
    until: date
    state: EffectState


def is_retroactive(issued_on: date | None, effective_on: date | None) -> bool:
    """«Hiệu lực trở về trước»: a first day before the day of issue [80/2015/QH13, 152] [64/2025/QH15, 55]."""
    return bool(issued_on and effective_on and effective_on < issued_on)


def sunset(last_day: date) -> Event:
    """The end a document sets itself: «có hiệu lực đến hết ngày …»."""
    return Event(EventKind.EXPIRES, last_day + timedelta(days=1))


def state_on(events: Iterable[Event], on: date) -> EffectState:
    """The state of the whole document on the day. Without a day of effect: unknown, never in force."""
    rows = sorted(events, key=_order)
    whole = [event for event in rows if not event.scope]
    if any(event.kind in ENDS and event.on <= on for event in whole):
        return EffectState.EXPIRED
    begins = [event.on for event in whole if event.kind is EventKind.IN_FORCE]
    if not begins:
        return _without_beginning(whole, on)
    if min(begins) > on:
        return EffectState.NOT_YET
    if _is_paused(whole, on):
        return EffectState.SUSPENDED
    if any(event.kind is EventKind.UNFIT and event.on <= on for event in whole):
        return EffectState.UNFIT
    return _partly(rows, on)


def provision_state(events: Iterable[Event], provision: str, on: date) -> EffectState:
    """The state of one provision on the day: what holds for the whole holds for it, then what holds for it alone.

    A provision may begin later than the document («riêng khoản 2 Điều 3 có hiệu lực từ …»): of several days, the one
    said of it most closely counts.
    """
    rows = [replace(event, scope=event.near(provision)) for event in events if event.touches(provision)]
    rows.sort(key=_order)
    if any(event.kind in ENDS and event.on <= on for event in rows):
        return EffectState.EXPIRED
    begins = [event for event in rows if event.kind is EventKind.IN_FORCE]
    if not begins:
        return _without_beginning(rows, on)
    nearest = max(map(_nearness, begins))
    if min(event.on for event in begins if _nearness(event) == nearest) > on:
        return EffectState.NOT_YET
    if _is_paused(rows, on):
        return EffectState.SUSPENDED
    return _partly([event for event in rows if event.kind is EventKind.AMENDED], on)


def boundaries(events: Iterable[Event]) -> list[date]:
    """Days on which the state may change, in order: it is constant between them."""
    rows = list(events)
    after = {event.until + timedelta(days=1) for event in rows if event.until}
    return sorted(after | {event.on for event in rows})


def spans(events: Iterable[Event]) -> list[Span]:
    """The state of every day there is, written out: neighbours differ, none are missing."""
    rows = list(events)
    found: list[Span] = []
    days = [date.min, *(day for day in boundaries(rows) if day > date.min), date.max]
    for since, until in pairwise(days):
        state = state_on(rows, since)
        if found and found[-1].state is state:
            found[-1] = replace(found[-1], until=until)
        elif since < until:
            found.append(Span(since, until, state))
    return found


def ends_on(events: Iterable[Event]) -> date | None:
    """The first day without effect of the whole document, if it is known."""
    return min((event.on for event in events if not event.scope and event.kind in ENDS), default=None)


def problems(events: Sequence[Event]) -> list[str]:
    """What in the dates cannot be so, in sentences for the officer; nothing is mended by itself."""
    whole = [event for event in events if not event.scope]
    issued = min((event.on for event in whole if event.kind is EventKind.ISSUED), default=None)
    begins = sorted(event.on for event in whole if event.kind is EventKind.IN_FORCE)
    found = []
    if issued and begins and is_retroactive(issued, begins[0]):
        found.append(
            f"Ngày có hiệu lực {begins[0]:%d/%m/%Y} trước ngày ban hành {issued:%d/%m/%Y}: hiệu lực trở về trước"
            " chỉ đúng khi luật cho phép và chính văn bản ghi như vậy."
        )
    if len(set(begins)) > 1:
        found.append("Có hơn một ngày có hiệu lực của toàn văn bản: " + ", ".join(f"{day:%d/%m/%Y}" for day in begins))
    first = begins[0] if begins else issued
    for event in events:
        if first and event.kind in ENDS | PAUSES and event.on < first:
            found.append(f"Văn bản {EVENT_NAMES[event.kind]} ngày {event.on:%d/%m/%Y}, trước khi có hiệu lực.")
        if event.until and event.until < event.on:
            found.append(f"Ngày hết thời gian ngưng {event.until:%d/%m/%Y} trước ngày bắt đầu {event.on:%d/%m/%Y}.")
    pauses = [event.on for event in events if event.kind in PAUSES]
    resumed = [event.on for event in events if event.kind is EventKind.RESUMED]
    return found + [
        f"Có hiệu lực trở lại ngày {on:%d/%m/%Y} mà trước đó không bị ngưng."
        for on in resumed
        if not any(day <= on for day in pauses)
    ]


def label_state(label: str) -> EffectState:
    """The state a label printed elsewhere means; unknown when it is not one of the seven."""
    plain = fold(latin(label))
    names = {fold(name): state for state, name in STATE_NAMES.items()}
    return names.get(plain) or _CODES.get(plain, EffectState.UNKNOWN)


def disagreement(state: EffectState, label: str) -> str:
    """What to tell when a label printed elsewhere says something else; nothing when it agrees or says nothing."""
    foreign = label_state(label)
    if not label.strip() or foreign in {state, EffectState.UNKNOWN}:
        return ""
    return f"Nguồn ghi “{label.strip()}”, sổ tính ra “{STATE_NAMES[state]}”."


def _nearness(event: Event) -> int:
    """How closely an event speaks of a provision: by the longest of its scope, the whole document least."""
    return max(map(len, event.scope), default=0)


def _order(event: Event) -> tuple[date, str, tuple[str, ...]]:
    return (event.on, event.kind.value, event.scope)


def _without_beginning(rows: Sequence[Event], on: date) -> EffectState:
    unfit = any(event.kind is EventKind.UNFIT and event.on <= on for event in rows)
    return EffectState.UNFIT if unfit else EffectState.UNKNOWN


def _is_paused(rows: Sequence[Event], on: date) -> bool:
    """Paused by any pause that covers the day and after which, up to the day, nothing let it go on."""
    resumed = max((event.on for event in rows if event.kind is EventKind.RESUMED and event.on <= on), default=date.min)
    return any(event.kind in PAUSES and resumed < event.on <= on and _covers(event, on) for event in rows)


def _covers(event: Event, on: date) -> bool:
    return event.until is None or on <= event.until


def _partly(rows: Sequence[Event], on: date) -> EffectState:
    parts = [event for event in rows if event.scope or event.kind in {EventKind.AMENDED, EventKind.RESUMED}]
    scopes = {one for event in parts for one in event.scope if event.kind in PAUSES}
    if any(_is_paused([event for event in parts if event.touches(scope)], on) for scope in scopes):
        return EffectState.PARTLY_SUSPENDED
    if any(event.kind in ENDS | {EventKind.AMENDED} and event.on <= on for event in parts):
        return EffectState.PARTLY_EXPIRED
    return EffectState.IN_FORCE
