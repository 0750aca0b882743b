"""Relations, events and changes of words are decided alike: rejected with a reason, not proposed again, taken back."""

from datetime import date

import pytest

from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, jobs, queries
from motcua.legal.lawbase.acts import citing
from motcua.legal.lawbase.choices import EffectState, PatchKind, RelationKind
from motcua.legal.lawbase.models import EffectEvent, Relation
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db
JUNE = date(2024, 6, 1)
NEW = {"number": "07/2024/QĐ-UBND", "issued_on": date(2024, 5, 20), "effective_on": JUNE, "title": "Mới"}
CITING = "Căn cứ Quyết định số 04/2023/QĐ-UBND;\nĐiều 1. Áp dụng\nTheo quy định.\n"


@pytest.fixture
def hoa():
    return world.hoa()


@pytest.fixture
def older(hoa):
    return world.with_text(hoa)


def read_relation(hoa, newer):
    [one] = queries.waiting(newer).relations
    return one.row


def test_a_relation_read_wrongly_is_rejected_with_a_reason_and_never_proposed_again(hoa, older):
    newer = world.with_text(hoa, CITING, **NEW)
    row = read_relation(hoa, newer)

    with pytest.raises(acts.NotAsWritten, match="lý do"):
        acts.decide_read(newer, accept=False, by=hoa, at=world.AT, relations=[row.pk])
    assert acts.decide_read(newer, accept=False, reason="đọc sai", by=hoa, at=world.AT, relations=[row.pk]) == 1
    acts.read_citations(queries.current_text(newer), at=world.AT)
    row.refresh_from_db()
    assert (row.rejected_by, row.reason) == (hoa.name, "đọc sai")
    assert queries.waiting(newer).relations == ()
    assert queries.related(newer) == queries.related(older, public=True) == []
    assert "law.reject_relations" in [entry.act for entry in journal.history(newer)]


def test_a_rejected_relation_is_not_recorded_over_but_taken_back(hoa, older):
    newer = world.with_text(hoa, CITING, **NEW)
    row = read_relation(hoa, newer)
    acts.decide_read(newer, accept=False, reason="đọc sai", by=hoa, at=world.AT, relations=[row.pk])

    with pytest.raises(acts.NotAsWritten, match="Xem xét lại"):
        acts.relate(newer, kind=RelationKind.BASED_ON, target=older, by=hoa, at=world.AT)
    with pytest.raises(acts.NotAsWritten, match="lý do"):
        acts.reconsider(row, reason=" ", by=hoa, at=world.AT)
    acts.reconsider(row, reason="nhầm dòng", by=hoa, at=world.AT)
    assert read_relation(hoa, newer) == row
    with pytest.raises(acts.NotAsWritten, match="chưa có quyết định"):
        acts.reconsider(row, reason="nữa", by=hoa, at=world.AT)


def test_a_relation_recorded_by_hand_waits_on_the_same_page(hoa, older):
    newer = world.with_text(hoa, "Điều 1. A\nB.\n", **NEW)
    made = acts.relate(newer, kind=RelationKind.GUIDES, target=older, by=hoa, at=world.AT)

    assert read_relation(hoa, newer) == made


def test_rejecting_an_event_rejects_the_relation_that_made_it_and_taking_it_back_opens_both(hoa, older):
    newer = world.document(hoa, **NEW)
    made = acts.relate(newer, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)
    event = EffectEvent.objects.get(standing="proposed")
    acts.decide(event, accept=False, reason="chỉ dẫn chiếu", by=hoa, at=world.AT)

    made.refresh_from_db()
    assert made.reason == "chỉ dẫn chiếu"
    with pytest.raises(acts.NotAsWritten, match="diễn biến hiệu lực"):
        acts.reconsider(made, reason="nhầm", by=hoa, at=world.AT)
    acts.reconsider(event, reason="nhầm", by=hoa, at=world.AT)
    made.refresh_from_db()
    assert made.rejected_at is None
    assert [one.row for one in queries.waiting(newer).events] == [event]


