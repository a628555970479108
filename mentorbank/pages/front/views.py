"""Pages that anybody may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mentorbank.network.organisation.models import Audience
from mentorbank.network.organisation.queries import first_programme, open_divisions, the_network
from mentorbank.pages.front.figures import shown_figures


def home(request: HttpRequest) -> HttpResponse:
    programme = first_programme()
    women = programme is not None and programme.audience == Audience.WOMEN
    monthly = programme is not None and programme.rhythm_weeks in (4, 5)
    context = {
        "programme": programme,
        "women": women,
        "monthly": monthly,
        "network": the_network(),
        "figures": shown_figures(request.now),
    }
    return render(request, "front/home.html", context)


def talk(request: HttpRequest) -> HttpResponse:
    """Who we are, and how to reach a person."""
    context = {"network": the_network(), "divisions": open_divisions(request.now.date())}
    return render(request, "front/talk.html", context)


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "front/privacy.html", {"network": the_network()})


def access(request: HttpRequest) -> HttpResponse:
    return render(request, "front/access.html", {"network": the_network()})
