"""Programmes and drafts: begun, edited, given versions, asked about, posted."""

from datetime import date, timedelta

import pytest

from motcua.bureau.drafting import acts, queries, rules
from motcua.bureau.drafting.choices import CommentState, ItemState, State, Verdict
from motcua.bureau.drafting.models import Comment, Draft
from motcua.bureau.drafting.tests import world
from motcua.bureau.drafting.tests.world import AT, ON, later
from motcua.house.journal import acts as journal_acts
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import STRANGER
from motcua.instruments.vault.rules import NotAccepted


def last(thing):
    entry = list(journal.history(thing))[-1]
    return entry.act, entry.facts


def item(**changes):
    values = {"kind": "committee_decision", "title": "Quy chế chợ", "lead": "Văn phòng", "due_month": 10}
    return acts.ItemGiven(**(values | changes))


# --- the programme -------------------------------------------------------------------
def test_a_programme_is_drafted_filled_and_issued(drafts, signs):
    programme = acts.draft_programme(year=2026, by=drafts, at=AT)
    acts.add_item(programme, item(), by=drafts, at=AT)
    issued = acts.issue_programme(programme, number="15/QĐ-UBND", issued_on=ON, by=signs, at=AT)

    assert (issued.agency.code, issued.state, issued.number) == ("P20341", "issued", "15/QĐ-UBND")
    assert last(issued) == ("issue_programme", {"number": "15/QĐ-UBND", "issued_on": "2026-11-02"})
    with pytest.raises(rules.ActNotOpen):
        acts.issue_programme(programme, number="16", issued_on=ON, by=signs, at=AT)
    with pytest.raises(rules.NotThatWay, match="đã có chương trình năm 2026"):
        acts.draft_programme(year=2026, by=drafts, at=AT)


def test_an_empty_programme_is_not_issued_and_a_drafter_does_not_issue(drafts, signs):
    programme = acts.draft_programme(year=2026, by=drafts, at=AT)

    with pytest.raises(rules.NotThatWay, match="chưa có văn bản"):
        acts.issue_programme(programme, number="15", issued_on=ON, by=signs, at=AT)
    with pytest.raises(NotAllowed):
        acts.issue_programme(programme, number="15", issued_on=ON, by=drafts, at=AT)


def test_a_programme_takes_no_text_the_ward_may_not_issue(drafts):
    programme = acts.draft_programme(year=2025, by=drafts, at=AT)

    with pytest.raises(rules.NotThatWay, match="cấp xã không có thẩm quyền"):
        acts.add_item(programme, item(due_month=5), by=drafts, at=AT)


def test_a_line_is_late_then_started_and_drops_with_a_reason(drafts, signs):
    programme = acts.draft_programme(year=2026, by=drafts, at=AT)
    first = acts.add_item(programme, item(), by=drafts, at=AT)
    second = acts.add_item(programme, item(title="Khác", due_month=12), by=drafts, at=AT)
    assert [row.state for row in queries.item_rows(programme, on=ON)] == [ItemState.LATE, ItemState.PLANNED]

    acts.start_draft(world.given(), item=first, by=drafts, at=AT)
    acts.drop_item(second, reason="Đã có văn bản cấp trên.", by=signs, at=AT)
    assert [row.state for row in queries.item_rows(programme, on=ON)] == [ItemState.STARTED, ItemState.DROPPED]
    for refused in (
        lambda: acts.drop_item(first, reason="x", by=signs, at=AT),
        lambda: acts.drop_item(second, reason="x", by=signs, at=AT),
        lambda: acts.start_draft(world.given(), item=first, by=drafts, at=AT),
    ):
        with pytest.raises(rules.NotThatWay):
            refused()


# --- the draft -------------------------------------------------------------------------
def test_a_draft_begins_for_the_agency_of_the_officer(drafts):
    draft = world.draft(drafts)

    assert (draft.agency.code, draft.state, draft.created_by) == ("P20341", State.DRAFTING, "Huỳnh Minh Đức")
    assert last(draft) == (
        "start",
        {
            "unit": "P20341",
            "kind": "committee_decision",
            "title": "Ban hành Quy chế quản lý chợ trên địa bàn phường Tam Kỳ",
            "planned_on": "2026-12-20",
        },
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "chair_decision"}, "Chủ tịch Ủy ban nhân dân cấp xã không ban hành"),
        ({"planned_on": date(2025, 5, 1)}, "cấp xã không có thẩm quyền"),
        ({"title": "  "}, "Ghi tên gọi"),
        ({"is_urgent": True}, "Nêu lý do áp dụng"),
    ],
)
def test_a_draft_the_body_may_not_issue_is_refused_with_the_reason(drafts, changes, words):
    with pytest.raises(rules.NotThatWay, match=words):
        world.draft(drafts, **changes)
    assert not Draft.objects.exists()


