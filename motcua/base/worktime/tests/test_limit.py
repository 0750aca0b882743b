"""Time limits as they are written."""

import pytest

from motcua.base.worktime.rules import Limit, NotALimit


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("same_day", "trong ngày"),
        ("4h", "4 giờ làm việc"),
        ("3wd", "3 ngày làm việc"),
        ("15d", "15 ngày"),
        ("1m", "1 tháng"),
        ("3wd+5wd", "3 ngày làm việc, tiếp theo 5 ngày làm việc"),
    ],
)
def test_a_limit_reads_back_as_written_and_in_vietnamese(written, words):
    limit = Limit.parse(written)

    assert str(limit) == written
    assert limit.in_vietnamese == words


@pytest.mark.parametrize("written", ["", "3", "wd", "0wd", "-1d", "3 ngày", "3wd+", "+3wd", "1.5h", "same_day2", "٣wd"])
def test_anything_else_is_refused_with_the_right_ways_to_write(written):
    with pytest.raises(NotALimit, match="Ghi same_day, 4h, 3wd, 15d, 1m"):
        Limit.parse(written)
