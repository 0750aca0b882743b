"""Proposals: from finding or observation to answer, judgement and closing; none closes without answer or reason."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.bureau.law_watch import acts, queries, rules
from motcua.bureau.law_watch.models import Proposal
from motcua.bureau.law_watch.tests import world
from motcua.bureau.law_watch.tests.world import AT, ON
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed


def test_a_proposal_goes_from_finding_to_closing_and_every_step_is_on_record(writes, issues):
    found = world.finding(writes)
    row = acts.send_proposal(world.letter(), finding=found, by=writes, at=AT)
    acts.answer_proposal(row, answer="Đã hướng dẫn", answered_on=date(2026, 11, 9), number="8/STP", by=writes, at=AT)
    acts.judge_proposal(row, is_accepted=True, judgement="Đầy đủ", by=issues, at=AT)
    closed = acts.close_proposal(row, by=issues, at=AT)

    assert (closed.state, closed.closed_on, closed.answer_number) == ("closed", ON, "8/STP")
    assert list(queries.proposals_of(found.inspection)) == [closed]
    entries = list(journal.history(row))
    assert [entry.act for entry in entries] == ["send_proposal", "answer_proposal", "accept_proposal", "close_proposal"]
    assert entries[-1].facts == {"before": "accepted", "reason": ""}


def test_a_rejected_proposal_says_why(writes, issues):
    row = world.answered(writes)
    with pytest.raises(rules.NotThatWay, match="nhận xét"):
        acts.judge_proposal(row, is_accepted=False, judgement=" ", by=issues, at=AT)

    assert acts.judge_proposal(row, is_accepted=False, judgement="Trái quy định", by=issues, at=AT).state == "rejected"


def test_nothing_is_closed_without_an_answer_or_a_reason(writes, issues):
    row = world.proposal(writes)
    with pytest.raises(rules.NotThatWay, match="nêu lý do"):
        acts.close_proposal(row, reason=" ", by=issues, at=AT)
    assert Proposal.objects.get().state == "sent"

    closed = acts.close_proposal(row, reason="Cơ quan nhận đã giải thể", by=issues, at=AT)
    assert (closed.state, closed.closed_reason) == ("closed", "Cơ quan nhận đã giải thể")


def test_an_answer_must_be_judged_before_closing(writes, issues):
    row = world.answered(writes)

    with pytest.raises(rules.ActNotOpen):
        acts.close_proposal(row, reason="Xong", by=issues, at=AT)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"due_on": date(2026, 10, 19)}, "Hạn trả lời"),
        ({"sent_on": date(2026, 11, 26), "due_on": date(2026, 12, 1)}, "chưa đến"),
        ({"number": " "}, "Ghi số"),
    ],
)
def test_a_letter_that_cannot_be_is_refused(writes, given, message):
    with pytest.raises(rules.NotThatWay, match=message):
        world.proposal(writes, **given)
    assert not Proposal.objects.exists()


def test_one_letter_is_recorded_once_to_each_body(writes):
    world.proposal(writes)

    with pytest.raises(rules.NotThatWay, match="đã được ghi"):
        world.proposal(writes)


def test_an_answer_comes_after_the_letter(writes):
    row = world.proposal(writes)

    with pytest.raises(rules.NotThatWay, match="Ngày trả lời"):
        acts.answer_proposal(row, answer="x", answered_on=date(2026, 10, 19), by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="chưa đến"):
        acts.answer_proposal(row, answer="x", answered_on=date(2026, 11, 26), by=writes, at=AT)


def test_no_proposal_is_made_from_a_finding_of_another_ward(writes, elsewhere):
    found = world.finding(writes)

    with pytest.raises(NotAllowed):
        acts.send_proposal(world.letter(), finding=found, by=elsewhere, at=AT)


def test_unanswered_ones_come_first_and_the_most_overdue_on_top(writes, issues, elsewhere):
    world.proposal(writes, number="1", due_on=date(2026, 11, 24))
    world.proposal(writes, number="2", due_on=date(2026, 11, 1))
    world.proposal(writes, number="3", due_on=ON)
    world.answered(writes, number="4")
    world.proposal(elsewhere, number="9")
    unit = Proposal.objects.get(number="1").unit_id

    assert [(row.proposal.number, row.late) for row in queries.proposals([unit], on=ON)] == [
        ("2", 24), ("1", 1), ("3", 0), ("4", 0),
    ]  # fmt: skip
    assert [row.proposal.number for row in queries.unanswered([unit], on=ON)] == ["2", "1", "3"]
    assert [row.number for row in queries.to_judge([unit])] == ["4"]


def test_the_database_refuses_a_closing_without_answer_or_reason(writes):
    row = world.proposal(writes)

    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(state="closed", closed_on=ON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(state="accepted")
