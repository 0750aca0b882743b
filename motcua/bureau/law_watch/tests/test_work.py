"""Observations, figures, inspections, surveys: recorded, judged, counted; wrong days and states are refused."""

from datetime import date

import pytest

from motcua.bureau.law_watch import acts, queries, rules
from motcua.bureau.law_watch.choices import Grade, QuestionKind, Source
from motcua.bureau.law_watch.models import Figure, FigureSheet, Observation, SurveyAnswer, SurveyReply
from motcua.bureau.law_watch.tests import world
from motcua.bureau.law_watch.tests.world import AT, ON
from motcua.house.journal import queries as journal


# --- observations ------------------------------------------------------------------------
def test_an_observation_keeps_its_source_its_text_and_the_dossier_it_cites(writes):
    row = world.observation(writes, source=Source.DOSSIER, dossier_code=" h17.101-261102-0001 ", document_number="23")

    (entry,) = journal.history(row)
    assert (row.dossier_code, row.grade, row.created_by) == ("H17.101-261102-0001", "", "Lê Thị Hạnh")
    assert entry.act == "record_observation"
    assert {"source_name", "content"} & entry.facts.keys() == set()


def test_an_observation_is_assessed_and_the_record_keeps_the_judgement_before(writes):
    row = acts.record_observation(world.seen(), grade=Grade.LIMITED, assessment="Chậm", by=writes, at=AT)
    acts.assess_observation(row, grade=Grade.WRONG, assessment="Sai", by=writes, at=AT)

    facts = list(journal.history(row))[-1].facts
    assert (Observation.objects.get().grade, facts["before"], facts["grade"]) == ("wrong", "limited", "wrong")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"received_on": date(2026, 11, 26)}, "chưa đến"),
        ({"group": "compliance"}, "không áp dụng ngày 02/11/2026"),
        ({"received_on": date(2025, 3, 31)}, "không áp dụng ngày 31/03/2025"),
        ({"content": "  "}, "nội dung"),
    ],
)
def test_information_that_does_not_fit_is_refused(writes, given, message):
    with pytest.raises(rules.NotThatWay, match=message):
        world.observation(writes, **given)
    assert not Observation.objects.exists()


def test_old_information_goes_under_the_old_decree(writes):
    assert world.observation(writes, received_on=date(2025, 3, 31), group="compliance").pk


def test_pages_of_observations_follow_one_another_without_a_gap(writes):
    rows = [world.observation(writes, received_on=date(2026, 11, 1 + n % 9)) for n in range(30)]
    unit = rows[0].unit_id
    first = queries.observations([unit])
    second = queries.observations([unit], after=first.after)

    assert (len(first.rows), len(second.rows), second.after) == (25, 5, "")
    assert {row.pk for row in (*first.rows, *second.rows)} == {row.pk for row in rows}
    assert len(queries.observations([unit], source="petition").rows) == 0
    assert len(queries.observations([unit], after="nonsense").rows) == 25


def test_a_list_costs_the_same_with_one_row_and_with_thirty(writes, django_assert_num_queries):
    unit = world.observation(writes).unit_id
    for count in (0, 29):
        for _ in range(count):
            world.observation(writes)
        with django_assert_num_queries(1):
            queries.observations([unit])


# --- figures -------------------------------------------------------------------------------
def test_figures_are_entered_corrected_and_taken_back_with_what_they_were(writes):
    sheet = world.sheet(writes)
    acts.enter_figures(sheet, {"cases_on_time": 90, "cases_late": 10, "sanctions": None}, by=writes, at=AT)
    changed = acts.enter_figures(sheet, {"cases_on_time": 95, "cases_late": None}, by=writes, at=AT)

    assert changed == {"cases_on_time": [90, 95], "cases_late": [10, None]}
    assert queries.values_of(sheet) == {"cases_on_time": 95}
    assert list(journal.history(sheet))[-1].facts == {"figures": changed}


def test_entering_the_same_again_records_nothing(writes):
    sheet = world.sheet(writes)
    acts.enter_figures(sheet, {"sessions": 3}, by=writes, at=AT)

    assert acts.enter_figures(sheet, {"sessions": 3}, by=writes, at=AT) == {}
    assert len(journal.history(sheet)) == 2


def test_a_computed_number_cannot_be_entered(writes):
    sheet = world.sheet(writes)

    with pytest.raises(rules.NotThatWay, match="không thuộc tiêu chí"):
        acts.enter_figures(sheet, {"cases": 5}, by=writes, at=AT)
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (date(2026, 6, 30), date(2026, 12, 31), "chồng với kỳ 01/01/2026–30/06/2026"),
        (date(2025, 1, 1), date(2025, 12, 31), "Tách thành hai kỳ"),
        (date(2026, 9, 1), date(2026, 8, 1), "trước ngày bắt đầu"),
    ],
)
def test_a_period_that_would_count_twice_or_under_two_decrees_is_refused(writes, first, last, message):
    world.sheet(writes)

    with pytest.raises(rules.NotThatWay, match=message):
        world.sheet(writes, first, last)
    assert FigureSheet.objects.count() == 1


def test_the_year_is_the_sum_of_its_sheets_of_this_agency_only(writes, elsewhere):
    halves = [world.sheet(writes), world.sheet(writes, date(2026, 7, 1), date(2026, 12, 31))]
    for sheet, value in zip([*halves, world.sheet(elsewhere)], (4, 5, 100), strict=True):
        by = elsewhere if value == 100 else writes
        acts.enter_figures(sheet, {"sessions": value}, by=by, at=AT)
    agency = halves[0].agency_id

    (year,) = queries.period_figures(agency, date(2026, 1, 1), date(2026, 12, 31))
    (half,) = queries.period_figures(agency, date(2026, 1, 1), date(2026, 11, 30))
    assert (year.regime.key, year.values, half.values) == ("nd80", {"sessions": 9}, {"sessions": 4})


