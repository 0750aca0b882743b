"""What the tags draw: a label for each control, ids that are unique, nothing that is not escaped, nothing lost."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.utils import translation

from motcua.legal.eforms import loader, rules
from motcua.legal.eforms.tests.answers import BIRTH, DAY

LAW = Path(settings.LAW_DIR)
FORMS = [(key, on) for key in loader.keys(LAW) for on in loader.version_days(LAW, key)]
GROUP = Template("{% load eforms %}{% eform_group form group values errors %}")
VOID = {"input", "link", "meta", "br"}


class Page(HTMLParser):
    """Tags with their attributes, in order, and whether they are well nested."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def all(self, *names):
        return [attrs for tag, attrs in self.tags if tag in names]

    def one(self, key):
        return next(attrs for attrs in self.all("input", "select", "textarea") if attrs.get("name") == key)


def draw(form, group, values=None, errors=None, lang="vi"):
    with translation.override(lang):
        return GROUP.render(Context({"form": form, "group": group, "values": values or {}, "errors": errors or {}}))


@pytest.mark.parametrize(("key", "on"), FORMS)
def test_every_control_has_a_label_and_a_description_that_exists(key, on):
    form = loader.form(LAW, key, on)
    errors = rules.clean(form, {}).errors

    for group in form.groups:
        page = Page(draw(form, group, {}, errors))
        ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
        labelled = {attrs["for"] for attrs in page.all("label")}
        controls = [attrs for attrs in page.all("input", "select", "textarea") if attrs.get("type") != "hidden"]
        pointed = {one for _, attrs in page.tags for one in (attrs.get("aria-describedby") or "").split()}
        linked = {attrs["href"].removeprefix("#") for attrs in page.all("a")}

        assert len(ids) == len(set(ids))
        assert {attrs["id"] for attrs in controls} == labelled
        assert pointed <= set(ids)
        assert linked <= set(ids)
        assert not any(name.startswith("on") or name == "style" for _, attrs in page.tags for name in attrs)
        assert [attrs["src"] for attrs in page.all("script")] == ["/static/eforms/eforms.js"]


def test_the_script_is_among_the_static_files():
    assert finders.find("eforms/eforms.js")


def test_what_was_typed_is_shown_again_and_escaped():
    form = loader.form(LAW, "birth", DAY)
    boxes = {"child.birth_date.day": "31", "child.birth_date.month": "2", "child.birth_date.year": "2024"}
    typed = {"child.full_name": '"><script>alert(1)</script>', **boxes}
    html = draw(form, "child", typed, rules.clean(form, typed).errors)
    page = Page(html)

    assert "<script>alert" not in html
    assert page.one("child.full_name")["value"] == '"><script>alert(1)</script>'
    assert page.one("child.full_name")["aria-invalid"] == "true"
    assert [page.one(f"child.birth_date.{part}")["value"] for part in ("day", "month", "year")] == ["31", "2", "2024"]
    assert "không có thật. Xem lại ngày và tháng." in page.text


def test_text_that_is_no_date_is_shown_again():
    form = loader.form(LAW, "birth", DAY)

    assert Page(draw(form, "child", {"child.birth_date": "hôm qua"})).one("child.birth_date.day")["value"] == "hôm qua"


def test_kept_values_fill_the_page():
    form = loader.form(LAW, "birth", DAY)
    page = Page(draw(form, "child", rules.clean(form, BIRTH).values))
    chosen = [attrs["value"] for attrs in page.all("input") if attrs.get("name") == "child.sex" and "checked" in attrs]

    assert page.one("child.birth_date.day")["value"] == "01"
    assert chosen == ["male"]


def test_the_error_summary_leads_to_each_field_in_order():
    form = loader.form(LAW, "signature_certification", DAY)
    page = Page(draw(form, "request", {}, rules.clean(form, {}).errors))

    assert "Có 4 chỗ cần sửa" in page.text
    assert [attrs["href"] for attrs in page.all("a")] == [
        "#f-requester-full_name",
        "#f-requester-paper_number",
        "#f-document-kind",
        "#f-document-count",
    ]


def test_a_question_not_asked_is_hidden_and_posts_nothing():
    form = loader.form(LAW, "signature_certification", DAY)
    boxes = Page(draw(form, "request", {"requester.personal_number": "099196000001"})).all("fieldset")
    conditional = next(attrs for attrs in boxes if "eform-conditional" in attrs["class"])

    assert "hidden" in conditional
    assert "disabled" in conditional


def test_english_pages_ask_in_english():
    form = loader.form(LAW, "birth", DAY)
    text = Page(draw(form, "child", {}, {}, lang="en")).text

    assert "Place of birth" in text
    assert "Nơi sinh" not in text


def test_the_answers_to_check_lead_back_to_their_pages():
    form = loader.form(LAW, "birth", DAY)
    summary = Template("{% load eforms %}{% eform_summary form values '/khai/' %}")
    page = Page(summary.render(Context({"form": form, "values": rules.clean(form, BIRTH).values})))

    assert [attrs["href"] for attrs in page.all("a")] == [
        "/khai/?step=requester",
        "/khai/?step=child",
        "/khai/?step=mother",
        "/khai/?step=copies",
    ]
    assert "01/08/2025" in page.text


def test_a_page_of_several_groups_has_one_summary():
    form = loader.form(LAW, "birth", DAY)
    errors = rules.clean(form, BIRTH | {"child.sex": "", "undertaking": ""}).errors
    summary = Template("{% load eforms %}{% eform_errors form errors values %}")

    assert [
        a["href"] for a in Page(summary.render(Context({"form": form, "errors": errors, "values": BIRTH}))).all("a")
    ] == [
        "#f-child-sex-male",
        "#f-undertaking",
    ]
