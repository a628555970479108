"""Forms of the settings. What fits together is the actions' matter; here is only what a field can be."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mentorbank.network.base.actor import Role
from mentorbank.network.letters.queries.texts import LANGUAGES
from mentorbank.network.organisation.models import Area, Division, Network, Partner, Programme
from mentorbank.network.organisation.queries import all_divisions, all_programmes
from mentorbank.network.people.models import StaffRole
from mentorbank.pages.desk.forms.fields import day_field

ROLES = {
    Role.COORDINATOR: _("Coordinator"),
    Role.DIVISION_LEADER: _("Division leader"),
    Role.NETWORK_LEADER: _("Network leader"),
    Role.NETWORK_ADMINISTRATOR: _("Network administrator"),
}
WIDE = _("the whole network")


class Plain(forms.ModelForm):
    """A form whose values an action saves: it checks fields, and leaves the model alone."""

    def _post_clean(self) -> None:
        """The action checks the whole row; doing it here as well would say everything twice."""


class NetworkForm(Plain):
    logo = forms.FileField(
        label=_("Logo"), required=False, help_text=_("A PNG or JPEG picture of at most 200 KB.")
    )

    class Meta:
        model = Network
        fields = ["name", "accent", "phone", "email"]
        help_texts = {"accent": _("Like #0f5c54. Empty: the colour we ship.")}


class DivisionForm(Plain):
    opened_on = day_field(_("Opened on"))
    closed_on = day_field(_("Closed on"), required=False)

    class Meta:
        model = Division
        fields = ["name", "code", "city", "opened_on", "closed_on"]
        help_texts = {"code": _("Small letters and hyphens, for addresses and files.")}


class AreaForm(Plain):
    class Meta:
        model = Area
        fields = ["first", "last"]


class PartnerForm(Plain):
    class Meta:
        model = Partner
        fields = ["name", "kind"]


class ProgrammeForm(Plain):
    ends_on = day_field(_("The programme ends on"), required=False, hint=_("Empty: it goes on."))

    class Meta:
        model = Programme
        fields = [
            "name",
            "code",
            "audience",
            "months_min",
            "months_usual",
            "months_max",
            "rhythm_weeks",
            "ends_on",
            "asking_order",
            "invite_days",
            "interview_days",
            "remind_days",
            "expire_days",
            "correct_days",
        ]


class RoleForm(forms.Form):
    """A role and, for those of a division, which one."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, name) for role, name in ROLES.items()])
    division: Any = forms.ModelChoiceField(None, label=_("Division"), required=False, empty_label=WIDE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["division"].queryset = all_divisions()


class InvitationForm(RoleForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[each for each in settings.LANGUAGES if each[0] in settings.STAFF_LANGUAGES],
    )
    field_order = ["name", "email", "role", "division", "language"]


class WhichTextForm(forms.Form):
    """For whom a text is: language, and a programme or division if it is theirs alone."""

    language = forms.ChoiceField(
        label=_("Language"), choices=[each for each in settings.LANGUAGES if each[0] in LANGUAGES]
    )
    programme: Any = forms.ModelChoiceField(
        None, label=_("Programme"), required=False, empty_label=_("all programmes")
    )
    division: Any = forms.ModelChoiceField(
        None, label=_("Division"), required=False, empty_label=_("all divisions")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = all_programmes()
        self.fields["division"].queryset = all_divisions()


class TextForm(forms.Form):
    subject = forms.CharField(label=_("Subject"), max_length=120)
    body = forms.CharField(label=_("Text"), max_length=4000, widget=forms.Textarea(attrs={"rows": 12}))
    sms = forms.CharField(label=_("SMS"), max_length=160, widget=forms.Textarea(attrs={"rows": 3}))


def role_name(role: StaffRole) -> str:
    """The role in words, with its division."""
    return str(ROLES[Role(role.role)])
