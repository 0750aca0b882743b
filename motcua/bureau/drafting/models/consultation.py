"""Opinion rounds with their recipients and answers; postings on the portal with the public's comments."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.bureau.drafting.choices import CommentState, Verdict
from motcua.bureau.drafting.models.drafts import Draft, DraftVersion

VERDICTS = [(one.value, one.value) for one in Verdict]


class ConsultationRound(models.Model):
    """«Đợt lấy ý kiến»: which version, sent when, answers due when; one is open at a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    version = models.ForeignKey(DraftVersion, models.PROTECT, related_name="+")
    letter = models.CharField(max_length=60)
    sent_on = models.DateField()
    due_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_round_per_number"),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(closed_on__isnull=True), name="one_open_round_per_draft"
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("sent_on")), name="opinions_are_due_after_sending"),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(closed_on__isnull=True), name="open_round_by_due_day"),
        ]


class Recipient(models.Model):
    """«Nơi được lấy ý kiến»; `is_affected` for those the text touches directly."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(ConsultationRound, models.PROTECT, related_name="recipients")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    is_affected = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="one_recipient_per_number")]


class Answer(models.Model):
    """«Ý kiến góp ý» of a recipient, and what the drafter does with it («tiếp thu, giải trình»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    answered_on = models.DateField()
    letter = models.CharField(max_length=60, blank=True)
    agrees = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(max_length=10, blank=True, choices=VERDICTS)
    explanation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "number"], name="one_answer_per_number"),
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(text="") | Q(file__isnull=False), name="answer_says_something"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", Verdict.TAKEN]) | ~Q(explanation=""), name="answer_not_taken_is_explained"
            ),
        ]


class Posting(models.Model):
    """«Đăng tải dự thảo»: a version before the public between two days; one is open at a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="postings")
    version = models.ForeignKey(DraftVersion, models.PROTECT, related_name="+")
    question = models.TextField(blank=True)
    from_on = models.DateField()
    to_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft"], condition=Q(closed_on__isnull=True), name="one_open_posting_per_draft"
            ),
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="posting_ends_after_it_begins"),
        ]
        indexes = [models.Index(fields=["-from_on"], name="posting_by_day")]


class Comment(models.Model):
    """«Góp ý của người dân»: shown once an officer has read it; the name is optional and never shown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    posting = models.ForeignKey(Posting, models.PROTECT, related_name="comments")
    name = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    state = models.CharField(max_length=10, default=CommentState.WAITING)
    hidden_reason = models.CharField(max_length=300, blank=True)
    verdict = models.CharField(max_length=10, blank=True, choices=VERDICTS)
    explanation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CommentState.HIDDEN) | ~Q(hidden_reason=""), name="hidden_comment_says_why"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", Verdict.TAKEN]) | ~Q(explanation=""), name="comment_not_taken_is_explained"
            ),
        ]
