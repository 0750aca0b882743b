"""What the demo's applicants answer passes the forms and the law of each month."""

from datetime import date
from random import Random

import pytest

from motcua.demo.answers import BY_FORM
from motcua.demo.people import person
from motcua.demo.story import MIX
from motcua.legal.eforms import queries as eforms
from motcua.legal.eforms import rules as eform_rules
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law

MONTHS = [date(2026, month, 11) for month in range(1, 13)]


@pytest.mark.parametrize("on", MONTHS, ids=lambda on: f"{on:%m/%Y}")
@pytest.mark.parametrize("form", BY_FORM)
def test_answers_pass_their_form(form, on):
    random = Random(on.month)  # noqa: S311
    wrong = {}
    for turn in range(12):
        answers = BY_FORM[form](random, person(random, born=(1980, 2004)), on)
        cleaned = eform_rules.clean(eforms.form(form, on), answers, on=on)
        if cleaned.errors:
            wrong[turn] = cleaned.errors

    assert wrong == {}


@pytest.mark.parametrize("code", MIX)
def test_the_law_takes_the_answers_at_the_demo_ward(code):
    on, random = MONTHS[10], Random(1)  # noqa: S311
    version = procedures.get(code, on)
    answers = BY_FORM[version.eform](random, person(random, born=(1980, 2004)), on)
    facts = eform_rules.clean(eforms.form(version.eform, on), answers, on=on).values

    problems = law.problems(version, facts, on=on, level="ward", unit_code="P20341", channel="direct")

    assert [one.message for one in problems if one.blocks] == []


def test_every_form_of_the_mix_has_its_answers():
    assert {procedures.get(code, MONTHS[0]).eform for code in MIX} == set(BY_FORM)
