"""What people are on a day, and who is shown in a demo."""

from datetime import date

import pytest

from motcua.house.accounts import acts, queries
from motcua.house.accounts.tests import people
from motcua.house.accounts.tests.people import AT

pytestmark = pytest.mark.django_db


def row(title, start, end, *, delegated=False):
    return {"title": title, "from": start, "to": end, "acts": ["dossier.sign"] if delegated else None}


def test_an_officer_is_what_the_day_says_and_a_citizen_a_citizen():
    minh, lan = people.minh(), people.lan()
    acts.keep_grants(
        minh,
        [
            row("Chuyên viên, Phòng Tư pháp", "2021-01-04", "2025-06-30"),
            row("Chánh Văn phòng", "2025-07-01", None),
            row("Ủy quyền của Trưởng phòng", "2024-11-01", "2024-12-01", delegated=True),
        ],
    )

    said = [queries.what_they_are(minh, day) for day in (date(2025, 6, 30), date(2025, 7, 1), date(2020, 1, 1))]

    assert said == ["Chuyên viên, Phòng Tư pháp", "Chánh Văn phòng", "Công chức"]
    assert queries.what_they_are(lan, date(2025, 6, 30)) == "Công dân"


def test_only_people_of_the_demo_are_shown():
    people.minh()
    acts.open_account(login="lan@example.vn", full_name="Nguyễn Thị Lan", password="x", at=AT, demo=True)

    assert queries.demo_people(AT.date()) == (queries.DemoPerson("lan@example.vn", "Nguyễn Thị Lan", "Công dân"),)


def test_the_days_of_a_post_are_shown_as_days_are_written_here():
    minh = people.minh()
    acts.keep_grants(minh, [row("Chuyên viên", "2021-01-04", "2025-06-30"), row("Chánh Văn phòng", "2025-07-01", None)])

    grants = queries.profile(minh, AT.date())["grants"]

    assert [(one["from"], one["to"]) for one in grants] == [("04/01/2021", "30/06/2025"), ("01/07/2025", "")]
