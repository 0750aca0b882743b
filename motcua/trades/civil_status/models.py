"""Books, entries, notes, follow-ups of civil status, and what an officer found for a dossier."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.house.journal.models import Chained
from motcua.trades.civil_status import rules
from motcua.trades.civil_status.choices import BookKind, Duty, NoteKind, Registration


class Book(Chained):
    """«Sổ hộ tịch»: one volume of one kind, of one agency and year; `unit` keeps it."""

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
                fields=["agency", "kind", "year", "ordinal"], name="one_register_per_kind_year_and_ordinal"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_by="") | (Q(closed_on__isnull=False) & ~Q(closed_by="")),
                name="closed_register_names_who_closed_it",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="register_closes_after_it_opens",
            ),
        ]

    @property
    def label(self) -> str:
        """«Quyển số» 01/2026."""
        return rules.book_label(self.ordinal, self.year)


class RegisterEntry(Chained):
    """«Việc hộ tịch đã ghi sổ»; what was written stays, later changes are notes, a cancelled number stays cancelled."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    book = models.ForeignKey(Book, models.PROTECT, related_name="entries", db_index=False)
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in BookKind])
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    registration = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in Registration])
    registered_on = models.DateField()
    registered_at = models.CharField(max_length=300)
    content = models.JSONField()
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120)
    second_name = models.CharField(max_length=120, blank=True)
    second_key = models.CharField(max_length=120, blank=True)
    later_name = models.CharField(max_length=120, blank=True)
    later_key = models.CharField(max_length=120, blank=True)
    born = models.CharField(max_length=10, blank=True)
    personal_number = models.CharField(max_length=12, blank=True)
    signer_name = models.CharField(max_length=120)
    signer_title = models.CharField(max_length=200)
    performed_by = models.CharField(max_length=120)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    source = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=120, blank=True)
    cancelled_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="one_entry_per_number_of_a_book"),
            models.UniqueConstraint(fields=["agency", "kind", "year", "number"], name="one_entry_per_number_of_a_year"),
            models.CheckConstraint(condition=Q(number__gte=1), name="entries_count_from_one"),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_reason="")),
                name="cancelled_entry_has_its_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "kind", "name_key"], name="entry_by_name"),
            models.Index(
                fields=["agency", "kind", "second_key"], condition=~Q(second_key=""), name="entry_by_second_name"
            ),
            models.Index(
                fields=["agency", "kind", "later_key"], condition=~Q(later_key=""), name="entry_by_later_name"
            ),
            models.Index(fields=["personal_number"], condition=~Q(personal_number=""), name="entry_by_personal_number"),
        ]

    @property
    def quoted(self) -> str:
        """Number as papers quote it: 07/2026."""
        return rules.entry_number(self.number, self.year)


class Note(models.Model):
    """«Ghi chú»: a later change written beside an entry, with its day and basis; extracts copy it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in NoteKind])
    words = models.CharField(max_length=1500)
    basis = models.CharField(max_length=500)
    noted_on = models.DateField()
    noted_by = models.CharField(max_length=120)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")


class FollowUp(models.Model):
    """«Việc phải làm sau khi ghi sổ»: a notice to another registry, a record to lock, a number to fetch."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="follow_ups", db_index=False)
    unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=16, choices=[(duty.value, duty.value) for duty in Duty])
    text = models.CharField(max_length=500)
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "kind"], name="one_follow_up_of_a_kind_per_entry"),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by="") | (Q(done_at__isnull=False) & ~Q(done_by="")),
                name="done_follow_up_names_who_did_it",
            ),
        ]
        indexes = [models.Index(fields=["unit", "id"], condition=Q(done_at__isnull=True), name="follow_ups_to_do")]


class Finding(Chained):
    """«Kết quả tra cứu, đối chiếu» of one dossier: what the officer read in a paper book or a national database."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.OneToOneField("dossiers.Dossier", models.PROTECT, related_name="+")
    values = models.JSONField(default=dict)
    found_by = models.CharField(max_length=120)
    found_at = models.DateTimeField()
