"""Who may issue what on which day; limits; the due day backwards and forwards; the first day of effect."""

import shutil
from datetime import date, datetime

import pytest
from django.conf import settings
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import loader, rules

LAW = loader.law(settings.LAW_DIR)
DAY = date


def may(kind, level, on):
    return LAW.may_issue(kind, level, on).may


@pytest.mark.parametrize(
    ("on", "regime"),
    [
        (DAY(2016, 7, 1), "law2015"),
        (DAY(2021, 1, 1), "law2015_2020"),
        (DAY(2025, 3, 31), "law2015_2020"),
        (DAY(2025, 4, 1), "law2025"),
        (DAY(2025, 7, 1), "law2025_87"),
    ],
)
def test_the_law_of_the_day(on, regime):
    assert LAW.regime_on(on).key == regime


def test_before_the_law_of_2015_nothing_is_claimed():
    with pytest.raises(rules.NotThatWay, match="30/06/2016"):
        LAW.regime_on(DAY(2016, 6, 30))


@pytest.mark.parametrize(
    ("on", "answers"),
    [
        (DAY(2025, 3, 31), {"province": True, "city": True, "ward": True}),
        (DAY(2025, 4, 1), {"province": True, "city": True, "ward": False}),
        (DAY(2025, 6, 30), {"province": True, "city": True, "ward": False}),
        (DAY(2025, 7, 1), {"province": True, "city": False, "ward": True}),
    ],
)
def test_the_commune_loses_and_regains_its_power_and_the_district_ends(on, answers):
    for kind in ("council_resolution", "committee_decision"):
        assert {level: may(kind, level, on) for level in answers} == answers


def test_the_chair_of_a_province_issues_from_july_2025_and_nobody_else_does():
    assert [may("chair_decision", "province", on) for on in (DAY(2025, 6, 30), DAY(2025, 7, 1))] == [False, True]
    assert not may("chair_decision", "ward", DAY(2026, 1, 1))


def test_a_refusal_says_why():
    answer = LAW.may_issue("committee_decision", "ward", DAY(2025, 5, 5))

    assert (
        answer.why == "Từ ngày 01/4 đến ngày 30/6/2025 cấp xã không có thẩm quyền ban hành văn bản quy phạm pháp luật."
    )
    assert answer.row.by == "64/2025/QH15, 4"


def days(key, level, on, kind="committee_decision", *, urgent=False):
    row = LAW.limit(key, kind=kind, level=level, on=on, urgent=urgent)
    return row and (row.days, row.anchor)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("consult", "ward", DAY(2026, 1, 5)), (7, "after")),
        (("appraisal_dossier", "city", DAY(2024, 5, 6)), (10, "before_meeting")),
        (("appraisal_report", "city", DAY(2024, 5, 6)), (5, "before_meeting")),
        (("appraisal_dossier", "city", DAY(2024, 5, 6), "council_resolution"), (20, "before_meeting")),
        (("appraisal_report", "city", DAY(2024, 5, 6), "council_resolution"), (10, "before_meeting")),
        (("appraisal_report", "province", DAY(2026, 1, 5)), (15, "after")),
        (("effect", "city", DAY(2024, 5, 6)), (7, "after")),
        (("effect", "ward", DAY(2026, 1, 5)), (10, "after")),
        (("posting", "province", DAY(2024, 5, 6)), (30, "after")),
        (("posting", "province", DAY(2026, 1, 5)), (20, "after")),
        (("posting", "province", DAY(2026, 1, 5), "chair_decision"), (10, "after")),
        (("posting", "ward", DAY(2026, 1, 5)), None),
        (("publish", "ward", DAY(2026, 1, 5)), (3, "after")),
        (("appraisal_report", "ward", DAY(2024, 5, 6)), None),
    ],
)
def test_the_limits_of_the_day(asked, answer):
    assert days(*asked) == answer


def test_the_shortened_procedure_is_shorter_where_the_law_says_so_and_ordinary_elsewhere():
    on = DAY(2026, 1, 5)

    assert days("consult", "ward", on, urgent=True) == (3, "after")
    assert days("appraisal_report", "province", on, urgent=True) == (7, "after")
    assert days("publish", "ward", on, urgent=True) == (3, "after")


def test_a_ward_had_no_appraisal_before_july_2025():
    needs = [
        LAW.needs_appraisal(kind="committee_decision", level="ward", on=on) for on in (DAY(2024, 5, 6), DAY(2025, 7, 1))
    ]

    assert needs == [False, True]


def due(row, began_at, meeting_on=None):
    return rules.due_on(
        row, began_at=began_at, meeting_on=meeting_on, calendar=worktime_files.calendar(), hours=worktime_files.hours()
    )


