"""What the search keeps of a document: each row at its place, found by its terms, moved with effect, at own cost."""

from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from itertools import islice, pairwise, product

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EffectState, EventKind, RelationKind
from motcua.legal.lawbase.models import EffectSpan, LegalDocument, SearchRow, SearchWord
from motcua.legal.lawbase.queries import candidates, places
from motcua.legal.lawbase.rules import effect, indexing
from motcua.legal.lawbase.tests import world

DAY = date(2020, 1, 1)
EVERY_ROW = places.Question((((indexing.HOLDS, indexing.HOLDS_NOT),),))


def found_by_terms():
    return places.first_places(EVERY_ROW, 1000)


def kept_rows():
    return list(SearchRow.objects.order_by("place").values_list("place", flat=True))


def counted_anew():
    rows: dict[str, int] = {}
    for row in SearchRow.objects.all():
        for word in indexing.counted(indexing.Row(row.title, row.head, row.words, row.marks)):
            rows[word] = rows.get(word, 0) + 1
    return rows


def vocabulary():
    return dict(SearchWord.objects.filter(rows__gt=0).values_list("word", "rows"))


@pytest.mark.django_db
def test_the_index_follows_every_act_on_a_document():
    hoa = world.hoa()
    old = world.with_text(hoa)
    states = [(found_by_terms(), kept_rows())]
    acts.add_version(old, world.TEXT.replace("200.000", "250.000"), by=hoa, at=world.AT)
    states.append((found_by_terms(), kept_rows()))
    acts.correct(old, {"title": "Mức chi khác"}, reason="nhầm", by=hoa, at=world.AT)
    states.append((found_by_terms(), kept_rows()))
    new = world.with_text(hoa, number="09/2024/QĐ-UBND", issued_on=date(2024, 3, 1), effective_on=date(2024, 3, 10))
    acts.relate(new, kind=RelationKind.REPLACES, target=old, confirmed=True, by=hoa, at=world.AT)
    states.append((found_by_terms(), kept_rows()))

    assert [found for found, _ in states] == [kept for _, kept in states]
    assert [len(kept) for _, kept in states] == [4, 4, 4, 8]
    assert vocabulary() == counted_anew()


@pytest.mark.django_db
def test_a_document_that_ends_moves_behind_all_that_hold():
    hoa = world.hoa()
    newer, older = world.with_text(hoa), world.with_text(hoa, number="1/2020/QĐ-UBND", issued_on=date(2020, 5, 4))
    before = [row.document_id for row in SearchRow.objects.order_by("place")]
    what = acts.Happening(kind=EventKind.REPEALED, on=date(2024, 1, 1))
    acts.record_event(newer, what, by=hoa, at=world.AT, confirmed=True)

    assert before == [newer.pk] * 4 + [older.pk] * 4
    assert [row.document_id for row in SearchRow.objects.order_by("place")] == [older.pk] * 4 + [newer.pk] * 4


@pytest.mark.django_db
def test_what_one_document_costs_does_not_depend_on_the_others():
    hoa = world.hoa()

    def cost(number: int) -> int:
        document = world.with_text(hoa, number=f"{number}/2023/QĐ-UBND")
        what = acts.Happening(kind=EventKind.REPEALED, on=date(2024, 1, 1))
        with CaptureQueriesContext(connection) as asked:
            acts.record_event(document, what, by=hoa, at=world.AT, confirmed=True)
        return len(asked)

    cost(1)
    alone = cost(2)
    for number in range(10, 16):
        world.with_text(hoa, number=f"{number}/2022/QĐ-UBND")

    assert cost(3) == alone


@pytest.mark.django_db
def test_the_night_reads_only_documents_whose_state_changes():
    hoa = world.hoa()
    for number in range(20, 24):
        world.document(hoa, number=f"{number}/2023/QĐ-UBND")
    ending = world.document(hoa, number="30/2023/QĐ-UBND", expires_on=date(2024, 12, 31))

    assert acts.refresh_states(on=date(2024, 12, 31)) == 0
    assert acts.refresh_states(on=date(2025, 1, 1)) == 1
    assert LegalDocument.objects.get(pk=ending.pk).state == EffectState.EXPIRED
    assert set(LegalDocument.objects.values_list("state_on", flat=True)) == {date(2025, 1, 1)}
    assert found_by_terms()[-1] == SearchRow.objects.get(document=ending).place


