"""One row for each notice on each channel."""

from django.db import models
from django.db.models import Q

from motcua.base.keys import new_id
from motcua.instruments.notices.choices import State


class Notice(models.Model):
    """What one person was told on one channel («thông báo»).

    `place` is the page in the system it is about; `once` names what is told to this person a single time.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account_id = models.UUIDField(null=True)
    channel = models.CharField(max_length=20)
    address = models.CharField(max_length=254, blank=True)
    about = models.CharField(max_length=50)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    dossier_code = models.CharField(max_length=50, blank=True)
    place = models.CharField(max_length=200, blank=True)
    once = models.CharField(max_length=150, blank=True)
    state = models.CharField(max_length=10, default=State.QUEUED)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="a_notice_has_its_moment_exactly_when_sent",
            ),
            models.UniqueConstraint(
                fields=["account_id", "channel", "once"], condition=~Q(once=""), name="a_person_is_told_once"
            ),
        ]
        indexes = [
            models.Index(fields=["account_id", "-id"], condition=Q(channel="in_app"), name="notices_inbox"),
            models.Index(fields=["dossier_code", "id"], condition=~Q(dossier_code=""), name="notices_of_a_dossier"),
        ]
