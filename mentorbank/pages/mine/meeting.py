"""When the two meet next: move it, plan it, or call it off."""

from datetime import datetime

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.partnerships.actions import cancel_meeting, move_meeting, plan_meeting
from mentorbank.pages.mine.contract_forms import day_field, place_field, time_field
from mentorbank.pages.mine.pairs import Pair, pair_or_404
from mentorbank.pages.mine.visits import Visit


class MeetingForm(forms.Form):
    on = day_field(gettext_lazy("Day"))
    at = time_field(required=True)
    place = place_field()

    def moment(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["on"], self.cleaned_data["at"]))


def page(visit: Visit, partnership_id: int | None) -> HttpResponse:
    pair = pair_or_404(visit.reader, partnership_id, visit.request.now)
    if pair.partnership.ended_at or pair.draft:
        raise Http404
    if not visit.post:
        return show(visit, pair, MeetingForm(initial=_as_is(pair)))
    form = MeetingForm(visit.request.POST)
    calls_off = "off" in visit.request.POST and pair.next_meeting
    if not calls_off and not form.is_valid():
        return show(visit, pair, form)
    try:
        act(visit, pair, None if calls_off else form)
    except NotNow as refusal:
        form.add_error("on" if "on" in form.fields else None, str(refusal))
        return show(visit, pair, form)
    return redirect(visit.url("partnership", partnership_id))


def act(visit: Visit, pair: Pair, form: MeetingForm | None) -> None:
    """No form calls the next meeting off; with none planned yet, a new one is."""
    meeting, who = pair.next_meeting, {"by": visit.reader, "now": visit.request.now}
    if form is None:
        cancel_meeting(meeting=meeting, **who)
    elif meeting:
        move_meeting(meeting=meeting, at=form.moment(), place=form.cleaned_data["place"], **who)
    else:
        plan_meeting(partnership=pair.partnership, at=form.moment(), place=form.cleaned_data["place"], **who)


def _as_is(pair: Pair) -> dict[str, object]:
    meeting = pair.next_meeting
    if meeting is None:
        return {}
    at = timezone.localtime(meeting.planned_at)
    return {"on": at.date(), "at": at.time().replace(microsecond=0), "place": meeting.place}


def show(visit: Visit, pair: Pair, form: MeetingForm) -> HttpResponse:
    back = visit.url("partnership", pair.partnership.pk)
    status = 422 if form.is_bound else 200
    return render(
        visit.request, "mine/meeting.html", {"pair": pair, "form": form, "back": back}, status=status
    )