@pytest.mark.django_db
def test_the_years_are_read_one_after_another_and_give_the_same_places(monkeypatch):
    hoa = world.hoa()
    for year in (2018, 2020, 2023):
        world.with_text(hoa, number=f"5/{year}/QĐ-UBND", issued_on=date(year, 5, 4), effective_on=date(year, 5, 9))
    monkeypatch.setattr(places, "_FEW", 0)
    years = {word: rows for word, rows in vocabulary().items() if word.startswith(indexing.YEARS)}
    question = places.Question(((("muc",), ("chi",)),), fewest=99, years=years)
    of_state = replace(question, state=EffectState.IN_FORCE, on=date(2021, 6, 1))

    assert len(years) == 3
    for asked in (question, of_state):
        plain = replace(asked, years={})
        assert [places.first_places(asked, many) for many in (2, 5, 99)] == [
            places.first_places(plain, many) for many in (2, 5, 99)
        ]
    assert len(places.first_places(question, 99)) > len(places.first_places(of_state, 99)) > 0


@pytest.mark.django_db
def test_states_are_counted_by_years():
    hoa = world.hoa()
    for year in (2018, 2020):
        world.document(hoa, number=f"5/{year}/QĐ-UBND", issued_on=date(year, 5, 4), effective_on=date(year, 5, 9))
    day = date(2018, 5, 4)
    world.document(hoa, number="6/2018/QĐ-UBND", issued_on=day, effective_on=day, expires_on=date(2019, 12, 31))

    def of(state):
        begin = indexing.years_counted(state)
        return {word.removeprefix(begin): rows for word, rows in vocabulary().items() if word.startswith(begin)}

    assert of("") == {"h2018": 1, "x2018": 1, "h2020": 1}
    assert of(EffectState.IN_FORCE) == {"h2018": 1, "x2018": 1, "h2020": 1}
    assert of(EffectState.EXPIRED) == {"x2018": 1}


@pytest.mark.django_db
def test_the_places_tell_a_state_of_the_day_only_while_all_stand_at_it(monkeypatch):
    hoa = world.hoa()
    ending = world.document(hoa, expires_on=date(2024, 12, 31))
    acts.refresh_states(on=date(2024, 12, 31))
    on = date(2025, 1, 1)
    asked = queries.Filters(on=on, state=EffectState.EXPIRED)

    assert not candidates.of_the_day(on)
    assert [hit.document for hit in queries.search(ending.title, asked)[0]] == [ending]
    acts.refresh_states(on=on)
    assert candidates.of_the_day(on)
    assert [hit.document for hit in queries.search(ending.title, asked)[0]] == [ending]
    assert queries.search(ending.title, replace(asked, state=EffectState.IN_FORCE))[0] == []


@pytest.mark.django_db
def test_what_is_not_weighed_follows_in_order_and_nothing_comes_twice(monkeypatch):
    hoa = world.hoa()
    for number in range(50, 59):
        world.document(hoa, number=f"{number}/2023/QĐ-UBND", issued_on=DAY + timedelta(days=number))
    monkeypatch.setattr(candidates, "WORDS", 3)
    monkeypatch.setattr(candidates, "HEADS", 1)
    monkeypatch.setattr(candidates, "FOLLOWING", 3)
    monkeypatch.setattr(import_module("motcua.legal.lawbase.queries.search"), "PAGE", 3)
    pages = [queries.search("hòa giải viên", queries.Filters(on=world.ON), page=page) for page in (1, 2, 3)]
    slugs = [hit.document.slug for hits, _ in pages for hit in hits]

    assert len(set(slugs)) == len(slugs) == 9
    assert [more for _, more in pages][-1] is False


