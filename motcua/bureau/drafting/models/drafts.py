"""Programmes and their lines; drafts and the versions of their text."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.bureau.drafting.choices import ProgrammeState, State
from motcua.house.journal.models import Chained

AFTER_ISSUE = [State.ISSUED, State.PUBLISHED, State.SUSPENDED, State.REPEALED]


class Kept(Chained):
    """What a programme and a draft carry: whose it is (`agency`), and the unit that works on it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=120)
    created_account = models.UUIDField(null=True)

    class Meta:
        abstract = True


class Programme(Kept):
    """«Chương trình, danh mục văn bản quy phạm pháp luật sẽ ban hành» of a year; one an agency."""

    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default=ProgrammeState.DRAFTED)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="one_programme_per_agency_and_year"),
            models.CheckConstraint(
                condition=Q(state=ProgrammeState.DRAFTED, number="", issued_on__isnull=True)
                | (Q(state=ProgrammeState.ISSUED, issued_on__isnull=False) & ~Q(number="")),
                name="issued_programme_has_number_and_day",
            ),
        ]


class ProgrammeItem(models.Model):
    """«Văn bản trong chương trình»: what, who drafts, with whom, by which month."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=500)
    lead = models.CharField(max_length=200)
    cooperating = models.CharField(max_length=500, blank=True)
    due_month = models.PositiveSmallIntegerField()
    dropped_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_programme_item_per_number"),
            models.CheckConstraint(condition=Q(due_month__range=(1, 12)), name="programme_item_is_due_in_a_month"),
        ]


class Draft(Kept):
    """«Dự thảo văn bản», from the first version to the issued text and what became of it."""

    item = models.ForeignKey(ProgrammeItem, models.PROTECT, null=True, related_name="drafts")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=500)
    lead = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    planned_on = models.DateField()
    meeting_on = models.DateField(null=True)
    is_urgent = models.BooleanField(default=False)
    urgent_reason = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=12, default=State.DRAFTING)
    stopped_reason = models.CharField(max_length=500, blank=True)
    submission_number = models.CharField(max_length=60, blank=True)
    submitted_on = models.DateField(null=True)
    returned_reason = models.CharField(max_length=1000, blank=True)
    adopted_on = models.DateField(null=True)
    votes_for = models.PositiveSmallIntegerField(null=True)
    members = models.PositiveSmallIntegerField(null=True)
    number = models.CharField(max_length=60, blank=True)
    signed_on = models.DateField(null=True)
    signer = models.CharField(max_length=200, blank=True)
    effective_on = models.DateField(null=True)
    early_reason = models.CharField(max_length=500, blank=True)
    issued_file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")
    published_on = models.DateField(null=True)
    published_where = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey("lawbase.LegalDocument", models.PROTECT, null=True, related_name="drafts")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "number"], condition=~Q(number=""), name="one_legal_document_per_number"
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(document__isnull=False), name="one_draft_per_legal_document"
            ),
            models.CheckConstraint(
                condition=Q(is_urgent=False, urgent_reason="") | (Q(is_urgent=True) & ~Q(urgent_reason="")),
                name="urgent_draft_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.STOPPED) | ~Q(stopped_reason=""), name="stopped_draft_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=AFTER_ISSUE)
                | (Q(signed_on__isnull=False, effective_on__isnull=False) & ~Q(number="") & ~Q(signer="")),
                name="issued_text_has_number_day_and_signer",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("signed_on")),
                name="text_is_published_after_signing",
            ),
            models.CheckConstraint(
                condition=Q(votes_for__isnull=True, members__isnull=True) | Q(votes_for__lte=F("members")),
                name="no_more_votes_than_members",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "id"], name="draft_by_state"),
            models.Index(fields=["agency", "signed_on"], name="issued_text_by_day"),
        ]


class DraftVersion(models.Model):
    """«Phiên bản»: the file as it came, and its text."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    note = models.CharField(max_length=500, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="one_draft_version_per_number")]
