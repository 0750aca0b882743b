"""Tell someone; mark as read."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from motcua.instruments.jobs import acts as jobs
from motcua.instruments.notices import channels, queries, rules
from motcua.instruments.notices.choices import About, State
from motcua.instruments.notices.models import Notice


@transaction.atomic
def notify(
    *,
    template: str,
    data: Mapping[str, str],
    at: datetime,
    account_id: UUID | None = None,
    email: str = "",
    phone: str = "",
    dossier_code: str = "",
    language: str = "",
    mark: rules.Mark = rules.Mark(),  # noqa: B008  frozen
) -> tuple[Notice, ...]:
    """Tell one person on every channel that reaches them; sending is queued in this transaction.

    `template` is one of `choices.About`; `data` may hold `code`, `state` and `due`. Someone who left no address at all
    is told nothing; so is who was told already what the key of `mark` names.
    Refuses: TooPersonal, ValueError for an unknown template.
    """
    about = About(template)
    values = {**rules.sayable(data), "site": settings.SITE_URL, "office": settings.PUBLIC_NAME}
    if mark.once and queries.was_told(account_id, mark.once):
        return ()
    person = queries.contact(account_id, email=email, phone=phone, language=language)
    notices = []
    for channel in channels.registered():
        if address := channel.address(person):
            subject, body = queries.text(about, person.language, values, is_short=channel.is_short)
            notices.append(
                Notice(
                    account_id=account_id,
                    channel=channel.code,
                    address=address,
                    about=about,
                    subject=subject,
                    body=body,
                    dossier_code=dossier_code,
                    place=mark.place,
                    once=mark.once,
                    at=at,
                )
            )
    for notice in notices:
        if notice.channel == "in_app":
            notice.state, notice.sent_at = State.SENT, at
    Notice.objects.bulk_create(notices)
    waiting = [{"notice_id": str(notice.pk)} for notice in notices if notice.state == State.QUEUED]
    jobs.enqueue_many("motcua.instruments.notices.jobs.deliver", waiting)
    return tuple(notices)


def remind(*, account_id: UUID, what: str, due_on: date, on: date, place: str, key: str, at: datetime) -> bool:
    """Remind an officer of what is due, once for each threshold that is reached; whether a notice was written.

    `what` names the work, never a person; `key` is the work's own, the same every night.
    """
    left = (due_on - on).days
    reached = rules.threshold(left)
    if reached is None:
        return False
    told = notify(
        template=About.REMINDER,
        data={"code": what, "state": rules.left_words(left), "due": f"{due_on:%d/%m/%Y}"},
        at=at,
        account_id=account_id,
        mark=rules.Mark(place, f"{key}:{due_on}:{reached}"),
    )
    return bool(told)


def send(notice: Notice, *, at: datetime) -> None:
    """Hand the notice to its channel, once: one already sent is left alone."""
    if notice.state == State.SENT:
        return
    channels.named(notice.channel).send(notice)
    notice.state, notice.sent_at, notice.error = State.SENT, at, ""
    notice.save(update_fields=["state", "sent_at", "error"])


def note_failure(notice: Notice, *, error: str, is_final: bool) -> None:
    """Keep why it could not be sent; failed when there will be no further try."""
    notice.error = error[:500]
    notice.state = State.FAILED if is_final else State.QUEUED
    notice.save(update_fields=["state", "error"])


def mark_read(account_id: UUID, *, at: datetime, notice_id: UUID | None = None) -> int:
    """Mark one notice of this person's inbox, or all of them, as read; answers how many were new."""
    mine = queries.inbox(account_id).filter(read_at=None)
    return (mine.filter(pk=notice_id) if notice_id else mine).update(read_at=at)