@pytest.mark.django_db
def test_a_row_kept_before_that_is_longer_than_one_may_be_now_is_cut_with_its_counts():
    world.with_text(world.hoa())
    row = SearchRow.objects.filter(provision__isnull=False).latest("place")
    odd = [f"tu{number:05}" for number in range(20_000)]
    words = f"{row.words} {' '.join(odd)}"
    SearchRow.objects.filter(pk=row.pk).update(words=words, marks=f"a_b {row.marks}")
    SearchWord.objects.bulk_create(SearchWord(word=one, rows=1) for one in odd)
    import_module("motcua.legal.lawbase.migrations.0008_terms_by_years").shorten(apps, None)
    row.refresh_from_db()

    assert len(row.words) <= indexing.MOST_DIFFERENT + 20_000 < len(words)
    assert row.marks.split()[0] == "_".join(row.words.split()[:2])
    assert vocabulary() == counted_anew()


KINDS = st.sampled_from(
    [EventKind.IN_FORCE, EventKind.REPEALED, EventKind.STAYED, EventKind.RESUMED, EventKind.AMENDED]
)


def event(kind, after, *, is_partial, lasts):
    on = DAY + timedelta(days=after)
    until = on + timedelta(days=lasts) if lasts and kind is EventKind.STAYED else None
    return effect.Event(kind, on, ("dieu-1",) if is_partial else (), until)


ONE = st.builds(event, KINDS, st.integers(0, 30), is_partial=st.booleans(), lasts=st.integers(0, 9))
EVENTS = st.lists(ONE, max_size=5)


@given(EVENTS)
def test_spans_tell_the_state_of_every_day(events):
    spans = effect.spans(events)

    assert (spans[0].since, spans[-1].until) == (date.min, date.max)
    assert all(one.until == two.since and one.state is not two.state for one, two in pairwise(spans))
    for day in (DAY + timedelta(days=number) for number in range(-2, 45)):
        told = [span.state for span in spans if span.since <= day < span.until]
        assert told == [effect.state_on(events, day)]


@pytest.mark.django_db
def test_spans_are_kept_with_the_document():
    made = world.document(world.hoa(), expires_on=date(2024, 12, 31))
    kept = [(span.since, span.state) for span in EffectSpan.objects.filter(document=made).order_by("since")]

    assert kept == [
        (date.min, EffectState.NOT_YET), (date(2023, 3, 10), EffectState.IN_FORCE),
        (date(2025, 1, 1), EffectState.EXPIRED),
    ]  # fmt: skip


def facts(**changed):
    named = {"slug": "a", "type": "Luật", "number": "1", "title": "Luật Hộ tịch", "issuer": "Quốc hội", "field": ""}
    return indexing.Document(**named | {"issued_on": DAY, "is_holding": True} | changed)


def test_places_put_what_holds_first_then_the_newest_then_the_undated():
    order = [
        facts(), facts(issued_on=DAY - timedelta(days=1)), facts(issued_on=None),
        facts(is_holding=False, issued_on=date(2030, 1, 1)), facts(is_holding=False),
    ]  # fmt: skip
    made = [indexing.first_place(one) for one in order]

    assert made == sorted(made)
    assert [indexing.day_of(place) for place in made] == [one.issued_on or date.min for one in order]
    assert all(0 <= place < indexing.LAST and indexing.next_document(place) > place for place in made)


@pytest.mark.parametrize("letters", [1, 2, 3, 4, 5, 8, 40])
def test_a_row_of_any_length_fits_what_postgresql_holds(letters):
    alphabet = "0123456789abcdefghijklmnopqrstuvwxyz"
    words = islice(map("".join, product(alphabet, repeat=letters)), 200_000)
    row = indexing.row_of(facts(), " ".join([*words, *alphabet] * 2), "x")
    terms = set(f"{row.title} {row.words} {row.marks}".split())

    assert sum(2 * len(term) + indexing.YEARS_LETTERS for term in terms) < 1_048_575


def test_of_a_long_row_the_first_words_are_kept():
    many = [f"{number:06}" for number in range(30_000)]

    assert indexing.row_of(facts(), " ".join(many), "x").words == " ".join(many[:20_000])
    assert indexing.row_of(facts(), "mot hai " * 60_000, "x").words == "mot hai " * 60_000
    assert len(indexing.row_of(facts(), "mot hai " * 90_000, "x").words) == 599_999


def test_a_law_is_named_with_its_type_once():
    assert facts().head == "luat ho tich"
    assert facts(title="Hộ tịch").head == "luat ho tich"
