"""What applicants may correct, and what mentors set themselves: how many mentees, and a rest."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mentorbank.pages.mine.contract_forms import day_field
from mentorbank.pages.parts.told import TIMES


class PlacesForm(forms.Form):
    places = forms.TypedChoiceField(
        label=gettext_lazy("How many mentees at a time?"),
        coerce=int,
        choices=[(str(n), str(n)) for n in range(6)],
        error_messages={"invalid_choice": gettext_lazy("Choose one of the numbers.")},
    )


class OwnForm(forms.Form):
    """What an applicant may correct; after the talk only the last two."""

    occupation_words = forms.CharField(
        label=gettext_lazy("Your profession"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    education_words = forms.CharField(
        label=gettext_lazy("Your education"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    times = forms.MultipleChoiceField(
        label=gettext_lazy("When can you meet?"),
        choices=list(TIMES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Choose among the answers on the page.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Some words about you"),
        help_text=gettext_lazy(
            "The other one reads this before you both say yes. Please write no surname and no phone."
        ),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, *args: Any, talked: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("occupation_words", "education_words") if talked else ():
            del self.fields[name]


class RestForm(forms.Form):
    """No day ends a rest."""

    rest_until = day_field(gettext_lazy("Rest until"), required=False)
