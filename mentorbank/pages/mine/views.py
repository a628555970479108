"""The signed-in way to each page; the pages themselves are shared with the links in letters."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mentorbank.network.people.queries import who_looked
from mentorbank.pages.mine import application as own_application
from mentorbank.pages.mine import calendar as pair_calendar
from mentorbank.pages.mine import contract as pair_contract
from mentorbank.pages.mine import home as own_home
from mentorbank.pages.mine import meeting as next_meeting
from mentorbank.pages.mine import partnership as pair_page
from mentorbank.pages.mine import proposal as asked
from mentorbank.pages.mine import report as meeting_report
from mentorbank.pages.mine.visits import Visit


def _visit(request: HttpRequest) -> Visit:
    return Visit(request, request.reader)


def home(request: HttpRequest) -> HttpResponse:
    return own_home.page(_visit(request))


def application(request: HttpRequest) -> HttpResponse:
    return own_application.page(_visit(request))


def proposal(request: HttpRequest, proposal_id: int) -> HttpResponse:
    return asked.page(_visit(request), proposal_id)


def partnership(request: HttpRequest, partnership_id: int) -> HttpResponse:
    return pair_page.page(_visit(request), partnership_id)


def contract(request: HttpRequest, partnership_id: int) -> HttpResponse:
    return pair_contract.page(_visit(request), partnership_id)


def calendar(request: HttpRequest, partnership_id: int) -> HttpResponse:
    return pair_calendar.page(_visit(request), partnership_id)


def meeting(request: HttpRequest, partnership_id: int) -> HttpResponse:
    return next_meeting.page(_visit(request), partnership_id)


def report(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return meeting_report.page(_visit(request), meeting_id)


def looked(request: HttpRequest) -> HttpResponse:
    """Who has opened my file: staff, by name, with the moment."""
    person = request.reader.person
    found = Paginator(who_looked(person).exclude(by=person), 50)
    page = found.get_page(request.GET.get("page"))
    return render(request, "mine/who_looked.html", {"page_obj": page, "person": person})
