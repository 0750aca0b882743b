"""States, criteria and counts: what is computed, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.bureau.law_watch import loader, rules
from motcua.bureau.law_watch.choices import (
    ACT_NAME,
    STATE_NAME,
    Act,
    PlanState,
    ProposalState,
    QuestionKind,
    SurveyState,
)

REGIMES = loader.regimes()
TABLES = (rules.PLAN, rules.INSPECTION, rules.PROPOSAL, rules.SURVEY, rules.REPORT)


def test_every_act_and_state_has_its_words():
    assert set(ACT_NAME) == set(Act)
    assert {state for table in TABLES for state, _ in table} | {after for t in TABLES for after in t.values()} <= {
        *STATE_NAME
    }
    assert rules.state_name(SurveyState.CLOSED) != rules.state_name(ProposalState.CLOSED)


@pytest.mark.parametrize("state", [ProposalState.ANSWERED, ProposalState.CLOSED])
def test_an_answer_that_was_not_judged_keeps_the_proposal_open(state):
    with pytest.raises(rules.ActNotOpen, match="Khép kiến nghị"):
        rules.next_state(rules.PROPOSAL, state, Act.CLOSE_PROPOSAL)


def test_a_proposal_nobody_answered_is_closed_with_a_reason_only():
    with pytest.raises(rules.NotThatWay, match="nêu lý do"):
        rules.closing_reason(ProposalState.SENT, "  ")

    assert rules.closing_reason(ProposalState.SENT, " Cơ quan đã giải thể ") == "Cơ quan đã giải thể"
    assert rules.closing_reason(ProposalState.ACCEPTED, "") == ""


def test_a_done_plan_takes_nothing_more():
    assert rules.open_acts(rules.PLAN, PlanState.DONE) == frozenset()


def test_the_due_day_itself_is_in_time():
    assert [rules.days_late(date(2026, 11, 20), date(2026, 11, day)) for day in (19, 20, 21, 25)] == [0, 0, 1, 5]


@pytest.mark.parametrize(("on", "key"), [(date(2025, 3, 31), "nd59"), (date(2025, 4, 1), "nd80")])
def test_each_day_has_the_criteria_of_its_decree(on, key):
    assert rules.regime_on(REGIMES, on).key == key


def test_before_the_first_decree_there_are_no_criteria():
    with pytest.raises(rules.NotThatWay, match="30/09/2012"):
        rules.regime_on(REGIMES, date(2012, 9, 30))


def test_a_period_across_two_decrees_is_split():
    with pytest.raises(rules.NotThatWay, match="Tách thành hai kỳ"):
        rules.regime_of(REGIMES, date(2025, 1, 1), date(2025, 6, 30))


def test_sums_and_shares_are_computed_from_what_was_entered():
    texts = REGIMES[0].group("texts")
    rows = {line.key: line for line in rules.lines(texts, {"texts_due": 12, "texts_on_time": 5, "texts_late": 3})}

    assert (rows["texts_issued"].value, rows["texts_issued"].is_computed) == (8, True)
    assert rows["texts_issued_share"].shown == "66,7"
    assert rows["texts_conflicting"].shown == ""


def test_a_share_of_nothing_is_nothing():
    assert [rules.share(*pair) for pair in ((1, 0), (None, 3), (3, None), (0, 4))] == ["", "", "", "0,0"]


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(0, 10**6)), max_size=5))
def test_a_total_is_the_sum_of_every_sheet_and_never_invents_an_input(sheets):
    found = rules.totals(sheets)

    assert set(found) == {key for sheet in sheets for key in sheet}
    assert sum(found.values()) == sum(sum(sheet.values()) for sheet in sheets)


@pytest.mark.parametrize("values", [{"texts_due": 1}, {"sessions": -1}, {"sessions": 10**10}])
def test_figures_of_another_decree_or_below_zero_are_refused(values):
    with pytest.raises(rules.NotThatWay):
        rules.checked(REGIMES[1], values)


def test_a_choice_offers_two_to_ten_different_answers():
    assert rules.options(QuestionKind.CHOICE, "Có\n\n Không \nCó") == ("Có", "Không")
    with pytest.raises(rules.NotThatWay):
        rules.options(QuestionKind.CHOICE, "Có\nCó")


def test_answers_are_counted_with_those_nobody_chose():
    counted = rules.counted(("Có", "Không", "Không biết"), {0: 3, 1: 1})

    assert [(one.count, one.share) for one in counted] == [(3, "75,0"), (1, "25,0"), (0, "0,0")]
    assert rules.mean(QuestionKind.SCALE, {4: 3, 2: 1}) == "4,5"
    assert rules.mean(QuestionKind.CHOICE, {0: 3}) == ""


def test_an_annex_as_a_file_runs_nothing_in_a_spreadsheet():
    text = rules.as_csv(
        rules.Table("x", "Phụ lục", ("STT", "Nội dung"), (("1", '=HYPERLINK("a")'), ("2", 'Có "dấu", phẩy')))
    )

    assert text.startswith("\ufeffPhụ lục\r\nSTT,Nội dung\r\n")
    assert '"\'=HYPERLINK(""a"")"' in text
    assert '2,"Có ""dấu"", phẩy"' in text
