"""Answering what somebody asked before saying yes or no."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.network.partnerships.actions import answer_question
from mentorbank.network.partnerships.models import Question, Side
from mentorbank.network.partnerships.queries import waiting_questions
from mentorbank.network.partnerships.rules import person_of
from mentorbank.pages.desk.pages import done, found, note_look


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=gettext_lazy("Your answer"),
        max_length=600,
        help_text=gettext_lazy("Write nothing about the other one that a short profile does not show."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


def question(request: HttpRequest, pk: int) -> HttpResponse:
    one: Question = found(waiting_questions(request.reader), pk, "proposal__mentee__programme")
    asker = person_of(one.proposal, Side(one.side))
    note_look(request, asker, one.proposal)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["answer"]
        if done(form, lambda: answer_question(question=one, text=given, by=request.reader, now=request.now)):
            messages.success(request, _("Answered. The letter is on its way."))
            return redirect("desk:today")
    context = {"question": one, "asker": asker, "form": form, "section": "today"}
    return render(request, "desk/question.html", context)
