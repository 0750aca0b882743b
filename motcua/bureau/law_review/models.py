"""Reviews with their provisions, yearly lists, systematisations with their set, and the lines of every list."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.bureau.law_review.choices import (
    CaseState,
    DifferenceKind,
    ListName,
    Origin,
    Proposal,
    RoundState,
    Trigger,
    YearState,
)
from motcua.house.journal.models import Chained


class Kept(Chained):
    """What every thing here carries: whose it is (`agency`), and the unit that works on it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=120)

    class Meta:
        abstract = True


class ReviewCase(Kept):
    """«Việc rà soát» of one document with its «phiếu rà soát»; `path` tells the chain of bases to what changed."""

    document = models.ForeignKey("lawbase.LegalDocument", models.PROTECT, related_name="reviews")
    trigger = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Trigger])
    event = models.ForeignKey("lawbase.EffectEvent", models.PROTECT, null=True, related_name="reviews")
    basis = models.ForeignKey("lawbase.LegalDocument", models.PROTECT, null=True, related_name="+")
    topic = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=1000)
    path = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=CaseState.OPEN)
    changed = models.TextField(blank=True)
    opinion = models.TextField(blank=True)
    proposal = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Proposal])
    content = models.TextField(blank=True)
    lead = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)
    reviewer = models.CharField(max_length=120, blank=True)
    reviewed_on = models.DateField(null=True)
    returned_for = models.CharField(max_length=500, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    decision = models.CharField(max_length=500, blank=True)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "event"], condition=Q(event__isnull=False), name="one_review_per_document_and_event"
            ),
            models.UniqueConstraint(
                fields=["document", "trigger", "topic"],
                condition=Q(basis__isnull=True) & ~Q(state=CaseState.CLOSED),
                name="one_open_review_per_document_and_topic",
            ),
            models.CheckConstraint(
                condition=(Q(trigger=Trigger.BASIS) & Q(basis__isnull=False))
                | (~Q(trigger=Trigger.BASIS) & Q(basis__isnull=True, event__isnull=True) & ~Q(topic="")),
                name="a_review_says_why_it_began",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.OPEN)
                | (~Q(proposal="") & ~Q(opinion="") & ~Q(reviewer="") & Q(reviewed_on__isnull=False)),
                name="a_reviewed_case_has_its_slip",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[CaseState.OPEN, CaseState.REVIEWED], decided_on__isnull=True)
                | (Q(state__in=[CaseState.DECIDED, CaseState.CLOSED], decided_on__isnull=False) & ~Q(decided_by="")),
                name="a_decided_review_has_its_day",
            ),
            models.CheckConstraint(
                condition=(~Q(state=CaseState.CLOSED) & Q(closed_on__isnull=True))
                | (Q(state=CaseState.CLOSED, closed_on__isnull=False) & ~Q(outcome="")),
                name="a_closed_review_says_what_came_of_it",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"], name="reviews_by_state"),
            models.Index(fields=["agency", "decided_on"], name="reviews_by_decision"),
        ]


class ReviewChange(models.Model):
    """One change of the basis for which a document is reviewed: an event of effect, or a change of words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="changes")
    event = models.ForeignKey("lawbase.EffectEvent", models.PROTECT, null=True, related_name="+")
    patch = models.ForeignKey("lawbase.TextPatch", models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=1000)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "event"], condition=Q(event__isnull=False), name="a_case_names_an_event_once"
            ),
            models.UniqueConstraint(
                fields=["case", "patch"], condition=Q(patch__isnull=False), name="a_case_names_a_patch_once"
            ),
            models.CheckConstraint(
                condition=Q(event__isnull=True, patch__isnull=False) | Q(event__isnull=False, patch__isnull=True),
                name="a_change_is_of_effect_or_of_words",
            ),
        ]


class ReviewLine(models.Model):
    """One provision of the slip: what it rests on now, and what is thought of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="lines")
    no = models.PositiveSmallIntegerField()
    provision = models.CharField(max_length=300)
    basis = models.CharField(max_length=1000, blank=True)
    opinion = models.CharField(max_length=1000)
    proposal = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Proposal])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "no"], name="one_review_line_per_number")]


