"""Tables of the one-stop. State, due moment, officer and unit stand on the dossier, so a list needs one query."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.counter.dossiers import rules
from motcua.counter.dossiers.choices import (
    AmendReason,
    Channel,
    DraftAnswer,
    PaperKind,
    PaperState,
    ReturnWay,
    Slip,
    State,
)
from motcua.house.journal.models import Chained


def _choices(kind: type) -> list[tuple[str, str]]:
    return [(item.value, item.value) for item in kind]  # type: ignore[attr-defined]


OPEN_LISTS = {
    "dossier_desk_list": ("desk_unit", "step_role", "due_at", "id"),
    "dossier_my_list": ("officer", "due_at", "id"),
    "dossier_state_list": ("desk_unit", "state", "due_at", "id"),
    "dossier_waiting_list": ("agency", "state", "submitted_at", "id", "unit", "received_unit"),
    "dossier_open_list": ("agency", "due_at", "id", "unit", "received_unit"),
}
"""One index for each kind of branch in `queries.desks`; they hold open dossiers only and stay small.

Where a branch looks at both units, they stand at the end, so that counting need not open the rows.
"""


def _open(name: str, *columns: str) -> models.Index:
    return models.Index(*(F(column) for column in columns), condition=Q(is_open=True), name=name)


class LawSnapshot(models.Model):
    """The procedure as the law stood on a day, kept once by content; a dossier keeps the law of its receipt."""

    key = models.CharField(max_length=64, primary_key=True)
    procedure_code = models.CharField(max_length=20)
    content = models.JSONField()


class Dossier(Chained):
    """«Hồ sơ» of one applicant for one procedure."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    received_unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    desk_unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=45, null=True, unique=True)
    external_code = models.CharField(max_length=60, blank=True)
    secret = models.CharField(max_length=8)
    submission_key = models.UUIDField(null=True, unique=True)

    state = models.CharField(max_length=20, choices=_choices(State))
    channel = models.CharField(max_length=10, choices=_choices(Channel))
    return_way = models.CharField(max_length=10, choices=_choices(ReturnWay), default=ReturnWay.DESK)
    procedure_code = models.CharField(max_length=20)
    procedure_name = models.CharField(max_length=300)
    trade = models.CharField(max_length=60)
    level = models.CharField(max_length=10)
    law = models.ForeignKey(LawSnapshot, models.PROTECT, related_name="+", db_index=False)
    form_key = models.CharField(max_length=60, blank=True)
    answers = models.JSONField(default=dict)

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    applicant_name = models.CharField(max_length=120)
    applicant_key = models.CharField(max_length=120)
    personal_number = models.CharField(max_length=12, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    search_text = models.CharField(max_length=400, blank=True)

    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    original_due_at = models.DateTimeField(null=True)
    limit = models.CharField(max_length=40, blank=True)
    apologised_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)

    officer = models.ForeignKey("office.Officer", models.PROTECT, null=True, related_name="+", db_index=False)
    step_no = models.PositiveSmallIntegerField(default=0)
    step_role = models.CharField(max_length=20)
    step_name = models.CharField(max_length=120)
    step_due_at = models.DateTimeField(null=True)
    proposal = models.CharField(max_length=10, blank=True, choices=[("grant", "grant"), ("refuse", "refuse")])
    supplement_count = models.PositiveSmallIntegerField(default=0)
    is_open = models.BooleanField(default=True)

    fees = models.JSONField(default=list)
    fee_vnd = models.PositiveIntegerField(default=0)
    paid_vnd = models.PositiveIntegerField(default=0)
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    code__isnull=False, received_at__isnull=False, due_at__isnull=False, original_due_at__isnull=False
                )
                | Q(code__isnull=True, received_at__isnull=True, due_at__isnull=True, original_due_at__isnull=True),
                name="dossier_has_code_receipt_and_due_moment_together",
            ),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(due_at__gte=F("received_at")), name="dossier_is_due_after_receipt"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.RETURNED) | Q(returned_at__isnull=False),
                name="returned_dossier_has_its_moment",
            ),
        ]
        indexes = [
            *(_open(name, *columns) for name, columns in OPEN_LISTS.items()),
            models.Index(fields=["agency", "applicant_key", "submitted_at", "id"], name="dossier_by_name"),
            models.Index(fields=["agency", "submitted_at", "id"], name="dossier_by_agency"),
            models.Index(
                fields=["personal_number", "submitted_at", "id"],
                condition=~Q(personal_number=""),
                name="dossier_by_person",
            ),
            models.Index(fields=["phone", "submitted_at", "id"], condition=~Q(phone=""), name="dossier_by_phone"),
            models.Index(
                fields=["account", "submitted_at", "id"], condition=Q(account__isnull=False), name="dossier_by_account"
            ),
            models.Index(
                fields=["original_due_at"], condition=Q(original_due_at__isnull=False), name="dossier_by_first_due"
            ),
            models.Index(fields=["settled_at"], condition=Q(settled_at__isnull=False), name="dossier_by_settlement"),
        ]

    @property
    def national_state(self) -> int:
        """One of the ten states of the National Portal."""
        return rules.NATIONAL[State(self.state)]


