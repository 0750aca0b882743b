"""For anybody: progress without personal data, genuine results, the public late list, the counters' staff."""

import re
from datetime import timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.tests import world
from motcua.house.journal import queries as journal
from motcua.house.office.models import Officer
from motcua.instruments.vault import queries as vault
from motcua.trades.civil_status import acts as civil_status
from motcua.trades.civil_status.models import RegisterEntry

PERSONAL = ["Nguyễn Thị Lan", "0900000001", "Lan"]


@pytest.fixture
def dossier(minh):
    return world.received(world.as_actor(minh))


@pytest.fixture
def result(dossier):
    at = world.TUESDAY + timedelta(hours=1)
    hanh, hoa = world.hanh(), world.hoa()
    acts.take_up(dossier, officer=hanh, by=world.as_actor(hanh), at=at)
    acts.propose(dossier, grant=True, by=world.as_actor(hanh), at=at)
    return acts.sign(dossier, by=world.as_actor(hoa), at=at)


def test_the_code_shows_progress_only(client, dossier):
    shown = client.get("/tra-cuu/", {"ma": dossier.code}).content.decode()

    assert "Được tiếp nhận" in shown
    assert [word for word in [*PERSONAL, "hôn nhân", dossier.secret] if word in shown] == []


def test_the_secret_shows_the_procedure_and_the_day_but_no_name(client, dossier):
    shown = client.post("/tra-cuu/", {"ma": dossier.code, "rieng": dossier.secret.lower()}).content.decode()

    assert "hôn nhân" in shown
    assert [word for word in PERSONAL if word in shown] == []


def test_a_wrong_secret_shows_no_more_than_the_code(client, dossier):
    shown = client.post("/tra-cuu/", {"ma": dossier.code, "rieng": "ZZZZZZ"}).content.decode()

    assert "hôn nhân" not in shown


def test_a_secret_in_an_address_opens_nothing_and_no_form_puts_it_there(client, dossier):
    shown = client.get("/tra-cuu/", {"ma": dossier.code, "rieng": dossier.secret}).content.decode()

    assert "hôn nhân" not in shown
    forms = re.findall(r"<form[^>]*>(?:(?!</form>).)*", shown, re.DOTALL)
    asking = [form for form in forms if 'name="rieng"' in form]
    assert ['method="post"' in form for form in asking] == [True]


def test_the_qr_of_the_receipt_holds_the_code_and_not_the_secret(dossier):
    receipt = queries.receipt_paper(dossier, acts.issue_receipt(dossier, at=world.TUESDAY), [])

    assert urlsplit(receipt.qr)[2:] == ("/tra-cuu/", f"ma={dossier.code}", "")
    assert dossier.secret in receipt.code


def test_a_code_nobody_has_is_not_found(client, dossier):
    assert client.get("/tra-cuu/", {"ma": "H17.101-260310-9999"}).status_code == 404


def test_guessing_is_slowed_down(client, dossier):
    tried = [(client.post, client.get)[number % 2] for number in range(30)]
    statuses = {ask("/tra-cuu/", {"ma": "H17.101-260310-9999", "rieng": "A"}).status_code for ask in tried}
    last = client.get("/tra-cuu/", {"ma": dossier.code})

    assert statuses == {404}
    assert last.status_code == 429
    assert "Đợi" in last.content.decode()


def test_guessing_codes_of_results_is_slowed_down_by_address_and_by_form(client, result):
    for number in range(30):
        client.get(f"/kiem-tra/AAAAAAAAAA{number:02}/")

    answers = [client.get(f"/kiem-tra/{result.verify_code}/"), client.post("/kiem-tra/", {})]

    assert [answer.status_code for answer in answers] == [429, 429]
    assert result.number not in answers[0].content.decode()


def test_visitors_behind_the_proxy_are_counted_apart(client, dossier, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for _ in range(31):
        client.get("/tra-cuu/", {"ma": "H17.101-260310-9999"}, headers={"x-forwarded-for": "203.0.113.7"})

    neighbour = client.get("/tra-cuu/", {"ma": dossier.code}, headers={"x-forwarded-for": "203.0.113.8"})

    assert neighbour.status_code == 200


def test_the_code_in_the_qr_finds_the_result(client, result):
    shown = client.get(f"/kiem-tra/{result.verify_code.lower()}/")

    assert shown.context["verdict"]["tone"] == "good"
    assert result.number in shown.content.decode()
    assert "Nguyễn Thị Lan" not in shown.content.decode()


def test_a_code_of_nobody_is_not_ours(client, result):
    assert client.get("/kiem-tra/AAAAAAAAAAAA/").context["verdict"]["tone"] == "late"


def _drop(client, content):
    file = SimpleUploadedFile("ket-qua.pdf", content, "application/pdf")
    return client.post("/kiem-tra/", {"file": file}).context["verdict"]


def test_the_file_as_it_was_issued_is_valid(client, result):
    assert _drop(client, vault.read(result.file))["tone"] == "good"


def test_a_changed_byte_is_told(client, result):
    content = bytearray(vault.read(result.file))
    at = content.find(b"stream") + 40
    content[at] ^= 1

    verdict = _drop(client, bytes(content))

    assert verdict["tone"] == "late"


def test_something_added_after_signing_is_not_called_intact(client, result):
    writer = IncrementalPdfFileWriter(BytesIO(vault.read(result.file)), strict=False)
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Smuggled"] = TextStringObject("another content")
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)

    verdict = _drop(client, out.getvalue())

    assert verdict["tone"] == "late"


