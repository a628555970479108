"""What allauth asks of us: who may sign in by which address, and how a code reaches her."""

import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentorbank.network.letters.actions import send_sign_in_code
from mentorbank.network.people.models import Channel, User

CODE_LENGTH = 8


class Backend(AuthenticationBackend):
    """The standard way in, with the person fetched in the same query as the user."""

    def get_user(self, user_id: Any) -> User | None:
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


class Adapter(DefaultAccountAdapter):
    """Codes leave through the outbox like every letter; nobody makes an account by asking for one."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("That is not the code we sent. Look at it once more, or ask for a new one."),
        "too_many_login_attempts": _("That was too many tries. Ask for a new code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def generate_login_code(self) -> str:
        return f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"

    def generate_phone_verification_code(self, *, user: Any, phone: str) -> str:
        return self.generate_login_code()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Only the code is a letter of ours; an unknown address gets nothing, whoever types it."""
        user = self.user_by(email=email.lower()) if template_prefix == "account/email/login_code" else None
        if user:
            self._send(user, Channel.EMAIL, email, context["code"])

    def send_verification_code_sms(self, user: User, phone: str, code: str, **kwargs: Any) -> None:
        self._send(user, Channel.SMS, phone, code)

    def _send(self, user: User, channel: Channel, address: str, code: str) -> None:
        send_sign_in_code(
            to=user.person, channel=channel, address=address, code=code, now=context.request.now
        )

    @staticmethod
    def user_by(**address: str) -> User | None:
        return User.objects.select_related("person").filter(is_active=True, **address).first()

    def get_user_by_phone(self, phone: str) -> User | None:
        return self.user_by(phone=phone)

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        return (user.phone, True) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        """A phone changes with the person's own data, not here."""

    def set_phone_verified(self, user: User, phone: str) -> None:
        """A code that was typed back has proved the phone; nothing else asks."""

    def add_message(self, request: HttpRequest, level: int, *args: Any, message: str = "", **kwargs: Any) -> None:
        """Our pages say themselves what happened; only errors come as messages."""
        if message:
            super().add_message(request, level, message=message)

    def get_login_stages(self) -> list[str]:
        return [stage for stage in super().get_login_stages() if "Verification" not in stage]

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Who has neither passkey nor one-time password proves herself by signing in anew."""
        methods = [way for way in super().get_reauthentication_methods(user) if way["id"] != "reauthenticate"]
        return methods or [{"id": "reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]
