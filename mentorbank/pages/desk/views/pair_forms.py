"""What staff enter for a pair, on behalf of the two."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.journal.actions import report_meeting
from mentorbank.network.partnerships.actions import (
    draw_up_contract,
    end_partnership,
    plan_meeting,
    sign_contract,
)
from mentorbank.network.partnerships.models import Meeting, Partnership, Side, SignatureMethod
from mentorbank.network.partnerships.queries import contract_in_work
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.partnerships.states import PartnershipState
from mentorbank.pages.desk.forms.pairs import ContractForm, EndForm, GoalFormSet, MeetingForm, as_drawn
from mentorbank.pages.desk.pages import done, found, note_look
from mentorbank.pages.desk.views.pairs import RELATED
from mentorbank.pages.desk.words import here


def pair_for(request: HttpRequest, pk: int) -> Partnership:
    pair = found(Partnership.objects.visible_to(request.reader), pk, *RELATED)
    note_look(request, pair.mentee.person, pair)
    return pair


def contract(request: HttpRequest, pk: int) -> HttpResponse:
    """A contract that was drawn up and signed on paper."""
    pair = pair_for(request, pk)
    if pair.state != PartnershipState.DRAFT:
        raise NotNow(_("This contract is signed by both already."))
    data = request.POST if request.method == "POST" else None
    form = ContractForm(data, programme=pair.programme, initial=_start(request, pair))
    goals = GoalFormSet(data, prefix="goals", initial=_goals(pair))
    if (
        data is not None
        and form.is_valid() & goals.is_valid()
        and done(form, lambda: _keep(request, pair, form, goals))
    ):
        messages.success(request, _("Recorded."))
        return redirect("desk:partnership", pk)
    context = {"pair": pair, "form": form, "goals": goals, "section": "partnerships"}
    return render(request, "desk/contract.html", context)


@transaction.atomic
def _keep(request: HttpRequest, pair: Partnership, form: ContractForm, goals: Any) -> Any:
    """All that stands on the paper, or nothing of it: the text, and each name under it.

    A text that stays as it was is not drawn up anew: that would void a name already under it.
    """
    who = {"by": request.reader, "now": request.now}
    drawn = contract_in_work(pair)
    if drawn is None or form.text_changed() or goals.has_changed():
        given = [goal.cleaned_data for goal in goals.forms if goal.cleaned_data.get("text")]
        drawn = draw_up_contract(partnership=pair, goals=given, language=here(), **form.told(), **who)
    for side in Side:
        if name := form.names()[side]:
            by = replace(request.reader, on_behalf_of=person_of(pair, side))
            paper = SignatureMethod.PAPER
            sign_contract(contract=drawn, side=side, name=name, method=paper, by=by, now=request.now)
    return drawn


def _start(request: HttpRequest, pair: Partnership) -> dict[str, Any]:
    """What the contract says now, or what is usual."""
    usual = {"months": pair.programme.months_usual, "rhythm_weeks": pair.programme.rhythm_weeks}
    drawn = contract_in_work(pair)
    return as_drawn(drawn) if drawn else {**usual, "starts_on": localdate(request.now)}


def _goals(pair: Partnership) -> list[dict[str, Any]]:
    drawn = contract_in_work(pair)
    return [{"area": g.area, "text": g.text, "start": g.start} for g in drawn.goals.all()] if drawn else []


def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """One more meeting, ahead or one that has been."""
    pair = pair_for(request, pk)
    form = MeetingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        at, place, who = (
            form.planned_at(),
            form.cleaned_data["place"],
            {"by": request.reader, "now": request.now},
        )
        if done(form, lambda: plan_meeting(partnership=pair, at=at, place=place, **who)):
            messages.success(request, _("The meeting is noted."))
            return redirect("desk:partnership", pk)
    context = {"pair": pair, "form": form, "title": _("Add a meeting"), "button": _("Add the meeting")}
    return render(request, "desk/pair_form.html", {**context, "section": "partnerships"})


def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The end, asked once in words."""
    pair = pair_for(request, pk)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        who = {"by": request.reader, "now": request.now}
        if done(form, lambda: end_partnership(partnership=pair, **form.cleaned_data, **who)):
            messages.success(request, _("Ended. The place is free again."))
            return redirect("desk:partnership", pk)
    context = {"pair": pair, "form": form, "title": _("End the partnership"), "button": _("End it")}
    return render(request, "desk/pair_form.html", {**context, "danger": True, "section": "partnerships"})


@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One side's answer about a meeting, told to staff."""
    one: Meeting = found(Meeting.objects.visible_to(request.reader), pk, "partnership__mentee__person")
    side, happened = request.POST.get("side", ""), request.POST.get("happened", "")
    if side not in Side.values:
        raise NotNow(_("Choose whose answer it is."))
    by = replace(request.reader, on_behalf_of=person_of(one.partnership, Side(side)))
    try:
        report_meeting(meeting=one, side=Side(side), happened=happened, by=by, now=request.now)
        messages.success(request, _("The answer is noted."))
    except NotNow as refusal:
        messages.warning(request, str(refusal))
    return redirect("desk:partnership", one.partnership_id)