def test_what_the_system_can_count_is_counted_and_never_typed(writes, issues):
    sheet = world.sheet(writes, date(2026, 10, 1), date(2026, 12, 31))
    assert queries.live_of(sheet) == {}
    inspection = world.inspection(writes)
    finding = world.finding(writes, inspection)
    acts.conclude_inspection(inspection, conclusion="Niêm yết thiếu", concluded_on=date(2026, 10, 20), by=issues, at=AT)
    world.observation(writes, source=Source.PETITION)
    acts.assess_observation(
        world.observation(writes, source=Source.PETITION), grade=Grade.LIMITED, assessment="", by=writes, at=AT
    )
    counted = {
        "proposals_received": 2, "proposals_handled": 1, "units_inspected": 1, "conclusions_due": 1,
        "conclusions_done": 0,
    }  # fmt: skip
    assert queries.live_of(sheet) == counted
    with pytest.raises(rules.NotThatWay, match="Đơn vị được kiểm tra: hệ thống tự tính"):
        acts.enter_figures(sheet, {"units_inspected": 4}, by=writes, at=AT)

    sent = acts.send_proposal(world.letter(), finding=finding, by=writes, at=AT)
    sent = acts.answer_proposal(sent, answer="Đã niêm yết.", answered_on=date(2026, 11, 1), by=writes, at=AT)
    acts.judge_proposal(sent, is_accepted=True, judgement="Đúng", by=issues, at=AT)
    acts.enter_figures(sheet, {"sessions": 3}, by=writes, at=AT)
    (found,) = queries.period_figures(sheet.agency_id, date(2026, 1, 1), date(2026, 12, 31))
    assert found.values == counted | {"conclusions_done": 1, "sessions": 3}
    lines = {line.key: line.origin for group in found.regime.groups for line in found.lines(group)}
    assert (lines["sessions"], lines["units_inspected"], lines["conclusions_share"]) == (
        "nhập tay", "tự tính từ các cuộc kiểm tra đã ghi", "tính từ các số trên",
    )  # fmt: skip


# --- inspections -----------------------------------------------------------------------------
def test_an_inspection_goes_from_decision_to_conclusion(writes, issues):
    row = world.inspection(writes)
    world.finding(writes, row)
    done = acts.conclude_inspection(row, conclusion="Khắc phục trước 30/11.", concluded_on=ON, by=issues, at=AT)

    assert (done.state, done.concluded_on) == ("concluded", ON)
    assert [entry.act for entry in journal.history(row)] == ["decide_inspection", "add_finding", "conclude_inspection"]
    with pytest.raises(rules.ActNotOpen):
        world.finding(writes, row)
    with pytest.raises(rules.ActNotOpen):
        acts.conclude_inspection(row, conclusion="x", concluded_on=ON, by=issues, at=AT)


def test_an_inspection_is_not_concluded_before_it_began_nor_recorded_twice(writes, issues):
    row = world.inspection(writes)

    with pytest.raises(rules.NotThatWay, match="Ngày kết luận"):
        acts.conclude_inspection(row, conclusion="x", concluded_on=date(2026, 10, 11), by=issues, at=AT)
    with pytest.raises(rules.NotThatWay, match="đã được ghi"):
        world.inspection(writes)


# --- surveys -----------------------------------------------------------------------------------
def test_answers_are_counted_question_by_question(writes):
    survey = world.survey(writes)
    acts.open_survey(survey, by=writes, at=AT)
    wait, content = survey.questions.order_by("number")
    for first, second in ((0, 4), (0, 2), (1, None)):
        acts.add_reply(survey, {wait.pk: first, content.pk: second}, by=writes, at=AT)

    one, two = queries.survey_counts(survey)
    assert [(given.count, given.share) for given in one.answers] == [(2, "66,7"), (1, "33,3")]
    assert (two.answered, two.mean, [given.count for given in two.answers]) == (2, "4,0", [0, 0, 1, 0, 1])
    with pytest.raises(rules.ActNotOpen):
        acts.add_question(survey, text="Nữa?", kind=QuestionKind.SCALE, by=writes, at=AT)


def test_a_blank_sheet_or_an_answer_not_offered_is_not_kept(writes):
    survey = world.survey(writes)
    acts.open_survey(survey, by=writes, at=AT)
    wait = survey.questions.get(number=1)

    for answers in ({}, {wait.pk: None}, {wait.pk: 2}):
        with pytest.raises(rules.NotThatWay):
            acts.add_reply(survey, answers, by=writes, at=AT)
    assert (SurveyReply.objects.count(), SurveyAnswer.objects.count()) == (0, 0)


def test_a_survey_opens_with_questions_and_ends_with_sheets(writes):
    bare = acts.draft_survey(title="Trống", asked="Người dân", place="Phường", from_on=ON, to_on=ON, by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="chưa có câu hỏi"):
        acts.open_survey(bare, by=writes, at=AT)
    survey = world.survey(writes)
    acts.open_survey(survey, by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="Chưa có phiếu"):
        acts.close_survey(survey, by=writes, at=AT)
    acts.add_reply(survey, {survey.questions.get(number=2).pk: 3}, by=writes, at=AT)

    assert acts.close_survey(survey, by=writes, at=AT).state == "closed"
    with pytest.raises(rules.ActNotOpen):
        acts.add_reply(survey, {survey.questions.get(number=2).pk: 3}, by=writes, at=AT)
