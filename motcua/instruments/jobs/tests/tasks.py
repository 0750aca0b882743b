"""Tasks for the tests; their effect is a running number, seen only when committed."""

import time
from pathlib import Path

from django.db import transaction
from django_tasks import task

from motcua.house.numbering.acts import next_number
from motcua.instruments.jobs.rules import GiveUp, exactly_once

DONE: list[object] = []


@task
def note(what: object) -> object:
    DONE.append(what)
    return {"noted": what}


@task(max_attempts=3)
def stumble(what: str) -> None:
    with transaction.atomic():
        next_number(what)
    raise ZeroDivisionError(what)


@task
def give_up() -> None:
    raise GiveUp("no such address")


@task(takes_context=True)
def tell_attempt(context) -> int:
    return context.attempt


@task
@exactly_once
def number_and_fail_on_first_attempt(scope: str) -> None:
    next_number(scope)
    if not DONE:
        DONE.append(scope)
        raise ZeroDivisionError(scope)


@task
@exactly_once
def number_then_hang_once(scope: str, marker: str) -> None:
    next_number(scope)
    _hang_once(marker)


@task
def commit_number_then_hang_once(scope: str, marker: str) -> None:
    with transaction.atomic():
        next_number(scope)
    _hang_once(marker)


def _hang_once(marker: str) -> None:
    if not Path(marker).exists():
        Path(marker).touch()
        time.sleep(600)


@task
def take_a_while(scope: str) -> None:
    time.sleep(0.01)
    with transaction.atomic():
        next_number(scope)


@task
def touch_and_finish_slowly(marker: str) -> None:
    Path(marker).touch()
    time.sleep(1.5)
    with transaction.atomic():
        next_number("finished")
