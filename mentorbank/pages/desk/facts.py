"""What the frame of every staff page says: the reader's divisions, and how much waits where."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Role
from mentorbank.network.matching.queries import waiting_list
from mentorbank.network.organisation.models import Division
from mentorbank.network.signals.queries import standing_signals
from mentorbank.pages.parts.navigation import DeskFacts

ABOUT_PAIRS = ("partnership", "meeting", "contract")


def desk_facts(request: HttpRequest) -> DeskFacts:
    """Three queries a page at most."""
    reader = request.reader
    if not reader.is_staff:
        return DeskFacts(name=reader.person.name if reader.person else "")
    waiting = waiting_list(reader, now=request.now).count()
    pairs = standing_signals(reader).filter(thing__in=ABOUT_PAIRS).count()
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
    return ", ".join(Division.objects.filter(pk__in=reader.divisions).values_list("name", flat=True))
