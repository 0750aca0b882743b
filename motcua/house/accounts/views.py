"""The account pages. Those of allauth are named here one by one, each with its permission."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from allauth.account import views as account
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from motcua.base.worktime.rules import VN
from motcua.house.accounts import acts, queries
from motcua.house.accounts.access import public_page, requires_account
from motcua.house.accounts.choices import DEMO_PASSWORD
from motcua.house.accounts.forms import ProfileForm, code_now
from motcua.house.accounts.middleware import FACTOR, has_passed

if TYPE_CHECKING:
    from motcua.house.accounts.models import Account


def _today(request: HttpRequest) -> date:
    return request.now.astimezone(VN).date()  # type: ignore[attr-defined,no-any-return]


class LoginPage(account.LoginView):  # type: ignore[misc]
    """Log in; a demo lists its people, and a click on one fills the form."""

    def get_initial(self) -> dict[str, Any]:
        """The demo person of the address `?ai=`."""
        who = self.request.GET.get("ai", "")
        if settings.DEMO and who in {person.login for person in queries.demo_people(_today(self.request))}:
            return {"login": who, "password": DEMO_PASSWORD}
        return {}

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> HttpResponse | None:
        """Back to the second factor one was asked for, unless one wants to be somebody else (`?lai=1`)."""
        if "lai" in request.GET:
            clear_login(request)
            return None
        answer: HttpResponse | None = super()._redirect_to_pending_stage(request, stage)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the demo's people."""
        people = queries.demo_people(_today(self.request)) if settings.DEMO else ()
        return {**super().get_context_data(**kwargs), "people": people, "demo_password": DEMO_PASSWORD}


class SecondFactorPage(factor.AuthenticateView):  # type: ignore[misc]
    """The second factor at log-in; a demo shows the code of its own people."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the demo's code."""
        return {**super().get_context_data(**kwargs), "demo_code": code_now(self.stage.login.user)}


class ActivatePage(totp.ActivateTOTPView):  # type: ignore[misc]
    """Set the second factor up; the session in which that was done has thereby passed it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """An officer's session left open while the factor was set up elsewhere ends here."""
        holder = cast("Account", request.user)
        if holder.is_officer and not has_passed(request) and queries.has_second_factor(holder):
            logout(request)
            return redirect("account_login")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        """Let the session know."""
        answer: HttpResponse = super().form_valid(form)
        self.request.session[FACTOR] = True
        return answer


log_in = public_page(LoginPage.as_view())
log_out = public_page(account.logout)
sign_up = public_page(account.signup)
inactive = public_page(account.account_inactive)
reauthenticate = requires_account(account.reauthenticate)
change_password = requires_account(account.password_change)
reset_password = public_page(account.password_reset)
reset_sent = public_page(account.password_reset_done)
new_password = public_page(account.password_reset_from_key)
new_password_kept = public_page(account.password_reset_from_key_done)

second_factor = public_page(SecondFactorPage.as_view())
second_factor_again = requires_account(factor.reauthenticate)
activate_totp = requires_account(ActivatePage.as_view())
deactivate_totp = requires_account(totp.deactivate_totp)
recovery_codes = requires_account(recovery.view_recovery_codes)
new_recovery_codes = requires_account(recovery.generate_recovery_codes)
recovery_codes_file = requires_account(recovery.download_recovery_codes)


@public_page
def awake(request: HttpRequest) -> HttpResponse:
    """Whether the session lives, told by a fresh form token; typing on an officer's page counts as being there.

    Answers 401 to strangers and, by way of the guards, a redirect where the session has just ended.
    """
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    return HttpResponse(get_token(request), content_type="text/plain", headers={"Cache-Control": "no-store"})


@requires_account
def profile(request: HttpRequest) -> HttpResponse:
    """One's own account: who I am, how I log in, who has looked at my data."""
    holder = cast("Account", request.user)
    form = ProfileForm(request.POST or None, account=holder)
    if request.method == "POST" and form.is_valid():
        acts.change_profile(holder, **form.cleaned_data)
        messages.success(request, _("Đã lưu."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", queries.profile(holder, _today(request)) | {"form": form})


@requires_account
def to_profile(_request: HttpRequest) -> HttpResponse:
    """Where allauth's overview pages would be."""
    return redirect("accounts:profile")
