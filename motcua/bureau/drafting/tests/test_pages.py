"""Pages: the happy way through the forms, what strangers, citizens and other units see, the portal's comments."""

import pytest
from django.urls import reverse

from motcua.bureau.drafting import acts, queries
from motcua.bureau.drafting.choices import State
from motcua.bureau.drafting.models import Comment, Draft
from motcua.bureau.drafting.tests import world
from motcua.bureau.drafting.tests.world import later
from motcua.bureau.drafting.urls import pages
from motcua.house.accounts import rules as limits
from motcua.house.office.tests import people


def at(name, *args):
    return reverse(f"drafting:{name}", args=args)


@pytest.fixture
def enters(client, cast):
    """The client as one of the cast."""
    return lambda code: people.enter(client, cast[code])


def test_a_draft_goes_its_way_through_the_forms(enters, cast, settings):
    duc = enters("duc")
    answer = duc.post(at("start"), {
        "kind": "committee_decision", "title": "Ban hành Quy chế quản lý chợ", "lead": "Văn phòng",
        "planned_on": "20/12/2026",
    })  # fmt: skip
    draft = Draft.objects.get()
    assert answer.url == at("draft", draft.pk)
    for lines in (world.TEXT, (*world.TEXT, "Điều 3. Thêm.")):
        duc.post(at("add_version", draft.pk), {"file": world.file(*lines), "note": "Bản mới"})
    compared = duc.get(at("compare", draft.pk), {"cu": "1", "moi": "2"}).content.decode()
    assert "<ins>Điều 3. Thêm.</ins>" in compared
    assert duc.get(at("version", draft.pk, 2))["Content-Disposition"].startswith("attachment")

    duc.post(at("open_round", draft.pk), {
        "letter": "21/VP", "agencies": "Công an phường\n", "sent_on": "02/11/2026", "due_on": "09/11/2026",
    })  # fmt: skip
    one = draft.rounds.get()
    recipient = one.recipients.get()
    duc.post(at("answer", recipient.pk), {"answered_on": "02/11/2026", "text": "Sửa <b>Điều 1</b>."})
    assert "Sửa &lt;b&gt;Điều 1&lt;/b&gt;." in duc.get(at("round", one.pk)).content.decode()
    duc.post(at("verdict", recipient.answers.get().pk), {"verdict": "taken"})
    assert duc.post(at("close_round", one.pk)).url == at("draft", draft.pk)
    assert duc.get(at("opinions_pdf", draft.pk)).content.startswith(b"%PDF")

    papers = {f"paper_{key}": "on" for key in world.papers()} | {"letter": "22/VP"}
    answer = duc.post(at("request_appraisal", draft.pk), papers)
    appraisal = draft.appraisals.get()
    assert answer.url == at("appraisal", appraisal.pk)
    assert "người khác thẩm định" in duc.get(answer.url).content.decode()

    hanh = enters("hanh")
    hanh.post(at("receive_dossier", appraisal.pk))
    page = hanh.get(at("appraisal", appraisal.pk)).content.decode()
    assert "chưa kiểm tra" in page
    for content in "abcdefg":
        hanh.post(at("opinion", appraisal.pk, content), {"judgement": "fit"})
    assert hanh.get(at("report_pdf", appraisal.pk)).content.startswith(b"%PDF")

    hoa = enters("hoa")
    hoa.post(at("sign_report", appraisal.pk), {"number": "12/BC-UBND", "conclusion": "ready"})
    draft.refresh_from_db()
    assert draft.state == State.APPRAISED
    enters("duc").post(at("submit", draft.pk), {"number": "30/TTr"})
    enters("hoa").post(at("adopt", draft.pk), {"adopted_on": "02/11/2026", "votes_for": "4", "members": "5"})
    thu = enters("thu")
    thu.post(at("issue", draft.pk), {"signed_on": "02/11/2026", "effective_on": "12/11/2026", "signer": "Chủ tịch"})
    thu.post(at("publish", draft.pk), {"published_on": "02/11/2026", "where": "Công báo"})
    hoa = enters("hoa")
    hoa.post(at("record_check", draft.pk), {
        "kind": "self", "body": "UBND phường", "checked_on": "02/11/2026", "content": "Trái luật.",
    })  # fmt: skip
    hoa.post(at("handle", draft.pk), {
        "form": "repeal", "number": "9/QĐ", "decided_on": "02/11/2026", "body": "UBND phường", "reason": "Trái luật.",
    })  # fmt: skip
    draft.refresh_from_db()
    assert (draft.number, draft.state, draft.handlings.get().check_made) == (
        "01/2026/QĐ-UBND", State.REPEALED, draft.checks.get(),
    )  # fmt: skip


def test_the_programme_goes_its_way(enters):
    duc = enters("duc")
    url = duc.post(at("draft_programme"), {"year": "2026"}).url
    line = {"kind": "committee_decision", "title": "Quy chế chợ", "lead": "Văn phòng", "due_month": "12"}
    key = url.rstrip("/").split("/")[-1]
    duc.post(at("add_item", key), line)
    page = duc.get(url).content.decode()
    item = page.split("?van-ban=")[1].split('"')[0]
    assert 'value="Quy chế chợ"' in duc.get(at("start") + f"?van-ban={item}").content.decode()
    assert duc.get(at("start") + "?van-ban=khac").status_code == 404
    enters("hoa").post(at("issue_programme", key), {"number": "15/QĐ-UBND", "issued_on": "01/11/2026"})
    assert "15/QĐ-UBND" in enters("thu").get(at("programmes")).content.decode()


