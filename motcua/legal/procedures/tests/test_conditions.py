"""The little language of the law files: true, false, unknown."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.legal.procedures.rules import BadCondition, Condition, Facts, age, first_day, holds

ON = date(2024, 11, 14)


def test_of(raw, answers, **facts):
    return holds(Condition.parse(raw), Facts(answers, ON, **facts))


test_of.__test__ = False


@pytest.mark.parametrize(
    ("raw", "answers", "expected"),
    [
        ({"a": "x"}, {"a": "X"}, True),
        ({"a": ["x", "y"]}, {"a": "z"}, False),
        ({"a": True}, {"a": "yes"}, True),
        ({"a": "x"}, {}, None),
        ({"a": "x"}, {"a": ""}, None),
        ({"a": {"declared": "x"}}, {}, False),
        ({"a": {"other_than": "VN"}}, {}, False),
        ({"a": {"other_than": "VN"}}, {"a": "LA"}, True),
        ({"a": {"given": False}}, {}, True),
        ({"a": {"age_from": 14}}, {"a": "2010-11-14"}, True),
        ({"a": {"age_from": 14}}, {"a": "2010-11-15"}, False),
        ({"a": {"age_under": 14}}, {"a": "2010-11-15"}, True),
        ({"a": {"age_under": 20}}, {"a": "2004"}, False),
        ({"a": {"days_over": 60}}, {"a": "2024-09-15"}, False),
        ({"a": {"days_over": 60}}, {"a": "2024-09-14"}, True),
        ({"a": {"months_over": 6}}, {"a": "2024-05-14"}, False),
        ({"a": {"months_over": 6}}, {"a": "2024-05-13"}, True),
        ({"a": {"same_as": "b"}}, {"a": 1, "b": 1}, True),
        ({"a": {"same_as": "b"}}, {"a": 1}, None),
        ({"a": {"over": 1}}, {"a": "2"}, True),
        ({"a": "x", "b": "y"}, {"a": "x", "b": "y"}, True),
        ({"any": [{"a": "x"}, {"b": "y"}]}, {"b": "y"}, True),
        ({"any": [{"a": "x"}, {"b": "y"}]}, {"b": "z"}, None),
        ({"all": [{"a": "x"}, {"b": "y"}]}, {"b": "z"}, False),
        ({"not": {"a": "x"}}, {}, None),
        ({"not": {"a": {"declared": "x"}}}, {}, True),
        ({"a": {"age_under": 18}}, {"a": "không rõ"}, None),
    ],
)
def test_a_condition_is_true_false_or_unknown(raw, answers, expected):
    assert test_of(raw, answers) is expected


def test_the_hour_is_late_only_after_15_00_sharp():
    raw = {"time": {"after": "15:00"}}

    assert [test_of(raw, {}, at_time=one) for one in (time(14, 59), time(15), time(15, 0, 1))] == [False, False, True]
    assert test_of(raw, {}) is None


def test_the_channel_is_a_fact_like_any_other():
    assert test_of({"channel": "online"}, {}, channel="online") is True


@pytest.mark.parametrize("raw", [{}, "x", {"a": {"older": 3}}, {"any": {"a": 1}}, {"a": [1.5]}])
def test_what_is_no_condition_is_refused(raw):
    with pytest.raises(BadCondition):
        Condition.parse(raw)


@given(
    st.recursive(
        st.dictionaries(st.sampled_from("abc"), st.sampled_from(["x", 3, True]), min_size=1, max_size=1),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}) | inner.map(lambda i: {"not": i})
        ),
    )
)
def test_a_condition_reads_back_what_it_wrote(raw):
    condition = Condition.parse(raw)

    assert Condition.parse(condition.as_json()) == condition


@given(st.dates(date(1900, 1, 1), date(2024, 1, 1)), st.dates(date(2024, 1, 1), date(2100, 1, 1)))
def test_nobody_gets_younger(born, on):
    assert age(born, on) <= age(born, date.fromordinal(on.toordinal() + 1)) <= age(born, on) + 1


def test_a_partial_date_counts_from_its_first_day():
    assert [first_day(text) for text in ("2004", "2004-05", "2004-05-06", "06/05/2004", "2004-02-31")] == [
        date(2004, 1, 1),
        date(2004, 5, 1),
        date(2004, 5, 6),
        None,
        None,
    ]
