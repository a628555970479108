"""The questions both sign-ups ask, each once; every answer is judged by the same rule that keeps it."""

from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.codes import languages, places
from mentorbank.network.base.names import clean
from mentorbank.network.base.refusals import NotNow
from mentorbank.network.organisation.models import Audience, Programme
from mentorbank.network.people.actions.persons import checked_email, checked_name, checked_phone
from mentorbank.pages.parts import told


class StepForm(forms.Form):
    """One step of a sign-up. It knows the programme, because the programme's audience changes some words."""

    def __init__(self, *args: Any, programme: Programme | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.programme = programme

    @property
    def for_women(self) -> bool:
        return self.programme is not None and self.programme.audience == Audience.WOMEN

    def told(self) -> list[tuple[str, list[str], bool]]:
        """Label, answers, and whether they are the visitor's own words; for reading once more before sending."""
        return [(str(bound.label), *_said(bound)) for bound in self.visible_fields()]


def _said(bound: forms.BoundField) -> tuple[list[str], bool]:
    value = bound.form.cleaned_data.get(bound.name) if bound.form.is_bound else None
    if bound.name == "languages":
        return [told.spoken(skill["language"], skill["spoken"]) for skill in value or []], False
    if isinstance(bound.field, forms.ChoiceField):
        chosen = value if isinstance(value, list) else [value]
        return [str(label) for code, label in bound.field.choices if code in chosen], False
    return ([] if value in (None, "") else [str(value)]), isinstance(value, str)


def plain_digits(text: str) -> str:
    """Digits as Arabic and Persian keyboards write them become 0 to 9."""
    return "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in text)


def judged(rule: Callable[[str], str], value: str) -> str:
    """What the network's own rule makes of an answer; its refusal becomes the sentence beside the field."""
    try:
        return rule(value)
    except NotNow as refusal:
        raise ValidationError(str(refusal)) from refusal


class AddressForm(StepForm):
    """Who, and how we reach them. Asked first: with this alone a person can already be helped."""

    address = forms.CharField(
        label=gettext_lazy("Your phone number or e-mail"),
        max_length=254,
        help_text=gettext_lazy("One is enough. We write to you there."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "autocapitalize": "none", "dir": "ltr"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )

    def clean_address(self) -> str:
        address = plain_digits(clean(self.cleaned_data["address"]))
        if "@" in address:
            return judged(checked_email, address)
        if not any(sign.isdigit() for sign in address):
            raise ValidationError(
                _("Write a phone number, like 20 12 34 56, or an e-mail, like name@example.org.")
            )
        return judged(checked_phone, address)

    def clean_name(self) -> str:
        return judged(checked_name, self.cleaned_data["name"])


def words(
    label: str | Promise, hint: str | Promise = "", *, required: bool = False, room: int = 120
) -> forms.CharField:
    """A line in one's own words, in any script."""
    line = forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=room, widget=line)


def postcode_field() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Your postcode"),
        help_text=gettext_lazy("Four digits, like 8000."),
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code", "dir": "ltr"}),
    )


def languages_field() -> forms.CharField:
    hint = gettext_lazy("For example: Arabic, English, a little Danish.")
    return words(gettext_lazy("Which languages do you speak?"), hint, required=True, room=200)


def times_field(*, required: bool) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=gettext_lazy("When can you meet?"),
        choices=list(told.TIMES.items()),
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one time.")},
    )


class PlaceAndLanguages(forms.Form):
    """What both sign-ups learn about place and languages."""

    def clean_postcode(self) -> str:
        reading = places.read(plain_digits(self.cleaned_data["postcode"]))
        if reading.value is None or not reading.sure:
            raise ValidationError(_("We do not know this postcode. Write four digits, like 8000."))
        return reading.value

    def clean_languages(self) -> list[dict[str, str]]:
        readings = languages.read(self.cleaned_data["languages"])
        unknown = [reading.written for reading in readings if reading.value is None]
        if unknown or not readings:
            raise ValidationError(_unknown_languages(unknown))
        found = [reading.value for reading in readings if reading.value]
        return [{"language": spoken.language, "spoken": spoken.level or ""} for spoken in found]


def _unknown_languages(written: Iterable[str]) -> str:
    named = ", ".join(f"“{part[:40]}”" for part in written)
    if not named:
        return _("Write the languages you speak, like: Arabic, English.")
    return _("We do not know %(words)s. Write only names of languages, with a comma between.") % {
        "words": named
    }


def consent_field(label: str | Promise) -> forms.BooleanField:
    return forms.BooleanField(
        label=label,
        error_messages={"required": gettext_lazy("We may only keep your answers if you say yes here.")},
    )
