"""What a notice may say, and where it may go."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

LANGUAGES = ("vi", "en")
SAYABLE = frozenset({"code", "state", "due"})


class TooPersonal(ValueError):
    """The notice would carry more than a code, a state and a due moment."""


@dataclass(frozen=True)
class Contact:
    """Where one person can be reached; what is empty is not used."""

    account_id: UUID | None = None
    email: str = ""
    phone: str = ""
    language: str = "vi"


def sayable(values: Mapping[str, str]) -> dict[str, str]:
    """The values a notice may carry. Refuses: TooPersonal."""
    if extra := sorted(values.keys() - SAYABLE):
        raise TooPersonal(f"A notice carries only {', '.join(sorted(SAYABLE))}, not {', '.join(extra)}.")
    return {name: " ".join(str(value).split()) for name, value in values.items()}
