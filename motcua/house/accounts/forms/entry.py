"""Input of the ways in: log in, sign up."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.core import context
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from motcua.base.vn.rules import NotAName, clean_name
from motcua.house.accounts import acts, rules
from motcua.house.accounts.forms.passwords import TwoPasswords, password_field, spend
from motcua.house.accounts.lockout import address_of
from motcua.house.accounts.models import Account


class LoginForm(AllauthLoginForm):  # type: ignore[misc]
    """Login and password. A demo page may fill both."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập"),
            help_text=_("E-mail, số điện thoại hoặc mã công chức"),
            max_length=100,
            error_messages={"required": _("Nhập tên đăng nhập.")},
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        )
        self.fields["password"] = password_field(_("Mật khẩu"), shown=settings.DEMO)

    def clean(self) -> dict[str, Any]:
        """Counts the try for this address and this login before the password is looked at."""
        if not self.errors:
            spend(rules.LOGIN_BY_ADDRESS, address_of(self.request))
            spend(rules.LOGIN_BY_NAME, rules.login_key(self.cleaned_data["login"]))
        cleaned: dict[str, Any] = super().clean()
        return cleaned


class SignUpForm(TwoPasswords):
    """A citizen's account."""

    full_name = forms.CharField(
        label=_("Họ và tên"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    login = forms.CharField(
        label=_("Số điện thoại hoặc e-mail"),
        help_text=_("Dùng để đăng nhập và nhận thông báo"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    field_order = ["full_name", "login", "password1", "password2"]
    by_passkey = False

    def owner(self) -> Account:
        """Not kept yet."""
        return Account(login=self.cleaned_data.get("login", ""), full_name=self.cleaned_data.get("full_name", ""))

    def clean_full_name(self) -> str:
        """A name as the register would write it."""
        try:
            return clean_name(self.cleaned_data["full_name"])
        except NotAName as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean_login(self) -> str:
        """A phone number or an e-mail address in its stored form."""
        key = rules.login_key(self.cleaned_data["login"])
        if not (rules.is_phone(key) or rules.is_email(key)):
            raise forms.ValidationError(_("Nhập số điện thoại (ví dụ 0905 000 123) hoặc địa chỉ e-mail."))
        return key

    def clean(self) -> dict[str, Any]:
        """A login in use is refused in words that fit other refusals too; ten tries an hour from one address."""
        cleaned = super().clean()
        if not self.errors:
            spend(rules.SIGN_UP, address_of(context.request))
            if Account.objects.filter(login=cleaned["login"]).exists():
                raise forms.ValidationError(
                    _("Không tạo được tài khoản với thông tin này. Nếu đã có tài khoản, hãy đăng nhập.")
                )
        return cleaned

    def try_save(self, request: HttpRequest) -> tuple[Account | None, HttpResponse | None]:
        """What allauth's sign-up page calls; who loses a race for a login reads why."""
        try:
            account = acts.open_account(
                login=self.cleaned_data["login"],
                full_name=self.cleaned_data["full_name"],
                password=self.cleaned_data["password1"],
                language=getattr(request, "LANGUAGE_CODE", "vi")[:2],
                at=context.request.now,
            )
        except acts.LoginTaken as refusal:
            messages.error(request, str(refusal))
            return None, redirect("account_signup")
        return account, None
