"""The files of rules: refused whole when wrong, dated, cited."""

from datetime import date
from pathlib import Path

import pytest

from motcua.legal.formats.choices import Profile, Sight
from motcua.legal.formats.loader import BadFormatFile, format_rules

LAW = Path(__file__).resolve().parents[4] / "law"
ROW = (
    "{id: A-01, title: t, demands: d, severity: error, seen_by: eye, mends: false, by: x, sure: high, "
    "from: 2020-03-05%s}"
)


def written(folder: Path, *rows: str) -> Path:
    (folder / "formats").mkdir()
    lines = "\n".join(f"  - {row}" for row in rows)
    (folder / "formats" / "a.yaml").write_text(f"profile: nd30\nrules:\n{lines}\n", encoding="utf-8")
    return folder


def test_a_rule_that_changes_has_a_row_for_each_period(tmp_path):
    rules = format_rules(written(tmp_path, ROW % ", to: 2025-03-31", (ROW % "").replace("2020-03-05", "2025-04-01")))

    assert [[rule.holds(date(2025, month, 31)) for month in (3, 5)] for rule in rules] == [[True, False], [False, True]]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((ROW % "", ROW % ""), "hai quy tắc cùng mã"),
        ((ROW % ", colour: red",), "không hiểu colour"),
        ((ROW.replace("error", "grave") % "",), "grave"),
        ((ROW.replace("2020-03-05", "sớm") % "",), "không phải một ngày"),
        ((ROW.replace("demands: d, ", "") % "",), "demands"),
    ],
)
def test_a_wrong_row_is_refused_by_its_name(tmp_path, rows, words):
    with pytest.raises(BadFormatFile, match=words):
        format_rules(written(tmp_path, *rows))


def test_no_rule_read_second_hand_calls_itself_sure():
    assert {rule.id for rule in format_rules(LAW) if rule.profile is Profile.QPPL and rule.sure == "high"} == set()


def test_what_is_for_the_eye_is_never_called_mendable():
    assert [rule.id for rule in format_rules(LAW) if rule.seen_by is Sight.EYE and rule.mends] == []


def test_the_regimes_meet_on_the_first_of_april_2025():
    def held(on: date) -> dict[str, str]:
        rules = (rule for rule in format_rules(LAW) if rule.profile is Profile.QPPL and rule.holds(on))
        return {rule.id: str(rule.values.get("line", "")) for rule in rules}

    assert (held(date(2025, 3, 31))["Q-10"], held(date(2025, 4, 1))["Q-10"]) == ("asked", "refused")
    assert held(date(2025, 3, 31)).keys() == held(date(2025, 4, 1)).keys()
