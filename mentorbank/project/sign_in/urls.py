"""The routes of allauth that we use; its others (passwords, sign-up, own e-mail addresses) do not exist here."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from mentorbank.project.sign_in import views

urlpatterns = [
    path("", views.AskForCode.as_view(), name="account_request_login_code"),
    path("code/", views.ConfirmCode.as_view(), name="account_confirm_login_code"),
    path("start/", views.start, name="account_login"),
    path("again/", views.sign_in_anew, name="account_reauthenticate"),
    path("out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("keys/", mfa.index, name="mfa_index"),
    path("second/", mfa.authenticate, name="mfa_authenticate"),
    path("prove/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/prove/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("passkeys/<int:pk>/edit/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("one-time/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("one-time/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("recovery/file/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
]
