"""Dates as people know them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.base.vn.rules import NotADate, PartialDate


@pytest.mark.parametrize(
    ("written", "iso", "shown", "earliest", "latest"),
    [
        ("2024", "2024", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("02/2024", "2024-02", "02/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02", "2024-02", "02/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("05/11/2024", "2024-11-05", "05/11/2024", date(2024, 11, 5), date(2024, 11, 5)),
        (" 5-11-2024 ", "2024-11-05", "05/11/2024", date(2024, 11, 5), date(2024, 11, 5)),
        ("2024-11-05", "2024-11-05", "05/11/2024", date(2024, 11, 5), date(2024, 11, 5)),
    ],
)
def test_a_date_is_read_shown_and_bounded(written, iso, shown, earliest, latest):
    read = PartialDate.parse(written)

    assert (read.iso(), str(read), read.earliest, read.latest) == (iso, shown, earliest, latest)


@settings(deadline=None)
@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_full_day_reads_back_from_both_ways_of_writing(on):
    full = PartialDate.of(on)

    assert PartialDate.parse(str(full)) == PartialDate.parse(full.iso()) == full
    assert full.earliest == full.latest == on
    assert full.is_full


@pytest.mark.parametrize("written", ["31/02/2024", "29/02/2023", "13/2024", "00/2024", "01/01/0024", "32/01/2024"])
def test_a_day_that_does_not_exist_is_named(written):
    with pytest.raises(NotADate) as wrong:
        PartialDate.parse(written, what="Ngày sinh")

    assert str(wrong.value) == f"Ngày sinh {written} không có thật. Xem lại ngày, tháng, năm."


@pytest.mark.parametrize("written", ["", "hôm qua", "24", "1/2/3/2024", "05//2024", "2024/11/05", "٢٠٢٤"])
def test_another_writing_is_refused_with_an_example(written):
    with pytest.raises(NotADate, match="Ghi như 05/11/2024"):
        PartialDate.parse(written)


def test_a_day_without_a_month_is_refused():
    with pytest.raises(NotADate):
        PartialDate(2024, None, 5)
