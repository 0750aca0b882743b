"""Pages: the happy way of each form, what was typed stays after an error, and who opens nothing."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from motcua.bureau.law_review import acts
from motcua.bureau.law_review.models import ExpiryList, ReviewCase, Systematisation
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT
from motcua.bureau.law_review.urls import pages
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts as law
from motcua.legal.lawbase.tests.world import TEXT


def url(name, *args):
    return reverse(f"law_review:{name}", args=args)


@pytest.fixture
def full(writes, decides):
    """One of everything in the ward, nothing of it published."""
    world.year_of_ends()
    world.begun(writes)
    world.computed(writes)
    row = world.planned(writes, decides)
    return {"case": ReviewCase.objects.get().pk, "year": ExpiryList.objects.get().pk, "round": row.pk}


OF = {"viec": "case", "nam": "year", "he-thong-hoa": "round"}


def addresses(full):
    """Every officers' page of the module, of rows that are there."""
    found = {}
    for page in pages:
        kwargs = {"key": full[OF[str(page.pattern).split("/")[0]]]} if "key" in page.pattern.converters else {}
        if "name" in page.pattern.converters:
            kwargs["name"] = "het-hieu-luc-toan-bo"
        address = reverse(f"law_review:{page.name}", kwargs=kwargs)
        found[page.name] = (address, page.callback.permission, "key" in kwargs)
    found.pop("explain")
    return found


def told(client, full):
    return {name: client.get(address).status_code for name, (address, _, _) in addresses(full).items()}


def test_a_stranger_is_sent_to_the_login_page_from_every_page(client, full):
    assert set(told(client, full).values()) == {302}


def test_a_citizen_and_an_officer_of_the_counter_get_nothing(client, full):
    assert set(told(people.enter(client, people.lan()), full).values()) == {404}
    counter = people.officer("minh", "Trần Văn Minh", "P20341-HCC.TN", from_on=world.SINCE)
    assert set(told(people.enter(client, counter), full).values()) == {403}


def test_officers_of_another_ward_find_no_row_of_this_one(client, full, tuan):
    for who in (tuan, world.head_elsewhere()):
        found = told(people.enter(client, who), full)
        rows = {found[name] for name, (_, _, is_row) in addresses(full).items() if is_row}
        assert rows <= {403, 404}
        for name in ("home", "cases", "years", "rounds", "begin"):
            text = client.get(url(name)).content.decode()
            assert not any(str(key) in text for key in full.values())
            assert "05/2025/QĐ-UBND" not in text


def test_who_heads_the_ward_opens_every_page(client, full, hoa):
    assert {name: code for name, code in told(people.enter(client, hoa), full).items() if code != 200} == {}


@pytest.mark.parametrize(
    ("who", "rights"), [("hanh", {"law_review.read", "law_review.write"}), ("binh", {"law_review.read"})]
)
def test_a_page_opens_to_who_holds_its_right(client, full, request, who, rights):
    officer = request.getfixturevalue("hanh") if who == "hanh" else world.binh()
    found = told(people.enter(client, officer), full)
    asked = {name: right for name, (_, right, _) in addresses(full).items()}

    assert found == {name: 200 if right in rights else 403 for name, right in asked.items()}


