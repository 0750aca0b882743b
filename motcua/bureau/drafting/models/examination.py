"""Examinations by a board of the People's Council."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.bureau.drafting.models.drafts import Draft


class Examination(models.Model):
    """«Thẩm tra» of a resolution's draft; `latest_on` is the last day for the dossier, None where none is laid down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="examinations")
    number = models.PositiveSmallIntegerField()
    board = models.CharField(max_length=200)
    sent_on = models.DateField()
    latest_on = models.DateField(null=True)
    report_number = models.CharField(max_length=60, blank=True)
    reported_on = models.DateField(null=True)
    agrees = models.BooleanField(null=True)
    opinion = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_examination_per_number"),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(reported_on__isnull=True), name="one_open_examination_per_draft"
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True, agrees__isnull=True, report_number="")
                | (Q(reported_on__gte=F("sent_on"), agrees__isnull=False) & ~Q(report_number="")),
                name="examined_draft_has_its_report",
            ),
        ]
