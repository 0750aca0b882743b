"""The office's pages for a stranger, a citizen, an officer without the right, an administrator here and elsewhere."""

from datetime import timedelta

import pytest
from django.urls import reverse

from motcua.house.office import acts, urls, views
from motcua.house.office.models import Appointment, Delegation, Officer
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.house.office.tests.people import AT, ON, actor, enter

pytestmark = pytest.mark.usefixtures("_office")


@pytest.fixture
def addresses():
    """One address of every page."""
    hoa, tuan = people.hoa(), people.tuan()
    row = acts.delegate(
        hoa.appointments.get(), to=tuan, acts=["dossier.sign"], from_on=ON, to_on=ON, paper="1/UQ", by=SYSTEM, at=AT
    )
    keys = {"code": "hoa", "appointment": hoa.appointments.get().pk, "delegation": row.pk}
    named = {}
    for pattern in urls.pages[0]:
        wanted = pattern.pattern.converters
        named[pattern.name] = reverse(f"office:{pattern.name}", kwargs={name: keys[name] for name in wanted})
    return named


POST_ONLY = {"reset_login", "set_personal_number", "switch_account", "revoke_delegation"}


def statuses(client, addresses):
    return {
        name: (client.post(address) if name in POST_ONLY else client.get(address)).status_code
        for name, address in addresses.items()
    }


def test_a_stranger_is_sent_to_the_login_page(client, addresses):
    answers = [client.get(address) for name, address in addresses.items() if name not in POST_ONLY]

    assert {answer.status_code for answer in answers} == {302}
    assert all(answer["Location"].startswith("/tai-khoan/dang-nhap/?next=/mot-cua/co-quan/") for answer in answers)


def test_a_citizen_finds_nothing_here(client, addresses):
    assert set(statuses(enter(client, people.lan()), addresses).values()) == {404}


def test_an_officer_without_the_right_is_told_so(client, addresses):
    minh = enter(client, people.minh())

    assert set(statuses(minh, addresses).values()) == {403}
    assert "Bạn không được giao việc này." in minh.get(addresses["officers"]).content.decode()


def test_an_administrator_opens_every_page(client, addresses):
    found = statuses(enter(client, people.quan()), addresses)

    assert {name: code for name, code in found.items() if code != 200} == dict.fromkeys(
        ["set_personal_number", "switch_account", "revoke_delegation"], 302
    )


def test_an_administrator_of_another_province_finds_none_of_these_rows(client, addresses):
    enter(client, people.officer("thu", "Bùi Minh Thư", "DN.QT"))
    on_rows = ("end_appointment", "revoke_delegation")
    rows = [name for name, address in addresses.items() if "hoa" in address or name in on_rows]

    assert {name: statuses(client, addresses)[name] for name in rows} == dict.fromkeys(rows, 404)
    assert "Lê Thị Hoa" not in client.get(addresses["officers"]).content.decode()
    assert "Lê Thị Hoa" not in client.get(addresses["delegations"]).content.decode()
    assert "TK-TP" not in client.get(addresses["units"]).content.decode()


def test_every_view_says_what_it_needs():
    assert {pattern.callback.permission for pattern in urls.pages[0]} == {"office.manage", "account.manage"}
    assert views.officers.permission == "account.manage"


def test_an_administrator_takes_on_an_officer_and_sees_the_password_once(client):
    enter(client, people.quan())
    post = Appointment.objects.get().post.unit.posts.get(code="TK.VT")
    form = {"code": "an", "name": "Trịnh Thu An", "login": "an", "post": post.pk, "from_on": "14/11/2024"}
    form["personal_number"] = "099080000901"

    answer = client.post(reverse("office:new_officer"), form)

    assert "Mật khẩu một lần" in answer.content.decode()
    made = Officer.objects.get(code="an").account
    assert (made.must_change_password, made.personal_number) == (True, "099080000901")
    assert "đã có người dùng" in client.post(reverse("office:new_officer"), form).content.decode()


def test_an_administrator_writes_down_who_an_officer_is(client):
    hoa = people.hoa()
    enter(client, people.quan())
    url = reverse("office:set_personal_number", args=["hoa"])

    wrong = client.post(url, {"personal_number": "12"}, follow=True).content.decode()
    page = client.post(url, {"personal_number": "099080000902"}, follow=True).content.decode()

    assert "đúng 12 chữ số" in wrong
    assert ("099 ··· 902" in page, "099080000902" in page) == (True, False)
    hoa.account.refresh_from_db()
    assert hoa.account.personal_number == "099080000902"


def test_an_appointment_is_made_and_ended_through_the_pages(client):
    quan, hoa = people.quan(), people.hoa()
    enter(client, quan)
    post = hoa.appointments.get().post.unit.posts.get(code="TK-TP.CCHC")

    client.post(reverse("office:appoint", args=["hoa"]), {"post": post.pk, "from_on": "14/11/2024", "to_on": ""})
    row = hoa.appointments.get(post=post)
    client.post(reverse("office:end_appointment", args=[row.pk]), {"to_on": "15/11/2024"})

    row.refresh_from_db()
    assert (row.from_on, row.to_on) == (ON, ON + timedelta(days=1))


def test_a_page_says_what_was_wrong_and_keeps_nothing(client):
    people.hoa()
    enter(client, people.quan())
    row = Appointment.objects.get(officer__code="hoa")

    answer = client.post(reverse("office:end_appointment", args=[row.pk]), {"to_on": "31/02/2024"})
    early = client.post(reverse("office:end_appointment", args=[row.pk]), {"to_on": "01/01/2019"})

    assert "Đến hết ngày không có thật" in answer.content.decode()
    assert "Ngày kết thúc phải từ ngày bắt đầu trở đi." in early.content.decode()
    assert Appointment.objects.get(pk=row.pk).to_on is None


def test_a_delegation_is_made_and_revoked_through_the_pages(client):
    hoa, tuan = people.hoa(), people.tuan()
    enter(client, people.quan())
    form = {
        "appointment": hoa.appointments.get().pk,
        "to": tuan.pk,
        "acts": ["dossier.sign"],
        "from_on": "14/11/2024",
        "to_on": "20/11/2024",
        "paper": "12/UQ-TP",
    }

    client.post(reverse("office:delegate"), form)
    given = actor(tuan).may("dossier.sign", "QN/TK.TP.")
    client.post(reverse("office:revoke_delegation", args=[Delegation.objects.get().pk]))

    assert (given, actor(tuan).may("dossier.sign", "QN/TK.TP.")) == (True, False)


def test_a_locked_officer_is_out_at_the_next_click(client):
    quan, minh = people.quan(), people.minh()
    enter(client, minh)
    before = client.get(reverse("accounts:profile")).status_code

    acts.switch_account(minh, active=False, by=actor(quan), at=AT)

    assert (before, client.get(reverse("accounts:profile")).status_code) == (200, 302)


@pytest.mark.parametrize("many", [1, 12])
def test_the_list_of_officers_costs_the_same_for_one_and_for_many(client, django_assert_num_queries, many):
    enter(client, people.quan())
    for number in range(many):
        people.officer(f"cv{number}", "Công Chức", "TK-TP.CV")
    client.get(reverse("office:officers"))

    with django_assert_num_queries(3):
        client.get(reverse("office:officers"))


def test_the_actor_costs_a_session_and_an_account_and_a_stranger_nothing(client, django_assert_num_queries):
    address = reverse("ui:language")
    with django_assert_num_queries(0):
        client.get(address)
    enter(client, people.minh())
    client.get(address)

    with django_assert_num_queries(2):
        client.get(address)
