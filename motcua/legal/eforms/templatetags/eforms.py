"""Template tags that draw a form: a group of questions, the summary of errors, the answers to check.

`{% eform_group form group values errors %}` · `{% eform_errors form errors %}` · `{% eform_summary form values %}`.
The language is the page's; every text is escaped by the template.
"""

from collections.abc import Mapping, Sequence

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from motcua.base.vn.rules import fold
from motcua.legal.eforms import rules

register = template.Library()
Errors = Mapping[str, Sequence[str]]


@register.inclusion_tag("eforms/_group.html")
def eform_group(
    form: rules.Form,
    group: rules.Group | str,
    values: rules.Raw | None = None,
    errors: Errors | None = None,
    *,
    level: int = 2,
    with_summary: bool = True,
) -> dict[str, object]:
    """The questions of one group (or its key) with what was typed and the errors; the error summary stands on top."""
    lang = _lang()
    asked = form.group(group) if isinstance(group, str) else group
    section = rules.section(form, asked, values or {}, errors, lang=lang)
    return {
        "section": section,
        "heading": f"h{level}",
        "faults": section.faults if with_summary else (),
        "faults_title": _faults_title(len(section.faults), lang),
        "words": _words(lang),
        "unasked_button": rules.word("more_questions", lang),
    }


@register.inclusion_tag("eforms/_errors.html")
def eform_errors(form: rules.Form, errors: Errors | None, values: rules.Raw | None = None) -> dict[str, object]:
    """The summary of all errors of a page that shows several groups: one link to each field."""
    lang = _lang()
    sections = [rules.section(form, group, values or {}, errors, lang=lang) for group in form.groups]
    faults = [question for section in sections for question in section.faults]
    return {"faults": faults, "faults_title": _faults_title(len(faults), lang)}


@register.inclusion_tag("eforms/_summary.html")
def eform_summary(
    form: rules.Form, values: Mapping[str, rules.Answer], change_url: str = "", *, level: int = 2
) -> dict[str, object]:
    """The answers given, to be checked; with `change_url`, each group links to `<change_url>?step=<group>`."""
    lang = _lang()
    return {
        "groups": rules.summary(form, values, lang=lang),
        "change_url": change_url,
        "change": rules.word("change", lang),
        "heading": f"h{level}",
    }


@register.filter
def own_words(text: str) -> SafeString:
    """` lang="vi"` for what keeps its Vietnamese letters on an English page: names of places, what was typed."""
    plain = " ".join(text.lower().split())
    return SafeString(' lang="vi"' if _lang() == "en" and fold(text) != plain else "")


def _lang() -> str:
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def _faults_title(count: int, lang: str) -> str:
    return rules.word("one_error" if count == 1 else "errors", lang, count=count)


def _words(lang: str) -> dict[str, str]:
    return {code: rules.word(code, lang) for code in ("choose", "error")}
