"""Drafts («bản nháp»): what a person has typed so far, kept at every step until the form is sent."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.base.keys import new_id


class Draft(models.Model):
    """«Bản nháp tờ khai» of one person for one procedure: raw answers as typed. Owned by an account or by a session."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    session_key = models.CharField(max_length=40, blank=True, default="")
    procedure_code = models.CharField(max_length=40)
    form_key = models.CharField(max_length=60)
    form_version = models.DateField()
    answers = models.JSONField(default=dict)
    extras = models.JSONField(default=dict)
    step = models.CharField(max_length=60, blank=True, default="")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_draft_has_one_owner",
                condition=Q(account__isnull=False, session_key="") | (Q(account__isnull=True) & ~Q(session_key="")),
            ),
            models.CheckConstraint(
                name="a_draft_expires_after_it_is_saved", condition=Q(expires_at__gt=models.F("updated_at"))
            ),
            models.UniqueConstraint(
                name="one_draft_of_an_account_per_procedure",
                fields=["account", "procedure_code"],
                condition=Q(account__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_draft_of_a_session_per_procedure",
                fields=["session_key", "procedure_code"],
                condition=Q(account__isnull=True),
            ),
        ]
