"""Taking an application in at the counter: at once, told what is missing, and nothing typed is ever lost."""

import re
import unicodedata
from uuid import uuid4

import pytest

from motcua.counter.dossiers.models import Dossier, DossierPaper
from motcua.counter.dossiers.tests import ways
from motcua.house.journal import queries as journal
from motcua.house.office.tests import people

COPY, STATUS, CHANGE = (f"/mot-cua/tiep-nhan/{code}/" for code in ("2.000815", "1.004873", "1.004859"))
COPIES = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.phone": "0900000001",
    "document.kind": "Bằng tốt nghiệp đại học",
    "document.pages": "2",
    "document.copies": "3",
    "look.original.flaw": "none",
    "paper.original": "seen",
    "channel": "direct",
    "return_way": "desk",
    "is_paid": "on",
    "receive": "1",
}
CERTIFICATE = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.birth_date.day": "4",
    "requester.birth_date.month": "5",
    "requester.birth_date.year": "1990",
    "requester.personal_number": "099190123456",
    "requester.residence": "12 Hùng Vương",
    "requester.relation": "self",
    "requester.phone": "0900000001",
    "subject.full_name": "Nguyễn Thị Lan",
    "subject.birth_date.day": "4",
    "subject.birth_date.month": "5",
    "subject.birth_date.year": "1990",
    "subject.sex": "female",
    "subject.ethnic_group": "01",
    "subject.nationality": "VN",
    "subject.personal_number": "099190123456",
    "subject.residence": "12 Hùng Vương",
    "subject.residence_ward": "P20341",
    "status.kind": "never_married",
    "purpose.kind": "other",
    "purpose.text": "Vay vốn",
    "copies.count": "1",
    "undertaking": "yes",
    "paper.application": "taken",
    "paper.identity": "from_data",
    "channel": "direct",
    "return_way": "desk",
    "receive": "1",
}


@pytest.fixture
def desk(client, minh):
    return people.enter(client, minh)


def given(fields, **changes):
    return {**fields, "submission_key": str(uuid4()), **changes}


def shown(answer):
    """What stands in the questions of the page that came back."""
    return {key: value for key, value in answer.context["values"].items() if isinstance(value, str)}


# --- finding the procedure -------------------------------------------------------------
def test_the_common_ones_stand_under_digits_and_a_few_letters_find_the_rest(desk):
    page = desk.get("/mot-cua/tiep-nhan/")
    found = desk.get("/mot-cua/tiep-nhan/", {"q": "xac nhan tinh trang"}, headers={"HX-Request": "true"})

    assert [version.code for version in page.context["common"]][:3] == ["2.000815", "2.000884", "1.001193"]
    assert [version.code for version in found.context["found"]][0] == "1.004873"
    assert "<html" not in found.content.decode()


def test_an_unknown_procedure_is_not_found(desk):
    assert desk.get("/mot-cua/tiep-nhan/9.999999/").status_code == 404


# --- the happy way -----------------------------------------------------------------------
def test_one_page_takes_the_application_in(desk):
    answer = desk.post(COPY, given(COPIES), follow=True)

    dossier = Dossier.objects.get()
    assert answer.redirect_chain == [(f"/mot-cua/ho-so/{dossier.code}/da-tiep-nhan/", 302)]
    assert (dossier.state, dossier.applicant_name, dossier.fee_vnd, dossier.paid_vnd) == (
        "received", "Nguyễn Thị Lan", 12000, 12000,
    )  # fmt: skip
    assert list(DossierPaper.objects.values_list("code", "state")) == [("original", "seen")]
    assert dossier.code in answer.content.decode()


def test_a_form_of_many_questions_goes_in_with_its_answers(desk):
    desk.post(STATUS, given(CERTIFICATE))

    dossier = Dossier.objects.get()
    assert (dossier.personal_number, dossier.address) == ("099190123456", "12 Hùng Vương")
    assert {key: dossier.answers[key] for key in ("subject.birth_date", "status.kind", "purpose.text")} == {
        "subject.birth_date": "1990-05-04", "status.kind": "never_married", "purpose.text": "Vay vốn",
    }  # fmt: skip


