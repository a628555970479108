"""The way in that a letter carries: `/l/<token>/`. Opening it never acts; a press does, and twice is as once."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.letters.models import Link
from mentorbank.network.letters.queries import open_link
from mentorbank.network.organisation.queries import the_network
from mentorbank.pages.mine import application, calendar, contract, meeting, partnership, proposal, report
from mentorbank.pages.mine.visits import BESIDES, Visit

Page = Callable[[Visit, int | None], HttpResponse]

PAGES: dict[str, Page] = {
    "application": application.page,
    "proposal": proposal.page,
    "partnership": partnership.page,
    "contract": contract.page,
    "report": report.page,
    "meeting": meeting.page,
}


def letter(request: HttpRequest, token: str) -> HttpResponse:
    return _through(request, token, lambda link: PAGES.get(link.page))


def letter_part(request: HttpRequest, token: str, part: str) -> HttpResponse:
    """A page beside the one the link names, about the same thing."""
    return _through(request, token, lambda link: PAGES[part] if part in BESIDES.get(link.page, ()) else None)


def letter_calendar(request: HttpRequest, token: str) -> HttpResponse:
    return _through(request, token, lambda link: calendar.page if link.page in BESIDES else None)


def _through(request: HttpRequest, token: str, choose: Callable[[Link], Page | None]) -> HttpResponse:
    """Whoever holds the link reads as its person, without any role of staff, and only what it is for."""
    link = open_link(token, request.now)
    page = choose(link) if link else None
    if link is None or page is None:
        return render(request, "mine/link_ended.html", {"network": the_network()}, status=404)
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(link.person.language)
        request.LANGUAGE_CODE = link.person.language
    reader = Actor(person=link.person, via=Via.LINK)
    return page(Visit(request, reader, token, link.page, link.thing_id), link.thing_id)
