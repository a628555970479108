"""The meetings of a pair as a file that calendars read."""

from django.http import HttpResponse

from mentorbank.network.partnerships.queries import meeting_calendar
from mentorbank.pages.mine.pairs import pair_or_404
from mentorbank.pages.mine.visits import Visit


def page(visit: Visit, partnership_id: int | None) -> HttpResponse:
    pair = pair_or_404(visit.reader, partnership_id, visit.request.now)
    content = meeting_calendar(pair.partnership, pair.side, visit.request.now)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="meetings.ics"'
    return response
