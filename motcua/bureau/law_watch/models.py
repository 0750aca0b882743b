"""Plans with their activities and amendments, observations, figures, inspections, proposals, surveys, reports."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.bureau.law_watch.choices import (
    ActivityKind,
    Grade,
    InspectionState,
    PlanState,
    ProposalState,
    QuestionKind,
    ReportState,
    Source,
    SurveyState,
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


class Plan(Kept):
    """«Kế hoạch theo dõi tình hình thi hành pháp luật»: one a year and agency; `focus` lists «lĩnh vực trọng tâm»."""

    year = models.PositiveSmallIntegerField()
    purpose = models.TextField()
    focus = models.JSONField(default=list)
    budget = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, default=PlanState.DRAFTED)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=120, blank=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="one_watch_plan_per_agency_and_year"),
            models.CheckConstraint(
                condition=(Q(state=PlanState.DRAFTED) & Q(issued_on__isnull=True, number="", issued_by=""))
                | (~Q(state=PlanState.DRAFTED) & Q(issued_on__isnull=False) & ~Q(number="") & ~Q(issued_by="")),
                name="issued_watch_plan_has_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.DONE, done_on__isnull=False)
                | (~Q(state=PlanState.DONE) & Q(done_on__isnull=True)),
                name="done_watch_plan_has_its_day",
            ),
        ]


class PlanAmendment(models.Model):
    """«Văn bản sửa đổi, bổ sung kế hoạch»: under which paper, and why, an issued plan was changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="amendments")
    number = models.CharField(max_length=60)
    signed_on = models.DateField()
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)


class PlanActivity(models.Model):
    """«Hoạt động»: what, who, by when, with which product; an amendment ends the row and puts another in its place."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="activities")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in ActivityKind])
    what = models.CharField(max_length=500)
    lead = models.CharField(max_length=200)
    cooperating = models.CharField(max_length=500, blank=True)
    due_on = models.DateField()
    product = models.CharField(max_length=300)
    added_by = models.ForeignKey(PlanAmendment, models.PROTECT, null=True, related_name="added")
    ended_by = models.ForeignKey(PlanAmendment, models.PROTECT, null=True, related_name="ended")
    done_on = models.DateField(null=True)
    done_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"], condition=Q(ended_by__isnull=True), name="one_standing_activity_per_number"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_note="") | (Q(done_on__isnull=False) & ~Q(done_note="")),
                name="done_activity_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True) | Q(done_on__isnull=True), name="done_activity_is_not_amended"
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(done_on__isnull=True), name="open_activity_by_due_day")]


class Observation(Kept):
    """«Thông tin thu thập»: what press, citizens, dossiers, inspections and reports say of how a text is enforced."""

    source = models.CharField(max_length=10, choices=[(source.value, source.value) for source in Source])
    source_name = models.CharField(max_length=300)
    received_on = models.DateField()
    dossier_code = models.CharField(max_length=40, blank=True)
    document = models.CharField(max_length=500)
    document_number = models.CharField(max_length=60, blank=True)
    content = models.TextField()
    group = models.CharField(max_length=40)
    grade = models.CharField(max_length=10, blank=True, choices=[(grade.value, grade.value) for grade in Grade])
    assessment = models.TextField(blank=True)
    assessed_at = models.DateTimeField(null=True)
    assessed_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(grade="", assessed_at__isnull=True, assessed_by="")
                | (~Q(grade="") & Q(assessed_at__isnull=False) & ~Q(assessed_by="")),
                name="assessed_observation_has_its_grade",
            )
        ]
        indexes = [models.Index(fields=["unit", "received_on"], name="observation_by_day")]


class FigureSheet(Kept):
    """«Biểu số liệu» of one agency and period; under one decree's criteria."""

    from_on = models.DateField()
    to_on = models.DateField()
    regime = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "from_on", "to_on"], name="one_figure_sheet_per_period"),
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="figure_sheet_ends_after_it_begins"),
        ]


class Figure(models.Model):
    """One number entered («số liệu»)."""

    sheet = models.ForeignKey(FigureSheet, models.PROTECT, related_name="figures")
    key = models.CharField(max_length=40)
    value = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "key"], name="one_figure_per_input_of_a_sheet")]


