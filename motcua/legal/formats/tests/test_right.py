"""A document that is right gets no finding: each common kind, both profiles, both regimes."""

from datetime import date

import pytest

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.tests import drafts

ND30_DAY, OLD_DAY, NEW_DAY = date(2025, 3, 5), date(2025, 2, 13), date(2026, 3, 5)
RIGHT = [
    (drafts.decision, Profile.ND30, ND30_DAY, "QĐ"),
    (drafts.issuing_decision, Profile.ND30, ND30_DAY, "QĐ"),
    (drafts.letter, Profile.ND30, ND30_DAY, "công văn"),
    (drafts.submission, Profile.ND30, ND30_DAY, "TTr"),
    (drafts.report, Profile.ND30, ND30_DAY, "BC"),
    (drafts.notice, Profile.ND30, ND30_DAY, "TB"),
    (drafts.plan, Profile.ND30, ND30_DAY, "KH"),
    (drafts.minutes, Profile.ND30, ND30_DAY, "BB"),
    (drafts.invitation, Profile.ND30, ND30_DAY, "GM"),
    (drafts.legal_decision, Profile.QPPL, NEW_DAY, "QĐ"),
    (lambda: drafts.legal_decision(old=True), Profile.QPPL, OLD_DAY, "QĐ"),
    (drafts.resolution, Profile.QPPL, NEW_DAY, "NQ"),
]


def told(report):
    return [(one.rule.id, one.fault.found, one.fault.excerpt) for one in report.findings]


@pytest.mark.parametrize(
    ("draft", "profile", "on", "kind"), RIGHT, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_right_document_gets_no_finding(draft, profile, on, kind):
    report = queries.check(draft().docx(), profile=profile, on=on)

    assert told(report) == []
    assert report.document_kind == kind


def test_the_same_decision_is_right_in_february_and_wrong_under_the_new_template():
    draft = drafts.legal_decision(old=True).docx()

    assert {one[0] for one in told(queries.check(draft, profile=Profile.QPPL, on=OLD_DAY))} == set()
    assert {one[0] for one in told(queries.check(draft, profile=Profile.QPPL, on=NEW_DAY))} == {"Q-10"}


def test_a_day_before_the_rules_is_refused_with_a_sentence():
    with pytest.raises(queries.Unusable, match="chưa có quy tắc cho ngày 04/03/2020"):
        queries.check(drafts.decision().docx(), profile=Profile.ND30, on=date(2020, 3, 4))
