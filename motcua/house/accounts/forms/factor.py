"""Input of the second factor: the six figures, or a recovery code.

A code is good once, whichever server process sees it first: used ones are counted in the database.
"""

from typing import Any

from allauth.core import context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import decrypt
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from motcua.house.accounts import acts, rules
from motcua.house.accounts.forms.passwords import spend
from motcua.house.accounts.models import Account

WRONG = _("Mã không đúng hoặc đã dùng. Đợi mã mới rồi nhập lại.")


class CodeForm(forms.Form):
    """One code."""

    code = forms.CharField(
        label=_("Mã xác thực"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, user: Account, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)


class SecondFactorForm(CodeForm):
    """At log-in: the app's code or a recovery code."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """Ten tries in a quarter of an hour."""
        spend(rules.CODE, str(self.user.pk))
        code = "".join(self.cleaned_data["code"].split())
        for authenticator in Authenticator.objects.filter(user=self.user).order_by("-type"):
            if self._accepts(authenticator, code):
                self.authenticator = authenticator
                return code
        raise forms.ValidationError(WRONG)

    def _accepts(self, authenticator: Authenticator, code: str) -> bool:
        if authenticator.type != Authenticator.Type.TOTP:
            return bool(authenticator.wrap().validate_code(code))
        secret = decrypt(authenticator.data["secret"])
        return auth.validate_totp_code(secret, code) and (is_shown(self.user) or self._is_fresh(code))

    def _is_fresh(self, code: str) -> bool:
        try:
            acts.spend(rules.USED_CODE, f"{self.user.pk}:{code}", at=context.request.now)
        except acts.TooManyTries:
            return False
        return True

    def save(self) -> None:
        """Let the session know."""
        post_authentication(context.request, self.authenticator)


class ActivateTOTPForm(CodeForm):
    """The first code proves that the app has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.secret: str = auth.get_totp_secret(regenerate=not self.is_bound)

    def clean_code(self) -> str:
        """Ten tries in a quarter of an hour."""
        spend(rules.CODE, str(self.user.pk))
        code = "".join(self.cleaned_data["code"].split())
        if not auth.validate_totp_code(self.secret, code):
            raise forms.ValidationError(WRONG)
        return code


def is_shown(account: Account) -> bool:
    """Whether the page shows this account's code itself: demo accounts in a demo only."""
    return bool(settings.DEMO) and account.is_demo


def code_now(account: Account) -> str | None:
    """The code the page shows in a demo; None for everybody else."""
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).first()
    if row is None or not is_shown(account):
        return None
    counters = list(auth.yield_hotp_counters_from_time())
    return str(auth.format_hotp_value(auth.hotp_value(decrypt(row.data["secret"]), counters[len(counters) // 2])))
