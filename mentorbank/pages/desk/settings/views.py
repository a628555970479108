"""The overview of the settings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mentorbank.network.letters.queries.texts import own_texts
from mentorbank.network.organisation.queries import all_divisions, all_programmes, the_network
from mentorbank.network.people.queries import standing_roles


def overview(request: HttpRequest) -> HttpResponse:
    """Each thing that can be set, with what it is now."""
    context = {
        "network": the_network(),
        "divisions": all_divisions().prefetch_related("areas"),
        "programmes": all_programmes(),
        "staff": standing_roles().values("person").distinct().count(),
        "own_texts": own_texts().count(),
    }
    return render(request, "desk/settings/overview.html", context)
