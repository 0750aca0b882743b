"""Acts of the one-stop: does it, who may not, wrong state, exact journal row, nothing kept when it fails."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts, queries, rules
from motcua.counter.dossiers.choices import ReturnWay, State
from motcua.counter.dossiers.models import Dossier, DossierStep, DueChange, IssuedSlip
from motcua.counter.dossiers.tests.world import COPY_ANSWERS, TUESDAY, as_actor, intake, received
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.instruments.jobs.models import Job
from motcua.instruments.signing import queries as signatures
from motcua.instruments.vault import queries as vault
from motcua.legal.procedures import rules as law


def test_receipt_gives_a_code_a_due_moment_and_the_next_step(minh):
    dossier = received(as_actor(minh))

    assert dossier.code == "H17.101-260310-0001"
    assert dossier.due_at == dossier.original_due_at == datetime(2026, 3, 13, 17, tzinfo=VN)
    assert (dossier.state, dossier.step_name) == ("received", "Thẩm tra")
    assert list(DossierStep.objects.order_by("no").values_list("no", "finished_at")) == [(0, TUESDAY), (1, None)]
    assert Job.objects.filter(task__endswith="after_receipt").count() == 1


def test_receipt_is_on_record_with_its_facts(minh):
    dossier = received(as_actor(minh))

    (entry,) = journal.history(dossier)
    assert (entry.act, entry.name, entry.facts["code"]) == ("receive", "Trần Văn Minh", dossier.code)
    assert entry.facts["law"] == dossier.law_id


def test_codes_run_on_through_the_day_and_start_again_the_next(minh):
    by = as_actor(minh)

    first, second = received(by), received(by)
    next_day = received(by, at=TUESDAY + timedelta(days=1))

    assert [one.code[-11:] for one in (first, second, next_day)] == ["260310-0001", "260310-0002", "260311-0001"]


def test_a_second_click_gives_the_first_dossier(minh):
    wanted = intake()

    first = acts.receive(wanted, by=as_actor(minh), at=TUESDAY)
    second = acts.receive(wanted, by=as_actor(minh), at=TUESDAY + timedelta(seconds=2))

    assert second.pk == first.pk
    assert Dossier.objects.count() == 1


def test_an_officer_of_another_ward_takes_nothing_in_here(minh, tuan):
    with pytest.raises(NotAllowed):
        received(as_actor(tuan))

    assert Dossier.objects.count() == 0


def test_nothing_is_kept_when_the_journal_fails(minh):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry RENAME TO journal_gone")

    with pytest.raises(Exception, match="journal_entry"):
        received(as_actor(minh))


def test_a_dossier_keeps_the_law_of_its_day(minh):
    dossier = received(as_actor(minh))

    assert queries.law_of(dossier).code == "1.004873"
    assert dossier.law.content["key"] == dossier.law_id


def test_a_supplement_stops_the_clock_and_restarts_it_from_zero(minh, hanh):
    dossier = received(as_actor(minh))
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY + timedelta(hours=1))
    asked = TUESDAY + timedelta(days=1)

    acts.ask_supplement(dossier, items=["Giấy báo tử"], reason="Chưa rõ.", by=as_actor(hanh), at=asked)
    again = acts.supplement(dossier, by=as_actor(minh), at=TUESDAY + timedelta(days=6))

    assert again.due_at == datetime(2026, 3, 19, 17, tzinfo=VN)
    assert again.original_due_at == datetime(2026, 3, 13, 17, tzinfo=VN)
    assert list(DueChange.objects.order_by("at").values_list("reason", flat=True)) == ["received", "supplement"]
    assert IssuedSlip.objects.get(kind="supplement_request").number == 1


def test_a_supplement_names_something_and_why(minh, hanh):
    dossier = received(as_actor(minh))
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY)

    with pytest.raises(ValueError, match="đủ các giấy tờ"):
        acts.ask_supplement(dossier, items=[], reason="x", by=as_actor(hanh), at=TUESDAY)


def to_approval(minh, hanh, **changes):
    dossier = received(as_actor(minh), **changes)
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY + timedelta(minutes=10))
    return acts.propose(dossier, grant=True, by=as_actor(hanh), at=TUESDAY + timedelta(minutes=20))


def test_signing_registers_prints_signs_and_keeps_in_one_act(minh, hanh, hoa):
    dossier = to_approval(minh, hanh)

    result = acts.sign(dossier, by=as_actor(hoa), at=TUESDAY + timedelta(minutes=30))

    (report,) = signatures.check(vault.read(result.file))
    assert (report.intact, report.covers_whole) == (True, True)
    assert (result.signed_title, result.signed_by) == ("KT. Chủ tịch, Phó Chủ tịch", "Nguyễn Thị Hoa")
    assert Dossier.objects.get().state == State.SIGNED


def test_who_holds_no_signing_post_cannot_sign(minh, hanh, hoa):
    dossier = to_approval(minh, hanh)

    with pytest.raises(NotAllowed, match="không giữ vị trí ký"):
        acts.sign(dossier, by=as_actor(hanh), at=TUESDAY)

    assert Dossier.objects.get().state == State.PROPOSED


def test_a_dossier_goes_the_whole_way(minh, hanh, hoa, thu):
    dossier = to_approval(minh, hanh)
    acts.sign(dossier, by=as_actor(hoa), at=TUESDAY + timedelta(hours=1))
    acts.release(dossier, by=as_actor(thu), at=TUESDAY + timedelta(hours=2))

    ended = acts.return_result(
        dossier, way=ReturnWay.DESK, to="Nguyễn Thị Lan", by=as_actor(minh), at=TUESDAY + timedelta(hours=3)
    )

    assert (ended.state, ended.is_open) == (State.RETURNED, False)
    assert ended.settled_at == TUESDAY + timedelta(hours=2)
    assert [entry.act for entry in journal.history(ended)] == [
        "receive",
        "take_up",
        "propose",
        "sign",
        "release",
        "return_result",
    ]


def test_a_result_is_not_handed_over_before_the_fee_is_paid(minh, hanh, hoa, thu):
    version = intake("2.000815", COPY_ANSWERS).law
    fees = law.fee_lines(version, answers=COPY_ANSWERS)
    dossier = to_approval(minh, hanh, code="2.000815", answers=COPY_ANSWERS, fees=fees)
    acts.sign(dossier, by=as_actor(hoa), at=TUESDAY + timedelta(hours=1))
    acts.release(dossier, by=as_actor(thu), at=TUESDAY + timedelta(hours=2))

    assert Dossier.objects.get().fee_vnd == 12000
    with pytest.raises(ValueError, match="chưa nộp đủ"):
        acts.return_result(dossier, way=ReturnWay.DESK, to="Lan", by=as_actor(minh), at=TUESDAY + timedelta(hours=3))
    acts.pay(dossier, vnd=12000, how="cash", by=as_actor(minh), at=TUESDAY + timedelta(hours=3))
    acts.return_result(dossier, way=ReturnWay.DESK, to="Lan", by=as_actor(minh), at=TUESDAY + timedelta(hours=3))


def test_a_refusal_is_proposed_then_decided_with_its_slip(minh, hanh, hoa):
    dossier = received(as_actor(minh))
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY)
    acts.propose(dossier, grant=False, reason="Đang có vợ.", by=as_actor(hanh), at=TUESDAY)

    with pytest.raises(rules.ActNotOpen, match="trình từ chối"):
        acts.sign(dossier, by=as_actor(hoa), at=TUESDAY)
    ended = acts.refuse(dossier, reason="Đang có vợ.", by=as_actor(hoa), at=TUESDAY)

    assert (ended.state, ended.step_role) == (State.REFUSED, "counter")
    assert IssuedSlip.objects.get().kind == "refusal"


def test_an_apology_moves_the_due_moment_once_and_keeps_the_first(minh, hanh, hoa):
    dossier = received(as_actor(minh))
    later = datetime(2026, 3, 17, 17, tzinfo=VN)

    two_days_on = TUESDAY + timedelta(days=2)
    said = {"reason": "Chờ xác minh.", "fault_step": "Thẩm tra", "by": as_actor(hoa), "at": two_days_on}

    moved = acts.apologise(dossier, new_due_at=later, **said)

    assert (moved.due_at, moved.original_due_at) == (later, datetime(2026, 3, 13, 17, tzinfo=VN))
    with pytest.raises(rules.AlreadyApologised):
        acts.apologise(dossier, new_due_at=later + timedelta(days=1), **said)


def test_verification_moves_the_due_moment_to_the_longer_limit(minh, hanh):
    dossier = received(as_actor(minh))
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY)

    until, question = TUESDAY + timedelta(days=3), "Xác minh"
    asked = acts.consult(
        dossier, asked="UBND phường Bàn Thạch", question=question, answer_by=until, by=as_actor(hanh), at=TUESDAY
    )

    assert asked.due_at > datetime(2026, 3, 13, 17, tzinfo=VN)
    assert DueChange.objects.filter(reason="verification").count() == 1


def test_two_officers_on_one_dossier_the_second_is_told(minh, hanh):
    dossier = received(as_actor(minh))
    stale = Dossier.objects.get()
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY)

    with pytest.raises(rules.ActNotOpen, match="đang thẩm tra"):
        acts.take_up(stale, officer=hanh, by=as_actor(hanh), at=TUESDAY)


def test_a_citizen_withdraws_only_an_own_dossier(minh):
    lan = people.lan()
    filed = acts.submit(intake(account_id=lan.pk), by=people.actor(lan, TUESDAY.date()), at=TUESDAY)

    ended = acts.withdraw(filed, reason="Đổi ý.", by=people.actor(lan, TUESDAY.date()), at=TUESDAY)

    assert ended.state == State.WITHDRAWN
    assert ended.code is None


def test_an_online_application_gets_its_code_at_acceptance(minh):
    lan = people.lan()
    filed = acts.submit(intake(account_id=lan.pk), by=people.actor(lan, TUESDAY.date()), at=TUESDAY)

    taken = acts.receive_submitted(filed, by=as_actor(minh), at=TUESDAY + timedelta(hours=1))

    assert filed.code is None
    assert taken.code == "H17.101-260310-0001"
    assert taken.received_at == TUESDAY + timedelta(hours=1)


def test_a_clock_set_backwards_stops_nobody(minh, hanh):
    dossier = received(as_actor(minh))
    acts.take_up(dossier, officer=hanh, by=as_actor(hanh), at=TUESDAY + timedelta(hours=2))

    proposed = acts.propose(dossier, grant=True, by=as_actor(hanh), at=TUESDAY - timedelta(hours=1))

    step = DossierStep.objects.get(no=1)
    assert proposed.state == State.PROPOSED
    assert step.finished_at == step.started_at
