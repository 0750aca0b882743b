"""Certification books and their lines."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.house.journal.models import Chained
from motcua.trades.certification import rules
from motcua.trades.certification.choices import BookKind


class CertificationBook(Chained):
    """«Sổ chứng thực»: one volume of one kind, of one agency and year; its record holds every number given."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in BookKind])
    year = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_by = models.CharField(max_length=120, blank=True)
    closing = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "year", "ordinal"], name="one_certification_book_per_kind_year_and_ordinal"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_by="") | (Q(closed_on__isnull=False) & ~Q(closed_by="")),
                name="closed_certification_book_names_who_closed_it",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="certification_book_closes_after_it_opens",
            ),
        ]

    @property
    def label(self) -> str:
        """«Quyển số» 01/2026-SCT/BS."""
        return rules.book_label(self.ordinal, self.year, BookKind(self.kind))


class CertificationLine(models.Model):
    """«Số chứng thực»: one paper certified; a cancelled number stays in the book."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    book = models.ForeignKey(CertificationBook, models.PROTECT, related_name="lines", db_index=False)
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in BookKind])
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    certified_at = models.DateTimeField()
    requester = models.CharField(max_length=120)
    requester_key = models.CharField(max_length=120)
    requester_paper = models.CharField(max_length=200, blank=True)
    document = models.CharField(max_length=300)
    issuer = models.CharField(max_length=200, blank=True)
    pages = models.PositiveIntegerField(default=1)
    copies = models.PositiveIntegerField(default=1)
    fee_vnd = models.PositiveIntegerField(default=0)
    signer_name = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=200)
    performed_by = models.CharField(max_length=120)
    note = models.CharField(max_length=500, blank=True)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=120, blank=True)
    cancelled_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="one_line_per_number_of_a_book"),
            models.UniqueConstraint(fields=["agency", "kind", "year", "number"], name="one_line_per_number_of_a_year"),
            models.CheckConstraint(condition=Q(number__gte=1), name="lines_count_from_one"),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_reason="")),
                name="cancelled_line_has_its_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["book", "requester_key"], name="line_by_requester"),
            models.Index(fields=["book", "certified_at"], name="line_by_day"),
        ]
