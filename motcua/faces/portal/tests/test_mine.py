"""A citizen's own dossiers: only one's own, what is asked, what may be downloaded, who has looked."""

import pytest
from django.test import Client

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.choices import Channel
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.tests import world
from motcua.faces.portal.tests.ways import picture
from motcua.house.accounts import acts as accounts
from motcua.house.office.models import Officer
from motcua.house.office.tests import people


@pytest.fixture
def dossier(lan):
    intake = world.intake(account_id=lan.pk, channel=Channel.ONLINE)
    return acts.submit(intake, by=people.actor(lan, world.DAY), at=world.TUESDAY)


@pytest.fixture
def asked(dossier, minh):
    made = acts.receive_submitted(dossier, by=world.as_actor(minh), at=world.TUESDAY)
    hanh = world.hanh()
    acts.take_up(made, officer=hanh, by=world.as_actor(hanh), at=world.TUESDAY)
    return acts.ask_supplement(
        made,
        items=["Trích lục ly hôn", "Căn cước"],
        reason="Chưa đủ giấy tờ.",
        by=world.as_actor(hanh),
        at=world.TUESDAY,
    )


def test_own_dossiers_are_listed(page, dossier):
    shown = page.get("/ho-so-cua-toi/").content.decode()

    assert f"/ho-so-cua-toi/{dossier.pk}/" in shown
    assert "Mới đăng ký" in shown


@pytest.mark.parametrize("path", ["", "rut/"])
def test_another_citizens_dossier_is_absent(dossier, path):
    other = accounts.open_account(login="0905000999", full_name="Lê Văn Tám", password="x" * 12, at=people.AT)

    response = people.enter(Client(), other).get(f"/ho-so-cua-toi/{dossier.pk}/{path}")

    assert response.status_code == 404


def test_a_stranger_must_log_in(dossier):
    assert Client().get(f"/ho-so-cua-toi/{dossier.pk}/").url.startswith("/tai-khoan/dang-nhap/")


def test_what_is_asked_stands_on_the_page(page, asked):
    shown = page.get(f"/ho-so-cua-toi/{asked.code}/").content.decode()

    assert "Trích lục ly hôn" in shown
    assert "Chưa đủ giấy tờ." in shown


def test_one_answer_to_two_things_asked_moves_nothing(page, asked):
    page.post(f"/ho-so-cua-toi/{asked.pk}/bo-sung/", {"words.1": "Tôi đã bổ sung."})

    assert Dossier.objects.get().state == "supplement_asked"


def test_files_answer_what_was_asked_and_the_limit_starts_again(page, asked):
    page.post(
        f"/ho-so-cua-toi/{asked.pk}/bo-sung/",
        {"file.1": picture("a.png"), "file.2": picture("b.png")},
    )

    found = Dossier.objects.get()
    assert found.state == "in_progress"
    assert list(found.papers.filter(code="supplement").values_list("file__name", flat=True)) == ["a.png", "b.png"]


def test_a_bad_file_answers_nothing(page, asked):
    page.post(f"/ho-so-cua-toi/{asked.pk}/bo-sung/", {"file.1": picture("a.pdf"), "words.2": "Không có."})

    assert Dossier.objects.get().state == "supplement_asked"


def test_what_was_good_of_an_answer_is_kept_for_the_next_try(page, asked):
    url = f"/ho-so-cua-toi/{asked.pk}/bo-sung/"

    back = page.post(url, {"file.1": picture("a.png"), "words.1": "Bản gốc.", "file.2": picture("b.pdf")}, follow=True)
    told = [str(said) for said in back.context["messages"]]
    page.post(url, {"words.1": "Bản gốc.", "file.2": picture("b.png")})

    assert [said.startswith("Căn cước: ") for said in told] == [True]
    assert 'value="Bản gốc."' in back.content.decode()
    assert "a.png" in back.content.decode()
    found = Dossier.objects.get()
    assert found.state == "in_progress"
    assert list(found.papers.filter(code="supplement").values_list("file__name", flat=True)) == ["a.png", "b.png"]


def test_of_two_clicks_on_an_answer_the_second_changes_and_says_nothing(page, asked):
    url, whole = f"/ho-so-cua-toi/{asked.pk}/bo-sung/", {"words.1": "Có.", "words.2": "Có."}
    page.post(url, whole)
    due = Dossier.objects.get().due_at

    page.post(url, whole)
    back = page.get(f"/ho-so-cua-toi/{asked.pk}/")

    assert [str(said) for said in back.context["messages"]] == ["Đã gửi bổ sung."]
    assert Dossier.objects.get().due_at == due


def test_what_was_kept_for_one_request_does_not_answer_the_next(page, asked, minh):
    page.post(f"/ho-so-cua-toi/{asked.pk}/bo-sung/", {"file.1": picture("a.png")})
    acts.supplement(asked, by=world.as_actor(minh), at=world.TUESDAY)
    hanh = Officer.objects.get(code="hanh")
    acts.ask_supplement(asked, items=["Bản dịch"], reason="Thiếu.", by=world.as_actor(hanh), at=world.TUESDAY)

    page.post(f"/ho-so-cua-toi/{asked.pk}/bo-sung/", {})

    assert Dossier.objects.get().state == "supplement_asked"


def test_withdrawing_asks_first_and_then_is_done(page, dossier):
    asked = page.get(f"/ho-so-cua-toi/{dossier.pk}/rut/").content.decode()
    before = Dossier.objects.get().state
    page.post(f"/ho-so-cua-toi/{dossier.pk}/rut/", {"reason": "Nhầm"})

    assert "dừng hẳn" in asked
    assert (before, Dossier.objects.get().state) == ("submitted", "withdrawn")


def test_who_looked_is_shown(page, asked, minh):
    people.enter(Client(), minh).get(f"/mot-cua/ho-so/{asked.code}/")

    assert "Trần Văn Minh" in page.get(f"/ho-so-cua-toi/{asked.code}/").content.decode()


def test_the_receipt_can_be_downloaded_by_the_owner_only(page, asked):
    slip = acts.issue_receipt(asked, at=world.TUESDAY)
    url = f"/ho-so-cua-toi/{asked.pk}/phieu/{slip.pk}.pdf"

    assert page.get(url).content.startswith(b"%PDF")
    assert Client().get(url).status_code == 302


def test_a_fee_that_is_asked_is_told_with_the_sum_and_the_place(page, dossier, minh):
    dossier.fee_vnd = 8_000
    dossier.save(update_fields=["fee_vnd"])
    acts.ask_fee(dossier, by=world.as_actor(minh), at=world.TUESDAY)

    shown = page.get(f"/ho-so-cua-toi/{dossier.pk}/")

    assert (shown.context["owed"], shown.context["desk"]) == (8_000, dossier.received_unit.name)
    assert "8.000 đ" in shown.content.decode()


def test_what_waits_for_the_applicant_stands_out_in_the_list(page, asked):
    rows = page.get("/ho-so-cua-toi/").context["rows"]

    assert [tone for _row, _state, _name, tone in rows] == ["soon"]
