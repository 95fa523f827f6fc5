"""The addresses around signing in, below /admin/. Signing up has none."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.contrib import admin
from django.urls import path, re_path
from django.views.generic import RedirectView

from accounts import roles_page, views

PAGES = (
    ("login/", views.Login.as_view(), "account_login"),
    ("logout/", account.logout, "account_logout"),
    ("account/inactive/", account.account_inactive, "account_inactive"),
    ("account/confirm/", account.reauthenticate, "account_reauthenticate"),
    ("account/password/", account.password_change, "account_change_password"),
    ("account/password/set/", account.password_set, "account_set_password"),
    ("account/reset/", account.password_reset, "account_reset_password"),
    ("account/reset/sent/", account.password_reset_done, "account_reset_password_done"),
    ("account/reset/done/", account.password_reset_from_key_done, "account_reset_password_from_key_done"),
    ("account/two-steps/", mfa.index, "mfa_index"),
    ("account/two-steps/authenticate/", mfa.authenticate, "mfa_authenticate"),
    ("account/two-steps/confirm/", mfa.reauthenticate, "mfa_reauthenticate"),
    ("account/two-steps/app/", totp.activate_totp, "mfa_activate_totp"),
    ("account/two-steps/app/off/", totp.deactivate_totp, "mfa_deactivate_totp"),
    ("account/two-steps/codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    ("account/two-steps/codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    ("account/two-steps/codes/file/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
)
RESET = r"^account/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    *(path(route, views.framed(view), name=name) for route, view, name in PAGES),
    re_path(RESET, views.framed(account.password_reset_from_key), name="account_reset_password_from_key"),
    path("account/", admin.site.admin_view(views.profile), name="accounts_profile"),
    path("accounts/roles/", admin.site.admin_view(roles_page.table), name="accounts_roles"),
    path("accounts/roles/<int:pk>/", admin.site.admin_view(roles_page.change), name="accounts_role_change"),
    path("accounts/roles/<int:pk>/copy/", admin.site.admin_view(roles_page.copy), name="accounts_role_copy"),
    path("invited/<str:token>/", views.invited, name="accounts_invited"),
    # The admin's own page would change a password without the limits and without asking a second factor.
    path("password_change/", RedirectView.as_view(pattern_name="account_change_password")),
]
