"""The shortlist of one mentee, and proposing from it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.matching.actions import propose_from_shortlist
from mentorbank.network.matching.queries import shortlist as advice_for
from mentorbank.network.matching.queries import waiting_since
from mentorbank.network.partnerships.actions import withdraw_proposal
from mentorbank.network.partnerships.models import Proposal, Side
from mentorbank.network.partnerships.queries import answer_by, answer_of, standing
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.people.models import Mentee
from mentorbank.pages.desk.pages import done, found, mentee_for, mentor_for, note_look

FULL_ROWS = 3  # the others are one line until they are opened


class ProposeForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("A note to both"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    confirmed = forms.BooleanField(label=gettext_lazy("Confirmed"), required=False)


def shortlist(request: HttpRequest, pk: int) -> HttpResponse:
    mentee = mentee_for(request, pk)
    note_look(request, mentee.person, mentee)
    return show(request, mentee)


def show(
    request: HttpRequest, mentee: Mentee, refused: Any = None, form: Any = None, status: int = 200
) -> HttpResponse:
    asked = Proposal.objects.visible_to(request.reader).open().filter(mentee=mentee)
    proposal = asked.select_related("mentor__person", "mentee__programme").first()
    context = {
        "mentee": mentee,
        "wishes": mentee.wishes.all(),
        "standing": standing(mentee, request.now),
        "waiting_since": waiting_since(mentee),
        "proposal": proposal,
        "sides": sides(proposal) if proposal else [],
        "list": advice_for(mentee, request.reader, request.now),
        "form": form or ProposeForm(),
        "refused": refused,  # the mentor whose proposal was refused
        "full_rows": FULL_ROWS,
        "section": "waiting",
    }
    fragment = "#mentors" if getattr(request, "htmx", False) else ""
    return render(request, f"desk/shortlist.html{fragment}", context, status=status)


def sides(proposal: Proposal) -> list[dict[str, Any]]:
    """Where each side of an open proposal stands."""
    return [
        {
            "person": person_of(proposal, side),
            "answer": getattr(proposal, f"get_{side}_answer_display")(),
            "code": answer_of(proposal, side),
            "until": answer_by(proposal, side),
        }
        for side in Side
    ]


@require_POST
def propose(request: HttpRequest, pk: int, mentor_pk: int) -> HttpResponse:
    mentee, mentor = mentee_for(request, pk), mentor_for(request, mentor_pk)
    form = ProposeForm(request.POST)
    proposal = None
    if form.is_valid():
        given = form.cleaned_data
        proposal = done(
            form,
            lambda: propose_from_shortlist(
                mentee=mentee, mentor=mentor, by=request.reader, now=request.now, **given
            ),
        )
    if proposal is None:
        return show(request, mentee, refused=mentor, form=form, status=409)
    if getattr(request, "htmx", False):
        return show(request, mentee)
    messages.success(request, _("Proposed. Both get a letter."))
    return redirect("desk:shortlist", pk)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    proposal = found(Proposal.objects.visible_to(request.reader), pk, "mentee__person")
    try:
        withdraw_proposal(proposal=proposal, by=request.reader, now=request.now)
        messages.success(request, _("Withdrawn. Whoever was asked is told, kindly and without a reason."))
    except NotNow as refusal:
        messages.warning(request, str(refusal))
    return redirect("desk:shortlist", proposal.mentee_id)