def test_bad_input_loses_nothing_that_was_typed(enters, drafts):
    draft = world.with_version(drafts)
    answer = enters("duc").post(
        at("open_round", draft.pk),
        {"letter": "21/VP", "agencies": "Công an phường", "sent_on": "02/11/2026", "due_on": "03/11/2026"},
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ít nhất 7 ngày, sớm nhất đến ngày 09/11/2026" in page
    assert "Công an phường</textarea>" in page


def test_every_list_opens_to_whoever_may_read_and_shows_what_is_not_sure(enters, drafts):
    world.with_version(drafts)

    for code in ("duc", "hoa", "thu", "binh"):
        client = enters(code)
        for name in ("home", "drafts", "programmes", "law"):
            assert client.get(at(name)).status_code == 200
        assert "Quy chế quản lý chợ" in client.get(at("drafts")).content.decode()
    assert "cần xác nhận" in client.get(at("law")).content.decode()


def test_rows_of_another_ward_are_neither_listed_nor_opened(enters, drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs)
    tuan = enters("tuan")
    keys = {
        "draft": one.draft.pk, "appraisal": one.pk, "report_pdf": one.pk, "round": one.draft.rounds.get().pk,
        "opinions_pdf": one.draft.pk, "submit": one.draft.pk, "edit": one.draft.pk,
    }  # fmt: skip

    assert {name: tuan.get(at(name, key)).status_code for name, key in keys.items()} == dict.fromkeys(keys, 404)
    assert tuan.get(at("version", one.draft.pk, 1)).status_code == 404
    assert "Quy chế quản lý chợ" not in tuan.get(at("drafts")).content.decode()


def test_strangers_log_in_and_citizens_find_nothing(client, drafts):
    draft = world.with_version(drafts)
    assert client.get(at("draft", draft.pk)).status_code == 302
    people.enter(client, people.lan())

    assert client.get(at("draft", draft.pk)).status_code == 404


def test_every_officers_page_names_its_right():
    assert {getattr(page.callback, "permission", "") for page in pages} == {
        "drafting.read", "drafting.write", "drafting.appraise", "drafting.decide", "drafting.issue", "drafting.check",
    }  # fmt: skip


# --- the portal -------------------------------------------------------------------------
def test_anybody_reads_and_comments_without_an_account(client, drafts):
    posting = world.posted(drafts)
    assert "Quy chế quản lý chợ" in client.get("/du-thao/").content.decode()
    page = client.get(at("public_draft", posting.pk)).content.decode()
    assert "Điều 1. Phạm vi điều chỉnh" in page

    answer = client.post(
        at("public_draft", posting.pk), {"text": "Nên mở cửa từ 5 giờ.", "name": "Ông Ba"}, follow=True
    )
    assert "Đã nhận góp ý" in answer.content.decode()
    one = Comment.objects.get()
    assert one.text not in answer.content.decode()
    assert client.get(at("public_file", posting.pk)).status_code == 200


def test_a_comment_that_is_read_is_shown_without_its_name(client, enters, drafts):
    posting = world.posted(drafts)
    client.post(at("public_draft", posting.pk), {"text": "Nên mở cửa từ 5 giờ.", "name": "Ông Ba"})
    one = Comment.objects.get()
    duc = enters("duc")
    duc.post(at("show_comment", one.pk))
    assert "Ông Ba" in duc.get(at("posting", posting.pk)).content.decode()
    duc.post(at("comment_verdict", one.pk), {"verdict": "taken"})
    duc.logout()

    page = duc.get(at("public_draft", posting.pk)).content.decode()
    assert "Nên mở cửa từ 5 giờ." in page
    assert "Cơ quan trả lời: tiếp thu" in page
    assert "Ông Ba" not in page


def test_a_comment_too_short_or_too_often_keeps_its_words(client, drafts):
    posting = world.posted(drafts)
    url = at("public_draft", posting.pk)
    short = client.post(url, {"text": "ngắn"})
    assert (short.status_code, "ngắn</textarea>" in short.content.decode()) == (422, True)
    for _ in range(limits.LOOK_UP.most):
        client.post(url, {"text": "Nên mở cửa từ 5 giờ."})

    refused = client.post(url, {"text": "Thêm một góp ý nữa."})
    assert (refused.status_code, Comment.objects.count()) == (429, limits.LOOK_UP.most)
    assert "Thêm một góp ý nữa.</textarea>" in refused.content.decode()


def test_a_posting_to_come_is_not_there_and_one_that_is_over_takes_nothing(client, drafts, settings):
    posting = world.posted(drafts)
    settings.CLOCK = later(-1)
    assert client.get(at("public_draft", posting.pk)).status_code == 404
    settings.CLOCK = later(11)
    page = client.get(at("public_draft", posting.pk)).content.decode()

    assert "đã hết thời gian góp ý" in page
    assert client.post(at("public_draft", posting.pk), {"text": "Nên mở cửa từ 5 giờ."}).status_code == 422
    assert not Comment.objects.exists()


def test_a_draft_that_is_stopped_is_off_the_portal_with_its_file_and_reminds_nobody(client, drafts, signs):
    posting = world.posted(drafts)
    client.post(at("public_draft", posting.pk), {"text": "Nên mở cửa từ 5 giờ."})
    asked = [one.what for one in queries.alerts([posting.draft.unit_id], on=world.ON)]
    acts.stop_draft(posting.draft, reason="Đăng nhầm tệp.", by=signs, at=world.AT)

    assert "Duyệt góp ý trên cổng" in asked
    assert queries.alerts([posting.draft.unit_id], on=world.ON) == ()
    assert [client.get(at(name, posting.pk)).status_code for name in ("public_draft", "public_file")] == [404, 404]
