"""A key on a token (PKCS#11): SoftHSM2 stands for the USB token of a licensed authority; RSA 2048 as those have."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from motcua.instruments.signing import acts, queries, rules
from motcua.instruments.signing.choices import KeyKind
from motcua.instruments.signing.tests.conftest import AT, HOA, MINH

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "246810"
pytestmark = pytest.mark.skipif(not MODULE.exists(), reason="SoftHSM2 (apt softhsm2) is not installed on this machine.")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate whose key lies on a fresh token; SoftHSM reads its configuration once per process."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    tool = ["softhsm2-util", "--token", "hoa"]
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", "hoa", "--so-pin", PIN, "--pin", PIN],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [*tool, "--import", str(folder / "key.pem"), "--label", "ky", "--id", "01", "--pin", PIN],
        check=True,
        capture_output=True,
    )
    yield _self_signed(key)
    patch.undo()


def _self_signed(key):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOA.name)])
    usage = dict.fromkeys(
        ["key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only"], False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2024, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2027, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.KeyUsage(digital_signature=True, content_commitment=True, decipher_only=False, **usage), critical=True
        )
        .sign(key, hashes.SHA256())
        .public_bytes(Encoding.PEM)
        .decode()
    )


@pytest.fixture
def token_key(db, certificate):
    return acts.register_token(
        holder_id=HOA.holder_id,
        holder_name=HOA.name,
        certificate_pem=certificate,
        module=str(MODULE),
        token_label="hoa",
        key_label="ky",
        by=MINH,
        at=AT,
    )


def test_a_token_signs_a_paper(paper, spot, token_key, certificate, own_folder):
    trust = own_folder / "signing" / "trust"
    trust.mkdir(parents=True)
    (trust / "authority.pem").write_text(certificate)

    signed = acts.sign(paper, key=token_key, signer=HOA, at=AT, block=spot, pin=PIN)

    (report,) = queries.check(signed)
    assert token_key.kind == KeyKind.TOKEN
    assert (report.signer, report.holds, report.is_demo) == (HOA.name, True, False)


def test_a_wrong_pin_signs_nothing(paper, token_key):
    with pytest.raises(rules.WrongPassword, match="Mã PIN"):
        acts.sign(paper, key=token_key, signer=HOA, at=AT, pin="111111")


@pytest.mark.parametrize(
    "lost", [{"token_label": "unplugged"}, {"key_label": "no-such-key"}, {"module": "/nowhere/libtoken.so"}], ids=str
)
def test_a_token_that_is_not_there_signs_nothing_and_is_told_in_a_sentence(paper, token_key, lost):
    for name, value in lost.items():
        setattr(token_key, name, value)

    with pytest.raises(rules.TokenAway, match="hiết bị ký số"):
        acts.sign(paper, key=token_key, signer=HOA, at=AT, pin=PIN)


def test_an_empty_pin_never_reaches_the_token(paper, token_key):
    token_key.module = "/nowhere/libtoken.so"

    with pytest.raises(rules.WrongPassword, match="Nhập mã PIN"):
        acts.sign(paper, key=token_key, signer=HOA, at=AT)
