"""The appraisal: its dossier, its due day, its opinions, its signed report; then submission to publication."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.bureau.drafting import acts, queries, rules
from motcua.bureau.drafting.choices import CheckKind, Conclusion, HandlingForm, Head, Judgement, State
from motcua.bureau.drafting.models import Appraisal, Draft, Opinion
from motcua.bureau.drafting.tests import world
from motcua.bureau.drafting.tests.world import ON, later
from motcua.house.journal import acts as journal_acts
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.instruments.signing import queries as signatures
from motcua.instruments.vault import queries as vault


def last(thing):
    entry = list(journal.history(thing))[-1]
    return entry.act, entry.facts


def test_everything_missing_is_asked_for_once(drafts, appraises):
    one = world.requested(drafts, "comparison", "review")
    with pytest.raises(rules.NotThatWay, match=r"Hồ sơ còn thiếu: Bản so sánh.*; Báo cáo rà soát"):
        acts.receive_dossier(one, by=appraises, at=later(2))
    acts.ask_missing(one, by=appraises, at=later(2))
    assert last(one.draft) == ("ask_missing", {"missing": ["comparison", "review"]})

    given = {"comparison": world.file(name="so-sanh.docx"), "review": None}
    acts.request_appraisal(one.draft, letter="23/VP", papers=given, by=drafts, at=later(3))
    received = acts.receive_dossier(one, by=appraises, at=later(3))
    assert (Appraisal.objects.count(), received.due_on) == (1, date(2026, 11, 20))


def test_a_full_dossier_is_not_sent_back(drafts, appraises):
    one = world.requested(drafts)

    with pytest.raises(rules.NotThatWay, match="đã đủ"):
        acts.ask_missing(one, by=appraises, at=later(2))


def test_the_report_is_due_fifteen_days_after_the_full_dossier(drafts, appraises):
    one = world.appraising(drafts, appraises)

    act, facts = last(one.draft)
    assert (act, facts["number"], facts["due_on"]) == ("receive_dossier", 1, "2026-11-19")


def test_in_the_division_of_2024_the_report_is_due_before_the_meeting(ward):
    cv = people.actor(people.officer("hanh", "Lê Thị Hạnh", "TK-TP.CV"), on=date(2024, 5, 6))
    made = world.draft(
        cv, at=later(0).replace(year=2024, month=5, day=6), planned_on=date(2024, 5, 27), meeting_on=date(2024, 5, 24)
    )
    at = later(0).replace(year=2024, month=5, day=6)

    assert (made.unit.code, made.agency.code) == ("TK-TP", "TK")
    assert queries.report_due(made, at=at) == date(2024, 5, 17)
    assert [(one.name, one.on) for one in queries.milestones(made, on=date(2024, 5, 6))] == [
        ("Gửi hồ sơ thẩm định", date(2024, 5, 14)),
        ("Gửi báo cáo thẩm định", date(2024, 5, 17)),
        ("Có hiệu lực sớm nhất", date(2024, 6, 3)),
        ("Đăng công báo, niêm yết", date(2024, 5, 30)),
        ("Gửi văn bản để kiểm tra", date(2024, 5, 30)),
    ]


def test_who_drafted_does_not_appraise(drafts, cast):
    one = world.requested(drafts)

    with pytest.raises(NotAllowed, match="không thẩm định dự thảo của chính mình"):
        acts.receive_dossier(one, by=drafts, at=later(2))


def test_who_may_not_appraise(drafts, appraises, elsewhere, numbers):
    one = world.requested(drafts)
    for stranger in (elsewhere, numbers):
        with pytest.raises(NotAllowed):
            acts.receive_dossier(one, by=stranger, at=later(2))

    acts.receive_dossier(one, by=appraises, at=later(2))
    with pytest.raises(rules.ActNotOpen):
        acts.receive_dossier(one, by=appraises, at=later(2))


def test_an_opinion_keeps_what_the_machine_found(drafts, appraises):
    one = world.appraising(drafts, appraises)
    opinion = acts.write_opinion(one, "B", judgement=Judgement.FIT, text="", by=appraises, at=later(3))

    assert opinion.machine == [
        {
            "words": "Không tìm thấy căn cứ pháp lý nào trong dự thảo.",
            "is_wrong": True,
            "by": "78/2025/NĐ-CP",
            "place": "toàn văn bản",
            "quote": "",
            "remedy": "Ghi các căn cứ về thẩm quyền và về nội dung, mỗi căn cứ một dòng",
        }
    ]
    assert last(one.draft) == ("write_opinion", {"content": "B", "judgement": "fit", "text": ""})
    for content, judgement, words in (("C", Judgement.MEND, "Ghi rõ"), ("H", Judgement.FIT, "Không có nội dung")):
        with pytest.raises(rules.NotThatWay, match=words):
            acts.write_opinion(one, content, judgement=judgement, text=" ", by=appraises, at=later(3))


def test_the_machine_says_what_it_did_not_look_at(drafts):
    made = world.draft(drafts)
    assert {one.content for one in queries.machine_findings(made, on=ON).not_run} == set("ABCDEFG")

    made = world.with_version(drafts)
    assert {one.content: one.why for one in queries.machine_findings(made, on=ON).not_run} == {
        "C": "Chỉ quy định những vấn đề được giao hoặc phân cấp theo luật",
        "F": "chưa có tờ trình trong hồ sơ thẩm định",
    }


def sign(one, by, **changes):
    values = {"number": "12/BC-UBND", "conclusion": Conclusion.READY, "conclusion_words": ""}
    return acts.sign_report(one, **(values | changes), by=by, at=later(4))


def test_the_report_is_printed_signed_and_kept(drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs)

    pdf = vault.read(one.report)
    (report,) = signatures.check(pdf)
    assert (report.signer, report.intact, report.covers_whole) == ("Nguyễn Thị Hoa", True, True)
    one.draft.refresh_from_db()
    assert (one.signed_title, one.draft.state) == ("KT. Chủ tịch, Phó Chủ tịch", State.APPRAISED)
    assert last(one.draft) == (
        "sign_report",
        {"number": "12/BC-UBND", "conclusion": "ready", "sha256": one.report.sha256},
    )


def test_a_report_is_not_signed_unfinished_against_itself_or_without_a_key(drafts, appraises, signs, cast):
    one = world.appraising(drafts, appraises)
    with pytest.raises(rules.NotThatWay, match="Chưa ghi ý kiến về nội dung A, B"):
        sign(one, signs)
    for content in "ABCDEFG":
        judgement = Judgement.MEND if content == "B" else Judgement.FIT
        acts.write_opinion(one, content, judgement=judgement, text="Sửa căn cứ.", by=appraises, at=later(3))
    with pytest.raises(rules.NotThatWay, match="không kết luận đủ điều kiện"):
        sign(one, signs)
    with pytest.raises(NotAllowed):
        sign(one, appraises, conclusion=Conclusion.AFTER_MENDING)

    assert not Appraisal.objects.filter(signed_at__isnull=False).exists()


def test_nothing_of_a_report_is_kept_if_the_journal_fails(drafts, appraises, signs, monkeypatch):
    one = world.judged(drafts, appraises)

    def broken(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(journal_acts, "write", broken)
    with pytest.raises(RuntimeError):
        sign(one, signs)
    one.refresh_from_db()
    assert (one.report_number, one.report, one.draft.state) == ("", None, State.APPRAISING)


def test_a_draft_to_be_mended_is_submitted_with_a_newer_version_only(drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs, Conclusion.AFTER_MENDING, B=Judgement.MEND)
    with pytest.raises(rules.NotThatWay, match="thêm phiên bản"):
        acts.submit(one.draft, number="30/TTr", by=drafts, at=later(5))
    acts.add_version(one.draft, world.word("Đã hoàn thiện"), name="b.docx", by=drafts, at=later(5))

    made = acts.submit(one.draft, number="30/TTr", by=drafts, at=later(5))
    assert (made.state, last(made)) == (State.SUBMITTED, ("submit", {"number": "30/TTr", "version": 2}))


def test_a_draft_found_not_ready_is_written_and_appraised_anew(drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs, Conclusion.NOT_READY, D=Judgement.UNFIT)
    with pytest.raises(rules.NotThatWay, match="chưa đủ điều kiện"):
        acts.submit(one.draft, number="30/TTr", by=drafts, at=later(5))
    made = acts.rework(one.draft, reason="Theo báo cáo thẩm định.", by=drafts, at=later(5))

    assert made.state == State.DRAFTING


def test_a_returned_draft_is_submitted_again(drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs)
    made = acts.submit(one.draft, number="30/TTr", by=drafts, at=later(5))
    acts.return_draft(made, reason="Làm rõ Điều 1.", by=signs, at=later(5))

    assert acts.submit(made, number="31/TTr", by=drafts, at=later(6)).state == State.SUBMITTED


# --- adoption, issue, publication ---------------------------------------------------------------
def test_more_than_half_must_agree(drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs)
    made = acts.submit(one.draft, number="30/TTr", by=drafts, at=later(5))

    for votes, members in ((2, 4), (6, 5), (0, 0)):
        with pytest.raises(rules.NotThatWay):
            acts.adopt(made, adopted_on=later(6).date(), votes_for=votes, members=members, by=signs, at=later(6))
    adopted = acts.adopt(made, adopted_on=later(6).date(), votes_for=3, members=5, by=signs, at=later(6))
    assert last(adopted) == ("adopt", {"adopted_on": "2026-11-08", "votes_for": 3, "members": 5})


def test_a_text_is_numbered_in_its_series_of_the_year(drafts, appraises, signs, numbers):
    made = world.issued(drafts, appraises, signs, numbers)

    assert (made.number, made.state) == ("01/2026/QĐ-UBND", State.ISSUED)
    act, facts = last(made)
    assert (act, facts.pop("document")) == ("issue", "quyet-dinh-1-2026-qd-ubnd")
    assert facts == {
        "number": "01/2026/QĐ-UBND", "signed_on": "2026-11-08", "effective_on": "2026-11-18", "early_reason": "",
    }  # fmt: skip


def test_a_series_begun_elsewhere_goes_on_and_never_back(drafts, appraises, signs, numbers):
    made = world.adopted(drafts, appraises, signs)
    issued = acts.issue(made, world.signed(order=7), by=numbers, at=later(6))
    other = world.adopted(drafts, appraises, signs)

    assert issued.number == "07/2026/QĐ-UBND"
    with pytest.raises(rules.NotThatWay):
        acts.issue(other, world.signed(order=7), by=numbers, at=later(6))
    assert acts.issue(other, world.signed(), by=numbers, at=later(6)).number == "08/2026/QĐ-UBND"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"effective_on": date(2026, 11, 17)}, "sớm nhất từ ngày 18/11/2026"),
        ({"signed_on": date(2026, 11, 9), "effective_on": date(2026, 12, 9)}, "chưa đến"),
        ({"signed_on": date(2026, 11, 7)}, "trước ngày"),
        ({"signer": " "}, "Ghi người ký"),
    ],
)
def test_a_text_is_not_issued_too_early(drafts, appraises, signs, numbers, changes, words):
    made = world.adopted(drafts, appraises, signs)

    with pytest.raises(rules.NotThatWay, match=words):
        acts.issue(made, world.signed(**changes), by=numbers, at=later(6))
    assert not Draft.objects.exclude(number="").exists()


def test_only_the_clerk_numbers_and_publishes(drafts, appraises, signs, numbers):
    made = world.adopted(drafts, appraises, signs)
    with pytest.raises(NotAllowed):
        acts.issue(made, world.signed(), by=drafts, at=later(6))
    issued = acts.issue(made, world.signed(), by=numbers, at=later(6))
    published = acts.publish(issued, published_on=later(7).date(), where="Công báo", by=numbers, at=later(7))

    assert last(published) == ("publish", {"published_on": "2026-11-09", "where": "Công báo"})


# --- after issue, alerts ---------------------------------------------------------------------------
def found(made, by, *heads):
    given = acts.CheckGiven(
        kind=CheckKind.COMPETENT, body="Sở Tư pháp", checked_on=later(8).date(), number="5/KL-STP",
        found=[(head, "Quy định thêm thủ tục.") for head in heads],
    )  # fmt: skip
    return acts.record_check(made, given, by=by, at=later(8))


def test_the_body_above_checks_and_finds_head_by_head(drafts, appraises, signs, numbers, above, elsewhere):
    made = world.issued(drafts, appraises, signs, numbers)
    with pytest.raises(NotAllowed):
        found(made, elsewhere)
    check = found(made, above, Head.CONTENT)

    assert (check.is_lawful, [one.head for one in check.findings.all()]) == (False, ["content"])
    assert last(made)[1]["found"] == ["content: Quy định thêm thủ tục."]


@pytest.mark.parametrize(
    ("form", "state"),
    [
        (HandlingForm.SUSPEND, State.SUSPENDED),
        (HandlingForm.REPEAL, State.REPEALED),
        (HandlingForm.CORRECT, State.ISSUED),
    ],
)
def test_an_unlawful_text_is_handled_and_the_result_published_in_three_days(
    drafts, appraises, signs, numbers, form, state
):
    made = world.issued(drafts, appraises, signs, numbers)
    check = found(made, signs, Head.CONTENT)
    given = acts.HandlingGiven(
        form=form, number="9/QĐ-UBND", decided_on=later(9).date(), body="UBND phường", reason="Trái luật."
    )
    handling = acts.handle_text(made, given, check=check, by=signs, at=later(9))
    made.refresh_from_db()
    assert made.state == state
    alert = [one.due_on for one in queries.alerts([made.unit_id], on=later(9).date()) if "xử lý" in one.what]
    assert alert == [later(12).date()]

    acts.publish_handling(handling, published_on=later(10).date(), where="Cổng", by=numbers, at=later(10))
    with pytest.raises(rules.ActNotOpen):
        acts.publish_handling(handling, published_on=later(10).date(), where="Cổng", by=numbers, at=later(10))


def whats(units, on):
    return [(one.what, one.due_on) for one in queries.alerts(units, on=on)]


def test_alerts_follow_the_draft(drafts, appraises, signs, numbers, elsewhere):
    one = world.requested(drafts)
    unit = one.draft.unit_id
    assert whats([unit], ON) == [("Kiểm tra hồ sơ thẩm định", None)]
    acts.receive_dossier(one, by=appraises, at=later(2))
    assert whats([unit], ON) == [("Báo cáo thẩm định", date(2026, 11, 19))]

    report = world.reported(drafts, appraises, signs)
    assert ("Đóng dấu báo cáo thẩm định", None) in whats([unit], ON)
    acts.stop_draft(report.draft, reason="Thôi", by=signs, at=later(5))
    assert ("Đóng dấu báo cáo thẩm định", None) not in whats([unit], ON)

    issued = world.issued(drafts, appraises, signs, numbers)
    assert whats([unit], ON)[0] == ("Tự kiểm tra văn bản đã ban hành", None)
    assert ("Đăng công báo, niêm yết", issued.signed_on + timedelta(days=3)) in whats([unit], ON)
    assert whats([], ON) == []


def test_the_database_refuses_an_issued_text_without_a_number(drafts):

    made = world.draft(drafts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.filter(pk=made.pk).update(state=State.ISSUED)
    assert Opinion.objects.count() == 0
