"""Queueing, running, failing, in one process."""

from datetime import datetime, time, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django_tasks import TaskResultStatus
from django_tasks.exceptions import InvalidTaskError, TaskResultDoesNotExist

from motcua.base.keys import new_id
from motcua.base.worktime.rules import VN
from motcua.house.journal.models import Seal
from motcua.house.numbering.queries import peek
from motcua.house.office.rules import SYSTEM
from motcua.instruments.jobs import acts, queries, rules, schedule
from motcua.instruments.jobs.choices import State
from motcua.instruments.jobs.jobs import forget_old_jobs, seal_yesterday
from motcua.instruments.jobs.models import Job
from motcua.instruments.jobs.tests import tasks

NOW = rules.machine_now()


def test_queueing_costs_one_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        tasks.note.enqueue("a")


def test_an_act_may_name_its_task_by_its_path(drain):
    acts.enqueue("motcua.instruments.jobs.tests.tasks.note", ["a"])

    drain()

    assert tasks.DONE == ["a"]


def test_a_job_queued_in_a_rolled_back_act_is_not_queued(db):
    with transaction.atomic():
        tasks.note.enqueue("a")
        transaction.set_rollback(True)

    assert Job.objects.count() == 0


def test_many_jobs_are_queued_in_one_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        queued = acts.enqueue_many(tasks.note, [{"what": number} for number in range(40)])

    assert (queued, Job.objects.count()) == (40, 40)


def test_a_job_done_keeps_its_answer(drain):
    result = tasks.note.enqueue("a")

    drain()
    result.refresh()

    assert (result.status, result.return_value, tasks.DONE) == (TaskResultStatus.SUCCESSFUL, {"noted": "a"}, ["a"])


def test_urgent_jobs_go_first_then_the_oldest(drain):
    tasks.note.enqueue("first")
    tasks.note.enqueue("second")
    tasks.note.using(priority=10).enqueue("urgent")
    tasks.note.using(priority=-10).enqueue("some day")

    drain()

    assert tasks.DONE == ["urgent", "first", "second", "some day"]


def test_a_job_waits_for_its_moment(drain):
    tasks.note.using(run_after=NOW + timedelta(hours=1)).enqueue("later")

    assert (drain(), drain(after=3601)) == (0, 1)


def test_one_key_is_queued_once_even_after_it_was_done(drain):
    for _ in range(2):
        tasks.note.using(unique_key="day").enqueue("a")
        drain()

    assert tasks.DONE == ["a"]


def test_a_failed_job_pauses_longer_each_time_and_ends_visible(drain):
    tasks.stumble.enqueue("effect")

    ran = [drain(), drain(), drain(after=10), drain(after=10), drain(after=30), drain(after=9999)]

    assert ran == [1, 0, 1, 0, 1, 0]
    job = queries.failed().get()
    assert (job.attempts, job.state, job.error.splitlines()[-1]) == (3, "failed", "ZeroDivisionError: effect")
    assert peek("effect") == 4  # three committed effects: this task did not ask for exactly once


def test_the_pause_grows_to_an_hour():
    assert [rules.pause(attempt).total_seconds() for attempt in (1, 2, 3, 6, 7, 500)] == [10, 30, 90, 2430, 3600, 3600]


def test_a_task_that_gives_up_is_not_tried_again(drain):
    tasks.give_up.enqueue()

    assert (drain(), drain(after=9999), queries.failed().count()) == (1, 0, 1)


def test_what_an_exactly_once_task_wrote_is_undone_when_it_fails(drain):
    tasks.number_and_fail_on_first_attempt.enqueue("book")

    drain()
    assert peek("book") == 1
    drain(after=10)

    assert (peek("book"), Job.objects.get().state) == (2, "done")


def test_a_task_may_see_its_attempt(drain):
    result = tasks.tell_attempt.enqueue()

    drain()
    result.refresh()

    assert result.return_value == 1


def test_a_task_that_no_longer_exists_fails_like_any_other(drain):
    tasks.note.enqueue("a")
    Job.objects.update(task="motcua.instruments.jobs.tests.tasks.gone", max_attempts=1)

    drain()

    assert "gone" in queries.failed().get().error


def test_a_failed_job_can_be_tried_anew(drain):
    tasks.give_up.enqueue()
    drain()

    acts.run_again(queries.failed().get(), by=SYSTEM, at=NOW, now=NOW)

    assert (queries.load(now=NOW).ready, queries.load(now=NOW).failed) == (1, 0)