def test_rejecting_that_a_text_falls_with_another_leaves_their_relation(hoa, older):
    detail = world.document(hoa, **NEW)
    relation = acts.relate(detail, kind=RelationKind.DETAILS, target=older, by=hoa, at=world.AT)
    killer = world.document(hoa, number="09/2024/QĐ-UBND", title="Bãi bỏ")
    acts.relate(killer, kind=RelationKind.REPEALS, target=older, confirmed=True, by=hoa, at=world.AT)
    [falls] = EffectEvent.objects.filter(document=detail, standing="proposed")
    acts.decide(falls, accept=False, reason="còn phù hợp", by=hoa, at=world.AT)

    relation.refresh_from_db()
    assert relation.rejected_at is None


def test_a_confirmed_event_taken_back_no_longer_counts(hoa, older):
    newer = world.document(hoa, **NEW)
    acts.relate(newer, kind=RelationKind.REPEALS, target=older, confirmed=True, by=hoa, at=world.AT)
    event = EffectEvent.objects.get(kind="repealed")
    older.refresh_from_db()
    assert older.state == EffectState.EXPIRED
    acts.reconsider(event, reason="nhầm văn bản", by=hoa, at=world.AT)

    older.refresh_from_db()
    assert (older.state, older.ended_on) == (EffectState.IN_FORCE, None)
    assert Relation.objects.get().confirmed_at is None
    assert list(journal.history(older))[-1].act == "law.reconsider"


def test_a_change_of_words_recorded_by_hand_can_be_taken_back(hoa, older):
    acting = world.document(hoa, **NEW)
    patch = acts.patch(older, acting=acting, kind=PatchKind.DELETE, target="dieu-3", on=JUNE, by=hoa, at=world.AT)
    acts.reconsider(patch, reason="nhầm điều", by=hoa, at=world.AT)

    assert queries.text_on(older, on=JUNE).now.text == world.TEXT
    assert [one.row for one in queries.waiting(acting).patches] == [patch]


def test_days_a_document_sets_itself_are_not_taken_back(hoa, older):
    with pytest.raises(acts.NotAsWritten, match="Sửa thông tin"):
        acts.reconsider(older.events.get(kind="issued"), reason="nhầm", by=hoa, at=world.AT)


def test_who_may_not_confirm_may_not_take_back(hoa, older):
    acting = world.document(hoa, **NEW)
    patch = acts.patch(older, acting=acting, kind=PatchKind.DELETE, target="dieu-3", on=JUNE, by=hoa, at=world.AT)

    with pytest.raises(NotAllowed):
        acts.reconsider(patch, reason="nhầm", by=people.actor(people.minh()), at=world.AT)


def test_one_text_that_fails_does_not_stop_the_night_and_is_told_to_the_officer(hoa, older, monkeypatch, settings):
    settings.CLOCK = world.AT
    bad, good = world.document(hoa, **NEW), world.document(hoa, number="08/2024/QĐ-UBND", title="Khác")
    for one in (bad, good):
        acts.add_version(one, f"{CITING}{one.number}\n", by=hoa, at=world.AT, read=False)
    real = citing.reading

    def breaks(document, version):
        if document.pk == bad.pk:
            raise RecursionError
        return real(document, version)

    monkeypatch.setattr(citing, "reading", breaks)
    jobs.read_citations.func()

    assert queries.versions_to_read(10) == []
    assert len(queries.waiting(good).relations) == 1
    [said] = queries.current_text(bad).unread
    assert "không đọc được văn bản này (RecursionError)" in said["reason"]
    assert [one.document for one in queries.unreadable(keepers=[bad.keeper_id])] == [bad]
    monkeypatch.undo()
    acts.read_again(bad, by=hoa, at=world.AT)
    jobs.read_citations.func()
    assert len(queries.waiting(bad).relations) == 1


def test_a_repeal_that_was_not_read_to_its_end_ends_no_provision(hoa, older):
    head = "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 04/2023/QĐ-UBND"
    text = f"{head}\n1. Bãi bỏ tên Điều 3.\n2. Bãi bỏ Điều 2.\n"
    newer = world.with_text(hoa, text, **NEW)
    found = queries.waiting(newer).events

    assert [one.row.scope for one in found if one.row.kind == "repealed"] == [["dieu-2"]]
    assert ["Bãi bỏ tên Điều 3" in one["words"] for one in queries.current_text(newer).unread] == [True]


def test_a_repeal_that_says_some_of_it_does_not_end_the_whole(hoa, older):
    newer = world.with_text(hoa, "Điều 1. Bãi bỏ một số quy định của Quyết định số 04/2023/QĐ-UBND\nNhư sau.\n", **NEW)

    assert queries.waiting(newer).events == ()
