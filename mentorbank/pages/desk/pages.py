"""What every list page does: a page of rows, filters that junk cannot break; and what every form does."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.organisation.queries import all_divisions, all_programmes
from mentorbank.network.people.actions import look
from mentorbank.network.people.models import Mentee, Mentor, Person

ROWS = 50
LARGEST_ID = 2**63 - 1


def page_of(request: HttpRequest, rows: Any, size: int = ROWS) -> Page:
    """The page the address asks for; the first or last one for junk."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def number(text: str | None) -> int | None:
    """A small whole number out of an address, or nothing."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def divisions_of(request: HttpRequest) -> list[Division]:
    """The divisions a reader may choose between."""
    reader = request.reader
    divisions = all_divisions() if reader.everywhere else all_divisions().filter(pk__in=reader.divisions)
    return list(divisions)


def chosen(things: list[Any], text: str | None) -> Any:
    """The one of a list the address names, or nothing."""
    return next((each for each in things if each.pk == number(text)), None)


def programmes() -> list[Programme]:
    return list(all_programmes())


def found(things: Any, pk: int, *related: str) -> Any:
    """One thing the reader may see; 404 as for one that is not there."""
    if pk > LARGEST_ID:
        raise Http404
    return get_object_or_404(things.select_related(*related), pk=pk)


def mentee_for(request: HttpRequest, pk: int) -> Mentee:
    return found(
        Mentee.objects.visible_to(request.reader), pk, "person__division", "person__coordinator", "programme"
    )


def mentor_for(request: HttpRequest, pk: int) -> Mentor:
    return found(
        Mentor.objects.visible_to(request.reader), pk, "person__division", "person__coordinator", "programme"
    )


def note_look(request: HttpRequest, person: Person, thing: Any = None) -> None:
    """Write into the ledger that the reader opens this file, before anything of it is shown."""
    if person.pk != request.reader.person_id:
        look(by=request.reader, about=person, thing=thing, now=request.now)


def done(form: forms.Form, act: Callable[[], Any]) -> Any:
    """Call an action; a refusal becomes an error beside its field. What the action gave, or None."""
    try:
        return act()
    except NotNow as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, str(refusal))
        return None
