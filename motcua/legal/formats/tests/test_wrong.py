"""One thing wrong, one rule that says so: every rule a machine sees, and nothing else than it."""

from pathlib import Path

import pytest

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile, Sight
from motcua.legal.formats.loader import format_rules
from motcua.legal.formats.tests import spoiled
from motcua.legal.formats.tests.test_right import told

CASES = [*spoiled.ND30, *spoiled.QPPL]
MENDED = {rule.id for rule in format_rules(Path(__file__).resolve().parents[4] / "law") if rule.mends}
FILE_ONLY = {"A-75", "K-06"}
"""Rules that only a PDF shows: see test_pdf."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_wrong_document_yields_exactly_its_rule(case):
    report = queries.check(case.draft().docx(), profile=case.profile, on=case.on)

    assert {one.rule.id for one in report.findings} == {case.rule} | case.also, told(report)
    assert [one.rule.id for one in report.findings if one.can_be_mended and not one.rule.mends] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.rule in MENDED], ids=lambda case: case.rule)
def test_a_mended_document_has_no_mendable_finding_left(case):
    content = case.draft().docx()
    before = queries.check(content, profile=case.profile, on=case.on)

    mended, left = queries.mended(content, profile=case.profile, on=case.on)

    after = queries.check(mended, profile=case.profile, on=case.on)
    assert after.mendable == 0, told(after)
    assert [one.rule.id for one in left] == [one.rule.id for one in after.findings]
    assert len(after.findings) <= len(before.findings) - (1 if before.mendable else 0)


@pytest.mark.parametrize("draft", spoiled.RIGHT_TOO, ids=range(len(spoiled.RIGHT_TOO)))
def test_a_right_annex_address_copy_or_stamp_gets_no_finding(draft):
    report = queries.check(draft().docx(), profile=Profile.ND30, on=spoiled.ND30[0].on)

    assert told(report) == []


def test_a_right_attached_text_gets_no_finding():
    report = queries.check(spoiled.right_attached().docx(), profile=Profile.QPPL, on=spoiled.QPPL[0].on)

    assert told(report) == []


@pytest.mark.parametrize("name", spoiled.OTHERS)
def test_other_things_that_go_wrong_together(name):
    draft, rules = spoiled.OTHERS[name]

    report = queries.check(draft().docx(), profile=Profile.ND30, on=spoiled.ND30[0].on)

    assert {one.rule.id for one in report.findings} == rules, told(report)


def test_every_rule_of_the_decree_has_a_check_or_is_for_the_eye():
    rules = format_rules()
    seen = {rule.id for rule in rules if rule.seen_by is Sight.MACHINE}
    for_eye = {rule.id for rule in rules if rule.seen_by is Sight.EYE}

    assert {f"A-{number:02}" for number in range(1, 84)} <= seen | for_eye
    assert {f"Q-{number:02}" for number in range(1, 25)} <= seen | for_eye
    assert seen == set(queries.CHECKS)


def test_every_rule_a_machine_sees_has_a_wrong_document():
    seen = {rule.id for rule in format_rules() if rule.seen_by is Sight.MACHINE}

    assert seen - {case.rule for case in CASES} == FILE_ONLY
