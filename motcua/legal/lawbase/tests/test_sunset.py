"""A document that ends by its own term drags along what lays down its details, as a repeal does: proposed."""

from datetime import date, timedelta

import pytest

from motcua.legal.lawbase import acts, jobs, queries
from motcua.legal.lawbase.choices import EffectState, EventKind, EventStanding, RelationKind
from motcua.legal.lawbase.loader.falling import falling
from motcua.legal.lawbase.models import EffectEvent, LegalDocument
from motcua.legal.lawbase.rules.falling import is_asked
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db
LAST, DAY = date(2024, 12, 31), timedelta(days=1)


@pytest.fixture
def hoa():
    return world.hoa()


@pytest.fixture
def pair(hoa):
    basis = world.document(hoa, expires_on=LAST)
    details = world.document(hoa, number="08/2023/QĐ-UBND", title="Quy định chi tiết")
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, by=hoa, at=world.AT)
    return basis, details


def waiting(hoa, document):
    return [(one.document, one.kind, one.on) for one in queries.proposed(hoa, keepers=[document.keeper_id])]


def test_details_recorded_after_the_end_was_known_are_asked_about(hoa, pair):
    _, details = pair

    assert waiting(hoa, details) == [(details, EventKind.EXPIRES, LAST + DAY)]
    assert queries.state_of(details, on=LAST + DAY) is EffectState.IN_FORCE


def test_an_end_that_is_recorded_later_asks_and_one_that_is_put_right_moves_what_waits(hoa):
    basis, details = world.document(hoa), world.document(hoa, number="08/2023/QĐ-UBND")
    acts.relate(details, kind=RelationKind.DETAILS, target=basis, confirmed=True, by=hoa, at=world.AT)
    found = []
    for last in (LAST, LAST + 5 * DAY, None, LAST):
        acts.correct(basis, {"expires_on": last}, reason="theo văn bản", by=hoa, at=world.AT)
        found.append([on for _, _, on in waiting(hoa, details)])

    assert found == [[LAST + DAY], [LAST + 6 * DAY], [], [LAST + DAY]]
    assert EffectEvent.objects.filter(document=details, kind=EventKind.EXPIRES).count() == 1


def test_what_a_person_said_of_the_details_is_not_asked_again(hoa, pair):
    basis, details = pair
    [event] = queries.proposed(hoa, keepers=[details.keeper_id])
    acts.decide(event, accept=False, reason="được giữ lại", by=hoa, at=world.AT)
    acts.correct(basis, {"expires_on": LAST + DAY}, reason="theo văn bản", by=hoa, at=world.AT)

    assert waiting(hoa, details) == []


@pytest.mark.parametrize(("own", "ends"), [(None, LAST + 6 * DAY), (LAST + 2 * DAY, LAST + 2 * DAY)])
def test_details_confirmed_to_end_with_it_move_with_an_end_put_right_unless_a_person_gave_them_a_day(
    hoa, pair, own, ends
):
    basis, details = pair
    below = world.document(hoa, number="10/2023/QĐ-UBND", title="Chi tiết của chi tiết")
    acts.relate(below, kind=RelationKind.DETAILS, target=details, by=hoa, at=world.AT)
    event = EffectEvent.objects.get(document=details, standing=EventStanding.PROPOSED)
    acts.decide(event, accept=True, on=own, by=hoa, at=world.AT)
    acts.correct(basis, {"expires_on": LAST + 5 * DAY}, reason="theo văn bản", by=hoa, at=world.AT)

    assert LegalDocument.objects.get(pk=details.pk).ended_on == ends
    assert waiting(hoa, basis) == [(below, EventKind.EXPIRES, ends)]


def test_details_that_end_later_by_their_own_term_are_asked_about_and_earlier_ones_are_not(hoa):
    basis = world.document(hoa, expires_on=LAST)
    for number, last in (("08/2023/QĐ-UBND", LAST - DAY), ("09/2023/QĐ-UBND", LAST + DAY)):
        details = world.document(hoa, number=number, expires_on=last)
        acts.relate(details, kind=RelationKind.DETAILS, target=basis, by=hoa, at=world.AT)

    assert [one.number for one, _, _ in waiting(hoa, basis)] == ["09/2023/QĐ-UBND"]


def test_the_night_asks_where_nobody_has_asked(hoa, pair):
    basis, details = pair
    EffectEvent.objects.filter(standing=EventStanding.PROPOSED).delete()
    jobs.refresh_states.call()

    assert waiting(hoa, basis) == [(details, EventKind.EXPIRES, LAST + DAY)]


def test_a_replacement_since_april_2025_leaves_the_details_in_force_and_a_repeal_asks(hoa):
    found = {}
    for kind, number in ((RelationKind.REPLACES, "1"), (RelationKind.REPEALS, "2")):
        basis, details = (world.document(hoa, number=f"{number}{end}/2023/QĐ-UBND") for end in "01")
        acts.relate(details, kind=RelationKind.DETAILS, target=basis, by=hoa, at=world.AT)
        new = world.document(
            hoa, number=f"{number}/2025/QĐ-UBND", issued_on=date(2025, 4, 2), effective_on=date(2025, 4, 15)
        )
        acts.relate(new, kind=kind, target=basis, confirmed=True, by=hoa, at=world.AT)
        found[kind] = EffectEvent.objects.filter(document=details, standing=EventStanding.PROPOSED).count()

    assert found == {RelationKind.REPLACES: 0, RelationKind.REPEALS: 1}


@pytest.mark.parametrize(
    ("kind", "on", "asked"),
    [
        (EventKind.REPLACED, date(2025, 3, 31), True), (EventKind.REPLACED, date(2025, 4, 1), False),
        (EventKind.EXPIRES, date(2025, 4, 1), True), (EventKind.AMENDED, date(2020, 1, 1), False),
        (EventKind.REPEALED, date(1999, 1, 1), True),
    ],
)  # fmt: skip
def test_the_law_of_the_day_of_the_end_says_whether_details_end(kind, on, asked):
    assert is_asked(falling(), kind, on) is asked


def test_the_own_days_are_moved_not_made_anew_since_reviews_rest_on_them(hoa):
    made = world.document(hoa, expires_on=LAST)
    before = {one.kind: one.pk for one in made.events.all()}
    acts.correct(made, {"expires_on": LAST + DAY}, reason="theo văn bản", by=hoa, at=world.AT)

    assert {one.kind: one.pk for one in made.events.all()} == before
    assert LegalDocument.objects.get(pk=made.pk).ended_on == LAST + 2 * DAY
