"""The administrators' page of background work: who sees it, what it shows, a failed job run again on record."""

from datetime import timedelta

import pytest
from django.urls import reverse

from motcua.base.keys import new_id
from motcua.base.worktime.rules import VN
from motcua.house.journal import acts as journal
from motcua.house.journal.models import Entry
from motcua.house.journal.queries import verify
from motcua.house.office import acts as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.models import Post
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.instruments.jobs import acts, queries, rules
from motcua.instruments.jobs.models import Job, Rerun

NOW = people.AT
ERROR = "Traceback (most recent call last):\n  …\nConnectionRefusedError: máy chủ thư không trả lời"
LIST = "/mot-cua/viec-nen/"


@pytest.fixture(autouse=True)
def ward(db, settings):
    settings.CLOCK = people.AT
    people.load_office()


@pytest.fixture
def quan():
    return people.quan()


def job(state, **more):
    given = {"task": "motcua.instruments.notices.jobs.deliver", "run_after": NOW, "enqueued_at": NOW, **more}
    return Job.objects.create(state=state, **given)


def failed(**more):
    return job("failed", finished_at=NOW, attempts=5, error=ERROR, **more)


def again(one):
    return reverse("jobs:run_again", args=[one.pk])


def test_failed_running_and_waiting_jobs_are_told_apart(client, quan):
    failed(task="one.has.failed")
    job("running", task="one.is.running", started_at=NOW, lease_until=NOW + timedelta(minutes=1), attempts=1)
    job("ready", task="one.waits", run_after=NOW + timedelta(hours=1), error=ERROR, attempts=1)
    job("done", task="one.is.done", finished_at=NOW)

    page = people.enter(client, quan).get(LIST)

    lists = {name: [one.task for one in page.context[name]] for name in ("failed", "running", "waiting")}
    assert lists == {"failed": ["one.has.failed"], "running": ["one.is.running"], "waiting": ["one.waits"]}
    shown = page.content.decode()
    assert shown.count("ConnectionRefusedError: máy chủ thư không trả lời") == 3
    assert "one.is.done" not in shown


def test_the_page_costs_as_many_statements_for_thirty_jobs_as_for_one(client, quan, django_assert_num_queries):
    people.enter(client, quan)
    failed()
    client.get(LIST)

    with django_assert_num_queries(7):  # session, account, two of the load, three lists
        client.get(LIST)
    for _ in range(30):
        failed()
    with django_assert_num_queries(7):
        client.get(LIST)


def test_a_failed_job_is_run_again_and_that_is_on_record(client, quan):
    one = failed()

    answer = people.enter(client, quan).post(again(one), follow=True)

    one.refresh_from_db()
    entry = Entry.objects.get(act="job.run_again")
    assert (one.state, one.attempts, one.finished_at) == ("ready", 0, None)
    assert queries.due(now=rules.machine_now()).get() == one
    assert (entry.name, entry.at.astimezone(VN).date()) == ("Đỗ Hồng Quân", people.ON)
    assert entry.facts == {"job": str(one.pk), "task": one.task, "error": ERROR}
    assert "Việc đã xếp hàng chạy lại." in answer.content.decode()
    assert verify().is_whole


def test_a_job_that_has_not_failed_is_not_run_again(client, quan):
    one = job("done", finished_at=NOW)

    answer = people.enter(client, quan).post(again(one), follow=True)

    assert "không còn ở trạng thái hỏng" in answer.content.decode()
    assert (Job.objects.get().state, Rerun.objects.count()) == ("done", 0)


def test_a_second_press_does_nothing():
    one = failed()
    acts.run_again(one, by=SYSTEM, at=NOW, now=NOW)

    with pytest.raises(rules.NotFailed):
        acts.run_again(one, by=SYSTEM, at=NOW, now=NOW)

    assert Rerun.objects.count() == 1


def test_nothing_is_kept_when_the_journal_fails(monkeypatch):
    one = failed()
    monkeypatch.setattr(journal.Entry, "save", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        acts.run_again(one, by=SYSTEM, at=NOW, now=NOW)

    assert (Job.objects.get().state, Rerun.objects.count()) == ("failed", 0)


def test_an_ordinary_officer_is_refused_and_does_not_see_the_link(client):
    minh, one = people.minh(), failed()
    people.enter(client, minh)

    assert [client.get(LIST).status_code, client.post(again(one)).status_code] == [403, 403]
    assert LIST not in client.get(reverse("dossiers:list", args=["mine"])).content.decode()
    with pytest.raises(NotAllowed):
        acts.run_again(one, by=people.actor(minh), at=NOW, now=NOW)
    assert Job.objects.get().state == "failed"


def test_an_administrator_reaches_the_page_from_the_office_and_from_the_menu(client, quan):
    post = Post.objects.select_related("unit", "scope").get(code="TK-HCC.TN")
    office.appoint(quan, post=post, from_on=people.ON, to_on=None, by=SYSTEM, at=NOW)
    people.enter(client, quan)

    for url in (reverse("office:units"), reverse("dossiers:list", args=["mine"])):
        assert f'href="{LIST}"' in client.get(url).content.decode()


def test_a_stranger_must_log_in_and_a_citizen_finds_nothing(client):
    one = failed()
    strangers = [client.get(LIST).status_code, client.post(again(one)).status_code]
    people.enter(client, people.lan())

    assert strangers == [302, 302]
    assert [client.get(LIST).status_code, client.post(again(one)).status_code] == [404, 404]
    assert Job.objects.get().state == "failed"


def test_a_job_nobody_has_is_not_found(client, quan):
    answer = people.enter(client, quan).post(reverse("jobs:run_again", args=[new_id()]))

    assert answer.status_code == 404
