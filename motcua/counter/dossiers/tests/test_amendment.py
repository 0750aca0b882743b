"""The declaration of an accepted dossier is mended before it is proposed: who, when, what follows, what is kept."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import Error

from motcua.counter.dossiers import access, acts, name_index, queries, rules
from motcua.counter.dossiers.choices import Act, AmendReason, PaperState, State
from motcua.counter.dossiers.models import AnswerChange, Dossier
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.world import COPY_ANSWERS, DAY, TUESDAY, WHOLE_STATUS, as_actor, intake
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law

NOON = TUESDAY + timedelta(hours=3)
OPEN = {State.RECEIVED, State.ASSIGNED, State.IN_PROGRESS, State.CONFIRMED}
LOAN = {**COPY_ANSWERS, "requester.full_name": "Nguyễn Thị Loan"}


def copies(cast, **changes):
    """Certified copies taken in by Minh, paid: 2 pages, 3 copies."""
    version = procedures.get("2.000815", DAY)
    fees = law.fee_lines(version, answers=COPY_ANSWERS, on=DAY)
    return ways.received(cast, code="2.000815", answers=COPY_ANSWERS, fees=fees, is_paid=True, **changes)


def amend(dossier, answers, by, **more):
    given = {"reason": AmendReason.MISTYPED, "at": NOON, **more}
    return acts.amend(dossier, answers=answers, by=by, **given)


def kept(dossier):
    return Dossier.objects.filter(pk=dossier.pk).values().get()


# --- does it -----------------------------------------------------------------------------
def test_a_mistyped_name_is_mended_and_all_that_shows_it_follows(cast):
    dossier = copies(cast)
    before = kept(dossier)

    amend(dossier, LOAN, cast.by.minh)

    after = kept(dossier)
    assert {name for name in after if after[name] != before[name]} == {
        *("answers", "applicant_name", "applicant_key", "search_text", "journal_seq", "journal_head"),
    }
    assert (after["applicant_name"], after["applicant_key"]) == ("Nguyễn Thị Loan", "nguyen thi loan")
    assert after["search_text"] == "nguyen thi loan 0900000001"
    assert after["answers"] == {**LOAN}


def test_the_search_finds_the_mended_name_and_no_longer_the_old_one(cast):
    dossier, other = copies(cast), copies(cast)
    amend(dossier, LOAN, cast.by.minh)

    def found(words):
        return {row.id for row in queries.search(words, cast.by.minh, at=NOON).rows}

    assert found("loan") == {dossier.pk}
    assert found("thi loan nguyen") == {dossier.pk}
    assert found("nguyen thi loan") == {dossier.pk}
    assert found("lan") == {other.pk}
    assert found("nguyen") == {dossier.pk, other.pk}


def test_an_index_of_names_put_up_before_follows_too(cast):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER dossiers_names_mended")

    name_index.follow_mended(connection)

    dossier = copies(cast)
    amend(dossier, LOAN, cast.by.minh)
    assert [row.id for row in queries.search("loan", cast.by.minh, at=NOON).rows] == [dossier.pk]


def test_the_record_names_the_questions_and_the_reason_but_no_answer(cast):
    dossier = copies(cast)

    amend(dossier, LOAN, cast.by.minh)

    entry = journal.history(dossier).last()
    assert (entry.act, entry.name, entry.at) == ("amend", "Trần Văn Minh", NOON)
    assert entry.facts == {
        "state": "received", "questions": ["requester.full_name"], "reason": "Nhập sai khi tiếp nhận",
    }  # fmt: skip


def test_old_and_new_answers_are_kept_with_the_dossier(cast):
    dossier = copies(cast)

    amend(dossier, LOAN, cast.by.minh, reason=AmendReason.OTHER, words=" Theo căn cước. ")

    change = AnswerChange.objects.values().get(dossier=dossier)
    del change["id"]
    assert change == {
        "dossier_id": dossier.pk, "seq": ways.fresh(dossier).journal_seq, "at": NOON, "by_name": "Trần Văn Minh",
        "reason": "other", "words": "Theo căn cước.",
        "old": {"requester.full_name": "Nguyễn Thị Lan"}, "new": {"requester.full_name": "Nguyễn Thị Loan"},
        "fee_before_vnd": 12000, "fee_after_vnd": 12000,
    }  # fmt: skip


def test_a_confirmed_draft_is_confirmed_anew(cast):
    dossier = ways.confirmed(cast, answers=WHOLE_STATUS)
    due_at = dossier.due_at

    amend(dossier, {**WHOLE_STATUS, "subject.birth_date": "1990-04-05"}, cast.by.hanh, reason=AmendReason.ASKED)

    after = ways.fresh(dossier)
    assert (after.state, after.officer_id, after.due_at) == (State.IN_PROGRESS, cast.hanh.pk, due_at)
    with pytest.raises(rules.NotConfirmed):
        acts.propose(after, grant=True, by=cast.by.hanh, at=NOON)
    acts.send_draft(after, by=cast.by.hanh, at=NOON)


def test_what_is_no_longer_asked_is_dropped_and_told(cast):
    dossier = ways.in_progress(cast, answers={**WHOLE_STATUS, "status.kind": "widowed", "status.spouse": "Lê Văn Tám"})

    amend(dossier, WHOLE_STATUS, cast.by.hanh)

    change = AnswerChange.objects.get()
    assert change.old == {"status.kind": "widowed", "status.spouse": "Lê Văn Tám"}
    assert change.new == {"status.kind": "never_married"}
    assert "status.spouse" not in ways.fresh(dossier).answers


# --- the fee -------------------------------------------------------------------------------
@pytest.mark.parametrize(("number", "owed"), [(2, -4000), (5, 8000)])
def test_a_fee_that_changes_is_recorded_and_what_was_paid_stays(cast, number, owed):
    dossier = copies(cast)

    amend(dossier, {**COPY_ANSWERS, "document.copies": number}, cast.by.minh)

    after = ways.fresh(dossier)
    assert (after.fee_vnd - after.paid_vnd, after.paid_vnd) == (owed, 12000)
    assert sum(line["amount_vnd"] for line in after.fees) == after.fee_vnd
    facts = journal.history(dossier).last().facts
    assert (facts["fee_before_vnd"], facts["fee_vnd"]) == (12000, after.fee_vnd)


def test_what_is_then_owed_may_be_collected(cast):
    dossier = copies(cast)
    amend(dossier, {**COPY_ANSWERS, "document.copies": 5}, cast.by.minh)

    acts.pay(dossier, vnd=8000, how="cash", by=cast.by.minh, at=NOON)

    assert ways.fresh(dossier).paid_vnd == 20000


def test_an_exemption_that_was_granted_holds(cast):
    fees = law.fee_lines(intake().law, answers=WHOLE_STATUS, exemptions=["poor"], on=DAY)
    dossier = ways.received(cast, answers=WHOLE_STATUS, fees=fees)

    amend(dossier, {**WHOLE_STATUS, "purpose.text": "Mua nhà"}, cast.by.minh)

    assert ([line.exemption for line in fees], ways.fresh(dossier).fee_vnd) == (["Người thuộc hộ nghèo"], 0)


# --- what stands in the way -------------------------------------------------------------------
def test_what_the_law_newly_forbids_is_refused_with_its_sentence(cast):
    dossier = ways.received(cast, answers=WHOLE_STATUS)
    too_young = {**WHOLE_STATUS, "purpose.kind": "marriage_abroad", "partner.full_name": "Kim Min Ho"}
    too_young |= {"partner.birth_date": "1990-01-01", "partner.nationality": "KR", "partner.paper_number": "M1234567"}
    too_young |= {"purpose.office": "Seoul", "subject.birth_date": "2010-01-01"}

    with pytest.raises(ValueError, match="Chưa đủ tuổi kết hôn"):
        amend(dossier, too_young, cast.by.minh)

    assert kept(dossier) == kept(dossier) | {"answers": WHOLE_STATUS, "journal_seq": dossier.journal_seq}


def test_what_stood_in_the_way_before_does_not_forbid_to_mend_a_name(cast):
    dossier = ways.received(cast, code="2.000815", answers={**COPY_ANSWERS, "original.flaw": "erased"})

    amend(dossier, LOAN, cast.by.minh)

    assert ways.fresh(dossier).answers == {**LOAN, "original.flaw": "erased"}


def test_a_paper_the_new_answers_call_for_must_be_there_and_joins_the_checklist(cast):
    by_proxy = {**WHOLE_STATUS, "lookup.marriage": "failed"}
    dossier = ways.received(cast, answers=by_proxy)
    divorced = {**by_proxy, "status.kind": "divorced", "status.spouse": "Lê Văn Tám", "status.judgment_number": "12"}
    divorced |= {"status.judgment_on": "2020-01-02", "status.judgment_court": "TAND quận Hải Châu"}

    with pytest.raises(ValueError, match="cần thêm giấy tờ: Giấy tờ chứng minh đã ly hôn"):
        amend(dossier, divorced, cast.by.minh)
    amend(dossier, divorced, cast.by.minh, papers={"end_of_marriage": PaperState.TAKEN})

    assert list(dossier.papers.order_by("no").values_list("no", "code", "state", "kind")) == [
        (1, "application", "taken", ""),
        (2, "end_of_marriage", "taken", "copy"),
    ]
    assert journal.history(dossier).last().facts["papers"] == ["end_of_marriage"]


@pytest.mark.parametrize(
    ("answers", "more", "said"),
    [
        (COPY_ANSWERS, {}, "Chưa sửa ô nào"),
        ({**COPY_ANSWERS, "requester.full_name": ""}, {}, "người yêu cầu"),
        (LOAN, {"reason": AmendReason.OTHER, "words": " "}, "Ghi rõ lý do"),
        ({**COPY_ANSWERS, "document.copies": 100001}, {}, "500"),
    ],
)
def test_nothing_is_mended_without_a_change_an_answer_and_a_reason(cast, answers, more, said):
    dossier = copies(cast)

    with pytest.raises(ValueError, match=said):
        amend(dossier, answers, cast.by.minh, **more)

    assert ways.fresh(dossier).journal_seq == dossier.journal_seq


def test_a_dossier_without_an_electronic_form_has_nothing_to_mend(cast):
    dossier = copies(cast, form_key="")

    with pytest.raises(rules.ActNotOpen, match="không có tờ khai"):
        amend(dossier, LOAN, cast.by.minh)


# --- who, when -------------------------------------------------------------------------------------
def test_the_counter_and_the_specialist_may_and_nobody_else(cast, tuan):
    dossier = ways.filed_in_progress(cast, answers=WHOLE_STATUS)
    people = {**{name: as_actor(one) for name, one in vars(cast).items()}, "tuan": as_actor(tuan)}

    assert {name for name, who in people.items() if access.may(who, Act.AMEND, dossier)} == {"minh", "hanh"}
    for name in people.keys() - {"minh", "hanh"}:
        with pytest.raises(NotAllowed):
            amend(dossier, {**WHOLE_STATUS, "purpose.text": "Mua nhà"}, people[name])
    assert AnswerChange.objects.count() == 0


def test_it_is_open_before_the_proposal_alone():
    assert {state for state in State if (state, Act.AMEND) in rules.NEXT} == OPEN
    assert rules.NEXT[State.CONFIRMED, Act.AMEND] == State.IN_PROGRESS


@pytest.mark.parametrize(
    "make",
    [
        *(ways.submitted, ways.supplement_before, ways.supplement_asked, ways.consulting, ways.confirm_asked),
        *(ways.proposed, ways.signed, ways.done, ways.refused),
    ],
)
def test_elsewhere_it_is_refused_and_nothing_changes(cast, make):
    dossier = make(cast)

    with pytest.raises(rules.ActNotOpen, match="đang ở trạng thái"):
        amend(dossier, WHOLE_STATUS, cast.by.minh)

    assert ways.fresh(dossier).journal_seq == dossier.journal_seq


def test_of_two_at_once_the_second_is_told_and_nothing_of_the_first_is_lost(cast):
    dossier = copies(cast)
    theirs = ways.fresh(dossier)
    amend(dossier, LOAN, cast.by.minh)

    with pytest.raises(rules.ActNotOpen, match="Vừa có người khác"):
        amend(theirs, {**COPY_ANSWERS, "document.pages": 4}, cast.by.hanh)

    assert ways.fresh(dossier).answers == LOAN


def test_nothing_is_kept_when_the_journal_fails(cast):
    dossier = copies(cast)
    before = kept(dossier)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry RENAME TO journal_gone")

    with pytest.raises(Error, match="journal_entry"):
        amend(dossier, LOAN, cast.by.minh)

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_gone RENAME TO journal_entry")
    assert (kept(dossier), AnswerChange.objects.count()) == (before, 0)


def test_another_reason_without_words_cannot_be_kept(cast):
    amend(copies(cast), LOAN, cast.by.minh)

    with pytest.raises(IntegrityError, match="another_reason_is_put_in_words"), transaction.atomic():
        AnswerChange.objects.update(reason="other")