def test_a_second_click_gives_the_same_dossier(desk):
    fields = given(COPIES)

    first, second = desk.post(COPY, fields), desk.post(COPY, fields)

    assert (first.url, Dossier.objects.count()) == (second.url, 1)


def test_no_fee_is_taken_until_the_clerk_says_so(desk):
    first = desk.get(COPY)

    assert first.context["fees"]["total"] > 0
    box = re.search(r'<input[^>]*name="is_paid"[^>]*>', first.content.decode()).group()
    assert (" checked" in box, 'data-tick="F2"' in box) == (False, True)


def test_a_tick_that_was_set_stays_on_the_page_that_comes_back(desk):
    page = desk.post(COPY, {**given(COPIES), "requester.full_name": ""})

    box = re.search(r'<input[^>]*name="is_paid"[^>]*>', page.content.decode()).group()
    assert " checked" in box


def test_an_unpaid_fee_stays_owed(desk):
    desk.post(COPY, {key: value for key, value in given(COPIES).items() if key != "is_paid"})

    assert Dossier.objects.values_list("fee_vnd", "paid_vnd").get() == (12000, 0)


def test_a_person_is_recalled_by_the_personal_number(desk):
    desk.post(STATUS, given(CERTIFICATE))

    page = desk.post(COPY, {"so": "099190123456", "recall": "1"})
    nobody = desk.post(COPY, {"so": "099190000000", "recall": "1"})
    by_address = desk.get(COPY, {"so": "099190123456"})

    assert (page.status_code, page.context["values"]["requester.full_name"]) == (200, "Nguyễn Thị Lan")
    assert page.context["problems"] == ()
    assert [row["state"] for row in page.context["papers"]] == [row["state"] for row in by_address.context["papers"]]
    assert by_address.context["values"].get("requester.full_name", "") == ""
    assert [look.page for look in journal.looks_at("dossier", Dossier.objects.get().pk)] == ["recall"]
    assert nobody.context["values"].get("requester.full_name", "") == ""


def test_the_fee_is_told_before_anything_is_taken_in(desk):
    fields = {key: value for key, value in given(COPIES, **{"document.copies": "5"}).items() if key != "receive"}

    page = desk.post(COPY, {**fields, "preview": "1"})

    assert (page.status_code, page.context["fees"]["total"], Dossier.objects.count()) == (200, 20000, 0)


# --- what stops it --------------------------------------------------------------------------
def test_all_missing_papers_are_told_at_once(desk):
    without = {"look.lookup.identity": "failed", "paper.application": "missing", "paper.identity": "missing"}

    answer = desk.post(STATUS, given(CERTIFICATE, **without))

    assert answer.status_code == 422
    assert len(answer.context["lacking"]) == 2
    assert all(name in answer.content.decode() for name in answer.context["lacking"])
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize(
    ("flaw", "said", "citation"),
    [("erased", "tẩy xóa", "22.1"), ("secret", "mật", "22.3"), ("not_legalised", "hợp pháp hóa", "22.5")],
)
def test_what_the_law_forbids_is_refused_with_the_article(desk, flaw, said, citation):
    answer = desk.post(COPY, given(COPIES, **{"look.original.flaw": flaw}))

    (problem,) = [one for one in answer.context["problems"] if one.blocks]
    assert said in problem.message
    assert f"23/2015/NĐ-CP, {citation}" in problem.citation
    assert problem.citation in answer.content.decode()
    assert (answer.status_code, Dossier.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("subject.birth_date", ("31", "2", "1990"), "31/02/1990 không có thật"),
        ("subject.birth_date", ("4", "5", "2031"), ""),
        ("subject.birth_date", ("x", "y", "z"), ""),
        ("subject.birth_date", ("", "", ""), ""),
    ],
)
def test_a_day_that_cannot_be_is_told_and_kept(desk, field, wrong, said):
    parts = dict(zip((f"{field}.day", f"{field}.month", f"{field}.year"), wrong, strict=True))

    answer = desk.post(STATUS, given(CERTIFICATE, **parts))

    assert (answer.status_code, Dossier.objects.count()) == (422, 0)
    assert said in str(answer.context["errors"][field])
    assert {key: shown(answer)[key] for key in parts} == parts


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("requester.full_name", "Lan 😀"),
        ("requester.full_name", "Lan\u202eaht"),
        ("requester.full_name", "L\x00an"),
        ("requester.full_name", "a" * 10_000),
        ("requester.full_name", " "),
        ("document.pages", "-3"),
        ("document.pages", "hai"),
        ("document.copies", "1000000000000"),
        ("requester.phone", "12345"),
    ],
)
def test_an_answer_nobody_can_use_is_told_and_nothing_typed_is_lost(desk, field, wrong):
    fields = given(COPIES, **{field: wrong})

    answer = desk.post(COPY, fields)

    kept = shown(answer)
    assert (answer.status_code, Dossier.objects.count()) == (422, 0)
    assert field in answer.context["errors"] or answer.context["fees"].get("problem")
    assert {key: kept[key] for key in fields if "." in key} == {key: fields[key] for key in fields if "." in key}


