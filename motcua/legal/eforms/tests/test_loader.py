"""The form files: all of them well, and each kind of mistake named by file and line."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from motcua.legal.eforms import loader, queries

LAW = Path(settings.LAW_DIR)
KEYS = {
    "birth", "marriage", "death", "marital_status", "civil_status_change",
    "extract_copy", "certified_copy", "signature_certification", "marriage_foreign",
}  # fmt: skip


@pytest.fixture
def law(tmp_path):
    """A copy of the law files that a test may spoil."""
    for folder in ("forms", "tables"):
        shutil.copytree(LAW / folder, tmp_path / folder)
    return tmp_path


def test_every_form_of_the_law_is_well():
    assert queries.check_forms() == []
    assert set(queries.form_keys()) >= KEYS


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_version_of_a_form_loads(key):
    for on in loader.version_days(LAW, key):
        built = loader.form(LAW, key, on)

        assert built.version == on
        assert all(field.label and field.label_en for field in built)


def test_a_form_is_the_one_of_its_day():
    assert queries.form("birth", date(2025, 6, 30)).version == date(2024, 6, 6)
    assert queries.form("birth", date(2025, 7, 1)).version == date(2025, 7, 1)


def test_wards_are_those_of_the_day():
    before = {choice.code for choice in queries.table("wards", date(2025, 6, 30))}
    after = {choice.code for choice in queries.table("wards", date(2025, 7, 1))}

    assert "X20335" in before
    assert "P20341" not in before
    assert {"P20341", "P20335", "P20356", "P20350"} < after
    assert not any(code.startswith("X") for code in after)


def test_provinces_are_63_then_34():
    assert len(queries.table("provinces", date(2025, 6, 30))) == 63
    assert len(queries.table("provinces", date(2025, 7, 1))) == 34


@pytest.mark.parametrize("key", ["nothing", "../secret", "terms.yaml", ""])
def test_a_form_that_is_not_there_is_refused(key):
    with pytest.raises(loader.NoSuchForm):
        queries.form(key, date(2025, 8, 8))


def test_a_day_before_the_first_version_has_no_form():
    with pytest.raises(loader.NoSuchForm, match="chưa có vào ngày 31/12/2020"):
        queries.form("birth", date(2020, 12, 31))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("term: sex", "term: sexx", "forms/birth.yaml:46: child.sex: term sexx is not in terms.yaml"),
        ("{key: child.sex,", "{key: child.sex, colour: red,", "forms/birth.yaml:46: child.sex: unknown colour"),
        ("key: child.sex", "key: child.full_name", "child.full_name is asked twice"),
        ("{requester.relation: mother}", "{requester.relation: aunt}", "requester.relation is never aunt"),
        ("{parents.married: yes}", "{parents.wed: yes}", "parents.wed is not asked before it"),
        ("later: child.birth_date", "later: child.born", "a rule speaks of child.born, which is not asked"),
        ("until: 2025-07-01", "until: 2025-07-02", "2025-07-02 is not the day of a version"),
        ("sure: high", "sure: perhaps", "forms/birth.yaml:7: a version needs from"),
        ("title: Người mẹ", "titel: Người mẹ", "unknown titel"),
        ("title: Người mẹ", "title: Người mẹ\n    title: Người mẹ", "“title” is written twice"),
        ("key: birth\n", "key: [birth\n", "forms/birth.yaml:"),
        ("default: both_parents", "default: orphan", "default orphan is not one of the choices"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(law, old, new, said):
    path = law / "forms" / "birth.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    found = loader.check_form(law, "birth")

    assert any(said in line for line in found), found
    assert all(line.startswith("forms/birth.yaml:") for line in found)


def test_a_code_that_stands_twice_on_one_day_is_named(law):
    path = law / "tables" / "ethnic_groups.yaml"
    path.write_text(path.read_text(encoding="utf-8") + '  - {code: "01", name: "Kinh"}\n', encoding="utf-8")

    assert loader.check(law)[0] == "tables/ethnic_groups.yaml:1: code 01 stands twice on one day"


def test_building_a_form_again_costs_nothing():
    assert queries.form("birth", date(2025, 8, 8)) is queries.form("birth", date(2025, 8, 8))
