"""Every situation of law/procedures/scenarios.yaml, against the shipped law."""

from datetime import time
from pathlib import Path

import pytest
import yaml

from motcua.legal.procedures import queries
from motcua.legal.procedures.rules import (
    competence_for,
    competent_level,
    fee_lines,
    limit_for,
    missing_papers,
    problems,
    total_vnd,
)

ROOT = Path(__file__).resolve().parents[4]
SCENARIOS = yaml.safe_load((ROOT / "law/procedures/scenarios.yaml").read_text("utf-8"))["scenarios"]


def outcome(version, case):
    answers, on = case.get("answers", {}), case["day"]
    channel = case.get("channel", "direct")
    at_time = time.fromisoformat(case["at"]) if "at" in case else None
    found = problems(
        version,
        answers,
        on=on,
        level=case.get("level", ""),
        unit_code=case.get("unit", ""),
        within=case.get("within", ()),
        channel=channel,
        at_time=at_time,
    )
    competence = competence_for(version, answers, on, level=case.get("level", ""))
    missing = missing_papers(
        version, case.get("have", ()), answers, channel=channel, on=on, found=case.get("found", ())
    )
    return {
        "fees": lambda: total_vnd(
            fee_lines(version, answers=answers, channel=channel, exemptions=case.get("exemptions", ()), on=on)
        ),
        "missing": lambda: [paper.key for paper in missing],
        "problems": lambda: [problem.rule for problem in found],
        "blocked": lambda: any(problem.blocks for problem in found),
        "level": lambda: competent_level(version, answers, on),
        "limit": lambda: limit_for(version, case.get("verified", False), answers, on=on).limit,
        "signer": lambda: competence.signer.title,
        "instead": lambda: next(problem.instead for problem in found if problem.instead),
    }


@pytest.mark.parametrize("case", SCENARIOS, ids=lambda case: case["say"])
def test_the_law_comes_out_as_the_scenario_says(case):
    if case["expect"].get("refused"):
        with pytest.raises(queries.NoProcedure):
            queries.get(case["procedure"], case["day"], law_dir=ROOT / "law", office_dir=ROOT / "office")
        return
    version = queries.get(case["procedure"], case["day"], law_dir=ROOT / "law", office_dir=ROOT / "office")

    seen = outcome(version, case)

    assert {name: seen[name]() for name in case["expect"]} == case["expect"]


def test_there_are_enough_scenarios_and_each_procedure_has_one():
    assert len(SCENARIOS) >= 30
    assert {case["procedure"] for case in SCENARIOS} == set(queries.catalogue(ROOT / "law", ROOT / "office").procedures)
