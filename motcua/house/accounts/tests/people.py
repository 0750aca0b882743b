"""A citizen and an officer as bare accounts, for tests below the office."""

from datetime import datetime

from allauth.mfa.totp.internal import auth

from motcua.base.worktime.rules import VN
from motcua.house.accounts import acts
from motcua.house.accounts.models import Account

AT = datetime(2024, 11, 14, 9, 0, tzinfo=VN)
PASSWORD = "mat-khau-dai-12"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def lan(**more) -> Account:
    """A citizen."""
    return acts.open_account(login="0905000123", full_name="Nguyễn Thị Lan", password=PASSWORD, at=AT, **more)


def minh(*, factor: bool = True, demo: bool = False) -> Account:
    """An officer with an own password and, usually, the second factor."""
    account = acts.open_officer_account(
        login="minh", full_name="Trần Văn Minh", password=PASSWORD, email="minh@example.vn", at=AT, demo=demo
    )
    acts.set_password(account, PASSWORD)
    if factor:
        acts.set_second_factor(account, SECRET)
    return account


def code(secret: str = SECRET, *, step: int = 0) -> str:
    """What the app shows now; `step` looks one period ahead or back."""
    counters = list(auth.yield_hotp_counters_from_time())
    return auth.format_hotp_value(auth.hotp_value(secret, counters[len(counters) // 2] + step))
