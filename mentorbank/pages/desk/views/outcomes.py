"""Recording what became of a mentee, and correcting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentorbank.network.outcomes.actions import correct_outcome, record_outcome
from mentorbank.network.outcomes.models import Outcome
from mentorbank.pages.desk.forms.outcomes import OutcomeForm, outcome_as_is
from mentorbank.pages.desk.pages import done, found, mentee_for, note_look


def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    mentee = mentee_for(request, pk)
    note_look(request, mentee.person, mentee)
    form = OutcomeForm(request.POST if request.method == "POST" else None, initial={"kind": "job"})
    if request.method == "POST" and form.is_valid():
        given, who = form.cleaned_data, {"by": request.reader, "now": request.now}
        if done(form, lambda: record_outcome(mentee=mentee, **given, **who)):
            messages.success(request, _("Recorded. The effects page counts it."))
            return redirect("desk:mentee", pk)
    context = {"mentee": mentee, "form": form, "section": "waiting"}
    return render(request, "desk/outcome.html", context)


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """A corrected row; the old one stays on record."""
    one = found(
        Outcome.objects.visible_to(request.reader).standing(), pk, "mentee__person", "mentee__programme"
    )
    note_look(request, one.mentee.person, one)
    form = OutcomeForm(request.POST if request.method == "POST" else None, initial=outcome_as_is(one))
    if request.method == "POST" and form.is_valid():
        given, who = form.cleaned_data, {"by": request.reader, "now": request.now}
        if done(form, lambda: correct_outcome(outcome=one, **given, **who)):
            messages.success(request, _("Corrected. What stood before is kept."))
            return redirect("desk:mentee", one.mentee_id)
    context = {"mentee": one.mentee, "form": form, "correcting": True, "section": "waiting"}
    return render(request, "desk/outcome.html", context)
