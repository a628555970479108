"""One field for the address, one for the code."""

import unicodedata
from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm
from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from mentorbank.codes.values import read_phone
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotNow
from mentorbank.network.letters.actions import count_code_asked
from mentorbank.network.people.models import User
from mentorbank.project.sign_in.adapter import Adapter


class AddressForm(forms.Form):
    """Where the code goes. Known and unknown addresses take the same way through here."""

    address = forms.CharField(
        label=_("Your e-mail or phone number"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "ltr"}),
        error_messages={"required": _("Write your e-mail or your phone number.")},
    )

    def __init__(self, *args: Any, now: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.user: User | None = None
        self.ask_id: int | None = None

    def clean_address(self) -> str:
        written = clean(self.cleaned_data["address"])
        return self._email(written) if "@" in written else self._phone(written)

    def _email(self, written: str) -> str:
        validate_email(written)
        self.cleaned_data["email"] = written.lower()
        self.user = Adapter.user_by(email=written.lower())
        return written.lower()

    def _phone(self, written: str) -> str:
        phone = read_phone(written).value if written else None
        if not phone:
            raise forms.ValidationError(
                _("Write an e-mail like name@example.com, or a phone number like +45 12 34 56 78.")
            )
        self.cleaned_data["phone"] = phone
        self.user = Adapter.user_by(phone=phone)
        return phone

    def clean(self) -> dict[str, Any]:
        if address := self.cleaned_data.get("address"):
            key = f"user:{self.user.pk}" if self.user else address
            try:
                self.ask_id = count_code_asked(key=key, now=self.now).pk
            except NotNow as refusal:
                self.add_error("address", str(refusal))
        return self.cleaned_data


class CodeForm(ConfirmLoginCodeForm):
    """The code as people type it: with spaces, or in the digits of their own script."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(
            label=_("The code we sent"),
            max_length=40,
            widget=forms.TextInput(
                attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
            ),
            error_messages={"required": _("Write the code from our message: eight digits.")},
        )

    def clean_code(self) -> str:
        typed = self.cleaned_data["code"]
        self.cleaned_data["code"] = "".join(str(unicodedata.digit(c)) for c in typed if c.isdigit())
        return super().clean_code()
