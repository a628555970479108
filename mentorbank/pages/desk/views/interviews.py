"""Recording an interview and a screening."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from mentorbank.network.intake.actions import record_interview, record_screening
from mentorbank.network.intake.models import InterviewDecision, ScreeningDecision
from mentorbank.pages.desk.forms.fields import keeping_the_rest
from mentorbank.pages.desk.forms.interviews import (
    InterviewForm,
    ScreeningForm,
    interview_as_is,
    screening_as_is,
)
from mentorbank.pages.desk.forms.wishes import WishFormSet, wishes_as_written, wishes_given
from mentorbank.pages.desk.pages import done, mentee_for, mentor_for, note_look


def interview(request: HttpRequest, pk: int) -> HttpResponse:
    mentee = mentee_for(request, pk)
    note_look(request, mentee.person, mentee)
    data = request.POST if request.method == "POST" else None
    form = InterviewForm(data, mentee=mentee, initial=interview_as_is(mentee, localdate(request.now)))
    wishes = WishFormSet(data, prefix="wishes", initial=wishes_as_written(mentee.wishes.all()))
    if data is not None and form.is_valid() & wishes.is_valid():
        held = done(
            form,
            lambda: record_interview(
                mentee=mentee,
                decision=InterviewDecision(form.cleaned_data["decision"]),
                profile=form.profile(),
                languages=keeping_the_rest(form.cleaned_data["languages"], mentee.person),
                wishes=wishes_given(wishes),
                by=request.reader,
                now=request.now,
                **form.told,
            ),
        )
        if held:
            return after_interview(request, held)
    context = {"mentee": mentee, "form": form, "wishes": wishes, "section": "waiting"}
    return render(request, "desk/interview.html", context)


def after_interview(request: HttpRequest, held: object) -> HttpResponse:
    """The next step: a mentor for whoever is ready, else the file."""
    mentee = held.mentee
    if held.decision == InterviewDecision.READY:
        messages.success(request, _("Recorded. Ready for a mentor: the letter is on its way."))
        return redirect("desk:shortlist", mentee.pk)
    messages.success(request, _("Recorded."))
    return redirect("desk:mentee", mentee.pk)


def screening(request: HttpRequest, pk: int) -> HttpResponse:
    mentor = mentor_for(request, pk)
    note_look(request, mentor.person, mentor)
    data = request.POST if request.method == "POST" else None
    form = ScreeningForm(data, mentor=mentor, initial=screening_as_is(mentor, localdate(request.now)))
    wishes = WishFormSet(data, prefix="wishes", initial=wishes_as_written(mentor.wishes.all()))
    if data is not None and form.is_valid() & wishes.is_valid():
        held = done(
            form,
            lambda: record_screening(
                mentor=mentor,
                decision=ScreeningDecision(form.cleaned_data["decision"]),
                profile=form.profile(),
                languages=keeping_the_rest(form.cleaned_data["languages"], mentor.person),
                wishes=wishes_given(wishes),
                places=form.cleaned_data["places"],
                by=request.reader,
                now=request.now,
                **form.told,
            ),
        )
        if held:
            messages.success(request, _("Recorded. The letter is on its way."))
            return redirect("desk:mentor", mentor.pk)
    context = {"mentor": mentor, "form": form, "wishes": wishes, "section": "bank"}
    return render(request, "desk/screening.html", context)
