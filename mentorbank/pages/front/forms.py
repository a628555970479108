"""The steps of the two sign-ups: a mentee's and a mentor's."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from mentorbank.codes import goals
from mentorbank.pages.front.fields import (
    AddressForm,
    PlaceAndLanguages,
    StepForm,
    consent_field,
    languages_field,
    postcode_field,
    times_field,
    words,
)

MENTEES_A_MENTOR_MAY_START_WITH = 3

__all__ = ["AboutForm", "AddressForm", "NeedsForm", "OffersForm", "SendForm", "SendOfferForm", "WorkForm"]


class NeedsForm(StepForm):
    """The six yes-questions: one yes is enough."""

    ticks = forms.MultipleChoiceField(
        label=gettext_lazy("Choose as many as you like."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose at least one. One yes is enough."),
            "invalid_choice": gettext_lazy("Choose among the answers on the page."),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ticks"].choices = self._questions()

    def _questions(self) -> list[tuple[str, str]]:
        texts = {
            "new_here": _("I am new here"),
            "no_network": _("I do not know many people in my field yet"),
            "how_society_works": _("I want to know how society works here"),
            "job_or_study": _("I need advice about a job or study"),
            "talk_danish": _("I want somebody to talk Danish with"),
            "same_profession": _("I want to meet women of my profession")
            if self.for_women
            else _("I want to meet people of my profession"),
        }
        return [(code, texts[code]) for code in goals.QUESTIONS]


class AboutForm(PlaceAndLanguages, StepForm):
    """The short form of a mentee. Only what a first talk needs."""

    postcode = postcode_field()
    occupation_words = words(
        gettext_lazy("Your profession"),
        gettext_lazy("Use your own words and language. For example: dentist."),
    )
    education_words = words(
        gettext_lazy("Your education"), gettext_lazy("For example: nurse, or 9 years of school.")
    )
    languages = languages_field()
    times = times_field(required=False)


class WorkForm(PlaceAndLanguages, StepForm):
    """What a mentor works with."""

    occupation_words = words(
        gettext_lazy("Your profession"),
        gettext_lazy("In your own words. For example: dentist."),
        required=True,
    )
    employer = words(gettext_lazy("Where you work"))
    years = forms.IntegerField(
        label=gettext_lazy("Years in your profession"),
        required=False,
        min_value=0,
        max_value=70,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}),
        error_messages={"invalid": gettext_lazy("Write the years as a number, like 12.")},
    )
    education_words = words(gettext_lazy("Your education"))
    languages = languages_field()
    postcode = postcode_field()


class OffersForm(StepForm):
    """What a mentor can give, and when."""

    offers = forms.MultipleChoiceField(
        label=gettext_lazy("What can you help with?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose at least one thing you can help with."),
            "invalid_choice": gettext_lazy("Choose among the answers on the page."),
        },
    )
    times = times_field(required=True)
    places = forms.TypedChoiceField(
        label=gettext_lazy("How many mentees at a time?"),
        coerce=int,
        initial="1",
        choices=[(str(n), str(n)) for n in range(1, MENTEES_A_MENTOR_MAY_START_WITH + 1)],
        widget=forms.RadioSelect,
    )
    motivation = forms.CharField(
        label=gettext_lazy("Why do you want to be a mentor?"),
        help_text=gettext_lazy("A few words are enough. Only staff read them."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lang = get_language() or "da"
        self.fields["offers"].choices = [(code, goals.label(code, lang)) for code in goals.AREAS]


class SendForm(StepForm):
    """The last step of a mentee: a yes to keeping the answers."""

    consent = consent_field(
        gettext_lazy("Yes, you may keep my answers. You may use them to find a mentor for me.")
    )


class SendOfferForm(StepForm):
    """The last step of a mentor."""

    consent = consent_field(
        gettext_lazy("Yes, you may keep my answers. You may use them to find a mentee for me.")
    )
