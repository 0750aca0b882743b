"""Tables of the record: entries, looks, seals; and the mixin that carries a chain's head."""

from django.db import models

from motcua.base.keys import new_id

CHAIN = ("journal_seq", "journal_head")
"""What the caller adds to `update_fields` after `acts.write`."""


class Chained(models.Model):
    """A thing with its own record: it carries the length and the head of its chain."""

    journal_seq = models.PositiveIntegerField(default=0, editable=False)
    journal_head = models.CharField(max_length=64, default="", blank=True, editable=False)

    class Meta:
        abstract = True


class Entry(models.Model):
    """One act done to one thing («dòng nhật ký»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thing_kind = models.CharField(max_length=100)
    thing_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=100)
    account_id = models.UUIDField(null=True)
    name = models.CharField(max_length=200)
    facts = models.JSONField(default=dict)
    prev = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thing_id", "seq"], name="one_entry_for_each_step_of_a_chain"),
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="a_chain_begins_at_one"),
        ]


class Look(models.Model):
    """One person has seen one thing that holds personal data («lượt xem»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thing_kind = models.CharField(max_length=100)
    thing_id = models.UUIDField()
    at = models.DateTimeField()
    account_id = models.UUIDField(null=True)
    name = models.CharField(max_length=200)
    page = models.CharField(max_length=200)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["thing_id", "id"], name="looks_at_a_thing"),
            models.Index(fields=["account_id", "id"], name="looks_by_an_account"),
        ]


class Seal(models.Model):
    """One day's seal over everything recorded since the seal before («niêm phong»)."""

    day = models.DateField(primary_key=True)
    entries = models.PositiveIntegerField()
    looks = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    prev = models.CharField(max_length=64, blank=True, unique=True)
    signature = models.TextField(null=True)
