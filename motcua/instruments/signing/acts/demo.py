"""The demo authority and its keys: made on first run, saying of themselves that they have no legal value.

Soft keys in encrypted files, ECDSA P-256: opening an RSA key costs 60 ms each time. An office that signs for real
registers tokens of a licensed authority instead.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID
from django.db import transaction

from motcua.base.keys import new_id
from motcua.house.journal import acts as journal
from motcua.house.journal.rules import Recorder
from motcua.instruments.signing import loader, rules
from motcua.instruments.signing.choices import HolderKind, KeyKind
from motcua.instruments.signing.models import SigningKey

CA_FROM, CA_TO = datetime(2015, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)
DEMO_UNIT = "motcua – bản thử nghiệm"


def make_demo_ca() -> str:
    """The demo authority's certificate as PEM, made with its key on first use."""
    if not (loader.folder() / f"{loader.DEMO_CA}.p12").exists():
        key = ec.generate_private_key(ec.SECP256R1())
        name = _name(rules.DEMO_CA_NAME, DEMO_UNIT)
        made = (
            _certificate(name, name, key.public_key(), CA_FROM, CA_TO)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(ca=True), critical=True)
            .sign(key, hashes.SHA256())
        )
        _keep(loader.DEMO_CA, key, made)
        loader.write_secret(f"{loader.DEMO_CA}.pem", made.public_bytes(Encoding.PEM))
    return (loader.folder() / f"{loader.DEMO_CA}.pem").read_text()


@transaction.atomic
def issue_demo_key(
    *,
    holder_id: UUID,
    holder_name: str,
    unit_name: str,
    by: Recorder,
    at: datetime,
    holder_kind: HolderKind = HolderKind.PERSON,
    title: str = "",
    years: int = 5,
) -> SigningKey:
    """Give a person, or a unit as its seal, a demo key that holds from `at` for some years."""
    make_demo_ca()
    ca_key, ca = _demo_ca()
    key = ec.generate_private_key(ec.SECP256R1())
    begins = at.astimezone(UTC).replace(microsecond=0)
    ends = begins + timedelta(days=round(years * 365.25))
    made = (
        _certificate(_name(holder_name, unit_name, title), ca.subject, key.public_key(), begins, ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(ca=False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    row = SigningKey(
        id=new_id(),
        holder_kind=holder_kind,
        holder_id=holder_id,
        holder_name=holder_name,
        kind=KeyKind.SOFT,
        certificate_pem=made.public_bytes(Encoding.PEM).decode(),
        fingerprint=made.fingerprint(hashes.SHA256()).hex(),
        valid_from=begins,
        valid_to=ends,
        is_demo=True,
    )
    row.path = f"{row.id}.p12"
    _keep(str(row.id), key, made, ca)
    journal.write(row, act="issue_demo_key", by=by, at=at, holder=holder_name, fingerprint=row.fingerprint)
    row.save(force_insert=True)
    return row


def _demo_ca() -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    opened = loader.open_file(f"{loader.DEMO_CA}.p12", loader.password(loader.DEMO_CA))
    assert isinstance(opened.key, ec.EllipticCurvePrivateKey)  # noqa: S101  # we wrote it
    assert opened.cert is not None  # noqa: S101
    return opened.key, opened.cert.certificate


def _keep(name: str, key: ec.EllipticCurvePrivateKey, own: x509.Certificate, *chain: x509.Certificate) -> None:
    secret = (  # one round: the password is 256 random bits, more rounds would only slow each signature
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(1)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(loader.password(name))
    )
    loader.write_secret(f"{name}.p12", pkcs12.serialize_key_and_certificates(name.encode(), key, own, chain, secret))


def _name(common: str, unit: str, title: str = "") -> x509.Name:
    parts = [(NameOID.COUNTRY_NAME, "VN"), (NameOID.ORGANIZATION_NAME, unit), (NameOID.TITLE, title)]
    named = [x509.NameAttribute(oid, value[:64]) for oid, value in parts if value]
    return x509.Name([*named, x509.NameAttribute(NameOID.COMMON_NAME, common[:64])])


def _certificate(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, begins: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
