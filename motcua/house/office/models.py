"""Units, posts, officers, appointments and delegations, each with its dates."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.house.journal.models import Chained
from motcua.house.office.choices import Level, Role


class Unit(Chained):
    """«Cơ quan, đơn vị»: an agency, or a division or counter of one. Ended units stay, with their successor."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=100)
    level = models.CharField(max_length=10, choices=[(level.value, level.value) for level in Level])
    eid = models.CharField(max_length=35, blank=True)
    sure = models.CharField(max_length=6, default="high")
    area_code = models.CharField(max_length=5, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=120, unique=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="unit_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(valid_to__isnull=False),
                name="only_an_ended_unit_has_a_successor",
            ),
            models.UniqueConstraint(fields=["eid"], condition=~Q(eid=""), name="one_unit_per_electronic_id"),
        ]


class Post(models.Model):
    """«Vị trí việc làm» in a unit: its role, its reach (`scope`, else the unit), and how its holder signs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    scope = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=150)
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])
    may_sign = models.BooleanField(default=False)
    sign_prefix = models.CharField(max_length=4, blank=True)
    sign_for = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sign_prefix="") | Q(may_sign=True), name="only_a_signing_post_has_a_signing_prefix"
            ),
        ]

    @property
    def reach(self) -> Unit:
        """The unit at which the role is held."""
        return self.scope or self.unit


class Officer(Chained):
    """«Cán bộ, công chức» with one account."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="officer")
    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=120)


class Appointment(models.Model):
    """An officer holding a post from one day to another («bổ nhiệm, phân công»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments")
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    paper = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="appointment_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["officer", "post"],
                condition=Q(to_on__isnull=True),
                name="one_open_appointment_per_officer_and_post",
            ),
        ]


class Delegation(models.Model):
    """Acts handed to another officer in writing, between two days («ủy quyền»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    from_appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="delegations")
    to_officer = models.ForeignKey(Officer, models.PROTECT, related_name="delegations")
    acts = models.JSONField()
    from_on = models.DateField()
    to_on = models.DateField()
    paper = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="delegation_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(paper=""), name="delegation_names_its_paper"),
            models.CheckConstraint(condition=~Q(acts=[]), name="delegation_names_its_acts"),
        ]
