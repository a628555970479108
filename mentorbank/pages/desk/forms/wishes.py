"""Rows of wishes: what about, which, how strong."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mentorbank.codes import languages, places
from mentorbank.network.people.models import Wish, WishKind, WishStrength
from mentorbank.pages.desk.words import here

FARTHEST_KM = 300

KINDS: list[tuple[str, Any]] = [
    ("", gettext_lazy("no wish")),
    ("gender:woman", gettext_lazy("a woman")),
    ("gender:man", gettext_lazy("a man")),
    (WishKind.SAME_PROFESSION, gettext_lazy("same profession")),
    (WishKind.SAME_DIVISION, gettext_lazy("same division")),
    (WishKind.LANGUAGE, gettext_lazy("speaks …")),
    (WishKind.MUNICIPALITY, gettext_lazy("lives in …")),
    (WishKind.WITHIN_KM, gettext_lazy("within … km")),
    (WishKind.NOT_EMPLOYER, gettext_lazy("not from …")),
    ("gender:other", gettext_lazy("another gender")),
]


class WishForm(forms.Form):
    """One wish: what about, how strong."""

    kind = forms.ChoiceField(label=gettext_lazy("Wish"), choices=KINDS, required=False)
    value = forms.CharField(label=gettext_lazy("Which"), required=False, max_length=80)
    strength = forms.ChoiceField(
        label=gettext_lazy("How strong"),
        choices=WishStrength.choices,
        required=False,
        initial=WishStrength.WISH,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        kind, _colon, value = (given.get("kind") or "").partition(":")
        if kind in READERS:
            value = READERS[kind](given.get("value") or "")
            if not value:
                self.add_error("value", EXPECTED[kind])
        given["wish"] = {"kind": kind, "value": value, "strength": given.get("strength") or WishStrength.WISH}
        return given


def _language(text: str) -> str:
    readings = languages.read(text)
    return readings[0].value.language if readings and readings[0].value else ""


def _municipality(text: str) -> str:
    found = places.municipality_named(text) if text else None
    return found.code if found else ""


def _km(text: str) -> str:
    digits = text.lower().replace("km", "").strip()
    return digits if digits.isascii() and digits.isdigit() and 0 < int(digits[:9]) <= FARTHEST_KM else ""


READERS: dict[str, Callable[[str], str]] = {
    WishKind.LANGUAGE.value: _language,
    WishKind.MUNICIPALITY.value: _municipality,
    WishKind.WITHIN_KM.value: _km,
    WishKind.NOT_EMPLOYER.value: str.strip,
}
EXPECTED = {
    WishKind.LANGUAGE.value: gettext_lazy("Write a language, like Arabic."),
    WishKind.MUNICIPALITY.value: gettext_lazy("Write a town or municipality in Denmark, like Aarhus."),
    WishKind.WITHIN_KM.value: gettext_lazy("Write kilometres as a number up to 300."),
    WishKind.NOT_EMPLOYER.value: gettext_lazy("Write the employer's name."),
}

WishFormSet = forms.formset_factory(WishForm, extra=3, max_num=12, absolute_max=20)


def wishes_as_written(wishes: Any) -> list[dict[str, str]]:
    """Standing wishes as the rows show them."""
    return [_as_written(wish) for wish in wishes]


def _as_written(wish: Wish) -> dict[str, str]:
    if wish.kind == WishKind.GENDER:
        return {"kind": f"gender:{wish.value}", "strength": wish.strength}
    value = wish.value
    if wish.kind == WishKind.LANGUAGE:
        value = languages.label(value, here())
    if wish.kind == WishKind.MUNICIPALITY:
        value = places.municipality_name(value)
    return {"kind": wish.kind, "value": value, "strength": wish.strength}


def wishes_given(formset: Any) -> list[dict[str, str]]:
    """The wishes of a valid set of rows; empty rows are none."""
    given = [form.cleaned_data.get("wish") for form in formset.forms]
    return [wish for wish in given if wish and wish["kind"]]
