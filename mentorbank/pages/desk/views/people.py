"""One person: how to reach her, what happened, what she was written, who looked."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from mentorbank.network.letters.queries import letters_to
from mentorbank.network.people.actions import change_person
from mentorbank.network.people.models import Entry, Mentee, Person
from mentorbank.network.people.queries import what_happened, who_looked
from mentorbank.pages.desk.forms.people import PersonForm, person_as_is
from mentorbank.pages.desk.ledger import told
from mentorbank.pages.desk.pages import done, found, note_look, page_of

RECENT = 10
LETTERS = 20
MANY = 100


def person_for(request: HttpRequest, pk: int) -> Person:
    return found(Person.objects.visible_to(request.reader), pk, "division", "coordinator", "stand_in")


def person(request: HttpRequest, pk: int) -> HttpResponse:
    one = person_for(request, pk)
    note_look(request, one, one)
    mentor = getattr(one, "mentor", None)
    context: dict[str, Any] = {
        "one": one,
        "mentees": Mentee.objects.visible_to(request.reader).filter(person=one).select_related("programme"),
        "mentor": mentor,
        "consents": one.consents.order_by("-given_at"),
        "letters": letters_to(one, request.reader)[:LETTERS],
        "lookers": once_a_day(who_looked(one)[:MANY])[:RECENT],
        "page": page_of(request, what_happened(one), RECENT),
    }
    context["events"] = told(context["page"].object_list)
    return render(request, "desk/person.html", context)


def once_a_day(entries: Iterable[Entry]) -> list[Entry]:
    """The latest look of each person on each day: who opens a file works in it for a while."""
    kept = {(entry.by_id, localdate(entry.at)): entry for entry in reversed(list(entries))}
    return sorted(kept.values(), key=lambda entry: entry.at, reverse=True)


def details(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct name, addresses, language."""
    one = person_for(request, pk)
    note_look(request, one, one)
    form = PersonForm(request.POST if request.method == "POST" else None, initial=person_as_is(one))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if done(form, lambda: change_person(person=one, by=request.reader, now=request.now, **given)):
            messages.success(request, _("Saved."))
            return redirect("desk:person", pk)
    return render(request, "desk/person_details.html", {"one": one, "form": form})
