"""Answers as people read them, and answers known before anything is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.base.vn.rules import NotADate, PartialDate
from motcua.legal.eforms.choices import DATES, LISTS, TRUTHS, FieldType
from motcua.legal.eforms.rules.cleaning import known_keys, visible
from motcua.legal.eforms.rules.conditions import hold
from motcua.legal.eforms.rules.sentences import word
from motcua.legal.eforms.rules.shape import Answer, Copy, Field, Form, Group, Raw
from motcua.legal.eforms.rules.values import Wrong, read, typed


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line of the check-your-answers page, the receipt or the officer's page."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """The lines of one group of questions, with the key of the page where they are changed."""

    key: str
    title: str
    rows: tuple[SummaryRow, ...]


def said(field: Field, value: object, lang: str = "vi") -> str:
    """A kept value in words: the name of a code, 05/11/1990 for a date, Có or Không. Unknown codes stay."""
    if field.type in TRUTHS:
        return word(("agreed" if field.type is FieldType.AGREE else "yes") if value else "no", lang)
    text = str(value)
    if field.type in LISTS:
        return next((choice.label(lang) for choice in field.choices if choice.code == text), text)
    if field.type in DATES:
        try:
            return str(PartialDate.parse(text))
        except NotADate:
            return text
    return text


def spoken(form: Form, values: Mapping[str, Answer], lang: str = "vi") -> dict[str, str]:
    """Every kept answer in words, by key: what papers and registers print."""
    return {field.key: said(field, values[field.key], lang) for field in form if field.key in values}


def summary(form: Form, values: Mapping[str, Answer], *, lang: str = "vi") -> tuple[SummaryGroup, ...]:
    """Labelled rows of the answers given, group by group; groups without an answer are left out."""
    shown = set(visible(form, values))
    groups = (SummaryGroup(group.key, group.heading(lang), _rows(group, values, shown, lang)) for group in form.groups)
    return tuple(group for group in groups if group.rows)


def prefill(form: Form, known: Raw, *, on: date | None = None) -> dict[str, object]:
    """Raw answers to begin a page with: what is known, then what may be copied from another person, then defaults.

    An answer that was typed, or cleared, is never overwritten. Keys that the form does not ask are left out.
    """
    keys = known_keys(form)
    answers = {key: value for key, value in known.items() if key in keys}
    for group in form.groups:
        if group.copy_from is not None:
            answers |= _copied(form, group, group.copy_from, answers, on or form.on)
    for field in form:
        if field.default is not None and not any(key in answers for key in field.input_keys):
            answers[field.key] = field.default
    return answers


def merged(form: Form, kept: Raw, posted: Raw) -> dict[str, object]:
    """Kept raw answers with a page's new ones over them; a date posted anew drops its older writing."""
    answers = {key: value for key, value in kept.items() if key in known_keys(form)}
    for field in form:
        fresh = {key: posted[key] for key in field.input_keys if key in posted}
        if fresh:
            for key in field.input_keys:
                answers.pop(key, None)
            answers |= fresh
    return answers


def _rows(group: Group, values: Mapping[str, Answer], shown: set[str], lang: str) -> tuple[SummaryRow, ...]:
    return tuple(
        SummaryRow(field.key, field.label_en if lang == "en" else field.label, said(field, values[field.key], lang))
        for field in group.fields
        if field.key in shown and field.key in values
    )


def _copied(form: Form, group: Group, copy: Copy, answers: Raw, on: date) -> dict[str, object]:
    """Answers of the source person for the group's fields that were not touched, where the conditions hold."""
    deciding = {condition.key for condition in copy.when}
    values = {key: value for key in deciding if (value := _value(form, key, answers, on)) is not None}
    if not hold(copy.when, values, values, on=on):
        return {}
    found: dict[str, object] = {}
    for field in group.fields:
        source = copy.source + field.key.removeprefix(copy.target)
        if source not in form or any(key in answers for key in field.input_keys):
            continue
        if (value := _value(form, source, answers, on)) is not None:
            found[field.key] = value
    return found


def _value(form: Form, key: str, answers: Raw, on: date) -> Answer | None:
    field = form.field(key)
    try:
        return read(field, typed(field, answers), on=on)
    except Wrong:
        return None
