"""Legal documents for everybody: search, a text as of a day, permanent addresses, lists, feed, files; hostile input."""

import html
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.house.accounts.rules import MADE_FILE, RateLimit
from motcua.house.office import access
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts
from motcua.legal.lawbase.choices import PatchKind, RelationKind
from motcua.legal.lawbase.tests import world

DAY = "2024-11-14"


@pytest.fixture
def kept(db):
    hoa = world.hoa()
    rule = world.with_text(hoa)
    change = world.document(
        hoa,
        number="09/2024/QĐ-UBND",
        issued_on=date(2024, 5, 1),
        effective_on=date(2024, 5, 15),
        title="Sửa <b>đổi</b>",
    )
    acts.relate(
        change, kind=RelationKind.AMENDS, target=rule, scope=["dieu-2/khoan-1"], scope_words="khoản 1 Điều 2",
        confirmed=True, by=hoa, at=world.AT,
    )  # fmt: skip
    acts.patch(
        rule, acting=change, kind=PatchKind.REPLACE, target="dieu-2/khoan-1", on=date(2024, 5, 15),
        text="1. Vụ việc hòa giải thành: 300.000 đồng.", by=hoa, at=world.AT,
    )  # fmt: skip
    return rule


def page(client, name, *args, **asked):
    return client.get(reverse(f"portal:{name}", args=args), asked).content.decode()


def test_search_answers_with_the_provision_its_state_and_the_words_marked(client, kept):
    found = page(client, "law", q="hoa giai khong thanh", ngay=DAY)

    assert f"{kept.slug}/?ngay={DAY}#dieu-2" in found
    assert '<mark class="law-found">hòa</mark>' in found
    assert "Hết hiệu lực một phần" in found


def test_a_slip_that_was_mended_is_told_with_a_way_to_what_was_typed(client, kept):
    found = page(client, "law", q="kihn phi", ngay=DAY)
    exact = page(client, "law", q='"kihn" phi', ngay=DAY)

    assert "Không thấy “kihn”; đang hiện kết quả cho" in found
    assert "“kinh”" in found
    assert "?q=%22kihn%22+phi&amp;ngay=2024-11-14" in found
    assert "Không có văn bản nào khớp" in exact
    assert "đang hiện kết quả cho" not in page(client, "law", q="kinh phí", ngay=DAY)
    assert "Không thấy “kihn”;" in page(client, "law", q="phi, kihn.", ngay=DAY)


def test_a_word_not_typed_to_its_end_is_told_too(client, kept):
    assert "“kinh”" in page(client, "law", q="ngan sach nguon ki phi", ngay=DAY)


def test_the_open_data_is_made_once_until_an_act_or_a_new_day_and_told_unchanged(client, kept, settings):
    settings.CLOCK = world.AT
    address = reverse("portal:law_data")
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    acts.correct(kept, {"title": "Tên mới"}, reason="Sai", by=SYSTEM, at=world.AT)
    changed = client.get(address, headers={"if-none-match": first["ETag"]})
    settings.CLOCK = world.AT + timedelta(days=1)
    tomorrow = client.get(address, headers={"if-none-match": changed["ETag"]})

    assert (first.status_code, again.status_code, changed.status_code, tomorrow.status_code) == (200, 304, 200, 200)
    assert ("Tên mới" in first.content.decode(), "Tên mới" in changed.content.decode()) == (False, True)


def test_a_visitor_who_asks_for_file_after_file_is_asked_to_wait(client, kept, settings):
    settings.CLOCK = world.AT
    addresses = [reverse("portal:law_data"), reverse("portal:law_file", args=[kept.slug, "json"])]
    answers = [client.get(addresses[number % 2]) for number in range(MADE_FILE.most + 1)]
    elsewhere = client.get(addresses[0], REMOTE_ADDR="203.0.113.9")

    assert {answer.status_code for answer in answers[:-1]} == {200}
    assert (answers[-1].status_code, answers[-1]["Retry-After"].isdecimal(), elsewhere.status_code) == (429, True, 200)
    assert "Đợi" in answers[-1].content.decode()


def test_officers_behind_one_address_are_counted_each_alone(client, kept, settings, monkeypatch):
    settings.CLOCK = world.AT
    monkeypatch.setattr(access, "MADE_FILE", RateLimit("made_file", 1, timedelta(minutes=15)))
    address, officers = reverse("portal:law_data"), [Client(), Client()]
    for one, who in zip(officers, (people.minh(), people.tuan()), strict=True):
        people.enter(one, who)

    assert [one.get(address).status_code for one in (*officers, client, officers[0])] == [200, 200, 200, 429]


def test_an_empty_search_shows_the_ways_in_and_a_vain_one_says_so(client, kept):
    assert reverse("portal:law_holding") in page(client, "law")
    assert "Không có văn bản nào khớp" in page(client, "law", q="xyzxyzxyz")


