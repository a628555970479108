"""What a mentor may set herself: how many mentees, and a rest."""

from django import forms
from django.utils.translation import gettext_lazy

from mentorbank.pages.mine.contract_forms import day_field


class PlacesForm(forms.Form):
    places = forms.TypedChoiceField(
        label=gettext_lazy("How many mentees at a time?"),
        coerce=int,
        choices=[(str(n), str(n)) for n in range(6)],
        error_messages={"invalid_choice": gettext_lazy("Choose one of the numbers.")},
    )


class RestForm(forms.Form):
    """No day ends a rest."""

    rest_until = day_field(gettext_lazy("Rest until"), required=False)
