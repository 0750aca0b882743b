"""One row for each file handed in or issued; equal contents share one file."""

from django.db import models
from django.db.models import Q

from motcua.base.keys import new_id


class StoredFile(models.Model):
    """A file of the vault («tệp»)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    mime = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=50)
    is_own = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="a_stored_file_is_not_empty"),
        ]