class Inspection(Kept):
    """«Cuộc kiểm tra»: decision, team, place, time, and what was concluded."""

    activity = models.ForeignKey(PlanActivity, models.PROTECT, null=True, related_name="inspections")
    number = models.CharField(max_length=60)
    decided_on = models.DateField()
    subject = models.CharField(max_length=300)
    document = models.CharField(max_length=500)
    team = models.TextField()
    place = models.CharField(max_length=300)
    from_on = models.DateField()
    to_on = models.DateField()
    state = models.CharField(max_length=10, default=InspectionState.DECIDED)
    conclusion = models.TextField(blank=True)
    concluded_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "number", "decided_on"], name="one_inspection_per_decision"),
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="inspection_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state=InspectionState.DECIDED, conclusion="", concluded_on__isnull=True)
                | (Q(state=InspectionState.CONCLUDED, concluded_on__isnull=False) & ~Q(conclusion="")),
                name="concluded_inspection_says_what",
            ),
        ]


class InspectionFinding(models.Model):
    """«Phát hiện qua kiểm tra»."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    group = models.CharField(max_length=40)
    grade = models.CharField(max_length=10, choices=[(grade.value, grade.value) for grade in Grade])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inspection", "number"], name="one_finding_per_number")]


class Proposal(Kept):
    """«Kiến nghị» to a competent body, with the day an answer is due; from a finding, an observation, or neither."""

    finding = models.ForeignKey(InspectionFinding, models.PROTECT, null=True, related_name="proposals")
    observation = models.ForeignKey(Observation, models.PROTECT, null=True, related_name="proposals")
    number = models.CharField(max_length=60)
    sent_on = models.DateField()
    body = models.CharField(max_length=200)
    text = models.TextField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, default=ProposalState.SENT)
    answer = models.TextField(blank=True)
    answer_number = models.CharField(max_length=60, blank=True)
    answered_on = models.DateField(null=True)
    judgement = models.TextField(blank=True)
    closed_on = models.DateField(null=True)
    closed_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "number", "sent_on", "body"], name="one_proposal_per_letter"),
            models.CheckConstraint(condition=Q(due_on__gte=F("sent_on")), name="answer_is_due_after_sending"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True) | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="answer_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ProposalState.ANSWERED, ProposalState.ACCEPTED, ProposalState.REJECTED])
                | Q(answered_on__isnull=False),
                name="proposal_is_judged_by_its_answer",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.CLOSED)
                | (Q(closed_on__isnull=False) & (Q(answered_on__isnull=False) | ~Q(closed_reason=""))),
                name="proposal_is_closed_by_answer_or_reason",
            ),
        ]
        indexes = [models.Index(fields=["unit", "state", "due_on"], name="proposal_by_due_day")]


class Survey(Kept):
    """«Cuộc khảo sát»: whom, where, when; questions with closed answers."""

    activity = models.ForeignKey(PlanActivity, models.PROTECT, null=True, related_name="surveys")
    title = models.CharField(max_length=300)
    asked = models.CharField(max_length=300)
    place = models.CharField(max_length=300)
    from_on = models.DateField()
    to_on = models.DateField()
    state = models.CharField(max_length=10, default=SurveyState.DRAFTED)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="survey_ends_after_it_begins")]


class SurveyQuestion(models.Model):
    """«Câu hỏi» with the answers it offers."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    survey = models.ForeignKey(Survey, models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in QuestionKind])
    options = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "number"], name="one_question_per_number")]


class SurveyReply(models.Model):
    """«Phiếu trả lời»: one sheet, without a name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    survey = models.ForeignKey(Survey, models.PROTECT, related_name="replies")
    entered_at = models.DateTimeField()


class SurveyAnswer(models.Model):
    """The answer chosen on one sheet, counted from 0."""

    reply = models.ForeignKey(SurveyReply, models.PROTECT, related_name="answers")
    question = models.ForeignKey(SurveyQuestion, models.PROTECT, related_name="answers")
    chosen = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reply", "question"], name="one_answer_per_question_of_a_sheet")]


class WatchReport(Kept):
    """«Báo cáo tình hình thi hành pháp luật» of a period: the words are written, the figures computed."""

    from_on = models.DateField()
    to_on = models.DateField()
    direction = models.TextField(blank=True)
    results = models.TextField(blank=True)
    shortcomings = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    requests = models.TextField(blank=True)
    state = models.CharField(max_length=10, default=ReportState.DRAFTED)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=120, blank=True)
    file = models.ForeignKey("vault.StoredFile", models.PROTECT, null=True, related_name="+")
    annexes = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "from_on", "to_on"], name="one_watch_report_per_period"),
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="watch_report_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFTED, number="", issued_on__isnull=True, file__isnull=True)
                | (Q(state=ReportState.ISSUED, issued_on__isnull=False, file__isnull=False) & ~Q(number="")),
                name="issued_watch_report_keeps_its_paper",
            ),
        ]
