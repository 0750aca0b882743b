"""Whatever is typed, nothing breaks: properties over every form and any Unicode."""

import json
from datetime import date
from pathlib import Path

from django.conf import settings
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from motcua.legal.eforms import loader, rules
from motcua.legal.eforms.tests.answers import BIRTH, DEATH, SIGNATURE

LAW = Path(settings.LAW_DIR)
FORMS = [loader.form(LAW, key, on) for key in loader.keys(LAW) for on in loader.version_days(LAW, key)]
GOOD = [*BIRTH.items(), *DEATH.items(), *SIGNATURE.items()]
FRAGMENTS = st.sampled_from(["a\u0301", "\u202e", "😀", "\u2000", "\x00", "\ud800", "5/11/1996", "yes", "01", "٣", "Ⅷ"])
ANY_TEXT = st.one_of(
    st.text(max_size=30),
    st.lists(FRAGMENTS, max_size=4).map("".join),
    st.sampled_from([value for _, value in GOOD]),
    st.dates(date(1890, 1, 1), date(2030, 1, 1)).map(str),
    st.integers(-5, 10**12).map(str),
)
ANY_VALUE = st.one_of(ANY_TEXT, st.none(), st.booleans(), st.integers(), st.floats(), st.lists(st.text(max_size=3)))


@st.composite
def filled(draw):
    """A form with any answers under its names, some of them choices it offers."""
    form = draw(st.sampled_from(FORMS))
    raw = {}
    for field in form:
        if not draw(st.integers(0, 3)):
            continue
        offered = st.sampled_from([choice.code for choice in field.choices]) if field.choices else ANY_VALUE
        if field.part_keys and draw(st.booleans()):
            raw |= {key: draw(st.one_of(ANY_VALUE, st.integers(1, 31).map(str))) for key in field.part_keys}
        else:
            raw[field.key] = draw(st.one_of(offered, ANY_VALUE))
    return form, raw


@given(filled())
@effort(max_examples=120, deadline=None)
def test_any_answers_give_values_that_stay_and_errors_only_where_asked(drawn):
    form, raw = drawn

    once = rules.clean(form, raw)
    again = rules.clean(form, once.values)

    assert again.values == once.values
    assert json.loads(json.dumps(once.values)) == once.values
    assert set(once.errors) <= set(once.visible) == set(rules.visible(form, raw))
    assert set(once.values) <= set(once.visible)


@given(filled())
@effort(max_examples=40, deadline=None)
def test_any_answers_can_be_shown_again(drawn):
    form, raw = drawn
    cleaned = rules.clean(form, raw, lang="en")

    for group in form.groups:
        rules.section(form, group, raw, cleaned.errors)
    rules.summary(form, cleaned.values)
    offered = rules.prefill(form, raw)

    assert {key: offered[key] for key in raw} == raw


@given(ANY_TEXT)
@effort(max_examples=300, deadline=None)
def test_a_kept_name_is_a_name(text):
    form = loader.form(LAW, "birth", date(2025, 8, 8))
    kept = rules.clean(form, {**BIRTH, "child.full_name": text}).values.get("child.full_name")

    assert kept is None or (kept == kept.strip() and kept.isprintable() and len(kept) <= 100)