def test_nothing_is_kept_if_the_journal_fails(drafts, monkeypatch):
    draft = world.draft(drafts)

    def broken(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(journal_acts, "write", broken)
    for act in (
        lambda: world.draft(drafts),
        lambda: acts.edit_draft(draft, world.given(title="Khác"), by=drafts, at=AT),
        lambda: acts.add_version(draft, world.word(), name="a.docx", by=drafts, at=AT),
    ):
        with pytest.raises(RuntimeError):
            act()
    draft.refresh_from_db()
    assert (Draft.objects.count(), draft.title, draft.versions.count()) == (1, world.given().title, 0)


def test_who_may_not_draft(cast, numbers, elsewhere, drafts):
    draft = world.draft(drafts)

    with pytest.raises(NotAllowed):
        world.draft(numbers)
    with pytest.raises(NotAllowed):
        acts.edit_draft(draft, world.given(title="Khác"), by=elsewhere, at=AT)


def test_an_edit_records_what_changed_and_nothing_when_nothing_did(drafts):
    draft = world.draft(drafts)
    acts.edit_draft(draft, world.given(meeting_on=date(2026, 12, 18)), by=drafts, at=AT)
    acts.edit_draft(draft, world.given(meeting_on=date(2026, 12, 18)), by=drafts, at=AT)

    assert [one.act for one in journal.history(draft)] == ["start", "edit"]
    assert last(draft)[1] == {"changed": {"meeting_on": "2026-12-18"}}


def test_a_version_keeps_the_file_and_its_words(drafts):
    draft = world.draft(drafts)
    first = acts.add_version(draft, world.word(), name="du-thao.docx", by=drafts, at=AT)
    again = world.word("Khác hẳn")
    second = acts.add_version(draft, again, name="du-thao.docx", text="Viết lại", by=drafts, at=AT)

    assert (first.number, second.number, second.text) == (1, 2, "Khác hẳn")
    assert "Điều 1. Phạm vi điều chỉnh\n" in first.text
    assert last(draft) == ("add_version", {"number": 2, "sha256": second.file.sha256, "note": "Viết lại"})
    with pytest.raises(rules.NotThatWay, match="giống hệt phiên bản 2"):
        acts.add_version(draft, again, name="x.docx", by=drafts, at=AT)


def test_a_file_that_is_no_document_is_not_taken(drafts):
    draft = world.draft(drafts)

    with pytest.raises(NotAccepted):
        acts.add_version(draft, b"MZ not a document", name="du-thao.docx", by=drafts, at=AT)
    assert not draft.versions.exists()


def test_stopping_ends_what_is_open(drafts, signs):
    one = world.consulting(drafts)
    stopped = acts.stop_draft(one.draft, reason="Không còn cần thiết.", by=signs, at=later(1))

    one.refresh_from_db()
    assert (stopped.state, one.closed_on) == (State.STOPPED, later(1).date())
    with pytest.raises(rules.ActNotOpen):
        acts.stop_draft(one.draft, reason="x", by=signs, at=later(1))
    with pytest.raises(rules.NotThatWay, match="Nêu lý do"):
        acts.stop_draft(world.draft(drafts), reason=" ", by=signs, at=AT)


# --- opinions -------------------------------------------------------------------------------
def test_a_round_asks_everybody_once_about_the_latest_version(drafts):
    one = world.consulting(drafts)

    assert [row.name for row in one.recipients.order_by("number")] == ["Công an phường", "Trạm Y tế phường"]
    assert last(one.draft) == (
        "open_round",
        {"number": 1, "letter": "21/UBND-VP", "due_on": "2026-11-09", "recipients": 2, "version": 1},
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"due_on": ON + timedelta(days=6)}, "ít nhất 7 ngày, sớm nhất đến ngày 09/11/2026"),
        ({"agencies": [" "]}, "ít nhất một nơi"),
        ({"letter": ""}, "Ghi số"),
        ({"sent_on": ON + timedelta(days=1), "due_on": ON + timedelta(days=9)}, "chưa đến"),
    ],
)
def test_a_round_leaves_everybody_the_days_of_the_law(drafts, changes, words):
    draft = world.with_version(drafts)

    with pytest.raises(rules.NotThatWay, match=words):
        acts.open_round(draft, world.round_given(**changes), by=drafts, at=AT)
    draft.refresh_from_db()
    assert draft.state == State.DRAFTING


def test_the_shortened_procedure_leaves_three_days(drafts):
    draft = world.with_version(drafts, is_urgent=True, urgent_reason="Phòng, chống bão")
    short = world.round_given(due_on=ON + timedelta(days=3))

    assert acts.open_round(draft, short, by=drafts, at=AT).due_on == date(2026, 11, 5)


def test_without_a_version_nobody_is_asked(drafts):
    with pytest.raises(rules.NotThatWay, match="chưa có phiên bản"):
        acts.open_round(world.draft(drafts), world.round_given(), by=drafts, at=AT)


