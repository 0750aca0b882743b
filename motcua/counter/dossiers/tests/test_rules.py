"""The transition table, the ten national states, codes, steps and lateness."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import rules
from motcua.counter.dossiers.choices import ACT_NAME, STATE_NAME, Act, State

NOON = datetime(2026, 3, 10, 12, tzinfo=VN)


@dataclass(frozen=True)
class Step:
    code: str
    name: str
    role: str
    share: int


WARD = [
    Step("receive", "Tiếp nhận", "counter", 10),
    Step("examine", "Thẩm tra", "specialist", 60),
    Step("approve", "Ký duyệt", "head", 20),
    Step("stamp", "Đóng dấu", "clerk", 5),
    Step("return", "Trả kết quả", "counter", 5),
]
DIVISION = [*WARD[:2], Step("report", "Trình", "head", 10), *WARD[2:]]


def test_every_state_and_act_has_a_vietnamese_name_and_a_national_state():
    assert set(STATE_NAME) == set(State)
    assert set(ACT_NAME) == set(Act)
    assert set(rules.NATIONAL) == set(State)
    assert set(rules.NATIONAL.values()) == set(rules.NATIONAL_NAME)


def test_every_state_can_be_reached_from_nothing():
    reached: set[State | None] = {None}
    while True:
        more = {after for (before, _), after in rules.NEXT.items() if before in reached} - reached
        if not more:
            break
        reached |= more

    assert reached - {None} == set(State)


def test_no_state_but_an_end_is_a_dead_end():
    stuck = {state for state in State if not rules.open_acts(state)}

    assert stuck == set(rules.CLOSED)


@pytest.mark.parametrize(
    ("state", "act"),
    [
        (State.SUBMITTED, Act.SIGN),
        (State.RECEIVED, Act.RETURN_RESULT),
        (State.SUPPLEMENT_ASKED, Act.PROPOSE),
        (State.SUPPLEMENT_ASKED, Act.APOLOGISE),
        (State.RETURNED, Act.WITHDRAW),
        (State.SIGNED, Act.WITHDRAW),
        (State.PROPOSED, Act.ASK_SUPPLEMENT),
    ],
)
def test_what_the_table_does_not_name_is_refused(state, act):
    with pytest.raises(rules.ActNotOpen, match="đang ở trạng thái"):
        rules.next_state(state, act)


def test_the_clock_is_stopped_only_while_the_applicant_is_waited_for():
    assert {
        State.SUPPLEMENT_BEFORE,
        State.SUPPLEMENT_ASKED,
        State.FEE_ASKED,
    } == rules.WAITING_FOR_APPLICANT


@pytest.mark.parametrize(
    ("order", "expected"),
    [("small_first", "000.00.15.H47-220315-0007"), ("big_first", "H47.15-220315-0007")],
)
def test_both_orders_of_the_code(order, expected):
    agency = rules.agency_identifier("H47.15", order=order)

    assert (
        rules.dossier_code("{agency}-{day:%y%m%d}-{number:04}", agency=agency, day=date(2022, 3, 15), number=7)
        == expected
    )


def test_a_number_over_9999_gets_longer_and_stays_a_code():
    code = rules.dossier_code("{agency}-{day:%y%m%d}-{number:04}", agency="H17.02", day=date(2026, 1, 5), number=12345)

    assert code == "H17.02-260105-12345"


def test_a_pattern_that_makes_no_code_is_refused():
    with pytest.raises(ValueError, match="không đúng dạng"):
        rules.dossier_code("{agency}/{number}", agency="H47", day=date(2026, 1, 5), number=1)


@pytest.mark.parametrize(
    ("process", "state", "current", "expected"),
    [
        (WARD, State.RECEIVED, 0, 1),
        (WARD, State.SUPPLEMENT_ASKED, 1, 1),
        (WARD, State.PROPOSED, 1, 2),
        (WARD, State.SIGNED, 2, 3),
        (WARD, State.DONE, 3, 4),
        (WARD, State.REFUSED, 2, 4),
        (WARD, State.IN_PROGRESS, 2, 1),
        (DIVISION, State.PROPOSED, 1, 2),
        (DIVISION, State.APPROVED, 3, 3),
        (DIVISION, State.SIGNED, 3, 4),
    ],
)
def test_a_state_stands_at_the_step_of_its_role(process, state, current, expected):
    assert rules.step_no(process, state, current=current) == expected


def test_the_division_passes_its_draft_to_the_chair_and_the_ward_does_not():
    assert rules.next_approval(DIVISION, 2) == 3
    assert rules.next_approval(WARD, 2) is None


def test_shares_add_up_to_the_whole_time():
    assert rules.shares_until(WARD, 4) == pytest.approx(1.0)
    assert rules.shares_until(WARD, 1) == pytest.approx(0.7)


@given(st.integers(-20, 20))
def test_a_dossier_is_late_exactly_when_its_moment_has_passed(days):
    due_at = NOON + timedelta(days=days, minutes=1)

    assert (rules.standing(State.IN_PROGRESS, due_at, at=NOON).key == "late") == (due_at < NOON)


@pytest.mark.parametrize(
    ("hours", "key"), [(-1, "late"), (2, "today"), (24, "tomorrow"), (72, "week"), (24 * 9, "later")]
)
def test_work_is_grouped_by_how_near_it_is(hours, key):
    assert rules.standing(State.IN_PROGRESS, NOON + timedelta(hours=hours), at=NOON).key == key


def test_after_a_friday_tomorrow_is_monday():
    friday = datetime(2026, 3, 13, 9, tzinfo=VN)
    monday = friday + timedelta(days=3)

    assert rules.standing(State.ASSIGNED, monday, at=friday, tomorrow=monday.date()).key == "tomorrow"


def test_a_dossier_waiting_for_the_applicant_is_never_late():
    assert rules.standing(State.SUPPLEMENT_ASKED, NOON - timedelta(days=1), at=NOON).key == "waiting"


def test_re_appointment_is_made_once_and_forward():
    rules.may_apologise(apologised_before=False, at=NOON, due_at=NOON, new_due_at=NOON + timedelta(days=1))
    with pytest.raises(rules.AlreadyApologised):
        rules.may_apologise(apologised_before=True, at=NOON, due_at=NOON, new_due_at=NOON + timedelta(days=1))
    with pytest.raises(ValueError, match="phải sau"):
        rules.may_apologise(
            apologised_before=False, at=NOON, due_at=NOON + timedelta(days=2), new_due_at=NOON + timedelta(days=1)
        )


def test_the_diagram_names_every_state():
    diagram = rules.diagram()

    assert [state for state in State if state.value not in diagram] == []
