"""Who waits: for a mentor, or still for the interview."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mentorbank.network.matching.queries import interviews_due, with_proposals
from mentorbank.network.matching.queries import waiting_list as those_waiting
from mentorbank.pages.desk.pages import chosen, divisions_of, page_of, programmes

SORTS = {"name": "person__folded_name", "waited": "waiting_since"}
INTERVIEW_SORTS = {"name": "person__folded_name", "waited": "registered_at"}


def waiting_list(request: HttpRequest) -> HttpResponse:
    divisions, known = divisions_of(request), programmes()
    scope = {
        "division": chosen(divisions, request.GET.get("division")),
        "programme": chosen(known, request.GET.get("programme")),
    }
    for_interview = request.GET.get("stage") == "interview"
    ready = those_waiting(request.reader, now=request.now, **scope)
    due = interviews_due(request.reader, **scope)
    rows, sorts = (due, INTERVIEW_SORTS) if for_interview else (ready, SORTS)
    page = page_of(request, rows.order_by(*order(request.GET.get("sort", ""), sorts), "pk"))
    if for_interview:
        for mentee in page:
            mentee.promised_at = mentee.registered_at + timedelta(days=mentee.programme.interview_days)
    else:
        page.object_list = with_proposals(page)
    context = {
        "page": page,
        "for_interview": for_interview,
        "ready_count": ready.count(),
        "interview_count": due.count(),
        "divisions": divisions if len(divisions) > 1 else [],
        "programmes": known if len(known) > 1 else [],
        **scope,
    }
    return render(request, "desk/waiting_list.html", context)


def order(sort: str, sorts: dict[str, str]) -> list[str]:
    """What the address asks for; the longest wait first for anything else. Most days waited is the earliest day."""
    field = sorts.get(sort.removeprefix("-"))
    if field is None:
        return [sorts["waited"]]
    descending = sort.startswith("-") != (field == sorts["waited"])
    return [f"-{field}" if descending else field]
