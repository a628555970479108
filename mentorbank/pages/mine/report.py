"""How the meeting went: one tap on one of three pictures is the whole report."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.journal.actions import report_meeting
from mentorbank.network.journal.models import Happened
from mentorbank.network.journal.queries import answers_of, first_told
from mentorbank.network.journal.rules import correctable_until
from mentorbank.network.partnerships.models import Partnership
from mentorbank.pages.mine.pairs import pair_or_404
from mentorbank.pages.mine.visits import Visit


def page(visit: Visit, meeting_id: int | None) -> HttpResponse:
    seen = (
        Partnership.objects.visible_to(visit.reader).filter(meetings=meeting_id).values_list("pk", flat=True)
    )
    pair = pair_or_404(visit.reader, seen.first(), visit.request.now)
    meeting = next((m for m in pair.partnership.meetings.all() if m.pk == meeting_id), None)
    if meeting is None:
        raise Http404
    if visit.post:
        happened = visit.request.POST.get("answer", "")
        if happened not in Happened.values:
            raise NotNow(_("Choose one of the three pictures."))
        report_meeting(
            meeting=meeting, side=pair.side, happened=happened, by=visit.reader, now=visit.request.now
        )
        return redirect(visit.url("report", meeting_id))
    meeting.partnership = pair.partnership  # fetched with its programme already
    answers = answers_of(meeting)
    told = answers.mentee if pair.is_mentee else answers.mentor
    first = first_told(meeting, pair.side) if told else None
    if first:
        first.meeting = meeting  # known already, with its programme
    until = correctable_until(first) if first else None
    context = {
        "pair": pair,
        "meeting": meeting,
        "told": told,
        "until": until,
        "may_change": until is not None and visit.request.now <= until,
        "ahead": meeting.planned_at > visit.request.now,
        "report_url": visit.url("report", meeting_id),
        "partnership_url": visit.url("partnership", pair.partnership.pk),
    }
    return render(visit.request, "mine/report.html", context)
