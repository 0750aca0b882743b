"""A first day put right: what counts from it in other documents moves, decided or not; a day of its own stays."""

from datetime import date

import pytest

from motcua.house.journal import queries as journal
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EffectState, EventKind, EventStanding, PatchKind, RelationKind
from motcua.legal.lawbase.models import EffectEvent, EffectSpan, LegalDocument, TextPatch
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = date(2024, 5, 27), date(2024, 6, 1), date(2024, 7, 1)
OWN_DAY = """Điều 1. Quy định thứ nhất
Bãi bỏ Điều 1 của Quyết định số 04/2023/QĐ-UBND.
Điều 2. Quy định thứ hai
Bãi bỏ Điều 3 của Quyết định số 04/2023/QĐ-UBND.
Điều 3. Hiệu lực
1. Quyết định này có hiệu lực từ ngày 01/6/2024.
2. Điều 2 có hiệu lực từ ngày 01/7/2024.
"""


@pytest.fixture
def hoa():
    return world.hoa()


@pytest.fixture
def later(hoa):
    return world.document(hoa, number="07/2024/QĐ-UBND", issued_on=date(2024, 5, 20), effective_on=JUNE, title="Mới")


def put_right(document, on, hoa):
    return acts.correct(document, {"effective_on": on}, reason="ghi nhầm ngày", by=hoa, at=world.AT)


def days(kind=EventKind.REPEALED):
    return {(one.document.number, one.scope_words): one.on for one in EffectEvent.objects.filter(kind=kind)}


def test_what_waits_and_what_is_confirmed_moves_with_the_first_day(hoa, later):
    older, other = world.document(hoa), world.document(hoa, number="03/2023/QĐ-UBND")
    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)
    acts.relate(later, kind=RelationKind.REPEALS, target=other, confirmed=True, by=hoa, at=world.AT)
    put_right(later, JULY, hoa)

    assert set(days().values()) == {JULY}
    assert queries.state_of(other, on=JUNE) is EffectState.IN_FORCE
    other.refresh_from_db()
    assert (other.ended_on, other.state) == (JULY, EffectState.EXPIRED)
    assert EffectSpan.objects.get(document=other, state=EffectState.EXPIRED).since == JULY
    entry = journal.history(LegalDocument.objects.get(pk=other.pk)).last()
    facts = [entry.facts[name] for name in ("acting", "before", "on", "many", "confirmed")]
    assert (entry.act, facts) == ("law.redate", [later.slug, "2024-06-01", "2024-07-01", 1, 1])


def test_a_day_of_its_own_in_the_text_stays_even_where_it_is_the_same_day(hoa, later):
    world.with_text(hoa)
    acts.correct(later, {"effective_on": JULY}, reason="đọc nhầm câu của Điều 2", by=hoa, at=world.AT)
    acts.add_version(later, OWN_DAY, by=hoa, at=world.AT)
    keys = [one.pk for one in EffectEvent.objects.filter(standing=EventStanding.PROPOSED)]
    acts.decide_read(later, accept=True, by=hoa, at=world.AT, events=keys)
    assert set(days().values()) == {JULY}
    moves, stays = queries.following(later, to=JUNE)
    told = [[(one.words, one.stays) for one in rows] for rows in (moves, stays)]
    put_right(later, JUNE, hoa)

    assert days() == {("04/2023/QĐ-UBND", "Điều 1"): JUNE, ("04/2023/QĐ-UBND", "Điều 3"): JULY}
    events = [(f"{name} ({place})", why) for name, place, why in (
        ("bị bãi bỏ", "Điều 1", ""), ("bị bãi bỏ", "Điều 3", "có ngày riêng"))]  # fmt: skip
    assert [[pair for pair in rows if "bị bãi bỏ" in pair[0]] for rows in told] == [[events[0]], [events[1]]]


def test_a_day_a_person_set_when_confirming_stays(hoa, later):
    older = world.document(hoa)
    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)
    acts.decide(EffectEvent.objects.get(standing="proposed"), accept=True, on=JULY, by=hoa, at=world.AT)
    put_right(later, MAY, hoa)

    assert set(days().values()) == {JULY}
    assert [one.stays for one in queries.following(later, to=MAY)[1]] == ["có ngày riêng"]


def test_what_was_rejected_moves_unseen_so_that_taken_back_it_waits_on_the_right_day(hoa, later):
    older = world.document(hoa)
    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)
    event = EffectEvent.objects.get(standing="proposed")
    acts.decide(event, accept=False, reason="nhầm", by=hoa, at=world.AT)
    told = queries.following(later, to=JULY)
    put_right(later, JULY, hoa)

    assert (told, set(days().values())) == (([], []), {JULY})


def test_a_pause_that_would_end_before_it_begins_stays_and_is_told(hoa, later):
    older = world.document(hoa)
    pause = acts.Happening(
        kind=EventKind.SUSPENDED, on=JUNE, until=date(2024, 6, 20), acting=later, follows=True
    )  # fmt: skip
    acts.record_event(older, pause, confirmed=True, by=hoa, at=world.AT)
    put_right(later, JULY, hoa)

    assert set(days(EventKind.SUSPENDED).values()) == {JUNE}
    assert [one.stays for one in queries.following(later, to=JULY)[1]] == [
        "hết thời gian ngưng ngày 20/06/2024, trước ngày mới"
    ]


def test_words_recorded_by_hand_from_the_first_day_move_with_it(hoa, later):
    older = world.with_text(hoa)
    for on in (JUNE, JULY):
        acts.patch(older, acting=later, kind=PatchKind.DELETE, target="dieu-3", on=on, by=hoa, at=world.AT)
    put_right(later, MAY, hoa)

    assert sorted(TextPatch.objects.values_list("on", flat=True)) == [MAY, JULY]


def test_what_falls_with_a_repealed_document_moves_with_the_repeal(hoa, later):
    basis, details = world.document(hoa), world.document(hoa, number="08/2023/QĐ-UBND")
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, confirmed=True, by=hoa, at=world.AT)
    acts.relate(later, kind=RelationKind.REPEALS, target=basis, confirmed=True, by=hoa, at=world.AT)
    [event] = queries.proposed(hoa, keepers=[details.keeper_id])
    acts.decide(event, accept=True, by=hoa, at=world.AT)
    put_right(later, JULY, hoa)

    assert days(EventKind.EXPIRES) == {("08/2023/QĐ-UBND", ""): JULY}


def test_who_only_registers_moves_nothing_that_was_confirmed(hoa, later):
    older = world.document(hoa)
    clerk = people.actor(people.officer("van-thu", "Đỗ Văn Thư", "TK-TP.CV"))
    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)

    put_right(later, JULY, clerk)
    assert set(days().values()) == {JULY}
    acts.decide(EffectEvent.objects.get(standing="proposed"), accept=True, by=hoa, at=world.AT)
    with pytest.raises(acts.NotAsWritten, match="chuyển người được giao xác nhận"):
        put_right(later, JUNE, clerk)
    assert set(days().values()) == {JULY}
    assert LegalDocument.objects.get(pk=later.pk).effective_on == JULY
