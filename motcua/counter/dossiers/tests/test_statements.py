"""Budgets of statements a request, session and account counted: a budget of statements is a budget of time."""

from uuid import uuid4

import pytest
from django.db import connection
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


def test_probe(client, minh, hanh):
    desk = people.enter(client, minh)
    for n in range(3):
        response, told = statements(
            lambda: desk.post("/mot-cua/tiep-nhan/2.000815/", {**FORM, "submission_key": str(uuid4())})
        )
        print(response.status_code, response.headers.get("Location"))
        if response.status_code == 422:
            print(response.content.decode()[:6000])
    print(len(told))
    [print("  ", one[:150]) for one in told]
    dossier = Dossier.objects.first()
    from django.test import Client

    spec = people.enter(Client(), hanh)
    for path in (
        "/mot-cua/",
        f"/mot-cua/ho-so/{dossier.code}/",
        f"/mot-cua/ho-so/{dossier.code}/?phan=form",
        f"/mot-cua/ho-so/{dossier.code}/?phan=history",
        "/mot-cua/tim/?q=nguyen thi lan",
        "/mot-cua/tim/?q=thi lan",
        f"/tra-cuu/?ma={dossier.code}",
    ):
        for n in range(2):
            response, told = statements(lambda: spec.get(path))
        print(path, response.status_code, len(told))
        [print("  ", one[:150]) for one in told]
    for act, data in (("take_up", {}), ("propose", {"proposal": "grant"})):
        response, told = statements(
            lambda: spec.post(
                f"/mot-cua/ho-so/{dossier.code}/viec/{act}/", {"seen": "1" if act == "take_up" else "2", **data}
            )
        )
        print(act, response.status_code, len(told))
        [print("  ", one[:150]) for one in told]
    response, told = statements(lambda: desk.get("/mot-cua/viec/all/"))
    print("all", response.status_code, len(told))
    [print("  ", one[:150]) for one in told]
