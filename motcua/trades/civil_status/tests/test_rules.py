"""The law's own figures: 60 and 15 days, six months, numbers, whom an extract is given of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.trades.civil_status import rules
from motcua.trades.civil_status.choices import BookKind, Registration

BORN = date(2024, 9, 15)
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("asked_on", "kind"),
    [
        (date(2024, 9, 15), Registration.ON_TIME),
        (date(2024, 11, 14), Registration.ON_TIME),
        (date(2024, 11, 15), Registration.LATE),
    ],
)
def test_a_birth_is_on_time_up_to_the_sixtieth_day(asked_on, kind):
    assert rules.birth_registration(BORN, asked_on) == kind


@pytest.mark.parametrize(
    ("asked_on", "kind"), [(date(2024, 9, 30), Registration.ON_TIME), (date(2024, 10, 1), Registration.LATE)]
)
def test_a_death_is_on_time_up_to_the_fifteenth_day(asked_on, kind):
    assert rules.death_registration(BORN, asked_on) == kind


@pytest.mark.parametrize(
    ("issued_on", "last_day"),
    [
        (date(2024, 11, 15), date(2025, 5, 15)),
        (date(2024, 8, 31), date(2025, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
    ],
)
def test_a_certificate_of_marital_status_holds_six_months(issued_on, last_day):
    assert rules.valid_until(issued_on) == last_day
    assert rules.is_valid(issued_on, last_day)


@given(DAYS)
def test_no_certificate_holds_longer_than_six_months_and_a_marriage_ends_it(issued_on):
    last = rules.valid_until(issued_on)

    assert 180 <= (last - issued_on).days <= 184
    assert not rules.is_valid(issued_on, date.fromordinal(last.toordinal() + 1))
    assert not rules.is_valid(issued_on, last, changed_on=last)


def test_the_marital_status_is_certified_from_the_age_of_marriage():
    assert rules.marriageable_from(date(1990, 3, 8), is_man=False) == date(2008, 3, 8)
    assert rules.marriageable_from(date(1988, 2, 29), is_man=True) == date(2008, 2, 29)
    assert rules.marriageable_from(date(2004, 2, 29), is_man=False) == date(2022, 2, 28)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BookKind.BIRTH, "07/2026"),
        (BookKind.MARRIAGE, "07/2026"),
        (BookKind.DEATH, "07/2026/TLKT"),
        (BookKind.MARITAL_STATUS, "07/UBND-XNTTHN"),
        (BookKind.CHANGE, "07/2026/TLCC"),
    ],
)
def test_papers_carry_the_number_of_their_entry(kind, words):
    assert rules.paper_number(kind, 7, 2026) == words


def test_copies_carry_their_own_sign():
    assert rules.copy_number("death", 212, 2022) == "212/2022/TLKT-BS"
    assert rules.copy_number("guardianship", 3, 2026) == "03/2026/TLHT-BS"


def test_a_book_is_closed_on_the_last_day_of_its_year_or_with_its_agency():
    with pytest.raises(rules.TooEarly, match="31/12/2024"):
        rules.may_close(2024, date(2024, 12, 30))

    rules.may_close(2024, date(2024, 12, 31))
    rules.may_close(2025, date(2025, 6, 30), unit_ends_on=date(2025, 6, 30))


HERS = {
    "name": "Nguyễn Thị Lan",
    "second_name": "",
    "born": "1990-03-08",
    "number": 44,
    "year": 1990,
    "personal_number": "",
}


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        (rules.Wanted("nguyen thi lan", born="1990-03-08"), True),
        (rules.Wanted("Nguyễn Thị Lan", born="1990"), True),
        (rules.Wanted("Nguyễn Thị Lan", born="1991"), False),
        (rules.Wanted("Nguyễn Thị Lan", number="44", book="01/1990"), True),
        (rules.Wanted("Nguyễn Thị Lan", number="44/1990"), True),
        (rules.Wanted("Nguyễn Thị Lan", number="44", registered_on="1990-03-20"), True),
        (rules.Wanted("Nguyễn Thị Lan", number="45", book="01/1990", born="1990-03-08"), False),
        (rules.Wanted("Trần Thị Hạnh", number="44", book="01/1990"), False),
        (rules.Wanted("Nguyễn Thị Lan"), False),
    ],
)
def test_an_entry_is_meant_by_name_with_number_or_birth_date(wanted, meant):
    assert rules.is_meant(wanted, **HERS) is meant


def test_a_marriage_is_meant_by_either_spouse_naming_the_other():
    theirs = HERS | {"name": "Trần Văn Bình", "second_name": "Nguyễn Thị Lan", "born": "1988-07-20", "year": 2012}
    hers = rules.Wanted("Nguyễn Thị Lan", born="1990-03-08", second_name="Trần Văn Bình", registered_on="2012-05-01")

    assert rules.is_meant(hers, **theirs)
    assert not rules.is_meant(rules.Wanted("Nguyễn Thị Lan", second_name="Lê Văn Tám", registered_on="2012"), **theirs)


def test_the_content_stands_under_the_national_field_names():
    words = {"deceased.full_name": "Nguyễn Văn Đức", "deceased.birth_date": "1941", "deceased.died_on": "10/11/2024"}
    content = rules.death_content(words)

    assert content["nktHoTen"] == "Nguyễn Văn Đức"
    assert content["nktNgaySinh"] == "1941"
    assert content["nktNgayChetGhiBangChu"].startswith("Ngày mười tháng mười một năm hai nghìn")
    assert set(content) <= set(rules.COLUMNS[BookKind.DEATH])


@pytest.mark.parametrize(
    ("kind", "count"),
    [(BookKind.BIRTH, 60), (BookKind.MARRIAGE, 44), (BookKind.DEATH, 48), (BookKind.MARITAL_STATUS, 35)],
)
def test_the_national_schema_is_whole(kind, count):
    assert len(set(rules.COLUMNS[kind])) == count


def test_a_divorced_person_is_certified_with_the_judgment():
    words = {
        "status.spouse": "Trần Văn Bình",
        "status.judgment_number": "12/2020/HNGĐ-ST",
        "status.judgment_on": "05/06/2020",
        "status.judgment_court": "Tòa án nhân dân thành phố Tam Kỳ",
    }

    assert rules.marital_status(words, kind="divorced") == (
        "Đã đăng ký kết hôn với ông/bà Trần Văn Bình, nhưng đã ly hôn theo Bản án, Quyết định ly hôn số "
        "12/2020/HNGĐ-ST ngày 05/06/2020 của Tòa án nhân dân thành phố Tam Kỳ; hiện tại chưa đăng ký kết hôn với ai"
    )