def test_a_review_goes_its_way_on_the_pages(client, hoa):
    ours = world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    law.add_version(ours, TEXT, by=SYSTEM, at=AT)
    client = people.enter(client, hoa)
    given = {"trigger": "field", "topic": "Hòa giải ở cơ sở", "reason": "Chuyên đề", "documents": [str(ours.pk)]}
    client.post(url("begin"), given)
    case = ReviewCase.objects.get()
    form = client.get(url("slip", case.pk)).content.decode()
    assert 'value="Điều 2. Mức chi"' in form
    slip = {
        "changed": "Mức chi mới", "opinion": "Cần sửa", "proposal": "amend", "content": "Nâng mức", "lead": "Văn phòng",
        "due_on": "31/02/2027", "p1": "Điều 2. Mức chi", "o1": "Thấp", "k1": "amend", "p0": "Điều 1. Phạm vi",
    }  # fmt: skip
    wrong = unescape(client.post(url("slip", case.pk), slip).content.decode())
    assert "không có thật" in wrong
    for value in ("Mức chi mới", "Cần sửa", "Nâng mức", "31/02/2027", "Thấp"):
        assert value in wrong
    client.post(url("slip", case.pk), slip | {"due_on": "31/03/2027"})
    assert list(case.lines.values_list("provision", "proposal")) == [("Điều 2. Mức chi", "amend")]
    client.post(url("return", case.pk), {"reason": "Thiếu căn cứ"})
    assert "Thiếu căn cứ" in client.get(url("case", case.pk)).content.decode()
    client.post(url("slip", case.pk), slip | {"due_on": "31/03/2027"})
    client.post(url("decide", case.pk), {"decision": "Đồng ý"})
    assert client.get(url("slip_pdf", case.pk))["Content-Type"] == "application/pdf"
    assert "còn 126 ngày" in client.get(url("home")).content.decode()
    client.post(url("close", case.pk), {"outcome": "Đã ban hành"})

    case.refresh_from_db()
    assert case.state == "closed"


def test_a_line_begun_and_not_finished_is_told(client, hanh, writes):
    case = world.begun(writes)
    client = people.enter(client, hanh)
    text = unescape(client.post(url("slip", case.pk), {"o0": "Sai", "b1": "Điều 8"}).content.decode())

    for said in ("Dòng 1: ghi quy định được rà soát.", "Dòng 1: chọn kiến nghị.", "Dòng 2: ghi ý kiến."):
        assert said in text


def test_a_wrong_state_is_told_on_the_form(client, hoa, writes):
    case = world.begun(writes)
    client = people.enter(client, hoa)
    text = unescape(client.post(url("decide", case.pk), {"decision": "Đồng ý"}).content.decode())

    assert "không làm được khi đang ở trạng thái “Chờ rà soát”" in text
    assert "Đồng ý" in text


def test_the_case_page_shows_the_chain_to_the_changed_basis(client, hanh):
    case = world.proposed()
    text = people.enter(client, hanh).get(url("case", case.pk)).content.decode()

    assert "<li>Quyết định số 05/2025/QĐ-UBND căn cứ vào Nghị định số 901/2014/NĐ-CP</li>" in text


def test_a_case_leads_to_the_public_page_of_its_basis_only_where_there_is_one(client, hanh):
    case = world.proposed()
    client, page = people.enter(client, hanh), f"/van-ban/{case.basis.slug}/"
    before = client.get(url("case", case.pk)).content.decode()
    law.correct(case.basis, {"is_public": False}, reason="Nêu tên người dân", by=SYSTEM, at=world.AT)
    after = client.get(url("case", case.pk)).content.decode()

    assert (page in before, page in after) == (True, False)
    assert f"{case.basis.name} <span" in after.replace("</a>", "")


def test_a_yearly_list_is_made_and_published_on_the_pages_and_then_everybody_reads_it(client, hoa):
    world.year_of_ends()
    client = people.enter(client, hoa)
    client.post(url("compute"), {"year": "2025"})
    row = ExpiryList.objects.get()
    assert "trễ 298 ngày" in client.get(url("home")).content.decode()
    client.post(url("check", row.pk), {"remark": "Đối chiếu: đúng"})
    client.post(url("approve", row.pk), {"number": "12/QĐ-UBND", "approved_on": "20/01/2026"})
    client.logout()
    assert client.get(url("published_one", row.slug)).status_code == 404
    assert client.get(url("published_pdf", row.slug)).status_code == 404
    people.enter(client, hoa).post(url("publish", row.pk))
    client.logout()

    page = client.get(url("published_one", row.slug)).content.decode()
    assert "02/2021/QĐ-UBND" in page
    assert "12/QĐ-UBND" in page
    assert "hết hiệu lực, ngưng hiệu lực năm 2025" in client.get(url("published")).content.decode()
    assert client.get(url("published_pdf", row.slug)).getvalue()[:5] == b"%PDF-"
    csv = client.get(url("published_csv", row.slug, "het-hieu-luc-mot-phan"))
    assert "03/2025/QĐ-UBND" in csv.content.decode()
    assert client.get(url("published_csv", row.slug, "gi-do")).status_code == 404
    feed = client.get(url("feed"))
    assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert f"/van-ban/cong-bo/{row.slug}/" in feed.content.decode()


