"""Appraisals: the request with its papers, the opinions on each content, the signed report."""

from django.db import models
from django.db.models import Q

from motcua.base.keys import new_id
from motcua.bureau.drafting.choices import Conclusion, Judgement
from motcua.bureau.drafting.models.drafts import Draft, DraftVersion


class Appraisal(models.Model):
    """«Thẩm định» of one draft; a draft found not ready is appraised anew. `due_on` counts from the full dossier."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="appraisals")
    number = models.PositiveSmallIntegerField()
    version = models.ForeignKey(DraftVersion, models.PROTECT, related_name="+")
    letter = models.CharField(max_length=60)
    requested_at = models.DateTimeField()
    requested_by = models.CharField(max_length=120)
    asked = models.JSONField(default=list)
    asked_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True)
    conclusion = models.CharField(max_length=15, blank=True, choices=[(one.value, one.value) for one in Conclusion])
    conclusion_words = models.TextField(blank=True)
    report_number = models.CharField(max_length=60, blank=True)
    report = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")
    signed_by = models.CharField(max_length=120, blank=True)
    signed_title = models.CharField(max_length=200, blank=True)
    signed_at = models.DateTimeField(null=True)
    sealed_by = models.CharField(max_length=120, blank=True)
    sealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_appraisal_per_number"),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(signed_at__isnull=True), name="one_open_appraisal_per_draft"
            ),
            models.CheckConstraint(
                condition=Q(received_at__isnull=True, due_on__isnull=True)
                | Q(received_at__isnull=False, due_on__isnull=False),
                name="received_appraisal_has_its_due_day",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True)
                | (Q(report__isnull=False) & ~Q(conclusion="") & ~Q(report_number="") & ~Q(signed_by="")),
                name="signed_report_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(sealed_at__isnull=True, sealed_by="")
                | (Q(sealed_at__isnull=False, signed_at__isnull=False) & ~Q(sealed_by="")),
                name="sealed_report_was_signed",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(signed_at__isnull=True), name="open_appraisal_by_due_day")
        ]


class AppraisalPaper(models.Model):
    """A paper of the dossier («giấy tờ trong hồ sơ thẩm định»): a file, or handed in on paper."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appraisal = models.ForeignKey(Appraisal, models.PROTECT, related_name="papers")
    key = models.CharField(max_length=30)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["appraisal", "key"], name="one_paper_per_key_of_an_appraisal")]


class Opinion(models.Model):
    """What the appraiser judges and writes on one content; `machine` keeps what the machine had found by then."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appraisal = models.ForeignKey(Appraisal, models.PROTECT, related_name="opinions")
    content = models.CharField(max_length=2)
    judgement = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Judgement])
    text = models.TextField(blank=True)
    machine = models.JSONField(default=list)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "content"], name="one_opinion_per_content"),
            models.CheckConstraint(
                condition=Q(judgement__in=[Judgement.FIT, Judgement.APART]) | ~Q(text=""),
                name="opinion_that_asks_for_change_says_what",
            ),
        ]
