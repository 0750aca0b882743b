"""Input of passwords: new ones, changed ones, forgotten ones; and the counting of tries."""

from typing import Any

from allauth.account.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.account.forms import UserForm, default_token_generator
from allauth.account.internal.flows import password_reset
from allauth.core import context
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from motcua.house.accounts import acts, rules
from motcua.house.accounts.lockout import address_of
from motcua.house.accounts.models import Account


def spend(limit: rules.RateLimit, key: str) -> None:
    """Count a try of this request. Refuses: forms.ValidationError."""
    try:
        acts.spend(limit, key, at=context.request.now)
    except acts.TooManyTries as refusal:
        raise forms.ValidationError(str(refusal)) from refusal


def password_field(label: Any, *, new: bool = False, shown: bool = False, hint: Any = "") -> forms.CharField:
    """A password; browsers are told whether to offer a kept or a new one."""
    attrs = {"autocomplete": "new-password" if new else "current-password"}
    widget = forms.PasswordInput(attrs=attrs, render_value=shown)
    words = {"required": _("Nhập mật khẩu.")}
    return forms.CharField(
        label=label, strip=False, widget=widget, help_text=hint, max_length=200, error_messages=words
    )


class TwoPasswords(forms.Form):
    """A new password, twice; `owner` is whose, so that it cannot be the name or the phone number."""

    password1 = password_field(_("Mật khẩu mới"), new=True, hint=_("Ít nhất 10 ký tự, không phải mật khẩu dễ đoán"))
    password2 = password_field(_("Nhập lại mật khẩu mới"), new=True)

    def owner(self) -> Account | None:
        """Whose password it will be."""
        return getattr(self, "user", None)

    def clean(self) -> dict[str, Any]:
        """Both alike, and good enough."""
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", forms.ValidationError(_("Hai lần nhập mật khẩu không giống nhau.")))
        elif first:
            try:
                validate_password(first, self.owner())
            except forms.ValidationError as problem:
                self.add_error("password1", problem)
        return cleaned


class ChangePasswordForm(TwoPasswords, UserForm):  # type: ignore[misc]
    """The current password, then the new one twice."""

    oldpassword = password_field(_("Mật khẩu hiện tại"))
    field_order = ["oldpassword", "password1", "password2"]

    def clean_oldpassword(self) -> str:
        """Counts as a try of the login."""
        spend(rules.LOGIN_BY_NAME, self.user.login)
        if not self.user.check_password(self.cleaned_data["oldpassword"]):
            raise forms.ValidationError(_("Mật khẩu hiện tại không đúng."))
        return str(self.cleaned_data["oldpassword"])

    def save(self) -> None:
        """Keep the new password."""
        acts.set_password(self.user, self.cleaned_data["password1"])


class ResetForm(forms.Form):
    """Ask for a link by e-mail; the answer is the same whether there is such an account or not."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    def clean_email(self) -> str:
        """Five letters an hour for one address."""
        email = str(self.cleaned_data["email"]).lower()
        spend(rules.RESET, email)
        spend(rules.RESET, address_of(context.request))
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Write to every account with this address; to nobody else."""
        email: str = self.cleaned_data["email"]
        accounts = list(Account.objects.filter(email=email, is_active=True))
        if accounts:
            maker = kwargs.get("token_generator", default_token_generator)
            password_reset.request_password_reset(request, email, accounts, maker)
        return email


class NewPasswordForm(TwoPasswords):
    """The page behind the link of the letter."""

    def __init__(self, *args: Any, user: Account | None = None, temp_key: str = "", **kwargs: Any) -> None:
        self.user, self.temp_key = user, temp_key
        super().__init__(*args, **kwargs)

    def save(self) -> None:
        """Keep the new password."""
        if self.user is not None:
            acts.set_password(self.user, self.cleaned_data["password1"])


class ReauthenticateForm(AllauthReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field(_("Mật khẩu"))

    def clean_password(self) -> str:
        """Counts as a try of the login."""
        spend(rules.LOGIN_BY_NAME, self.user.login)
        return str(super().clean_password())
