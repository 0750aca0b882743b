"""Keep up what the search knows of a document: its rows, their places, the vocabulary. It costs its own rows only."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from motcua.legal.lawbase import queries
from motcua.legal.lawbase.choices import EffectState, UnitKind
from motcua.legal.lawbase.models import DocumentVersion, EffectSpan, LegalDocument, Provision, SearchRow, SearchWord
from motcua.legal.lawbase.rules import effect, indexing
from motcua.legal.lawbase.rules.ranking import search_words
from motcua.legal.lawbase.rules.structure import Tree, Unit

_SEARCHED = {UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.APPENDIX, UnitKind.FORM}
_BATCH = 500


def settle_spans(document: LegalDocument) -> bool:
    """Write out the state of every day, from the confirmed events; whether it changed."""
    spans = [(span.since, span.until, span.state) for span in effect.spans(queries.events_of(document))]
    kept = list(document.spans.order_by("since").values_list("since", "until", "state"))
    if kept == spans:
        return False
    document.spans.all().delete()
    EffectSpan.objects.bulk_create(
        EffectSpan(document=document, since=since, until=until, state=state) for since, until, state in spans
    )
    return True


def index_document(document: LegalDocument) -> None:
    """Bring the document's own row up to its facts, and the places and marks of all its rows; none when kept back."""
    facts = _facts(document)
    old = list(SearchRow.objects.filter(document=document).order_by("place"))
    base = _base(document, facts)
    head = Provision.objects.filter(document=document, version__isnull=True).first() or Provision(document=document)
    if head.heading != document.title:
        head.heading = head.text = document.title
        head.save()
    if not document.is_public:
        return _exchange(old, [])
    new = [_row(document, head.pk, base, indexing.row_of(facts, facts.words))]
    for row in old:
        if row.provision_id != head.pk:
            offset = row.place & ((1 << indexing.ROW_BITS) - 1)
            made = indexing.row_of(facts, row.words, row.head)
            new.append(_row(document, row.provision_id, base + offset, made))
    return _exchange(old, new)


def index_version(version: DocumentVersion, tree: Tree, rows: Iterable[tuple[Unit, Provision]]) -> None:
    """Make a text's provisions found, in their order, after what of the document is found already."""
    document = version.document
    if not document.is_public:
        return
    facts = _facts(document)
    place = SearchRow.objects.filter(document=document).order_by("-place").values_list("place", flat=True).first()
    place = _base(document, facts) if place is None else place
    new = []
    for unit, provision in rows:
        if words := _searched_text(tree, unit):
            place += 1
            new.append(
                _row(document, provision.pk, place, indexing.row_of(facts, words, search_words(provision.heading)))
            )
    _exchange([], new)


def unindex_version(version: DocumentVersion) -> None:
    """No longer found."""
    _exchange(list(SearchRow.objects.filter(document=version.document_id, provision__version=version)), [])


def _facts(document: LegalDocument) -> indexing.Document:
    states = document.spans.values_list("state", flat=True)
    return indexing.Document(
        slug=document.slug, type=document.type, number=document.number, title=document.title,
        issuer=document.issuer, field=document.field, issued_on=document.issued_on,
        is_holding=document.is_holding, states=frozenset(map(EffectState, states)),
    )  # fmt: skip


def _base(document: LegalDocument, facts: indexing.Document) -> int:
    """The first place of the document; another one's, mixed to the same, is stepped over."""
    base = indexing.first_place(facts)
    others = SearchRow.objects.exclude(document=document)
    while others.filter(place__gte=base, place__lt=indexing.next_document(base)).exists():
        base = indexing.next_document(base)
    return base


def _row(document: LegalDocument, provision: UUID, place: int, made: indexing.Row) -> SearchRow:
    row = SearchRow(place=place, document=document, title=made.title, head=made.head, words=made.words)
    row.provision_id = provision
    row.marks = made.marks
    return row


def _exchange(old: list[SearchRow], new: list[SearchRow]) -> None:
    """Rows that stay as they are are not touched."""
    names = ("place", "provision_id", "title", "head", "words", "marks")
    before = {tuple(getattr(row, name) for name in names): row for row in old}
    after = {tuple(getattr(row, name) for name in names): row for row in new}
    gone = [row for key, row in before.items() if key not in after]
    come = [row for key, row in after.items() if key not in before]
    moved = Counter[str]()
    for start in range(0, len(gone), _BATCH):
        SearchRow.objects.filter(place__in=[row.place for row in gone[start : start + _BATCH]]).delete()
    SearchRow.objects.bulk_create(come, batch_size=_BATCH)
    for row in gone:
        moved.subtract(indexing.counted(_plain(row)))
    for row in come:
        moved.update(indexing.counted(_plain(row)))
    _count(moved)


def _plain(row: SearchRow) -> indexing.Row:
    return indexing.Row(row.title, row.head, row.words, row.marks)


def _searched_text(tree: Tree, unit: Unit) -> str:
    """An article with all its clauses; a heading without the articles inside; a text without structure as it is."""
    if unit.kind in {UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.FORM}:
        return search_words(tree.whole(unit))
    if unit.kind in _SEARCHED | {UnitKind.ENACTING} or (unit.kind is UnitKind.HEADER and len(tree.units) == 1):
        return search_words(tree.own(unit))
    return ""


def _count(words: Counter[str]) -> None:
    """Keep the vocabulary: each word with the number of rows it stands in."""
    moved = {word: by for word, by in words.items() if by}
    known = set()
    names = sorted(moved)
    for start in range(0, len(names), _BATCH):
        known |= set(SearchWord.objects.filter(word__in=names[start : start + _BATCH]).values_list("word", flat=True))
    SearchWord.objects.bulk_create(
        [SearchWord(word=word) for word in names if word not in known], batch_size=_BATCH, ignore_conflicts=True
    )
    by_step: dict[int, list[str]] = {}
    for word, step in moved.items():
        by_step.setdefault(step, []).append(word)
    for step, those in sorted(by_step.items()):
        for start in range(0, len(those), _BATCH):
            SearchWord.objects.filter(word__in=sorted(those)[start : start + _BATCH]).update(rows=F("rows") + step)
