"""The page that mends a declaration: the form as at intake, what follows, what two officers see of each other."""

import pytest

from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.choices import AmendReason, State
from motcua.counter.dossiers.models import AnswerChange
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.test_amendment import LOAN, NOON, copies
from motcua.counter.dossiers.tests.world import COPY_ANSWERS, TUESDAY, WHOLE_STATUS
from motcua.instruments.printing import queries as printing
from motcua.instruments.printing.tests.pictures import words as printed
from motcua.legal.eforms.rules.text import as_text


def url(dossier):
    return f"/mot-cua/ho-so/{dossier.code or dossier.pk}/viec/amend/"


def posted(answers, dossier, **more):
    typed = {key: as_text(value) for key, value in answers.items() if key != "original.flaw"}
    return {**typed, "reason": "mistyped", "words": "", "seen": str(dossier.journal_seq), "amend": "1", **more}


def test_the_page_shows_the_form_as_at_intake_with_the_present_answers(cast, at_desk):
    dossier = ways.in_progress(cast, answers=WHOLE_STATUS)

    page = at_desk(cast.hanh).get(url(dossier))

    text = page.content.decode()
    assert page.status_code == 200
    for group in queries.form_of(dossier).groups:
        assert f'id="g-{group.key}"' in text
    assert 'name="requester.full_name" value="Nguyễn Thị Lan"' in text
    assert 'name="subject.birth_date.year" value="1990"' in text
    assert "Ngày hẹn trả giữ nguyên" in text
    assert page.context["amended"].changed == ()


def test_a_name_is_mended_and_the_receipt_is_offered_again_with_the_new_one(cast, at_desk):
    dossier = copies(cast)
    slip = acts.issue_receipt(dossier, at=TUESDAY)
    client = at_desk(cast.minh)

    done = client.post(url(dossier), posted(LOAN, dossier), follow=True)

    text = done.content.decode()
    assert [str(one) for one in done.context["messages"]] == [
        f"Sửa nội dung tờ khai: đã xong, hồ sơ {dossier.code}.",
    ]
    assert "Giấy hẹn đã in mang nội dung cũ" in text
    assert (
        "Đã sửa: Họ, chữ đệm, tên (người yêu cầu): “Nguyễn Thị Lan” → “Nguyễn Thị Loan”. Lý do: Nhập sai khi tiếp nhận."
    ) in text
    again = acts.issue_receipt(ways.fresh(dossier), at=NOON)
    paper = printing.render(queries.receipt_paper(ways.fresh(dossier), again, []))
    assert again.pk == slip.pk
    assert "Nguyễn Thị Loan" in printed(paper)


def test_no_new_receipt_is_offered_where_it_says_the_same(cast, at_desk):
    dossier = ways.in_progress(cast, answers=WHOLE_STATUS)
    acts.issue_receipt(dossier, at=TUESDAY)

    done = at_desk(cast.hanh).post(
        url(dossier), posted({**WHOLE_STATUS, "purpose.text": "Mua nhà"}, dossier), follow=True
    )

    assert ways.fresh(dossier).answers["purpose.text"] == "Mua nhà"
    assert "Giấy hẹn đã in" not in done.content.decode()


def test_an_error_stands_beside_its_question_and_on_top_and_what_was_typed_stays(cast, at_desk):
    dossier = ways.in_progress(cast, answers=WHOLE_STATUS)
    wrong = {**WHOLE_STATUS, "requester.birth_date": "31/02/1990", "purpose.text": "Mua nhà <em>"}

    page = at_desk(cast.hanh).post(url(dossier), posted(wrong, dossier, reason="other"))

    text = page.content.decode()
    assert page.status_code == 422
    assert text.count("31/02/1990") >= 2
    assert 'value="Mua nhà &lt;em&gt;"' in text
    assert "Ghi rõ lý do sửa." in text
    assert 'href="#' in text[text.index('id="eform-errors"') :][:900]
    assert ways.fresh(dossier).journal_seq == dossier.journal_seq


def test_nothing_changed_is_told(cast, at_desk):
    dossier = copies(cast)

    page = at_desk(cast.minh).post(url(dossier), posted(COPY_ANSWERS, dossier))

    assert (page.status_code, "Chưa sửa ô nào trong tờ khai." in page.content.decode()) == (422, True)


def test_a_fee_that_changes_is_shown_before_it_is_taken_over(cast, at_desk):
    dossier = copies(cast)
    client, more = at_desk(cast.minh), {**COPY_ANSWERS, "document.copies": 2}

    first = client.post(url(dossier), posted(more, dossier, fee_told="12000"))
    unmoved = ways.fresh(dossier).fee_vnd
    second = client.post(url(dossier), posted(more, dossier, fee_told="8000"), follow=True)

    assert (first.status_code, unmoved) == (422, 12000)
    assert "Phí, lệ phí đổi từ 12.000 đ thành 8.000 đ: trả lại 4.000 đ." in first.content.decode()
    assert "Phải trả lại người nộp <strong>4.000 đ</strong>" in first.content.decode()
    assert 'name="fee_told" value="8000"' in first.content.decode()
    assert "trả lại người nộp 4.000 đ" in second.content.decode()
    assert "Phí, lệ phí: 12.000 đ → 8.000 đ" in second.content.decode()


def test_counting_anew_changes_nothing(cast, at_desk):
    dossier = copies(cast)
    asked = posted({**COPY_ANSWERS, "document.copies": 5}, dossier, preview="1")
    del asked["amend"]

    page = at_desk(cast.minh).post(url(dossier), asked)

    assert (page.status_code, ways.fresh(dossier).journal_seq) == (200, dossier.journal_seq)
    assert "Còn phải thu thêm <strong>8.000 đ</strong>" in page.content.decode()


