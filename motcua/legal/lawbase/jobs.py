"""Nightly: states in the lists follow the day; citations of texts that wait are read."""

import logging

from django_tasks import task

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.instruments.jobs.schedule import nightly
from motcua.legal.lawbase import acts, queries

READ_A_NIGHT = 500
log = logging.getLogger(__name__)


@nightly("00:10")
@task()
def refresh_states() -> None:
    """Bring the state of every entry up to the new day."""
    acts.refresh_states(on=clock.now().astimezone(VN).date())


@nightly("01:40")
@task()
def read_citations() -> None:
    """Read long texts, texts from before, and texts whose cited number has been entered since.

    A text the machine fails on is noted for an officer, and the others are read.
    """
    for version in queries.versions_to_read(READ_A_NIGHT):
        try:
            acts.read_citations(version, at=clock.now())
        except Exception as problem:
            log.exception("Citations of text %s could not be read", version.pk)
            reason = (
                f"Máy không đọc được văn bản này ({type(problem).__name__}); đọc và ghi bằng tay, hoặc cho đọc lại."
            )
            acts.note_unreadable(version, reason=reason, at=clock.now())
