"""A single decision that names people can be kept back: the public sees, finds and follows nothing of it."""

import io
import zipfile
from datetime import date

import pytest
from django.template import engines
from django.urls import reverse

from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.instruments.printing.tests.pictures import words
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import PatchKind, RelationKind
from motcua.legal.lawbase.models import SearchRow
from motcua.legal.lawbase.queries import Filters
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 10)
JANUARY = {"issued_on": date(2026, 1, 5), "effective_on": date(2026, 1, 5)}
TEXT = "Điều 1. Trợ cấp\nTrợ cấp một lần cho bà Trần Thị Bưởi.\n"


@pytest.fixture
def decision():
    made = world.document(SYSTEM, number="15/QĐ-UBND", title="Trợ cấp đột xuất", **JANUARY)
    acts.add_version(made, TEXT, by=SYSTEM, at=world.AT)
    return made


def correct(document, **changes):
    return acts.correct(document, changes, reason="Nêu tên người dân", by=SYSTEM, at=world.AT)


def found(text):
    return sorted({hit.document.slug for hit in queries.search(text, Filters(on=ON))[0]})


def test_the_public_page_lists_and_files_know_nothing_of_it(decision, client):
    before = client.get(reverse("portal:law_document", args=[decision.slug])).status_code
    correct(decision, is_public=False)

    address = reverse("portal:law_document", args=[decision.slug])
    pages = [address, f"{address}tep.json"]
    lists = [reverse(f"portal:{name}") for name in ("law_holding", "law_feed", "law_data", "law_applying")]

    assert before == 200
    assert [client.get(page).status_code for page in pages] == [404, 404]
    assert [decision.slug in client.get(page).content.decode() for page in lists] == [False] * 4


def test_it_is_not_found_by_words_or_number_until_it_is_public_again(decision):
    assert found("trợ cấp bà Bưởi") == [decision.slug]
    correct(decision, is_public=False)
    kept_back = (found("trợ cấp bà Bưởi"), found("15/QĐ-UBND"), SearchRow.objects.filter(document=decision).count())
    correct(decision, is_public=True)

    assert kept_back == ([], [], 0)
    assert found("trợ cấp bà Bưởi") == [decision.slug]
    assert found("15/QĐ-UBND") == [decision.slug]


def test_what_others_say_of_it_leads_nowhere(decision):
    other = world.document(SYSTEM, number="16/QĐ-UBND", title="Thu hồi trợ cấp", **JANUARY)
    acts.relate(other, kind=RelationKind.REPEALS, target=decision, confirmed=True, by=SYSTEM, at=world.AT)
    shown = [one.document for one in queries.related(other, public=True)]
    correct(decision, is_public=False)

    assert shown == [decision]
    assert queries.related(other, public=True) == []
    assert [one.document for one in queries.related(other)] == [decision]


def test_a_text_given_while_it_is_kept_back_is_not_found(decision):
    correct(decision, is_public=False)
    acts.add_version(decision, TEXT.replace("Bưởi", "Cam"), by=SYSTEM, at=world.AT)

    assert found("trợ cấp bà Cam") == []


def test_an_entry_names_what_is_kept_back_without_a_way_to_a_page_that_is_not_there(decision, client, settings):
    settings.CLOCK = world.AT
    other = world.document(SYSTEM, number="16/QĐ-UBND", title="Thu hồi trợ cấp", **JANUARY)
    acts.relate(other, kind=RelationKind.REPEALS, target=decision, confirmed=True, by=SYSTEM, at=world.AT)
    correct(decision, is_public=False)
    people.enter(client, people.hoa())

    page = client.get(reverse("lawbase:document", args=[other.pk])).content.decode()

    assert f'<a href="{reverse("lawbase:document", args=[decision.pk])}">{decision.name}</a> <span' in page
    assert f"/van-ban/{decision.slug}/" not in page


@pytest.fixture
def rule(decision):
    """A decision everybody may read; the one kept back changed its words and repealed the whole later."""
    made = world.with_text(SYSTEM)
    acts.patch(
        made, acting=decision, kind=PatchKind.REPLACE, target="dieu-3", on=date(2026, 1, 5), by=SYSTEM, at=world.AT,
        text="Điều 3. Nguồn kinh phí\nNgân sách phường.",
    )  # fmt: skip
    acts.relate(decision, kind=RelationKind.REPEALS, target=made, confirmed=True, by=SYSTEM, at=world.AT)
    correct(decision, is_public=False)
    return made


def test_the_public_text_tells_a_change_and_an_end_without_the_name_of_who_made_it(rule, decision, client):
    page = client.get(reverse("portal:law_document", args=[rule.slug]), {"ngay": ON}).content.decode()

    assert "Được sửa đổi, bổ sung, từ ngày 05/01/2026" in page
    assert "bị bãi bỏ" in page
    assert (decision.name in page, decision.slug in page) == (False, False)


def test_officers_are_led_to_the_entry_and_those_who_do_not_keep_it_only_read_the_name(rule, decision, client):
    text = {"text": queries.text_on(rule, on=ON), "rule": rule}
    text["laid"] = queries.laid_out(text["text"], on=ON)
    made = engines["django"].from_string("{% load lawbase %}{% law_text laid text.by '' actor %}")
    hoa, tuan = (made.render(text | {"actor": people.actor(who)}) for who in (people.hoa(), people.tuan()))

    assert f'<a href="{reverse("lawbase:document", args=[decision.pk])}">{decision.name}</a>' in hoa
    assert f"bởi {decision.name} <span" in tuan
    assert "href" not in tuan.partition("law-mark")[2].partition("</p>")[0]


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["json", "docx", "xml", "pdf"])
def test_no_file_of_what_it_changed_tells_its_name(rule, decision, client, ending):
    answer = client.get(reverse("portal:law_file", args=[rule.slug, ending]), {"ngay": "2026-01-06"})
    content = answer.content
    if ending == "pdf":
        said = words(content)
    elif ending == "docx":
        said = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    else:
        said = content.decode()

    assert ("Ngân sách phường" in said, answer.status_code) == (True, 200)
    assert (decision.number in said, decision.slug in said) == (False, False)