def test_an_answer_says_something_and_what_is_not_taken_is_explained(drafts):
    one = world.consulting(drafts)
    answer = world.answer(one, drafts)
    with pytest.raises(rules.NotThatWay, match="Ghi nội dung ý kiến"):
        world.answer(one, drafts, 2, text=" ")
    with pytest.raises(rules.NotThatWay, match="giải trình"):
        acts.handle_answer(answer, verdict=Verdict.EXPLAINED, explanation=" ", by=drafts, at=AT)
    acts.handle_answer(answer, verdict=Verdict.EXPLAINED, explanation="Chợ mở theo mùa.", by=drafts, at=AT)

    assert last(one.draft) == (
        "handle_answer",
        {
            "round": 1, "recipient": "Công an phường", "number": 1, "before": "", "verdict": "explained",
            "explanation": "Chợ mở theo mùa.",
        },
    )  # fmt: skip


def test_a_round_is_closed_when_all_is_answered_or_over_and_every_opinion_has_its_verdict(drafts):
    one = world.consulting(drafts)
    answer = world.answer(one, drafts)
    with pytest.raises(rules.NotThatWay, match="1 ý kiến chưa được"):
        acts.close_round(one, by=drafts, at=later(1))
    acts.handle_answer(answer, verdict=Verdict.TAKEN, explanation="", by=drafts, at=AT)
    with pytest.raises(rules.NotThatWay, match="1 nơi chưa trả lời và chưa hết hạn"):
        acts.close_round(one, by=drafts, at=later(7))

    assert acts.close_round(one, by=drafts, at=later(8)).state == State.CONSULTED
    with pytest.raises(rules.ActNotOpen):
        world.answer(one, drafts, 2)


def test_a_second_round_does_not_open_the_first_again(drafts):
    first = world.consulting(drafts)
    acts.handle_answer(world.answer(first, drafts), verdict=Verdict.TAKEN, explanation="", by=drafts, at=AT)
    draft = acts.close_round(first, by=drafts, at=later(8))
    sent = world.round_given(sent_on=later(8).date(), due_on=later(15).date())
    acts.open_round(draft, sent, by=drafts, at=later(8))

    with pytest.raises(rules.ActNotOpen, match="Đợt lấy ý kiến 1 đã kết thúc"):
        world.answer(first, drafts, 2)


# --- the portal --------------------------------------------------------------------------------
def comment(posting, text="Nên mở cửa từ 5 giờ sáng.", at=AT):
    return acts.comment(posting, acts.CommentGiven(text=text, name="Ông Ba"), by=STRANGER, at=at)


def test_anybody_comments_while_the_posting_is_open_and_the_record_keeps_no_name(drafts):
    posting = world.posted(drafts)
    made = comment(posting)

    entry = list(journal.history(posting.draft))[-1]
    assert (made.state, entry.act, entry.name, entry.facts) == (
        CommentState.WAITING, "comment", "", {"comment": str(made.pk)},
    )  # fmt: skip
    for words, at in (("ngắn", AT), ("dài" * 2000, AT)):
        with pytest.raises(rules.NotThatWay, match="ký tự"):
            comment(posting, words, at)
    for at in (later(-1), later(11)):
        with pytest.raises(rules.ActNotOpen):
            comment(posting, at=at)


def test_a_comment_is_shown_or_kept_off_with_a_reason_and_answered(drafts, elsewhere):
    posting = world.posted(drafts)
    one, two = comment(posting), comment(posting, "Số điện thoại của ông X là…")
    with pytest.raises(NotAllowed):
        acts.moderate_comment(one, state=CommentState.SHOWN, reason="", by=elsewhere, at=AT)
    acts.moderate_comment(one, state=CommentState.SHOWN, reason="", by=drafts, at=AT)
    with pytest.raises(rules.NotThatWay, match="Nêu lý do"):
        acts.moderate_comment(two, state=CommentState.HIDDEN, reason="", by=drafts, at=AT)
    acts.moderate_comment(two, state=CommentState.HIDDEN, reason="Có thông tin cá nhân", by=drafts, at=AT)

    assert list(queries.comments_shown(posting)) == [one]
    with pytest.raises(rules.NotThatWay, match="Chưa hết thời gian"):
        acts.close_posting(posting, by=drafts, at=later(10))
    with pytest.raises(rules.NotThatWay, match="1 góp ý chưa được tiếp thu"):
        acts.close_posting(posting, by=drafts, at=later(11))
    acts.handle_comment(one, verdict=Verdict.TAKEN, explanation="", by=drafts, at=later(11))
    acts.close_posting(posting, by=drafts, at=later(11))
    assert last(posting.draft) == ("close_posting", {"comments": 2})
    with pytest.raises(rules.ActNotOpen):
        comment(posting, at=later(11))
    assert Comment.objects.count() == 2


def test_a_draft_is_posted_once_at_a_time_from_today_on(drafts):
    posting = world.posted(drafts)

    with pytest.raises(rules.NotThatWay, match="đang được đăng tải"):
        acts.post(posting.draft, from_on=ON, to_on=ON, question="", by=drafts, at=AT)
    with pytest.raises(rules.NotThatWay, match="trước hôm nay"):
        acts.post(world.with_version(drafts), from_on=ON - timedelta(days=1), to_on=ON, question="", by=drafts, at=AT)
