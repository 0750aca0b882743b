"""Input of the account pages in our words; settings name these classes to django-allauth."""

from motcua.house.accounts.forms.entry import LoginForm, SignUpForm
from motcua.house.accounts.forms.factor import ActivateTOTPForm, SecondFactorForm, code_now
from motcua.house.accounts.forms.passwords import ChangePasswordForm, NewPasswordForm, ReauthenticateForm, ResetForm
from motcua.house.accounts.forms.profile import ProfileForm

__all__ = [
    "ActivateTOTPForm",
    "ChangePasswordForm",
    "LoginForm",
    "NewPasswordForm",
    "ProfileForm",
    "ReauthenticateForm",
    "ResetForm",
    "SecondFactorForm",
    "SignUpForm",
    "code_now",
]