def test_a_paper_the_new_answers_call_for_is_asked_on_the_page(cast, at_desk):
    known = {**WHOLE_STATUS, "lookup.marriage": "failed"}
    dossier = ways.received(cast, answers=known)
    divorced = {**WHOLE_STATUS, "status.kind": "divorced", "status.spouse": "Lê Văn Tám"}
    divorced |= {"status.judgment_number": "12", "status.judgment_on": "2020-01-02", "status.judgment_court": "TAND"}
    client = at_desk(cast.minh)

    first = client.post(url(dossier), posted(divorced, dossier))
    second = client.post(url(dossier), posted(divorced, dossier, **{"paper.end_of_marriage": "seen"}))

    assert (first.status_code, second.status_code) == (422, 302)
    assert "Giấy tờ chứng minh đã ly hôn" in first.content.decode()
    assert 'name="paper.end_of_marriage"' in first.content.decode()
    assert dossier.papers.get(code="end_of_marriage").state == "seen"


def test_the_second_of_two_officers_is_told_and_finds_the_colleagues_words_in_the_boxes(cast, at_desk):
    dossier = ways.in_progress(cast, answers=WHOLE_STATUS)
    theirs = {**WHOLE_STATUS, "subject.birth_date": "1990-04-05"}
    acts.amend(dossier, answers=theirs, reason=AmendReason.MISTYPED, by=cast.by.minh, at=NOON)
    mine = posted({**WHOLE_STATUS, "purpose.text": "Mua nhà"}, dossier)
    client = at_desk(cast.hanh)

    told = client.post(url(dossier), mine)
    shown = told.context["values"]
    client.post(
        url(dossier),
        {**shown, **{key: mine[key] for key in ("reason", "amend")}, "seen": told.context["why"]["seen"].value()},
    )

    assert told.status_code == 422
    assert "Trần Văn Minh vừa làm việc “Sửa nội dung tờ khai”" in told.content.decode()
    after = ways.fresh(dossier).answers
    assert (after["subject.birth_date"], after["purpose.text"]) == ("1990-04-05", "Mua nhà")


def test_who_may_not_sees_no_button_and_no_page(cast, at_desk, tuan):
    dossier = ways.in_progress(cast, answers=WHOLE_STATUS)
    people = {**vars(cast), "tuan": tuan}

    told = {name: at_desk(who).get(url(dossier)).status_code for name, who in people.items()}
    sent = {name: at_desk(who).post(url(dossier), posted(LOAN, dossier)).status_code for name, who in people.items()}

    assert told == {"minh": 200, "hanh": 200, "hoa": 403, "thu": 403, "lan": 404, "tuan": 404}
    assert {name: status for name, status in sent.items() if name not in {"minh", "hanh"}} == {
        "hoa": 403, "thu": 403, "lan": 404, "tuan": 404,
    }  # fmt: skip
    assert AnswerChange.objects.count() == 0


@pytest.mark.parametrize(
    ("make", "who", "offered"),
    [
        *((ways.received, "minh", True), (ways.in_progress, "hanh", True), (ways.confirmed, "hanh", True)),
        *((ways.in_progress, "hoa", False), (ways.proposed, "hanh", False), (ways.confirm_asked, "hanh", False)),
    ],
)
def test_the_dossier_offers_it_where_it_is_open(cast, at_desk, make, who, offered):
    dossier = make(cast, answers=WHOLE_STATUS)

    links = at_desk(cast.who(who)).get(f"/mot-cua/ho-so/{dossier.code}/").context["acts"]

    assert ("Sửa nội dung tờ khai" in {one["name"] for one in links}) == offered


def test_a_dossier_without_a_form_is_not_offered_it(cast, at_desk):
    dossier = copies(cast, form_key="")
    client = at_desk(cast.minh)

    links = client.get(f"/mot-cua/ho-so/{dossier.code}/").context["acts"]

    assert "Sửa nội dung tờ khai" not in {one["name"] for one in links}
    assert client.get(url(dossier)).status_code == 404


def test_once_proposed_the_page_says_so(cast, at_desk):
    dossier = ways.proposed(cast, answers=WHOLE_STATUS)

    page = at_desk(cast.hanh).get(url(dossier))

    assert "Tờ khai chỉ sửa được trước khi trình" in page.content.decode()


def test_who_may_not_see_the_person_reads_which_questions_were_mended_and_no_answer(cast, at_desk):
    dossier = copies(cast)
    acts.amend(dossier, answers=LOAN, reason=AmendReason.MISTYPED, by=cast.by.minh, at=NOON)

    notes = [
        event.note for event in at_desk(cast.thu).get(f"/mot-cua/ho-so/{dossier.code}/?phan=history").context["events"]
    ]

    assert notes[-1] == "Đã sửa: Họ, chữ đệm, tên (người yêu cầu). Lý do: Nhập sai khi tiếp nhận."


def test_the_page_warns_that_a_confirmed_draft_goes_out_again(cast, at_desk):
    dossier = ways.confirmed(cast, answers=WHOLE_STATUS)
    client = at_desk(cast.hanh)

    warned = client.get(url(dossier)).content.decode()
    done = client.post(
        url(dossier), posted({**WHOLE_STATUS, "purpose.text": "Mua nhà"}, dossier, reason="asked"), follow=True
    )

    assert "phải gửi bản dự thảo để xác nhận lại" in warned
    assert "Bản dự thảo phải xác nhận lại" in done.content.decode()
    assert ways.fresh(dossier).state == State.IN_PROGRESS