def test_passages_that_hold_only_some_of_the_words_are_said_to(client, kept):
    assert "chứa một phần" not in page(client, "law", q="hoa giai", ngay=DAY)
    assert "Không có đoạn nào chứa đủ các chữ đã gõ." in page(client, "law", q="hoa giai xyzxyzxyz", ngay=DAY)


def test_a_document_is_shown_as_of_the_day_asked_for_with_who_changed_what(client, kept):
    before = page(client, "law_document", kept.slug, ngay="2024-05-14")
    after = page(client, "law_document", kept.slug, ngay="2024-05-15")

    assert ("200.000" in before, "300.000" in before) == (True, False)
    assert ("200.000" in after, "300.000" in after) == (False, True)
    assert "Được sửa đổi, bổ sung bởi" in after
    assert "Văn bản này vào ngày" in before


def test_both_sides_of_a_relation_are_told(client, kept):
    assert "được sửa đổi bởi" in page(client, "law_document", kept.slug)
    assert f'href="/van-ban/{kept.slug}/"' in page(client, "law_document", "quyet-dinh-9-2024-qd-ubnd")


def test_a_provision_has_an_address_of_its_own(client, kept):
    answer = client.get(reverse("portal:law_provision", args=[kept.slug, "dieu-2/khoan-1"]))

    assert answer.url == f"/van-ban/{kept.slug}/#dieu-2/khoan-1"
    assert 'id="dieu-2/khoan-1"' in page(client, "law_document", kept.slug)
    assert client.get(reverse("portal:law_provision", args=[kept.slug, "dieu-99"])).status_code == 404


def test_two_days_are_compared_word_by_word(client, kept):
    found = page(client, "law_compare", kept.slug, tu="2024-05-01", den="2024-06-01")

    assert "thành: <del>200.000</del> đồng" in found
    assert "thành: <ins>300.000</ins> đồng" in found
    assert "khoản 1 Điều 2" in found


def test_titles_and_data_cannot_break_out_of_the_page(client, kept):
    found = page(client, "law_document", "quyet-dinh-9-2024-qd-ubnd")
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', found, re.DOTALL)

    assert "<b>đổi</b>" not in found
    assert json.loads(block)["name"] == "Sửa <b>đổi</b>"


def test_lists_by_effect_and_year(client, kept):
    holding = page(client, "law_holding")

    assert kept.slug in holding
    assert "Không có văn bản nào" in page(client, "law_ended", 1999)


def test_the_feed_is_well_formed_and_names_new_documents(client, kept):
    root = ET.fromstring(page(client, "law_feed"))  # noqa: S314  our own output
    titles = [one.text for one in root.iter("{http://www.w3.org/2005/Atom}title")]

    assert "Quyết định số 09/2024/QĐ-UBND: ban hành 01/05/2024" in titles


@pytest.mark.parametrize(
    ("ending", "start", "how"),
    [
        ("json", b"{", "attachment"), ("docx", b"PK", "attachment"), ("xml", b"<?xml", "attachment"),
        ("pdf", b"%PDF", "inline"),
    ],
)  # fmt: skip
def test_a_document_can_be_taken_away_and_printed(client, kept, ending, start, how):
    address = reverse("portal:law_file", args=[kept.slug, ending])
    answer = client.get(address, {"ngay": DAY})

    assert f'href="{address}?ngay={DAY}"' in page(client, "law_document", kept.slug, ngay=DAY)
    assert answer.content.startswith(start)
    assert answer["Content-Disposition"].startswith(how)


def test_open_data_names_every_document_once(client, kept):
    lines = page(client, "law_data").strip().splitlines()

    assert len(lines) == 3


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "a" * 5000}, {"q": "x", "ngay": "9999-99-99"}, {"q": "mức", "trang": "99999"}, {"q": "mức", "nam": "abc"},
        {"q": "mức", "tinh-trang": "?"}, {"q": "mức", "loai": "'; --"}, {"q": "\x00"}, {"q": "\ud83d\ude00 mức"[2:]},
    ],
)  # fmt: skip
def test_odd_questions_are_answered(client, kept, asked):
    assert client.get(reverse("portal:law"), asked).status_code == 200


@pytest.mark.parametrize("name", ["loai", "co-quan", "linh-vuc"])
def test_a_filter_with_a_letter_no_database_takes_finds_as_without_it(client, kept, name):
    assert (
        client.get(reverse("portal:law"), {"q": "mức", name: "x\x00"}).context["filters"]
        == (client.get(reverse("portal:law"), {"q": "mức", name: "x"}).context["filters"])
    )


@pytest.mark.parametrize("day", ["1/1/99999999999999999999", "1/1/0", "31/02/2024", "0/0/0"])
def test_a_day_that_is_none_shows_today(client, kept, day):
    answer = client.get(reverse("portal:law_document", args=[kept.slug]), {"ngay": day})

    assert (answer.status_code, answer.context["is_today"]) == (200, True)