class DossierPaper(models.Model):
    """A paper on the checklist of a dossier («thành phần hồ sơ»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="papers")
    no = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=500)
    role = models.CharField(max_length=10)
    kind = models.CharField(max_length=12, choices=_choices(PaperKind), blank=True)
    copies = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=_choices(PaperState))
    note = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "no"], name="one_paper_per_number")]


class DossierStep(models.Model):
    """One passage of a step of the internal process; a step done again is another row («phiếu kiểm soát»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="steps")
    no = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20)
    unit = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    handed_by = models.CharField(max_length=120, blank=True)
    officer = models.ForeignKey("office.Officer", models.PROTECT, null=True, related_name="+", db_index=False)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(finished_at__isnull=True), name="one_open_step_per_dossier"
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="step_ends_after_it_starts",
            ),
        ]


class DueChange(models.Model):
    """Every due moment a dossier was given, with its reason and paper; the first one is the original."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="due_changes")
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    counted_from = models.DateTimeField()
    limit = models.CharField(max_length=40)
    reason = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    by_name = models.CharField(max_length=120)
    calendar_version = models.CharField(max_length=64)


class Supplement(models.Model):
    """One request for papers: all that is missing at once, with the reason; the clock stops until it is met."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="supplements")
    items = models.JSONField()
    reason = models.CharField(max_length=1000)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(answered_at__isnull=True), name="one_open_supplement"
            ),
        ]


class Consultation(models.Model):
    """A question to another agency, with its deadline, and the answer («lấy ý kiến»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="consultations")
    asked = models.CharField(max_length=200)
    question = models.CharField(max_length=1000)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(answered_at__isnull=True), name="one_open_consultation"
            ),
        ]


class SentDraft(models.Model):
    """A draft of the result as it went to the applicant to be confirmed, and the answer («bản dự thảo»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="drafts")
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=120)
    answer_on = models.DateField()
    answer = models.CharField(max_length=10, choices=_choices(DraftAnswer), blank=True)
    words = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(answered_at__isnull=True), name="one_open_draft_per_dossier"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="draft_has_answer_and_its_moment_together",
            ),
            models.CheckConstraint(
                condition=~Q(answer=DraftAnswer.CORRECTED) | ~Q(words=""), name="a_correction_says_what_is_wrong"
            ),
        ]
        indexes = [
            models.Index(fields=["answer_on"], condition=Q(answered_at__isnull=True), name="draft_by_last_day"),
        ]


class AnswerChange(models.Model):
    """A mended declaration: the changed answers as they were and as they are, why and by whom («sửa tờ khai»).

    `seq` is the place of the act in the dossier's record, which names the questions and keeps no answer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="answer_changes", db_index=False)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    reason = models.CharField(max_length=10, choices=_choices(AmendReason))
    words = models.CharField(max_length=500, blank=True)
    old = models.JSONField()
    new = models.JSONField()
    fee_before_vnd = models.PositiveIntegerField()
    fee_after_vnd = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="one_change_of_answers_per_act"),
            models.CheckConstraint(
                condition=~Q(reason=AmendReason.OTHER) | ~Q(words=""), name="another_reason_is_put_in_words"
            ),
        ]


class IssuedSlip(models.Model):
    """A statutory slip with its number; `content` is what was printed, so it can be printed the same again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="slips")
    kind = models.CharField(max_length=20, choices=_choices(Slip))
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    agency = models.ForeignKey("office.Unit", models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    content = models.JSONField()
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "kind", "number"], name="one_slip_per_number_and_year"),
        ]


class Result(models.Model):
    """The paper a dossier ends in, signed; found by anyone who holds its verification code («kết quả»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="results")
    kind = models.CharField(max_length=60)
    national_code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=60)
    register_ref = models.CharField(max_length=120, blank=True)
    verify_code = models.CharField(max_length=16, unique=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, related_name="+")
    signed_by = models.CharField(max_length=120)
    signed_title = models.CharField(max_length=200)
    signed_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=500, blank=True)
