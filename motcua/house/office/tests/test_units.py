"""Units over time: Tam Kỳ before and after 01/07/2025."""

from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from motcua.house.journal import queries as journal
from motcua.house.office import acts, loader, queries
from motcua.house.office.access import NotAllowed
from motcua.house.office.choices import Level
from motcua.house.office.models import Officer, Post, Unit
from motcua.house.office.rules import STRANGER, SYSTEM, NoSuchUnit
from motcua.house.office.tests import people

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
pytestmark = pytest.mark.usefixtures("_office")


def codes(rows):
    return {row.code for row in rows}


def test_loading_the_office_again_changes_nothing():
    again = acts.load_office(settings.OFFICE_DIR, by=SYSTEM, at=people.AT)

    assert again == acts.Loaded(0, 0)


def test_loading_is_on_record():
    unit = Unit.objects.get(code="TK-TP")

    (entry,) = journal.history(unit)
    assert (entry.act, entry.facts["successor"]) == ("office.open_unit", "P20341")
    assert entry.facts["posts"]["TK-TP.TP"] == "Trưởng phòng"
    assert journal.verify().broken is None


def test_a_changed_file_changes_the_unit_and_the_rights(tmp_path):
    hoa = people.hoa()
    for name in ("units.yaml", "posts.yaml"):
        (tmp_path / name).write_text((settings.OFFICE_DIR / name).read_text())
    text = (tmp_path / "units.yaml").read_text()
    (tmp_path / "units.yaml").write_text(
        text.replace(
            "eid: H47.15.07, from: 2006-09-29, to: 2025-06-30", "eid: H47.15.07, from: 2006-09-29, to: 2025-03-31"
        )
    )

    loaded = acts.load_office(tmp_path, by=SYSTEM, at=people.AT)

    assert loaded == acts.Loaded(0, 1)
    assert queries.directory().unit("TK-TP").valid_to == date(2025, 3, 31)
    assert people.actor(hoa).grants[0].to_on == date(2025, 3, 31)


def test_only_who_manages_the_office_may_load_it_again():
    with pytest.raises(NotAllowed):
        acts.load_office(settings.OFFICE_DIR, by=STRANGER, at=people.AT)


@pytest.mark.parametrize(
    ("units", "words"),
    [
        ("units: [{code: A}]", "units.yaml, A"),
        ("units: [{code: A, name: A, short: A, level: tower, from: 2024-01-01}]", "units.yaml, A"),
        ("", "trống"),
        ("units: [", "units.yaml"),
    ],
)
def test_a_broken_file_says_where(tmp_path, units, words):
    (tmp_path / "units.yaml").write_text(units)

    with pytest.raises(loader.BrokenOffice, match=words):
        loader.units(tmp_path)


def test_thirteen_wards_before_the_merger_of_march_twelve_after_four_in_july():
    directory = queries.directory()

    count = [
        sum(unit.level == Level.WARD for unit in directory.on(day))
        for day in (date(2025, 2, 28), date(2025, 3, 1), LAST, FIRST)
    ]

    assert count == [13, 12, 12, 4]


def test_every_ended_unit_leads_to_a_living_one():
    directory = queries.directory()
    ended = [unit for unit in directory.units if unit.valid_to]

    assert [unit.code for unit in ended if not directory.continuing(unit, FIRST).exists_on(FIRST)] == []
    assert all(unit.successor for unit in ended)


@pytest.mark.parametrize(
    ("ward", "on", "level", "unit"),
    [
        ("20341", LAST, "ward", "X20341"),
        ("20341", FIRST, "ward", "P20341"),
        ("20338", date(2025, 2, 28), "ward", "X20338"),
        ("20338", date(2025, 3, 1), "ward", "X20347"),
        ("20338", FIRST, "ward", "P20341"),
        ("20375", FIRST, "ward", "P20335"),
        ("20389", LAST, "city", "TK"),
        ("20389", LAST, "division", "TK-TP"),
        ("20389", FIRST, "division", "P20350"),
        ("00001", FIRST, "ward", None),
    ],
)
def test_the_unit_for_a_place_of_residence(ward, on, level, unit):
    found = queries.unit_for_residence(ward, on, level)

    assert (found.code if found else None) == unit


def test_the_parts_of_an_agency_know_their_agency():
    directory = queries.directory()

    assert directory.agency(directory.unit("TK-TP")).code == "TK"
    assert directory.agency(directory.unit("X20341")).code == "X20341"
    assert codes(directory.children(directory.unit("P20341"), FIRST)) == {"P20341-HCC", "P20341-VP"}
    with pytest.raises(NoSuchUnit):
        directory.unit("nowhere")


def test_the_directory_is_read_once_and_forgotten_when_the_office_changes(django_assert_num_queries, tmp_path):
    queries.directory()

    with django_assert_num_queries(0):
        queries.directory()
    acts.load_office(settings.OFFICE_DIR, by=SYSTEM, at=people.AT)
    with django_assert_num_queries(1):
        queries.directory()


def test_every_living_agency_has_someone_who_signs_receives_and_examines():
    for code in ("TK", "P20341", "P20335", "P20356", "P20350", "X20335"):
        within = Post.objects.filter(unit__path__startswith=Unit.objects.get(code=code).path)
        assert within.filter(may_sign=True).exists()
        assert {"head", "specialist", "counter"} <= set(within.values_list("role", flat=True))


def test_the_command_takes_on_an_officer_and_refuses_an_unknown_post(capsys):
    call_command(
        "createofficer", code="minh", name="Trần Văn Minh", unit="TK-HCC", post="TN", personal_number="099080000901"
    )

    assert "Mật khẩu một lần" in capsys.readouterr().out
    assert Officer.objects.get(code="minh").account.personal_number == "099080000901"
    with pytest.raises(CommandError, match="Không có vị trí"):
        call_command("createofficer", code="x", name="Trần Văn X", unit="TK-HCC", post="XX")
    with pytest.raises(CommandError, match="đã có người dùng"):
        call_command("createofficer", code="minh", name="Trần Văn Minh", unit="TK-HCC", post="TN")
