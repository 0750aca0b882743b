"""What a notice may say, and where it may go."""

from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True)
class Mark:
    """The page a notice is about, and the key of what is told to one person a single time; both may be empty."""

    place: str = ""
    once: str = ""


def sayable(values: Mapping[str, str]) -> dict[str, str]:
    """The values a notice may carry. Refuses: TooPersonal."""
    if extra := sorted(values.keys() - SAYABLE):
        raise TooPersonal(f"A notice carries only {', '.join(sorted(SAYABLE))}, not {', '.join(extra)}.")
    return {name: " ".join(str(value).split()) for name, value in values.items()}


REMINDED = (60, 30, 15, 7, 3, 1, 0, -1, -7, -30)
"""Days before a due day, behind it when negative, at which who is responsible is reminded: a habit, no rule of law."""


def threshold(left: int, days: Iterable[int] = REMINDED) -> int | None:
    """The last of these that is reached with so many days left; None while none is. A night missed is made up."""
    return min((one for one in days if left <= one), default=None)


def left_words(left: int) -> str:
    """«còn 7 ngày», «hạn hôm nay», «trễ 3 ngày»."""
    if left < 0:
        return f"trễ {-left} ngày"
    return f"còn {left} ngày" if left else "hạn hôm nay"
