"""Addresses of the account pages; the names without a prefix are those django-allauth itself looks for."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from motcua.house.accounts import views

own = ([path("", views.profile, name="profile")], "accounts")

pages: list[URLPattern | URLResolver] = [
    path("", include(own)),
    path("dang-nhap/", views.log_in, name="account_login"),
    path("con-do/", views.awake, name="account_awake"),
    path("dang-xuat/", views.log_out, name="account_logout"),
    path("dang-ky/", views.sign_up, name="account_signup"),
    path("khoa/", views.inactive, name="account_inactive"),
    path("xac-nhan/", views.reauthenticate, name="account_reauthenticate"),
    path("e-mail/", views.to_profile, name="account_email"),
    path("mat-khau/", views.change_password, name="account_change_password"),
    path("quen-mat-khau/", views.reset_password, name="account_reset_password"),
    path("quen-mat-khau/da-gui/", views.reset_sent, name="account_reset_password_done"),
    path("quen-mat-khau/xong/", views.new_password_kept, name="account_reset_password_from_key_done"),
    re_path(
        r"^quen-mat-khau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.new_password,
        name="account_reset_password_from_key",
    ),
    path("hai-lop/", views.to_profile, name="mfa_index"),
    path("hai-lop/ma/", views.second_factor, name="mfa_authenticate"),
    path("hai-lop/ma-lai/", views.second_factor_again, name="mfa_reauthenticate"),
    path("hai-lop/bat/", views.activate_totp, name="mfa_activate_totp"),
    path("hai-lop/tat/", views.deactivate_totp, name="mfa_deactivate_totp"),
    path("hai-lop/khoi-phuc/", views.recovery_codes, name="mfa_view_recovery_codes"),
    path("hai-lop/khoi-phuc/moi/", views.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("hai-lop/khoi-phuc/tep/", views.recovery_codes_file, name="mfa_download_recovery_codes"),
]

urlpatterns = [path("tai-khoan/", include(pages))]
