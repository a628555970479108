"""The interview of a mentee and the screening of a mentor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorbank.network.intake.models import InterviewDecision, ScreeningDecision
from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.pages.desk.forms import fields


class InterviewForm(forms.Form):
    """What was learnt and decided; facts stand apart from the impression."""

    held_on = fields.day_field(_("Held on"))
    occupation_words = forms.CharField(label=_("Profession"), required=False, max_length=120)
    occupation = fields.pick_field()
    years = fields.number_field(_("Years in it"), 60)
    target_words = forms.CharField(label=_("Wants to work as"), required=False, max_length=120)
    target = fields.pick_field()
    education_words = forms.CharField(label=_("Education"), required=False, max_length=120)
    situation = forms.CharField(label=_("Situation now"), required=False, max_length=60)
    languages = fields.LanguagesField()
    goals = fields.area_field(_("Goals"))
    times = fields.times_field()
    note = forms.CharField(
        label=_("A note the mentor may read"),
        required=False,
        max_length=300,
        help_text=_("In the mentee's own words, read aloud and approved."),
    )
    facts = fields.long_field(_("Facts"))
    impression = fields.long_field(_("Impression"), _("Your own; it stays with staff."))
    promised = fields.long_field(_("What was promised"), rows=2)
    decision = forms.ChoiceField(
        label=_("Decision"), choices=InterviewDecision.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=200, help_text=_("Unless ready."))
    look_again_on = fields.day_field(_("Look again on"), required=False, hint=_("For: not now."))

    KEPT = ("years", "situation", "goals", "times", "note")

    def __init__(self, *args: Any, mentee: Mentee, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mentee = mentee
        fields.fill_areas(self.fields["goals"])
        fields.offer(self, "occupation")
        fields.offer(self, "target")

    def clean(self) -> dict[str, Any]:
        given, mentee = super().clean() or {}, self.mentee
        for name in ("occupation", "target"):
            now = getattr(mentee, name), getattr(mentee, f"{name}_words")
            given[f"{name}_code"] = fields.settled(self, name, *now)
        return given

    def profile(self) -> dict[str, Any]:
        """The fields of the mentee's row as the interview leaves them."""
        given, mentee = self.cleaned_data, self.mentee
        now = (mentee.education, mentee.education_level)
        field, level = fields.learnt(given["education_words"], mentee.education_words, now)
        return {
            **{name: given[name] for name in self.KEPT},
            **{name: given[name] for name in ("occupation_words", "target_words", "education_words")},
            "occupation": given["occupation_code"],
            "target": given["target_code"],
            "education": field,
            "education_level": level,
        }

    @property
    def told(self) -> dict[str, Any]:
        """What the interview itself keeps."""
        names = ("held_on", "facts", "impression", "promised", "reason", "look_again_on")
        return {name: self.cleaned_data[name] for name in names}


def interview_as_is(mentee: Mentee, today: Any) -> dict[str, Any]:
    names = (*InterviewForm.KEPT, "occupation_words", "target_words", "education_words")
    kept = {name: getattr(mentee, name) for name in names}
    return {**kept, "languages": fields.languages_as_written(mentee.person), "held_on": today}


class ScreeningForm(forms.Form):
    """What speaks for a mentor, the promise, the decision."""

    held_on = fields.day_field(_("Held on"))
    occupation_words = forms.CharField(label=_("Profession"), required=False, max_length=120)
    occupation = fields.pick_field()
    years = fields.number_field(_("Years in it"), 60)
    employer = forms.CharField(label=_("Workplace"), required=False, max_length=120)
    education_words = forms.CharField(label=_("Education"), required=False, max_length=120)
    languages = fields.LanguagesField()
    offers = fields.area_field(_("Can help with"))
    times = fields.times_field()
    places = fields.number_field(_("How many mentees?"), 10)
    note = forms.CharField(label=_("A note the mentee may read"), required=False, max_length=300)
    background = fields.long_field(_("Background"))
    motivation = fields.long_field(_("Motivation"))
    promised_confidentiality = forms.BooleanField(label=_("Has promised confidentiality"), required=False)
    course_taken = forms.BooleanField(label=_("Has taken the mentor course"), required=False)
    decision = forms.ChoiceField(
        label=_("Decision"), choices=ScreeningDecision.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=200, help_text=_("When declined."))

    KEPT = ("years", "employer", "offers", "times", "note")

    def __init__(self, *args: Any, mentor: Mentor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mentor = mentor
        fields.fill_areas(self.fields["offers"])
        fields.offer(self, "occupation")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        now = self.mentor.occupation, self.mentor.occupation_words
        given["occupation_code"] = fields.settled(self, "occupation", *now)
        return given

    def profile(self) -> dict[str, Any]:
        """The fields of the mentor's row as the screening leaves them."""
        given, mentor = self.cleaned_data, self.mentor
        now = (mentor.education, mentor.education_level)
        field, level = fields.learnt(given["education_words"], mentor.education_words, now)
        return {
            **{name: given[name] for name in (*self.KEPT, "occupation_words", "education_words")},
            "occupation": given["occupation_code"],
            "education": field,
            "education_level": level,
        }

    @property
    def told(self) -> dict[str, Any]:
        """What the screening itself keeps."""
        names = ["held_on", "background", "motivation", "reason", "promised_confidentiality", "course_taken"]
        return {name: self.cleaned_data[name] for name in names}


def screening_as_is(mentor: Mentor, today: Any) -> dict[str, Any]:
    names = (*ScreeningForm.KEPT, "occupation_words", "education_words", "motivation")
    kept = {name: getattr(mentor, name) for name in names}
    number = mentor.places.filter(closed=False).count()
    spoken = fields.languages_as_written(mentor.person)
    return {**kept, "languages": spoken, "places": number, "held_on": today}
