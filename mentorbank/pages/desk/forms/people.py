"""A person's details, and registering somebody on her behalf."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from mentorbank.codes import goals
from mentorbank.network.organisation.queries import all_programmes
from mentorbank.network.people.models import Channel, Gender, Person
from mentorbank.pages.desk.forms import fields

NOT_TOLD = [("", gettext_lazy("not told"))]


class PersonForm(forms.Form):
    """How somebody is called and reached."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    called = forms.CharField(label=gettext_lazy("Wants to be called"), max_length=60, required=False)
    email = forms.CharField(
        label=gettext_lazy("E-mail"), max_length=254, required=False, widget=forms.EmailInput
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    channel = forms.ChoiceField(label=gettext_lazy("Write by"), choices=Channel.choices)
    language = forms.ChoiceField(label=gettext_lazy("Language of letters"), choices=settings.LANGUAGES)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), max_length=8, required=False)
    gender = forms.ChoiceField(
        label=gettext_lazy("Gender, as told"),
        choices=NOT_TOLD + list(Gender.choices),
        required=False,
        help_text=gettext_lazy("Asked only where the programme or a wish needs it."),
    )


def person_as_is(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in PersonForm.base_fields}


class RegisterForm(forms.Form):
    """What the short form on the front page asks, entered by staff."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    address = forms.CharField(
        label=gettext_lazy("Phone or e-mail"), max_length=254, help_text=gettext_lazy("One is enough.")
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of letters"), choices=settings.LANGUAGES)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), max_length=8)
    programme: Any = forms.ModelChoiceField(label=gettext_lazy("Programme"), queryset=None, empty_label=None)
    occupation_words = forms.CharField(label=gettext_lazy("Profession"), required=False, max_length=120)
    education_words = forms.CharField(label=gettext_lazy("Education"), required=False, max_length=120)
    languages = fields.LanguagesField()
    times = fields.times_field()
    same = forms.BooleanField(label=gettext_lazy("It is the same person"), required=False)
    known: Person | None = None  # who has the address already

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["programme"].queryset = all_programmes()

    def told(self) -> dict[str, Any]:
        """What the action takes: the one address is an e-mail or a phone."""
        given = dict(self.cleaned_data)
        address, _same = given.pop("address"), given.pop("same")
        return {**given, ("email" if "@" in address else "phone"): address}


class RegisterMenteeForm(RegisterForm):
    ticks = forms.MultipleChoiceField(
        label=gettext_lazy("What is wished for?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one. One yes is enough.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ticks"].choices = [(code, TICKS[code]) for code in goals.QUESTIONS]


class RegisterMentorForm(RegisterForm):
    employer = forms.CharField(label=gettext_lazy("Workplace"), required=False, max_length=120)
    years = fields.number_field(gettext_lazy("Years in it"), 60)
    offers = fields.area_field(gettext_lazy("Can help with"))
    places = fields.number_field(gettext_lazy("How many mentees?"), 10)
    motivation = fields.long_field(gettext_lazy("Motivation"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        fields.fill_areas(self.fields["offers"])

    def told(self) -> dict[str, Any]:
        given = super().told()
        return {**given, "places": 1 if given["places"] is None else given["places"]}


TICKS = {
    "new_here": gettext_lazy("Is new here"),
    "no_network": gettext_lazy("Has no network yet"),
    "how_society_works": gettext_lazy("To learn how society works"),
    "job_or_study": gettext_lazy("A job or a study"),
    "talk_danish": gettext_lazy("To talk Danish"),
    "same_profession": gettext_lazy("To meet people of the same profession"),
}
