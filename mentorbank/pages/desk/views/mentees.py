"""A mentee's file: one participation with all that belongs to it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from mentorbank.network.intake.actions import pause_mentee, refer_on, resume_mentee
from mentorbank.network.intake.queries import interviews_of
from mentorbank.network.outcomes.queries import outcomes_of
from mentorbank.network.partnerships.actions import withdraw_participation
from mentorbank.network.partnerships.models import Partnership, Proposal
from mentorbank.network.partnerships.queries import standing
from mentorbank.network.people.queries import what_happened
from mentorbank.network.people.states import MenteeState
from mentorbank.pages.desk.ledger import told
from mentorbank.pages.desk.pages import mentee_for, note_look

RECENT = 12
INTERVIEWABLE = (
    MenteeState.REGISTERED,
    MenteeState.INVITED,
    MenteeState.BOOKED,
    MenteeState.INTERVIEWED,
    MenteeState.PAUSED,
)


def mentee(request: HttpRequest, pk: int) -> HttpResponse:
    one = mentee_for(request, pk)
    note_look(request, one.person, one)
    context = {
        "mentee": one,
        "wishes": one.wishes.all(),
        "standing": standing(one, request.now),
        "interviewable": one.state in INTERVIEWABLE,
        "interviews": interviews_of(request.reader, one),
        "proposals": Proposal.objects.visible_to(request.reader)
        .filter(mentee=one)
        .select_related("mentor__person")
        .order_by("-proposed_at"),
        "pairs": Partnership.objects.visible_to(request.reader)
        .filter(mentee=one)
        .select_related("mentor__person")
        .order_by("-matched_at"),
        "outcomes": outcomes_of(request.reader, one),
        "events": told(what_happened(one.person)[:RECENT]),
        "section": "waiting",
    }
    return render(request, "desk/mentee.html", context)


MOVES: dict[str, tuple[Callable[..., Any], Any]] = {
    "pause": (pause_mentee, _("Paused. No mentor is proposed until you resume.")),
    "resume": (resume_mentee, _("Back on the waiting list.")),
    "refer_on": (refer_on, _("Referred on. The participation is closed.")),
    "withdraw": (withdraw_participation, _("Withdrawn. The participation is closed.")),
}


@require_POST
def change_state(request: HttpRequest, pk: int) -> HttpResponse:
    """Pause, resume, refer on, withdraw: each with a reason in a few words."""
    one = mentee_for(request, pk)
    if request.POST.get("move") not in MOVES:
        raise Http404
    act, sentence = MOVES[request.POST["move"]]
    reason = {} if act is resume_mentee else {"reason": request.POST.get("reason", "")[:200]}
    act(mentee=one, by=request.reader, now=request.now, **reason)
    messages.success(request, sentence)
    return redirect("desk:mentee", pk)
