"""Words of a due moment, bars, sizes, the keypad."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.ui import rules
from motcua.base.ui.choices import ICONS, TONE_ICONS, Tone
from motcua.base.ui.rules import Bar, due_words
from motcua.base.worktime.rules import VN

NOW = datetime(2024, 11, 14, 9, 5, tzinfo=VN)  # a Thursday


def at(day: int, hour: int = 17, minute: int = 0) -> datetime:
    return datetime(2024, 11, day, hour, minute, tzinfo=VN)


@pytest.mark.parametrize(
    ("due_at", "left", "words", "tone"),
    [
        (None, None, "chưa hẹn ngày", Tone.QUIET),
        (at(14), None, "hôm nay trước 17:00", Tone.SOON),
        (at(14), 0, "hôm nay trước 17:00", Tone.SOON),
        (at(15), None, "còn 1 ngày", Tone.GOOD),
        (at(18), 2, "còn 2 ngày", Tone.GOOD),
        (at(18), None, "còn 4 ngày", Tone.GOOD),
        (at(16), 0, "còn 2 ngày", Tone.GOOD),
        (at(14, 9, 4), None, "trễ 1 phút", Tone.LATE),
        (at(14, 8, 15), None, "trễ 50 phút", Tone.LATE),
        (at(14, 7), None, "trễ 2 giờ", Tone.LATE),
        (at(13), None, "trễ 1 ngày", Tone.LATE),
        (at(8), -4, "trễ 4 ngày", Tone.LATE),
        (at(13), 0, "trễ từ 17:00 13/11/2024", Tone.LATE),
    ],
)
def test_the_words_say_how_near_the_due_moment_is(due_at, left, words, tone):
    due = due_words(due_at, NOW, left)

    assert (due.words, due.tone) == (words, tone)


def test_the_very_due_moment_is_still_in_time():
    assert due_words(NOW, NOW).words == "hôm nay trước 09:05"


def test_a_moment_kept_in_utc_is_told_in_vietnamese_time():
    due_at = datetime(2024, 11, 14, 18, 0, tzinfo=UTC)  # 01:00 on the 15th in Vietnam

    assert due_words(due_at, NOW.astimezone(UTC)).words == "còn 1 ngày"


@given(st.integers(-600_000, 600_000), st.none() | st.integers(-400, 400))
def test_late_is_exactly_after_the_due_moment_and_every_word_is_whole(minutes, left):
    due = due_words(NOW + timedelta(minutes=minutes), NOW, left)

    assert (due.tone is Tone.LATE) == (minutes < 0)
    assert "%" not in due.words
    assert " 0 " not in due.words
    assert "-" not in due.words
    assert due.icon in ICONS


def test_every_tone_has_an_icon_of_its_own():
    assert set(TONE_ICONS) == set(Tone)
    assert len(set(TONE_ICONS.values())) == len(Tone)
    assert set(TONE_ICONS.values()) <= set(ICONS)


def test_bars_are_measured_against_the_longest():
    drawn = rules.drawn_bars([Bar("a", 1204), Bar("b", 602), Bar("c", 0)])

    assert [(bar.length, bar.shown) for bar in drawn] == [("100.0", "1.204"), ("50.0", "602"), ("0.0", "0")]


def test_bars_are_measured_against_the_given_top_and_never_overflow():
    drawn = rules.drawn_bars([Bar("a", 98.4), Bar("b", 120)], top=100)

    assert [(bar.length, bar.shown) for bar in drawn] == [("98.4", "98,4"), ("100.0", "120")]


def test_no_bars_and_only_zeros_can_be_drawn():
    assert rules.drawn_bars([]) == []
    assert rules.drawn_bars([Bar("a", 0)])[0].length == "0.0"


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 KB"), (900, "1 KB"), (84_000, "82 KB"), (1_468_006, "1,4 MB"), (20 * 1024**2, "20,0 MB")]
)
def test_file_sizes_are_said_with_a_comma(size, words):
    assert rules.file_size(size) == words


@pytest.mark.parametrize(
    ("value", "key", "after"),
    [
        ("24", "1", "241"),
        ("24", "back", "2"),
        ("", "back", ""),
        ("24", "clear", ""),
        ("24", "x", "24"),
        ("24", "11", "24"),
    ],
)
def test_the_keypad_takes_digits_only(value, key, after):
    assert rules.press(value, key) == after


def test_the_keypad_stops_at_its_longest():
    assert rules.press("2411120007", "5", longest=10) == "2411120007"


def test_a_group_says_its_total_when_it_shows_only_a_part():
    assert rules.WorkGroup("Hôm nay", []).count == 0
    assert rules.WorkGroup("Hôm nay", [], total="hơn 500").count == "hơn 500"
