"""The people of every test: Lan (citizen), Minh (counter), Hoa (signs), Tuấn (elsewhere), Quân (administrator)."""

from datetime import date, datetime

from django.conf import settings
from django.test import Client

from motcua.base.worktime.rules import VN
from motcua.house.accounts import acts as accounts
from motcua.house.accounts.middleware import FACTOR
from motcua.house.accounts.models import Account
from motcua.house.office import acts
from motcua.house.office.access import actor_of
from motcua.house.office.models import Officer, Post, Unit
from motcua.house.office.rules import SYSTEM, Actor

AT = datetime(2024, 11, 14, 9, 0, tzinfo=VN)
ON = AT.date()
PASSWORD = "mat-khau-dai-12"


def load_office() -> None:
    """The office of the repository's own files; it stands in the test database already, unless a test emptied that."""
    if not Unit.objects.exists():
        acts.load_office(settings.OFFICE_DIR, by=SYSTEM, at=AT)


def officer(code: str, name: str, post: str, *, from_on: date = date(2020, 1, 1)) -> Officer:
    """One officer in one post, with an own password already."""
    row = acts.create_officer(
        code=code,
        name=name,
        login=code,
        password=PASSWORD,
        post=Post.objects.select_related("unit", "scope").get(code=post),
        from_on=from_on,
        by=SYSTEM,
        at=AT,
    )
    accounts.set_password(row.account, PASSWORD)
    return row


def minh() -> Officer:
    """Receives at the counter of Tam Kỳ city."""
    return officer("minh", "Trần Văn Minh", "TK-HCC.TN")


def hoa() -> Officer:
    """Heads the justice division and signs."""
    return officer("hoa", "Lê Thị Hoa", "TK-TP.TP")


def tuan() -> Officer:
    """Works in another unit: the ward of An Xuân."""
    return officer("tuan", "Phạm Anh Tuấn", "X20347.TPHT")


def quan() -> Officer:
    """Administers the city's office."""
    return officer("quan", "Đỗ Hồng Quân", "TK.QT")


def lan() -> Account:
    """A citizen."""
    return accounts.open_account(login="0905000123", full_name="Nguyễn Thị Lan", password=PASSWORD, at=AT)


def actor(who: Officer | Account, on: date = ON) -> Actor:
    """Who they are on a day."""
    account = who.account if isinstance(who, Officer) else who
    account.refresh_from_db()
    return actor_of(account, on)


def enter(client: Client, who: Officer | Account) -> Client:
    """Logged in, the second factor passed."""
    client.force_login(
        who.account if isinstance(who, Officer) else who, backend="motcua.house.accounts.backend.LoginBackend"
    )
    session = client.session
    session[FACTOR] = True
    session.save()
    return client
