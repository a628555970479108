"""The mentor bank, and the volunteers who wait for a talk."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from mentorbank.codes import languages, occupations
from mentorbank.network.base.names import clean
from mentorbank.network.matching.queries import languages_in_bank, professions_in_bank
from mentorbank.network.matching.queries import mentor_bank as those_in_bank
from mentorbank.pages.desk.pages import chosen, divisions_of, page_of
from mentorbank.pages.desk.words import here

STATES = {"bank": _("In the bank"), "to_screen": _("To talk with"), "gone": _("Left or declined")}
MOST_LETTERS = 80


def mentor_bank(request: HttpRequest) -> HttpResponse:
    asked, divisions = request.GET, divisions_of(request)
    filters = {
        "text": clean(asked.get("q", ""))[:MOST_LETTERS],
        "division": chosen(divisions, asked.get("division")),
        "profession": asked.get("profession", "") if occupations.known(asked.get("profession", "")) else "",
        "language": asked.get("language", "") if asked.get("language") in languages.codes() else "",
        "free_only": bool(asked.get("free")),
        "state": asked.get("state", "") if asked.get("state") in STATES else "bank",
    }
    mentors = those_in_bank(
        request.reader, now=request.now, sort=asked.get("sort", "name"), lang=here(), **filters
    )
    context = {
        **filters,
        "page": page_of(request, mentors),
        "states": STATES.items(),
        "divisions": divisions if len(divisions) > 1 else [],
        "professions": named(professions_in_bank(request.reader), occupations.label),
        "languages": named(languages_in_bank(request.reader), languages.label),
        "filtered": any(value for name, value in filters.items() if name != "state"),
        "section": "bank",
    }
    return render(request, "desk/mentor_bank.html", context)


def named(codes: list[str], label: Callable[[str, str], str]) -> list[tuple[str, str]]:
    """Codes with their names, by name."""
    return sorted(((code, label(code, here())) for code in codes), key=lambda each: each[1].casefold())
