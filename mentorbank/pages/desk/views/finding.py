"""Find anyone, by name, e-mail or phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mentorbank.network.base.names import clean
from mentorbank.network.people.queries import find_people

MOST = 30
MOST_LETTERS = 80


def find(request: HttpRequest) -> HttpResponse:
    text = clean(request.GET.get("q", ""))[:MOST_LETTERS]
    people = find_people(request.reader, text, MOST) if text else []
    return render(request, "desk/find.html", {"text": text, "people": people, "most": MOST})