def test_what_was_typed_stands_on_the_page_that_comes_back(desk):
    fields = given(CERTIFICATE, **{"purpose.text": "Vay vốn <b>ngay</b>", "subject.birth_date.day": "32"})

    words = desk.post(STATUS, fields).content.decode()

    assert 'value="12 Hùng Vương"' in words
    assert "Vay vốn &lt;b&gt;ngay&lt;/b&gt;" in words
    assert 'value="32"' in words


def test_letters_composed_in_two_ways_are_stored_as_one(desk):
    apart = unicodedata.normalize("NFD", "Nguyễn  Thị Ánh")

    desk.post(COPY, given(COPIES, **{"requester.full_name": apart}))

    dossier = Dossier.objects.get()
    assert (dossier.applicant_name, dossier.answers["requester.full_name"]) == ("Nguyễn Thị Ánh",) * 2
    assert dossier.applicant_key == "nguyen thi anh"


@pytest.mark.parametrize(
    "changes",
    [
        {"channel": "pigeon"},
        {"return_way": "pigeon"},
        {"submission_key": "not-a-key"},
        {"paper.original": "stolen"},
        {"paper.power_of_attorney": "stolen"},
        {"look.original.flaw": "no-such-flaw", "requester.full_name": ""},
        {"exemptions": "no-such-exemption"},
    ],
)
def test_a_choice_that_is_not_offered_never_breaks_the_page(desk, changes):
    answers = [desk.post(COPY, given(COPIES, **changes)), desk.post(STATUS, given(CERTIFICATE, **changes))]

    assert {answer.status_code for answer in answers} <= {302, 422}
    assert all(paper.state in {"taken", "seen", "from_data", "missing"} for paper in DossierPaper.objects.all())


# --- who and where ----------------------------------------------------------------------------
def test_only_the_counter_takes_in(client, cast, tuan):
    answers = {
        name: people.enter(client, who).post(COPY, given(COPIES)).status_code
        for name, who in {"hanh": cast.hanh, "hoa": cast.hoa, "thu": cast.thu, "tuan": tuan}.items()
    }

    assert answers == dict.fromkeys(answers, 403)
    assert Dossier.objects.count() == 0


def test_the_receipt_page_is_not_found_elsewhere_and_before_acceptance(client, cast, tuan):
    taken, filed = ways.received(cast), ways.submitted(cast)
    page = "/mot-cua/ho-so/{}/da-tiep-nhan/"

    assert people.enter(client, tuan).get(page.format(taken.code)).status_code == 403
    assert people.enter(client, cast.minh).get(page.format(filed.pk)).status_code == 404
    assert people.enter(client, cast.minh).get(page.format(taken.code)).status_code == 200
