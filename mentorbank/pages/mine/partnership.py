"""The page of a pair: how to reach each other, the next meeting, the goals, the contract."""

from django.http import HttpResponse
from django.shortcuts import render

from mentorbank.network.journal.queries import meetings_with_answers
from mentorbank.pages.mine.pairs import pair_or_404
from mentorbank.pages.mine.visits import Visit


def page(visit: Visit, partnership_id: int | None) -> HttpResponse:
    now = visit.request.now
    pair = pair_or_404(visit.reader, partnership_id, visit.request.now)
    context = {
        "pair": pair,
        "visit": visit,
        "contract_url": visit.url("contract", partnership_id),
        "move_url": visit.url("meeting", partnership_id),
        "calendar_url": visit.url("calendar", partnership_id),
        "past": [told for told in meetings_with_answers(pair.partnership) if told.meeting.planned_at < now][
            :5
        ],
        "ahead": [m for m in pair.partnership.meetings.all() if m.planned_at >= now and not m.cancelled_at],
    }
    return render(visit.request, "mine/partnership.html", context)
