"""A mentor's file."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.network.intake.queries import screenings_of
from mentorbank.network.partnerships.models import Partnership, Proposal
from mentorbank.network.partnerships.queries import free_places
from mentorbank.network.people.actions import set_places, set_rest
from mentorbank.network.people.models import Mentor
from mentorbank.network.people.queries import what_happened
from mentorbank.network.people.states import MentorState
from mentorbank.pages.desk.forms.fields import day_field, number_field
from mentorbank.pages.desk.ledger import told
from mentorbank.pages.desk.pages import done, mentor_for, note_look

RECENT = 12
TO_SCREEN = (MentorState.INTERESTED, MentorState.APPLIED, MentorState.SCREENING, MentorState.APPROVED)


class PlacesForm(forms.Form):
    """How many mentees, and from when to when not."""

    places = number_field(gettext_lazy("Places"), 10)
    rest_until = day_field(
        gettext_lazy("Rests until"), required=False, hint=gettext_lazy("Empty: takes mentees now.")
    )


def mentor(request: HttpRequest, pk: int) -> HttpResponse:
    one = mentor_for(request, pk)
    note_look(request, one.person, one)
    number = one.places.filter(closed=False).count()
    return show(request, one, PlacesForm(initial={"places": number, "rest_until": one.rest_until}))


def show(request: HttpRequest, one: Mentor, form: PlacesForm, status: int = 200) -> HttpResponse:
    context = {
        "mentor": one,
        "wishes": one.wishes.all(),
        "free": free_places().filter(mentor=one).count(),
        "room": one.places.filter(closed=False).count(),
        "form": form,
        "to_screen": one.state in TO_SCREEN,
        "screenings": screenings_of(request.reader, one),
        "pairs": Partnership.objects.visible_to(request.reader)
        .filter(mentor=one)
        .select_related("mentee__person")
        .order_by("-matched_at"),
        "proposals": Proposal.objects.visible_to(request.reader)
        .open()
        .filter(mentor=one)
        .select_related("mentee__person"),
        "events": told(what_happened(one.person)[:RECENT]),
        "section": "bank",
    }
    return render(request, "desk/mentor.html", context, status=status)


def places(request: HttpRequest, pk: int) -> HttpResponse:
    """How many mentees she takes, and until when she rests."""
    one = mentor_for(request, pk)
    if request.method != "POST":
        return redirect("desk:mentor", pk)
    form = PlacesForm(request.POST)
    if form.is_valid():
        given, who = form.cleaned_data, {"by": request.reader, "now": request.now}
        done(form, lambda: set_places(mentor=one, number=given["places"] or 0, **who))
        if form.is_valid() and given["rest_until"] != one.rest_until:
            done(form, lambda: set_rest(mentor=one, until=given["rest_until"], **who))
    if form.errors:
        note_look(request, one.person, one)
        return show(request, one, form, status=409)
    messages.success(request, _("Saved."))
    return redirect("desk:mentor", pk)
