"""What the two write into their contract: goals, length and rhythm, the first meeting."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentorbank.codes import goals as goal_areas
from mentorbank.network.base.spans import months_after
from mentorbank.network.organisation.models import Programme
from mentorbank.network.partnerships.models import Contract, Goal
from mentorbank.pages.parts.told import here

MOST_GOALS = 8
MOST_COUNTED = 1000
SCALE = 10
LANGUAGES = dict(settings.LANGUAGES)
RHYTHMS = (1, 2, 3, 4, 6, 8)


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Choose a day in the calendar, like 2027-03-24.")},
    )


def time_field(*, required: bool) -> forms.TimeField:
    return forms.TimeField(
        label=gettext_lazy("At"),
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": gettext_lazy("Write the time like 17:00.")},
    )


def place_field() -> forms.CharField:
    line = forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(label=gettext_lazy("Where"), required=False, max_length=120, widget=line)


def counted(label: Any, *, smallest: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=smallest,
        max_value=MOST_COUNTED,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "size": "4"}),
        error_messages={"invalid": gettext_lazy("Write a number, like 5.")},
    )


class GoalForm(forms.Form):
    """One goal; an empty one is left out."""

    area = forms.ChoiceField(label=gettext_lazy("About"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Your goal"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    start = counted(gettext_lazy("Today"), smallest=0)
    target = counted(gettext_lazy("To reach"), smallest=1)
    due_on = day_field(gettext_lazy("Reached by"), required=False)
    language = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = [(code, goal_areas.label(code, here())) for code in goal_areas.AREAS]
        self.fields["area"].choices = [("", _("Choose")), *areas]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("text") and not told.get("area") and "area" not in self.errors:
            self.add_error("area", _("Choose what the goal is about."))
        if (told.get("start") or 0) > (told.get("target") or SCALE) and "start" not in self.errors:
            self.add_error("start", _("Today must not be more than the goal."))
        if told.get("target") == SCALE:
            told["target"] = None  # 0 to 10 is how every goal is told unless it counts something
        if told.get("area") and not told.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write the goal in some words, or choose nothing here."))
        return told

    def told(self) -> dict[str, Any]:
        """The goal as it is written; words changed here are in the language of the page."""
        language = self.cleaned_data.get("language")
        kept = language if language in LANGUAGES and "text" not in self.changed_data else here()
        return {**self.cleaned_data, "language": kept}


class SpanForm(forms.Form):
    """How long, how often, and when for the first time."""

    months = forms.TypedChoiceField(label=gettext_lazy("How long?"), coerce=int, widget=forms.RadioSelect)
    starts_on = day_field(gettext_lazy("First day"))
    rhythm_weeks = forms.TypedChoiceField(label=gettext_lazy("How often do you meet?"), coerce=int)
    meeting_on = day_field(
        gettext_lazy("First meeting"), required=False, hint=gettext_lazy("Not agreed yet? Then leave it.")
    )
    meeting_time = time_field(required=False)
    place = place_field()

    def __init__(self, *args: Any, programme: Programme, **options: Any) -> None:
        super().__init__(*args, **options)
        lengths = sorted(
            {programme.months_min, programme.months_usual, programme.months_max, *self._chosen("months")}
        )
        fit = [n for n in lengths if programme.months_min <= n <= programme.months_max]
        self.fields["months"].choices = [(str(n), months_label(n)) for n in fit]
        rhythms = sorted({*RHYTHMS, programme.rhythm_weeks, *self._chosen("rhythm_weeks")})
        self.fields["rhythm_weeks"].choices = [(str(n), rhythm_label(n)) for n in rhythms]

    def _chosen(self, name: str) -> set[int]:
        """A value the contract has already stays a choice."""
        value = self.initial.get(name)
        return {int(value)} if value else set()

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("meeting_time") and not told.get("meeting_on") and "meeting_on" not in self.errors:
            self.add_error("meeting_on", _("Choose the day too."))
        if told.get("meeting_on") and not told.get("meeting_time") and "meeting_time" not in self.errors:
            self.add_error("meeting_time", _("Choose the time too."))
        return told

    def first_meeting_at(self) -> datetime | None:
        told = self.cleaned_data
        if not told.get("meeting_on"):
            return None
        return timezone.make_aware(datetime.combine(told["meeting_on"], told["meeting_time"]))


def months_label(number: int) -> str:
    return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}


def rhythm_label(weeks: int) -> str:
    if weeks == 4:
        return _("About once a month")
    return ngettext("Every week", "Every %(number)s weeks", weeks) % {"number": weeks}


def months_of(contract: Contract) -> int:
    """The length that leads from the first day to the last."""
    longest = 36
    lengths = range(1, longest)
    return next((n for n in lengths if months_after(contract.starts_on, n) > contract.ends_on), longest)


def span_as_is(contract: Contract | None, programme: Programme, today: date) -> dict[str, Any]:
    """What the contract says now, or what is usual."""
    if contract is None:
        usual = {"months": str(programme.months_usual), "rhythm_weeks": str(programme.rhythm_weeks)}
        return {**usual, "starts_on": today}
    at = timezone.localtime(contract.first_meeting_at) if contract.first_meeting_at else None
    return {
        "months": str(months_of(contract)),
        "starts_on": contract.starts_on,
        "rhythm_weeks": str(contract.rhythm_weeks),
        "meeting_on": at.date() if at else None,
        "meeting_time": time(at.hour, at.minute) if at else None,
        "place": contract.meeting_place,
    }


def goal_as_is(goal: Goal) -> dict[str, Any]:
    kept = {"area": goal.area, "text": goal.text, "due_on": goal.due_on, "language": goal.language}
    if goal.target:
        return {**kept, "start": goal.count, "target": goal.target}
    return {**kept, "start": goal.start, "target": SCALE}
