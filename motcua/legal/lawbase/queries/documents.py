"""Documents by number, effect, year; their events and relations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from django.db import connection
from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from motcua.base.vn.rules import fold, sort_key
from motcua.house.office.rules import Actor
from motcua.legal.lawbase.choices import CONFIRM, EVENT_NAMES, EffectState, EventKind, EventStanding, RelationKind
from motcua.legal.lawbase.models import DocumentVersion, EffectEvent, LegalDocument, Relation, SearchRow
from motcua.legal.lawbase.queries.places import Question, first_places
from motcua.legal.lawbase.rules import effect, identity, relations
from motcua.legal.lawbase.rules.ranking import search_words
from motcua.legal.lawbase.rules.text import latin

MOST_IN_A_LIST, MOST_SOUGHT = 500, 20_000
_CHANGING = sorted(kind for kind in RelationKind if relations.event_of(kind) is not None)


@dataclass(frozen=True, slots=True)
class Related:
    """One line of the «lược đồ»: the words of this side, the other document or the citation as written."""

    words: str
    kind: RelationKind
    is_incoming: bool
    document: LegalDocument | None
    citation: str
    scope_words: str
    is_confirmed: bool


def confirmed() -> Prefetch[str, QuerySet[EffectEvent], str]:
    """Confirmed events beside the documents, for `events_of`."""
    rows = EffectEvent.objects.filter(standing=EventStanding.CONFIRMED)
    return Prefetch("events", queryset=rows, to_attr="confirmed_events")


def events_of(document: LegalDocument) -> tuple[effect.Event, ...]:
    """The confirmed events as `rules.effect` wants them; read once when prefetched."""
    rows = getattr(document, "confirmed_events", None)
    if rows is None:
        rows = document.events.filter(standing=EventStanding.CONFIRMED)
    return as_rules(rows)


def as_rules(rows: Iterable[EffectEvent]) -> tuple[effect.Event, ...]:
    """Rows of the table as values of the rules."""
    return tuple(
        effect.Event(EventKind(row.kind), row.on, tuple(row.scope), row.until, str(row.acting_id or "")) for row in rows
    )


def state_of(document: LegalDocument, *, on: date) -> EffectState:
    """The state on any day, computed from the events."""
    return effect.state_on(events_of(document), on)


def first_day(document: LegalDocument) -> date | None:
    """The day from which what it does to others counts, where it gives them none of their own."""
    return document.effective_on or document.issued_on


def published() -> QuerySet[LegalDocument]:
    """What everybody may read."""
    return LegalDocument.objects.filter(is_public=True)


def by_number(text: str) -> QuerySet[LegalDocument]:
    """Documents with this number in any spelling, or whose number begins with it; of any issuer, newest first."""
    key = identity.match_key(text)
    if not key:
        return LegalDocument.objects.none()
    same = Q(number_key=key) | _begins(f"{key}/") | _begins(f"{key}-")
    return LegalDocument.objects.filter(same).order_by("-is_holding", "-issued_on", "id")


def sought(text: str, keepers: Iterable[UUID]) -> QuerySet[LegalDocument]:
    """Entries of these registers with this number in any spelling; or else with all these words, marks or not, in
    their title, kept back or not: side by side, or where none has them so, anywhere.
    """
    rows = LegalDocument.objects.filter(keeper__in=keepers)
    numbered = rows.filter(pk__in=by_number(text).order_by().values("pk")) if text else rows
    words = search_words(text).split()
    if not words or numbered.exists():
        return numbered
    hidden = [(key, search_words(title)) for key, title in rows.filter(is_public=False).values_list("pk", "title")]
    heads, near = [f"_{word}" for word in words], [f"{a}_{b}" for a, b in pairwise(words)]
    beside = _titled(rows, [*heads, *near], [key for key, title in hidden if f" {' '.join(words)} " in f" {title} "])
    if beside.exists():
        return beside
    return _titled(rows, heads, [key for key, title in hidden if set(words) <= set(title.split())])


def _titled(rows: QuerySet[LegalDocument], marks: Iterable[str], kept_back: Iterable[UUID]) -> QuerySet[LegalDocument]:
    """Rows whose own row of search bears all the marks, and those kept back, which have none."""
    places = first_places(Question((tuple((mark,) for mark in marks),)), MOST_SOUGHT)
    named = SearchRow.objects.filter(place__in=places, provision__version=None).values("document")
    return rows.filter(Q(pk__in=named) | Q(pk__in=list(kept_back)))


def _begins(key: str) -> Q:
    """Number keys that begin so, by the index: SQLite does not use it for LIKE, PostgreSQL may not order by bytes."""
    if connection.vendor == "postgresql":
        return Q(number_key__startswith=key)
    return Q(number_key__gte=key, number_key__lt=key[:-1] + chr(ord(key[-1]) + 1))


def same_document(issuer: str, kind: str, number: str, issued_on: date | None) -> LegalDocument | None:
    """The entry with this identity, whatever the spelling of issuer and number."""
    rows = LegalDocument.objects.filter(
        issuer_key=fold(latin(issuer)), type=kind, number_key=identity.number_key(number), issued_on=issued_on
    )
    return rows.first()


def current_text(document: LegalDocument, language: str = "vi") -> DocumentVersion | None:
    """The text that holds, or None for an entry without text."""
    return document.versions.filter(is_current=True, language=language).first()


def related(document: LegalDocument, *, public: bool = False) -> list[Related]:
    """What is recorded from both sides, a list's length each: what changes effect first, then by kind and day.

    The public is not told of a change of effect that nobody has confirmed, read from a text or recorded by hand,
    nor of documents kept back.
    """
    shown, there, here = Q(rejected_at__isnull=True), Q(), Q()
    if public:
        shown &= ~Q(confirmed_at__isnull=True, kind__in=_CHANGING)
        there, here = Q(target__isnull=True) | Q(target__is_public=True), Q(source__is_public=True)
    outgoing = document.outgoing.filter(shown & there).select_related("target").order_by("kind", "recorded_at", "id")
    incoming = document.incoming.filter(shown & here).select_related("source").order_by("kind", "recorded_at", "id")
    rows = [_related(row, incoming=False) for row in outgoing[:MOST_IN_A_LIST]]
    rows += [_related(row, incoming=True) for row in incoming[:MOST_IN_A_LIST]]
    return sorted(rows, key=lambda one: (relations.event_of(one.kind) is None, one.is_incoming, one.kind.value))


def _related(row: Relation, *, incoming: bool) -> Related:
    kind = RelationKind(row.kind)
    return Related(
        words=relations.words(kind, incoming=incoming),
        kind=kind,
        is_incoming=incoming,
        document=row.source if incoming else row.target,
        citation=row.target_words,
        scope_words=row.scope_words,
        is_confirmed=row.confirmed_at is not None,
    )


def holding(*, local: bool = True, year: int | None = None) -> QuerySet[LegalDocument]:
    """Documents applied today, not yet in force ones too: list 3 of the systematisation [79/2025/NĐ-CP, 51].

    `year`: only those issued in it.
    """
    rows = published().filter(Q(is_holding=True) | Q(state=EffectState.NOT_YET))
    rows = rows if year is None else rows.filter(issued_on__year=year)
    return _local(rows, local=local).order_by("-issued_on", "number_key", "id")


def ended_in(year: int, *, local: bool = True) -> QuerySet[LegalDocument]:
    """Documents that wholly lost effect in the year, by the day of it."""
    rows = published().filter(ended_on__year=year)
    return _local(rows, local=local).order_by("ended_on", "number_key", "id")


def years(*, local: bool = True) -> list[int]:
    """Years in which documents ended, latest first."""
    rows = _local(published().filter(ended_on__isnull=False), local=local)
    return [day.year for day in rows.dates("ended_on", "year", order="DESC")]


def holding_years(*, local: bool = True) -> list[int]:
    """Years in which documents were issued that are applied today, latest first."""
    rows = holding(local=local).filter(issued_on__isnull=False).order_by()
    return [day.year for day in rows.dates("issued_on", "year", order="DESC")]


def newest(*, on: date, count: int = 30) -> list[tuple[date, LegalDocument, str]]:
    """What is new to the public up to the day: documents registered, and documents that ended, latest first."""
    fresh = published().filter(issued_on__lte=on).order_by("-issued_on", "id")[:count]
    ended = published().filter(ended_on__lte=on).order_by("-ended_on", "id")[:count]
    rows = [(document.issued_on, document, "issued") for document in fresh if document.issued_on]
    rows += [(document.ended_on, document, "ended") for document in ended if document.ended_on]
    return sorted(rows, key=lambda one: (one[0], one[2], str(one[1].pk)), reverse=True)[:count]


def proposed(actor: Actor, *, keepers: Iterable[UUID]) -> QuerySet[EffectEvent]:
    """Events that wait for a person's word, oldest first, in the registers the actor decides in."""
    if not actor.may_somewhere(CONFIRM):
        return EffectEvent.objects.none()
    rows = EffectEvent.objects.filter(standing=EventStanding.PROPOSED, document__keeper__in=list(keepers))
    known = Prefetch(
        "document__events",
        queryset=EffectEvent.objects.filter(standing=EventStanding.CONFIRMED),
        to_attr="confirmed_events",
    )
    rows = rows.select_related("document", "acting", "relation").prefetch_related(known)
    return rows.order_by("proposed_at", "id")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One line of what waits: the event, in words, and what it would do today."""

    event: EffectEvent
    words: str
    would_be: EffectState


def proposals(rows: Iterable[EffectEvent]) -> list[Proposal]:
    """What each waiting event says and the state it would lead to on its day."""
    found = []
    for row in rows:
        events = (*events_of(row.document), *as_rules([row]))
        found.append(Proposal(row, EVENT_NAMES[EventKind(row.kind)], effect.state_on(events, row.on)))
    return found


def labelled_otherwise(rows: QuerySet[LegalDocument]) -> QuerySet[LegalDocument]:
    """Those among the entries whose label elsewhere says another state than the register computed for today."""
    labels = rows.exclude(foreign_label="").order_by().values_list("foreign_label", flat=True).distinct()
    wrong = Q(pk__in=[])
    for label in labels:
        meant = effect.label_state(label)
        if meant is not EffectState.UNKNOWN:
            wrong |= Q(foreign_label=label) & ~Q(state=meant)
    return rows.filter(wrong)


def everything() -> QuerySet[LegalDocument]:
    """All entries with their confirmed events, for open data."""
    return published().order_by("issued_on", "slug").prefetch_related(confirmed())


def last_change() -> str:
    """What is another after any act on any entry: each act lengthens the record of its entry, and no entry goes."""
    found = LegalDocument.objects.aggregate(entries=Count("pk"), acts=Sum("journal_seq"))
    return f"{found['entries']}.{found['acts'] or 0}"


def on_day(document: LegalDocument, on: date) -> list[EffectEvent]:
    """Confirmed events of exactly that day."""
    return list(document.events.filter(standing=EventStanding.CONFIRMED, on=on))


def types() -> list[str]:
    """Types that occur."""
    return _occurring("type")


def issuers() -> list[str]:
    """Issuers that occur, as written."""
    return _occurring("issuer")


def fields_of() -> list[str]:
    """Fields («lĩnh vực») that occur."""
    return _occurring("field")


def _occurring(column: str) -> list[str]:
    """The different values of an indexed column, from one to the next in the index; none are read twice."""
    table = "lawbase_legaldocument"
    after = f"(SELECT min({column}) FROM {table} WHERE {column} > found.one)"  # noqa: S608  names of columns
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE found(one) AS (SELECT min({column}) FROM {table}"  # noqa: S608  names of columns
            f" UNION ALL SELECT {after} FROM found"
            " WHERE found.one IS NOT NULL) SELECT one FROM found WHERE one <> ''"
        )
        return sorted((value for (value,) in cursor.fetchall()), key=sort_key)


def _local(rows: QuerySet[LegalDocument], *, local: bool) -> QuerySet[LegalDocument]:
    """Local documents are those a unit of the office's own directory issued."""
    return rows.filter(issuer_unit__isnull=False) if local else rows