class Announced(Kept):
    """What is approved by a paper and published: number, days, the printed lists as they were then."""

    slug = models.CharField(max_length=80, unique=True)
    regime = models.CharField(max_length=20)
    number = models.CharField(max_length=60, blank=True)
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=120, blank=True)
    published_on = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=120, blank=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class ExpiryList(Announced):
    """«Danh mục văn bản hết hiệu lực, ngưng hiệu lực» of one year and agency."""

    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default=YearState.COMPUTED)
    checked_on = models.DateField(null=True)
    checked_by = models.CharField(max_length=120, blank=True)
    check_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="one_expiry_list_per_agency_and_year"),
            models.CheckConstraint(
                condition=Q(state__in=[YearState.COMPUTED, YearState.CHECKED], number="", approved_on__isnull=True)
                | (
                    Q(state__in=[YearState.APPROVED, YearState.PUBLISHED], approved_on__isnull=False)
                    & ~Q(number="")
                    & ~Q(checked_by="")
                ),
                name="an_approved_expiry_list_was_checked_and_has_its_paper",
            ),
            models.CheckConstraint(
                condition=Q(state=YearState.PUBLISHED, published_on__isnull=False, file__isnull=False)
                | (~Q(state=YearState.PUBLISHED) & Q(published_on__isnull=True, file__isnull=True)),
                name="a_published_expiry_list_keeps_its_print",
            ),
        ]


class Systematisation(Announced):
    """«Hệ thống hóa văn bản» of a period that ends on its cut-off, with its plan."""

    from_on = models.DateField()
    cut_off = models.DateField()
    state = models.CharField(max_length=10, default=RoundState.DRAFTED)
    purpose = models.TextField()
    scope = models.TextField()
    assignment = models.TextField()
    budget = models.CharField(max_length=500, blank=True)
    plan_number = models.CharField(max_length=60, blank=True)
    planned_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "cut_off"], name="one_systematisation_per_agency_and_cut_off"),
            models.CheckConstraint(condition=Q(cut_off__gt=F("from_on")), name="a_period_is_cut_off_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state=RoundState.DRAFTED, plan_number="", planned_on__isnull=True)
                | (~Q(state=RoundState.DRAFTED) & Q(planned_on__isnull=False) & ~Q(plan_number="")),
                name="a_systematisation_begins_with_its_plan",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[RoundState.RATIFIED, RoundState.RELEASED], approved_on__isnull=False)
                & ~Q(number="")
                | (~Q(state__in=[RoundState.RATIFIED, RoundState.RELEASED]) & Q(number="", approved_on__isnull=True)),
                name="ratified_results_have_their_paper",
            ),
            models.CheckConstraint(
                condition=Q(state=RoundState.RELEASED, published_on__isnull=False, file__isnull=False)
                | (~Q(state=RoundState.RELEASED) & Q(published_on__isnull=True, file__isnull=True)),
                name="released_results_keep_their_print",
            ),
        ]


class SetMember(models.Model):
    """A document of the gathered set, or the words of one on paper that the register does not know."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Systematisation, models.PROTECT, related_name="members")
    document = models.ForeignKey("lawbase.LegalDocument", models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Origin])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "document", "origin"],
                condition=Q(document__isnull=False),
                name="a_document_is_gathered_once_per_origin",
            ),
            models.CheckConstraint(
                condition=Q(document__isnull=False) | ~Q(words=""), name="a_gathered_document_has_a_name"
            ),
        ]


class Explanation(models.Model):
    """«Giải trình» of one difference: why the sides do not agree and still may be published."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Systematisation, models.PROTECT, related_name="explanations")
    kind = models.CharField(max_length=15, choices=[(one.value, one.value) for one in DifferenceKind])
    key = models.CharField(max_length=300)
    name = models.CharField(max_length=1200)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "kind", "key"], name="a_difference_is_explained_once"),
            models.CheckConstraint(condition=~Q(text=""), name="an_explanation_says_something"),
        ]


class ListLine(models.Model):
    """One line of one list, kept as it was made: later changes of the register do not move it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    year_list = models.ForeignKey(ExpiryList, models.PROTECT, null=True, related_name="lines")
    round = models.ForeignKey(Systematisation, models.PROTECT, null=True, related_name="lines")
    document = models.ForeignKey("lawbase.LegalDocument", models.PROTECT, related_name="+")
    list = models.CharField(max_length=10, choices=[(one.value, one.value) for one in ListName])
    no = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    title = models.CharField(max_length=1000)
    reason = models.TextField(blank=True)
    on_day = models.DateField(null=True)
    provisions = models.TextField(blank=True)
    proposal = models.CharField(max_length=60, blank=True)
    content = models.TextField(blank=True)
    lead = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["year_list", "list", "document"],
                condition=Q(year_list__isnull=False),
                name="a_document_stands_once_in_a_yearly_list",
            ),
            models.UniqueConstraint(
                fields=["round", "list", "document"],
                condition=Q(round__isnull=False),
                name="a_document_stands_once_in_a_list",
            ),
            models.CheckConstraint(
                condition=Q(year_list__isnull=True, round__isnull=False)
                | Q(year_list__isnull=False, round__isnull=True),
                name="a_line_belongs_to_one_publication",
            ),
        ]
