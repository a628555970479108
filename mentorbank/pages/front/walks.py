"""The two sign-ups: their steps in order, and their pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from mentorbank.network.organisation.queries import first_programme, programme_coded
from mentorbank.pages.front import forms
from mentorbank.pages.front.drafts import Draft
from mentorbank.pages.front.sending import send_mentee, send_mentor
from mentorbank.pages.front.signup import SignUp, Step, walk

JOIN = SignUp(
    "join",
    (
        Step(
            "contact",
            forms.AddressForm,
            _("How can we reach you?"),
            _("It takes about five minutes. It costs nothing."),
        ),
        Step(
            "help",
            forms.NeedsForm,
            _("What is right for you?"),
            _("One yes is enough."),
        ),
        Step(
            "about",
            forms.AboutForm,
            _("A little about you"),
            _("Short answers are fine. We talk about the rest."),
        ),
        Step("send", forms.SendForm, _("Is this right?"), _("Read it once more. Then send it.")),
    ),
    send_mentee,
)
VOLUNTEER = SignUp(
    "volunteer",
    (
        Step(
            "contact",
            forms.AddressForm,
            _("How can we reach you?"),
            _("It takes about five minutes. It costs nothing."),
        ),
        Step(
            "work",
            forms.WorkForm,
            _("What do you work with?"),
            _("Short answers are fine. We talk about the rest."),
        ),
        Step("offer", forms.OffersForm, _("What can you give?"), _("Give what you have time for.")),
        Step("send", forms.SendOfferForm, _("Is this right?"), _("Read it once more. Then send it.")),
    ),
    send_mentor,
)


def _begin(request: HttpRequest, signup: SignUp) -> HttpResponse:
    """The door of a sign-up: `?programme=CODE` chooses a programme, otherwise it is the network's first."""
    chosen = programme_coded(request.GET.get("programme", ""))
    if chosen:
        Draft(request, signup.name).begin(chosen.code)
    return redirect(signup.url(signup.steps[0]))


def join(request: HttpRequest) -> HttpResponse:
    return _begin(request, JOIN)


def join_step(request: HttpRequest, step: str) -> HttpResponse:
    return walk(request, JOIN, step)


def join_done(request: HttpRequest) -> HttpResponse:
    return render(request, "front/join_done.html", {"programme": first_programme()})


def volunteer(request: HttpRequest) -> HttpResponse:
    return _begin(request, VOLUNTEER)


def volunteer_step(request: HttpRequest, step: str) -> HttpResponse:
    return walk(request, VOLUNTEER, step)


def volunteer_done(request: HttpRequest) -> HttpResponse:
    return render(request, "front/volunteer_done.html", {"programme": first_programme()})
