"""The signing keys this office knows: certificate and where the private key lies, never the key itself."""

from django.db import models
from django.db.models import F, Q

from motcua.base.keys import new_id
from motcua.house.journal.models import Chained
from motcua.instruments.signing.choices import HolderKind, KeyKind


class SigningKey(Chained):
    """A certificate with its key («khóa ký»): encrypted file or token; `serial` finds it from a signature."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    holder_kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in HolderKind])
    holder_id = models.UUIDField()
    holder_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in KeyKind])
    certificate_pem = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)
    path = models.CharField(max_length=200, blank=True)
    module = models.CharField(max_length=200, blank=True)
    token_label = models.CharField(max_length=100, blank=True)
    key_label = models.CharField(max_length=100, blank=True)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__lt=F("valid_to")), name="a_certificate_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=(Q(kind=KeyKind.SOFT) & ~Q(path="") & Q(module=""))
                | (Q(kind=KeyKind.TOKEN) & Q(path="") & ~Q(module="") & ~Q(key_label="")),
                name="a_key_lies_in_a_file_or_in_a_token",
            ),
        ]
        indexes = [models.Index(fields=["holder_id", "valid_to"], name="keys_of_a_holder")]
