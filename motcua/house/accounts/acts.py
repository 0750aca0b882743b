"""Open an account, change a profile, count tries. The office's acts, one floor up, journal those of officers."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from motcua.base.vn.rules import clean_name
from motcua.house.accounts import rules
from motcua.house.accounts.choices import Kind
from motcua.house.accounts.models import Account, Tries


class LoginTaken(ValueError):
    """There is an account with this login."""


class NumberTaken(ValueError):
    """Another account of the kind carries this personal number."""


class TooManyTries(ValueError):
    """The limit is reached; the message says how long to wait."""


def open_account(
    *, login: str, full_name: str, password: str, at: datetime, language: str = "vi", demo: bool = False
) -> Account:
    """A citizen's account; the login is an e-mail address or a phone number. Refuses: LoginTaken, NotAName."""
    key = rules.login_key(login)
    return _open(
        Account(
            login=key,
            email=key if rules.is_email(key) else "",
            phone=key if rules.is_phone(key) else "",
            full_name=clean_name(full_name),
            language=language,
            is_demo=demo,
            created_at=at,
        ),
        password,
    )


def open_officer_account(
    *, login: str, full_name: str, password: str, at: datetime, email: str = "", demo: bool = False
) -> Account:
    """An officer's account; the first password must be changed at the first login, except in a demo.

    Refuses: LoginTaken, NotAName.
    """
    account = Account(
        login=rules.login_key(login),
        email=email,
        full_name=clean_name(full_name),
        kind=Kind.OFFICER,
        is_demo=demo,
        must_change_password=not demo,
        created_at=at,
    )
    return _open(account, password)


def _open(account: Account, password: str) -> Account:
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError as problem:
        raise LoginTaken(_("Tên đăng nhập này không dùng được.")) from problem
    return account


def one_time_password() -> str:
    """Twelve letters and figures that are not mistaken for one another."""
    return "-".join("".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(4)) for _ in range(3))


def keep_personal_number(account: Account, number: str) -> None:
    """Whose account it is in the population database. Refuses: NumberTaken."""
    account.personal_number = number or None
    try:
        with transaction.atomic():
            account.save(update_fields=["personal_number"])
    except IntegrityError as problem:
        raise NumberTaken("Số định danh cá nhân này đã có ở tài khoản khác cùng loại.") from problem


def keep_grants(account: Account, grants: Sequence[Mapping[str, Any]]) -> None:
    """Keep the office's dated copy of an officer's rights."""
    account.grants = [dict(grant) for grant in grants]
    account.save(update_fields=["grants"])


def set_second_factor(account: Account, secret: str) -> None:
    """Give a demo officer a known TOTP secret (base32) and recovery codes."""
    Authenticator.objects.filter(user=account).delete()
    TOTP.activate(account, secret)
    RecoveryCodes.activate(account)


@transaction.atomic
def reset_login(account: Account) -> str:
    """A new one-time password; the second factor is to be set up afresh. Answers the password."""
    password = one_time_password()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    Authenticator.objects.filter(user=account).delete()
    return password


def switch(account: Account, *, active: bool) -> None:
    """Lock or unlock."""
    account.is_active = active
    account.save(update_fields=["is_active"])


def change_profile(
    account: Account,
    *,
    full_name: str,
    email: str,
    phone: str,
    residence: str,
    birth_date: date | None,
    language: str,
) -> Account:
    """What the holder may change alone. Refuses: NotAName. An officer's name is the office's matter and stays."""
    if not account.is_officer:
        account.full_name = clean_name(full_name)
    account.email, account.phone = email, phone
    account.residence, account.birth_date, account.language = residence, birth_date, language
    account.save(update_fields=["full_name", "email", "phone", "residence", "birth_date", "language"])
    return account


def set_password(account: Account, password: str) -> None:
    """The holder has chosen an own password; a one-time one is thereby used up."""
    account.set_password(password)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])


_SPEND = """
INSERT INTO accounts_tries (key, "window", count, ends_at) {given}
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN accounts_tries."window" = excluded."window" THEN accounts_tries.count + 1 ELSE 1 END,
  "window" = excluded."window", ends_at = excluded.ends_at
RETURNING count
"""


_GIVEN = "VALUES (%s, %s, 1, %s)"
_GIVEN_LIGHTLY = "SELECT %s, %s, 1, %s FROM set_config('synchronous_commit', 'off', true)"
"""A count lost with the power harms nobody: PostgreSQL need not wait for its disk, unless more is kept with it."""


def spend(limit: rules.RateLimit, key: str, *, at: datetime) -> None:
    """Count one try, in one statement, for all server processes together. Refuses: TooManyTries."""
    ends_at = at + limit.wait(at)
    moment = connection.ops.adapt_datetimefield_value(ends_at.astimezone(UTC))
    lightly = connection.vendor == "postgresql" and not connection.in_atomic_block
    with connection.cursor() as cursor:
        statement = _SPEND.format(given=_GIVEN_LIGHTLY if lightly else _GIVEN)
        cursor.execute(statement, [f"{limit.name}:{key}"[:200], limit.window_no(at), moment])
        count = cursor.fetchone()[0]
    if count > limit.most:
        wait = rules.wait_minutes(limit.wait(at))
        raise TooManyTries(_("Bạn đã thử quá nhiều lần. Đợi %(wait)d phút rồi thử lại.") % {"wait": wait})


def forget_tries(*, at: datetime) -> int:
    """Delete counters whose window ended a day ago; nightly. Answers how many."""
    return Tries.objects.filter(ends_at__lt=at - timedelta(days=1)).delete()[0]
