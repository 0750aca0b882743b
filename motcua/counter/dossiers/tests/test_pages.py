"""Officers' pages of the one-stop: lists, search, one dossier, its papers; who sees what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.choices import PaperState, ReturnWay, State
from motcua.counter.dossiers.models import DossierPaper, Result
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.world import SINCE, TUESDAY, intake
from motcua.house.journal import queries as journal
from motcua.house.office.choices import Role
from motcua.house.office.models import Post, Unit
from motcua.house.office.tests import people
from motcua.instruments.vault import queries as vault
from motcua.instruments.vault.acts import store
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.tests import samples

PHONE, NUMBER = "0900000001", "099190123456"


def page_of(dossier, name="detail", *more):
    return reverse(f"dossiers:{name}", args=[dossier.code or dossier.pk, *more])


def codes_on(response):
    return [row.code for group in response.context["groups"] for row in group.rows]


# --- lists ------------------------------------------------------------------------
def test_each_officer_finds_on_the_own_list_what_waits_at_the_own_step(cast, at_desk):
    working, to_sign, ready = ways.in_progress(cast), ways.proposed(cast), ways.done(cast)

    lists = {name: codes_on(at_desk(cast.who(name)).get("/mot-cua/")) for name in ("hanh", "hoa", "minh", "thu")}

    assert lists == {"hanh": [working.code], "hoa": [to_sign.code], "minh": [ready.code], "thu": []}


def test_what_was_filed_online_waits_under_its_own_heading_until_accepted(cast, at_desk):
    filed = ways.submitted(cast)
    client = at_desk(cast.minh)

    waiting, mine = client.get("/mot-cua/viec/submitted/"), client.get("/mot-cua/")

    assert [row.url for group in waiting.context["groups"] for row in group.rows] == [page_of(filed)]
    assert codes_on(mine) == []


def test_the_counter_sees_what_waits_for_the_applicant_at_any_step(cast, at_desk):
    before, after, fee = ways.supplement_before(cast), ways.supplement_asked(cast), ways.fee_asked(cast)

    page = at_desk(cast.minh).get("/mot-cua/viec/waiting/")

    shown = {row.url: row.next_label for group in page.context["groups"] for row in group.rows}
    assert shown == {page_of(before): "", page_of(after): "Nhận bổ sung", page_of(fee): "Thu phí"}
    assert [group.title for group in page.context["groups"]] == ["Chờ người dân"]


def test_a_list_counts_what_it_shows(cast, at_desk):
    for make in (ways.submitted, ways.supplement_before, ways.in_progress, ways.done):
        make(cast)
    client = at_desk(cast.minh)

    tabs = client.get("/mot-cua/").context["tabs"]

    shown = {tab.url: sum(len(g.rows) for g in client.get(tab.url).context["groups"]) for tab in tabs}
    assert {tab.url: tab.count for tab in tabs} == shown
    assert sum(shown.values()) > 0


def test_what_has_its_result_is_not_called_late_or_later(cast, at_desk):
    ways.done(cast)

    page = at_desk(cast.minh).get("/mot-cua/viec/to_return/")

    assert [group.title for group in page.context["groups"]] == ["Chờ trả kết quả"]


def test_an_unknown_list_is_not_found(cast, at_desk):
    assert at_desk(cast.minh).get("/mot-cua/viec/everything/").status_code == 404


@pytest.mark.parametrize("after", ["", "x", "2026-03-10T00:00:00+07:00|short", "|" * 40, "0|' OR 1=1"])
def test_a_broken_place_in_the_list_starts_from_the_beginning(cast, at_desk, after):
    dossier = ways.in_progress(cast)

    assert codes_on(at_desk(cast.hanh).get("/mot-cua/", {"after": after})) == [dossier.code]


# --- search ------------------------------------------------------------------------
def test_a_whole_code_opens_its_dossier_at_once(cast, at_desk):
    dossier = ways.received(cast)

    found = at_desk(cast.minh).get("/mot-cua/tim/", {"q": f" {dossier.code.lower()} "})

    assert (found.status_code, found.url) == (302, page_of(dossier))


def test_search_without_words_and_without_finds_says_what_to_type(cast, at_desk):
    client = at_desk(cast.minh)

    nothing, unknown = client.get("/mot-cua/tim/"), client.get("/mot-cua/tim/", {"q": "khong co ai"})

    assert "Gõ vào ô tìm ở trên" in nothing.content.decode()
    assert "Không tìm thấy hồ sơ nào" in unknown.content.decode()


# --- one dossier ----------------------------------------------------------------------
def test_opening_a_dossier_is_recorded_as_a_look(cast, at_desk):
    dossier = ways.in_progress(cast)

    at_desk(cast.hanh).get(page_of(dossier))

    (look,) = journal.looks_at("dossier", dossier.pk)
    assert (look.name, look.page) == ("Lê Thị Hạnh", page_of(dossier))


def test_every_page_that_shows_the_applicant_is_on_record(cast, at_desk):
    dossier = ways.done(cast)
    slip, result, paper = acts.issue_receipt(dossier, at=TUESDAY), Result.objects.get(), dossier.papers.get()
    stored = store(samples.picture("PNG"), name="a.png", by=cast.by.minh, at=TUESDAY, purpose="paper")
    DossierPaper.objects.filter(pk=paper.pk).update(file=stored)
    pages = [
        page_of(dossier, *page)
        for page in [
            ("detail",), ("received",), ("receipt",), ("control_slip",), ("draft",), ("slip", slip.pk),
            ("result", result.pk), ("paper", paper.pk), ("act", "return_result"),
        ]
    ]  # fmt: skip
    client = at_desk(cast.minh)

    statuses = {client.get(page).status_code for page in pages}

    looks = journal.looks_at("dossier", dossier.pk)
    assert (statuses, sorted(look.page for look in looks)) == ({200}, sorted(pages))


@pytest.mark.parametrize(("who", "whole"), [("minh", True), ("hanh", True), ("hoa", True), ("thu", False)])
def test_only_who_needs_them_sees_phone_number_and_form(cast, at_desk, who, whole):
    dossier = ways.received(cast, personal_number=NUMBER)
    client = at_desk(cast.who(who))

    head, form = client.get(page_of(dossier)).content.decode(), client.get(page_of(dossier) + "?phan=form")

    assert (PHONE in head, NUMBER in head, "0900 ··· 001" in head) == (whole, whole, not whole)
    assert (PHONE in form.content.decode(), "không được giao xem" in form.content.decode()) == (whole, not whole)


@pytest.mark.parametrize("make", [ways.submitted, ways.supplement_asked, ways.done, ways.declined])
def test_every_part_opens_in_every_kind_of_state(cast, at_desk, make):
    page, client = page_of(make(cast)), at_desk(cast.minh)
    parts = ["papers", "form", "history", "fees", "result", "no-such-part"]

    answers = [client.get(page, {"phan": part, "vi-sao": "1"}).status_code for part in parts]

    assert answers == [200] * len(parts)


def test_the_acts_offered_are_those_the_state_and_the_post_allow(cast, at_desk):
    dossier = ways.proposed(cast)

    offered = {
        name: [act["name"] for act in at_desk(cast.who(name)).get(page_of(dossier)).context["acts"]]
        for name in ("minh", "hanh", "hoa", "thu")
    }

    assert offered == {
        "hoa": ["Ký kết quả", "Phê duyệt", "Trả lại để xem xét", "Xin lỗi và hẹn lại"],
        "minh": ["Rút hồ sơ", "Dừng giải quyết"],
        "hanh": [],
        "thu": [],
    }


def test_a_proposed_refusal_offers_refusing_and_not_signing(cast, at_desk):
    offered = at_desk(cast.hoa).get(page_of(ways.proposed_refusal(cast))).context["acts"]

    assert [act["name"] for act in offered] == ["Từ chối giải quyết", "Trả lại để xem xét", "Xin lỗi và hẹn lại"]


def test_the_due_moment_is_explained_and_the_apology_named(cast, at_desk):
    dossier = ways.received(cast)
    acts.apologise(
        dossier, reason="Chờ xác minh.", fault_step="Thẩm tra", new_due_at=TUESDAY.replace(day=17, hour=17),
        by=cast.by.hoa, at=TUESDAY,
    )  # fmt: skip

    page = at_desk(cast.hoa).get(page_of(dossier) + "?vi-sao=1")

    assert [step.day.day for step in page.context["explanation"]] == [10, 11, 12, 13]
    assert "hẹn lại 17:00 17/03/2026" in page.content.decode()
    assert "Xin lỗi và hẹn lại" not in [act["name"] for act in page.context["acts"]]


# --- papers and files ---------------------------------------------------------------------
def test_slips_control_slip_draft_and_result_print_as_pdf(cast, at_desk):
    dossier = ways.done(cast)
    client = at_desk(cast.minh)
    slip, result = acts.issue_receipt(dossier, at=TUESDAY), Result.objects.get()
    pages = [("receipt",), ("control_slip",), ("draft",), ("slip", slip.pk), ("result", result.pk)]

    answers = [client.get(page_of(dossier, *page)) for page in pages]

    heads = [(answer.status_code, b"".join(answer)[:5], answer["Content-Type"]) for answer in answers]
    assert heads == [(200, b"%PDF-", "application/pdf")] * len(pages)


def test_the_receipt_keeps_one_number_however_often_it_is_printed(cast, at_desk):
    dossier = ways.received(cast)
    client = at_desk(cast.minh)

    for _ in range(2):
        client.get(page_of(dossier, "receipt"))

    assert list(dossier.slips.values_list("kind", "number")) == [("receipt", 1)]


def test_there_is_no_receipt_before_acceptance(cast, at_desk):
    assert at_desk(cast.minh).get(page_of(ways.submitted(cast), "receipt")).status_code == 404


def with_missing_paper(cast):
    paper = acts.PaperGiven(code="identity", name="Căn cước", role="present")
    dossier = ways.received(cast, papers=[*intake().papers, paper])
    return dossier, DossierPaper.objects.get(dossier=dossier, code="identity")


def test_a_missing_paper_is_ticked_when_it_comes(cast, at_desk):
    dossier, paper = with_missing_paper(cast)

    at_desk(cast.minh).post(page_of(dossier, "paper_change", paper.pk), {"state": "seen"})

    paper.refresh_from_db()
    assert paper.state == PaperState.SEEN
    assert [entry.act for entry in journal.history(dossier)] == ["receive", "set_paper"]


def test_a_file_that_lies_about_its_kind_is_refused_with_a_sentence(cast, at_desk):
    dossier, paper = with_missing_paper(cast)
    liar = SimpleUploadedFile("can-cuoc.pdf", b"MZ\x90\x00 not a paper at all", content_type="application/pdf")

    answer = at_desk(cast.minh).post(page_of(dossier, "paper_change", paper.pk), {"file": liar}, follow=True)

    paper.refresh_from_db()
    assert (paper.state, paper.file) == (PaperState.MISSING, None)
    assert [str(message) for message in answer.context["messages"]] != []


def test_a_true_picture_is_kept_and_opened_only_by_who_may_read_personal_data(cast, at_desk):
    dossier, paper = with_missing_paper(cast)
    picture = SimpleUploadedFile("can-cuoc.png", samples.picture("PNG"), content_type="image/png")
    at_desk(cast.minh).post(page_of(dossier, "paper_change", paper.pk), {"file": picture})

    answers = [at_desk(who).get(page_of(dossier, "paper", paper.pk)) for who in (cast.hanh, cast.thu)]

    assert [answer.status_code for answer in answers] == [200, 403]
    assert answers[0]["X-Content-Type-Options"] == "nosniff"


def test_a_refused_officer_leaves_no_file_in_the_vault(cast, at_desk):
    dossier, paper = with_missing_paper(cast)
    picture = SimpleUploadedFile("can-cuoc.png", samples.picture("PNG"), content_type="image/png")
    before = set(vault.folder().rglob("*"))

    answer = at_desk(cast.thu).post(page_of(dossier, "paper_change", paper.pk), {"file": picture})

    paper.refresh_from_db()
    assert (answer.status_code, paper.file, StoredFile.objects.count()) == (403, None, 0)
    assert {path for path in vault.folder().rglob("*") if path.is_file()} - before == set()


def test_a_file_too_large_changes_nothing_and_says_so(cast, at_desk, settings):
    dossier, paper = with_missing_paper(cast)
    settings.UPLOAD_MAX_BYTES = 1000
    big = SimpleUploadedFile("can-cuoc.png", b"a" * 2000, content_type="image/png")

    answer = at_desk(cast.minh).post(page_of(dossier, "paper_change", paper.pk), {"file": big}, follow=True)

    paper.refresh_from_db()
    assert (paper.state, paper.file) == (PaperState.MISSING, None)
    assert [str(said)[:12] for said in answer.context["messages"]] == ["Tệp lớn hơn "]


@pytest.mark.parametrize("state", ["", "stolen"])
def test_a_paper_state_that_does_not_exist_changes_nothing(cast, at_desk, state):
    dossier, paper = with_missing_paper(cast)

    answer = at_desk(cast.minh).post(page_of(dossier, "paper_change", paper.pk), {"state": state})

    paper.refresh_from_db()
    assert (answer.status_code, paper.state) == (302, PaperState.MISSING)


def test_the_signed_result_opens_to_who_needs_it_and_not_to_who_only_watches(cast, at_desk):
    dossier = ways.done(cast)
    ward = Unit.objects.get(code="P20341")
    post = Post.objects.create(unit=ward, code="P20341.KT", title="Công chức kiểm tra", role=Role.AUDITOR)
    auditor = people.officer("kiem", "Đỗ Văn Kiểm", post.code, from_on=SINCE)
    result = page_of(dossier, "result", Result.objects.get().pk)

    answers = {who.code: at_desk(who).get(result).status_code for who in (cast.minh, cast.hanh, cast.thu, auditor)}

    assert at_desk(auditor).get(page_of(dossier)).status_code == 200
    assert answers == {"minh": 200, "hanh": 200, "thu": 200, "kiem": 403}


# --- another unit -----------------------------------------------------------------------------
def test_an_officer_of_another_ward_finds_nothing_of_it(cast, tuan, at_desk):
    dossier = ways.done(cast)
    slip, result, paper = acts.issue_receipt(dossier, at=TUESDAY), Result.objects.get(), dossier.papers.get()
    pages = [
        ("detail",), ("receipt",), ("control_slip",), ("draft",), ("slip", slip.pk), ("result", result.pk),
        ("paper", paper.pk), ("act", "propose"), ("act", "sign"),
    ]  # fmt: skip
    client = at_desk(tuan)

    assert {client.get(page_of(dossier, *page)).status_code for page in pages} == {404}
    assert client.post(page_of(dossier, "paper_change", paper.pk), {"state": "seen"}).status_code == 404
    assert codes_on(client.get("/mot-cua/viec/all/")) == []
    assert client.get("/mot-cua/tim/", {"q": "nguyen thi lan"}).context["rows"] == []
    assert list(journal.looks_at("dossier", dossier.pk)) == []


def test_absent_and_hidden_answer_with_the_same_page(cast, tuan, at_desk):
    hidden, absent = page_of(ways.received(cast)), reverse("dossiers:detail", args=["H17.101-260310-9999"])
    client = at_desk(tuan)

    assert client.get(hidden).content == client.get(absent).content


def test_a_dossier_of_another_ward_in_a_bulk_act_stops_it_before_anything_is_done(cast, at_desk):
    mine, other = ways.proposed(cast), "00000000-0000-7000-8000-000000000000"

    answer = at_desk(cast.hoa).post("/mot-cua/nhieu/sign/", {"dossier": [str(mine.pk), other]})

    assert answer.status_code == 404
    assert ways.fresh(mine).state == State.PROPOSED


# --- what now -------------------------------------------------------------------------
def test_who_has_nothing_to_do_on_a_dossier_is_told_so(cast, at_desk):
    made = {"taken in": ways.received(cast), "asked": ways.supplement_asked(cast), "over": ways.done(cast)}
    acts.return_result(made["over"], way=ReturnWay.DESK, to="Lan", by=cast.by.minh, at=TUESDAY)

    shown = {
        (name, who): at_desk(cast.who(who)).get(page_of(one)) for name, one in made.items() for who in ("minh", "hanh")
    }

    assert {key: page.context["for_me"] for key, page in shown.items()} == {
        ("taken in", "minh"): False,
        ("taken in", "hanh"): True,
        ("asked", "minh"): True,
        ("asked", "hanh"): False,
        ("over", "minh"): False,
        ("over", "hanh"): False,
    }
    assert "Hồ sơ đã kết thúc" in shown["over", "minh"].content.decode()
