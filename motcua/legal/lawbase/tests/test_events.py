"""Events and relations: proposed, decided, dragged along; states kept for lists follow the day."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.models import Unit
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import REGISTER, EffectState, EventKind, EventStanding, RelationKind
from motcua.legal.lawbase.models import EffectEvent, LegalDocument
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db
JUNE = date(2024, 6, 1)


@pytest.fixture
def hoa():
    return world.hoa()


@pytest.fixture
def later(hoa):
    return world.document(hoa, number="07/2024/QĐ-UBND", issued_on=date(2024, 5, 20), effective_on=JUNE, title="Mới")


def test_a_confirmed_replacement_ends_the_older_document_from_the_day_the_newer_takes_effect(hoa, later):
    older = world.document(hoa)
    acts.relate(later, kind=RelationKind.REPLACES, target=older, confirmed=True, by=hoa, at=world.AT)

    assert queries.state_of(older, on=date(2024, 5, 31)) is EffectState.IN_FORCE
    assert queries.state_of(older, on=JUNE) is EffectState.EXPIRED
    older.refresh_from_db()
    assert (older.ended_on, older.is_holding) == (JUNE, False)
    assert [one.words for one in queries.related(older)] == ["được thay thế bởi"]
    assert [one.words for one in queries.related(later)] == ["thay thế"]


def test_a_proposal_counts_only_when_confirmed(hoa, later):
    older = world.document(hoa)
    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)
    assert [one.words for one in queries.related(older)] == ["bị bãi bỏ bởi"]
    assert queries.related(older, public=True) == queries.related(later, public=True) == []
    [event] = queries.proposed(hoa, keepers=[older.keeper_id])

    assert queries.state_of(older, on=JUNE) is EffectState.IN_FORCE
    acts.decide(event, accept=True, by=hoa, at=world.AT)
    assert queries.state_of(older, on=JUNE) is EffectState.EXPIRED
    assert [entry.act for entry in journal.history(older)] == ["law.register", "law.propose", "law.confirm"]


def test_a_rejection_needs_a_reason_and_is_final(hoa, later):
    older = world.document(hoa)
    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)
    event = EffectEvent.objects.get(standing=EventStanding.PROPOSED)

    with pytest.raises(acts.NotAsWritten, match="lý do"):
        acts.decide(event, accept=False, by=hoa, at=world.AT)
    acts.decide(event, accept=False, reason="chỉ dẫn chiếu", by=hoa, at=world.AT)
    with pytest.raises(acts.NotAsWritten, match="đã được quyết định"):
        acts.decide(event, accept=True, by=hoa, at=world.AT)
    assert queries.state_of(older, on=JUNE) is EffectState.IN_FORCE


def test_who_only_registers_does_not_confirm(hoa, later):
    older = world.document(hoa)
    clerk = people.actor(people.officer("van-thu", "Đỗ Văn Thư", "TK-TP.CV"))

    acts.relate(later, kind=RelationKind.REPEALS, target=older, by=clerk, at=world.AT)
    with pytest.raises(NotAllowed):
        acts.decide(EffectEvent.objects.get(standing="proposed"), accept=True, by=clerk, at=world.AT)
    with pytest.raises(NotAllowed):
        acts.relate(later, kind=RelationKind.REPLACES, target=older, confirmed=True, by=clerk, at=world.AT)


def test_a_part_amended_leaves_the_rest_in_force(hoa, later):
    older = world.document(hoa)
    acts.relate(
        later, kind=RelationKind.AMENDS, target=older, scope=["dieu-2"], scope_words="Điều 2", confirmed=True,
        by=hoa, at=world.AT,
    )  # fmt: skip

    assert queries.state_of(older, on=JUNE) is EffectState.PARTLY_EXPIRED


def test_texts_that_detail_an_ended_one_are_proposed_to_end_not_ended(hoa, later):
    basis = world.document(hoa)
    details = world.document(hoa, number="08/2023/QĐ-UBND", title="Quy định chi tiết")
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, confirmed=True, by=hoa, at=world.AT)
    acts.relate(later, kind=RelationKind.REPLACES, target=basis, confirmed=True, by=hoa, at=world.AT)
    [event] = queries.proposed(hoa, keepers=[details.keeper_id])

    assert (event.document, event.kind, event.on) == (details, EventKind.EXPIRES, JUNE)
    assert queries.state_of(details, on=JUNE) is EffectState.IN_FORCE


def test_a_text_in_somebody_elses_register_is_proposed_to_end_there(hoa, later):
    basis = world.document(hoa)
    ward = Unit.objects.exclude(pk__in=access.keepers(hoa, REGISTER)).first()
    details = acts.register(replace(world.RULE, number="08/2023/QĐ-UBND"), keeper_id=ward.pk, by=SYSTEM, at=world.AT)
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, confirmed=True, by=SYSTEM, at=world.AT)
    acts.relate(later, kind=RelationKind.REPLACES, target=basis, confirmed=True, by=hoa, at=world.AT)

    event = EffectEvent.objects.get(document=details, standing=EventStanding.PROPOSED)
    assert (event.on, event.proposed_by) == (JUNE, SYSTEM.name)


def test_a_proposal_in_somebody_elses_register_is_withdrawn_by_the_system(hoa):
    basis = world.document(hoa, expires_on=date(2024, 12, 31))
    ward = Unit.objects.exclude(pk__in=access.keepers(hoa, REGISTER)).first()
    details = acts.register(replace(world.RULE, number="08/2023/QĐ-UBND"), keeper_id=ward.pk, by=SYSTEM, at=world.AT)
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, confirmed=True, by=SYSTEM, at=world.AT)
    acts.correct(basis, {"expires_on": None}, reason="nhầm", by=hoa, at=world.AT)

    [last] = [one for one in journal.history(details) if one.act == "law.withdraw"]
    assert last.name == SYSTEM.name


def test_a_circle_of_details_is_walked_once(hoa, later):
    one = world.document(hoa)
    two = world.document(hoa, number="08/2023/QĐ-UBND")
    acts.relate(one, kind=RelationKind.DETAILS, target=two, by=hoa, at=world.AT)
    acts.relate(two, kind=RelationKind.DETAILS, target=one, by=hoa, at=world.AT)
    acts.relate(later, kind=RelationKind.REPLACES, target=one, confirmed=True, by=hoa, at=world.AT)
    [event] = queries.proposed(hoa, keepers=[one.keeper_id])
    acts.decide(event, accept=True, by=hoa, at=world.AT)

    assert not queries.proposed(hoa, keepers=[one.keeper_id]).exists()


@pytest.mark.parametrize("twice", [False, True])
def test_a_relation_leads_to_another_document_and_is_recorded_once(hoa, later, twice):
    target = world.document(hoa)
    if twice:
        acts.relate(later, kind=RelationKind.REFERS, target=target, by=hoa, at=world.AT)

    with pytest.raises(acts.NotAsWritten):
        acts.relate(later, kind=RelationKind.REFERS, target=target if twice else later, by=hoa, at=world.AT)


def test_a_citation_that_is_not_resolved_is_kept_as_written(hoa, later):
    acts.relate(later, kind=RelationKind.BASED_ON, target_words="Luật Đất đai năm 1993", by=hoa, at=world.AT)

    assert [(one.words, one.citation) for one in queries.related(later)] == [("căn cứ vào", "Luật Đất đai năm 1993")]


def test_the_night_brings_the_lists_up_to_the_day(hoa):
    made = world.document(hoa, expires_on=date(2024, 12, 31))

    assert acts.refresh_states(on=date(2024, 12, 31)) == 0
    assert acts.refresh_states(on=date(2025, 1, 1)) == 1
    assert LegalDocument.objects.get(pk=made.pk).state == EffectState.EXPIRED
    assert list(queries.ended_in(2025, local=False)) == [made]
    assert list(queries.holding(local=False)) == []
    assert queries.years(local=False) == [2025]


def test_an_event_of_a_pause_that_ends_before_it_begins_is_refused(hoa):
    made = world.document(hoa)
    pause = acts.Happening(kind=EventKind.SUSPENDED, on=JUNE, until=date(2024, 5, 1))

    with pytest.raises(acts.NotAsWritten):
        acts.record_event(made, pause, by=hoa, at=world.AT)


def test_the_state_for_lists_is_of_the_day_of_the_act_whoever_acts():
    old = acts.register(world.RULE, keeper_id=world.keeper(), by=SYSTEM, at=world.AT)
    new = acts.register(
        replace(world.RULE, number="07/2024/QĐ-UBND", issued_on=date(2024, 5, 20), effective_on=JUNE),
        keeper_id=world.keeper(), by=SYSTEM, at=world.AT,
    )  # fmt: skip
    acts.relate(new, kind=RelationKind.REPLACES, target=old, confirmed=True, by=SYSTEM, at=world.AT)
    old.refresh_from_db()

    assert (new.state, new.state_on, old.state) == (EffectState.IN_FORCE, world.ON, EffectState.EXPIRED)


def test_what_waits_is_told_with_as_many_statements_however_much_it_is(hoa, later, django_assert_num_queries):
    for number in range(1, 6):
        older = world.document(hoa, number=f"2{number}/2023/QĐ-UBND")
        acts.relate(later, kind=RelationKind.REPEALS, target=older, by=hoa, at=world.AT)

    keepers = [later.keeper_id]
    with django_assert_num_queries(2):
        found = queries.proposals(queries.proposed(hoa, keepers=keepers)[:50])
    assert [one.would_be for one in found] == [EffectState.EXPIRED] * 5
