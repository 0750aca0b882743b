"""The floor's own table: the least a row can be."""

from django.db import models


class Row(models.Model):
    """One row, or a row that belongs to one."""

    name = models.CharField(max_length=120)
    state = models.CharField(max_length=20)
    at = models.DateTimeField()
    parent = models.ForeignKey("self", models.PROTECT, null=True)

    class Meta:
        app_label = "bench"
