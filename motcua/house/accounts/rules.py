"""What a login looks like, how long a session lives, how many tries are allowed. Plain Python.

Limits count in fixed windows in the database (`acts.spend`), so two server processes share one count.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class RateLimit:
    """At most `most` tries for one key within one window of `window`."""

    name: str
    most: int
    window: timedelta

    def window_no(self, at: datetime) -> int:
        """The number of the window a moment falls in, counted from 1970."""
        return int(at.timestamp() // self.window.total_seconds())

    def wait(self, at: datetime) -> timedelta:
        """How long until the next window opens."""
        length = self.window.total_seconds()
        return timedelta(seconds=length - at.timestamp() % length)


LOGIN_BY_NAME = RateLimit("login.name", 20, timedelta(minutes=15))
LOGIN_BY_ADDRESS = RateLimit("login.address", 100, timedelta(minutes=15))
SIGN_UP = RateLimit("sign_up", 10, timedelta(hours=1))
RESET = RateLimit("password_reset", 5, timedelta(hours=1))
CODE = RateLimit("second_factor", 10, timedelta(minutes=15))
USED_CODE = RateLimit("used_code", 1, timedelta(minutes=5))
LOOK_UP = RateLimit("look_up", 30, timedelta(minutes=15))
MADE_FILE = RateLimit("made_file", 120, timedelta(minutes=15))

OFFICER_IDLE = timedelta(minutes=30)
SESSION_LIFE = timedelta(hours=12)
SEEN_STEP = timedelta(minutes=5)

_PHONE = re.compile(r"0\d{9,10}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def login_key(text: str) -> str:
    """The one stored form of a login: NFC, lower case; +84 905 000 123, 0905.000.123 and 0905000123 are one phone."""
    plain = unicodedata.normalize("NFC", text).strip().lower()
    digits = re.sub(r"[\s.\-()]", "", plain)
    if digits.startswith("+84"):
        digits = "0" + digits[3:]
    return digits if is_phone(digits) else plain


def is_phone(text: str) -> bool:
    """Whether the text is a Vietnamese telephone number in its stored form."""
    return _PHONE.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Whether the text has the shape of an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_over(*, began_at: datetime, seen_at: datetime, at: datetime, officer: bool) -> bool:
    """Whether a session has outlived its 12 hours or, for an officer, lain idle for 30 minutes."""
    return at - began_at >= SESSION_LIFE or (officer and at - seen_at >= OFFICER_IDLE)


def wait_minutes(wait: timedelta) -> int:
    """The wait in whole minutes, rounded up, never less than one."""
    return max(1, -(-int(wait.total_seconds()) // 60))
