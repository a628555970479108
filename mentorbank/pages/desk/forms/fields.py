"""Fields whose words become codes: languages, occupations, education."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.codes import education, goals, languages, occupations
from mentorbank.network.people.models import Person
from mentorbank.pages.desk.words import here
from mentorbank.pages.parts import told

NONE_OF_THESE = "-"
MOST_READINGS = 4


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Choose a day in the calendar, like 2027-03-24.")},
    )


def long_field(label: Any, hint: Any = "", rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, help_text=hint, widget=widget, max_length=8000)


def number_field(label: Any, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
        error_messages={"invalid": gettext_lazy("Write a number, like 5.")},
    )


def area_field(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple)


def fill_areas(field: Any) -> None:
    field.choices = [(code, goals.label(code, here())) for code in goals.AREAS]


def times_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=gettext_lazy("When is there time?"),
        required=False,
        choices=list(told.TIMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )


class LanguagesField(forms.CharField):
    """A list in words, "arabisk modersmål, engelsk B2", as skills."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", gettext_lazy("Languages"))
        options.setdefault(
            "help_text", gettext_lazy("With the level, if it is known: Arabic mother tongue, English B2")
        )
        super().__init__(required=False, max_length=300, **options)

    def clean(self, value: Any) -> list[dict[str, str]]:
        text = super().clean(value)
        readings = languages.read(text) if text else []
        unknown = [each.written for each in readings if each.value is None]
        if unknown:
            sentence = _(
                "We do not know the language “%(words)s”. Write it in full, like Arabic or Tigrinya."
            )
            raise forms.ValidationError(sentence % {"words": unknown[0]})
        return [{"language": each.value.language, "spoken": each.value.level or ""} for each in readings]


def languages_as_written(person: Person) -> str:
    """The skills of a person as the field reads them back."""
    skills = [(languages.label(each.language, here()), each.spoken) for each in person.languages.all()]
    native = languages.level_label("native", here())
    return ", ".join(f"{name} {native if level == 'native' else level}".strip() for name, level in skills)


def keeping_the_rest(skills: list[dict[str, str]], person: Person) -> list[dict[str, str]]:
    """What the field does not ask for, the written level and the test, stays as it was."""
    known = {
        each.language: {"written": each.written, "evidence": each.evidence} for each in person.languages.all()
    }
    return [{**known.get(skill["language"], {}), **skill} for skill in skills]


def pick_field() -> forms.ChoiceField:
    """Which of the likely occupations is meant; asked only where the words leave it open."""
    return forms.ChoiceField(
        label=gettext_lazy("Which of these is it?"), required=False, widget=forms.RadioSelect
    )


def offer(form: forms.Form, name: str) -> None:
    """Give the pick field of an occupation its choices: the likely meanings of the words typed."""
    words = (form.data.get(f"{name}_words") or "") if form.is_bound else ""
    reading = occupations.read(words[:200])
    likely = [reading.value, *(code for code, _certainty in reading.others)][:MOST_READINGS]
    codes = [code for code in dict.fromkeys(likely) if code]
    none: list[tuple[str, Any]] = [(NONE_OF_THESE, _("none of these"))]
    form.fields[name].choices = [(code, occupations.label(code, here())) for code in codes] + none


def settled(form: forms.Form, name: str, now: str = "", words_now: str = "") -> str:
    """The code of the occupation typed; asks beside the pick field where it is not sure."""
    words, chosen = form.cleaned_data.get(f"{name}_words") or "", form.cleaned_data.get(name)
    reading = occupations.read(words)
    if chosen:
        return "" if chosen == NONE_OF_THESE else str(chosen)
    if words == words_now:
        return now
    if reading.sure or reading.value is None:
        return reading.value or ""
    form.add_error(name, _("“%(words)s” can mean several things. Choose one.") % {"words": words})
    return ""


def learnt(words: str, words_now: str, now: tuple[str, int | None]) -> tuple[str, int | None]:
    """Field and level of an education typed, where we are sure of them; unchanged words keep theirs."""
    if words == words_now:
        return now
    reading = education.read(words)
    return (reading.value.field, reading.value.level) if reading.sure and reading.value else ("", None)
