"""Components: what they say, and that they escape whatever they are given."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from motcua.base.ui import rules
from motcua.base.ui.choices import ICONS
from motcua.base.ui.forms import SampleForm
from motcua.base.ui.rules import Bar, Tab, TimelineEvent, WorkGroup, WorkRow, due_words
from motcua.base.worktime.rules import VN

EVIL = '"><script>alert(1)</script>'
NOW = datetime(2024, 11, 14, 9, 5, tzinfo=VN)


def render(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    "source",
    [
        '{% chip x "late" %}',
        "{% copyable x x %}",
        "{% facts pairs %}",
        "{% steps 1 2 x %}",
        '{% tile x "home" x x %}',
        '{% link_card x "home" x x %}',
        "{% tabs tabs x %}",
        "{% worklist groups %}",
        "{% timeline events %}",
        "{% pagination x x x %}",
        "{% bars x bars %}",
        "{% error_summary errors %}",
        "{% field_box x x x x %}{{ x }}{% endfield_box %}",
        "{% dropzone x x x x error=x %}",
        "{% big_search x x x x x %}",
        "{% keypad x x x %}",
        "{% qr x x x %}",
        "{% page_head x x x x %}{{ x }}{% endpage_head %}",
        "{% card title=x note=x %}{{ x }}{% endcard %}",
        '{% alert "info" x %}{{ x }}{% endalert %}',
        "{% empty x %}{{ x }}{% endempty %}",
        "{% buttons %}{{ x }}{% endbuttons %}",
        "{% file_row x x x %}{{ x }}{% endfile_row %}",
        '{% icon "home" x %}',
        "{% for f in form %}{% field f hint=x %}{% endfor %}{% error_summary form %}",
    ],
)
def test_a_component_escapes_what_it_is_given(source):
    due = rules.DueWords(EVIL)
    row = WorkRow(EVIL, EVIL, EVIL, EVIL, due, EVIL, EVIL, EVIL, EVIL)
    html = render(
        source,
        x=EVIL,
        pairs=[(EVIL, EVIL)],
        tabs=[Tab(EVIL, EVIL, EVIL)],
        groups=[WorkGroup(EVIL, [row], EVIL)],
        events=[TimelineEvent(EVIL, NOW, EVIL, EVIL)],
        bars=[Bar(EVIL, 1, EVIL, EVIL)],
        errors=[(EVIL, EVIL)],
        form=SampleForm({"child_name": "", "born_on": EVIL, "place": EVIL}),
    )

    assert "alert(1)" in html
    assert "<script" not in html


def test_what_stands_inside_a_wrapper_is_not_escaped_twice():
    html = render('{% page_head "Tiêu đề" %}<a href="/x">Tải</a>{% endpage_head %}')

    assert '<a href="/x">Tải</a>' in html


def test_a_page_head_without_buttons_has_no_row_for_them():
    assert "buttons" not in render('{% page_head "Tiêu đề" %}  {% endpage_head %}')


def test_filters_write_as_vietnamese_papers_do():
    source = "{{ vnd|money }}|{{ on|day }}|{{ at|day }}|{{ at|moment }}|{{ none|money }}{{ none|day }}{{ none|moment }}"

    html = render(source, vnd=8000, on=date(2024, 11, 5), at=datetime(2024, 11, 4, 18, 30, tzinfo=UTC), none=None)

    assert html == "8.000 đ|05/11/2024|05/11/2024|01:30 05/11/2024|"


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_is_hidden_from_readers_unless_it_speaks(name):
    assert 'aria-hidden="true"' in render(f'{{% icon "{name}" %}}')
    assert 'role="img" aria-label="Tìm"' in render(f'{{% icon "{name}" "Tìm" %}}')


def test_an_unknown_icon_or_tone_is_a_mistake_seen_at_once():
    with pytest.raises(KeyError):
        render('{% icon "unicorn" %}')
    with pytest.raises(ValueError, match="shiny"):
        render('{% chip "x" "shiny" %}')


def test_a_due_chip_has_an_icon_a_word_and_a_tone():
    html = render("{% due_chip due %}", due=due_words(NOW.replace(hour=17, minute=0), NOW))

    assert "chip-soon" in html
    assert "<svg" in html
    assert words(html) == "hôm nay trước 17:00"


def test_a_missing_due_moment_shows_nothing():
    assert render("{% due_chip due %}", due=None) == ""


def test_steps_are_said_in_words():
    assert words(render('{% steps 2 4 "Về đứa trẻ" %}')) == "Bước 2 trong 4: Về đứa trẻ"


def test_facts_leave_out_what_is_empty_but_keep_zero():
    assert words(render("{% facts pairs %}", pairs=[("a", ""), ("b", None), ("c", 0)])) == "c 0"


def test_a_work_list_leaves_out_empty_groups_and_gives_its_key_to_the_row():
    row = WorkRow("H47", "/h/H47", "Khai sinh", "Lan", due_words(None, NOW), "Ký duyệt", "→ Ký", "/h/H47/ky", "k")

    html = render("{% worklist groups %}", groups=[WorkGroup("Trễ hạn", []), WorkGroup("Hôm nay", [row])])

    assert "Trễ hạn" not in html
    assert '<a class="work-open" href="/h/H47">H47</a>' in html
    assert 'href="/h/H47/ky" data-key="k"' in html


def test_a_coming_event_is_told_apart_from_what_happened():
    html = render("{% timeline events %}", events=[TimelineEvent("Đã nộp", NOW), TimelineEvent("Trả kết quả")])

    assert words(html) == "Đã nộp 09:05 14/11/2024 Trả kết quả sắp tới"


def test_pages_have_no_numbers_and_an_only_page_shows_nothing():
    assert render("{% pagination %}").strip() == ""
    assert words(render('{% pagination before_url="/a" summary="14 hồ sơ" %}')) == "14 hồ sơ Trước"


def test_a_figure_opens_onto_its_rows():
    html = render('{% bars "Đã nhận" bars %}', bars=[Bar("Khai sinh", 186, url="/h?loai=ks")])

    assert '<a href="/h?loai=ks">186</a>' in html
    assert words(render('{% bars "Đã nhận" bars %}', bars=[])) == "Đã nhận Chưa có số liệu."


def test_a_form_without_errors_has_no_summary():
    assert render("{% error_summary form %}", form=SampleForm()) == ""


def test_every_error_links_to_a_field_that_is_on_the_page():
    form = SampleForm({"born_on": "31/02/2024"})

    summary = render("{% error_summary form %}", form=form)
    fields = render("{% for f in form %}{% field f %}{% endfor %}", form=form)

    targets = re.findall(r'href="#([^"]+)"', summary)
    assert len(targets) == 4
    assert set(targets) <= set(re.findall(r' id="([^"]+)"', fields))
    assert "Có 4 chỗ cần xem lại" in summary


def test_whatever_describes_a_field_is_on_the_page():
    form = SampleForm({"born_on": "31/02/2024"})

    html = render("{% for f in form %}{% field f %}{% endfor %}", form=form)

    described = {name for names in re.findall(r'aria-describedby="([^"]+)"', html) for name in names.split()}
    assert described == {
        "id_child_name_error",
        "id_born_on_helptext",
        "id_born_on_error",
        "id_sex_error",
        "id_agreed_error",
    }
    assert described <= set(re.findall(r' id="([^"]+)"', html))


def test_only_fields_that_may_stay_empty_say_so():
    html = render("{% for f in form %}{% field f %}{% endfor %}", form=SampleForm())

    assert html.count("không bắt buộc") == 2


def test_a_page_that_is_not_installed_has_no_link():
    assert render('{% link "nowhere:at_all" as url %}[{{ url }}]') == "[]"


def test_an_error_that_only_says_required_is_told_with_the_name_of_its_field():
    class Bare(forms.Form):
        paper = forms.CharField(label="Văn bản")

    with translation.override("vi"):
        summary = render("{% error_summary form %}", form=Bare({}))

    assert ">Văn bản: trường này là bắt buộc.</a>" in summary
