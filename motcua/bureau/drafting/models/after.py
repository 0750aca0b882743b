"""After issue: checks with their findings, and how an unlawful text is handled."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.bureau.drafting.choices import CheckKind, HandlingForm, Head
from motcua.bureau.drafting.models.drafts import Draft


class Check(models.Model):
    """«Tự kiểm tra, kiểm tra theo thẩm quyền» of an issued text."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CheckKind])
    body = models.CharField(max_length=200)
    checked_on = models.DateField()
    number = models.CharField(max_length=60, blank=True)
    is_lawful = models.BooleanField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)


class CheckFinding(models.Model):
    """«Nội dung trái pháp luật» found, under one of the five heads."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    check_made = models.ForeignKey(Check, models.PROTECT, related_name="findings")
    head = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Head])
    text = models.TextField()


class Handling(models.Model):
    """«Xử lý văn bản»: the decision, what it does, and its publication."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="handlings")
    check_made = models.ForeignKey(Check, models.PROTECT, null=True, related_name="handlings")
    form = models.CharField(max_length=10, choices=[(one.value, one.value) for one in HandlingForm])
    number = models.CharField(max_length=60)
    decided_on = models.DateField()
    body = models.CharField(max_length=200)
    reason = models.TextField()
    published_on = models.DateField(null=True)
    published_where = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number", "decided_on"], name="one_handling_per_decision"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("decided_on")),
                name="handling_is_published_after_it_is_decided",
            ),
        ]
        indexes = [
            models.Index(
                fields=["decided_on"], condition=Q(published_on__isnull=True), name="unpublished_handling_by_day"
            )
        ]
