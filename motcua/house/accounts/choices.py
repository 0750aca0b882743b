"""Closed lists of the accounts module: kinds of account and languages."""

from enum import StrEnum


class Kind(StrEnum):
    """Whose account it is."""

    CITIZEN = "citizen"
    OFFICER = "officer"


KIND_NAMES = {Kind.CITIZEN: "Công dân", Kind.OFFICER: "Công chức"}
LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))

DEMO_PASSWORD = "motcua-demo"  # noqa: S105  shown on the login page of every demo
"""The password of all demo accounts."""
