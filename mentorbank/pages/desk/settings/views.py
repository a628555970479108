"""The overview of the settings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mentorbank.network.letters.models import LetterText
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.organisation.queries import the_network
from mentorbank.network.people.models import StaffRole


def overview(request: HttpRequest) -> HttpResponse:
    """Each thing that can be set, with what it is now."""
    context = {
        "network": the_network(),
        "divisions": Division.objects.prefetch_related("areas"),
        "programmes": Programme.objects.all(),
        "staff": StaffRole.objects.filter(until__isnull=True).values("person").distinct().count(),
        "own_texts": LetterText.objects.count(),
    }
    return render(request, "desk/settings/overview.html", context)
