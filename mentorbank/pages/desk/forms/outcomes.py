"""What became of a mentee."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mentorbank.network.outcomes.models import Evidence, Outcome, OutcomeKind
from mentorbank.pages.desk.forms import fields

FACTS = ("kind", "from_on", "until_on", "hours", "lasting", "evidence")


class OutcomeForm(forms.Form):
    """One spell: what, from when, how much, and how we know."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What"), choices=OutcomeKind.choices, widget=forms.RadioSelect
    )
    from_on = fields.day_field(gettext_lazy("From"))
    until_on = fields.day_field(
        gettext_lazy("Until"), required=False, hint=gettext_lazy("Empty while it goes on.")
    )
    hours = forms.DecimalField(
        label=gettext_lazy("Hours a week"),
        required=False,
        min_value=0,
        max_value=80,
        max_digits=4,
        decimal_places=1,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": "5"}),
        error_messages={"invalid": gettext_lazy("Write a number, like 37.")},
    )
    lasting = forms.BooleanField(label=gettext_lazy("Permanent, or three months and more"), required=False)
    evidence = forms.ChoiceField(
        label=gettext_lazy("How we know"), choices=Evidence.choices, widget=forms.RadioSelect
    )


def outcome_as_is(outcome: Outcome) -> dict[str, Any]:
    return {name: getattr(outcome, name) for name in FACTS}