def test_a_systematisation_goes_its_way_on_the_pages(client, hoa):
    world.year_of_ends()
    client = people.enter(client, hoa)
    plan = world.PLAN | {"from_on": "01/01/2024", "cut_off": "31/12/2025", "budget": ""}
    client.post(url("draft_round"), plan)
    row = Systematisation.objects.get()
    client.post(url("issue_round", row.pk), {"number": "9/KH-UBND", "planned_on": "03/11/2025"})
    client.post(url("previous", row.pk), {"lines": "02/2021/QĐ-UBND\n99/2001/QĐ-UBND\n"})
    for name in ("gather", "collect", "make_lists"):
        client.post(url(name, row.pk))
    text = client.get(url("round", row.pk)).content.decode()
    assert "Còn 1 chênh lệch chưa giải trình." in text
    approval = {"number": "77/QĐ-UBND", "approved_on": "20/02/2026"}
    refused = unescape(client.post(url("approve_round", row.pk), approval).content.decode())
    assert "Còn 1 chênh lệch chưa giải trình: 99/2001/QĐ-UBND." in refused
    explain = f"{url('explain', row.pk)}?loai=not_kept&van-ban=99%2F2001%2FQ%C4%90-UBND"
    assert explain.replace("&", "&amp;") in text
    assert client.get(f"{url('explain', row.pk)}?loai=not_kept&van-ban=x").status_code == 404
    client.post(explain, {"text": "Bản giấy ghi nhầm"})
    client.post(url("approve_round", row.pk), approval)
    client.post(url("publish_round", row.pk))

    row.refresh_from_db()
    assert row.state == "released"
    csv = client.get(url("round_csv", row.pk, "con-hieu-luc")).content.decode()
    assert "06/2025/QĐ-UBND" in csv
    assert client.get(url("round_pdf", row.pk)).getvalue()[:5] == b"%PDF-"
    assert "Kết quả hệ thống hóa" in client.get(url("published_one", row.slug)).content.decode()


def test_the_law_page_says_what_is_not_sure(client, hanh):
    text = people.enter(client, hanh).get(url("law")).content.decode()

    assert text.count("cần xác nhận") == 12
    assert text.index("79/2025/NĐ-CP") < text.index("34/2016/NĐ-CP")


def test_long_lists_of_reviews_are_read_page_by_page(client, hanh, writes):
    for no in range(31):
        world.begun(writes, world.own(f"{no + 1}/2025/QĐ-UBND", date(2025, 8, 1)))
    client = people.enter(client, hanh)
    first = client.get(url("cases")).content.decode()
    after = unescape(first).split("&sau=")[1].split('"')[0]

    assert first.count("work-open") == 30
    assert client.get(f"{url('cases')}?sau={after}").content.decode().count("work-open") == 1
    assert client.get(f"{url('cases')}?sau=gi-do").status_code == 200


def test_a_search_narrows_the_documents_to_review(client, hanh):
    world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    world.own("06/2025/QĐ-UBND", date(2025, 8, 1), "Lệ phí", field="Lệ phí")
    client = people.enter(client, hanh)

    assert "06/2025" not in client.get(f"{url('begin')}?tim=05/2025").content.decode()
    assert "05/2025" not in client.get(f"{url('begin')}?linh-vuc=Lệ phí").content.decode()


def test_a_list_begun_by_acts_alone_has_its_page(client, hanh, writes, decides):
    row = acts.publish_list(world.approved(writes, decides), by=decides, at=AT)
    text = people.enter(client, hanh).get(url("year", row.pk)).content.decode()

    assert "công bố trễ hạn" in text