def test_a_file_that_is_no_pdf_is_refused_in_a_sentence(client):
    assert "PDF" in _drop(client, b"hello")["title"]


def test_a_result_whose_entry_was_cancelled_is_told_as_taken_back_by_code_and_by_file(client, result):
    content = vault.read(result.file)
    before = client.get(f"/kiem-tra/{result.verify_code}/").context["verdict"]["tone"]
    entry, hoa = RegisterEntry.objects.get(dossier=result.dossier), Officer.objects.get(code="hoa")

    civil_status.cancel(entry, reason="Cấp sai", by=world.as_actor(hoa), at=world.TUESDAY + timedelta(hours=2))

    by_code = client.get(f"/kiem-tra/{result.verify_code}/").context["verdict"]
    by_file = _drop(client, content)
    assert before == "good"
    assert [(one["tone"], one["title"]) for one in (by_code, by_file)] == [("late", "Kết quả này đã bị thu hồi.")] * 2
    last = list(journal.history(result.dossier))[-1]
    assert (last.act, last.facts) == ("revoke_results", {"reason": "Hủy việc đã ghi sổ: Cấp sai"})
    assert journal.verify().is_whole


def test_the_late_list_has_reasons_and_no_names(client, dossier, settings):
    hoa = world.hoa()
    due = dossier.due_at
    acts.apologise(
        dossier,
        reason="Chờ xác minh",
        fault_step="Thẩm tra",
        new_due_at=due + timedelta(days=2),
        by=world.as_actor(hoa),
        at=due - timedelta(hours=8),
    )
    settings.CLOCK = due + timedelta(days=1)

    shown = client.get("/tre-hen/").content.decode()

    assert dossier.code in shown
    assert "Chờ xác minh" in shown
    assert "Nguyễn Thị Lan" not in shown


def test_a_dossier_whose_limit_started_again_lawfully_is_not_late(client, dossier, minh, settings):
    hanh = world.hanh()
    at = world.TUESDAY + timedelta(hours=1)
    acts.take_up(dossier, officer=hanh, by=world.as_actor(hanh), at=at)
    acts.ask_supplement(dossier, items=["Căn cước"], reason="Thiếu", by=world.as_actor(hanh), at=at)
    later = dossier.due_at + timedelta(days=10)
    acts.supplement(dossier, by=world.as_actor(minh), at=later)
    settings.CLOCK = later + timedelta(hours=1)

    assert client.get("/tre-hen/").context["rows"] == ()


def test_the_staff_of_the_counters_is_public(client, minh):
    shown = client.get("/cong-khai/").content.decode()

    assert "Trần Văn Minh" in shown
    assert "tiếp nhận và trả kết quả" in shown


def test_nobody_is_told_to_bring_what_only_stands_in_for_another_paper(client):
    shown = client.get("/thu-tuc/1.001193/")

    assert {paper.key for paper in shown.context["papers"]["always"]} & {
        "witness_statement",
        "birth_undertaking",
        "identity_by_post",
    } == set()


@pytest.mark.parametrize(
    ("typed", "first"), [("dang ky khai sinh", "1.001193"), ("doc than", "1.004873"), ("sao y", "2.000815")]
)
def test_search_needs_no_marks(client, typed, first):
    assert client.get("/thu-tuc/", {"q": typed}).context["found"][0].code == first


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/thu-tuc/",
        "/thu-tuc/1.001193/",
        "/tra-cuu/",
        "/kiem-tra/",
        "/tre-hen/",
        "/cong-khai/",
        "/kiosk/",
        "/kiosk/tra-cuu/",
        "/kiosk/thu-tuc/",
        "/kiosk/thu-tuc/1.001193/",
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_public_pages_open_for_strangers_in_both_languages(client, url, language):
    client.cookies["django_language"] = language

    response = client.get(url)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.content.decode()
    assert "<script>" not in response.content.decode()
    assert " style=" not in response.content.decode()


def test_the_kiosk_finds_by_ten_digits_and_leaves_nothing(client, dossier):
    digits = dossier.code.partition("-")[2].replace("-", "")

    shown = client.post("/kiosk/tra-cuu/", {"code": digits})

    assert dossier.code in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    assert "sessionid" not in shown.cookies
    assert [word for word in PERSONAL if word in shown.content.decode()] == []


def test_the_kiosk_looks_up_by_a_posted_form_only_and_slows_guessing(client, dossier):
    digits = dossier.code.partition("-")[2].replace("-", "")

    by_address = client.get("/kiosk/tra-cuu/", {"code": digits}).content.decode()
    statuses = [client.post("/kiosk/tra-cuu/", {"code": "2603109999"}).context["problem"] for _ in range(31)]

    assert dossier.code not in by_address
    assert re.findall(r'<form[^>]*method="(\w+)"[^>]*>(?:(?!</form>).)*name="code"', by_address, re.DOTALL) == ["post"]
    assert ["Đợi" in said for said in statuses] == [False] * 30 + [True]


def test_the_kiosk_keypad_works_without_scripts(client):
    shown = client.post("/kiosk/tra-cuu/", {"code": "24111", "key": "2"})

    assert shown.context["value"] == "241112"


def test_the_kiosk_reads_what_a_scanner_types_from_the_receipt(client, dossier):
    shown = client.post("/kiosk/tra-cuu/", {"code": f"http://127.0.0.1:8000/tra-cuu/?ma={dossier.code}"})

    assert dossier.code in shown.content.decode()
