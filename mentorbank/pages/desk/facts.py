"""What the frame of every staff page says: the reader's divisions, and how much waits where."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Role
from mentorbank.network.journal.queries import number_to_look_at
from mentorbank.network.matching.queries import waiting_list
from mentorbank.network.organisation.queries import all_divisions
from mentorbank.pages.parts.navigation import DeskFacts


def desk_facts(request: HttpRequest) -> DeskFacts:
    """Three queries a page at most."""
    reader = request.reader
    if not reader.is_staff:
        return DeskFacts(name=reader.person.name if reader.person else "")
    waiting = waiting_list(reader, now=request.now).count()
    pairs = number_to_look_at(reader, request.now)
    return DeskFacts(
        division=division_names(request),
        counts={"waiting": waiting, "partnerships": pairs},
        administrator=reader.has(Role.NETWORK_ADMINISTRATOR),
        name=reader.person.name,
    )


def division_names(request: HttpRequest) -> str:
    """The divisions the reader works with, in a few words."""
    reader = request.reader
    if reader.everywhere:
        return _("All divisions")
    return ", ".join(all_divisions().filter(pk__in=reader.divisions).values_list("name", flat=True))
