"""Register a token of a licensed authority, and revoke a key."""

from datetime import datetime
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from django.db import transaction

from motcua.house.journal import acts as journal
from motcua.house.journal.models import CHAIN
from motcua.house.journal.rules import Recorder
from motcua.instruments.signing.choices import HolderKind, KeyKind
from motcua.instruments.signing.models import SigningKey


@transaction.atomic
def register_token(
    *,
    holder_id: UUID,
    holder_name: str,
    certificate_pem: str,
    module: str,
    token_label: str,
    key_label: str,
    by: Recorder,
    at: datetime,
    holder_kind: HolderKind = HolderKind.PERSON,
) -> SigningKey:
    """Make a key on a PKCS#11 token known, by its certificate. The private key and the PIN stay with the holder."""
    certificate = x509.load_pem_x509_certificate(certificate_pem.encode())
    row = SigningKey(
        holder_kind=holder_kind,
        holder_id=holder_id,
        holder_name=holder_name,
        kind=KeyKind.TOKEN,
        certificate_pem=certificate_pem,
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        module=module,
        token_label=token_label,
        key_label=key_label,
        valid_from=certificate.not_valid_before_utc,
        valid_to=certificate.not_valid_after_utc,
    )
    journal.write(row, act="register_token", by=by, at=at, holder=holder_name, fingerprint=row.fingerprint)
    row.save(force_insert=True)
    return row


@transaction.atomic
def revoke(key: SigningKey, *, reason: str, by: Recorder, at: datetime) -> SigningKey:
    """The key signs no more from this moment; what it signed before stays good. A second call changes nothing."""
    row = SigningKey.objects.select_for_update().get(pk=key.pk)
    if row.revoked_at is None:
        row.revoked_at = at
        journal.write(row, act="revoke", by=by, at=at, reason=reason)
        row.save(update_fields=["revoked_at", *CHAIN])
    return row
