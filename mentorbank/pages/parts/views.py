"""The living page of the components, and what a reader may set for comfort."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from mentorbank.files.pictures import Bar, bars_upright
from mentorbank.pages.parts.context import THEMES
from mentorbank.pages.parts.drawings import ICONS
from mentorbank.pages.parts.languages import A_YEAR

WISHES = (
    ("job", _("Find a job or an internship")),
    ("people", _("Meet people of my profession")),
    ("danish", _("Someone to speak Danish with")),
)
WAITS = (8, 9, 7, 12, 6, 10, 14, 17, 19)
LENGTHS = (("6", _("6 months")), ("9", _("9 months")), ("12", _("12 months")))


class SampleForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"), help_text=_("We write to you here. Nobody else sees it."))
    phone = forms.CharField(
        label=_("Phone"), required=False, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    )
    wishes = forms.MultipleChoiceField(
        label=_("What would you like help with?"), choices=WISHES, widget=forms.CheckboxSelectMultiple
    )
    length = forms.ChoiceField(label=_("How long?"), choices=LENGTHS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    agree = forms.BooleanField(label=_("You may write to me"))


@require_GET
def show_parts(request: HttpRequest) -> HttpResponse:
    """Every component with its empty, loading, error and done states."""
    page = Paginator(range(1, 241), 20).get_page(request.GET.get("page"))
    waits = [Bar(str(number), days, kind="late" if days > 14 else "") for number, days in enumerate(WAITS, 1)]
    upright = bars_upright(waits, key="waits", title=_t("Days waited"), headings=(_t("Person"), _t("Days")))
    context = {
        "waits": upright,
        "icons": sorted(ICONS),
        "page": page,
        "fresh": SampleForm(initial={"wishes": ["job"], "length": "9"}, prefix="fresh"),
        "wrong": SampleForm({"wrong-email": "amal.example", "wrong-words": "…"}, prefix="wrong"),
        "steps": [_("Goals"), _("Period"), _("Confidence"), _("Signing")],
    }
    return render(request, "parts/living.html", context)


@require_POST
def choose_comfort(request: HttpRequest) -> HttpResponse:
    """Keep a reader's own colours and whether single keys act; then back to where she or he was."""
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure()):
        onward = "/"
    response = HttpResponseRedirect(onward)
    wanted = {"theme": (*THEMES, "system"), "shortcuts": ("on", "off")}
    for name, allowed in wanted.items():
        if request.POST.get(name) in allowed:
            response.set_cookie(
                name, request.POST[name], A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
            )
    return response
