"""In the background: states follow the day, citations are read at night, files handed in are read one by one."""

import logging
from functools import partial
from uuid import UUID

from django.db import DatabaseError
from django_tasks import task

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.instruments.jobs.schedule import nightly
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.loader import NotReadable, NoWords, read
from motcua.legal.lawbase.models import ImportRow

READ_A_NIGHT = 500
log = logging.getLogger("motcua.lawbase")


@nightly("00:10")
@task()
def refresh_states() -> None:
    """Bring the state of every entry up to the new day; ask what becomes of the details of what ends."""
    acts.refresh_states(on=clock.now().astimezone(VN).date())
    acts.propose_missing_ends(at=clock.now())


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


@task()
def read_import(run: str) -> None:
    """Read what waits of a run; one that was killed goes on with the files not decided yet."""
    for row in queries.rows_waiting(UUID(run)):
        if acts.begin_row(row):
            _read_row(row)


def _read_row(row: ImportRow) -> None:
    try:
        found = read(queries.import_path(row), told=partial(acts.note_page, row))
        acts.settle_row(row, found, at=clock.now())
    except NoWords as reason:
        acts.lay_scan_before(row, reason=str(reason), at=clock.now())
    except NotReadable as reason:
        acts.fail_row(row, str(reason))
    except DatabaseError:  # the database is away, the file is not to blame: the job is tried again
        raise
    except Exception:
        log.exception("import row %s (%s) could not be read", row.pk, row.ending)
        acts.fail_row(row, acts.UNREAD)
