"""What staff enter for a pair: a contract on paper, a meeting, the end."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.codes import goals
from mentorbank.network.organisation.models import Programme
from mentorbank.network.partnerships.models import Contract
from mentorbank.network.partnerships.states import ClosureReason
from mentorbank.pages.desk.forms import fields
from mentorbank.pages.desk.words import here


def time_field(*, required: bool = False) -> forms.TimeField:
    return forms.TimeField(
        label=gettext_lazy("At"),
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": gettext_lazy("Write the time like 17:00.")},
    )


def place_field() -> forms.CharField:
    return forms.CharField(label=gettext_lazy("Where"), required=False, max_length=120)


def moment(day: date, at: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


class ContractForm(forms.Form):
    """Length and rhythm as they stand on the paper, and the two names under it."""

    starts_on = fields.day_field(gettext_lazy("First day"))
    months = fields.number_field(gettext_lazy("Months"), 36)
    rhythm_weeks = fields.number_field(gettext_lazy("Weeks between meetings"), 12)
    meeting_on = fields.day_field(gettext_lazy("First meeting"), required=False)
    meeting_time = time_field()
    place = place_field()
    mentee_signed = forms.CharField(
        label=gettext_lazy("Signed by the mentee as"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("The name on the paper; empty while it is not signed."),
    )
    mentor_signed = forms.CharField(
        label=gettext_lazy("Signed by the mentor as"), required=False, max_length=120
    )

    def __init__(self, *args: Any, programme: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["months"].required = self.fields["rhythm_weeks"].required = True
        bounds = {"min": programme.months_min, "max": programme.months_max}
        self.fields["months"].help_text = _("Between %(min)s and %(max)s.") % bounds

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("meeting_on")) != bool(given.get("meeting_time")) and not self.errors:
            missing = "meeting_time" if given.get("meeting_on") else "meeting_on"
            self.add_error(missing, _("Day and time belong together."))
        return given

    def told(self) -> dict[str, Any]:
        """What the contract says, as the action takes it."""
        given = self.cleaned_data
        first = moment(given["meeting_on"], given["meeting_time"]) if given.get("meeting_on") else None
        kept = {name: given[name] for name in ("starts_on", "months", "rhythm_weeks", "place")}
        return {**kept, "first_meeting_at": first}

    def text_changed(self) -> bool:
        """Whether anything but the names differs from what the contract says."""
        return bool(set(self.changed_data) - {"mentee_signed", "mentor_signed"})

    def names(self) -> dict[str, str]:
        return {side: self.cleaned_data[f"{side}_signed"] for side in ("mentee", "mentor")}


def as_drawn(contract: Contract) -> dict[str, Any]:
    """A contract as the form shows it."""
    kept = {name: getattr(contract, name) for name in ("starts_on", "rhythm_weeks")}
    months = round((contract.ends_on - contract.starts_on).days / 30.44)
    first = timezone.localtime(contract.first_meeting_at) if contract.first_meeting_at else None
    meeting = {"meeting_on": first.date(), "meeting_time": first.time()} if first else {}
    return {**kept, **meeting, "months": months, "place": contract.meeting_place}


class GoalForm(forms.Form):
    """One goal of the contract; an empty one is left out."""

    area = forms.ChoiceField(label=gettext_lazy("About"), required=False)
    text = forms.CharField(label=gettext_lazy("Goal"), required=False, max_length=200)
    start = fields.number_field(gettext_lazy("Stands today, 0 to 10"), 10)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = [(code, goals.label(code, here())) for code in goals.AREAS]
        self.fields["area"].choices = [("", _("Choose")), *areas]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("text") and not given.get("area") and "area" not in self.errors:
            self.add_error("area", _("Choose what the goal is about."))
        if given.get("area") and not given.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write the goal in some words."))
        return given


GoalFormSet = forms.formset_factory(GoalForm, extra=3, max_num=8, absolute_max=12)


class MeetingForm(forms.Form):
    planned_on = fields.day_field(gettext_lazy("Day"))
    planned_time = time_field(required=True)
    place = place_field()

    def planned_at(self) -> datetime:
        return moment(self.cleaned_data["planned_on"], self.cleaned_data["planned_time"])


class EndForm(forms.Form):
    closure = forms.ChoiceField(
        label=gettext_lazy("Why does it end?"), choices=ClosureReason.choices, widget=forms.RadioSelect
    )
    rematch = forms.BooleanField(
        label=gettext_lazy("The mentee would like another mentor"),
        required=False,
        help_text=gettext_lazy("Then the mentee is on the waiting list again from today."),
    )
