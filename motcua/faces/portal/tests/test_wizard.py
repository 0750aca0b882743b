"""Applying online: a birth from the first question to the sent dossier, and what may go wrong on the way."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.counter.dossiers.models import Dossier, DossierPaper
from motcua.faces.portal.tests.ways import (
    CHILD,
    COPIES,
    GROUPS,
    MOTHER,
    REQUESTER,
    WHERE,
    WIZARD,
    answer,
    picture,
    send,
    to_check,
)
from motcua.house.accounts import acts as accounts
from motcua.house.office.tests import people
from motcua.instruments.vault.tests import samples
from motcua.legal.eforms.models import Draft


def test_a_birth_is_sent_from_the_first_question_to_the_dossier(page, lan):
    response = send(page)

    dossier = Dossier.objects.get()
    assert response.status_code == 302
    assert response.url == f"/ho-so-cua-toi/{dossier.pk}/"
    assert (dossier.account_id, dossier.channel, dossier.state) == (lan.pk, "online", "submitted")
    assert (dossier.applicant_name, dossier.personal_number) == ("Nguyễn Thị Lan", "099196000001")
    assert dossier.answers["child.full_name"] == "Nguyễn Văn An"
    assert dossier.answers["child.birth_date"] == "2026-03-01"
    assert not Draft.objects.exists()


def test_the_uploaded_paper_stands_on_the_checklist(page):
    send(page)

    paper = DossierPaper.objects.select_related("file").get(code="birth_notice")
    assert (paper.state, paper.kind, paper.file.name) == ("taken", "electronic", "giay-chung-sinh.png")


def test_papers_that_only_stand_in_for_another_are_not_missing(page):
    shown = to_check(page)

    assert [paper.key for paper in shown.context["missing"]] == []


def test_the_dossier_goes_to_the_ward_of_residence_even_when_filed_elsewhere(page):
    to_check(page, counter="P20335-HCC")
    page.post(f"{WIZARD}?step=kiem-tra")

    dossier = Dossier.objects.select_related("received_unit", "unit").get()
    assert (dossier.received_unit.code, dossier.unit.code) == ("P20335-HCC", "P20341")


def test_a_page_with_an_error_stays_and_says_which(page):
    answer(page, GROUPS[:1])

    response = page.post(f"{WIZARD}?step=child", {**CHILD, "child.birth_date": "31/02/2026"})

    assert response.status_code == 422
    assert "không có thật" in response.content.decode()
    assert "Nguyễn Văn An" in response.content.decode()


def test_the_draft_is_resumed_in_another_session(page, lan, client):
    answer(page, GROUPS[:2])
    page.logout()

    people.enter(client, lan)
    shown = client.get(f"{WIZARD}?step=child")

    assert "Nguyễn Văn An" in shown.content.decode()


def test_known_data_of_the_account_is_filled_in(page):
    shown = page.get(f"{WIZARD}?step=requester").content.decode()

    assert 'value="Nguyễn Thị Lan"' in shown
    assert 'value="0905000123"' in shown


def test_another_citizen_sees_nothing_of_the_draft(page, client):
    answer(page, GROUPS[:2])
    other = accounts.open_account(login="0905000999", full_name="Lê Văn Tám", password="x" * 12, at=people.AT)

    people.enter(client, other)
    shown = client.get(f"{WIZARD}?step=child").content.decode()

    assert "Nguyễn Văn An" not in shown


def test_a_stranger_is_sent_to_log_in_and_back(client):
    response = client.get(WIZARD)

    assert response.status_code == 302
    assert response.url == "/tai-khoan/dang-nhap/?next=/nop/1.001193/"


def test_sending_twice_gives_one_dossier_and_the_same_page(page):
    key = to_check(page).context["submission_key"]
    first, second = (page.post(f"{WIZARD}?step=kiem-tra", {"submission_key": key}) for _ in range(2))

    assert Dossier.objects.count() == 1
    assert second.url == first.url


def test_the_key_of_somebody_elses_dossier_opens_nothing(page, client):
    key = to_check(page).context["submission_key"]
    page.post(f"{WIZARD}?step=kiem-tra", {"submission_key": key})
    other = accounts.open_account(login="0905000999", full_name="Lê Văn Tám", password="x" * 12, at=people.AT)

    response = people.enter(client, other).post(f"{WIZARD}?step=kiem-tra", {"submission_key": key})

    assert response.url == f"{WIZARD}?step=requester"


def test_the_last_page_opened_first_leads_to_what_is_lacking(page):
    response = page.get(f"{WIZARD}?step=kiem-tra")

    assert response.status_code == 302
    assert response.url == f"{WIZARD}?step=requester"


def test_an_undertaking_that_was_unticked_is_not_kept(page):
    answer(page)

    page.post(f"{WIZARD}?step=copies", {"copies.wanted": "no"})
    response = page.get(f"{WIZARD}?step=kiem-tra")

    assert response.url == f"{WIZARD}?step=copies"


def test_without_scripts_a_question_just_called_for_is_asked_before_it_is_demanded(page):
    answer(page, GROUPS[:3])

    response = page.post(f"{WIZARD}?step=copies", {"copies.wanted": "yes", "undertaking": "yes"})

    assert response.status_code == 200
    assert response.context["errors"] == {}


def test_a_foreign_parent_is_told_the_right_procedure_before_sending(page):
    answer(page, [*GROUPS[:2], ("mother", {**MOTHER, "mother.nationality": "FR"}), ("copies", COPIES)])
    page.post(f"{WIZARD}?step=giay-to", {"paper.birth_notice": picture()})
    page.post(f"{WIZARD}?step=noi-nhan", WHERE)

    shown = page.get(f"{WIZARD}?step=kiem-tra")
    page.post(f"{WIZARD}?step=kiem-tra")

    assert [problem.rule for problem in shown.context["problems"] if problem.blocks] == ["KS_FOREIGN"]
    assert "60/2014/QH13" in shown.content.decode()
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("virus.exe", b"MZ" + b"\0" * 100, "không phải"),
        ("rong.pdf", b"", "rỗng"),
        ("gia.png", b"%PDF-1.4 not a picture", "đuôi tên"),
    ],
)
def test_a_bad_upload_is_refused_in_a_sentence(page, name, content, says):
    answer(page)

    response = page.post(f"{WIZARD}?step=giay-to", {"paper.birth_notice": SimpleUploadedFile(name, content)})

    assert response.status_code == 422
    assert says in response.content.decode()


def test_a_file_too_large_is_told_and_nothing_is_lost(page, settings):
    answer(page)
    settings.UPLOAD_MAX_BYTES = 10

    response = page.post(f"{WIZARD}?step=giay-to", {"paper.birth_notice": picture()})

    assert response.status_code == 400
    assert "tệp quá lớn" in response.content.decode()
    assert Draft.objects.get().answers["child.full_name"] == "Nguyễn Văn An"


def test_of_several_files_the_one_too_large_is_named_and_the_others_stay(page, settings):
    answer(page)
    settings.UPLOAD_MAX_BYTES = 1000
    step = f"{WIZARD}?step=giay-to"
    good, bad = (f"paper.{row[0].key}" for row in page.get(step).context["rows"][:2])

    response = page.post(step, {good: picture("mot.png"), bad: SimpleUploadedFile("hai.png", b"a" * 2000)})

    rows = {f"paper.{paper.key}": (kept, "Tệp lớn hơn" in wrong) for paper, kept, wrong in response.context["rows"]}
    assert response.status_code == 422
    assert (rows[good], rows[bad]) == (("mot.png", False), ("", True))


def test_text_too_long_for_any_form_is_told_and_stays_on_the_page(page):
    long = "a" * 300_000

    response = page.post(f"{WIZARD}?step=requester", {**REQUESTER, "requester.residence": long})

    assert response.status_code == 422
    assert "quá dài" in response.content.decode()
    assert long in response.content.decode()
    assert 'value="Nguyễn Thị Lan"' in response.content.decode()


def test_a_choice_of_place_that_is_not_whole_keeps_what_was_chosen(page):
    answer(page)

    response = page.post(f"{WIZARD}?step=noi-nhan", {"counter": "P20335-HCC"})

    assert (response.status_code, response.context["chosen_counter"]) == (422, "P20335-HCC")


@pytest.mark.slow
def test_a_full_disk_is_told_beside_the_paper_and_the_answers_stay(page):
    answer(page)
    noisy = SimpleUploadedFile("anh.png", samples.picture("PNG", (200, 200)))

    with samples.no_room():
        response = page.post(f"{WIZARD}?step=giay-to", {"paper.birth_notice": noisy})

    assert response.status_code == 422
    assert "hết chỗ lưu tệp" in response.content.decode()
    assert Draft.objects.get().answers["child.full_name"] == "Nguyễn Văn An"


def test_going_back_and_changing_an_answer_keeps_the_later_ones(page):
    to_check(page)

    page.get(f"{WIZARD}?step=child")
    page.post(f"{WIZARD}?step=child", {**CHILD, "child.full_name": "Nguyễn Văn Ân"})
    shown = page.get(f"{WIZARD}?step=kiem-tra")

    assert shown.status_code == 200
    assert shown.context["answers"]["child.full_name"] == "Nguyễn Văn Ân"
    assert shown.context["answers"]["mother.full_name"] == "Nguyễn Thị Lan"
    assert [name for _, name in shown.context["files"] if name] == ["giay-chung-sinh.png"]


def test_an_exemption_claimed_takes_the_fee_away(page):
    late = {**CHILD, "child.birth_date": "01/11/2025"}
    answer(page, [GROUPS[0], ("child", late), *GROUPS[2:]])
    page.post(f"{WIZARD}?step=giay-to", {"paper.birth_notice": picture()})
    fees = []
    for claimed in ([], ["poor"]):
        page.post(f"{WIZARD}?step=noi-nhan", {**WHERE, "exemptions": claimed})
        fees.append([line.amount_vnd for line in page.get(f"{WIZARD}?step=kiem-tra").context["fees"]])

    assert fees == [[5000], [0]]


def test_certification_is_for_the_counter_only(page):
    response = page.get("/nop/2.000815/")

    assert response.url == "/thu-tuc/2.000815/"
    assert "trực tiếp tại quầy" in page.get(response.url).content.decode()


def test_pages_of_the_wizard_are_english_for_english_readers(page):
    page.cookies["django_language"] = "en"

    shown = page.get(f"{WIZARD}?step=requester").content.decode()

    assert '<html lang="en">' in shown
    assert "Full name" in shown
    assert "Save and continue" in shown


def test_every_step_costs_few_statements(page, django_assert_max_num_queries):
    answer(page, GROUPS[:1])

    with django_assert_max_num_queries(12):
        page.post(f"{WIZARD}?step=child", CHILD)


def test_an_error_does_not_change_how_many_steps_there_are(page):
    shown = page.get(f"{WIZARD}?step=requester").context["total"]

    response = page.post(f"{WIZARD}?step=requester", {"requester.full_name": ""})

    assert response.context["total"] == shown
