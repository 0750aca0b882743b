"""Keys from where they lie: encrypted PKCS#12 files in DATA_DIR/signing, or a PKCS#11 token.

A soft key's password is derived from SECRET_KEY and the key's id: a stolen file alone opens nothing. Files are 0600 in
a folder 0700. A token asks for its PIN each time; the PIN is never kept.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pkcs11
from asn1crypto import pem, x509
from cryptography.hazmat.primitives.serialization import pkcs12
from django.conf import settings
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign import SimpleSigner
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers.pdf_cms import Signer

from motcua.instruments.signing.rules import TokenAway, WrongPassword

DEMO_CA = "demo-ca"


def folder() -> Path:
    """DATA_DIR/signing, made on first use, for the owner's eyes only."""
    path = Path(settings.DATA_DIR) / "signing"
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def password(name: str) -> bytes:
    """The password of a soft key, derived from SECRET_KEY and the name of its file."""
    return (
        hmac.new(settings.SECRET_KEY.encode(), f"motcua signing {name}".encode(), hashlib.sha256).hexdigest().encode()
    )


def write_secret(name: str, content: bytes) -> None:
    """Write a new file only its owner may read. Refuses to overwrite (FileExistsError)."""
    descriptor = os.open(folder() / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def open_file(name: str, secret: bytes) -> pkcs12.PKCS12KeyAndCertificates:
    """The key and certificates of an encrypted file. Refuses: WrongPassword."""
    try:
        return pkcs12.load_pkcs12((folder() / name).read_bytes(), secret)
    except ValueError as error:
        raise WrongPassword("Mật khẩu của khóa ký không đúng.") from error


def from_pem(text: str) -> x509.Certificate:
    """A certificate as the signing library reads it."""
    return x509.Certificate.load(pem.unarmor(text.encode())[2])


def soft_signer(name: str, secret: bytes) -> Signer:
    """A signer from an encrypted file, its chain with it. Refuses: WrongPassword."""
    try:
        return SimpleSigner.load_pkcs12_data((folder() / name).read_bytes(), other_certs=[], passphrase=secret)
    except ValueError as error:
        raise WrongPassword("Mật khẩu của khóa ký không đúng.") from error


@contextmanager
def token_signer(*, module: str, token_label: str, key_label: str, certificate_pem: str, pin: str) -> Iterator[Signer]:
    """A signer on a token, for as long as the block runs. Refuses: WrongPassword, TokenAway."""
    if not pin:  # an empty one counts as a wrong one on some tokens, which lock after a few
        raise WrongPassword("Nhập mã PIN của thiết bị ký số.")
    try:
        session = open_pkcs11_session(module, token_criteria=TokenCriteria(label=token_label), user_pin=pin)
    except (pkcs11.exceptions.PinIncorrect, pkcs11.exceptions.PinLenRange, pkcs11.exceptions.PinInvalid) as error:
        raise WrongPassword("Mã PIN của thiết bị ký số không đúng.") from error
    except pkcs11.exceptions.PinLocked as error:
        raise WrongPassword("Thiết bị ký số đã bị khóa vì nhập sai mã PIN nhiều lần.") from error
    except pkcs11.exceptions.PKCS11Error as error:
        raise TokenAway("Không thấy thiết bị ký số. Cắm thiết bị vào máy chủ ký rồi ký lại.") from error
    try:
        yield PKCS11Signer(session, key_label=key_label, signing_cert=from_pem(certificate_pem))
    except (pkcs11.exceptions.PKCS11Error, SigningError) as error:
        raise TokenAway("Thiết bị ký số không trả lời nên chưa ký. Kiểm tra thiết bị rồi ký lại.") from error
    finally:
        with suppress(pkcs11.exceptions.PKCS11Error):  # a token that was pulled out closes nothing
            session.close()
