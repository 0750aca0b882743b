"""Our words and our rules inside django-allauth."""

import time
from typing import Any

import segno
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from motcua.house.accounts import acts
from motcua.house.accounts.models import Account

SAID = {
    "account/messages/password_changed.txt": _("Đã đổi mật khẩu."),
    "mfa/messages/totp_activated.txt": _("Đã bật xác thực hai lớp."),
    "mfa/messages/totp_deactivated.txt": _("Đã tắt xác thực hai lớp."),
    "mfa/messages/recovery_codes_generated.txt": _("Đã tạo mã khôi phục mới."),
}
"""What is said after an act; everything else allauth would say is plain from the page itself."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts: Vietnamese messages, our backend, the account's language."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("Mật khẩu hiện tại không đúng."),
        "incorrect_password": _("Mật khẩu không đúng."),
        "incorrect_code": _("Mã không đúng."),
        "invalid_password_reset": _("Liên kết đặt lại mật khẩu không đúng hoặc đã hết hạn."),
        "too_many_login_attempts": _("Bạn đã thử quá nhiều lần. Đợi ít phút rồi thử lại."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu không đúng."),
        "account_inactive": _("Tên đăng nhập hoặc mật khẩu không đúng."),
    }

    def login(self, request: HttpRequest, user: Account) -> None:
        """Through our backend; the session starts afresh, so nothing of another visitor stays in it."""
        user.backend = "motcua.house.accounts.backend.LoginBackend"  # type: ignore[attr-defined]
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse:
        """Pages in the account's own language from now on."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if user.language != settings.LANGUAGE_CODE:
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, samesite="Lax")
        return response

    def set_password(self, user: Account, password: str) -> None:
        """Only the password is written."""
        acts.set_password(user, password)

    def is_reauthentication_required(self, **_app: Any) -> bool:
        """Password again before a change of the second factor, unless it was given in the last minutes."""
        records = get_authentication_records(context.request, context.request.user)
        return not any(time.time() - row["at"] < app_settings.REAUTHENTICATION_TIMEOUT for row in records)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002  allauth's own signature
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Only what `SAID` lists, and what a form says itself."""
        words = message or SAID.get(message_template or "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: an officer cannot switch it off; the QR code is drawn by segno."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Công chức không được tắt xác thực hai lớp."),
        "cannot_generate_recovery_codes": _("Bật xác thực hai lớp trước khi tạo mã khôi phục."),
        "incorrect_code": _("Mã không đúng hoặc đã dùng. Đợi mã mới rồi nhập lại."),
    }

    def get_totp_issuer(self) -> str:
        """The office's name in the authenticator app."""
        return str(settings.PUBLIC_NAME)

    def build_totp_svg(self, url: str) -> str:
        """The QR code to scan."""
        return str(segno.make(url, micro=False).svg_inline(scale=4, border=4, light="#fff", omitsize=False))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Citizens may; officers may not."""
        return not authenticator.user.is_officer