def test_backwards_from_the_meeting_a_day_off_is_stepped_over():
    row = LAW.limit("appraisal_report", kind="committee_decision", level="city", on=DAY(2024, 5, 6))

    assert due(row, datetime(2024, 5, 6, 9, tzinfo=VN), DAY(2024, 5, 24)) == DAY(2024, 5, 17)
    with pytest.raises(rules.NotThatWay, match="ngày dự kiến họp"):
        due(row, datetime(2024, 5, 6, 9, tzinfo=VN))


def test_forwards_from_receipt_the_day_itself_is_not_counted_and_a_day_off_moves_on():
    row = LAW.limit("appraisal_report", kind="committee_decision", level="province", on=DAY(2026, 11, 2))

    assert due(row, datetime(2026, 11, 2, 9, tzinfo=VN)) == DAY(2026, 11, 17)
    assert due(row, datetime(2026, 11, 6, 9, tzinfo=VN)) == DAY(2026, 11, 23)


def faults(signed, effective, *, urgent=False, reason=""):
    least = LAW.limit("effect", kind="committee_decision", level="ward", on=signed, urgent=urgent)
    found = rules.effect_faults(
        signed_on=signed, effective_on=effective, least=least, is_urgent=urgent, reason=reason
    )  # fmt: skip
    return [(one.is_wrong, one.words) for one in found]


def test_effect_begins_ten_days_after_signing():
    assert faults(DAY(2025, 12, 18), DAY(2025, 12, 28)) == []
    ((wrong, words),) = faults(DAY(2025, 12, 18), DAY(2025, 12, 27))
    assert wrong
    assert words.startswith("Có hiệu lực sớm nhất từ ngày 28/12/2025 (10 ngày sau khi ký)")


def test_the_same_day_needs_the_shortened_procedure_and_its_reason():
    day = DAY(2025, 8, 31)

    assert faults(day, day, urgent=True, reason="Phòng, chống bão") == []
    assert faults(day, day, urgent=True) == [(True, "Trình tự rút gọn: nêu lý do để văn bản có hiệu lực sớm.")]
    assert faults(day, DAY(2025, 8, 30), urgent=True, reason="x")[0][1].startswith("Ngày có hiệu lực trước ngày ký")


@given(st.dates(DAY(2022, 1, 1), DAY(2026, 6, 1)), st.integers(0, 60))
def test_a_day_before_the_meeting_is_worked_and_leaves_at_least_the_days(meeting, count):
    calendar = worktime_files.calendar(settings.LAW_DIR / "calendar")
    on = rules.latest_before(meeting, count, calendar)

    assert calendar.is_working(on)
    assert (meeting - on).days >= count


def test_missing_papers_are_listed_together():
    rows = LAW.papers_on(DAY(2026, 11, 2))

    assert [row.key for row in rules.missing_papers(rows, ["submission", "draft_text"])] == [
        "opinions", "comparison", "review",
    ]  # fmt: skip
    assert [row.key for row in rules.missing_papers(LAW.papers_on(DAY(2024, 1, 2)), [])] == [
        "submission", "draft_text", "opinions",
    ]  # fmt: skip


# --- the files -----------------------------------------------------------------------
@pytest.fixture
def law(tmp_path):
    made = tmp_path / "law"
    shutil.copytree(settings.LAW_DIR, made)
    return made


def spoil(law, file, before, after):
    path = law / "drafting" / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return [finding.message for finding in loader.findings(law)]


def test_the_shipped_law_is_sound():
    assert loader.findings(settings.LAW_DIR) == ()
    assert [one.key for one in LAW.contents] == list("ABCDEFGH")


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("regimes", "from: 2025-07-01", "from: 2025-07-02", "trống từ 2025-07-01"),
        ("competence", "to: 2025-03-31, may: true", "to: 2025-03-30, may: true", "trống từ 2025-03-31"),
        ("competence", "to: 2025-03-31, may: true", "to: 2025-04-01, may: true", "chồng ngày"),
        ("competence", "level: province", "level: hamlet", "hoặc cấp “hamlet”"),
        ("limits", 'by: "80/2015/QH13, 138"', 'by: "81/2015/QH13, 138"', "không có trong instruments.yaml"),
        ("limits", "anchor: after", "anchor: soon", "không phải after, before_meeting"),
        ("limits", "from: 2025-04-01, days: 7", "from: 2025-03-01, days: 7", "chồng ngày"),
        ("limits", "sure: medium", "sure: rather", "không phải high, medium, low"),
        ("appraisal", "by: 80/2015/QH13; 64/2025/QH15", "by: 80/2015/QH13; 65/2025/QH15", "65/2025/QH15"),
        ("appraisal", "papers:", "papers: [", "không đọc được YAML"),
    ],
)
def test_a_fault_is_found(law, file, before, after, message):
    assert any(message in found for found in spoil(law, file, before, after))


def test_check_law_checks_the_law_of_drafting(law, capsys):
    spoil(law, "limits", "sure: medium", "sure: rather")

    with pytest.raises(SystemExit):
        call_command("check_law", law=law)
    assert "limits.yaml" in capsys.readouterr().out
