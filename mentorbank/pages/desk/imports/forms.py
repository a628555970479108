"""What staff say about a list: the file, the columns, in which state its people enter."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.network.people.states import MenteeState, MentorState
from mentorbank.network.records.models import ImportKind, Upload
from mentorbank.network.records.queries import meanings
from mentorbank.network.records.queries.columns import is_unsure
from mentorbank.network.records.queries.wording import MEANINGS

STATES = {**dict(MentorState.choices), **dict(MenteeState.choices)}


class UploadForm(forms.Form):
    """A file and what it holds."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Who is in it?"), choices=ImportKind.choices, widget=forms.RadioSelect
    )
    programme: Any = forms.ModelChoiceField(
        label=gettext_lazy("Programme"), queryset=None, empty_label=None
    )
    file = forms.FileField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy("Excel (.xlsx) or CSV, as it is. At most 1,000 people at once."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.xlsm"}),
        allow_empty_file=True,
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "invalid": gettext_lazy("Choose a file."),
        },
    )

    def __init__(self, *args: Any, programmes: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["programme"].queryset = programmes


class EnteringForm(forms.Form):
    """In which state people enter, and whether they get a letter."""

    course = forms.ChoiceField(label=gettext_lazy("Has taken the course"))
    no_course = forms.ChoiceField(label=gettext_lazy("Course not taken, or nothing said"))
    held = forms.BooleanField(label=gettext_lazy("A held interview: ready for a mentor"), required=False)
    letters = forms.BooleanField(label=gettext_lazy("Write to them that they are registered"), required=False)

    def __init__(self, upload: Upload, *args: Any) -> None:
        super().__init__(*args, initial={**upload.entering, "held": upload.entering.get("held") == "ready"})
        if upload.kind == ImportKind.MENTORS:
            del self.fields["held"]
            for group in ("course", "no_course"):
                states = (MentorState.IN_BANK, MentorState.APPLIED)
                self.fields[group].choices = [(state.value, STATES[state]) for state in states]
            self.fields["course"].help_text = _(
                "In the bank says: screened, and confidentiality is promised. You confirm that by importing."
            )
        else:
            del self.fields["course"], self.fields["no_course"]
            self.fields["held"].help_text = _(
                "Tick it when you know these interviews led to a yes. Otherwise they enter as registered."
            )

    def entering(self) -> dict[str, str]:
        """The state of each group, as the action takes it."""
        if "held" in self.fields:
            return {"held": MenteeState.READY if self.cleaned_data["held"] else MenteeState.REGISTERED}
        return {group: self.cleaned_data[group] for group in ("course", "no_course")}


class ColumnsForm(forms.Form):
    """One select per column of the file."""

    def __init__(self, upload: Upload, *args: Any) -> None:
        super().__init__(*args)
        choices = [("", _("Not imported")), *((code, MEANINGS[code]) for code in meanings(upload.kind))]
        for number, column in enumerate(upload.columns):
            widget = forms.Select(attrs={"class": "unsure"} if is_unsure(column) else {})
            self.fields[f"column{number}"] = forms.ChoiceField(
                label=column["heading"],
                choices=choices,
                initial=column["meaning"],
                required=False,
                widget=widget,
            )

    def chosen(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.fields]
