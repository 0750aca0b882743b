"""Input of one's own account page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.base.vn.rules import NotAName, clean_name
from motcua.house.accounts import rules
from motcua.house.accounts.choices import LANGUAGES
from motcua.house.accounts.models import Account

FIELDS = ("full_name", "birth_date", "phone", "email", "residence", "language")


class ProfileForm(forms.Form):
    """What the holder may change alone; the name of an officer is the office's matter."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=100)
    birth_date = forms.DateField(
        label=_("Ngày sinh"),
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "05/11/1990"}),
        error_messages={"invalid": _("Ngày sinh không có thật. Viết như 05/11/1990.")},
    )
    phone = forms.CharField(label=_("Số điện thoại"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    residence = forms.CharField(label=_("Nơi cư trú"), max_length=300, required=False)
    language = forms.ChoiceField(label=_("Ngôn ngữ"), choices=LANGUAGES)

    def __init__(self, given: Any = None, *, account: Account) -> None:
        super().__init__(given, initial={name: getattr(account, name) for name in FIELDS})
        self.fields["full_name"].disabled = account.is_officer

    def clean_full_name(self) -> str:
        """A name as the register would write it."""
        try:
            return clean_name(self.cleaned_data["full_name"])
        except NotAName as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean_phone(self) -> str:
        """Empty, or a Vietnamese number in its stored form."""
        phone = rules.login_key(self.cleaned_data["phone"])
        if phone and not rules.is_phone(phone):
            raise forms.ValidationError(_("Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0."))
        return phone

    def clean_email(self) -> str:
        """Kept in lower case."""
        return str(self.cleaned_data["email"]).lower()