def test_a_dead_workers_job_is_taken_back_when_its_lease_has_run_out(db):
    tasks.note.enqueue("a")
    job = acts.claim(worker="dead", lease=timedelta(seconds=60), now=rules.machine_now())

    early = acts.take_back(now=job.lease_until)
    late = acts.take_back(now=job.lease_until + timedelta(seconds=1))

    assert (early, late, Job.objects.get().state) == (0, 1, "ready")


def test_a_renewed_lease_holds_on(db):
    tasks.note.enqueue("a")
    job = acts.claim(worker="alive", lease=timedelta(seconds=60), now=rules.machine_now())

    held = acts.renew([job.id], worker="alive", lease=timedelta(seconds=60), now=job.lease_until)

    assert (held, acts.take_back(now=job.lease_until + timedelta(seconds=1))) == (1, 0)


def test_a_job_that_kills_its_workers_ends_as_failed(db):
    tasks.note.enqueue("poison")
    for _ in range(rules.MAX_ATTEMPTS):
        job = acts.claim(worker="dead", lease=timedelta(0), now=rules.machine_now())
        acts.take_back(now=job.lease_until + timedelta(seconds=1))
        Job.objects.update(run_after=NOW)

    assert (queries.failed().get().error, queries.load(now=NOW).ready) == (acts.VANISHED, 0)


def test_a_worker_that_lost_its_lease_cannot_end_the_job(db):
    tasks.note.enqueue("a")
    lost = acts.claim(worker="slow", lease=timedelta(0), now=rules.machine_now())
    acts.take_back(now=lost.lease_until + timedelta(seconds=1))
    Job.objects.update(run_after=NOW)
    acts.claim(worker="slow", lease=timedelta(60), now=rules.machine_now())

    with pytest.raises(rules.LeaseLost):
        acts.finish(lost, result=None, now=NOW)

    assert Job.objects.get().state == "running"


@pytest.mark.parametrize(
    "change", [{"state": "running"}, {"state": "done"}, {"finished_at": NOW}, {"lease_until": NOW}]
)
def test_the_database_refuses_a_job_in_two_minds(db, change):
    tasks.note.enqueue("a")

    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.update(**change)


def test_only_plain_values_can_be_given_to_a_job(db):
    with pytest.raises(TypeError):
        tasks.note.enqueue(NOW)


def test_a_task_must_be_found_by_its_path():
    with pytest.raises(InvalidTaskError):
        tasks.task(lambda: None)


def test_an_unknown_job_is_said_to_be_unknown(db):
    with pytest.raises(TaskResultDoesNotExist):
        tasks.note.get_result(str(new_id()))


@pytest.mark.parametrize(
    ("now", "slot"),
    [("2024-11-05T01:29+07:00", "2024-11-04T01:30+07:00"), ("2024-11-05T01:30+07:00", "2024-11-05T01:30+07:00")],
)
def test_a_nightly_round_is_due_at_its_hour(now, slot):
    assert rules.last_nightly(time(1, 30), datetime.fromisoformat(now)) == datetime.fromisoformat(slot)


def test_an_hourly_round_is_due_at_its_minute():
    assert rules.last_hourly(15, datetime(2024, 11, 5, 9, 14, tzinfo=VN)) == datetime(2024, 11, 5, 8, 15, tzinfo=VN)


def test_a_round_is_queued_once_for_each_day_and_a_missed_one_is_made_up_once(drain):
    schedule.nightly("01:30")(tasks.tell_attempt)
    day = datetime(2024, 11, 5, 8, tzinfo=VN)

    queued = [schedule.queue_due(now=day + timedelta(days=days)) for days in (0, 0, 1, 4)]

    assert queued == [1, 0, 1, 1]


def test_the_nightly_round_seals_the_journal_once(db):
    seal_yesterday.call()
    seal_yesterday.call()

    assert Seal.objects.count() == 1


def test_only_jobs_that_ended_well_long_ago_are_forgotten(drain):
    tasks.note.enqueue("old")
    drain()
    Job.objects.update(finished_at=NOW - timedelta(days=31))
    tasks.give_up.enqueue()
    tasks.note.enqueue("new")
    drain()
    Job.objects.filter(state=State.FAILED).update(finished_at=NOW - timedelta(days=31))

    forgotten = forget_old_jobs.call()

    assert (forgotten, Job.objects.count()) == (1, 2)


def test_the_command_does_what_is_due_and_ends(db, no_rounds, capsys):
    tasks.note.enqueue("a")

    call_command("worker", once=True)

    assert (tasks.DONE, capsys.readouterr().out) == (["a"], "Đã làm 1 việc\n")
