"""Budgets of statements a request, session and account counted: a budget of statements is a budget of time.

Each request is asked once before it is counted, as in a server that has been up for a minute.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.choices import AmendReason
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.tests import ways, world
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
COPIES = {"code": "2.000815", "answers": world.COPY_ANSWERS}


def counted(call, status):
    with CaptureQueriesContext(connection) as seen:
        response = call()
    assert response.status_code == status
    told = [one["sql"] for one in seen.captured_queries if not one["sql"].startswith(FRAME)]
    return len(told)


def warm(call, status=200):
    call()
    return counted(call, status)


@pytest.fixture
def counter(minh):
    return people.enter(Client(), minh)


@pytest.fixture
def desk(hanh):
    return people.enter(Client(), hanh)


def some(minh, count):
    made = []
    for number in range(count):
        at = world.TUESDAY - timedelta(minutes=number)
        made.append(world.received(world.as_actor(minh), at=at, applicant_name="Nguyễn Thị Lan"))
    return made


def few_and_many(minh, call):
    some(minh, 1)
    few = warm(call)
    some(minh, 29)
    return few, warm(call)


def test_taking_in_costs_ten_statements_at_most(counter):
    def take_in():
        return counter.post("/mot-cua/tiep-nhan/2.000815/", {**FORM, "submission_key": str(uuid4())})

    assert warm(take_in, 302) <= TAKE_IN
    assert Dossier.objects.count() == 2


def test_a_step_costs_ten_statements_at_most(minh, desk):
    first, second = some(minh, 2)

    def step(dossier, act, seen, **data):
        return desk.post(f"/mot-cua/ho-so/{dossier.code}/viec/{act}/", {"seen": str(seen), **data})

    step(first, "take_up", 1)
    step(first, "propose", 2, proposal="grant")

    assert counted(lambda: step(second, "take_up", 1), 302) <= STEP
    assert counted(lambda: step(second, "propose", 2, proposal="grant"), 302) <= STEP
    assert set(Dossier.objects.values_list("state", flat=True)) == {"proposed"}


def test_mending_a_declaration_costs_four_statements_more_than_a_step(minh, counter):
    first, second = (world.received(world.as_actor(minh), **COPIES) for _ in range(2))

    def mend(dossier):
        typed = {**FORM, "requester.full_name": "Nguyễn Thị Loan", "reason": "mistyped", "seen": "1", "amend": "1"}
        return counter.post(f"/mot-cua/ho-so/{dossier.code}/viec/amend/", typed)

    mend(first)

    assert counted(lambda: mend(second), 302) <= STEP + 4
    assert set(Dossier.objects.values_list("applicant_name", flat=True)) == {"Nguyễn Thị Loan"}


def test_the_history_of_a_mended_dossier_costs_one_statement_more(minh, desk):
    dossier = world.received(world.as_actor(minh), **COPIES)
    mended = {**world.COPY_ANSWERS, "document.pages": 4}
    acts.amend(dossier, answers=mended, reason=AmendReason.MISTYPED, by=world.as_actor(minh), at=world.TUESDAY)

    assert warm(lambda: desk.get(f"/mot-cua/ho-so/{dossier.code}/?phan=history")) <= OPEN + 1


@pytest.mark.parametrize("tab", ["papers", "form", "history", "fees", "result"])
def test_opening_a_dossier_costs_six_statements_at_most(minh, hanh, desk, tab):
    (dossier,) = some(minh, 1)
    acts.take_up(dossier, officer=hanh, by=world.as_actor(hanh), at=world.TUESDAY)

    assert warm(lambda: desk.get(f"/mot-cua/ho-so/{dossier.code}/?phan={tab}")) <= OPEN


@pytest.mark.parametrize("make", [ways.filed_in_progress, ways.confirm_asked, ways.confirmed])
def test_opening_a_dossier_whose_draft_is_to_be_confirmed_costs_one_statement_more(cast, desk, make):
    dossier = make(cast)

    assert warm(lambda: desk.get(f"/mot-cua/ho-so/{dossier.code}/")) == OPEN + 1


def test_a_dossier_with_thirty_papers_costs_as_much_as_one_with_one(minh, desk):
    one = world.received(world.as_actor(minh), papers=_papers(1))
    thirty = world.received(world.as_actor(minh), papers=_papers(30))

    few = warm(lambda: desk.get(f"/mot-cua/ho-so/{one.code}/"))
    many = warm(lambda: desk.get(f"/mot-cua/ho-so/{thirty.code}/"))

    assert few == many


def _papers(count):
    return [acts.PaperGiven(code=f"p{number}", name=f"Giấy tờ {number}", role="submit") for number in range(count)]


@pytest.mark.parametrize("name", queries.LISTS)
def test_a_work_list_costs_eight_statements_at_most_with_one_row_or_thirty(minh, counter, name):
    few, many = few_and_many(minh, lambda: counter.get(f"/mot-cua/viec/{name}/"))

    assert few == many <= LIST


@pytest.mark.parametrize(
    "words", ["nguyen thi lan", "Lan", "ng", "0900000001", "H17.101-26", "khong ai ten nay", "099000000001"]
)
def test_a_search_costs_eight_statements_at_most_with_one_row_or_thirty(minh, counter, words):
    few, many = few_and_many(minh, lambda: counter.get("/mot-cua/tim/", {"q": words}))

    assert few == many <= LIST


def test_a_public_look_up_costs_three_statements_at_most(minh, client):
    first, second = some(minh, 2)
    client.get("/tra-cuu/", {"ma": first.code})

    assert counted(lambda: client.get("/tra-cuu/", {"ma": second.code}), 200) <= LOOK_UP
