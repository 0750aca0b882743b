"""Budgets of statements a request, session and account counted: a budget of statements is a budget of time."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.tests import world
from motcua.house.office.tests import people

FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
TAKE_IN, STEP, OPEN, LIST, LOOK_UP = 10, 10, 6, 8, 3

FORM = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.phone": "0900000001",
    "document.kind": "Bằng tốt nghiệp đại học",
    "document.pages": "2",
    "document.copies": "3",
    "look.original.flaw": "none",
    "paper.original": "seen",
    "channel": "direct",
    "return_way": "desk",
    "receive": "1",
}


@pytest.fixture
def desk(client, minh):
    return people.enter(client, minh)


def statements(call):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        response = call()
    told = [one["sql"] for one in seen.captured_queries if not one["sql"].startswith(FRAME)]
    return response, told


def taken_in(client, minh):
    """A dossier through the real page, warm: what a process reads once is read."""
    desk = people.enter(client, minh)
    for _ in range(2):
        form = {**FORM, "submission_key": str(uuid4())}
        response, told = statements(lambda form=form: desk.post("/mot-cua/tiep-nhan/2.000815/", form))
    assert response.status_code == 302
    return Dossier.objects.order_by("-submitted_at", "-id").first(), told


def test_taking_one_in_stays_within_its_budget(client, minh):
    _, told = taken_in(client, minh)

    assert len(told) <= TAKE_IN, told


def test_a_step_stays_within_its_budget(client, minh, hanh):
    dossier, _ = taken_in(client, minh)
    page = f"/mot-cua/ho-so/{dossier.code}/viec"
    work = people.enter(Client(), hanh)

    first, taking = statements(lambda: work.post(f"{page}/take_up/", {"seen": "1"}))
    second, proposing = statements(lambda: work.post(f"{page}/propose/", {"seen": "2", "proposal": "grant"}))

    assert (first.status_code, second.status_code) == (302, 302)
    assert max(len(taking), len(proposing)) <= STEP, (taking, proposing)


@pytest.mark.parametrize("count", [1, 30])
def test_pages_stay_within_their_budgets_however_many_rows_there_are(client, minh, count):
    by = world.as_actor(minh)
    for _ in range(count):
        dossier = world.received(by)
    desk = people.enter(client, minh)
    pages = {
        f"/mot-cua/ho-so/{dossier.code}/": OPEN,
        "/mot-cua/viec/all/": LIST,
        "/mot-cua/viec/mine/": LIST,
        f"/tra-cuu/?ma={dossier.code}": LOOK_UP + 2,
    }
    for page in pages:
        desk.get(page)

    told = {page: statements(lambda page=page: desk.get(page))[1] for page in pages}

    assert {page: len(told[page]) for page in pages if len(told[page]) > pages[page]} == {}
