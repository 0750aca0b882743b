"""A citizen's pages: applying step by step, resuming, sending once, following, verifying, looking up."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.tests import world
from motcua.counter.dossiers.tests.test_acts import to_approval
from motcua.house.accounts import acts as accounts
from motcua.house.office.tests import people
from motcua.instruments.vault import queries as vault

ME = {"requester.full_name": "Nguyễn Thị Lan", "requester.relation": "self"}


@pytest.fixture
def ward(db, settings):
    settings.CLOCK = world.TUESDAY
    settings.DEMO = True
    people.load_office()


@pytest.fixture
def minh(ward):
    return world.minh()


@pytest.fixture
def hanh(ward):
    return world.hanh()


@pytest.fixture
def lan(ward):
    return people.lan()


@pytest.fixture
def hers(client, lan):
    client.force_login(lan, backend="motcua.house.accounts.backend.LoginBackend")
    return client


def apply_url(step):
    return f"{reverse('portal:apply', args=['1.004873'])}?step={step}"


ANSWERS = {
    "requester": {
        "requester.full_name": "Nguyễn Thị Lan",
        "requester.birth_date.day": "4",
        "requester.birth_date.month": "5",
        "requester.birth_date.year": "1990",
        "requester.personal_number": "099190000001",
        "requester.relation": "self",
        "requester.residence": "12 Hùng Vương",
    },
    "subject": {
        "subject.full_name": "Nguyễn Thị Lan",
        "subject.birth_date.day": "4",
        "subject.birth_date.month": "5",
        "subject.birth_date.year": "1990",
        "subject.sex": "female",
        "subject.ethnic_group": "01",
        "subject.nationality": "VN",
        "subject.personal_number": "099190000001",
        "subject.residence": "12 Hùng Vương",
        "subject.residence_ward": "P20341",
    },
    "status": {"status.kind": "never_married"},
    "purpose": {"purpose.kind": "other", "purpose.text": "Vay vốn", "copies.count": "1"},
    "finish": {"copies.count": "1", "undertaking": "yes"},
}


def fill(client):
    """Walk the wizard as a browser does: each answer leads to the next page."""
    url = reverse("portal:apply", args=["1.004873"])
    for _ in range(12):
        page = client.get(url, follow=True)
        step = page.request["QUERY_STRING"].partition("step=")[2] or page.context["group"].key
        if step == "kiem-tra":
            return page
        data = ANSWERS.get(step) or {"counter": "P20341-HCC", "way": "desk"}
        answer = client.post(apply_url(step), data)
        assert answer.status_code == 302, (step, answer.context["errors"])
        url = answer["Location"]
    raise AssertionError("the wizard did not come to its end")


def test_a_citizen_applies_step_by_step_and_the_dossier_waits_without_a_code(hers):
    fill(hers)

    answer = hers.post(apply_url("kiem-tra"), follow=True)

    dossier = Dossier.objects.get()
    assert answer.status_code == 200
    assert (dossier.state, dossier.code, dossier.channel) == ("submitted", None, "online")
    assert dossier.applicant_name == "Nguyễn Thị Lan"
    assert dossier.answers["subject.birth_date"] == "1990-05-04"


def test_what_was_typed_is_there_on_another_day(hers, client, lan):
    hers.post(apply_url("requester"), ANSWERS["requester"])
    client.logout()
    client.force_login(lan, backend="motcua.house.accounts.backend.LoginBackend")

    page = client.get(apply_url("requester"))

    assert "12 Hùng Vương" in page.content.decode()
    assert "Đang khai dở" in client.get(reverse("portal:mine")).content.decode()


def test_a_wrong_date_is_told_beside_the_field_and_stays(hers):
    wrong = {**ANSWERS["requester"], "requester.birth_date.day": "31", "requester.birth_date.month": "2"}

    page = hers.post(apply_url("requester"), wrong)

    text = page.content.decode()
    assert page.status_code == 422
    assert "31/02/1990 không có thật" in text
    assert 'value="31"' in text


def test_sending_twice_makes_one_dossier(hers):
    fill(hers)
    hers.post(apply_url("kiem-tra"))

    again = hers.post(apply_url("kiem-tra"), follow=True)

    assert again.status_code == 200
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize("name", ["mine", "apply", "one", "withdraw"])
def test_a_stranger_is_sent_to_log_in(client, ward, name):
    arguments = {"mine": [], "apply": ["1.004873"]}.get(name, ["01a20b02-9b19-7452-b814-fed0b327e93f"])

    answer = client.get(reverse(f"portal:{name}", args=arguments))

    assert answer.status_code == 302
    assert "/tai-khoan/dang-nhap/" in answer["Location"]


def test_another_citizen_finds_nothing(hers, ward, client):
    fill(hers)
    hers.post(apply_url("kiem-tra"))
    other = accounts.open_account(
        login="0905000999", full_name="Lê Thị Mai", password=people.PASSWORD, at=world.TUESDAY
    )
    client.force_login(other, backend="motcua.house.accounts.backend.LoginBackend")
    key = str(Dossier.objects.get().pk)

    answers = [client.get(reverse(f"portal:{name}", args=[key])).status_code for name in ("one", "withdraw")]

    assert answers == [404, 404]


def test_look_up_by_code_alone_shows_progress_and_nobody(client, minh):
    dossier = world.received(world.as_actor(minh))

    plain = client.get(reverse("portal:track"), {"ma": dossier.code}).content.decode()
    more = client.post(reverse("portal:track"), {"ma": dossier.code, "rieng": dossier.secret}).content.decode()

    assert "Được tiếp nhận" in plain
    assert "Lan" not in plain + more
    assert "hôn nhân" not in plain
    assert "hôn nhân" in more


def test_guessing_codes_is_slowed_down(client, ward):
    for number in range(30):
        client.get(reverse("portal:track"), {"ma": f"H17.101-260310-{number:04}"})

    answer = client.get(reverse("portal:track"), {"ma": "H17.101-260310-0031"})

    assert "quá nhiều lần" in answer.content.decode()


@pytest.fixture
def result(minh, hanh):
    hoa = world.hoa()
    return acts.sign(to_approval(minh, hanh), by=world.as_actor(hoa), at=world.TUESDAY + timedelta(hours=1))


def verdict(client, content):
    file = BytesIO(content)
    file.name = "ket-qua.pdf"
    return client.post(reverse("portal:verify"), {"file": file}).content.decode()


def test_a_result_is_verified_by_code_and_by_file(client, result):
    by_code = client.get(reverse("portal:verify_code", args=[result.verify_code])).content.decode()
    by_file = verdict(client, vault.read(result.file))

    assert "Cơ quan có cấp kết quả mang mã này" in by_code
    assert "còn nguyên vẹn" in by_file
    assert "không có giá trị pháp lý" in by_file


def test_one_changed_byte_is_found(client, result):
    content = bytearray(vault.read(result.file))
    at = content.find(b"/Contents") - 400
    content[at] ^= 1

    assert "còn nguyên vẹn." not in verdict(client, bytes(content))


def test_an_unknown_code_and_a_file_without_signature_are_not_ours(client, ward):
    picture = BytesIO()
    Image.new("RGB", (10, 10)).save(picture, "PDF")

    assert "Không có kết quả nào" in client.get(reverse("portal:verify_code", args=["ABCDEFGHJKMN"])).content.decode()
    assert "không có chữ ký số" in verdict(client, picture.getvalue())


@pytest.mark.parametrize("name", ["home", "procedures", "track", "verify", "late", "staff"])
def test_every_public_page_is_there_in_both_languages(client, ward, name):
    vietnamese = client.get(reverse(f"portal:{name}"))
    english = client.get(reverse(f"portal:{name}"), HTTP_ACCEPT_LANGUAGE="en")

    assert (vietnamese.status_code, english.status_code) == (200, 200)
    assert 'lang="vi"' in vietnamese.content.decode()


def test_a_counter_only_procedure_says_so(client, ward):
    page = client.get(reverse("portal:procedure", args=["2.000815"])).content.decode()

    assert "trực tiếp tại quầy" in page
    assert "Nộp trực tuyến" not in page


def test_the_kiosk_keeps_nothing_and_names_nobody(client, minh):
    dossier = world.received(world.as_actor(minh))
    digits = dossier.code.partition("-")[2].replace("-", "")

    page = client.post(reverse("kiosk:lookup"), {"code": digits})

    text = page.content.decode()
    assert dossier.code in text
    assert "Lan" not in text
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies
