"""Sending, outside the request."""

from smtplib import SMTPRecipientsRefused

from django_tasks import TaskContext, task

from motcua.base.worktime import clock
from motcua.instruments.jobs.rules import MAX_ATTEMPTS, GiveUp
from motcua.instruments.notices import acts
from motcua.instruments.notices.models import Notice


@task(takes_context=True)
def deliver(context: TaskContext, notice_id: str) -> None:
    """Send one notice; an address the mail server refuses is not tried again."""
    notice = Notice.objects.get(pk=notice_id)
    try:
        acts.send(notice, at=clock.now())
    except (SMTPRecipientsRefused, GiveUp) as reason:
        acts.note_failure(notice, error=str(reason), is_final=True)
        raise GiveUp(str(reason)) from reason
    except Exception as reason:
        acts.note_failure(notice, error=str(reason), is_final=context.attempt >= MAX_ATTEMPTS)
        raise
