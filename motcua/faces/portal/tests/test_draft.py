"""The draft on the applicant's own page: read it, confirm it or say what is wrong; nobody else finds it."""

import pytest
from django.test import Client

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.choices import Channel
from motcua.counter.dossiers.models import Dossier, SentDraft
from motcua.counter.dossiers.tests import world
from motcua.house.accounts import acts as accounts
from motcua.house.office.tests import people

WRONG = "Tên đệm đúng là Thị."


def filed(lan):
    return acts.submit(
        world.intake(account_id=lan.pk, channel=Channel.ONLINE), by=people.actor(lan, world.DAY), at=world.TUESDAY
    )


@pytest.fixture
def dossier(lan, minh):
    made, hanh = filed(lan), world.hanh()
    acts.receive_submitted(made, by=world.as_actor(minh), at=world.TUESDAY)
    acts.take_up(made, officer=hanh, by=world.as_actor(hanh), at=world.TUESDAY)
    acts.send_draft(made, by=world.as_actor(hanh), at=world.TUESDAY)
    return Dossier.objects.get()


def paths(dossier):
    """Every address of the draft: its file, and the two answers."""
    base = f"/ho-so-cua-toi/{dossier.pk}/du-thao"
    return {"file": f"{base}/{SentDraft.objects.get().pk}.pdf", "right": f"{base}/dung/", "wrong": f"{base}/chua-dung/"}


def test_the_page_shows_the_draft_until_when_and_both_answers(page, dossier):
    shown = page.get(f"/ho-so-cua-toi/{dossier.pk}/").content.decode()

    wanted = ["hết ngày 11/03/2026", "Đúng, tôi xác nhận", "Có chỗ chưa đúng", *paths(dossier).values()]
    assert [words for words in wanted if words not in shown] == []


def test_the_draft_is_a_pdf_shown_in_the_browser(page, dossier):
    answer = page.get(paths(dossier)["file"])

    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Cache-Control"] == "private, no-store"


def test_one_click_confirms(page, dossier):
    done = page.post(paths(dossier)["right"], follow=True).content.decode()

    assert Dossier.objects.get().state == "confirmed"
    assert "Bạn xác nhận bản dự thảo là đúng" in done
    assert "Có chỗ chưa đúng" not in done


def test_what_is_wrong_goes_back_in_the_applicants_words(page, dossier):
    done = page.post(paths(dossier)["wrong"], {"words": WRONG}, follow=True).content.decode()

    assert Dossier.objects.get().state == "in_progress"
    assert SentDraft.objects.get().words == WRONG
    assert WRONG in done


def test_wrong_without_words_sends_nothing_and_says_so(page, dossier):
    told = page.post(paths(dossier)["wrong"], {"words": " "}, follow=True).content.decode()

    assert "ghi rõ chỗ chưa đúng" in told
    assert Dossier.objects.get().state == "confirm_asked"


def test_a_second_answer_is_refused_in_words(page, dossier):
    page.post(paths(dossier)["right"])

    told = page.post(paths(dossier)["wrong"], {"words": WRONG}, follow=True).content.decode()

    assert "nên không làm được việc này" in told
    assert Dossier.objects.get().state == "confirmed"


def test_another_citizen_and_a_stranger_find_nothing_and_change_nothing(dossier):
    other = accounts.open_account(login="0905000999", full_name="Lê Văn Tám", password="x" * 12, at=people.AT)
    tam, stranger = people.enter(Client(), other), Client()
    file, right, wrong = paths(dossier).values()

    told = [tam.get(file), tam.post(right), tam.post(wrong, {"words": WRONG})]
    sent_away = [stranger.get(file), stranger.post(right), stranger.post(wrong, {"words": WRONG})]

    assert [answer.status_code for answer in told] == [404] * 3
    assert [answer.url.partition("?")[0] for answer in sent_away] == ["/tai-khoan/dang-nhap/"] * 3
    assert Dossier.objects.get().state == "confirm_asked"


def test_a_draft_is_absent_under_another_own_dossier(page, dossier, lan):
    other = filed(lan)

    assert page.get(f"/ho-so-cua-toi/{other.pk}/du-thao/{SentDraft.objects.get().pk}.pdf").status_code == 404


def test_an_answer_is_posted_only(page, dossier):
    assert [page.get(paths(dossier)[name]).status_code for name in ("right", "wrong")] == [405, 405]
