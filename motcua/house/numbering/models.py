"""One row for each running number."""

from django.db import models

from motcua.house.numbering.rules import LONGEST_SCOPE


class Counter(models.Model):
    """The last number given in one scope («số cuối cùng»)."""

    scope = models.CharField(max_length=LONGEST_SCOPE, primary_key=True)
    last = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(last__gte=0), name="a_running_number_is_never_negative"),
        ]
