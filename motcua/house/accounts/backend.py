"""Checks login and password. An unknown login costs the same time as a wrong password."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from motcua.base.rows import row
from motcua.house.accounts import rules
from motcua.house.accounts.models import Account


class LoginBackend(BaseBackend):
    """One statement to find the account, none to know its rights."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  Django's own signature
        username: str | None = None,
        password: str | None = None,
        **_other: Any,
    ) -> Account | None:
        """The account, or None for an unknown login, a wrong password and a locked account alike."""
        if not username or not password:
            return None
        account = Account.objects.filter(login=rules.login_key(username)).first()
        if account is None:
            Account().set_password(password)
            return None
        return account if account.check_password(password) and may_log_in(account) else None

    def get_user(self, user_id: str | UUID) -> Account | None:
        """The account of a session; a locked one is logged out at its next click."""
        account = row(Account, "id = %s", UUID(str(user_id)))
        return account if account is not None and may_log_in(account) else None


def may_log_in(account: Account) -> bool:
    """Not locked; and demo accounts, whose password everybody knows, only in a demo."""
    return account.is_active and (settings.DEMO or not account.is_demo)
