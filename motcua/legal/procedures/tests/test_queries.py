"""The catalogue on a day: versions, snapshots, listing, search, what is still to be confirmed."""

import json
from datetime import date
from pathlib import Path

import pytest

from motcua.legal.procedures import queries
from motcua.legal.procedures.rules import ProcedureVersion, process_for, to_confirm

ROOT = Path(__file__).resolve().parents[4]
FOLDERS = {"law_dir": ROOT / "law", "office_dir": ROOT / "office"}
NOV, NOW = date(2024, 11, 14), date(2026, 11, 23)
TEN = {
    "1.000656", "1.000894", "1.001193", "1.004859", "1.004873",
    "2.000635", "2.000748", "2.000806", "2.000815", "2.000884",
}  # fmt: skip


def found(text, on=NOV):
    return [version.code for version in queries.search(text, on, **FOLDERS)]


def test_the_ten_procedures_are_there():
    assert {version.code for version in queries.listing(NOV, **FOLDERS)} == TEN


def test_the_division_has_its_own_five_until_it_ended():
    of_division = {version.code for version in queries.listing(NOV, "division", **FOLDERS)}

    assert of_division == {"2.000635", "2.000748", "2.000806", "2.000815", "2.000884"}
    assert queries.listing(NOW, "division", **FOLDERS) == ()


def test_an_unknown_code_and_a_day_without_law_are_refused_with_a_sentence():
    with pytest.raises(queries.NoProcedure, match=r"Không có thủ tục mã 9\.999999"):
        queries.get("9.999999", NOV, **FOLDERS)
    with pytest.raises(queries.NoProcedure, match="01/03/2027"):
        queries.get("1.001193", date(2027, 3, 1), **FOLDERS)


@pytest.mark.parametrize("code", sorted(TEN))
@pytest.mark.parametrize("on", [NOV, NOW])
def test_a_snapshot_reads_back_as_the_same_version(code, on):
    version = queries.get(code, on, **FOLDERS)

    text = json.dumps(version.as_snapshot(), ensure_ascii=False)

    assert ProcedureVersion.from_snapshot(json.loads(text)) == version


def test_the_key_changes_with_the_law_and_not_with_the_day():
    keys = [queries.get("1.001193", day, **FOLDERS).key for day in (NOV, date(2024, 11, 15), NOW)]

    assert keys[0] == keys[1] != keys[2]
    assert len(keys[0]) == 32


def test_the_name_follows_the_years():
    names = [queries.get("2.000748", day, **FOLDERS).name for day in (NOV, NOW)]

    assert [name.endswith("có yếu tố nước ngoài") for name in names] == [False, True]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ks", "1.001193"),
        ("đăng ký khai sinh", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("SINH khai", "1.001193"),
        ("khai sih", "1.001193"),
        ("ket hon", "1.000894"),
        ("kh ytnn", "2.000806"),
        ("khai tử", "1.000656"),
        ("doc than", "1.004873"),
        ("trich luc", "2.000635"),
        ("sao y", "2.000815"),
        ("sao y ban chinh", "2.000815"),
        ("cccd", "2.000815"),
        ("công chứng", "2.000815"),
        ("uy quyen", "2.000884"),
        ("2.000884", "2.000884"),
        ("marriage", "1.000894"),
    ],
)
def test_what_people_type_finds_the_procedure_first(typed, first):
    assert found(typed)[:1] == [first]


def test_correcting_a_certificate_finds_both_procedures_of_change():
    assert set(found("cai chinh")) == {"1.004859", "2.000748"}


def test_nonsense_finds_nothing_and_nothing_finds_everything():
    assert found("zzzz") == []
    assert set(found("")) == TEN


def test_second_hand_facts_are_listed_to_be_confirmed():
    listed = to_confirm(queries.get("1.001193", NOV, **FOLDERS))

    assert {(one.part, one.sure) for one in listed} == {
        ("fees", "low"), ("processes", "low"), ("online", "low"), ("returns", "medium"), ("returns", "low"),
    }  # fmt: skip


@pytest.mark.parametrize("code", sorted(TEN))
@pytest.mark.parametrize("on", [NOV, NOW])
def test_every_competent_level_has_a_process_that_adds_up(code, on):
    version = queries.get(code, on, **FOLDERS)

    shares = [sum(step.share for step in process_for(version, c.level).steps) for c in version.competence]

    assert shares == [100] * len(version.competence)