def test_a_repeal_nobody_has_confirmed_is_told_to_the_public_nowhere(client, kept):
    later = world.document(SYSTEM, number="11/2024/QĐ-UBND", title="Bãi bỏ", issued_on=None, effective_on=None)
    acts.relate(later, kind=RelationKind.REPEALS, target=kept, by=SYSTEM, at=world.AT)

    assert later.slug not in page(client, "law_document", kept.slug)
    assert later.slug not in page(client, "law_file", kept.slug, "json")
    assert kept.slug not in page(client, "law_file", later.slug, "json")


@pytest.mark.parametrize("name", ["law_document", "law_compare"])
def test_what_is_not_there_is_not_found(client, kept, name):
    assert client.get(reverse(f"portal:{name}", args=["khong-co"])).status_code == 404
    assert client.get(reverse("portal:law_file", args=[kept.slug, "exe"])).status_code == 404


def test_a_stub_says_that_its_text_is_not_held(client, db):
    hoa = world.hoa()
    stub = acts.register(replace(world.RULE, sure="low"), keeper_id=world.keeper(), by=hoa, at=world.AT)
    found = page(client, "law_document", stub.slug)

    assert "Chưa có toàn văn" in found
    assert "cần được xác nhận" in found


def test_the_pages_are_told_in_english_too(client, kept):
    found = client.get(reverse("portal:law"), HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert "Find documents" in found
    assert "Documents in force" in found


CITING = """Điều 1. Áp dụng
1. Theo khoản 1 Điều 2 Quyết định số 04/2023/QĐ-UBND <b> & Điều 2 Quyết định này.
2. Như khoản 1 Điều này, Điều 9 Quyết định này, Quyết định số 99/2023/QĐ-UBND.
3. Theo Điều 7 Quyết định số 04/2023/QĐ-UBND.
Điều 2. Hiệu lực
Từ ngày ký.
"""


def test_citations_lead_to_the_provision_meant_only_where_it_is_known_and_no_letter_changes(client, kept):
    citing = world.with_text(SYSTEM, CITING, number="11/2024/QĐ-UBND", title="Áp dụng")
    found = page(client, "law_document", citing.slug, ngay=DAY)
    text = found[found.index('<div class="law-text"') : found.index('<div class="stack"')]
    links = re.findall(r'<a href="([^"]*)">([^<]*)</a>', text)
    there = reverse("portal:law_provision", args=[kept.slug, "dieu-2/khoan-1"])

    assert links == [
        (f"{there}?ngay={DAY}", "khoản 1 Điều 2 Quyết định số 04/2023/QĐ-UBND"),
        ("#dieu-2", "Điều 2 Quyết định này"),
        ("#dieu-1/khoan-1", "khoản 1 Điều này"),
        (f"{reverse('portal:law_document', args=[kept.slug])}?ngay={DAY}", "Điều 7 Quyết định số 04/2023/QĐ-UBND"),
    ]
    assert client.get(there).status_code == 302
    words = html.unescape(re.sub(r"<[^>]*>", "", text.partition("</h2>")[2]))
    assert "".join(words.split()) == "".join(CITING.split())


def test_words_that_were_changed_carry_no_links_of_the_old_ones(client, kept):
    citing = world.with_text(SYSTEM, CITING, number="11/2024/QĐ-UBND", title="Áp dụng")
    acting = world.document(SYSTEM, number="12/2024/QĐ-UBND", title="Sửa")
    acts.patch(
        citing, acting=acting, kind=PatchKind.REPLACE, target="dieu-1/khoan-1", on=date(2024, 6, 1),
        text="1. Mức chi khác.", by=SYSTEM, at=world.AT,
    )  # fmt: skip

    assert "#dieu-2" not in page(client, "law_document", citing.slug, ngay=DAY).partition('<div class="stack"')[0]


def test_a_text_that_cites_much_is_shown_with_as_many_statements(client, kept, django_assert_max_num_queries):
    lines = "\n".join(f"{n}. Theo khoản 1 Điều 2 Quyết định số 04/2023/QĐ-UBND." for n in range(1, 40))
    few = world.with_text(
        SYSTEM, "Điều 1. A\n1. Theo Điều 2 Quyết định số 04/2023/QĐ-UBND.\n", number="11/2024/QĐ-UBND"
    )
    many = world.with_text(SYSTEM, f"Điều 1. A\n{lines}\n", number="12/2024/QĐ-UBND")
    with CaptureQueriesContext(connection) as asked:
        page(client, "law_document", few.slug, ngay=DAY)

    with django_assert_max_num_queries(len(asked)):
        found = page(client, "law_document", many.slug, ngay=DAY)
    assert found.count('href="/van-ban/quyet-dinh-4-2023-qd-ubnd/dieu-2/khoan-1/') == 39
