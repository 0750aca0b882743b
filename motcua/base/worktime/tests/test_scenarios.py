"""Runs law/calendar/scenarios.yaml: each case is a sentence a legal officer can check by hand."""

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from motcua.base.worktime import loader
from motcua.base.worktime.rules import VN, CalendarMissing, Due, Hours, Limit, due_moment, extend, restart

LAW = Path(__file__).resolve().parents[4] / "law" / "calendar"
CASES = yaml.safe_load((LAW / "scenarios.yaml").read_text(encoding="utf-8"))


def moment(text: str) -> datetime:
    written = datetime.fromisoformat(text)
    return written if written.tzinfo else written.replace(tzinfo=VN)


def computed(case: dict, usual_hours: Hours) -> Due:
    due = due_moment(
        moment(case["received"]),
        Limit.parse(case["limit"]),
        calendar=loader.calendar(LAW),
        hours=usual_hours,
        pauses=[(moment(begin), moment(end)) for begin, end in case.get("waits", [])],
    )
    if "completed" in case:
        due = restart(due, completed_at=moment(case["completed"]))
    return extend(due, Limit.parse(case["extended_by"])) if "extended_by" in case else due


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_scenario_falls_due_as_the_law_says(case, usual_hours):
    if "missing" in case:
        with pytest.raises(CalendarMissing) as missing:
            computed(case, usual_hours)

        assert missing.value.year == case["missing"]
        return

    due = computed(case, usual_hours)

    assert due.at == moment(case["due"]), case["why"]
    assert due.steps[-1].day == due.at.date()
    days = [step.day for step in due.steps]
    assert days == sorted(days)


def test_there_are_enough_scenarios_and_none_stands_twice():
    names = [case["case"] for case in CASES]

    assert len(names) >= 40
    assert len(set(names)) == len(names)
