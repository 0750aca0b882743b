"""A resolution is examined by the council's board before the vote; the report is sealed; mornings remind."""

import shutil
import subprocess
from datetime import date

import pytest

from motcua.bureau.drafting import acts, jobs, queries, rules
from motcua.bureau.drafting.tests import world
from motcua.bureau.drafting.tests.world import AT, later
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM
from motcua.instruments.notices.models import Notice
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing import queries as signatures
from motcua.instruments.signing.choices import HolderKind
from motcua.instruments.vault import queries as vault

MEETING = date(2026, 12, 10)


@pytest.fixture
def resolution(drafts, appraises, signs, monkeypatch):
    changed = world.given
    monkeypatch.setattr(
        world, "given", lambda **more: changed(**({"kind": "council_resolution", "meeting_on": MEETING} | more))
    )
    one = world.reported(drafts, appraises, signs)
    return acts.submit(one.draft, number="30/TTr-VP", by=drafts, at=later(5))


def vote(draft, by, **changes):
    values = {"adopted_on": MEETING, "votes_for": 14, "members": 25}
    return acts.adopt(draft, **(values | changes), by=by, at=later(40))


def test_a_resolution_is_not_voted_before_the_board_has_reported(resolution, drafts, signs):
    with pytest.raises(rules.NotThatWay, match="chưa được Ban của Hội đồng nhân dân thẩm tra"):
        vote(resolution, signs)

    made = acts.send_for_examination(resolution, board="Ban Pháp chế", sent_on=later(6).date(), by=drafts, at=later(6))
    assert (made.latest_on, made.sent_on <= made.latest_on) == (date(2026, 11, 30), True)
    with pytest.raises(rules.NotThatWay, match="đang được thẩm tra"):
        acts.send_for_examination(resolution, board="Ban", sent_on=later(6).date(), by=drafts, at=later(6))

    acts.record_examination(
        resolution, report_number="05/BC-BPC", reported_on=later(20).date(), agrees=True, opinion="", by=signs,
        at=later(20),
    )  # fmt: skip
    with pytest.raises(rules.NotThatWay, match="Chưa quá nửa"):
        vote(resolution, signs, votes_for=12)
    assert vote(resolution, signs).state == "adopted"


def test_a_dossier_that_comes_too_late_is_recorded_as_late(resolution, drafts):
    made = acts.send_for_examination(resolution, board="Ban", sent_on=date(2026, 12, 3), by=drafts, at=later(31))

    assert made.sent_on > made.latest_on


def test_a_board_that_does_not_agree_says_why(resolution, drafts, signs):
    acts.send_for_examination(resolution, board="Ban", sent_on=later(6).date(), by=drafts, at=later(6))

    with pytest.raises(rules.NotThatWay, match="Ghi ý kiến"):
        acts.record_examination(
            resolution, report_number="5", reported_on=later(9).date(), agrees=False, opinion=" ", by=signs, at=later(9)
        )


def test_a_decision_is_not_examined_by_a_board(drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs)
    made = acts.submit(one.draft, number="30/TTr-VP", by=drafts, at=later(5))

    with pytest.raises(rules.NotThatWay, match="Chỉ dự thảo nghị quyết"):
        acts.send_for_examination(made, board="Ban", sent_on=later(5).date(), by=drafts, at=later(5))


def test_a_waiting_examination_is_an_alert(resolution):
    found = [(one.what, one.due_on) for one in queries.alerts([resolution.unit_id], on=later(6).date())]

    assert ("Gửi hồ sơ thẩm tra", date(2026, 11, 30)) in found


# --- the seal ---------------------------------------------------------------------------------
def seal_key(code="P20341"):
    unit = office.directory().unit(code)
    signing.issue_demo_key(
        holder_id=unit.id, holder_name=unit.name, unit_name=unit.name, by=SYSTEM, at=AT, holder_kind=HolderKind.UNIT
    )


def test_the_report_is_signed_by_the_head_and_sealed_by_the_office(drafts, appraises, signs, numbers, tmp_path):
    one = world.reported(drafts, appraises, signs)
    with pytest.raises(NotAllowed, match="chưa có chứng thư"):
        acts.seal_report(one, by=numbers, at=later(4, 14))
    seal_key()
    with pytest.raises(NotAllowed):
        acts.seal_report(one, by=drafts, at=later(4, 14))
    sealed = acts.seal_report(one, by=numbers, at=later(4, 14))

    pdf = vault.read(sealed.report)
    assert [(report.signer, report.holds) for report in signatures.check(pdf)] == [
        ("Nguyễn Thị Hoa", True), ("Ủy ban nhân dân phường Tam Kỳ", True),
    ]  # fmt: skip
    with pytest.raises(rules.NotThatWay, match="đã được đóng dấu"):
        acts.seal_report(one, by=numbers, at=later(4, 15))
    if program := shutil.which("pdfsig"):
        (tmp_path / "bao-cao.pdf").write_bytes(pdf)
        told = subprocess.run([program, tmp_path / "bao-cao.pdf"], capture_output=True, text=True, check=False).stdout
        assert told.count("Signature is Valid") == 2


def test_a_report_nobody_signed_is_not_sealed(drafts, appraises, numbers):
    seal_key()
    one = world.judged(drafts, appraises)

    with pytest.raises(rules.NotThatWay, match="đã có chữ ký"):
        acts.seal_report(one, by=numbers, at=later(4))


# --- mornings -----------------------------------------------------------------------------------
def told(on):
    jobs.tell(on)
    rows = Notice.objects.filter(about="reminder", channel="in_app").order_by("id")
    return [(row.account_id, row.subject) for row in rows]


def test_a_limit_is_told_once_for_each_threshold_to_who_appraises(drafts, appraises, cast):
    one = world.appraising(drafts, appraises)

    first = told(AT.replace(day=16, hour=5))
    again = told(AT.replace(day=17, hour=6))
    late = told(AT.replace(day=20, hour=5))

    assert one.due_on == date(2026, 11, 19)
    assert {account for account, _ in first} >= {cast["hanh"].account_id}
    assert cast["tuan"].account_id not in {account for account, _ in late}
    assert {subject.partition(":")[0] for _, subject in first} == {"Nhắc việc"}
    assert "còn 3 ngày" in first[0][1]
    assert again == first
    assert len(late) == 2 * len(first)
