"""Closed lists: where a private key lies, and whose it is."""

from enum import StrEnum


class KeyKind(StrEnum):
    """Where the private key lies."""

    SOFT = "soft"  # an encrypted file in DATA_DIR
    TOKEN = "pkcs11"  # noqa: S105  a USB token or HSM


class HolderKind(StrEnum):
    """Whose signature it makes: a person's, or the seal of a unit («chữ ký số của cơ quan»)."""

    PERSON = "person"
    UNIT = "unit"
